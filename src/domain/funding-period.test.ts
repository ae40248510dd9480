import { expect, test } from "vitest";
import { addDays } from "./day";
import { whyNotOpenFund } from "./fund";
import { FUNDING_PERIODS, periodFrom, periodsWithin } from "./funding-period";

test("the national sums and the days that are known, period by period [O8, O10, O11, O12]", () => {
  const rows = FUNDING_PERIODS.map((it) => [
    `${it.from}–${it.until}`,
    it.nationalSum / 100_000_000n,
    it.applicationDay,
    it.reserveDay,
    it.grantDay,
    it.requisitionDay,
  ]);
  expect(rows).toEqual([
    ["2017-01-01–2019-12-31", 750n, "2019-11-29", "2019-11-30", "2019-12-31", null],
    ["2020-01-01–2020-12-31", 250n, null, null, null, null],
    ["2021-01-01–2023-12-31", 750n, null, null, null, null],
    ["2024-01-01–2026-12-31", 750n, null, null, null, "2029-12-31"],
  ]);
});

test("the periods follow each other, and each could be opened as a fund", () => {
  for (const [nth, it] of FUNDING_PERIODS.entries()) {
    expect(whyNotOpenFund(it)).toBeNull();
    const next = FUNDING_PERIODS[nth + 1];
    if (next) expect(next.from).toBe(addDays(it.until, 1));
    expect(periodFrom(it.from)).toBe(it);
  }
  expect(periodFrom("2024-01-02")).toBeUndefined();
});

test("which periods a version saw", () => {
  const years = (from: string, until: string | null) =>
    periodsWithin(from, until).map((it) => it.from.slice(0, 4));
  expect(years("2017-01-01", "2020-04-30")).toEqual(["2017", "2020"]);
  expect(years("2020-05-01", "2020-12-31")).toEqual(["2020"]);
  expect(years("2022-10-01", null)).toEqual(["2021", "2024"]);
});
