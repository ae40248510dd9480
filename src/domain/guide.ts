import type { MessageKey } from "@/messages/messages";
import { AGREEMENTS, type CostType, type Version } from "./agreement";

// "Får pengarna användas till det här?" Guidance, not a decision: it says what the agreement says, in four questions.

export const GUIDE_LEADS = ["newTasks", "moreSecure", "presentJob", "unsure"] as const;
export const GUIDE_ORDINARY = ["no", "yes", "unsure"] as const;
/** What an employee would say that the money goes to, most common first. */
export const GUIDE_COSTS = [
  "courseFee",
  "literature",
  "travel",
  "supervision",
  "internalResource",
  "otherCompetence",
  "consultant",
  "substitute",
  "participantSalary",
] as const satisfies readonly CostType[];

export type GuideAnswers = {
  /** Whether those who shall learn are employed by the employer. */
  employed: "yes" | "no";
  leadsTo: (typeof GUIDE_LEADS)[number];
  /** Whether the employer always gives it: introduction, mandatory training. */
  ordinary: (typeof GUIDE_ORDINARY)[number];
  pays: (typeof GUIDE_COSTS)[number];
};

export const GUIDE_QUESTIONS = [
  "employed",
  "leadsTo",
  "ordinary",
  "pays",
] as const satisfies readonly (keyof GuideAnswers)[];

const CHOICES: Record<keyof GuideAnswers, readonly string[]> = {
  employed: ["yes", "no"],
  leadsTo: GUIDE_LEADS,
  ordinary: GUIDE_ORDINARY,
  pays: GUIDE_COSTS,
};

/** The answers that an address holds; what is missing or unknown is left out. */
export function readGuide(search: Record<string, string | undefined>): Partial<GuideAnswers> {
  const known = GUIDE_QUESTIONS.filter((question) => CHOICES[question].includes(search[question] ?? ""));
  return Object.fromEntries(known.map((question) => [question, search[question]]));
}

/** Whether every question has its answer. */
export function isComplete(answers: Partial<GuideAnswers>): answers is GuideAnswers {
  return GUIDE_QUESTIONS.every((question) => answers[question] !== undefined);
}

export type Guidance = { answer: "yes" | "maybe" | "no"; reason: MessageKey };

/**
 * May the money be used for this? What rules it out comes first, then what is not known, then yes.
 * KOM-KR from 2022-10: employed by the employer, beyond running training in the present job, a more secure employment
 * or new tasks, and only costs that the agreement covers [K6, O14]; participants' pay is not covered, substitutes are
 * not shown to be [K6, I]. LOM: never the employer's ordinary training nor competence for the present job
 * [U1, UM1, FF1]; without a local agreement nothing can be applied for, and it decides on substitutes and consultants
 * [UM1, FM1].
 */
export function mayBeUsed(
  version: Version,
  { employed, leadsTo, ordinary, pays }: GuideAnswers,
  localAgreementInForce: boolean,
): Guidance {
  const agreement = AGREEMENTS[version];
  const no = (reason: MessageKey): Guidance => ({ answer: "no", reason });
  const maybe = (reason: MessageKey): Guidance => ({ answer: "maybe", reason });

  if (employed === "no") return no("ideas.guide.reasons.notEmployed");
  if (ordinary === "yes") return no("ideas.guide.reasons.ordinary");
  if (leadsTo === "presentJob") return no("ideas.guide.reasons.presentJob");
  if (!agreement.costTypes.includes(pays)) {
    if (pays === "participantSalary") return no("ideas.guide.reasons.participantSalary");
    if (pays === "substitute") return no("ideas.guide.reasons.substitute");
    return no("ideas.guide.reasons.costNotCovered");
  }
  if (agreement.needsLocalAgreement && !localAgreementInForce)
    return maybe("ideas.guide.reasons.noLocalAgreement");
  if (leadsTo === "unsure") return maybe("ideas.guide.reasons.unsureLeadsTo");
  if (ordinary === "unsure") return maybe("ideas.guide.reasons.unsureOrdinary");
  if (agreement.needsLocalAgreement && (pays === "substitute" || pays === "consultant"))
    return maybe("ideas.guide.reasons.localAgreementDecides");
  return {
    answer: "yes",
    reason: leadsTo === "newTasks" ? "ideas.guide.reasons.newTasks" : "ideas.guide.reasons.moreSecure",
  };
}
