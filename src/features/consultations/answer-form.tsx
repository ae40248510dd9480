import { lastDayForCentral } from "@/domain/consultation";
import { dayOf } from "@/domain/day";
import { shortDay, timeOfDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DayField, HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { giveStatementAction, requestCentralAction } from "./actions";
import type { Saying } from "./consultation-words";
import type { AgendaItem, OwnVoice } from "./meeting-queries";
import { voiceFacts } from "./queries";

/** A union's answer on one item: five choices, one save. Where it cannot be given stands why, and what was said. */
export function AnswerPanel({ item, voice, saying }: { item: AgendaItem; voice: OwnVoice; saying: Saying }) {
  const { t } = saying;
  return (
    <div className="answer-panel stack">
      <Said voice={voice} saying={saying} />
      {voice.answer ? (
        <p className="small">{sentence(t, voice.answer)}</p>
      ) : (
        <AnswerForm item={item} voice={voice} saying={saying} />
      )}
      {voice.requestCentral ? null : <Central voice={voice} saying={saying} />}
    </div>
  );
}

function Said({ voice, saying }: { voice: OwnVoice; saying: Saying }) {
  const { t, locale, today } = saying;
  const { newest } = voice;
  if (!newest) return null;
  const when = t("consultations.answer.saidOn", {
    day: shortDay(dayOf(newest.at), locale, today),
    time: timeOfDay(newest.at, locale),
  });
  return (
    <div className="stack-s">
      <h3>
        {t("consultations.answer.said", { answer: t(`consultations.answers.${newest.kind}`) })}{" "}
        <span className="note">{when}</span>
      </h3>
      {newest.text && voice.answer ? <p className="said">”{newest.text}”</p> : null}
      {voice.answer ? null : <p className="note">{t("consultations.answer.mayChange")}</p>}
    </div>
  );
}

function AnswerForm({ item, voice, saying: { t } }: { item: AgendaItem; voice: OwnVoice; saying: Saying }) {
  const { newest } = voice;
  const of = (kind: string) => (newest?.kind === kind ? newest.text : undefined);
  return (
    <Form
      action={giveStatementAction}
      idPrefix={`answer-${item.subjectId}-`}
      label={t("consultations.answer.form", { nr: item.order })}
    >
      <HiddenField name="voiceId" value={voice.id} />
      <HiddenField name="version" value={String(voice.versionNumber)} />
      <Choices
        name="kind"
        label={t("consultations.answer.legend")}
        defaultValue={newest?.kind}
        choices={[
          { value: "noObjection", label: t("consultations.answers.noObjection") },
          {
            value: "remarks",
            label: t("consultations.answers.remarks"),
            hint: t("consultations.answer.remarksHint"),
            more: (
              <TextArea
                name="remarks"
                label={t("consultations.answer.remarks")}
                defaultValue={of("remarks")}
              />
            ),
          },
          {
            value: "willReturn",
            label: t("consultations.answers.willReturn"),
            hint: t("consultations.answer.willReturnHint"),
            more: (
              <DayField
                name="returnsOn"
                label={t("consultations.answer.returnsOn")}
                defaultValue={newest?.returnsOn ?? undefined}
              />
            ),
          },
          {
            value: "disagrees",
            label: t("consultations.answers.disagrees"),
            hint: t("consultations.answer.disagreesHint"),
            more: (
              <TextArea
                name="reason"
                label={t("consultations.answer.reason")}
                defaultValue={of("disagrees")}
              />
            ),
          },
          {
            value: "requestsNegotiation",
            label: t("consultations.answers.requestsNegotiation"),
            hint: t("consultations.answer.negotiationHint"),
          },
        ]}
      />
      <p className="row">
        <SubmitButton tone="main">{t("consultations.answer.submit")}</SubmitButton>
      </p>
    </Form>
  );
}

function Central({ voice, saying }: { voice: OwnVoice; saying: Saying }) {
  const { t, locale, today } = saying;
  const last = lastDayForCentral(voiceFacts(voice));
  return (
    <Form action={requestCentralAction} idPrefix={`central-${voice.id}-`} className="stack-s">
      <HiddenField name="voiceId" value={voice.id} />
      <p className="small">
        {last
          ? t("consultations.answer.centralText", { day: shortDay(last, locale, today) })
          : t("consultations.answer.centralTextOpen")}
      </p>
      <p>
        <SubmitButton>{t("consultations.answer.central")}</SubmitButton>
      </p>
    </Form>
  );
}
