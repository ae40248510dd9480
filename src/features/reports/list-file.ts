import type { Day } from "@/domain/day";
import { longDay } from "@/messages/format";
import { copyRows } from "@/server/copy-rows";
import { copyCsv, copyText } from "@/server/copy-sql";
import { type Cell, csvFile, csvHead, type Dialect } from "@/server/csv";
import { crlfLines } from "@/server/csv-copy";
import { rowsExpected, stream } from "@/server/db";
import type { Download } from "@/server/download";
import { workbook } from "@/server/xlsx";
import type { ListCopy, ListExport, Reader, Search } from "./list-export";
import type { ListName } from "./list-exports";

export const LIST_KINDS = ["xlsx", "csv", "machine"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

type OnRows = (rows: number) => void;

/** A list as a file, every row of it, with the filter of the page's address. Machines are told the columns by key. */
export async function listFile(
  { name, list }: { name: ListName; list: ListExport },
  kind: ListKind,
  reader: Reader,
  search: Search,
): Promise<Download> {
  const { t } = reader;
  const heads = list.heads.map(({ key }) => (kind === "machine" ? key : t(`exports.heads.${key}`)));
  const file = { name: t(`exports.lists.${name}.file`), kind };
  if ("copy" in list && kind !== "xlsx")
    return { ...file, ...(await copied(list, heads, kind, reader, search)) };
  const rows = (onRows: OnRows) =>
    counted("copy" in list ? cellsOf(list, reader, search) : list.rows(reader, search), onRows);
  if (kind !== "xlsx")
    return {
      ...file,
      bytes: (onRows) => csvFile(heads, rows(onRows), kind === "csv" ? "swedish" : "machine"),
    };
  return {
    ...file,
    about: "copy" in list ? await expected(list, reader, search) : null,
    bytes: (onRows) =>
      workbook([
        {
          name: t(`exports.lists.${name}.name`),
          notes: [
            t("exports.note", { day: day(reader.today, reader), address: addressOf(list.page, search) }),
          ],
          columns: list.heads.map(({ width }, nth) => ({ head: heads[nth] ?? "", width })),
          rows: rows(onRows),
        },
      ]),
  };
}

const day = (of: Day, { locale }: Reader) => longDay(of, locale);

/** The page with the same filter: where the rows came from, and where they can be seen again. */
function addressOf(page: string, search: Search): string {
  const query = new URLSearchParams(
    Object.entries(search).filter((part): part is [string, string] => Boolean(part[1])),
  );
  return query.size > 0 ? `${page}?${query}` : page;
}

async function copied(
  list: ListCopy,
  heads: readonly string[],
  kind: "csv" | "machine",
  reader: Reader,
  search: Search,
): Promise<Pick<Download, "about" | "bytes">> {
  const dialect: Dialect = kind === "csv" ? "swedish" : "machine";
  const { cells, from } = list.copy(reader, search);
  return {
    about: await expected(list, reader, search),
    async *bytes(onRows) {
      const rows = await stream(reader.actor, copyCsv(cells, from, dialect));
      try {
        yield Buffer.from(csvHead(heads, dialect));
        yield* crlfLines(rows, onRows);
      } finally {
        // Also for who goes away after the head, before a row was read.
        rows.destroy();
      }
    },
  };
}

async function* cellsOf(list: ListCopy, reader: Reader, search: Search): AsyncGenerator<Cell[]> {
  const { cells, from } = list.copy(reader, search);
  yield* copyRows(await stream(reader.actor, copyText(cells, from)), cells);
}

function expected(list: ListCopy, reader: Reader, search: Search): Promise<number> {
  const { cells, from } = list.copy(reader, search);
  return rowsExpected(reader.actor, copyText(cells, from));
}

async function* counted(rows: AsyncIterable<Cell[]>, onRows: OnRows): AsyncGenerator<Cell[]> {
  for await (const row of rows) {
    onRows(1);
    yield row;
  }
}
