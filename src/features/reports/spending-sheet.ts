import { longDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { Cell } from "@/server/csv";
import type { SpendingReport } from "./queries";
import type { SpendingFilter } from "./schema";
import { rowLabel, rowsShown, sumsShown } from "./spending-table";

/** The report as cells: the same rows and the same total as on screen, amounts in öre. */
export function spendingSheet(
  report: SpendingReport,
  filter: SpendingFilter,
  t: T,
  locale: Locale,
  today: string,
) {
  const shown = sumsShown(report.by);
  const perCase = report.by === "initiative";
  const lead = (label: string, note: string | null): Cell[] => [
    { text: label },
    ...(perCase ? [{ text: note ?? "" }] : []),
  ];
  return {
    name: t("reports.spending.title"),
    notes: [
      t("reports.spending.noteFilter", { filter: filterWords(report, filter, t) }),
      t("reports.spending.noteMade", { day: longDay(today, locale) }),
    ],
    columns: [
      { head: t(`reports.spending.grouping.${report.by}`), width: 40 },
      ...(perCase ? [{ head: t("reports.spending.columns.number"), width: 14 }] : []),
      ...shown.map((sum) => ({ head: t(`reports.spending.columns.${sum}`), width: 16 })),
    ],
    rows: [
      ...rowsShown(report).map((row) => [
        ...lead(rowLabel(row, t), row.note),
        ...shown.map((sum): Cell => ({ ore: row[sum] })),
      ]),
      [...lead(t("reports.spending.total"), null), ...shown.map((sum): Cell => ({ ore: report.total[sum] }))],
    ],
  };
}

function filterWords(report: SpendingReport, filter: SpendingFilter, t: T): string {
  const fund = report.funds.find(({ id }) => id === filter.fund)?.name ?? t("reports.spending.allFunds");
  const unit = report.units.find(({ id }) => id === filter.unit)?.name ?? t("reports.spending.allUnits");
  const period =
    filter.from || filter.until
      ? `${filter.from ?? "…"}–${filter.until ?? "…"}`
      : t("reports.spending.wholePeriod");
  return `${fund}, ${unit}, ${period}`;
}
