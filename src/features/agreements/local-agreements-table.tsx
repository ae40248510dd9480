import { localAgreementStateOn, reviewDay } from "@/domain/local-agreement";
import { longDay } from "@/messages/format";
import { Link } from "@/ui/link";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { agreementStatus, periodWords, type Saying } from "./agreement-words";
import type { LocalAgreementView } from "./queries";

/** The employer's local agreements with their states by the days; one that has expired stays as it is. */
export function LocalAgreementsTable({
  agreements,
  saying,
}: {
  agreements: LocalAgreementView[];
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  return (
    <Table<LocalAgreementView>
      label={t("agreements.local.label")}
      rows={agreements}
      rowKey={(agreement) => agreement.id}
      columns={[
        {
          key: "period",
          head: t("agreements.local.period"),
          rowHeader: true,
          cell: (agreement) => {
            const review = reviewDay(agreement);
            return (
              <>
                {periodWords(agreement, saying)}
                {review ? (
                  <span className="sub">
                    {t("agreements.local.review", { day: longDay(review, locale) })}
                  </span>
                ) : null}
              </>
            );
          },
        },
        {
          key: "state",
          head: t("agreements.local.state"),
          cell: (agreement) => <Status {...agreementStatus(agreement, saying)} />,
        },
        {
          key: "rule",
          head: t("agreements.local.rule"),
          cell: (agreement) => t(`agreements.local.rules.${agreement.decisionRule}`),
        },
        {
          key: "purpose",
          head: t("agreements.local.purpose"),
          cell: (agreement) => agreement.purpose ?? "–",
        },
        {
          key: "change",
          head: t("agreements.local.change"),
          cell: (agreement) =>
            localAgreementStateOn(agreement, today) === "expired" ? null : (
              <Link href={`/admin/agreements/${agreement.id}`}>
                {t("agreements.local.change")}
                <span className="unseen">
                  {" "}
                  {t("agreements.local.changeAbout", { period: periodWords(agreement, saying) })}
                </span>
              </Link>
            ),
        },
      ]}
    />
  );
}
