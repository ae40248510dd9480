import { type Actor, reaches } from "./actor";
import { whyNotImpartial } from "./conflict";
import type { Day } from "./day";
import type { CaseStatus } from "./pre-registration";
import type { Reason } from "./reason";
import { addWorkingDays, workingDayFrom } from "./working-day";

export const IDEA_STATUSES = [
  "draft",
  "submitted",
  "endorsed",
  "returned",
  "inDialogue",
  "converted",
  "declined",
  "parked",
] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

export const AUDIENCES = ["me", "some", "workplace"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Where an idea stands. One handed in alone never passes the manager: its unit endorses the case instead. */
export type Stand = { status: IdeaStatus; withManager: boolean };

type Move = {
  by: "author" | "manager" | "coordinator" | "colleague" | "case";
  to: Partial<Record<IdeaStatus, IdeaStatus>>;
  /** From `submitted` only on this road; without it on both. */
  road?: "withManager" | "alone";
};

/** The transition table: who moves an idea from where to where. `case` moves it with the pre-registration it is in. */
export const IDEA_MOVES = {
  save: { by: "author", to: { draft: "draft", returned: "returned" } },
  submit: { by: "author", to: { draft: "submitted", returned: "submitted" } },
  endorse: { by: "manager", to: { submitted: "endorsed" }, road: "withManager" },
  return: { by: "manager", to: { submitted: "returned" }, road: "withManager" },
  takeUp: { by: "coordinator", to: { submitted: "inDialogue", endorsed: "inDialogue" }, road: "alone" },
  decline: { by: "coordinator", to: { inDialogue: "declined" } },
  park: { by: "coordinator", to: { inDialogue: "parked" } },
  resume: { by: "coordinator", to: { parked: "inDialogue" } },
  support: {
    by: "colleague",
    to: { submitted: "submitted", endorsed: "endorsed", inDialogue: "inDialogue" },
  },
  convert: {
    by: "case",
    to: { submitted: "converted", endorsed: "converted", inDialogue: "converted" },
    road: "alone",
  },
  reopen: { by: "case", to: { converted: "inDialogue" } },
} as const satisfies Record<string, Move>;

export type IdeaAct = keyof typeof IDEA_MOVES;

/** Where an act takes an idea; null when it may not be done from here. */
export function ideaAfter(act: IdeaAct, { status, withManager }: Stand): IdeaStatus | null {
  const move: Move = IDEA_MOVES[act];
  if (status === "submitted" && move.road && (move.road === "withManager") !== withManager) return null;
  return move.to[status] ?? null;
}

/** Why the table has no such step, as a sentence about where the idea is now. */
export function whyNotMove(act: IdeaAct, stand: Stand): Reason | null {
  if (ideaAfter(act, stand)) return null;
  const at = stand.status === "submitted" && !stand.withManager ? "alone" : stand.status;
  return { key: "ideas.whyNot.status", values: { at } };
}

type Person = Pick<Actor, "personId" | "onBehalfOf">;
type Reacher = Person & Pick<Actor, "units">;
type Placed = Stand & { unitId: string; authorId: string };

/** Only who wrote an idea changes it, and only before it is handed in or after it was returned. */
export function whyNotSave(person: Person, idea: Stand & { authorId: string }): Reason | null {
  return (
    (idea.authorId === person.personId ? null : { key: "ideas.whyNot.notAuthor" }) ?? whyNotMove("save", idea)
  );
}

/** Why an idea may not be handed in: not one's own, not a draft or returned, or no manager above to send it to. */
export function whyNotSubmit(
  person: Person,
  idea: { status: IdeaStatus; authorId: string },
  road: { withManager: boolean; managerExists: boolean },
): Reason | null {
  if (idea.authorId !== person.personId) return { key: "ideas.whyNot.notAuthor" };
  if (road.withManager && !road.managerExists) return { key: "ideas.whyNot.noManager" };
  return whyNotMove("submit", { status: idea.status, withManager: road.withManager });
}

/**
 * Why a manager may not endorse: the idea is not with the manager, its unit is not theirs, or it is their own. A
 * manager's own idea goes to the next one up, whose subtree covers the unit. [design: access]
 */
export function whyNotEndorse(manager: Reacher, idea: Placed): Reason | null {
  return whyNotMove("endorse", idea) ?? whyNotJudge(manager, idea);
}

/** The same for returning, which also needs what is missing, in words. */
export function whyNotReturn(manager: Reacher, idea: Placed, missing: string): Reason | null {
  return (
    whyNotMove("return", idea) ??
    whyNotJudge(manager, idea) ??
    (missing.trim() ? null : { key: "ideas.whyNot.sayWhatIsMissing", field: "missing" })
  );
}

/** Why a coordinator may not take up the dialogue, first or again after it was parked. */
export function whyNotTakeUp(
  coordinator: Pick<Actor, "units">,
  idea: Placed,
  act: "takeUp" | "resume" = "takeUp",
): Reason | null {
  return whyNotMove(act, idea) ?? whyNotReached(coordinator, idea);
}

/** A no needs its reason and a next step, both in words to the author. [domain 4.4, S seed 002] */
export function whyNotDecline(
  coordinator: Reacher,
  idea: Placed,
  words: { reason: string; nextStep: string },
): Reason | null {
  return (
    whyNotMove("decline", idea) ??
    whyNotJudge(coordinator, idea) ??
    (words.reason.trim() ? null : { key: "ideas.whyNot.sayWhy", field: "reason" }) ??
    (words.nextStep.trim() ? null : { key: "ideas.whyNot.sayNextStep", field: "nextStep" })
  );
}

export function whyNotPark(coordinator: Reacher, idea: Placed): Reason | null {
  return whyNotMove("park", idea) ?? whyNotJudge(coordinator, idea);
}

/** "Me too" counts need: on an open idea of somebody else, once a person. */
export function whyNotSupport(
  person: Person,
  idea: Stand & { authorId: string; supported: boolean },
): Reason | null {
  if (idea.authorId === person.personId) return { key: "ideas.whyNot.ownIdea" };
  return whyNotMove("support", idea) ?? (idea.supported ? { key: "ideas.whyNot.alreadySupported" } : null);
}

function whyNotJudge(judge: Reacher, idea: Placed): Reason | null {
  const parties = { applicants: [idea.authorId], participants: [], ownerId: null, endorsers: [] };
  return whyNotImpartial(judge, parties) ?? whyNotReached(judge, idea);
}

function whyNotReached(actor: Pick<Actor, "units">, idea: { unitId: string }): Reason | null {
  return reaches(actor, idea.unitId) ? null : { key: "ideas.whyNot.notYourUnit" };
}

/**
 * Whether a reader learns who wrote an idea. Colleagues do not; a manager does when it was handed in through them, not
 * when somebody went past them to the coordinator.
 */
export function maySeeAuthor(
  reader: Pick<Actor, "personId" | "role">,
  idea: { authorId: string; withManager: boolean },
): boolean {
  if (idea.authorId === reader.personId) return true;
  if (reader.role === "manager") return idea.withManager;
  return reader.role === "coordinator" || reader.role === "hr";
}

/** Working days within which the one who has an idea answers. [J: the employer's own promise] */
export const ANSWER_WORKING_DAYS = 10;

/** The last day for an answer to what came in on a day; on a closed day it came in on the next open one. */
export function answerDay(received: Day): Day {
  return addWorkingDays(workingDayFrom(received), ANSWER_WORKING_DAYS);
}

/** Who has the ball; null when nobody is expected to do anything. */
export function holderOf({
  status,
  withManager,
}: Stand): "author" | "manager" | "coordinator" | "case" | null {
  switch (status) {
    case "draft":
    case "returned":
      return "author";
    case "submitted":
      return withManager ? "manager" : "coordinator";
    case "endorsed":
    case "inDialogue":
      return "coordinator";
    case "converted":
      return "case";
    case "declined":
    case "parked":
      return null;
  }
}

/** Whether the holder has promised an answer by answerDay. */
export function answerIsPromised({ status }: Stand): boolean {
  return status === "submitted" || status === "endorsed";
}

export const IDEA_STEPS = ["written", "manager", "coordinator", "unions", "decision", "underWay"] as const;
export type IdeaStep = (typeof IDEA_STEPS)[number];

/** The way of an idea in human steps. `caseStatus` is that of the pre-registration it became part of, if any. */
export function ideaSteps(
  stand: Stand,
  caseStatus: CaseStatus | null = null,
): { step: IdeaStep; state: "done" | "current" | "ahead" }[] {
  const steps = IDEA_STEPS.filter((step) => step !== "manager" || stand.withManager);
  const at = steps.indexOf(stepNow(stand, caseStatus));
  return steps.map((step, nth) => ({ step, state: nth < at ? "done" : nth === at ? "current" : "ahead" }));
}

function stepNow(stand: Stand, caseStatus: CaseStatus | null): IdeaStep {
  if (stand.status === "draft" || stand.status === "returned") return "written";
  if (stand.status === "submitted" && stand.withManager) return "manager";
  if (stand.status !== "converted") return "coordinator";
  switch (caseStatus) {
    case "inConsultation":
    case "deferred":
      return "unions";
    case "approved":
      return "decision";
    case "converted":
      return "underWay";
    default:
      return "coordinator";
  }
}

/** Words that stand in most ideas and say nothing of what they are about. */
const COMMON = /^(utbild|kurs|kompeten|utveckl|medarbet|kolleg|arbet|jobb|enhet|behöv|learn|train|course)/;

/**
 * What to look for to find ideas about the same thing: the longest words of a title without their endings, at most
 * three. Empty when no word says enough.
 */
export function stemsOf(title: string): string[] {
  const words = title.toLowerCase().match(/\p{Letter}{5,}/gu) ?? [];
  const telling = [...new Set(words)].filter((word) => !COMMON.test(word));
  return telling
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .map((word) => word.slice(0, Math.max(5, word.length - 2)));
}
