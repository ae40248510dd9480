import { type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import type { Reason } from "@/domain/reason";
import { type Actual, whyNotTakeIn } from "@/domain/reconciliation";
import { lineKey, type Sorted, sortLines, whyNotTakeUp } from "@/domain/reconciliation-month";
import type { Tx } from "@/server/db";

export type Judged = { sorted: Sorted<Actual>; why: Reason | null };

/**
 * What would happen to the lines of a file: which are new, and why they are not taken in: the same file was, something
 * clashes or is not new, or a new line lies in a month that is reconciled.
 */
export async function judge(
  tx: Tx,
  employerId: string,
  { hash, lines }: { hash: string; lines: readonly Actual[] },
): Promise<Judged> {
  const sorted = sortLines(await knownLines(tx, employerId, lines), lines);
  const same = await tx.actualsImport.findFirst({
    where: { employerId, fileHash: hash },
    select: { at: true },
  });
  if (same)
    return { sorted, why: { key: "reconciliations.whyNot.sameFile", values: { day: dayOf(same.at) } } };
  const days = sorted.fresh.map((line) => line.day);
  const months = [...new Set(days.map((it) => it.slice(0, 7)))];
  const closed = await tx.reconciledMonth.findMany({
    where: { employerId, month: { in: months } },
    select: { month: true },
  });
  const late = whyNotTakeIn(days, new Set(closed.map(({ month }) => month)));
  return { sorted, why: sorted.clashes[0] ?? late ?? whyNotTakeUp(sorted) };
}

const CHUNK = 1000;

/** Of the vouchers of a file, the lines that were taken in before. */
async function knownLines(
  tx: Tx,
  employerId: string,
  lines: readonly Actual[],
): Promise<Map<string, { day: Day; amount: Ore }>> {
  const known = new Map<string, { day: Day; amount: Ore }>();
  const years = [...new Set(lines.map((line) => Number(line.day.slice(0, 4))))];
  const vouchers = [...new Set(lines.map((line) => line.voucher))];
  for (let at = 0; at < vouchers.length; at += CHUNK) {
    const rows = await tx.posting.findMany({
      where: { employerId, year: { in: years }, voucher: { in: vouchers.slice(at, at + CHUNK) } },
      select: { voucher: true, line: true, day: true, amount: true },
    });
    for (const row of rows) {
      const line = { ...row, day: day(row.day) };
      known.set(lineKey(line), line);
    }
  }
  return known;
}
