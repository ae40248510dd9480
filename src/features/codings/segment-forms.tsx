import { CODE_SIGNS } from "@/domain/account-coding";
import { COST_TYPES, PROVIDER_KINDS } from "@/domain/agreement";
import type { Day } from "@/domain/day";
import { longDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { CheckboxGroup, Choices } from "@/ui/choices";
import { DayField, HiddenField, NumberField, SelectField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { addSegmentAction, changeSegmentAction, endSegmentAction, startMunicipalAction } from "./actions";
import { placeWords } from "./coding-words";
import type { SegmentRow } from "./queries";
import { SIE_PLACES, sieOf } from "./schema";

function FactFields({ segment, t }: { segment?: SegmentRow; t: T }) {
  const required = segment?.required ?? { when: "always" as const };
  const more = {
    costType: (
      <CheckboxGroup
        name="costTypes"
        label={t("codings.edit.costTypes")}
        choices={COST_TYPES.map((value) => ({ value, label: t(`words.costTypes.${value}`) }))}
        defaultValue={required.when === "costType" ? [...required.costTypes] : []}
      />
    ),
    provider: (
      <CheckboxGroup
        name="providers"
        label={t("codings.edit.providers")}
        choices={PROVIDER_KINDS.map((value) => ({ value, label: t(`words.providers.${value}`) }))}
        defaultValue={required.when === "provider" ? [...required.kinds] : []}
      />
    ),
  };
  return (
    <>
      <div className="beside">
        <NumberField name="min" label={t("codings.edit.min")} defaultValue={String(segment?.min ?? 3)} />
        <NumberField name="max" label={t("codings.edit.max")} defaultValue={String(segment?.max ?? 6)} />
        <SelectField
          name="signs"
          label={t("codings.edit.signs")}
          options={CODE_SIGNS.map((value) => ({ value, label: t(`codings.edit.sign.${value}`) }))}
          defaultValue={segment?.signs}
        />
      </div>
      <Choices
        name="when"
        label={t("codings.edit.when")}
        choices={(["always", "never", "costType", "provider"] as const).map((value) => ({
          value,
          label: t(`codings.required.${value}`),
          more: value === "costType" || value === "provider" ? more[value] : undefined,
        }))}
        defaultValue={required.when}
      />
      <TextArea
        name="allowed"
        label={t("codings.edit.allowed")}
        hint={t("codings.edit.allowedHint")}
        optional={t("codings.edit.optional")}
        defaultValue={segment?.allowed?.join("\n") ?? ""}
        rows={4}
      />
      <SelectField
        name="sie"
        label={t("codings.edit.sie")}
        options={SIE_PLACES.map((value) => ({ value, label: placeWords(sieOf(value), t) }))}
        defaultValue={segment?.sie === null || segment?.sie === undefined ? "" : String(segment.sie)}
      />
    </>
  );
}

export function NewSegmentForm({ today, t }: { today: Day; t: T }) {
  return (
    <Form action={addSegmentAction} className="stack" dense label={t("codings.add")}>
      <div className="beside">
        <TextField name="name" label={t("codings.edit.name")} autoComplete="off" />
        <TextField
          name="key"
          label={t("codings.edit.key")}
          hint={t("codings.edit.keyHint")}
          autoComplete="off"
        />
      </div>
      <FactFields t={t} />
      <div className="beside">
        <DayField
          name="from"
          label={t("codings.edit.from")}
          hint={t("codings.edit.dayHint")}
          defaultValue={today}
        />
        <DayField
          name="until"
          label={t("codings.edit.until")}
          optional={t("codings.edit.optional")}
          hint={t("codings.edit.dayHint")}
        />
      </div>
      <SubmitButton tone="main">{t("codings.edit.save")}</SubmitButton>
    </Form>
  );
}

export function ChangeSegmentForm({
  segment,
  today,
  t,
  locale,
}: {
  segment: SegmentRow;
  today: Day;
  t: T;
  locale: Locale;
}) {
  return (
    <Form action={changeSegmentAction} className="stack" dense label={t("codings.edit.changeFinding")}>
      <HiddenField name="id" value={segment.id} />
      <TextField name="name" label={t("codings.edit.name")} defaultValue={segment.name} autoComplete="off" />
      <FactFields segment={segment} t={t} />
      <DayField
        name="from"
        label={t("codings.edit.fromChange")}
        hint={t("codings.edit.fromChangeHint", { day: longDay(segment.from, locale) })}
        defaultValue={today < segment.from ? segment.from : today}
      />
      <SubmitButton tone="main">{t("codings.edit.save")}</SubmitButton>
    </Form>
  );
}

export function EndSegmentForm({ segment, today, t }: { segment: SegmentRow; today: Day; t: T }) {
  return (
    <Form
      action={endSegmentAction}
      className="stack"
      dense
      idPrefix="end-"
      label={t("codings.edit.endFinding")}
    >
      <HiddenField name="id" value={segment.id} />
      <DayField
        name="until"
        label={t("codings.edit.untilLast")}
        hint={t("codings.edit.dayHint")}
        defaultValue={segment.until ?? today}
      />
      <SubmitButton>{t("codings.edit.endButton")}</SubmitButton>
    </Form>
  );
}

export function MunicipalForm({ from, t }: { from: Day; t: T }) {
  return (
    <Form action={startMunicipalAction} className="stack" dense label={t("codings.begin")}>
      <DayField
        name="from"
        label={t("codings.edit.from")}
        hint={t("codings.edit.dayHint")}
        defaultValue={from}
      />
      <SubmitButton tone="main">{t("codings.beginButton")}</SubmitButton>
    </Form>
  );
}
