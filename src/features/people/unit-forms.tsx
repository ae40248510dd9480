import { editableMoney } from "@/domain/money";
import type { T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { DayField, HiddenField, MoneyField, NumberField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import {
  addUnitAction,
  changeUnitAction,
  endUnitAction,
  movePeopleAction,
  moveUnitAction,
} from "./unit-actions";
import { unitOptions } from "./unit-options";
import type { UnitChoice, UnitPage } from "./unit-queries";

function FactFields({ unit, t }: { unit?: UnitPage; t: T }) {
  return (
    <>
      <TextField name="name" label={t("administration.units.name")} defaultValue={unit?.name} />
      <TextField
        name="kind"
        label={t("administration.units.kind")}
        hint={t("administration.units.kindHint")}
        defaultValue={unit?.kind}
        short
      />
      <TextField
        name="code"
        label={t("administration.units.code")}
        hint={t("administration.units.codeHint")}
        optional={t("administration.optional")}
        defaultValue={unit?.code ?? ""}
        short
      />
      <NumberField
        name="headcount"
        label={t("administration.units.headcount")}
        optional={t("administration.optional")}
        defaultValue={unit?.headcount === null || unit?.headcount === undefined ? "" : String(unit.headcount)}
      />
      <MoneyField
        name="payroll"
        label={t("administration.units.payroll")}
        hint={t("administration.units.payrollHint")}
        optional={t("administration.optional")}
        unit={t("administration.units.kr")}
        defaultValue={
          unit?.payroll === null || unit?.payroll === undefined ? "" : editableMoney(unit.payroll)
        }
      />
    </>
  );
}

export function AddUnitForm({
  parents,
  parentId,
  today,
  t,
}: {
  parents: UnitChoice[];
  parentId: string | undefined;
  today: string;
  t: T;
}) {
  return (
    <Form action={addUnitAction} className="stack" dense label={t("administration.units.add")}>
      <FactFields t={t} />
      <SelectField
        name="parentId"
        label={t("administration.units.parent")}
        options={unitOptions(parents)}
        defaultValue={parentId}
      />
      <DayField
        name="from"
        label={t("administration.units.from")}
        hint={t("administration.dayHint")}
        defaultValue={today}
      />
      <SubmitButton tone="main">{t("administration.units.addButton")}</SubmitButton>
    </Form>
  );
}

export function ChangeUnitForm({ unit, t }: { unit: UnitPage; t: T }) {
  return (
    <Form
      action={changeUnitAction}
      className="stack"
      dense
      idPrefix="facts-"
      label={t("administration.units.facts")}
    >
      <HiddenField name="id" value={unit.id} />
      <HiddenField name="base" value={unit.base} />
      <FactFields unit={unit} t={t} />
      <SubmitButton tone="main">{t("administration.save")}</SubmitButton>
    </Form>
  );
}

export function MoveUnitForm({ unit, t }: { unit: UnitPage; t: T }) {
  return (
    <Form
      action={moveUnitAction}
      className="stack"
      dense
      idPrefix="move-"
      label={t("administration.units.moveFinding")}
    >
      <HiddenField name="id" value={unit.id} />
      <SelectField
        name="parentId"
        label={t("administration.units.parent")}
        hint={t("administration.units.moveHint")}
        options={unitOptions(unit.parents)}
        defaultValue={unit.parentId ?? undefined}
      />
      <SubmitButton>{t("administration.units.moveButton")}</SubmitButton>
    </Form>
  );
}

export function EndUnitForm({ unit, t }: { unit: UnitPage; t: T }) {
  return (
    <Form
      action={endUnitAction}
      className="stack"
      dense
      idPrefix="end-"
      label={t("administration.units.endFinding")}
    >
      <HiddenField name="id" value={unit.id} />
      <DayField
        name="until"
        label={t("administration.units.until")}
        hint={t("administration.dayHint")}
        defaultValue={unit.until ?? ""}
      />
      <SelectField
        name="successorId"
        label={t("administration.units.successor")}
        hint={t("administration.units.endHint")}
        empty={t("administration.units.noSuccessor")}
        options={unitOptions(unit.successors)}
        defaultValue={unit.successorId ?? ""}
      />
      <SubmitButton tone="stop">{t("administration.units.endButton")}</SubmitButton>
    </Form>
  );
}

export function MovePeopleForm({ unit, successor, t }: { unit: UnitPage; successor: string; t: T }) {
  return (
    <Form
      action={movePeopleAction}
      idPrefix="people-"
      label={t("administration.units.peopleButton", { unit: successor })}
    >
      <HiddenField name="id" value={unit.id} />
      <SubmitButton>{t("administration.units.peopleButton", { unit: successor })}</SubmitButton>
    </Form>
  );
}
