import { dayOf } from "@/domain/day";
import { shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { approveMinutesAction, recordMinutesAction } from "./actions";
import type { Saying } from "./consultation-words";
import type { MeetingView } from "./meeting-queries";

/** The minutes of a meeting: what they say, and for who may: write them, approve them, or why not yet. */
export function Minutes({
  meeting,
  reader,
  saying,
}: {
  meeting: MeetingView;
  reader: "coordinator" | "unionRep";
  saying: Saying;
}) {
  const { t, locale, today } = saying;
  const { minutes } = meeting;
  const approvedOn = minutes?.approvedAt && shortDay(dayOf(minutes.approvedAt), locale, today);
  return (
    <section className="well" id="minutes" aria-labelledby="minutes-title">
      <h2 id="minutes-title">{t("consultations.minutes.title")}</h2>
      {minutes ? (
        <>
          <p className="small">
            <strong>{minutes.number}</strong>
          </p>
          <p className="small as-written">{minutes.text}</p>
          <p className="note">
            {approvedOn ? approved(minutes.approver, approvedOn, saying) : t("consultations.minutes.waits")}
          </p>
        </>
      ) : null}
      {reader === "coordinator" ? (
        <Record meeting={meeting} saying={saying} />
      ) : (
        <Approve meeting={meeting} saying={saying} />
      )}
    </section>
  );
}

function approved(approver: string | null, day: string, { t }: Saying): string {
  return approver
    ? t("consultations.minutes.approvedBy", { day, name: approver })
    : t("consultations.minutes.approved", { day });
}

function Record({ meeting, saying: { t } }: { meeting: MeetingView; saying: Saying }) {
  const { minutes, record } = meeting;
  if (record) return minutes?.approvedAt ? null : <p className="small">{sentence(t, record)}</p>;
  const form = (
    <div className="stack">
      <HiddenField name="id" value={meeting.id} />
      <TextField
        name="number"
        label={t("consultations.minutes.number")}
        hint={t("consultations.minutes.numberHint")}
        defaultValue={minutes?.number}
        short
      />
      <TextArea
        name="text"
        label={t("consultations.minutes.text")}
        hint={t("consultations.minutes.textHint")}
        defaultValue={minutes?.text}
        rows={6}
      />
      <p>
        <SubmitButton tone={minutes ? undefined : "main"}>
          {t(minutes ? "consultations.minutes.recordAgain" : "consultations.minutes.record")}
        </SubmitButton>
      </p>
    </div>
  );
  return (
    <Form action={recordMinutesAction} idPrefix="minutes-" label={t("consultations.minutes.title")}>
      {minutes ? <FormDetails summary={t("consultations.minutes.recordAgain")}>{form}</FormDetails> : form}
    </Form>
  );
}

function Approve({ meeting, saying: { t } }: { meeting: MeetingView; saying: Saying }) {
  const { minutes, approve } = meeting;
  if (approve) return minutes?.approvedAt ? null : <p className="small">{sentence(t, approve)}</p>;
  return (
    <Form action={approveMinutesAction} idPrefix="approve-" className="stack-s">
      <HiddenField name="id" value={meeting.id} />
      {meeting.union ? (
        <p className="small">{t("consultations.minutes.approveText", { union: meeting.union })}</p>
      ) : null}
      <p>
        <SubmitButton tone="main">{t("consultations.minutes.approve")}</SubmitButton>
      </p>
    </Form>
  );
}
