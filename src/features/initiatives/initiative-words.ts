import type { ProviderKind } from "@/domain/agreement";
import { type Day, daysBetween } from "@/domain/day";
import { type InitiativeStatus, OPEN_INITIATIVE } from "@/domain/initiative";
import { type BallFacts, ballOfInitiative } from "@/domain/initiative-ball";
import type { NameView } from "@/features/people/holder-queries";
import { dayRange, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { InitiativeView } from "./queries";

/** What a sentence is said in, and to whom. */
export type Saying = { t: T; locale: Locale; today: Day; scheme: "tlo" | "lom" };

const TONES: Record<InitiativeStatus, StatusTone> = {
  planned: "open",
  scheduled: "waiting",
  underWay: "active",
  completed: "active",
  settled: "done",
  followedUp: "done",
  cancelled: "stop",
  notCarriedOut: "stop",
};

export function initiativeStatus(status: InitiativeStatus, t: T): { tone: StatusTone; text: string } {
  return { tone: TONES[status], text: t(`initiatives.status.${status}`) };
}

/** "sedan 3 dagar". */
export function sinceWords(since: Day, { t, today }: Pick<Saying, "t" | "today">): string {
  return t("initiatives.since", { days: Math.max(0, daysBetween(since, today)) });
}

/** A name as it may be shown: none is set, or it is protected. */
export function ownerWords(owner: { name: NameView } | null, t: T): string {
  if (!owner) return t("initiatives.noOwner");
  return owner.name ?? t("initiatives.hiddenName");
}

export function periodWords(
  it: { periodFrom: Day | null; periodUntil: Day | null },
  { t, locale }: Pick<Saying, "t" | "locale">,
): string {
  return it.periodFrom && it.periodUntil
    ? dayRange(it.periodFrom, it.periodUntil, locale)
    : t("initiatives.noPeriod");
}

export function providerWords(it: { providerKind: ProviderKind; providerName: string }, t: T): string {
  const kind = t(`words.providers.${it.providerKind}`);
  return it.providerName ? `${it.providerName} (${kind})` : kind;
}

/** What the rule of the ball asks, out of the view. */
export function ballFacts(it: InitiativeView): BallFacts {
  return {
    status: it.status,
    files: it.files,
    filing: it.filing?.status ?? null,
    granted: it.parts.length > 0,
    calledOff: it.providerKind === "nationalFund",
    claims: it.parts.flatMap((part) => part.claim?.status ?? []),
    unclaimed: it.parts.filter((part) => !part.settled && part.claim === null).length,
  };
}

/** Who has the ball, as a name where there is one. */
export function holderWords(it: InitiativeView, { t, scheme }: Saying): string {
  const { holder } = ballOfInitiative(ballFacts(it));
  if (holder === "owner") return ownerWords(it.owner, t);
  return t(`initiatives.holder.${holder}`, { scheme });
}

/** The page's first sentence: what is to be done next and by whom, with its day. */
export function nextSentence(it: InitiativeView, saying: Saying): string {
  const { t, locale, today, scheme } = saying;
  const { doing } = ballOfInitiative(ballFacts(it));
  if (!OPEN_INITIATIVE.includes(it.status) && it.status !== "completed")
    return t(`initiatives.over.${it.status as "settled" | "followedUp" | "cancelled" | "notCarriedOut"}`);
  const begins = it.periodFrom && it.periodFrom > today ? "later" : "now";
  return t(`initiatives.next.${doing}`, {
    scheme,
    who: ownerWords(it.owner, t),
    begins,
    day: it.periodFrom ? shortDay(it.periodFrom, locale, today) : "",
    until: it.periodUntil ? shortDay(it.periodUntil, locale, today) : "",
    hasOwner: it.owner ? "yes" : "no",
    late: it.status === "underWay" && it.periodUntil !== null && it.periodUntil < today ? "yes" : "no",
    days: it.filing?.sentOn ? daysBetween(it.filing.sentOn, today) : 0,
  });
}
