import type { Day } from "@/domain/day";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { Link } from "@/ui/link";
import { Table } from "@/ui/table";
import { periodWords } from "./held-tables";
import type { HearingView } from "./union-queries";

/** The dated list of the unions to hear per unit. */
export function HearingsTable({
  hearings,
  t,
  locale,
  today,
}: {
  hearings: HearingView[];
  t: T;
  locale: Locale;
  today: Day;
}) {
  return (
    <Table<HearingView>
      label={t("administration.unions.hearLabel")}
      rows={hearings}
      rowKey={(hearing) => hearing.id}
      columns={[
        {
          key: "unit",
          head: t("administration.unions.unit"),
          rowHeader: true,
          cell: (hearing) => hearing.unitName,
        },
        { key: "union", head: t("administration.unions.union"), cell: (hearing) => hearing.unionName },
        {
          key: "period",
          head: t("administration.unions.period"),
          cell: (hearing) => (
            <>
              {periodWords(hearing, { t, locale })}{" "}
              {hearing.until !== null && hearing.until < today ? null : (
                <Link href={`/admin/unions/hearings/${hearing.id}`}>
                  {t("administration.unions.endAction")}
                  <span className="unseen">
                    {" "}
                    {t("administration.unions.endAbout", {
                      union: hearing.unionName,
                      unit: hearing.unitName,
                    })}
                  </span>
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
