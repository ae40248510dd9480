import { shortDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { Saying } from "./coding-faults";
import { formWords, placeWords, requiredWords } from "./coding-words";
import type { SegmentRow } from "./queries";

/** The employer's segments with their days; each leads to where it is changed or ended. */
export function SegmentTable({ rows, saying }: { rows: SegmentRow[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Table<SegmentRow>
      label={t("codings.list.label")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          head: t("codings.list.name"),
          rowHeader: true,
          cell: (row) => <Link href={`/coding/${row.id}`}>{row.name}</Link>,
        },
        {
          key: "form",
          head: t("codings.list.form"),
          cell: (row) => (
            <>
              {formWords(row, t)}
              {row.allowed ? (
                <span className="sub">{t("codings.list.codes", { count: row.allowed.length })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "required",
          head: t("codings.list.required"),
          cell: (row) => requiredWords(row.required, t),
        },
        { key: "place", head: t("codings.list.place"), cell: (row) => placeWords(row.sie, t) },
        {
          key: "days",
          head: t("codings.list.days"),
          cell: (row) => {
            const from = shortDay(row.from, locale, today);
            if (row.until === null)
              return (
                <>
                  {t("codings.list.from", { from })}
                  {row.from > today ? <Status bare tone="waiting" text={t("codings.list.ahead")} /> : null}
                </>
              );
            return (
              <>
                {t("codings.list.fromUntil", { from, until: shortDay(row.until, locale, today) })}
                {row.until < today ? <Status bare tone="done" text={t("codings.list.ended")} /> : null}
              </>
            );
          },
        },
      ]}
    />
  );
}
