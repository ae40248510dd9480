import { plainMoney } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { type Column, Table } from "@/ui/table";
import type { SpendingReport, SpendingRow, Sums } from "./queries";
import type { Grouping } from "./schema";

/** Which sums mean something for a grouping: the frame itself belongs to no unit and no initiative. */
export function sumsShown(by: Grouping): (keyof Sums)[] {
  return by === "fund"
    ? ["provided", "available", "reserved", "committed", "drawn"]
    : by === "month"
      ? ["provided", "reserved", "committed", "drawn"]
      : ["reserved", "committed", "drawn"];
}

/** What a row is about, in words. */
export function rowLabel(row: SpendingRow, t: T): string {
  return row.label ?? t("reports.spending.frameRow");
}

/**
 * Rows that say something with the sums shown: under units and initiatives the frame's own row is empty, and so is that
 * of a case which has nothing left of its own once its initiatives have it all.
 */
export function rowsShown(report: SpendingReport): SpendingRow[] {
  const shown = sumsShown(report.by);
  const mayBeEmpty = (row: SpendingRow) => row.key !== null && report.by !== "initiative";
  return report.rows.filter((row) => mayBeEmpty(row) || shown.some((sum) => row[sum] !== 0n));
}

/** The report as a table: amounts in kronor, the ledger's own total below. */
export function SpendingTable({ report, t, locale }: { report: SpendingReport; t: T; locale: Locale }) {
  const shown = sumsShown(report.by);
  const columns: Column<SpendingRow>[] = [
    {
      key: "label",
      head: t(`reports.spending.grouping.${report.by}`),
      rowHeader: true,
      cell: (row) => rowLabel(row, t),
    },
    ...(report.by === "initiative"
      ? [
          {
            key: "note",
            head: t("reports.spending.columns.number"),
            cell: (row: SpendingRow) => row.note ?? "",
          },
        ]
      : []),
    ...shown.map((sum) => ({
      key: sum,
      head: t(`reports.spending.columns.${sum}`),
      num: true,
      strong: sum === "drawn",
      cell: (row: SpendingRow) => plainMoney(row[sum], locale),
    })),
  ];
  const foot = {
    label: t("reports.spending.total"),
    values: Object.fromEntries(shown.map((sum) => [sum, plainMoney(report.total[sum], locale)])),
  };
  return (
    <Table
      label={t("reports.spending.title")}
      columns={columns}
      rows={rowsShown(report)}
      rowKey={(row) => row.key ?? "frame"}
      foot={foot}
      variant="wide"
    />
  );
}
