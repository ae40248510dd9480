import { expect, test } from "vitest";
import type { Fund } from "./fund";
import { landingOf } from "./release";

const tlo: Fund & { reverts: boolean } = {
  from: "2024-01-01",
  until: "2026-12-31",
  applicationDay: "2026-12-15",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
  rolledOver: false,
  reverts: true,
};

test("comes back through the last day to reserve, is lost the day after", () => {
  expect(landingOf(tlo, "2026-12-31")).toBe("comesBack");
  expect(landingOf(tlo, "2027-01-01")).toBe("reverts");
  expect(landingOf(tlo, "2031-01-01")).toBe("reverts");
});

test("without a last day to reserve, the grant's day decides; without any it comes back", () => {
  const noReserveDay = { ...tlo, reserveDay: null };
  expect(landingOf(noReserveDay, "2027-06-30")).toBe("comesBack");
  expect(landingOf(noReserveDay, "2027-07-01")).toBe("reverts");
  expect(landingOf({ ...noReserveDay, grantDay: null, requisitionDay: null }, "2031-01-01")).toBe(
    "comesBack",
  );
});

test("under LOM it stays, and follows the year's money when that has been rolled over", () => {
  const lom = {
    ...tlo,
    reverts: false,
    applicationDay: null,
    reserveDay: null,
    grantDay: null,
    requisitionDay: null,
  };
  expect(landingOf(lom, "2031-01-01")).toBe("comesBack");
  expect(landingOf({ ...lom, rolledOver: true }, "2027-01-02")).toBe("rollsOn");
});

test("money that was put in before the period is not lost before it begins", () =>
  expect(landingOf(tlo, "2023-12-31")).toBe("comesBack"));
