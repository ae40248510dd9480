import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, column, covers, day, dayOf, daysBetween, isDay, isoWeek, quarterOf } from "./day";

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => day(date));

describe("dayOf: the calendar day in Stockholm", () => {
  test.each([
    ["2026-11-22T22:59:59Z", "2026-11-22"],
    ["2026-11-22T23:00:00Z", "2026-11-23"],
    // Summer time: an hour earlier.
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    ["2026-12-31T23:00:00Z", "2027-01-01"],
    // The nights when the clock is changed.
    ["2026-03-29T00:59:59Z", "2026-03-29"],
    ["2026-10-25T22:30:00Z", "2026-10-25"],
  ])("%s is %s", (instant, expected) => expect(dayOf(new Date(instant))).toBe(expected));
});

describe("isDay", () => {
  test.each(["2026-11-22", "2024-02-29", "1900-01-01", "2199-12-31"])("%s exists", (text) =>
    expect(isDay(text)).toBe(true),
  );
  test.each([
    "",
    "2026-11-31",
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-1-1",
    "22-11-2026",
    "2026-11-22T00:00",
    "20261122",
    " 2026-11-22",
    "２026-11-22",
  ])("%s does not", (text) => expect(isDay(text)).toBe(false));
  // What slips from the keyboard, and what the database could not even store.
  test.each(["0000-01-01", "0202-12-01", "1026-12-01", "9999-12-31"])("%s is a slip", (text) =>
    expect(isDay(text)).toBe(false),
  );
});

test("a date column comes back as the day that was put in", () => {
  fc.assert(fc.property(anyDay, (it) => day(column(it)) === it && isDay(it)));
  expect(column(null)).toBeNull();
  expect(day(null)).toBeNull();
});

test("adding and counting days are each other's opposite, over leap days and changes of the clock", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(daysBetween("2026-11-23", "2026-12-31")).toBe(38);
  expect(daysBetween("2026-12-31", "2026-11-23")).toBe(-38);
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: -4000, max: 4000 }),
      (from, days) => daysBetween(from, addDays(from, days)) === days,
    ),
  );
});

describe("isoWeek", () => {
  test.each([
    ["2026-11-23", 2026, 48],
    ["2027-01-01", 2026, 53],
    ["2027-01-04", 2027, 1],
    ["2024-12-30", 2025, 1],
    ["2026-01-01", 2026, 1],
    ["2023-01-01", 2022, 52],
  ])("%s lies in %i v. %i", (of, year, week) => expect(isoWeek(of)).toEqual({ year, week }));
});

test("a period counts both its ends; an open one has none", () => {
  const year = { from: "2026-01-01", until: "2026-12-31" };
  expect(["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"].map((on) => covers(year, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(covers({ from: "2026-01-01", until: null }, "2099-01-01")).toBe(true);
});

describe("quarterOf: the quarter of the calendar year", () => {
  test.each([
    ["2026-01-01", "2026-01-01", "2026-03-31", 1],
    ["2026-03-31", "2026-01-01", "2026-03-31", 1],
    ["2024-02-29", "2024-01-01", "2024-03-31", 1],
    ["2026-04-01", "2026-04-01", "2026-06-30", 2],
    ["2026-09-30", "2026-07-01", "2026-09-30", 3],
    ["2026-11-23", "2026-10-01", "2026-12-31", 4],
  ])("%s lies in %s–%s", (of, from, until, quarter) => {
    expect(quarterOf(of)).toEqual({ from, until, quarter });
  });

  test("every day lies in its own quarter, and the next begins the day after it ends", () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const { from, until } = quarterOf(of);
        expect(from <= of && of <= until).toBe(true);
        expect(quarterOf(addDays(until, 1)).from).toBe(addDays(until, 1));
      }),
    );
  });
});
