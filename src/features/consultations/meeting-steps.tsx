import { DAYS_BEFORE_MEETING } from "@/domain/consultation";
import { daysBetween } from "@/domain/day";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { NextStep } from "@/ui/next-step";
import { callConsultationAction } from "./actions";
import { inWords, isOpen, type Saying } from "./consultation-words";
import type { AgendaItem, MeetingView } from "./meeting-queries";

/** How much is left to answer, and where to go on. */
export function Progress({
  meeting,
  open,
  saying,
}: {
  meeting: MeetingView;
  /** The item that stands open now: the step leads to another. */
  open: AgendaItem | undefined;
  saying: Saying;
}) {
  const { t } = saying;
  const own = meeting.items.filter((it) => it.own !== null);
  if (own.length === 0) return null;
  const left = own.filter(isOpen);
  const title = t("consultations.answer.progress", { done: own.length - left.length, all: own.length });
  const next = left.find((it) => it !== open) ?? left[0];
  return (
    <NextStep
      id="progress"
      title={title}
      {...(next
        ? {
            link: {
              href: `/consultations/${meeting.id}?item=${next.subjectId}#p-${next.subjectId}`,
              label: t("consultations.answer.next"),
            },
          }
        : {})}
    >
      <progress
        className="meter"
        value={own.length - left.length}
        max={own.length}
        aria-labelledby="progress"
      >
        {title}
      </progress>
      <p className="small">
        {next
          ? t("consultations.answer.progressText")
          : t("consultations.answer.progressDone", { day: inWords(meeting.day, saying) })}
      </p>
    </NextStep>
  );
}

/** The coordinator's step before the meeting. */
export function Call({ meeting, saying }: { meeting: MeetingView; saying: Saying }) {
  const { t, today } = saying;
  if (meeting.call) return null;
  const days = daysBetween(today, meeting.day);
  return (
    <NextStep
      id="call"
      title={t("consultations.call.title")}
      action={
        <Form action={callConsultationAction} idPrefix="call-">
          <HiddenField name="id" value={meeting.id} />
          <p>
            <SubmitButton tone="main">{t("consultations.call.submit")}</SubmitButton>
          </p>
        </Form>
      }
    >
      {meeting.calledAt ? <p className="small">{t("consultations.call.more")}</p> : null}
      <p className="small">{t("consultations.call.text", { days })}</p>
      {days < DAYS_BEFORE_MEETING ? (
        <p className="small shape" data-tone="warn">
          {t("consultations.call.late", { min: DAYS_BEFORE_MEETING })}
        </p>
      ) : null}
    </NextStep>
  );
}
