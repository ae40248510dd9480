import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { signInAs, stored, t } from "./people";
import { button } from "./steps";
import { sheetIn } from "./xlsx";

// HR takes the spending report home in both formats; read back, they say what the page says and what the book says, to
// the öre. The region's money is moved by no other story.

type Report = { heads: string[]; rows: { label: string; ore: bigint[] }[]; total: bigint[] };

/** "1 234,50", "-1234,50" or "1 234" as öre. */
function oreOf(text: string): bigint {
  const match = /^([−-]?)(\d+)(?:,(\d\d))?$/.exec(text.replace(/\s/g, ""));
  if (!match) throw new Error(`${text} is no amount`);
  const ore = BigInt(match[2] ?? "") * 100n + BigInt(match[3] ?? "0");
  return match[1] ? -ore : ore;
}

const SUMS = ["provided", "available", "reserved", "committed", "drawn"] as const;
const heads = SUMS.map((sum) => t(`reports.spending.columns.${sum}`));

/** Cuts a table of texts into labels and sums: the sums stand under the heads that name an account. */
function reportOf(head: string[], body: string[][], read: (text: string) => bigint): Report {
  const at = head.flatMap((text, nth) => (heads.includes(text) ? [nth] : []));
  const cut = (row: string[]) => ({ label: row[0] ?? "", ore: at.map((nth) => read(row[nth] ?? "")) });
  const rows = body.map(cut);
  const total = rows.pop();
  expect(total?.label).toBe(t("reports.total"));
  return { heads: at.map((nth) => head[nth] ?? ""), rows, total: total?.ore ?? [] };
}

async function onPage(page: Page): Promise<Report> {
  const table = page.getByRole("table");
  const texts = (rows: string) =>
    table
      .locator(rows)
      .evaluateAll((all) =>
        all.map((row) =>
          [...(row as HTMLTableRowElement).cells].flatMap((cell) => [
            cell.textContent ?? "",
            ...Array<string>(cell.colSpan - 1).fill(""),
          ]),
        ),
      );
  const [head = []] = await texts("thead tr");
  return reportOf(head, [...(await texts("tbody tr")), ...(await texts("tfoot tr"))], oreOf);
}

async function download(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

function inCsv(bytes: Buffer): Report {
  expect(
    [...bytes.subarray(0, 3)],
    "a byte order mark, without which Excel reads å, ä and ö wrongly",
  ).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString("utf8").slice(1).split("\r\n");
  expect(lines.pop(), "the last line is ended too").toBe("");
  const [head = [], ...body] = lines.map((line) =>
    line
      .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map((cell) => cell.replace(/^"(.*)"$/s, "$1").replace(/""/g, '"')),
  );
  return reportOf(head, body, oreOf);
}

function inXlsx(bytes: Buffer): Report {
  const sheet = sheetIn(bytes);
  // Above the heads stand lines that say which selection was made.
  const start = sheet.findIndex((row) => row.some((cell) => heads.includes(String(cell))));
  const [head = [], ...body] = sheet.slice(start).map((row) => row.map(String));
  return reportOf(head, body, (text) => BigInt(Math.round(Number(text) * 100)));
}

/** What the region's accounts hold, added up from the entries of the book. */
async function inBook(): Promise<Record<string, bigint>> {
  const rows = await stored<{ account: string; ore: string }>(
    `SELECT account, sum(amount) AS ore FROM (
       SELECT employer_id, to_account AS account, amount FROM ledger_entry
       UNION ALL SELECT employer_id, from_account, -amount FROM ledger_entry
     ) ends JOIN employer e ON e.id = ends.employer_id WHERE e.slug = 'vatterbygd' GROUP BY account`,
    [],
  );
  return Object.fromEntries(rows.map(({ account, ore }) => [account, BigInt(ore)]));
}

for (const by of ["fund", "unit", "initiative", "area", "month"] as const) {
  test(`the spending report by ${by} is the same on the page, as XLSX, as CSV and in the book`, async ({
    page,
  }) => {
    await signInAs(page, "Björn Asp");
    await page.goto("/reports/spending");
    await page.getByLabel(t("reports.spending.by")).selectOption(by);
    await button(page, t("reports.page.show")).click();
    await page.waitForURL((url) => url.searchParams.get("by") === by);
    const shown = await onPage(page);
    expect(shown.rows.length).toBeGreaterThan(0);

    const sheet = await download(
      page,
      t("exports.about", { list: t("reports.spending.title"), kind: t("exports.kinds.xlsx") }),
    );
    expect(sheet.name).toMatch(/^forbrukning-\d{4}-\d\d-\d\d\.xlsx$/);
    expect(inXlsx(sheet.bytes)).toEqual(shown);
    const text = await download(
      page,
      t("exports.about", { list: t("reports.spending.title"), kind: t("exports.kinds.csv") }),
    );
    expect(text.name).toMatch(/^forbrukning-\d{4}-\d\d-\d\d\.csv$/);
    expect(inCsv(text.bytes)).toEqual(shown);

    const added = shown.heads.map((_, nth) =>
      shown.rows.reduce((sum, row) => sum + (row.ore[nth] ?? 0n), 0n),
    );
    expect(shown.total, "the rows add up to the total").toEqual(added);
    const book = await inBook();
    const accounts = SUMS.filter((sum) => shown.heads.includes(t(`reports.spending.columns.${sum}`)));
    // What came in from outside is what outside has less of.
    expect(shown.total).toEqual(
      accounts.map((account) => (account === "provided" ? -(book.outside ?? 0n) : (book[account] ?? 0n))),
    );
  });
}
