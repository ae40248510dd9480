import type { SEES } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { TaskOwner } from "@/features/tasks/role-queries";
import type { exports } from "@/messages/en/exports";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { SqlCell } from "@/server/copy-sql";
import type { Cell } from "@/server/csv";

/** Who takes a list home, and in which words. */
export type Reader = {
  actor: Actor;
  roles: TaskOwner["roles"];
  t: T;
  locale: Locale;
  today: Day;
  scheme: "tlo" | "lom";
  caseWord: string | null;
};
export type Search = Record<string, string | undefined>;

/** What a column is called in words, and in the dialect for machines by its key. */
export type Head = keyof typeof exports.heads;

type Common = {
  /** The screen whose sight is needed; without one every role has it. */
  see?: keyof typeof SEES;
  /** The page that shows the list; its filter stands in the address of both. */
  page: string;
  heads: readonly { key: Head; width: number }[];
};

/** A list that is small enough to be read page by page, as its screen reads it. */
export type ListRows = Common & { rows(reader: Reader, search: Search): AsyncIterable<Cell[]> };

/** A list that can be of any length: it is copied straight out of the database. */
export type ListCopy = Common & { copy(reader: Reader, search: Search): { cells: SqlCell[]; from: string } };

export type ListExport = ListRows | ListCopy;

type Column<Row> = { key: Head; width: number; cell: (row: Row, reader: Reader) => Cell };

/** A list by its columns and by where its rows come from. */
export function listOf<Row>(
  at: Pick<Common, "see" | "page">,
  rows: (reader: Reader, search: Search) => AsyncIterable<Row> | Promise<Iterable<Row>>,
  columns: readonly Column<Row>[],
): ListRows {
  return {
    ...at,
    heads: columns.map(({ key, width }) => ({ key, width })),
    async *rows(reader, search) {
      for await (const row of await rows(reader, search)) yield columns.map(({ cell }) => cell(row, reader));
    },
  };
}

/**
 * Every row of a list, page after page to the end, each page as of the moment it is read. One whose sort key changes in
 * between (a case that moves on) may be met twice and is given once.
 */
export async function* everyPage<Row extends { id: string }>(
  turn: (after: string | undefined) => Promise<{ rows: Row[]; next: string | null }>,
): AsyncGenerator<Row> {
  const given = new Set<string>();
  let after: string | undefined;
  do {
    const { rows, next } = await turn(after);
    for (const row of rows) {
      if (given.has(row.id)) continue;
      given.add(row.id);
      yield row;
    }
    after = next ?? undefined;
  } while (after !== undefined);
}

export const text = (value: string | null | undefined): Cell => ({ text: value ?? "" });
export const ore = (value: bigint | null): Cell => ({ ore: value });
export const on = (value: Day | null): Cell => ({ day: value });
export const number = (value: number | null): Cell => ({ number: value });
