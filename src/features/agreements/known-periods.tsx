import type { Day } from "@/domain/day";
import { type FundingPeriod, periodsWithin } from "@/domain/funding-period";
import { dayRange, inUnit, longDay, unitName } from "@/messages/format";
import { type Column, Table } from "@/ui/table";
import type { Saying } from "./agreement-words";

const LAST_DAYS = ["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;

/** The periods of the national fund's money between two days, with what is known of their last days. */
export function KnownPeriods({ from, until, saying }: { from: Day; until: Day | null; saying: Saying }) {
  const { t, locale } = saying;
  const periods = periodsWithin(from, until);
  const columns: Column<FundingPeriod>[] = [
    {
      key: "period",
      head: t("agreements.versions.period"),
      rowHeader: true,
      cell: (it) => dayRange(it.from, it.until, locale),
    },
    {
      key: "sum",
      head: t("agreements.versions.periodsSum"),
      num: true,
      cell: (it) => `${inUnit(it.nationalSum, "mnkr", locale)} ${unitName("mnkr", locale)}`,
    },
    ...LAST_DAYS.map((which) => ({
      key: which,
      head: t(`agreements.dayNames.${which}`),
      cell: (it: FundingPeriod) => {
        const day = it[which];
        return day ? longDay(day, locale) : <span className="soft">{t("agreements.versions.unknown")}</span>;
      },
    })),
  ];
  return (
    <>
      <h3>{t("agreements.versions.periodsFinding", { count: periods.length })}</h3>
      <p className="soft">{t("agreements.versions.periodsText")}</p>
      <Table
        label={t("agreements.versions.periodsLabel")}
        rows={periods}
        rowKey={(it) => it.from}
        columns={columns}
      />
    </>
  );
}
