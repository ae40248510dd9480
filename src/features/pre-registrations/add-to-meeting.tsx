import { money } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { CheckboxGroup } from "@/ui/choices";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { Section } from "@/ui/section";
import { sendToConsultationAction } from "./actions";
import type { PreparedCase } from "./prepared-queries";

/** On a meeting's page: the prepared cases that can be put on its agenda, several at once. */
export function AddToMeeting({
  meetingId,
  cases,
  saying: { t, locale },
}: {
  meetingId: string;
  cases: PreparedCase[];
  saying: { t: T; locale: Locale };
}) {
  return (
    <Section id="add" finding={t("consultations.add.title", { count: cases.length })}>
      {cases.length === 0 ? (
        <p className="soft">
          {t("consultations.add.none")}{" "}
          <Link href="/pre-registrations">{t("consultations.add.toCases")}</Link>
        </p>
      ) : (
        <Form
          action={sendToConsultationAction}
          idPrefix="add-"
          label={t("consultations.add.submit")}
          className="stack"
        >
          <HiddenField name="consultationId" value={meetingId} />
          <CheckboxGroup
            name="caseIds"
            label={t("consultations.add.legend")}
            hint={t("consultations.add.hint")}
            choices={cases.map((it) => ({
              value: it.id,
              label: `${it.number} ${it.title}`,
              hint: [it.unit, money(it.amount, locale), it.deferred ? t("consultations.add.deferred") : ""]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
          <p>
            <SubmitButton>{t("consultations.add.submit")}</SubmitButton>
          </p>
        </Form>
      )}
    </Section>
  );
}
