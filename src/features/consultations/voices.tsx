import { SubmitButton } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { HiddenField, SelectField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { Voices as VoiceList } from "@/ui/voices";
import { takeUpAgainAction } from "./actions";
import type { CaseVoices } from "./case-queries";
import { inWords, type Saying } from "./consultation-words";
import { voiceRow } from "./unions-progress";

/** The unions on a case's own page: who is done, what they said, and the way to their meeting. */
export function Voices({ consultation, saying }: { consultation: CaseVoices; saying: Saying }) {
  const { t } = saying;
  const { voices, done, meeting, again } = consultation;
  const all = voices.length;
  return (
    <Section
      id="unions"
      finding={
        all > 0 && done === all
          ? t("consultations.unions.findingAll", { all })
          : t("consultations.unions.finding", { all, done })
      }
      aside={
        meeting?.visible ? (
          <Link href={`/consultations/${meeting.id}`}>
            {t("consultations.unions.onMeeting", { day: inWords(meeting.day, saying) })}
          </Link>
        ) : undefined
      }
    >
      {all === 0 ? (
        <Empty title={t("consultations.unions.none")}>
          <p className="small">{t("consultations.unions.noneText")}</p>
        </Empty>
      ) : (
        <VoiceList voices={voices.map(({ voice, rep }) => voiceRow(voice, rep, saying))} />
      )}
      {again ? <TakeUpAgain caseId={consultation.caseId} again={again} saying={saying} /> : null}
    </Section>
  );
}

function TakeUpAgain({
  caseId,
  again,
  saying,
}: {
  caseId: string;
  again: NonNullable<CaseVoices["again"]>;
  saying: Saying;
}) {
  const { t } = saying;
  const options = again.meetings.map((it) => ({
    value: it.id,
    label: [inWords(it.day, saying), it.place].filter(Boolean).join(", "),
  }));
  return (
    <Form action={takeUpAgainAction} idPrefix="again-" label={t("consultations.unions.takeUp")}>
      <FormDetails summary={t("consultations.unions.takeUp")}>
        {options.length === 0 ? (
          <p className="small">
            {t("consultations.unions.takeUpNone")}{" "}
            <Link href="/consultations">{t("consultations.title")}</Link>
          </p>
        ) : (
          <div className="stack">
            <HiddenField name="caseId" value={caseId} />
            <SelectField
              name="consultationId"
              label={t("consultations.unions.takeUpMeeting")}
              hint={t("consultations.unions.takeUpText")}
              options={options}
            />
            <p>
              <SubmitButton>{t("consultations.unions.takeUpSubmit")}</SubmitButton>
            </p>
          </div>
        )}
      </FormDetails>
    </Form>
  );
}
