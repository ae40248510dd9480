import { sum } from "@/domain/money";
import { money, roundMoney } from "@/messages/format";
import { read } from "@/server/db";
import { choices } from "./choice-queries";
import { grantedChart } from "./granted-chart";
import { type PartRow, partsOf } from "./part-queries";
import type { Report, ReportTable, Saying } from "./report";
import { addressOf, periodFields, placeAndPeriodFilter, placeFields, selectionNotes } from "./selection";

/** What each granted part was granted, and what has become of it: paid, released, left. */
export const granted: Report = {
  key: "granted",
  async make(actor, search, saying) {
    const filter = placeAndPeriodFilter.parse(search);
    const { parts, ...found } = await read(actor, async (tx) => ({
      parts: await partsOf(tx, actor, filter),
      choices: await choices(tx, actor),
    }));
    const { t, locale } = saying;
    const total = totalOf(parts);
    return {
      sheet: {
        key: "granted",
        name: t("reports.granted.title"),
        fileName: t("reports.granted.fileName"),
        sentence: t("reports.granted.sentence", {
          granted: roundMoney(total.granted, locale),
          paid: roundMoney(total.paid, locale),
          released: roundMoney(total.released, locale),
          left: roundMoney(total.left, locale),
        }),
        notes: [
          ...selectionNotes(filter, found.choices, saying, { period: true }),
          t("reports.granted.note"),
        ],
        tables: [tableOf(parts, total, saying)],
      },
      fields: [...placeFields(filter, found.choices, saying), ...periodFields(filter, saying)],
      chart: async () => grantedChart(total, saying),
      query: addressOf(filter),
    };
  },
};

type Sums = Pick<PartRow, "granted" | "paid" | "released" | "left">;
const SUMS = ["granted", "paid", "released", "left"] as const;

function totalOf(parts: readonly PartRow[]): Sums {
  const of = (key: keyof Sums) => sum(parts.map((part) => part[key]));
  return { granted: of("granted"), paid: of("paid"), released: of("released"), left: of("left") };
}

const used = ({ granted, paid }: Sums) => (granted > 0n ? Number((paid * 10_000n) / granted) / 10_000 : null);

function tableOf(parts: readonly PartRow[], total: Sums, saying: Saying): ReportTable {
  const { t } = saying;
  return {
    key: "rows",
    title: findingOf(parts, saying),
    columns: [
      { key: "initiative", head: t("reports.columns.initiative"), kind: "text" },
      { key: "unit", head: t("reports.columns.unit"), kind: "text" },
      { key: "number", head: t("reports.columns.number"), kind: "text" },
      { key: "grantedOn", head: t("reports.columns.grantedOn"), kind: "day" },
      ...SUMS.map((key) => ({
        key,
        head: t(`reports.columns.${key}`),
        kind: "ore" as const,
        strong: key === "left",
      })),
      { key: "used", head: t("reports.columns.used"), kind: "percent" },
    ],
    rows: parts.map((part) => [
      { text: part.initiative.title, href: `/initiatives/${part.initiative.id}` },
      { text: part.unit.name },
      { text: part.number ?? "" },
      { day: part.grantedOn },
      ...SUMS.map((key) => ({ ore: part[key] })),
      { percent: used(part) },
    ]),
    foot: [
      { text: t("reports.total") },
      null,
      null,
      null,
      ...SUMS.map((key) => ({ ore: total[key] })),
      { percent: used(total) },
    ],
  };
}

function findingOf(parts: readonly PartRow[], { t, locale }: Saying): string {
  if (parts.length === 0) return t("reports.granted.none");
  const most = parts.reduce((top, part) => (part.left > top.left ? part : top));
  return most.left > 0n
    ? t("reports.granted.finding", { title: most.initiative.title, amount: money(most.left, locale) })
    : t("reports.granted.findingUsed");
}
