import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { CheckboxField } from "@/ui/choices";
import { DayField, HiddenField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { addPersonAction, changePersonAction, linkIdentityAction, personLeavesAction } from "./actions";
import type { PersonPage } from "./queries";
import { unitOptions } from "./unit-options";
import type { UnitChoice } from "./unit-queries";

/** `person` is left out for a new one. What a protected person has is not shown, and kept when left empty. */
function Particulars({ person, units, t }: { person?: PersonPage; units: UnitChoice[]; t: T }) {
  const keep = person?.isProtected ? t("people.form.keepHint") : undefined;
  return (
    <>
      <TextField
        name="givenName"
        label={t("people.form.givenName")}
        hint={keep}
        defaultValue={person?.givenName}
        autoComplete="off"
      />
      <TextField
        name="familyName"
        label={t("people.form.familyName")}
        hint={keep}
        defaultValue={person?.familyName}
        autoComplete="off"
      />
      <SelectField
        name="unitId"
        label={t("people.form.unit")}
        empty={t(person ? "people.form.sameUnit" : "people.form.chooseUnit")}
        options={unitOptions(units)}
        defaultValue={person?.unitId}
      />
      <TextField
        name="title"
        label={t("people.form.titleLabel")}
        hint={keep}
        optional={t("administration.optional")}
        defaultValue={person?.title}
        autoComplete="off"
      />
      <TextField
        name="email"
        type="email"
        label={t("people.form.email")}
        hint={keep}
        optional={t("administration.optional")}
        defaultValue={person?.email}
        autoComplete="off"
      />
      <TextField
        name="employeeNumber"
        label={t("people.form.employeeNumber")}
        hint={t("people.form.employeeNumberHint")}
        optional={t("administration.optional")}
        defaultValue={person?.employeeNumber}
        autoComplete="off"
        short
      />
      <CheckboxField
        name="isProtected"
        label={t("people.form.isProtected")}
        hint={t("people.form.isProtectedHint")}
        defaultChecked={person?.isProtected}
      />
    </>
  );
}

export function AddPersonForm({ units, t }: { units: UnitChoice[]; t: T }) {
  return (
    <Form action={addPersonAction} className="stack" dense label={t("people.new.title")}>
      <Particulars units={units} t={t} />
      <SubmitButton tone="main">{t("people.new.button")}</SubmitButton>
    </Form>
  );
}

export function ChangePersonForm({ person, units, t }: { person: PersonPage; units: UnitChoice[]; t: T }) {
  return (
    <Form
      action={changePersonAction}
      className="stack"
      dense
      idPrefix="person-"
      label={t("people.page.particulars")}
    >
      <HiddenField name="id" value={person.id} />
      <HiddenField name="base" value={person.base} />
      <Particulars person={person} units={units} t={t} />
      <SubmitButton tone="main">{t("people.form.save")}</SubmitButton>
    </Form>
  );
}

export function LeaveForm({ person, t }: { person: PersonPage; t: T }) {
  return (
    <Form
      action={personLeavesAction}
      className="stack"
      dense
      idPrefix="leave-"
      label={t("people.page.leaveFinding")}
    >
      <HiddenField name="id" value={person.id} />
      <DayField
        name="lastDay"
        label={t("people.page.lastDay")}
        hint={t("people.page.leaveHint")}
        defaultValue={person.lastDay ?? ""}
      />
      <SubmitButton tone="stop">{t("people.page.leaveButton")}</SubmitButton>
    </Form>
  );
}

export function IdentityForm({ person, t }: { person: PersonPage; t: T }) {
  return (
    <Form
      action={linkIdentityAction}
      className="stack"
      dense
      idPrefix="identity-"
      label={t("people.page.link")}
    >
      <HiddenField name="personId" value={person.id} />
      <TextField
        name="issuer"
        label={t("people.page.issuer")}
        hint={t("people.page.issuerHint")}
        autoComplete="off"
      />
      <TextField
        name="subject"
        label={t("people.page.subject")}
        hint={t("people.page.subjectHint")}
        autoComplete="off"
      />
      <SubmitButton>{t("people.page.link")}</SubmitButton>
    </Form>
  );
}
