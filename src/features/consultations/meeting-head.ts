import { dayOf, daysBetween } from "@/domain/day";
import { shortDay, timeOfDay, weekday } from "@/messages/format";
import { inWords, isOpen, type Saying } from "./consultation-words";
import type { MeetingView } from "./meeting-queries";

/** What the meeting is and what is left of it, in one sentence to this reader. */
export function meetingSentence(meeting: MeetingView, speaks: boolean, saying: Saying): string {
  const { t } = saying;
  const { kind, items } = meeting;
  const values = { kind, day: inWords(meeting.day, saying), subjects: items.length };
  if (items.length === 0) return t("consultations.meeting.sentenceNoItems", values);
  const toDecide = items.filter((it) => it.caseStatus === "inConsultation").length;
  if (kind === "jointGroup") return t("consultations.meeting.sentenceGroup", { ...values, open: toDecide });
  if (!meeting.calledAt) return t("consultations.meeting.sentencePlanned", values);
  if (speaks) {
    const changed = items.filter((it) => it.changes.length > 0).length;
    return t("consultations.list.sentenceUnion", { ...values, changed, open: items.filter(isOpen).length });
  }
  const voices = items.flatMap((it) => it.voices).filter((it) => it.latest);
  const waiting = voices.filter((it) => it.state !== "concluded" && it.state !== "centralConcluded").length;
  return t("consultations.meeting.sentenceOpen", { ...values, open: waiting });
}

/** Where and when, since when the material is laid out, and how far the minutes are. */
export function meetingStanding(meeting: MeetingView, saying: Saying) {
  const { t, locale, today } = saying;
  const { calledAt, minutes } = meeting;
  const short = (at: Date) => shortDay(dayOf(at), locale, today);
  return [
    {
      label: t("consultations.meeting.standing.meeting"),
      value: capitalised(weekday(meeting.day, locale)),
      note: meeting.place || undefined,
      weight: "fact" as const,
    },
    {
      label: t("consultations.meeting.standing.material"),
      value: calledAt
        ? t("consultations.meeting.standing.laidOut", {
            day: short(calledAt),
            time: timeOfDay(calledAt, locale),
          })
        : t("consultations.meeting.standing.notCalled"),
      note: calledAt
        ? t("consultations.meeting.standing.daysBefore", {
            days: Math.max(0, daysBetween(dayOf(calledAt), meeting.day)),
          })
        : undefined,
      weight: "fact" as const,
    },
    {
      label: t("consultations.meeting.standing.minutes"),
      value: !minutes
        ? t("consultations.meeting.standing.none")
        : minutes.approvedAt
          ? t("consultations.meeting.standing.approved", {
              number: minutes.number,
              day: short(minutes.approvedAt),
            })
          : t("consultations.meeting.standing.recorded", { number: minutes.number }),
      note: !minutes
        ? t("consultations.meeting.standing.noneNote")
        : minutes.approvedAt
          ? minutes.approver && t("consultations.meeting.standing.approvedBy", { name: minutes.approver })
          : t("consultations.meeting.standing.recordedNote", { day: short(minutes.recordedAt) }),
      weight: "fact" as const,
    },
  ];
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
