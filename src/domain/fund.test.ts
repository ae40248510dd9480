import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "./day";
import {
  FUND_MOVES,
  FUND_STATES,
  type Fund,
  type FundDays,
  fundStateOn,
  hasBegunToRevert,
  movesBy,
  nextLastDay,
  whyNotChangeFrame,
  whyNotCommit,
  whyNotDraw,
  whyNotKeep,
  whyNotOpenFund,
  whyNotReserve,
  whyNotReverseEntry,
  whyNotRollOver,
} from "./fund";

const OPEN = { sentClaims: 0, settled: false };
/** A three-year frame with all its days, as in 2024–2026 [O12]. */
const FRAME: Fund = {
  from: "2024-01-01",
  until: "2026-12-31",
  applicationDay: "2026-11-30",
  reserveDay: "2026-12-31",
  grantDay: "2027-06-30",
  requisitionDay: "2029-12-31",
  rolledOver: false,
};
/** A year of LOM money: no last day at all. */
const YEAR: Fund = {
  from: "2026-01-01",
  until: "2026-12-31",
  applicationDay: null,
  reserveDay: null,
  grantDay: null,
  requisitionDay: null,
  rolledOver: false,
};
const key = (reason: { key: string; field?: string } | null) =>
  reason && [reason.key.split(".").at(-1), reason.field];

describe("the state follows the days; each last day still counts", () => {
  test.each([
    ["2023-12-31", "planned"],
    ["2024-01-01", "open"],
    ["2026-12-31", "open"],
    ["2027-01-01", "closing"],
    ["2027-06-30", "closing"],
    ["2027-07-01", "drawOnly"],
    ["2029-12-31", "drawOnly"],
    ["2030-01-01", "closed"],
  ])("a frame on %s is %s", (today, state) => expect(fundStateOn(FRAME, today, OPEN)).toBe(state));

  test("a sent claim keeps it open for drawing", () =>
    expect(fundStateOn(FRAME, "2030-02-01", { sentClaims: 1, settled: false })).toBe("drawOnly"));
  test("when all is settled and nothing new can come it is closed early, but never while money can be reserved", () => {
    expect(fundStateOn(FRAME, "2027-07-01", { sentClaims: 0, settled: true })).toBe("closed");
    expect(fundStateOn(FRAME, "2027-01-01", { sentClaims: 0, settled: true })).toBe("closing");
    expect(fundStateOn({ ...FRAME, grantDay: null }, "2027-01-01", { sentClaims: 0, settled: true })).toBe(
      "closed",
    );
    expect(fundStateOn(FRAME, "2024-01-01", { sentClaims: 0, settled: true })).toBe("open");
  });
  test("a year of LOM money stays open until it is rolled over, then only draws, and closes when settled", () => {
    expect(fundStateOn(YEAR, "2028-01-01", OPEN)).toBe("open");
    expect(fundStateOn({ ...YEAR, rolledOver: true }, "2026-12-31", OPEN)).toBe("drawOnly");
    expect(fundStateOn({ ...YEAR, rolledOver: true }, "2026-12-31", { sentClaims: 0, settled: true })).toBe(
      "closed",
    );
    expect(fundStateOn({ ...YEAR, rolledOver: true }, "2026-12-31", { sentClaims: 1, settled: true })).toBe(
      "drawOnly",
    );
  });
  test("an absent day skips its state", () => {
    const states = (fund: Fund) =>
      ["2026-06-01", "2027-01-01", "2027-07-01", "2030-01-01"].map((today) => fundStateOn(fund, today, OPEN));
    expect(states({ ...FRAME, reserveDay: null })).toEqual(["open", "open", "drawOnly", "closed"]);
    expect(states({ ...FRAME, grantDay: null })).toEqual(["open", "closing", "closing", "closed"]);
    expect(states({ ...FRAME, requisitionDay: null })).toEqual(["open", "closing", "drawOnly", "drawOnly"]);
  });
});

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays("2026-01-01", days));
const maybe = fc.option(day);
const inOrder = fc.tuple(day, fc.array(maybe, { minLength: 4, maxLength: 4 })).map(([from, last]) => {
  const given = last
    .filter((it): it is Day => it !== null)
    .map((it) => (it < from ? from : it))
    .sort();
  const [applicationDay = null, reserveDay = null, grantDay = null, requisitionDay = null] = last.map((it) =>
    it === null ? null : (given.shift() ?? null),
  );
  return {
    from,
    until: addDays(from, 10),
    applicationDay,
    reserveDay,
    grantDay,
    requisitionDay,
    rolledOver: false,
  };
});

test("whatever days are given in order: they can be opened, and time only moves the state forward along FUND_MOVES", () => {
  fc.assert(
    fc.property(inOrder, fc.boolean(), (fund, settled) => {
      expect(whyNotOpenFund(fund)).toBeNull();
      let before = fundStateOn(fund, "2025-12-01", { sentClaims: 0, settled });
      for (let nth = 0; nth < 80; nth++) {
        const now = fundStateOn(fund, addDays("2025-12-20", nth), { sentClaims: 0, settled });
        expect(FUND_STATES.indexOf(now)).toBeGreaterThanOrEqual(FUND_STATES.indexOf(before));
        if (now !== before) expect(FUND_MOVES[before][now]).toContain("days");
        before = now;
      }
    }),
  );
});

test("what the rules allow is what the state says: reserving only when open, nothing when closed", () => {
  fc.assert(
    fc.property(inOrder, day, (fund, today) => {
      const state = fundStateOn(fund, today, OPEN);
      expect(whyNotReserve(fund, today) === null, state).toBe(state === "open");
      expect(whyNotCommit(fund, today) === null, state).toBe(state === "open" || state === "closing");
      expect(whyNotDraw(fund, today) === null, state).toBe(state !== "planned" && state !== "closed");
    }),
  );
});

describe("the reasons name the day that is past", () => {
  test("reserving", () => {
    expect(whyNotReserve(FRAME, "2023-12-31")).toEqual({
      key: "funds.rules.notYet",
      values: { day: "2024-01-01" },
    });
    expect(whyNotReserve(FRAME, "2026-12-31")).toBeNull();
    expect(whyNotReserve(FRAME, "2027-01-01")).toEqual({
      key: "funds.rules.reservePast",
      values: { day: "2026-12-31" },
    });
    expect(key(whyNotReserve({ ...FRAME, reserveDay: null }, "2027-07-01"))?.[0]).toBe("grantPast");
    expect(key(whyNotReserve({ ...FRAME, reserveDay: null, grantDay: null }, "2030-01-01"))?.[0]).toBe(
      "requisitionPast",
    );
    expect(key(whyNotReserve({ ...YEAR, rolledOver: true }, "2026-06-01"))?.[0]).toBe("rolledOver");
  });
  test("committing asks the day of the decision, drawing the day the claim was sent", () => {
    expect(whyNotCommit(FRAME, "2027-06-30")).toBeNull();
    expect(whyNotCommit(FRAME, "2027-07-01")).toEqual({
      key: "funds.rules.grantPast",
      values: { day: "2027-06-30" },
    });
    expect(whyNotDraw(FRAME, "2029-12-31")).toBeNull();
    expect(whyNotDraw(FRAME, "2030-01-01")).toEqual({
      key: "funds.rules.requisitionPast",
      values: { day: "2029-12-31" },
    });
    expect(key(whyNotDraw(FRAME, "2023-12-31"))?.[0]).toBe("notYet");
    expect(key(whyNotCommit(FRAME, "2023-12-31"))?.[0]).toBe("notYet");
    expect(key(whyNotCommit({ ...FRAME, grantDay: null }, "2030-01-01"))?.[0]).toBe("requisitionPast");
  });
  test("the frame itself may change until the last day, also before the period", () => {
    const [stays, goes] = [
      { ...FRAME, reverts: false },
      { ...FRAME, reverts: true },
    ];
    expect(whyNotChangeFrame(stays, "2023-01-01")).toBeNull();
    expect(whyNotChangeFrame(stays, "2029-12-31")).toBeNull();
    expect(key(whyNotChangeFrame(stays, "2030-01-01"))?.[0]).toBe("requisitionPast");
    expect(whyNotChangeFrame(goes, "2026-12-31")).toBeNull();
    // What came in then would go back at once.
    expect(whyNotChangeFrame(goes, "2027-01-01")).toEqual({
      key: "funds.rules.revertsNow",
      values: { day: "2026-12-31" },
    });
    const year = { ...YEAR, reverts: false, rolledOver: true };
    expect(key(whyNotChangeFrame(year, "2026-06-01"))?.[0]).toBe("rolledOver");
  });

  test.each([
    [FRAME, "2026-12-31", false],
    [FRAME, "2027-01-01", true],
    [{ ...FRAME, reserveDay: null }, "2027-06-30", false],
    [{ ...FRAME, reserveDay: null }, "2027-07-01", true],
    [{ ...FRAME, reserveDay: null, grantDay: null }, "2029-12-31", false],
    [{ ...FRAME, reserveDay: null, grantDay: null }, "2030-01-01", true],
    // A last day for applications alone takes nothing.
    [{ ...YEAR, applicationDay: "2026-11-30" }, "2040-01-01", false],
  ] as const)("a fund begins to give back after the first of its days (%#)", (fund, today, begun) => {
    expect(hasBegunToRevert({ ...fund, reverts: true }, today)).toBe(begun);
    expect(hasBegunToRevert({ ...fund, reverts: false }, today)).toBe(false);
    expect(whyNotKeep({ ...fund, reverts: true }, today) !== null).toBe(begun);
  });
});

describe("the days of a new fund follow each other", () => {
  const days = ["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;
  test("all of them, or any of them, in order", () => {
    expect(whyNotOpenFund(FRAME)).toBeNull();
    expect(whyNotOpenFund(YEAR)).toBeNull();
    const oneDay: FundDays = {
      from: "2026-01-01",
      until: "2026-01-01",
      applicationDay: "2026-01-01",
      reserveDay: "2026-01-01",
      grantDay: "2026-01-01",
      requisitionDay: "2026-01-01",
    };
    expect(whyNotOpenFund(oneDay)).toBeNull();
  });
  test("a period that ends before it begins", () =>
    expect(key(whyNotOpenFund({ ...FRAME, until: "2023-12-31" }))).toEqual(["endBeforeStart", "until"]));
  test.each(days)("%s before the period", (name) => {
    const alone = { ...YEAR, [name]: "2025-12-31" };
    expect(key(whyNotOpenFund(alone))).toEqual(["dayBeforePeriod", name]);
  });
  // Every pair, with all between them absent: the database's own check knows only the neighbours.
  test.each(days.flatMap((earlier, at) => days.slice(at + 1).map((later) => [earlier, later] as const)))(
    "%s after %s",
    (earlier, later) => {
      expect(key(whyNotOpenFund({ ...YEAR, [earlier]: "2026-05-02", [later]: "2026-05-01" }))).toEqual([
        "daysInOrder",
        later,
      ]);
      expect(whyNotOpenFund({ ...YEAR, [earlier]: "2026-05-02", [later]: "2026-05-02" })).toBeNull();
    },
  );
});

describe("rolling over", () => {
  const from = { ...YEAR, id: "2026", reverts: false };
  const to = { ...YEAR, id: "2027", from: "2027-01-01", until: "2027-12-31", reverts: false };
  test("to the next year's, also before that year begins, and again when more comes back", () => {
    expect(whyNotRollOver(from, to, "2026-12-20")).toBeNull();
    expect(whyNotRollOver({ ...from, rolledOver: true }, to, "2027-03-01")).toBeNull();
  });
  test("a fund can be rolled over from every state it may still be in, and undoing that leads back", () => {
    for (const state of ["planned", "open", "closing"] as const)
      expect(movesBy(state, "drawOnly", "rollOver")).toBe(true);
    for (const state of ["open", "closing"] as const)
      for (const from of ["drawOnly", "closed"] as const)
        expect(movesBy(from, state, "undoRollOver")).toBe(true);
    for (const from of FUND_STATES)
      for (const to of ["planned", "open", "closing"] as const) {
        const forward = FUND_STATES.indexOf(to) > FUND_STATES.indexOf(from);
        expect(movesBy(from, to, "days"), `${from} → ${to}`).toBe(forward);
      }
  });
  test("never money that goes back to the national fund, never backwards, never into what takes no more", () => {
    expect(key(whyNotRollOver({ ...from, reverts: true }, to, "2027-01-10"))?.[0]).toBe("revertsInstead");
    expect(key(whyNotRollOver(from, { ...to, reverts: true }, "2027-01-10"))?.[0]).toBe("revertsInstead");
    expect(key(whyNotRollOver(from, from, "2027-01-10"))).toEqual(["rollForward", "toFundId"]);
    expect(key(whyNotRollOver(to, from, "2027-01-10"))).toEqual(["rollForward", "toFundId"]);
    expect(key(whyNotRollOver(from, { ...to, rolledOver: true }, "2027-01-10"))).toEqual([
      "targetClosed",
      "toFundId",
    ]);
    expect(key(whyNotRollOver(from, { ...to, reserveDay: "2027-01-09" }, "2027-01-10"))).toEqual([
      "targetClosed",
      "toFundId",
    ]);
    expect(key(whyNotRollOver(from, to, "2025-12-31"))?.[0]).toBe("notYet");
  });
});

test("the next last day, and how many days are left", () => {
  expect(nextLastDay(FRAME, "2026-11-23")).toEqual({ which: "applicationDay", day: "2026-11-30", left: 7 });
  expect(nextLastDay(FRAME, "2026-12-31")).toEqual({ which: "reserveDay", day: "2026-12-31", left: 0 });
  expect(nextLastDay(FRAME, "2027-01-01")).toMatchObject({ which: "grantDay" });
  expect(nextLastDay(FRAME, "2030-01-01")).toBeNull();
  expect(nextLastDay(YEAR, "2026-01-01")).toBeNull();
});

test("by hand only what belongs to no case is reversed, once", () => {
  const plain = { isReversal: false, isReversed: false, ofCase: false };
  expect(whyNotReverseEntry(plain)).toBeNull();
  expect(key(whyNotReverseEntry({ ...plain, isReversed: true }))?.[0]).toBe("reversedTwice");
  expect(key(whyNotReverseEntry({ ...plain, isReversal: true }))?.[0]).toBe("isReversal");
  expect(key(whyNotReverseEntry({ ...plain, ofCase: true }))?.[0]).toBe("entryOfCase");
});
