import type { Reason } from "@/domain/reason";
import type { Actual } from "@/domain/reconciliation";
import { linesWith } from "@/domain/reconciliation-month";
import type { ActualsFile } from "@/server/actuals-file";
import { type ActualColumns, readActuals } from "@/server/csv-actuals";
import { isSameColumn } from "@/server/csv-read";
import { sieActuals } from "@/server/sie-read";

/** How a file becomes lines: which columns hold what (null in an SIE file), which lines count, and the sign of an income. */
export type Mapping = {
  columns: ActualColumns | null;
  /** Codes of which a line's coding must hold one; empty: every line. */
  codes: readonly string[];
  incomes: "minus" | "plus";
};

export const SIE_MAPPING: Mapping = { columns: null, codes: [], incomes: "minus" };

/** What columns are commonly called; the person sees the choice and changes it. */
const USUAL = {
  day: /^(bokf(öring)?s?|ver(ifikations?)?|trans(aktions)?)?\.? ?-?(dat(um)?|dag)$/i,
  amount: /^(belopp|saldo|summa|debet|utfall)( ?\(?(kr|sek)\)?)?$/i,
  credit: /^kredit$/i,
  voucher: /^(ver(ifikat(ion)?s?)?\.?([ -]?(nr|nummer|id))?|vernr|voucher)$/i,
  line: /^(rad|radnr|radnummer|pos(ition)?)$/i,
  text: /^(ver)?(text|beskrivning|benämning|anteckning)$/i,
  coding:
    /^(konto|ansvar|verksamhet|aktivitet|projekt|motpart|objekt|kontering|kst|kostnadsställe|fri ?kod)$/i,
};

/** The columns that a header seems to have; null for one that is not there. */
export function suggestColumns(
  header: readonly string[],
): Omit<ActualColumns, "day" | "amount" | "voucher"> & Record<"day" | "amount" | "voucher", string | null> {
  const one = (like: RegExp) => header.find((name) => like.test(name.trim())) ?? null;
  return {
    day: one(USUAL.day),
    amount: one(USUAL.amount),
    credit: one(USUAL.credit),
    voucher: one(USUAL.voucher),
    line: one(USUAL.line),
    text: one(USUAL.text),
    coding: header.filter((name) => USUAL.coding.test(name.trim())),
  };
}

/** The suggestion as a mapping, when it has what no line can be without. */
export function suggestedMapping(header: readonly string[]): Mapping | null {
  const { day, amount, voucher, ...rest } = suggestColumns(header);
  return day && amount && voucher
    ? { columns: { ...rest, day, amount, voucher }, codes: [], incomes: "minus" }
    : null;
}

/** Whether a saved mapping can be used on a file: every column that it names is there. */
export function fits(mapping: Mapping, header: readonly string[] | null): boolean {
  if (mapping.columns === null || header === null) return mapping.columns === null && header === null;
  const { day, amount, credit, voucher, line, text, coding } = mapping.columns;
  const named = [day, amount, credit, voucher, line, text, ...coding].filter((name) => name !== null);
  return named.every((name) => header.some((column) => isSameColumn(column, name)));
}

export type Read = { all: number; lines: Actual[]; faults: Reason[] };

/** The lines of a file that was read, by a mapping: incomes below zero, as the ledger has them. Faults, and then no line. */
export function linesOf(file: ActualsFile, mapping: Mapping): Read {
  if (file.faults.length > 0) return { all: 0, lines: [], faults: file.faults };
  if (file.format === "csv" && file.csv && mapping.columns) {
    const { actuals, faults } = readActuals(file.csv, mapping.columns);
    return actuals ? counted(actuals, mapping) : { all: 0, lines: [], faults };
  }
  if (file.format === "sie" && file.sie) return counted(sieActuals(file.sie), mapping);
  return { all: 0, lines: [], faults: [{ key: "reconciliations.whyNot.noColumns" }] };
}

function counted(actuals: readonly Actual[], { codes, incomes }: Mapping): Read {
  const lines = linesWith(actuals, codes).map((actual) =>
    incomes === "plus" ? { ...actual, amount: -actual.amount } : actual,
  );
  return { all: actuals.length, lines, faults: [] };
}
