import { dayOf } from "@/domain/day";
import { shortDay } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { type Voice, Voices } from "@/ui/voices";
import { concludeCentralAction, concludeNegotiationAction, concludeSilentAction } from "./actions";
import { type Saying, standingOf } from "./consultation-words";
import type { AgendaVoice } from "./meeting-queries";
import type { VoiceView } from "./queries";

/** How far every union is, also when it is silent. With `act` the coordinator's steps, or why they may not be taken. */
export function UnionsProgress({
  voices,
  act,
  saying,
}: {
  voices: AgendaVoice[];
  act: boolean;
  saying: Saying;
}) {
  return (
    <Voices
      voices={voices.map((voice) => ({
        ...voiceRow(voice, voice.rep, saying),
        ...(act ? { action: <Act voice={voice} saying={saying} /> } : {}),
      }))}
    />
  );
}

/** One union's line: what it said, on which version, and what it waits for. */
export function voiceRow(voice: VoiceView, rep: string | null, saying: Saying): Voice {
  const { t, locale, today } = saying;
  const { newest, said } = voice;
  const older = newest ? undefined : said[0];
  const at = newest?.at ?? older?.at;
  // Who answered says more than who could have.
  const speaker = newest?.by ?? rep;
  return {
    id: voice.id,
    union: voice.union.name,
    ...(speaker ? { rep: speaker } : {}),
    ...standing(voice, saying),
    ...(newest?.text ? { quote: `”${newest.text}”` } : {}),
    note: noteOf(voice, saying),
    ...(newest?.kind === "willReturn" && newest.returnsOn
      ? {
          due: t("consultations.unions.returns", { day: shortDay(newest.returnsOn, locale, today) }),
          dueSoon: voice.state === "underWay",
        }
      : at
        ? { due: shortDay(dayOf(at), locale, today) }
        : {}),
  };
}

function standing(voice: VoiceView, saying: Saying): Pick<Voice, "tone" | "status"> {
  const { tone, text } = standingOf(voice, saying);
  return { tone, status: text };
}

function noteOf(voice: VoiceView, { t, locale, today }: Saying): string | undefined {
  const { newest, said } = voice;
  const older = said.find((it) => it.versionNumber < voice.versionNumber);
  if (voice.state === "planned")
    return t("consultations.unions.notCalledNote", { day: shortDay(voice.meeting.day, locale, today) });
  if (!newest && older) return t("consultations.unions.olderVersion", { version: older.versionNumber });
  if (newest?.kind === "noStatement") return t("consultations.unions.silenceNote");
  if (voice.state.startsWith("central"))
    return t(
      newest?.kind === "requestsNegotiation"
        ? "consultations.unions.negotiated"
        : "consultations.unions.disagreed",
    );
  if (voice.state === "concluded" && newest?.kind === "requestsNegotiation")
    return t("consultations.unions.negotiated");
  if (voice.state === "called" && voice.calledAt)
    return `${t("consultations.unions.silenceNote")} ${t("consultations.unions.got", { day: shortDay(dayOf(voice.calledAt), locale, today) })}`;
  return undefined;
}

/** What the coordinator may do about one union: silence on record, or the end of a negotiation. */
function Act({ voice, saying: { t } }: { voice: AgendaVoice; saying: Saying }) {
  if (voice.central === null)
    return (
      <Conclude
        voice={voice}
        action={concludeCentralAction}
        label={t("consultations.unions.concludeCentral")}
        hint={t("consultations.unions.recordHint")}
        field={t("consultations.unions.record")}
        save={t("consultations.unions.save")}
      />
    );
  if (voice.negotiation === null)
    return (
      <Conclude
        voice={voice}
        action={concludeNegotiationAction}
        label={t("consultations.unions.concludeNegotiation")}
        hint={`${t("consultations.unions.recordHint")} ${t("consultations.unions.recordAgreement")}`}
        field={t("consultations.unions.record")}
        save={t("consultations.unions.save")}
      />
    );
  if (voice.silence === null)
    return (
      <Form action={concludeSilentAction} idPrefix={`silent-${voice.id}-`}>
        <HiddenField name="voiceId" value={voice.id} />
        <p>
          <SubmitButton tone="small">
            {t("consultations.unions.concludeSilent", { union: voice.union.name })}
          </SubmitButton>
        </p>
      </Form>
    );
  const waits = voice.state === "called" || voice.state === "underWay";
  return waits ? <p className="note">{sentence(t, voice.silence)}</p> : null;
}

function Conclude(props: {
  voice: AgendaVoice;
  action: typeof concludeCentralAction;
  label: string;
  hint: string;
  field: string;
  save: string;
}) {
  return (
    <Form action={props.action} idPrefix={`conclude-${props.voice.id}-`}>
      <FormDetails summary={props.label}>
        <div className="stack">
          <HiddenField name="voiceId" value={props.voice.id} />
          <TextArea name="record" label={props.field} hint={props.hint} rows={3} />
          <p>
            <SubmitButton tone="small">{props.save}</SubmitButton>
          </p>
        </div>
      </FormDetails>
    </Form>
  );
}
