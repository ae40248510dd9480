import { plainMoney } from "@/messages/format";
import { Table } from "@/ui/table";
import type { Saying } from "./fund-words";
import type { FundWithTotals, PotView } from "./queries";

const ACCOUNTS = ["available", "reserved", "committed", "drawn"] as const;

/** The pots of a fund with their four accounts, and their sum. */
export function PotsTable({ fund, saying: { t, locale, scheme } }: { fund: FundWithTotals; saying: Saying }) {
  return (
    <Table<PotView>
      label={`${t("funds.pots.label")}, ${fund.name}`}
      rows={fund.pots}
      rowKey={(pot) => pot.id}
      columns={[
        {
          key: "name",
          head: t("funds.pots.name"),
          rowHeader: true,
          cell: (pot) => pot.unitName ?? t("funds.pots.central"),
        },
        ...ACCOUNTS.map((account) => ({
          key: account,
          head: t(`funds.thread.${account}`, { scheme }),
          num: true,
          strong: account === "available",
          cell: (pot: PotView) => plainMoney(pot[account], locale),
        })),
      ]}
      foot={{
        label: t("funds.pots.sum"),
        values: Object.fromEntries(
          ACCOUNTS.map((account) => [account, plainMoney(fund.totals[account], locale)]),
        ),
      }}
    />
  );
}
