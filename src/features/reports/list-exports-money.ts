import { alarmWords, pastWords } from "@/features/alarms/alarm-words";
import { getAlarms, readAlarmFilters } from "@/features/alarms/queries";
import { getCodingFaults } from "@/features/codings/fault-queries";
import { stateOf } from "@/features/funds/fund-words";
import { fundTotals } from "@/features/funds/queries";
import { getMonths } from "@/features/reconciliations/month-queries";
import { sentence } from "@/messages/translator";
import { everyPage, listOf, number, on, ore, text } from "./list-export";

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

export const alarms = listOf(
  { see: "alarms", page: "/alarms" },
  ({ actor }, search) => everyPage((after) => getAlarms(actor, readAlarmFilters({ ...search, after }))),
  [
    { key: "title", width: 48, cell: (row, reader) => text(alarmWords(row, reader).title) },
    { key: "note", width: 48, cell: (row, reader) => text(alarmWords(row, reader).detail) },
    { key: "since", width: 12, cell: (row) => on(row.raisedOn) },
    { key: "day", width: 12, cell: (row) => on(row.day) },
    { key: "amount", width: 16, cell: (row) => ore(row.amount) },
    { key: "status", width: 36, cell: (row, reader) => text(pastWords(row, reader)) },
  ],
);

/** One row a cost line, with all that is wrong with its coding. */
export const codingFaults = listOf(
  { see: "codingFaults", page: "/coding/faults" },
  ({ actor, today }) => everyPage((after) => getCodingFaults(actor, after ?? null, today)),
  [
    { key: "number", width: 12, cell: (row) => text(row.case.number) },
    { key: "title", width: 40, cell: (row) => text(row.case.title) },
    { key: "unit", width: 28, cell: (row) => text(row.case.unit) },
    { key: "costType", width: 28, cell: (row, { t }) => text(t(`words.costTypes.${row.costType}`)) },
    { key: "line", width: 32, cell: (row) => text(row.text) },
    { key: "amount", width: 16, cell: (row) => ore(row.amount) },
    {
      key: "faults",
      width: 60,
      cell: (row, { t }) => text(row.faults.map((fault) => sentence(t, fault)).join(" ")),
    },
  ],
);

export const months = listOf(
  { see: "reconciliation", page: "/reconciliation" },
  ({ actor, today }) => getMonths(actor, today),
  [
    { key: "month", width: 12, cell: (row) => text(row.month) },
    { key: "closedOn", width: 14, cell: (row) => on(row.closed?.on ?? null) },
    { key: "by", width: 24, cell: (row) => text(row.closed?.by) },
    { key: "lines", width: 10, cell: (row) => number(row.lines) },
    { key: "amount", width: 18, cell: (row) => ore(row.amount) },
    { key: "gaps", width: 18, cell: (row) => number(row.gaps) },
    { key: "differs", width: 18, cell: (row) => ore(row.differs) },
  ],
);
