import { describe, expect, test } from "vitest";
import { addDays, type Day } from "./day";
import {
  heldOn,
  lastDayToFile,
  type ReversionCase,
  type ReversionFiling,
  type ReversionFund,
  reversionOn,
  unsecured,
} from "./fund-reversion";
import { sum } from "./money";
import { CASE_STATUSES, isCaseMove } from "./pre-registration";

const FUND: ReversionFund = {
  id: "f",
  from: "2024-01-01",
  until: "2026-12-31",
  applicationDay: "2026-12-15",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
  reverts: true,
  securedBy: "initiative",
};
const PLANS: ReversionFund = { ...FUND, securedBy: "preRegistration" };
const STAYS: ReversionFund = { ...FUND, reverts: false };

const filing = (changes: Partial<ReversionFiling> = {}): ReversionFiling => ({
  of: "initiative",
  status: "sent",
  amount: 60n,
  sentOn: "2026-12-15",
  answeredOn: null,
  ...changes,
});
const aCase = (changes: Partial<ReversionCase> = {}): ReversionCase => ({
  id: "c",
  potId: "central",
  status: "approved",
  reserved: 100n,
  grantedAny: false,
  filings: [],
  ...changes,
});
const plan = (status: ReversionFiling["status"], answeredOn: Day | null = null) =>
  filing({ of: "preRegistration", status, answeredOn });

/** What stays of a case's 100 on a day, and what becomes of the case. */
function outcome(fund: ReversionFund, today: Day, changes: Partial<ReversionCase>) {
  const { bookings, closes } = reversionOn({ fund, pots: [], cases: [aCase(changes)], parts: [] }, today);
  const gone = sum(bookings.filter((it) => it.movement === "unreserve").map((it) => it.amount));
  expect(sum(bookings.filter((it) => it.movement === "revert").map((it) => it.amount))).toBe(gone);
  expect(100n - gone).toBe(heldOn(aCase(changes), fund, today));
  return [Number(100n - gone), closes[0]?.to ?? "approved"];
}

describe("what stays reserved, by the day", () => {
  const RESERVED = { filings: [] };
  const WAITING = { filings: [filing()] };
  test.each([
    ["the reserve day itself still counts", FUND, "2026-12-31", RESERVED, [100, "approved"]],
    ["the day after it nothing filed is lost", FUND, "2027-01-01", RESERVED, [0, "expired"]],
    [
      "with something granted the case is converted",
      FUND,
      "2027-01-01",
      { grantedAny: true },
      [0, "converted"],
    ],
    ["what waits in time keeps what it asks for", FUND, "2027-01-01", WAITING, [60, "approved"]],
    ["also after the grant day, until it is answered", FUND, "2027-07-01", WAITING, [60, "approved"]],
    [
      "sent a day late it keeps nothing",
      FUND,
      "2027-01-01",
      { filings: [filing({ sentOn: "2026-12-16" })] },
      [0, "expired"],
    ],
    [
      "never more than there is",
      FUND,
      "2027-01-01",
      { filings: [filing({ amount: 150n })] },
      [100, "approved"],
    ],
    [
      "two that wait keep both",
      FUND,
      "2027-01-01",
      { filings: [filing(), filing({ amount: 30n })] },
      [90, "approved"],
    ],
    [
      "a draft keeps nothing",
      FUND,
      "2027-01-01",
      { filings: [filing({ status: "draft", sentOn: null })] },
      [0, "expired"],
    ],
    [
      "rejected keeps nothing",
      FUND,
      "2027-01-01",
      { filings: [filing({ status: "rejected" })] },
      [0, "expired"],
    ],
    [
      "returned keeps nothing",
      FUND,
      "2027-01-01",
      { filings: [filing({ status: "returned" })] },
      [0, "expired"],
    ],
    [
      "what a grant left over is lost",
      FUND,
      "2027-01-01",
      { grantedAny: true, filings: [filing({ status: "granted", answeredOn: "2026-12-20" })] },
      [0, "converted"],
    ],
    // A later version has no such filing that secures; the two with a step of their own do.
    [
      "a granted plan secures all of it",
      PLANS,
      "2027-01-01",
      { filings: [plan("granted")] },
      [100, "approved"],
    ],
    ["until the grant day", PLANS, "2027-06-30", { filings: [plan("granted")] }, [100, "approved"]],
    ["and not past it", PLANS, "2027-07-01", { filings: [plan("granted")] }, [0, "expired"]],
    [
      "but for what waits then",
      PLANS,
      "2027-07-01",
      { filings: [plan("granted"), filing()] },
      [60, "approved"],
    ],
    ["a plan that waits keeps all", PLANS, "2027-01-01", { filings: [plan("sent")] }, [100, "approved"]],
    ["a rejected plan nothing", PLANS, "2027-01-01", { filings: [plan("rejected")] }, [0, "expired"]],
    [
      "a plan that came late, decided in time",
      PLANS,
      "2027-01-01",
      { filings: [{ ...plan("granted", "2026-12-31"), sentOn: "2026-12-20" }] },
      [100, "approved"],
    ],
    [
      "and decided a day late",
      PLANS,
      "2027-01-01",
      { filings: [{ ...plan("granted", "2027-01-01"), sentOn: "2026-12-20" }] },
      [0, "expired"],
    ],
    [
      "a granted plan means nothing later on",
      FUND,
      "2027-01-01",
      { filings: [plan("granted")] },
      [0, "expired"],
    ],
    ["money that stays with the employer stays", STAYS, "2031-01-01", RESERVED, [100, "approved"]],
    [
      "no application day: what was sent by the day that passed",
      { ...FUND, applicationDay: null },
      "2027-01-01",
      { filings: [filing({ sentOn: "2026-12-31" })] },
      [60, "approved"],
    ],
    [
      "what was sent between the two days had nothing left to keep",
      { ...FUND, applicationDay: null },
      "2027-07-01",
      { filings: [filing({ sentOn: "2027-02-01" })] },
      [0, "expired"],
    ],
    [
      "but under a granted plan it had",
      { ...PLANS, applicationDay: null },
      "2027-07-01",
      { filings: [plan("granted"), filing({ sentOn: "2027-02-01" })] },
      [60, "approved"],
    ],
    [
      "no reserve day: the grant day decides",
      { ...FUND, reserveDay: null },
      "2027-06-30",
      RESERVED,
      [100, "approved"],
    ],
    ["and the day after it", { ...FUND, reserveDay: null }, "2027-07-01", RESERVED, [0, "expired"]],
    [
      "no days at all: nothing goes back",
      { ...FUND, applicationDay: null, reserveDay: null, grantDay: null, requisitionDay: null },
      "2040-01-01",
      RESERVED,
      [100, "approved"],
    ],
  ] as const)("%s", (_, fund, today, changes, result) =>
    expect(outcome(fund, today, changes)).toEqual(result),
  );

  test("only approved cases are touched, and only by moves that the table has", () => {
    for (const status of CASE_STATUSES) {
      const { closes } = reversionOn(
        { fund: FUND, pots: [], cases: [aCase({ status })], parts: [] },
        "2027-01-01",
      );
      expect(closes.length).toBe(status === "approved" ? 1 : 0);
    }
    for (const to of ["converted", "expired"] as const) expect(isCaseMove("approved", to)).toBe(true);
  });
});

describe("what is available and what was committed", () => {
  const part = (claimedOn: Day | null) => ({
    id: "p",
    caseId: "c",
    potId: "norr",
    committed: 40n,
    claimedOn,
  });
  const pots = [
    { id: "central", available: 1n },
    { id: "norr", available: 0n },
  ];
  test("every pot reverts, also what was unreserved and released in it", () => {
    const facts = { fund: FUND, pots, cases: [aCase({ potId: "norr" })], parts: [part(null)] };
    const reverts = (today: Day) =>
      reversionOn(facts, today).bookings.flatMap((it) =>
        it.movement === "revert" ? [`${it.potId} ${it.amount}`] : [],
      );
    expect(reverts("2026-12-31")).toEqual([]);
    expect(reverts("2027-01-01")).toEqual(["central 1", "norr 100"]);
    expect(reverts("2030-01-01")).toEqual(["central 1", "norr 140"]);
  });
  test.each([
    ["2029-12-31", null, []],
    ["2030-01-01", null, ["p"]],
    ["2030-01-01", "2029-12-31", []],
    ["2030-01-01", "2030-01-01", ["p"]],
  ])("on %s a part claimed on %s", (today, claimedOn, settles) => {
    for (const fund of [FUND, STAYS]) {
      const it = reversionOn({ fund, pots: [], cases: [], parts: [part(claimedOn)] }, today);
      expect(it.settles).toEqual(settles);
      expect(it.bookings.map(({ movement }) => movement)).toEqual(
        settles.length === 0 ? [] : fund.reverts ? ["release", "revert"] : ["release"],
      );
    }
  });
});

describe("until when a filing keeps what it asks for", () => {
  const NO_APPLICATION = { ...FUND, applicationDay: null };
  const planned = aCase({ filings: [plan("granted", "2026-12-20")] });
  test.each([
    ["the last day for a complete application", FUND, aCase(), "2026-12-15"],
    ["without it the reserve day", NO_APPLICATION, aCase(), "2026-12-31"],
    ["a granted plan carries it", { ...NO_APPLICATION, securedBy: "preRegistration" }, planned, "2027-06-30"],
    [
      "one that was rejected does not",
      { ...NO_APPLICATION, securedBy: "preRegistration" },
      aCase({ filings: [plan("rejected")] }),
      "2026-12-31",
    ],
    ["nor in a version without that step", NO_APPLICATION, planned, "2026-12-31"],
    ["without a reserve day the grant day", { ...NO_APPLICATION, reserveDay: null }, aCase(), "2027-06-30"],
    [
      "then the last day to claim",
      { ...NO_APPLICATION, reserveDay: null, grantDay: null },
      aCase(),
      "2029-12-31",
    ],
    ["money that stays has no such day", { ...NO_APPLICATION, reverts: false }, aCase(), null],
  ] as const)("%s", (_, fund, it, last) => {
    expect(lastDayToFile(it, fund)).toBe(last);
    // Sent on that day it keeps all that it asks for, and sent the day after nothing.
    if (last === null || fund.applicationDay !== null) return;
    const sent = (sentOn: Day) => ({ ...it, filings: [...it.filings, filing({ amount: 100n, sentOn })] });
    expect(heldOn(sent(last), fund, addDays(last, 1))).toBe(100n);
    expect(heldOn(sent(addDays(last, 1)), fund, addDays(last, 1))).toBe(0n);
  });
});

test("what is not secured is what the next day would take, or one behind us should have", () => {
  const cases = [aCase(), aCase({ id: "d", filings: [filing()] }), aCase({ id: "e", status: "converted" })];
  expect(unsecured(FUND, cases, "2026-11-22")).toBe(140n);
  expect(unsecured(FUND, cases, "2027-01-01")).toBe(140n);
  expect(unsecured(PLANS, [aCase({ filings: [plan("granted")] })], "2026-11-22")).toBe(0n);
  expect(unsecured(PLANS, [aCase({ filings: [plan("granted")] })], "2027-01-01")).toBe(100n);
  expect(unsecured(STAYS, cases, "2026-11-22")).toBe(0n);
});
