import { z } from "zod";
import { AREAS } from "@/domain/agreement";
import { money, roundMoney, shortDay } from "@/messages/format";
import type { Report, ReportCell, ReportColumn, ReportSheet, Saying } from "./report";
import {
  addressOf,
  GROUPINGS,
  type Grouping,
  PERIOD,
  PLACE,
  periodFields,
  placeFields,
  type Selection,
  selectionNotes,
} from "./selection";
import { spendingCharts } from "./spending-charts";
import { type Spending, type SpendingRow, type Sums, spendingOf } from "./spending-queries";

/** What a report of spending is narrowed to. What cannot be read is left out. */
export const spendingFilter = z.object({ by: z.enum(GROUPINGS).catch("unit"), ...PLACE, ...PERIOD });

/** What is reserved, granted and paid, by fund, unit, initiative, area or month: straight out of the book. */
export const spending: Report = {
  key: "spending",
  async make(actor, search, saying) {
    const filter = spendingFilter.parse(search);
    const it = await spendingOf(actor, filter);
    const { t } = saying;
    return {
      sheet: sheetOf(it, filter, saying),
      fields: [
        {
          kind: "select",
          name: "by",
          label: t("reports.spending.by"),
          value: filter.by,
          options: GROUPINGS.map((by) => ({ value: by, label: t(`reports.spending.grouping.${by}`) })),
        },
        ...placeFields(filter, it.choices, saying),
        ...periodFields(filter, saying),
      ],
      chart: () => spendingCharts(actor, filter, saying),
      query: addressOf({ ...filter, by: filter.by === "unit" ? undefined : filter.by }),
    };
  },
};

function sheetOf(it: Spending, filter: Selection, saying: Saying): ReportSheet {
  const { t } = saying;
  const shown = sumsShown(it);
  const numbered = it.by === "initiative";
  const columns: ReportColumn[] = [
    { key: "label", head: t(`reports.spending.grouping.${it.by}`), kind: "text" },
    ...(numbered
      ? [{ key: "number", head: t("reports.spending.columns.number"), kind: "text" as const }]
      : []),
    ...shown.map((sum) => ({
      key: sum,
      head: t(`reports.spending.columns.${sum}`),
      kind: "ore" as const,
      strong: sum === "drawn",
    })),
  ];
  const amounts = (sums: Sums): ReportCell[] => shown.map((sum) => ({ ore: sums[sum] }));
  const lead = (label: string, number: string | null): ReportCell[] => [
    { text: label },
    ...(numbered ? [{ text: number ?? "" }] : []),
  ];
  return {
    key: "spending",
    name: t("reports.spending.title"),
    fileName: t("reports.spending.fileName"),
    sentence: sentenceOf(it.total, filter, saying),
    notes: [...selectionNotes(filter, it.choices, saying, { period: true }), t("reports.spending.note")],
    tables: [
      {
        key: "rows",
        title: findingOf(it, saying),
        columns,
        rows: rowsShown(it, shown).map((row) => [
          ...lead(labelOf(row, it.by, saying), row.number),
          ...amounts(row),
        ]),
        foot: [...lead(t("reports.total"), null), ...amounts(it.total)],
      },
    ],
  };
}

/** Which sums mean something: the frame itself belongs to no unit, area or initiative. */
function sumsShown({ by, whole }: Spending): (keyof Sums)[] {
  const used = ["reserved", "committed", "drawn"] as const;
  if (!whole) return [...used];
  if (by === "fund") return ["provided", "available", ...used];
  return by === "month" ? ["provided", ...used] : [...used];
}

/**
 * Rows that say something with the sums shown: elsewhere than under its fund and month the frame's own row is empty, and
 * so is that of a case which has nothing left of its own once its initiatives have it all.
 */
function rowsShown({ rows, by }: Spending, shown: (keyof Sums)[]): SpendingRow[] {
  const mayBeEmpty = (row: SpendingRow) => row.key !== null && by !== "initiative";
  return rows.filter((row) => mayBeEmpty(row) || shown.some((sum) => row[sum] !== 0n));
}

function labelOf(row: SpendingRow, by: Grouping, { t }: Saying): string {
  if (row.key === null) return t("reports.spending.frameRow");
  if (by !== "area") return row.label ?? "";
  const area = AREAS.find((it) => it === row.key);
  return area ? t(`words.areas.${area}`) : t("reports.noArea");
}

function sentenceOf(total: Sums, { from, until }: Selection, { t, locale, today }: Saying): string {
  const say = (key: keyof Sums) => roundMoney(total[key], locale);
  const sums = { drawn: say("drawn"), committed: say("committed"), reserved: say("reserved") };
  return from && until
    ? t("reports.spending.sentencePeriod", {
        ...sums,
        from: shortDay(from, locale, today),
        until: shortDay(until, locale, today),
      })
    : t("reports.spending.sentence", sums);
}

/** The heading says what the table shows: who has used the most. */
function findingOf(it: Spending, saying: Saying): string {
  const { t, locale } = saying;
  const most = it.rows
    .filter((row) => row.key !== null && row.drawn > 0n)
    .reduce<SpendingRow | null>((top, row) => (top && top.drawn >= row.drawn ? top : row), null);
  return most
    ? t("reports.spending.finding", {
        label: labelOf(most, it.by, saying),
        amount: money(most.drawn, locale),
      })
    : t("reports.spending.findingNone");
}
