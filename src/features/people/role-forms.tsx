import { MANDATES, ROLES } from "@/domain/actor";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DayField, HiddenField, MoneyField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import type { FormAction } from "@/ui/form-state";
import { giveMandateAction, giveRoleAction } from "./actions";
import { unitOptions } from "./unit-options";
import type { UnitChoice } from "./unit-queries";

type Named = { id: string; name: string };

function PeriodFields({ today, t }: { today: string; t: T }) {
  return (
    <div className="beside max-w-measure">
      <DayField
        name="from"
        label={t("people.giveRole.from")}
        hint={t("administration.dayHint")}
        defaultValue={today}
      />
      <DayField name="until" label={t("people.giveRole.until")} optional={t("administration.optional")} />
    </div>
  );
}

export function GiveRoleForm({
  personId,
  units,
  unions,
  today,
  t,
}: {
  personId: string;
  units: UnitChoice[];
  unions: Named[];
  today: string;
  t: T;
}) {
  return (
    <Form action={giveRoleAction} className="stack" dense label={t("people.giveRole.title")}>
      <HiddenField name="personId" value={personId} />
      <Choices
        name="role"
        label={t("people.giveRole.role")}
        choices={ROLES.map((role) => ({ value: role, label: t(`words.roles.${role}`) }))}
      />
      <SelectField
        name="unitId"
        label={t("people.giveRole.unit")}
        hint={t("people.giveRole.unitHint")}
        options={unitOptions(units)}
      />
      <SelectField
        name="unionId"
        label={t("people.giveRole.union")}
        hint={t("people.giveRole.unionHint")}
        optional={t("administration.optional")}
        empty={t("people.giveRole.noUnion")}
        options={unions.map((union) => ({ value: union.id, label: union.name }))}
      />
      <PeriodFields today={today} t={t} />
      <SubmitButton tone="main">{t("people.giveRole.button")}</SubmitButton>
    </Form>
  );
}

export function GiveMandateForm({ personId, today, t }: { personId: string; today: string; t: T }) {
  return (
    <Form action={giveMandateAction} className="stack" dense label={t("people.giveMandate.title")}>
      <HiddenField name="personId" value={personId} />
      <Choices
        name="kind"
        label={t("people.giveMandate.kind")}
        choices={MANDATES.map((kind) => ({
          value: kind,
          label: t(`words.mandates.${kind}`),
          hint: t(`people.giveMandate.hints.${kind}`),
          more:
            kind === "decisionMaker" ? (
              <DeciderFields t={t} />
            ) : kind === "jointGroupMember" ? (
              <SideField t={t} />
            ) : undefined,
        }))}
      />
      <PeriodFields today={today} t={t} />
      <SubmitButton tone="main">{t("people.giveMandate.button")}</SubmitButton>
    </Form>
  );
}

function DeciderFields({ t }: { t: T }) {
  return (
    <>
      <TextField name="paragraph" label={t("people.giveMandate.paragraph")} short />
      <MoneyField
        name="amountLimit"
        label={t("people.giveMandate.amountLimit")}
        hint={t("people.giveMandate.amountLimitHint")}
        optional={t("administration.optional")}
        unit={t("funds.kr")}
      />
    </>
  );
}

function SideField({ t }: { t: T }) {
  return (
    <Choices
      name="side"
      label={t("people.giveMandate.side")}
      choices={[
        { value: "employer", label: t("people.giveMandate.sides.employer") },
        { value: "union", label: t("people.giveMandate.sides.union") },
      ]}
    />
  );
}

/** Ends a role or a mandate: at once, or on a last day. */
export function EndForm({
  action,
  id,
  personId,
  label,
  t,
}: {
  action: FormAction;
  id: string;
  personId: string;
  label: string;
  t: T;
}) {
  return (
    <Form action={action} className="stack" dense label={label}>
      <HiddenField name="id" value={id} />
      <HiddenField name="personId" value={personId} />
      <Choices
        name="when"
        label={t("people.end.when")}
        defaultValue="now"
        choices={[
          { value: "now", label: t("people.end.now"), hint: t("people.end.nowHint") },
          {
            value: "day",
            label: t("people.end.day"),
            more: <DayField name="until" label={t("people.end.until")} hint={t("administration.dayHint")} />,
          },
        ]}
      />
      <SubmitButton tone="stop">{t("people.end.button")}</SubmitButton>
    </Form>
  );
}
