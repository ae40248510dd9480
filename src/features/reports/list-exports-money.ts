import { stateOf } from "@/features/funds/fund-words";
import { fundTotals } from "@/features/funds/queries";
import { listOf, on, ore, text } from "./list-export";

export const funds = listOf({ see: "funds", page: "/funds" }, ({ actor }) => fundTotals(actor), [
  { key: "fund", width: 28, cell: (fund) => text(fund.name) },
  { key: "version", width: 32, cell: (fund, { t }) => text(t(`words.versions.${fund.version}`)) },
  {
    key: "status",
    width: 20,
    cell: (fund, { t, today, scheme }) => text(t(`funds.state.${stateOf(fund, today)}`, { scheme })),
  },
  { key: "periodFrom", width: 12, cell: (fund) => on(fund.from) },
  { key: "periodUntil", width: 12, cell: (fund) => on(fund.until) },
  { key: "applicationDay", width: 14, cell: (fund) => on(fund.applicationDay) },
  { key: "reserveDay", width: 14, cell: (fund) => on(fund.reserveDay) },
  { key: "grantDay", width: 14, cell: (fund) => on(fund.grantDay) },
  { key: "requisitionDay", width: 14, cell: (fund) => on(fund.requisitionDay) },
  { key: "frame", width: 18, cell: ({ totals }) => ore(totals.frame) },
  { key: "available", width: 18, cell: ({ totals }) => ore(totals.available) },
  { key: "reserved", width: 18, cell: ({ totals }) => ore(totals.reserved) },
  { key: "committed", width: 18, cell: ({ totals }) => ore(totals.committed) },
  { key: "drawn", width: 18, cell: ({ totals }) => ore(totals.drawn) },
  { key: "reverted", width: 18, cell: ({ totals }) => ore(totals.reverted) },
]);
