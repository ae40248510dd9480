import { longDay, plainMoney } from "@/messages/format";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { Saying } from "./fund-words";
import type { ProvisionView } from "./provision-queries";
import { originWords } from "./provision-words";

/** How a fund's money came about, the newest first. `booked`: whether more was provided than is told here. */
export function ProvisionsSection({
  provisions,
  booked,
  saying,
}: {
  provisions: ProvisionView[];
  booked: boolean;
  saying: Saying;
}) {
  const { t, locale } = saying;
  return (
    <Section id="origin" finding={t("provisions.origin.finding", { count: provisions.length })}>
      {provisions.length === 0 ? (
        booked ? (
          <p className="soft">{t("provisions.origin.older")}</p>
        ) : null
      ) : (
        <Table<ProvisionView>
          label={t("provisions.origin.label")}
          rows={provisions}
          rowKey={(it) => it.id}
          columns={[
            {
              key: "how",
              head: t("provisions.origin.how"),
              rowHeader: true,
              cell: (it) => (
                <>
                  {originWords(it, saying)}{" "}
                  {it.isReversed ? <Status bare tone="open" text={t("provisions.origin.reversed")} /> : null}
                  {it.potUnit ? <span className="sub">{it.potUnit}</span> : null}
                </>
              ),
            },
            { key: "day", head: t("provisions.origin.day"), cell: (it) => longDay(it.day, locale) },
            {
              key: "by",
              head: t("provisions.origin.by"),
              cell: (it) => (it.by ? (it.by.name ?? t("ledger.hidden")) : t("ledger.portal")),
            },
            {
              key: "amount",
              head: t("provisions.origin.amount"),
              num: true,
              strong: true,
              cell: (it) => plainMoney(it.amount, locale),
            },
          ]}
        />
      )}
    </Section>
  );
}
