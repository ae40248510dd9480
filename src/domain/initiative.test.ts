import { describe, expect, test } from "vitest";
import {
  INITIATIVE_MOVES,
  INITIATIVE_STATUSES,
  type InitiativeStatus,
  isSettled,
  tookPartIn,
  whyNotCarryOut,
  whyNotComplete,
  whyNotCount,
  whyNotMoveInitiative,
  whyNotPlan,
  whyNotSchedule,
  whyNotStart,
  whyNotStop,
  whyNotTheseGroups,
} from "./initiative";
import { MOVED_ON } from "./reason";

// Written out by hand, from every status to every status, so that the table cannot change without this being seen.
const ALLOWED: Record<InitiativeStatus, readonly InitiativeStatus[]> = {
  planned: ["scheduled", "cancelled", "notCarriedOut"],
  scheduled: ["underWay", "cancelled", "notCarriedOut"],
  underWay: ["completed", "cancelled", "notCarriedOut"],
  completed: ["settled"],
  settled: ["followedUp"],
  followedUp: [],
  cancelled: [],
  notCarriedOut: [],
};

describe("the table", () => {
  test.each(INITIATIVE_STATUSES.flatMap((from) => INITIATIVE_STATUSES.map((to) => [from, to] as const)))(
    "%s → %s",
    (from, to) => {
      expect(whyNotMoveInitiative(from, to)).toEqual(ALLOWED[from].includes(to) ? null : MOVED_ON);
    },
  );

  test("names each step once, and who takes it", () => {
    const steps = INITIATIVE_MOVES.map((move) => `${move.from} ${move.to}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(INITIATIVE_MOVES.filter((move) => move.by === "portal").map((move) => move.to)).toEqual([
      "settled",
    ]);
    expect(INITIATIVE_MOVES.filter((move) => move.by === "carrier").map((move) => move.to)).toEqual([
      "underWay",
      "completed",
    ]);
  });
});

describe("who carries it out", () => {
  const initiative = { ownerId: "owner" };
  test.each([
    [
      "its owner, in any role",
      { personId: "owner", onBehalfOf: null, role: "employee", reachesUnit: false },
      true,
    ],
    [
      "the owner's substitute",
      { personId: "x", onBehalfOf: "owner", role: "manager", reachesUnit: false },
      true,
    ],
    ["the unit's manager", { personId: "x", onBehalfOf: null, role: "manager", reachesUnit: true }, true],
    [
      "another unit's manager",
      { personId: "x", onBehalfOf: null, role: "manager", reachesUnit: false },
      false,
    ],
    ["the coordinator", { personId: "x", onBehalfOf: null, role: "coordinator", reachesUnit: true }, true],
    [
      "another unit's coordinator",
      { personId: "x", onBehalfOf: null, role: "coordinator", reachesUnit: false },
      false,
    ],
    ["a colleague", { personId: "x", onBehalfOf: null, role: "employee", reachesUnit: true }, false],
    ["somebody's substitute", { personId: "x", onBehalfOf: "y", role: "employee", reachesUnit: true }, false],
    ["a job", { personId: null, onBehalfOf: null, role: null, reachesUnit: false }, false],
  ] as const)("%s", (_, who, may) => {
    expect(whyNotCarryOut(who, initiative)?.key ?? null).toBe(may ? null : "initiatives.whyNot.notYours");
  });

  test("nobody owns one without an owner", () => {
    const job = { personId: null, onBehalfOf: null, role: null, reachesUnit: false };
    expect(whyNotCarryOut(job, { ownerId: null })).not.toBeNull();
  });
});

describe("scheduled", () => {
  const ready = { ownerId: "owner", periodFrom: "2027-02-01", periodUntil: "2027-05-31" };
  const granted = { files: true, parts: 1 };
  test("with an owner, a period and a granted part", () => expect(whyNotSchedule(ready, granted)).toBeNull());
  test("under LOM without any filing", () =>
    expect(whyNotSchedule(ready, { files: false, parts: 0 })).toBeNull());
  test("not without an owner", () =>
    expect(whyNotSchedule({ ...ready, ownerId: null }, granted)?.key).toBe("initiatives.whyNot.noOwner"));
  test.each([{ periodFrom: null }, { periodUntil: null }])("not without a whole period: %o", (missing) =>
    expect(whyNotSchedule({ ...ready, ...missing }, granted)?.key).toBe("initiatives.whyNot.noPeriod"),
  );
  test("not before the national fund has granted it", () =>
    expect(whyNotSchedule(ready, { files: true, parts: 0 })?.key).toBe("initiatives.whyNot.notGranted"));
});

describe("starting and completing", () => {
  const scheduled = { status: "scheduled", periodFrom: "2027-02-01" } as const;
  test("not the day before the period, but on its first day", () => {
    expect(whyNotStart(scheduled, "2027-01-31")).toEqual({
      key: "initiatives.whyNot.tooEarly",
      values: { day: "2027-02-01" },
    });
    expect(whyNotStart(scheduled, "2027-02-01")).toBeNull();
  });
  test.each(INITIATIVE_STATUSES.filter((status) => status !== "scheduled"))(
    "does not start from %s",
    (status) => expect(whyNotStart({ ...scheduled, status }, "2027-03-01")).toEqual(MOVED_ON),
  );

  const underWay = { status: "underWay", tookPart: 12, periodFrom: "2027-02-01" } as const;
  test("is completed on a day from its first to today", () => {
    expect(whyNotComplete(underWay, "2027-02-01", "2027-05-31")).toBeNull();
    expect(whyNotComplete(underWay, "2027-05-31", "2027-05-31")).toBeNull();
    expect(whyNotComplete(underWay, "2027-01-31", "2027-05-31")?.key).toBe("initiatives.whyNot.beforePeriod");
    expect(whyNotComplete(underWay, "2027-06-01", "2027-05-31")?.key).toBe("initiatives.whyNot.dayAhead");
  });
  test("not before participants are counted; none counted is a count", () => {
    expect(whyNotComplete({ ...underWay, tookPart: null }, "2027-05-31", "2027-05-31")?.key).toBe(
      "initiatives.whyNot.notCounted",
    );
    expect(whyNotComplete({ ...underWay, tookPart: 0 }, "2027-05-31", "2027-05-31")).toBeNull();
  });
  test.each(INITIATIVE_STATUSES.filter((status) => status !== "underWay"))(
    "is not completed from %s",
    (status) => expect(whyNotComplete({ ...underWay, status }, "2027-05-31", "2027-05-31")).toEqual(MOVED_ON),
  );

  test.each(INITIATIVE_STATUSES)("participants are counted while %s or not", (status) => {
    const begun = status === "underWay" || status === "completed";
    expect(whyNotCount({ status, claimed: false })?.key ?? null).toBe(
      begun ? null : "initiatives.whyNot.notBegun",
    );
  });
  test("not after the claim has used the number", () =>
    expect(whyNotCount({ status: "completed", claimed: true })?.key).toBe(
      "initiatives.whyNot.countedInClaim",
    ));
  test("those who took part are at least one in every group, and in all their sum", () => {
    const group = (women: number, men: number, unstated: number) => ({
      occupation: "Vårdbiträden",
      aid: null,
      women,
      men,
      unstated,
    });
    expect(tookPartIn([group(7, 2, 1), group(0, 1, 0)])).toBe(11);
    expect(whyNotTheseGroups([group(7, 2, 1), group(0, 0, 1)])).toBeNull();
    expect(whyNotTheseGroups([group(7, 2, 1), group(0, 0, 0)])).toMatchObject({ field: "groups.1.women" });
    expect(whyNotTheseGroups([])).toMatchObject({
      key: "initiatives.whyNot.nobody",
      field: "groups.0.women",
    });
  });
});

describe("stopping", () => {
  const free = { waitsForAnswer: false, claimed: false };
  test.each(
    INITIATIVE_STATUSES.flatMap((status) =>
      (["cancelled", "notCarriedOut"] as const).map((to) => [status, to] as const),
    ),
  )("%s → %s", (status, to) => {
    const may = ["planned", "scheduled", "underWay"].includes(status);
    expect(whyNotStop({ status, ...free }, to)).toEqual(may ? null : MOVED_ON);
  });
  test("not while the national fund has not answered", () =>
    expect(whyNotStop({ status: "planned", waitsForAnswer: true, claimed: false }, "cancelled")?.key).toBe(
      "initiatives.whyNot.waitsForAnswer",
    ));
  test("not when a claim has been started", () =>
    expect(
      whyNotStop({ status: "underWay", waitsForAnswer: false, claimed: true }, "notCarriedOut")?.key,
    ).toBe("initiatives.whyNot.claimed"));
});

test("settled: completed, with parts, none of them open", () => {
  for (const status of INITIATIVE_STATUSES) {
    expect(isSettled({ status, parts: 2, openParts: 0 })).toBe(status === "completed");
    expect(isSettled({ status, parts: 2, openParts: 1 })).toBe(false);
    expect(isSettled({ status, parts: 0, openParts: 0 })).toBe(false);
  }
});

describe("planning", () => {
  const approved = { caseStatus: "approved", reserved: 312_000_00n, planned: 200_000_00n };
  test("up to what is reserved, to the öre", () => {
    expect(whyNotPlan(approved, 112_000_00n)).toBeNull();
    expect(whyNotPlan(approved, 112_000_01n)?.key).toBe("initiatives.whyNot.moreThanReserved");
  });
  test("only out of an approved case", () =>
    expect(whyNotPlan({ ...approved, caseStatus: "converted" }, 1n)?.key).toBe(
      "initiatives.whyNot.caseNotApproved",
    ));
});
