import { expect, test } from "vitest";
import { ballOf, CASE_STEPS, caseSteps, isCarriedOut } from "./case-standing";
import { CASE_STATUSES, type CaseStatus } from "./pre-registration";

const nothing = { consultation: null, lastFiling: null, initiatives: [] };

test.each([
  ["draft", "coordinator"],
  ["returned", "coordinator"],
  ["submitted", "managers"],
  ["endorsed", "coordinator"],
  ["prepared", "coordinator"],
  ["inConsultation", "unions"],
  ["deferred", "coordinator"],
  ["approved", "coordinator"],
  ["converted", "nobody"],
  ["parked", "nobody"],
  ["declined", "nobody"],
  ["withdrawn", "nobody"],
  ["expired", "nobody"],
] as const)("%s: the ball lies with %s", (status, who) => {
  expect(ballOf({ ...nothing, status })).toBe(who);
});

test("in consultation it goes from the unions over the minutes to the decider", () => {
  const at = (unionsOpen: number, minutesOpen: boolean, jointGroup = false) =>
    ballOf({
      status: "inConsultation",
      consultation: { unionsOpen, minutesOpen, jointGroup },
      lastFiling: null,
      initiatives: [],
    });
  expect([at(2, true), at(0, true), at(0, false), at(0, false, true)]).toEqual([
    "unions",
    "minutes",
    "decider",
    "jointGroup",
  ]);
});

test("while a filing waits for its answer the ball lies with the national fund", () => {
  const at = (lastFiling: "draft" | "sent" | "granted" | "returned") =>
    ballOf({ ...nothing, status: "approved", lastFiling });
  expect([at("draft"), at("sent"), at("granted"), at("returned")]).toEqual([
    "coordinator",
    "nationalFund",
    "coordinator",
    "coordinator",
  ]);
});

test("what came of a case lies with whoever has the initiative that lags most behind", () => {
  const at = (...initiatives: Parameters<typeof ballOf>[0]["initiatives"][number][]) =>
    ballOf({ ...nothing, status: "converted", initiatives });
  expect([
    at("owner"),
    at("hr", "owner"),
    at("payer", "claimant"),
    at("hr", "payer"),
    at("nobody", "hr"),
    at("nobody", "nobody"),
  ]).toEqual(["owner", "owner", "claimant", "payer", "hr", "nobody"]);
});

test("it is carried out when something was and nothing is left to do", () => {
  expect(isCarriedOut([])).toBe(false);
  expect(isCarriedOut(["cancelled", "notCarriedOut"])).toBe(false);
  expect(isCarriedOut(["completed", "underWay"])).toBe(false);
  expect(isCarriedOut(["settled", "scheduled"])).toBe(false);
  expect(isCarriedOut(["settled", "planned"])).toBe(false);
  expect(isCarriedOut(["completed", "cancelled"])).toBe(true);
  expect(isCarriedOut(["settled"])).toBe(true);
  expect(isCarriedOut(["followedUp"])).toBe(true);
});

test("then only the follow-up is in hand", () => {
  const at = (status: CaseStatus, carriedOut: boolean) =>
    caseSteps({ status, parkedFrom: null, reached: [] }, { files: true, consulted: false, carriedOut }).find(
      (it) => it.state === "current",
    )?.step;
  expect([at("converted", false), at("converted", true), at("approved", true)]).toEqual([
    "carriedOut",
    "followedUp",
    "nationalFund",
  ]);
});

const inHand = (status: CaseStatus, files = true, consulted = false, parkedFrom: CaseStatus | null = null) =>
  caseSteps({ status, parkedFrom, reached: [] }, { files, consulted, carriedOut: false }).find(
    (it) => it.state === "current",
  )?.step;

test("the step in hand is the next thing to happen", () => {
  expect(Object.fromEntries(CASE_STATUSES.map((status) => [status, inHand(status) ?? null]))).toEqual({
    draft: "submitted",
    submitted: "endorsed",
    endorsed: "prepared",
    prepared: "consultation",
    inConsultation: "consultation",
    deferred: "consultation",
    approved: "nationalFund",
    converted: "carriedOut",
    returned: "submitted",
    declined: null,
    parked: "submitted",
    withdrawn: null,
    expired: null,
  });
  expect(inHand("inConsultation", true, true)).toBe("decision");
  expect(inHand("parked", true, false, "endorsed")).toBe("prepared");
});

test("everything before the step in hand is done, everything after ahead", () => {
  const states = caseSteps(
    { status: "prepared", parkedFrom: null, reached: [] },
    { files: true, consulted: false, carriedOut: false },
  );
  expect(states.map((it) => it.state)).toEqual([
    "done",
    "done",
    "done",
    "current",
    "ahead",
    "ahead",
    "ahead",
    "ahead",
  ]);
});

test("no outside body, no such step", () => {
  const steps = caseSteps(
    { status: "approved", parkedFrom: null, reached: [] },
    { files: false, consulted: true, carriedOut: false },
  );
  expect(steps.map((it) => it.step)).toEqual(CASE_STEPS.filter((step) => step !== "nationalFund"));
  expect(steps.find((it) => it.state === "current")?.step).toBe("carriedOut");
});

test("what ended early keeps what it had reached and has nothing in hand", () => {
  const states = caseSteps(
    { status: "withdrawn", parkedFrom: null, reached: ["submitted", "endorsed"] },
    { files: true, consulted: false, carriedOut: false },
  );
  expect(states.filter((it) => it.state === "done").map((it) => it.step)).toEqual(["submitted", "endorsed"]);
  expect(states.some((it) => it.state === "current")).toBe(false);
});
