import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { longDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { DayField, HiddenField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Section } from "@/ui/section";
import { endSubstituteAction, nameSubstituteAction } from "./substitute-actions";
import { getSubstitutes, type SubstituteView } from "./substitute-queries";

/** Who stands in for the reader, and the one step in which somebody is named. */
export async function NameSubstitute({
  actor,
  t,
  locale,
  today,
}: {
  actor: Actor;
  t: T;
  locale: Locale;
  today: Day;
}) {
  const { mine, colleagues } = await getSubstitutes(actor, today);
  return (
    <Section id="substitute" finding={t("people.substitute.finding", { count: mine.length })}>
      <p className="soft">{t("people.substitute.text")}</p>
      {mine.map((substitute) => (
        <EndSubstituteForm key={substitute.id} substitute={substitute} t={t} locale={locale} />
      ))}
      <Form
        action={nameSubstituteAction}
        className="stack"
        idPrefix="substitute-"
        label={t("people.substitute.formTitle")}
      >
        <SelectField
          name="substituteId"
          label={t("people.substitute.colleague")}
          empty={t("people.substitute.choose")}
          options={colleagues.map((colleague) => ({
            value: colleague.id,
            label: t("people.substitute.option", { name: colleague.name, unit: colleague.unitName }),
          }))}
        />
        <TextField
          name="other"
          label={t("people.substitute.other")}
          hint={t("people.substitute.otherHint")}
          optional={t("people.substitute.optional")}
          autoComplete="off"
        />
        <div className="beside max-w-measure">
          <DayField
            name="from"
            label={t("people.substitute.from")}
            hint={t("people.substitute.dayHint")}
            defaultValue={today}
          />
          <DayField name="until" label={t("people.substitute.until")} />
        </div>
        <SubmitButton tone="main">{t("people.substitute.button")}</SubmitButton>
      </Form>
    </Section>
  );
}

function EndSubstituteForm({ substitute, t, locale }: { substitute: SubstituteView; t: T; locale: Locale }) {
  const { id, name, from, until } = substitute;
  return (
    <Form
      action={endSubstituteAction}
      className="row"
      idPrefix={`end-${id}-`}
      label={`${t("people.substitute.end")} ${t("people.substitute.endAbout", { name })}`}
    >
      <HiddenField name="id" value={id} />
      <span>
        {t("people.substitute.row", { name, from: longDay(from, locale), until: longDay(until, locale) })}
      </span>
      <SubmitButton tone="small">
        {t("people.substitute.end")}
        <span className="unseen"> {t("people.substitute.endAbout", { name })}</span>
      </SubmitButton>
    </Form>
  );
}
