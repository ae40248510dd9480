import type { Day } from "./day";
import type { Ore } from "./money";

/** A period of the national fund's money, as far as it is known. A day that is not is written by the employer. */
export type FundingPeriod = {
  from: Day;
  until: Day;
  /** New money for the whole country, öre; each employer has a share of it by payroll. [O10, O12] */
  nationalSum: Ore;
  applicationDay: Day | null;
  reserveDay: Day | null;
  grantDay: Day | null;
  requisitionDay: Day | null;
};

const mkr = (millions: number): Ore => BigInt(millions) * 100_000_000n;
const UNKNOWN = { applicationDay: null, reserveDay: null, grantDay: null, requisitionDay: null };

/**
 * The periods so far. 2017–2019: what was not reserved on 1 December 2019 went back, so the day before was the last; a
 * complete application by 29 November, decided by 31 December, carried out and claimed later [O8, O10]. 2020 was a year
 * of its own [O10]. 2021–2023: no days are known [O11]. From 2024 on everything is claimed within three years of the
 * period's end; earlier periods have no such day [O12, O13].
 */
export const FUNDING_PERIODS: readonly FundingPeriod[] = [
  {
    from: "2017-01-01",
    until: "2019-12-31",
    nationalSum: mkr(750),
    applicationDay: "2019-11-29",
    reserveDay: "2019-11-30",
    grantDay: "2019-12-31",
    requisitionDay: null,
  },
  { from: "2020-01-01", until: "2020-12-31", nationalSum: mkr(250), ...UNKNOWN },
  { from: "2021-01-01", until: "2023-12-31", nationalSum: mkr(750), ...UNKNOWN },
  {
    from: "2024-01-01",
    until: "2026-12-31",
    nationalSum: mkr(750),
    ...UNKNOWN,
    requisitionDay: "2029-12-31",
  },
];

/** The periods of which some day lies between two days (null: no end), the earliest first. */
export function periodsWithin(from: Day, until: Day | null): FundingPeriod[] {
  return FUNDING_PERIODS.filter((it) => from <= it.until && (until === null || it.from <= until));
}

/** The period that begins on a day; undefined when there is none. */
export function periodFrom(from: string | undefined): FundingPeriod | undefined {
  return FUNDING_PERIODS.find((it) => it.from === from);
}
