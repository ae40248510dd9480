import { CASE_TONE, type CaseStep } from "@/domain/case-standing";
import { type Day, daysBetween } from "@/domain/day";
import type { CaseStatus } from "@/domain/pre-registration";
import { listed, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { CaseHead } from "./case-queries";
import type { AtFund, CaseStanding } from "./standing-queries";

/** What a sentence is said in, and to whom. */
export type Saying = {
  t: T;
  locale: Locale;
  today: Day;
  scheme: "tlo" | "lom";
  /** What the employer calls a case, when not the scheme's own word. */
  caseWord: string | null;
};

/** What a case is called here: "Föranmälan", "Ansökan", or the employer's own word. */
export function caseWord({ t, scheme, caseWord: own }: Saying): string {
  return own ?? t("preRegistrations.word", { scheme });
}

export function stepName(step: CaseStep, t: T): string {
  return t(`preRegistrations.step.${step}`);
}

export function caseStatus(status: CaseStatus, t: T): { tone: StatusTone; text: string } {
  return { tone: CASE_TONE[status], text: t(`preRegistrations.status.${status}`) };
}

/** The line "hos fonden": a status and what more there is to say. */
export function atFundWords(
  it: AtFund,
  saying: Saying,
): { tone: StatusTone; text: string; note: string | null } {
  const { t, locale, today } = saying;
  const text = t(`preRegistrations.atFund.${it.kind}`);
  switch (it.kind) {
    case "notNeeded":
      return { tone: "open", text, note: t("preRegistrations.atFund.notNeededNote") };
    case "notSent":
      return { tone: "open", text, note: t("preRegistrations.atFund.notSentNote") };
    case "granted":
      return {
        tone: "done",
        text,
        note: t("preRegistrations.atFund.numbers", {
          count: it.numbers.length,
          numbers: listed(it.numbers, locale),
        }),
      };
    default:
      return {
        tone: it.kind === "sent" ? "waiting" : it.kind === "returned" ? "warn" : "stop",
        text,
        note: t("preRegistrations.atFund.since", {
          day: shortDay(it.since, locale, today),
          days: Math.max(0, daysBetween(it.since, today)),
        }),
      };
  }
}

/** Who has the ball: by name where the reader may know it, else by role. */
export function ballWords({ ball, holders }: CaseStanding, { t, locale, scheme }: Saying): string {
  return holders.length > 0 ? listed(holders, locale) : t(`preRegistrations.ball.${ball}`, { scheme });
}

/** Since when, "Sedan 19 november, 4 dagar". */
export function sinceWords(since: Day, { t, locale, today }: Saying): string {
  return t("preRegistrations.ball.since", {
    day: shortDay(since, locale, today),
    days: Math.max(0, daysBetween(since, today)),
  });
}

/** Where the case is, who has the ball and what comes then, in one or two sentences. */
export function caseSentence(it: Pick<CaseHead, "standing" | "reserveDay">, saying: Saying): string {
  const { standing, reserveDay } = it;
  const margin = MONEY_AHEAD.includes(standing.status) && reserveDay ? marginWords(reserveDay, saying) : null;
  return [whereWords(standing, saying), margin].filter(Boolean).join(" ");
}

/** Nothing is reserved yet: the fund's last day matters. */
const MONEY_AHEAD: readonly CaseStatus[] = [
  "submitted",
  "endorsed",
  "prepared",
  "inConsultation",
  "deferred",
];

function marginWords(last: Day, { t, locale, today }: Saying): string {
  const days = daysBetween(today, last);
  const day = shortDay(last, locale, today);
  return days < 0
    ? t("preRegistrations.sentence.late", { day })
    : t("preRegistrations.sentence.margin", { days, day });
}

function whereWords(standing: CaseStanding, saying: Saying): string {
  const { t, locale, today } = saying;
  const { status, ball, holders, unitsLeft, consultation, atFund } = standing;
  const units = listed(
    unitsLeft.map((unit) => unit.name),
    locale,
  );
  switch (status) {
    case "submitted": {
      const who =
        holders.length > 0 ? listed(holders, locale) : t("preRegistrations.sentence.managersOf", { units });
      return t("preRegistrations.sentence.submitted", { who });
    }
    case "endorsed":
    case "prepared":
      return unitsLeft.length > 0
        ? t("preRegistrations.sentence.askAgain", { units })
        : t(`preRegistrations.sentence.${status}`);
    case "inConsultation":
      if (ball === "jointGroup")
        return t("preRegistrations.sentence.jointGroup", {
          day: shortDay(consultation?.day ?? today, locale, today),
        });
      if (ball === "minutes" || ball === "decider") return t(`preRegistrations.sentence.${ball}`);
      return t("preRegistrations.sentence.unions", { who: ballWords(standing, saying) });
    case "approved":
      if (atFund.kind === "sent")
        return t("preRegistrations.sentence.approvedSent", {
          days: Math.max(0, daysBetween(atFund.since, today)),
        });
      return t(
        `preRegistrations.sentence.${atFund.kind === "notSent" ? "approvedNotSent" : "approvedAnswered"}`,
      );
    default:
      return t(`preRegistrations.sentence.${status}`);
  }
}
