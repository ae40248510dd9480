import { count, money, percent } from "@/messages/format";
import { Section } from "@/ui/section";
import { Table } from "@/ui/table";
import type { Saying } from "./home-frame";
import type { Share, Sharing } from "./home-sharing-queries";

/** How the decided money is shared among the top units, beside how many work there. */
export function SharingSection({ sharing, saying }: { sharing: Sharing | null; saying: Saying }) {
  const { t, locale } = saying;
  const most = sharing?.shares[0];
  if (!sharing || !most)
    return (
      <Section id="sharing" finding={t("tasks.home.sharing.none")}>
        <p className="soft">{t("tasks.home.sharing.noneText")}</p>
      </Section>
    );
  return (
    <Section
      id="sharing"
      finding={t("tasks.home.sharing.finding", {
        unit: most.unit,
        money: percent(most.ofMoney, locale),
        people: most.ofPeople === null ? "none" : percent(most.ofPeople, locale),
      })}
    >
      <p className="note">{t("tasks.home.sharing.note", { fund: sharing.fund || "none" })}</p>
      <Table
        label={t("tasks.home.sharing.label")}
        rows={sharing.shares}
        rowKey={(row) => row.unitId}
        columns={[
          {
            key: "unit",
            head: t("tasks.home.sharing.unit"),
            rowHeader: true,
            cell: (row: Share) => row.unit,
          },
          {
            key: "cases",
            head: t("tasks.home.sharing.cases"),
            num: true,
            cell: (row: Share) => count(row.cases, locale),
          },
          {
            key: "amount",
            head: t("tasks.home.sharing.amount"),
            num: true,
            cell: (row: Share) => money(row.amount, locale),
          },
          {
            key: "ofMoney",
            head: t("tasks.home.sharing.ofMoney"),
            num: true,
            strong: true,
            cell: (row: Share) => percent(row.ofMoney, locale),
          },
          {
            key: "ofPeople",
            head: t("tasks.home.sharing.ofPeople"),
            num: true,
            cell: (row: Share) =>
              row.ofPeople === null ? t("tasks.home.none") : percent(row.ofPeople, locale),
          },
        ]}
        foot={{
          label: t("tasks.home.sharing.sum"),
          values: {
            cases: count(
              sharing.shares.reduce((all, row) => all + row.cases, 0),
              locale,
            ),
            amount: money(sharing.total, locale),
          },
        }}
      />
    </Section>
  );
}
