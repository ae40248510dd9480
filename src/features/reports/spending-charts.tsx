import type { Actor } from "@/domain/actor";
import type { Ore } from "@/domain/money";
import { sum } from "@/domain/money";
import { plainMoney, roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { FlowChart } from "@/ui/chart-flow";
import { Multiples } from "@/ui/chart-multiples";
import type { Saying } from "./report";
import type { Selection } from "./selection";
import { type FlowRow, flowOf, type MonthRow, paidByMonth } from "./spending-queries";

/** Names that one can follow in a chart; the rest goes under one name. */
const NAMED = 7;

/** Where the money of a selection went, from fund over unit to area, and how it was paid month by month in each unit. */
export async function spendingCharts(actor: Actor, filter: Selection, saying: Saying) {
  const { flows, months } = await read(actor, async (tx) => ({
    flows: await flowOf(tx, actor, filter),
    months: await paidByMonth(tx, actor, filter),
  }));
  return (
    <>
      <MoneyFlow rows={flows} saying={saying} />
      <PaidByUnit rows={months} saying={saying} />
    </>
  );
}

/** Sums by name, the largest first. */
function largest<Row>(rows: readonly Row[], nameOf: (row: Row) => string, amountOf: (row: Row) => Ore) {
  const sums = new Map<string, Ore>();
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0n) + amountOf(row));
  return [...sums].sort(([, a], [, b]) => (a === b ? 0 : a > b ? -1 : 1));
}

function MoneyFlow({ rows, saying }: { rows: readonly FlowRow[]; saying: Saying }) {
  const { t, locale } = saying;
  const units = largest(
    rows,
    ({ unit }) => unit,
    ({ amount }) => amount,
  );
  const [first] = units;
  if (!first) return null;
  const named = new Set(units.slice(0, units.length > NAMED + 1 ? NAMED : NAMED + 1).map(([name]) => name));
  const areaOf = ({ area }: FlowRow) => (area ? t(`words.areas.${area}`) : t("reports.noArea"));
  const said = (amount: Ore) => roundMoney(amount, locale);
  return (
    <div className="section">
      <FlowChart
        id="flow"
        finding={t("reports.spending.flow.finding", { unit: first[0], amount: said(first[1]) })}
        note={t("reports.spending.flow.note")}
        description={t("reports.spending.flow.description", {
          amount: said(sum(rows.map(({ amount }) => amount))),
        })}
        flows={rows.map((row) => ({
          path: [
            row.fund,
            named.has(row.unit) ? row.unit : t("reports.spending.flow.rest"),
            areaOf(row),
          ] as const,
          value: Number(row.amount),
        }))}
        say={(value) => said(BigInt(Math.round(value)))}
        twin={{
          summary: t("reports.spending.flow.show"),
          label: t("reports.spending.flow.table"),
          heads: [t("reports.spending.flow.path"), t("reports.spending.flow.amount")],
          rows: rows.map((row) => [
            `${row.fund}, ${row.unit}, ${areaOf(row)}`,
            plainMoney(row.amount, locale),
          ]),
          foot: [t("reports.total"), plainMoney(sum(rows.map(({ amount }) => amount)), locale)],
        }}
      />
    </div>
  );
}

/** Every month from the first in which anything was paid to the last, "2026-11". */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let [year = 0, month = 1] = first.split("-").map(Number); ; month++) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, "0")}`;
    months.push(name);
    if (name >= last) return months;
  }
}

/** What was paid up to and with each month. */
function running(rows: readonly MonthRow[], months: readonly string[]): Ore[] {
  let paid = 0n;
  return months.map((month) => {
    paid += sum(rows.flatMap((row) => (row.month === month ? [row.drawn] : [])));
    return paid;
  });
}

function PaidByUnit({ rows, saying }: { rows: readonly MonthRow[]; saying: Saying }) {
  const { t, locale } = saying;
  const [start, end] = [rows[0]?.month, rows.at(-1)?.month];
  if (!start || !end || start === end) return null;
  const months = monthsBetween(start, end);
  const units = largest(
    rows,
    ({ unit }) => unit,
    ({ drawn }) => drawn,
  );
  const panels = units.slice(0, NAMED + 1).map(([name, paid]) => ({
    name,
    paid,
    course: running(
      rows.filter(({ unit }) => unit === name),
      months,
    ),
  }));
  const said = (amount: Ore) => roundMoney(amount, locale);
  const years = months.flatMap((month, at) =>
    month.endsWith("-01") ? [{ at, label: month.slice(0, 4) }] : [],
  );
  return (
    <div className="section">
      <Multiples
        id="units"
        finding={t("reports.spending.units.finding", {
          unit: panels[0]?.name ?? "",
          amount: said(panels[0]?.paid ?? 0n),
        })}
        note={t("reports.spending.units.note", { from: start, until: end })}
        places={months.length}
        ticks={years.length > 0 ? years.slice(-4) : [{ at: 0, label: start }]}
        legend={{ line: t("reports.spending.units.line") }}
        panels={panels.map(({ name, paid, course }) => ({
          name,
          values: course.map(Number),
          said: said(paid),
          below: t("reports.spending.units.below", { amount: said(paid) }),
        }))}
        twin={{
          summary: t("reports.spending.units.show"),
          label: t("reports.spending.units.table"),
          heads: [t("reports.spending.units.month"), ...panels.map(({ name }) => name)],
          rows: months.map((month, at) => [
            month,
            ...panels.map(({ course }) => plainMoney(course[at] ?? 0n, locale)),
          ]),
        }}
      />
    </div>
  );
}
