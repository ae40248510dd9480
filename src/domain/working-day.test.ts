import { expect, test } from "vitest";
import { addWorkingDays, isWorkingDay, workingDayFrom } from "./working-day";

test.each([
  ["2026-11-23", "an ordinary Monday"],
  ["2026-04-02", "Maundy Thursday"],
  ["2026-05-15", "the Friday after Ascension"],
  ["2026-06-18", "the Thursday before midsummer"],
  ["2026-12-23", "the day before Christmas Eve"],
  ["2027-01-04", "the first Monday of 2027"],
])("%s is a working day: %s", (day) => {
  expect(isWorkingDay(day)).toBe(true);
});

test.each([
  ["2026-11-22", "Sunday"],
  ["2026-11-28", "Saturday"],
  ["2026-01-01", "New Year's Day"],
  ["2026-01-06", "Epiphany"],
  ["2026-04-03", "Good Friday 2026"],
  ["2026-04-06", "Easter Monday 2026"],
  ["2027-03-26", "Good Friday 2027"],
  ["2027-03-29", "Easter Monday 2027"],
  ["2024-03-29", "Good Friday 2024"],
  ["2026-05-14", "Ascension 2026"],
  ["2026-05-01", "the first of May"],
  ["2025-06-06", "the national day"],
  ["2026-06-19", "Midsummer Eve 2026"],
  ["2027-06-25", "Midsummer Eve 2027"],
  ["2026-12-24", "Christmas Eve"],
  ["2026-12-25", "Christmas Day"],
  ["2026-12-31", "New Year's Eve"],
])("%s is not: %s", (day) => {
  expect(isWorkingDay(day)).toBe(false);
});

test("working days are counted from the day after, over weekends and red days", () => {
  expect(addWorkingDays("2026-11-23", 10)).toBe("2026-12-07");
  expect(addWorkingDays("2026-12-22", 3)).toBe("2026-12-29");
  expect(addWorkingDays("2026-12-22", 0)).toBe("2026-12-22");
});

test("a day when offices are closed gives way to the next open one", () => {
  expect(workingDayFrom("2026-11-22")).toBe("2026-11-23");
  expect(workingDayFrom("2026-12-24")).toBe("2026-12-28");
  expect(workingDayFrom("2026-11-24")).toBe("2026-11-24");
});
