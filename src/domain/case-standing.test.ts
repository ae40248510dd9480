import { expect, test } from "vitest";
import { ballOf, CASE_STEPS, caseSteps } from "./case-standing";
import { CASE_STATUSES, type CaseStatus } from "./pre-registration";

const nothing = { consultation: null, lastFiling: null };

test.each([
  ["draft", "coordinator"],
  ["returned", "coordinator"],
  ["submitted", "managers"],
  ["endorsed", "coordinator"],
  ["prepared", "coordinator"],
  ["inConsultation", "unions"],
  ["deferred", "coordinator"],
  ["approved", "coordinator"],
  ["converted", "owner"],
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
    ballOf({ status: "approved", consultation: null, lastFiling });
  expect([at("draft"), at("sent"), at("granted"), at("returned")]).toEqual([
    "coordinator",
    "nationalFund",
    "coordinator",
    "coordinator",
  ]);
});

const inHand = (status: CaseStatus, files = true, consulted = false, parkedFrom: CaseStatus | null = null) =>
  caseSteps({ status, parkedFrom, reached: [] }, { files, consulted }).find((it) => it.state === "current")
    ?.step;

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
    { files: true, consulted: false },
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
    { files: false, consulted: true },
  );
  expect(steps.map((it) => it.step)).toEqual(CASE_STEPS.filter((step) => step !== "nationalFund"));
  expect(steps.find((it) => it.state === "current")?.step).toBe("carriedOut");
});

test("what ended early keeps what it had reached and has nothing in hand", () => {
  const states = caseSteps(
    { status: "withdrawn", parkedFrom: null, reached: ["submitted", "endorsed"] },
    { files: true, consulted: false },
  );
  expect(states.filter((it) => it.state === "done").map((it) => it.step)).toEqual(["submitted", "endorsed"]);
  expect(states.some((it) => it.state === "current")).toBe(false);
});
