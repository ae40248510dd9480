import { ROLES } from "@/domain/actor";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { DayField, HiddenField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import {
  addClaimMappingAction,
  endHearingAction,
  hearUnionAction,
  removeClaimMappingAction,
  saveUnionAction,
} from "./union-actions";
import { unitOptions } from "./unit-options";
import type { UnitChoice } from "./unit-queries";

type Named = { id: string; name: string };
const named = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, label: name }));

/** A new union, or another name for one. */
export function UnionForm({ union, t }: { union?: Named; t: T }) {
  const label = union
    ? t("administration.unions.renameTitle", { name: union.name })
    : t("administration.unions.addFinding");
  return (
    <Form action={saveUnionAction} className="stack" dense idPrefix="union-" label={label}>
      <HiddenField name="id" value={union?.id ?? ""} />
      <TextField name="name" label={t("administration.unions.name")} defaultValue={union?.name} />
      <SubmitButton tone={union ? "main" : undefined}>
        {t(union ? "administration.unions.renameButton" : "administration.unions.addButton")}
      </SubmitButton>
    </Form>
  );
}

export function HearUnionForm({
  unions,
  units,
  today,
  t,
}: {
  unions: Named[];
  units: UnitChoice[];
  today: string;
  t: T;
}) {
  return (
    <Form
      action={hearUnionAction}
      className="stack"
      dense
      idPrefix="hear-"
      label={t("administration.unions.hearAddFinding")}
    >
      <SelectField
        name="unionId"
        label={t("administration.unions.union")}
        empty={t("administration.unions.chooseUnion")}
        options={named(unions)}
      />
      <SelectField name="unitId" label={t("administration.unions.unit")} options={unitOptions(units)} />
      <div className="beside max-w-measure">
        <DayField
          name="from"
          label={t("administration.unions.from")}
          hint={t("administration.dayHint")}
          defaultValue={today}
        />
        <DayField
          name="until"
          label={t("administration.unions.until")}
          optional={t("administration.optional")}
        />
      </div>
      <SubmitButton>{t("administration.unions.hearButton")}</SubmitButton>
    </Form>
  );
}

export function EndHearingForm({ id, today, t }: { id: string; today: string; t: T }) {
  return (
    <Form action={endHearingAction} className="stack" dense label={t("administration.unions.endTitle")}>
      <HiddenField name="id" value={id} />
      <DayField
        name="until"
        label={t("administration.unions.until")}
        hint={t("administration.dayHint")}
        defaultValue={today}
      />
      <SubmitButton tone="main">{t("administration.unions.endButton")}</SubmitButton>
    </Form>
  );
}

export function ClaimMappingForm({ unions, units, t }: { unions: Named[]; units: UnitChoice[]; t: T }) {
  return (
    <Form
      action={addClaimMappingAction}
      className="stack"
      dense
      label={t("administration.claims.addFinding")}
    >
      <TextField
        name="value"
        label={t("administration.claims.value")}
        hint={t("administration.claims.valueHint")}
        autoComplete="off"
      />
      <SelectField
        name="role"
        label={t("people.giveRole.role")}
        options={ROLES.map((role) => ({ value: role, label: t(`words.roles.${role}`) }))}
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
        options={named(unions)}
      />
      <SubmitButton tone="main">{t("administration.claims.addButton")}</SubmitButton>
    </Form>
  );
}

export function RemoveMappingForm({ id, value, t }: { id: string; value: string; t: T }) {
  return (
    <Form
      action={removeClaimMappingAction}
      idPrefix={`remove-${id}-`}
      label={`${t("administration.claims.remove")} ${t("administration.claims.removeAbout", { value })}`}
    >
      <HiddenField name="id" value={id} />
      <SubmitButton tone="small">
        {t("administration.claims.remove")}
        <span className="unseen"> {t("administration.claims.removeAbout", { value })}</span>
      </SubmitButton>
    </Form>
  );
}
