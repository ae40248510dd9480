import { describe, expect, test } from "vitest";
import { ROLES } from "./actor";
import {
  answerDay,
  answerIsPromised,
  holderOf,
  IDEA_MOVES,
  IDEA_STATUSES,
  type IdeaAct,
  type IdeaStatus,
  ideaAfter,
  ideaSteps,
  maySeeAuthor,
  stemsOf,
  whyNotDecline,
  whyNotEndorse,
  whyNotMove,
  whyNotPark,
  whyNotReturn,
  whyNotSave,
  whyNotSubmit,
  whyNotSupport,
  whyNotTakeUp,
} from "./idea";
import type { CaseStatus } from "./pre-registration";

// "act: from > to", all that may happen. What is not here may not.
const WITH_MANAGER = `
  save: draft > draft
  save: returned > returned
  submit: draft > submitted
  submit: returned > submitted
  endorse: submitted > endorsed
  return: submitted > returned
  takeUp: endorsed > inDialogue
  decline: inDialogue > declined
  park: inDialogue > parked
  resume: parked > inDialogue
  support: submitted > submitted
  support: endorsed > endorsed
  support: inDialogue > inDialogue
  convert: endorsed > converted
  convert: inDialogue > converted
  reopen: converted > inDialogue`;
// Handed in alone: no manager, and the coordinator begins at once.
const ALONE = `
  save: draft > draft
  save: returned > returned
  submit: draft > submitted
  submit: returned > submitted
  takeUp: submitted > inDialogue
  takeUp: endorsed > inDialogue
  decline: inDialogue > declined
  park: inDialogue > parked
  resume: parked > inDialogue
  support: submitted > submitted
  support: endorsed > endorsed
  support: inDialogue > inDialogue
  convert: submitted > converted
  convert: endorsed > converted
  convert: inDialogue > converted
  reopen: converted > inDialogue`;

const ACTS = Object.keys(IDEA_MOVES) as IdeaAct[];
const legal = (table: string) =>
  new Map(
    table
      .trim()
      .split("\n")
      .map((line) => line.trim().split(" > ") as [string, IdeaStatus]),
  );

describe.each([
  ["with the manager", true, legal(WITH_MANAGER)],
  ["alone", false, legal(ALONE)],
])("an idea handed in %s", (_, withManager, table) => {
  test.each(ACTS.flatMap((act) => IDEA_STATUSES.map((status) => [act, status] as const)))(
    "%s from %s",
    (act, status) => {
      const to = table.get(`${act}: ${status}`) ?? null;
      expect(ideaAfter(act, { status, withManager })).toBe(to);
      const reason = whyNotMove(act, { status, withManager });
      if (to) expect(reason).toBeNull();
      else
        expect(reason).toEqual({
          key: "ideas.whyNot.status",
          values: { at: status === "submitted" && !withManager ? "alone" : status },
        });
    },
  );

  test("no status but those of the table is ever reached", () => {
    for (const to of table.values()) expect(IDEA_STATUSES).toContain(to);
  });
});

const author = { personId: "author", onBehalfOf: null };
const manager = { personId: "manager", onBehalfOf: null, units: ["school", "kitchen"] };
const idea = { status: "submitted", withManager: true, unitId: "school", authorId: "author" } as const;

describe("handing in", () => {
  const draft = { status: "draft", authorId: "author" } as const;
  test.each([
    [author, draft, true, true, null],
    [author, draft, false, false, null],
    [author, { ...draft, status: "returned" as const }, true, true, null],
    [author, draft, true, false, "ideas.whyNot.noManager"],
    [manager, draft, true, true, "ideas.whyNot.notAuthor"],
    [author, { ...draft, status: "declined" as const }, true, true, "ideas.whyNot.status"],
  ])("%o hands in %o (manager %s, there is one %s): %s", (who, what, withManager, managerExists, key) => {
    expect(whyNotSubmit(who, what, { withManager, managerExists })?.key ?? null).toBe(key);
  });

  test("only the author changes it, and only while it is theirs", () => {
    expect(whyNotSave(author, { ...draft, withManager: true })).toBeNull();
    expect(whyNotSave(manager, { ...draft, withManager: true })?.key).toBe("ideas.whyNot.notAuthor");
    expect(whyNotSave(author, idea)?.key).toBe("ideas.whyNot.status");
  });
});

describe("endorsing and returning", () => {
  test.each([
    ["the unit's manager", manager, idea, null],
    ["a manager of everything", { ...manager, units: "all" as const }, idea, null],
    ["another unit's manager", { ...manager, units: ["kitchen"] }, idea, "ideas.whyNot.notYourUnit"],
    ["the author, who is manager too", { ...manager, personId: "author" }, idea, "refusals.ownCase"],
    ["the author's substitute", { ...manager, onBehalfOf: "author" }, idea, "refusals.ownCase"],
    ["the manager, handed in alone", manager, { ...idea, withManager: false }, "ideas.whyNot.status"],
    [
      "the manager, after a colleague did",
      manager,
      { ...idea, status: "endorsed" as const },
      "ideas.whyNot.status",
    ],
  ])("%s", (_, who, what, key) => {
    expect(whyNotEndorse(who, what)?.key ?? null).toBe(key);
    expect(whyNotReturn(who, what, "För vilka?")?.key ?? null).toBe(key);
  });

  test("a return says what is missing", () => {
    expect(whyNotReturn(manager, idea, " \n")).toEqual({
      key: "ideas.whyNot.sayWhatIsMissing",
      field: "missing",
    });
  });
});

describe("the coordinator's dialogue", () => {
  const coordinator = { ...manager, personId: "coordinator", units: "all" as const };
  const inDialogue = { ...idea, status: "inDialogue" } as const;
  const words = { reason: "Enheten gör det redan.", nextStep: "Fråga din chef om kursen i mars." };

  test("takes up what is endorsed or came alone, and resumes what is parked, in reach", () => {
    expect(whyNotTakeUp(coordinator, { ...idea, status: "endorsed" })).toBeNull();
    expect(whyNotTakeUp(coordinator, { ...idea, withManager: false })).toBeNull();
    expect(whyNotTakeUp(coordinator, idea)?.key).toBe("ideas.whyNot.status");
    expect(whyNotTakeUp({ units: ["kitchen"] }, { ...idea, status: "endorsed" })?.key).toBe(
      "ideas.whyNot.notYourUnit",
    );
    expect(whyNotTakeUp(coordinator, { ...idea, status: "parked" }, "resume")).toBeNull();
    expect(whyNotTakeUp(coordinator, inDialogue, "resume")?.key).toBe("ideas.whyNot.status");
  });

  test("a no has a reason and a next step", () => {
    expect(whyNotDecline(coordinator, inDialogue, words)).toBeNull();
    expect(whyNotDecline(coordinator, inDialogue, { ...words, reason: " " })).toEqual({
      key: "ideas.whyNot.sayWhy",
      field: "reason",
    });
    expect(whyNotDecline(coordinator, inDialogue, { ...words, nextStep: "" })).toEqual({
      key: "ideas.whyNot.sayNextStep",
      field: "nextStep",
    });
    expect(whyNotDecline({ ...coordinator, personId: "author" }, inDialogue, words)?.key).toBe(
      "refusals.ownCase",
    );
    expect(whyNotDecline(coordinator, idea, words)?.key).toBe("ideas.whyNot.status");
  });

  test("parks, but not their own", () => {
    expect(whyNotPark(coordinator, inDialogue)).toBeNull();
    expect(whyNotPark({ ...coordinator, personId: "author" }, inDialogue)?.key).toBe("refusals.ownCase");
    expect(whyNotPark({ ...coordinator, units: [] }, inDialogue)?.key).toBe("ideas.whyNot.notYourUnit");
  });
});

describe("me too", () => {
  const open = { ...idea, supported: false };
  test.each([
    [{ personId: "colleague", onBehalfOf: null }, open, null],
    [author, open, "ideas.whyNot.ownIdea"],
    [manager, { ...open, supported: true }, "ideas.whyNot.alreadySupported"],
    [manager, { ...open, status: "declined" as const }, "ideas.whyNot.status"],
  ])("%o on %o: %s", (who, what, key) => {
    expect(whyNotSupport(who, what)?.key ?? null).toBe(key);
  });
});

test("who wrote it is known to themselves, those who prepare, and the manager they came through", () => {
  const seenBy = (withManager: boolean) =>
    ROLES.filter((role) => maySeeAuthor({ role, personId: "reader" }, { authorId: "author", withManager }));
  expect(seenBy(true)).toEqual(["manager", "coordinator", "hr"]);
  expect(seenBy(false)).toEqual(["coordinator", "hr"]);
  for (const role of ROLES)
    expect(maySeeAuthor({ role, personId: "author" }, { authorId: "author", withManager: false })).toBe(true);
});

describe("who has it and until when", () => {
  test.each<[IdeaStatus, string | null, string | null]>([
    ["draft", "author", "author"],
    ["submitted", "manager", "coordinator"],
    ["endorsed", "coordinator", "coordinator"],
    ["returned", "author", "author"],
    ["inDialogue", "coordinator", "coordinator"],
    ["converted", "case", "case"],
    ["declined", null, null],
    ["parked", null, null],
  ])("%s: %s with the manager, %s alone", (status, withManager, alone) => {
    expect(holderOf({ status, withManager: true })).toBe(withManager);
    expect(holderOf({ status, withManager: false })).toBe(alone);
    expect(answerIsPromised({ status, withManager: true })).toBe(["submitted", "endorsed"].includes(status));
  });

  test("ten working days, from the first open day", () => {
    expect(answerDay("2026-11-23")).toBe("2026-12-07");
    expect(answerDay("2026-11-22")).toBe("2026-12-07");
    expect(answerDay("2026-12-18")).toBe("2027-01-08");
  });
});

describe("the way in human steps", () => {
  const at = (status: IdeaStatus, withManager: boolean, caseStatus?: CaseStatus) =>
    ideaSteps({ status, withManager }, caseStatus).find(({ state }) => state === "current")?.step;

  test.each<[IdeaStatus, boolean, CaseStatus | undefined, string]>([
    ["draft", true, undefined, "written"],
    ["returned", true, undefined, "written"],
    ["submitted", true, undefined, "manager"],
    ["submitted", false, undefined, "coordinator"],
    ["endorsed", true, undefined, "coordinator"],
    ["inDialogue", true, undefined, "coordinator"],
    ["parked", true, undefined, "coordinator"],
    ["converted", true, undefined, "coordinator"],
    ["converted", true, "prepared", "coordinator"],
    ["converted", true, "inConsultation", "unions"],
    ["converted", true, "deferred", "unions"],
    ["converted", true, "approved", "decision"],
    ["converted", false, "converted", "underWay"],
  ])("%s (with manager %s, case %s) is at %s", (status, withManager, caseStatus, step) => {
    expect(at(status, withManager, caseStatus)).toBe(step);
  });

  test("what lies before is done, what lies after is ahead, and alone there is no manager", () => {
    expect(ideaSteps({ status: "endorsed", withManager: true })).toEqual([
      { step: "written", state: "done" },
      { step: "manager", state: "done" },
      { step: "coordinator", state: "current" },
      { step: "unions", state: "ahead" },
      { step: "decision", state: "ahead" },
      { step: "underWay", state: "ahead" },
    ]);
    expect(ideaSteps({ status: "endorsed", withManager: false }).map(({ step }) => step)).not.toContain(
      "manager",
    );
  });
});

test.each([
  ["C1-körkort för oss i servicebilarna", ["servicebilar", "körko"]],
  ["Tungt körkort till vaktmästarna", ["vaktmästar", "körko", "tungt"]],
  ["Kurs", []],
  ["Utbildning för medarbetare", []],
  ["Svenska svenska SVENSKA", ["svens"]],
])("%s is about %s", (title, stems) => {
  expect(stemsOf(title)).toEqual(stems);
});
