import type { CostType } from "@/domain/agreement";
import { addDays, column, type Day, day } from "@/domain/day";
import { editableMoney } from "@/domain/money";
import { daysOf, type Month, monthAfter, monthsBefore } from "@/domain/reconciliation-month";
import { startMunicipal } from "@/features/codings/commands";
import { takeInActuals } from "@/features/reconciliations/commands";
import type { Mapping } from "@/features/reconciliations/mapping";
import { closeMonth } from "@/features/reconciliations/month-commands";
import { read } from "@/server/db";
import type { Cast } from "./cast";
import { at, type Step } from "./timeline";
import type { DemoCase } from "./world";

/** Accounts of the demo, invented: every employer has its own. */
const ACCOUNTS: Partial<Record<CostType, string>> = {
  courseFee: "7412",
  literature: "6420",
  travel: "5510",
  lodging: "5520",
  supervision: "7415",
  internalResource: "5011",
  substitute: "5021",
};

/** How a line of the city's cases is coded. In cases that wait for consultation finance has not been there yet. */
export function demoCodes(it: DemoCase, costType: CostType, nth: number): Record<string, string> {
  const place = [...it.unit].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return {
    ansvar: String(3000 + (place % 900)),
    konto: ACCOUNTS[costType] ?? "7419",
    ...(it.stage === "prepared" && nth === 0 ? {} : { projekt: `TLO${10 + (it.began % 90)}` }),
    ...(costType === "internalResource" ? { motpart: "87" } : {}),
  };
}

const LEDGER: Mapping = {
  columns: {
    day: "Datum",
    amount: "Belopp",
    credit: null,
    voucher: "Verifikat",
    line: "Rad",
    text: "Text",
    coding: ["Konto", "Projekt"],
  },
  codes: ["3599"],
  incomes: "minus",
};

/**
 * The employer codes its costs from the beginning, and finance reads the ledger every month: the earlier ones are
 * reconciled, and in the newest three items differ, 48 500 kr together.
 */
export function accountingSteps(cast: Cast, begun: Day): Step[] {
  const hr = cast.controller();
  const yesterday = addDays(cast.today, -1);
  const month = yesterday.slice(0, 7);
  const earlier = Array.from({ length: 24 }, (_, nth) => monthsBefore(month, nth + 1)).reverse();
  const take = async (of: Month, rows: readonly Row[], now: Date) => {
    const bytes = new TextEncoder().encode(ledger(rows));
    const name = `huvudbok-${of}.csv`;
    await takeInActuals(hr, { name, bytes, mapping: LEDGER, saveAs: "Huvudbok, konto 3599" }, now);
  };
  return [
    { at: at(begun, 9), run: (now) => startMunicipal(hr, { from: begun }, now) },
    ...earlier.map((of) => ({
      at: at([`${monthAfter(of)}-05`, yesterday].sort()[0] ?? yesterday, 14),
      run: async (now: Date) => {
        const rows = await payments(cast, of);
        if (rows.length === 0) return;
        await take(of, rows, now);
        await closeMonth(hr, { month: of }, now);
      },
    })),
    {
      at: at(yesterday, 15),
      run: async (now) => take(month, withDifferences(await payments(cast, month), yesterday), now),
    },
  ];
}

type Row = { day: Day; amount: bigint; number: string; text: string };

/** What the national fund paid in a month, as the ledger has it. */
function payments(cast: Cast, month: Month): Promise<Row[]> {
  const { from, until } = daysOf(month);
  return read({ employerId: cast.employerId }, async (tx) => {
    const rows = await tx.requisition.findMany({
      where: { paidOn: { gte: column(from), lte: column(until) }, paidAmount: { gt: 0n } },
      orderBy: [{ paidOn: "asc" }, { id: "asc" }],
      select: { paidOn: true, paidAmount: true, part: { select: { number: true } } },
    });
    return rows.map((row) => ({
      day: day(row.paidOn) ?? from,
      amount: -(row.paidAmount ?? 0n),
      number: row.part.number ?? "",
      text: "Omställningsfonden, utbetalning",
    }));
  });
}

const kr = (kronor: number) => BigInt(kronor) * 100n;

/** One payment that stands with too little, where there is one that large, and two that the portal knows nothing of. */
function withDifferences(rows: readonly Row[], on: Day): Row[] {
  const large = rows.find(({ amount }) => -amount > kr(16_500));
  const unknown = (amount: number, text: string): Row => ({ day: on, amount: -kr(amount), number: "", text });
  return [
    ...rows.map((row) => (row === large ? { ...row, amount: row.amount + kr(16_500) } : row)),
    ...(large ? [] : [unknown(16_500, "Insättning bankgiro")]),
    unknown(21_000, "Återbetalning Hamnkursen"),
    unknown(11_000, "Betalning från fonden, utan nummer"),
  ];
}

function ledger(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ day, amount, number, text }, nth) =>
      `V${day.slice(2, 4)}${day.slice(5, 7)}${nth + 101};1;${day};${editableMoney(amount)};3599;${number};${text}`,
  );
  return ["Verifikat;Rad;Datum;Belopp;Konto;Projekt;Text", ...lines, ""].join("\r\n");
}
