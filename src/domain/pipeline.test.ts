import { describe, expect, test } from "vitest";
import { INITIATIVE_STATUSES } from "./initiative";
import {
  median,
  moneyThread,
  ON_ITS_WAY,
  SLOW_FROM,
  type Step,
  type StepFacts,
  slowStep,
  stepFacts,
  stepOfCase,
  stepOfInitiative,
} from "./pipeline";
import { CASE_STATUSES } from "./pre-registration";

describe("the median", () => {
  test.each([
    { days: [], middle: null },
    { days: [7], middle: 7 },
    { days: [30, 2, 4], middle: 4 },
    { days: [10, 3, 4, 100], middle: 7 },
    { days: [3, 4], middle: 3 },
    // As numbers, not as text.
    { days: [100, 9, 20], middle: 20 },
  ])("of $days is $middle", ({ days, middle }) => {
    expect(median(days)).toBe(middle);
  });

  test("leaves what it was given as it was", () => {
    const days = [3, 1, 2];
    median(days);
    expect(days).toEqual([3, 1, 2]);
  });
});

test("a step holds kronor, a count and its median days", () => {
  const lying = [
    { amount: 100n, since: "2026-11-13" },
    { amount: 250n, since: "2026-11-21" },
    { amount: 50n, since: "2026-06-01" },
  ];
  expect(stepFacts("submitted", lying, "2026-11-23")).toEqual({
    step: "submitted",
    amount: 400n,
    count: 3,
    medianDays: 10,
  });
  expect(stepFacts("submitted", [], "2026-11-23").medianDays).toBeNull();
});

describe("the slow step", () => {
  const facts = (step: Step, medianDays: number | null, amount = 1n): StepFacts => ({
    step,
    amount,
    count: medianDays === null ? 0 : 1,
    medianDays,
  });

  test("is the longest, when it is long", () => {
    const steps = [
      facts("submitted", 4),
      facts("endorsed", 6),
      facts("inConsultation", 11),
      facts("toDecision", 2),
    ];
    expect(slowStep(steps, SLOW_FROM.before)).toBe("inConsultation");
  });

  test("is none when no step is long, and the threshold itself is", () => {
    expect(slowStep([facts("submitted", 9), facts("endorsed", null)], 10)).toBeNull();
    expect(slowStep([facts("submitted", 10), facts("endorsed", 9)], 10)).toBe("submitted");
    expect(slowStep([], 10)).toBeNull();
  });

  test("is never what is under way by its plan", () => {
    expect(slowStep([facts("underWay", 200), facts("notStarted", 34)], SLOW_FROM.after)).toBe("notStarted");
    expect(slowStep([facts("underWay", 200)], SLOW_FROM.after)).toBeNull();
  });

  test("holds more money when two are equally slow", () => {
    expect(slowStep([facts("submitted", 12, 5n), facts("endorsed", 12, 9n)], 10)).toBe("endorsed");
    expect(slowStep([facts("submitted", 12, 9n), facts("endorsed", 12, 5n)], 10)).toBe("submitted");
  });
});

describe("where it lies", () => {
  test("every case status before the decision has a step, no other has", () => {
    const placed = CASE_STATUSES.filter((status) => stepOfCase({ status, gateOpen: false }) !== null);
    expect(placed).toEqual(["submitted", "endorsed", "prepared", "inConsultation", "deferred"]);
    expect([...ON_ITS_WAY].sort()).toEqual([...placed].sort());
  });

  test("only an open gate brings a case to its decision", () => {
    expect(stepOfCase({ status: "inConsultation", gateOpen: false })).toBe("inConsultation");
    expect(stepOfCase({ status: "inConsultation", gateOpen: true })).toBe("toDecision");
    expect(stepOfCase({ status: "prepared", gateOpen: true })).toBe("endorsed");
  });

  test("an initiative lies in the pipeline from its grant until its claim is sent", () => {
    const step = (status: string, toClaim = true) => stepOfInitiative({ status, parts: 1, toClaim });
    expect(Object.fromEntries(INITIATIVE_STATUSES.map((status) => [status, step(status)]))).toEqual({
      planned: "notStarted",
      scheduled: "notStarted",
      underWay: "underWay",
      completed: "toRequisition",
      settled: null,
      followedUp: null,
      cancelled: null,
      notCarriedOut: null,
    });
    expect(step("completed", false)).toBeNull();
    expect(stepOfInitiative({ status: "planned", parts: 0, toClaim: true })).toBeNull();
  });
});

describe("the money thread", () => {
  const pots = [
    { available: 300n, reserved: 20n, committed: 30n, drawn: 50n },
    { available: 100n, reserved: 0n, committed: 5n, drawn: 0n },
  ];

  test("adds up all pots", () => {
    expect(moneyThread(pots, 150n)).toEqual({
      frame: 505n,
      available: 400n,
      paid: 50n,
      granted: 35n,
      booked: 20n,
      onItsWay: 150n,
      noProposal: 250n,
    });
  });

  test("more on its way than there is leaves nothing without a proposal, and never less", () => {
    expect(moneyThread(pots, 400n).noProposal).toBe(0n);
    expect(moneyThread(pots, 900n).noProposal).toBe(0n);
  });
});
