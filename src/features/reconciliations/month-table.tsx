import { plainMoney, shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status, type StatusTone } from "@/ui/status";
import { Table } from "@/ui/table";
import type { MonthRow } from "./month-queries";
import { monthState, monthWords, type Saying } from "./month-words";

const TONES: Record<ReturnType<typeof monthState>, StatusTone> = {
  differs: "warn",
  fits: "active",
  soFar: "open",
  closed: "done",
  closedWithCauses: "done",
};

/** The months that have lines, the newest first. */
export function MonthTable({ rows, saying }: { rows: MonthRow[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <div className="stack">
      <Table<MonthRow>
        label={t("reconciliations.list.label")}
        rows={rows}
        rowKey={(row) => row.month}
        columns={[
          {
            key: "month",
            head: t("reconciliations.list.month"),
            rowHeader: true,
            cell: (row) => (
              <Link href={`/reconciliation/${row.month}`}>{monthWords(row.month, { locale, today })}</Link>
            ),
          },
          {
            key: "state",
            head: t("reconciliations.list.state"),
            cell: (row) => {
              const state = monthState(row, today);
              const text = row.closed
                ? t("reconciliations.list.states.closed", { day: shortDay(row.closed.on, locale, today) })
                : t(`reconciliations.list.states.${state === "closedWithCauses" ? "closed" : state}`, {
                    gaps: row.gaps,
                  });
              return <Status tone={TONES[state]} text={text} />;
            },
          },
          {
            key: "by",
            head: t("reconciliations.list.by"),
            cell: (row) => (row.closed ? (row.closed.by ?? t("reconciliations.view.someone")) : "–"),
          },
          { key: "lines", head: t("reconciliations.list.lines"), num: true, cell: (row) => row.lines },
          {
            key: "amount",
            head: t("reconciliations.list.amount"),
            num: true,
            cell: (row) => plainMoney(row.amount, locale),
          },
          {
            key: "differs",
            head: t("reconciliations.list.differs"),
            num: true,
            strong: true,
            cell: (row) => plainMoney(row.differs, locale),
          },
        ]}
      />
      <p className="note">{t("reconciliations.list.note")}</p>
    </div>
  );
}
