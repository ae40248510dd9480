import type { Actor } from "@/domain/actor";
import { type Day, daysBetween } from "@/domain/day";
import { type Audience, holderOf, type IdeaStatus, ideaSteps } from "@/domain/idea";
import type { Holder, NameView } from "@/features/people/holder-queries";
import { shortDay, weekday } from "@/messages/format";
import type { Locale, MessageKey } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { IdeaRowView } from "./row-queries";

/** What a sentence is said in, and to whom. */
export type Saying = { t: T; locale: Locale; today: Day; scheme: "tlo" | "lom" };

type Reader = Pick<Actor, "personId" | "onBehalfOf" | "role">;

const TONES: Record<IdeaStatus, StatusTone> = {
  draft: "open",
  submitted: "waiting",
  endorsed: "waiting",
  returned: "warn",
  inDialogue: "active",
  converted: "done",
  declined: "stop",
  parked: "open",
};

/** The status as a word with its tone. */
export function ideaStatus(
  idea: { status: IdeaStatus; withManager: boolean },
  { t, scheme }: Pick<Saying, "t" | "scheme">,
) {
  const alone = idea.status === "submitted" && !idea.withManager;
  return {
    tone: TONES[idea.status],
    text: alone ? t("ideas.status.alone") : t(`ideas.status.${idea.status}`, { scheme }),
  };
}

export function forWhom(idea: { audience: Audience; headcount: number | null }, t: T): string {
  return t(`ideas.forWhom.${idea.audience}`, { count: idea.headcount ?? 0 });
}

/** "sedan 3 dagar". */
function sinceWords(since: Day, { t, today }: Pick<Saying, "t" | "today">): string {
  return t("ideas.since", { days: Math.max(0, daysBetween(since, today)) });
}

/** Those whose turn it is, by name, with who stands in for whom; "chefen" when nobody is known. */
export function holderNames(
  holders: readonly Holder[],
  fallback: "manager" | "coordinator",
  { t, locale, today }: Saying,
  reader?: Reader,
): string {
  if (reader && isHolder(holders, reader)) return t("ideas.who.you");
  const shown = (name: NameView) => name ?? t("ideas.who.hidden");
  const names = holders.map(({ name, substitute }) =>
    substitute
      ? t("ideas.who.standsIn", {
          name: shown(substitute.name),
          other: shown(name),
          until: shortDay(substitute.until, locale, today),
        })
      : shown(name),
  );
  const last = names.pop();
  if (last === undefined) return t(`ideas.who.${fallback}`);
  return names.length === 0 ? last : t("ideas.who.and", { first: names.join(", "), last });
}

/** Whether it is the reader's own turn, in the role they act in. */
export function isHolder(holders: readonly Holder[], reader: Reader): boolean {
  const acting = reader.onBehalfOf ?? reader.personId;
  return (
    (reader.role === "manager" || reader.role === "coordinator") && holders.some(({ id }) => id === acting)
  );
}

/**
 * Who has the ball and since when, and by when they answer, in one or two sentences. `named`: with the title of one's
 * own idea, where no heading says which it is.
 */
export function ballSentence(idea: IdeaRowView, reader: Reader, saying: Saying, named = false): string {
  const { t, locale, today, scheme } = saying;
  const about = { mine: !idea.mine ? "no" : named ? "named" : "yes", title: idea.title };
  const since = sinceWords(idea.since, saying);
  switch (idea.status) {
    case "draft":
      return t("ideas.ball.draft");
    case "returned":
      return t(idea.mine ? "ideas.ball.returned" : "ideas.ball.returnedOther", { ...about, since });
    case "converted": {
      const step =
        ideaSteps(idea, idea.caseStatus).find(({ state }) => state === "current")?.step ?? "coordinator";
      return t("ideas.ball.converted", { ...about, scheme, step });
    }
    case "declined":
      return t("ideas.ball.declined", { ...about, day: shortDay(idea.since, locale, today) });
    case "parked":
      return t("ideas.ball.parked", { ...about, since });
    default: {
      const fallback = holderOf(idea) === "manager" ? "manager" : "coordinator";
      const who = holderNames(idea.holders, fallback, saying, reader);
      const said = t(idea.status === "inDialogue" ? "ideas.ball.inDialogue" : "ideas.ball.waiting", {
        ...about,
        who,
        since,
      });
      if (!idea.answerBy) return said;
      const yours = isHolder(idea.holders, reader);
      const late = idea.answerBy < today;
      const key: MessageKey = late
        ? yours
          ? "ideas.ball.lateYou"
          : "ideas.ball.late"
        : yours
          ? "ideas.ball.answerYou"
          : "ideas.ball.answerBy";
      return `${said} ${t(key, { day: weekday(idea.answerBy, locale), who })}`;
    }
  }
}
