import type { Day } from "@/domain/day";
import { type LocalAgreement, localAgreementStateOn } from "@/domain/local-agreement";
import { longDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";

export type Saying = { t: T; locale: Locale; today: Day };

const TONES = {
  none: "stop",
  preparing: "open",
  negotiating: "waiting",
  signed: "waiting",
  inForce: "active",
  reviewDue: "warn",
  expired: "done",
} as const satisfies Record<string, StatusTone>;

/** The state as it is shown: an agreement signed for a later day is not being negotiated any more. */
export function shownState(agreement: LocalAgreement | null, today: Day): keyof typeof TONES {
  const state = localAgreementStateOn(agreement, today);
  return state === "negotiating" && agreement?.state !== "negotiating" ? "signed" : state;
}

export function agreementStatus(
  agreement: LocalAgreement | null,
  { t, today }: Saying,
): { tone: StatusTone; text: string } {
  const state = shownState(agreement, today);
  return { tone: TONES[state], text: t(`agreements.local.states.${state}`) };
}

/** How the employer stands today, in one sentence. */
export function localSentence(agreement: LocalAgreement | null, { t, locale, today }: Saying): string {
  return t("agreements.sentence.lom", {
    state: localAgreementStateOn(agreement, today),
    until: agreement?.until ? longDay(agreement.until, locale) : "none",
  });
}

export function periodWords(
  { from, until }: { from: Day | null; until: Day | null },
  { t, locale }: Saying,
): string {
  if (from === null) return t("agreements.local.noPeriod");
  return until
    ? t("people.page.periodUntil", { from: longDay(from, locale), until: longDay(until, locale) })
    : t("people.page.periodFrom", { from: longDay(from, locale) });
}
