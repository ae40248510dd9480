import { daysBetween } from "@/domain/day";
import type { RequisitionStatus } from "@/domain/requisition";
import type { Saying } from "@/features/initiatives/initiative-words";
import { money, shortDay } from "@/messages/format";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { RequisitionView } from "./queries";

const TONES: Record<RequisitionStatus, StatusTone> = {
  draft: "open",
  evidenceComplete: "active",
  sent: "waiting",
  returned: "warn",
  partlyRejected: "warn",
  paid: "active",
  reconciled: "done",
};

export function claimStatus(status: RequisitionStatus, t: T): { tone: StatusTone; text: string } {
  return { tone: TONES[status], text: t(`requisitions.status.${status}`) };
}

/** The page's first sentence: what has to be done with the claim, by whom, and for how much. */
export function claimSentence(it: RequisitionView, { t, locale, today, scheme }: Saying): string {
  return t(`requisitions.sentence.${it.status}`, {
    scheme,
    missing: it.missing.length,
    amount: money(it.amount, locale),
    paid: money(it.paidAmount ?? 0n, locale),
    rest: money(it.part.committed, locale),
    some: it.part.committed > 0n ? "yes" : "no",
    goes: it.part.landing,
    day: it.sentOn ? shortDay(it.sentOn, locale, today) : "",
    days: daysBetween(it.since, today),
  });
}

/** The part's number, or what it is called without one. */
export function partWords(number: string | null, t: T): string {
  return number ? t("requisitions.number", { number }) : t("requisitions.noNumber");
}
