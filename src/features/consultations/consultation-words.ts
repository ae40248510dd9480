import type { StatementKind, VoiceState } from "@/domain/consultation";
import type { Day } from "@/domain/day";
import type { Change, FrozenGroup, FrozenPeriod, FrozenProvider } from "@/domain/frozen-case";
import { withoutSmallCounts } from "@/domain/small-counts";
import { count, dayRange, longDay, money, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { StatusTone } from "@/ui/status";
import type { MeetingRow } from "./list-queries";
import type { AgendaItem } from "./meeting-queries";

/** To whom and when something is said. */
export type Saying = { t: T; locale: Locale; today: Day };

const ANSWER_TONE: Record<StatementKind, StatusTone> = {
  noObjection: "done",
  remarks: "active",
  willReturn: "waiting",
  disagrees: "stop",
  requestsNegotiation: "stop",
  noStatement: "open",
};

type Heard = { state: VoiceState; newest: { kind: StatementKind } | null };

/** Where a union stands, as a tone and two words: its answer when it has one on this version, else how far it is. */
export function standingOf({ state, newest }: Heard, { t }: Saying): { tone: StatusTone; text: string } {
  if (state === "centralRequested") return { tone: "stop", text: t("consultations.states.centralRequested") };
  if (state === "centralConcluded") return { tone: "done", text: t("consultations.states.centralConcluded") };
  if (newest && state !== "planned" && state !== "called")
    return { tone: ANSWER_TONE[newest.kind], text: t(`consultations.answers.${newest.kind}`) };
  return { tone: "open", text: t(`consultations.states.${state}`) };
}

/** Whether a representative has this item still to answer. */
export const isOpen = (item: AgendaItem): boolean =>
  item.own !== null && item.own.answer === null && item.own.newest === null;

export type ChangeRow = { label: string; before?: string; after?: string };

/** What a value was and is, in words; counts of people are never so small that they point at somebody. */
export function changeRows(change: Change, saying: Saying): ChangeRow[] {
  const { t, locale } = saying;
  const nothing = t("consultations.meeting.nothing");
  const label = t(`consultations.meeting.fields.${change.field}`);
  switch (change.field) {
    case "amount":
      return [{ label, before: money(change.before, locale), after: money(change.after, locale) }];
    case "headcount":
      return [{ label, before: people(change.before, saying), after: people(change.after, saying) }];
    case "people":
      return groupRows(change.before, change.after, saying);
    case "provider":
      return [{ label, before: provider(change.before, saying), after: provider(change.after, saying) }];
    case "period":
      return [{ label, before: period(change.before, saying), after: period(change.after, saying) }];
    default:
      return [{ label, before: change.before || nothing, after: change.after || nothing }];
  }
}

function people(number: number | null, { t, locale }: Saying): string {
  if (number === null) return t("consultations.meeting.nothing");
  return withoutSmallCounts([number]).counts[0] === null
    ? t("consultations.meeting.few")
    : count(number, locale);
}

/** One row for each occupation that came, went or has other counts. */
function groupRows(
  before: readonly FrozenGroup[],
  after: readonly FrozenGroup[],
  saying: Saying,
): ChangeRow[] {
  const words = (group: FrozenGroup | undefined) =>
    group &&
    saying.t("consultations.meeting.group", {
      takingPart: people(group.takingPart, saying),
      covering: people(group.covering, saying),
    });
  const occupations = [...new Set([...before, ...after].map((it) => it.occupation))];
  return occupations.flatMap((label) => {
    const was = words(before.find((it) => it.occupation === label));
    const is = words(after.find((it) => it.occupation === label));
    return was === is ? [] : [{ label, ...(was ? { before: was } : {}), ...(is ? { after: is } : {}) }];
  });
}

/** Who carries it out. */
export function provider({ kind, name }: FrozenProvider, { t }: Saying): string {
  if (!kind) return name || t("consultations.meeting.nothing");
  const known = kind === "nationalFund" || kind === "ownRegime" || kind === "external";
  const word = known ? t(`words.providers.${kind}`) : kind;
  return name ? `${word}, ${name}` : word;
}

/** From when until when. */
export function period({ from, until }: FrozenPeriod, { t, locale }: Saying): string {
  if (from && until) return dayRange(from, until, locale);
  const one = from ?? until;
  return one ? longDay(one, locale) : t("consultations.meeting.nothing");
}

/** The day of a meeting in a sentence. */
export const inWords = (day: Day, { locale, today }: Saying): string => shortDay(day, locale, today);

/** Where a meeting stands, from planned to approved minutes. */
export function meetingState(
  row: MeetingRow,
  { t, today }: Pick<Saying, "t" | "today">,
): { tone: StatusTone; text: string } {
  const say = (tone: StatusTone, key: keyof typeof MEETING_STATES, count = 0) => ({
    tone,
    text: t(MEETING_STATES[key], { count }),
  });
  if (row.minutes === "approved") return say("done", "approved");
  if (row.minutes === "recorded") return say("waiting", "recorded");
  if (!row.called) return say("open", "planned");
  if (row.day < today) return say("warn", "noMinutes");
  if (row.kind === "jointGroup") return say("active", "called");
  return row.open > 0 ? say("active", "open", row.open) : say("done", "answered");
}

const MEETING_STATES = {
  planned: "consultations.list.states.planned",
  called: "consultations.list.states.called",
  open: "consultations.list.states.open",
  answered: "consultations.list.states.answered",
  noMinutes: "consultations.list.states.noMinutes",
  recorded: "consultations.list.states.recorded",
  approved: "consultations.list.states.approved",
} as const;
