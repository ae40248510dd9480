import { editableMoney } from "@/domain/money";
import { money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { CheckboxGroup } from "@/ui/choices";
import { DayField, HiddenField, MoneyField, NumberField, SelectField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { planInitiativeAction } from "./actions";
import type { CaseInitiativesView } from "./case-queries";
import type { Saying } from "./initiative-words";

/** One initiative with the whole of what is left, unless the coordinator writes otherwise. */
export function PlanForm({ it, saying: { t, locale } }: { it: CaseInitiativesView; saying: Saying }) {
  return (
    <Form
      action={planInitiativeAction}
      className="stack"
      dense
      idPrefix="plan-"
      label={t("initiatives.plan.title")}
    >
      <HiddenField name="caseId" value={it.caseId} />
      <TextField
        name="title"
        label={t("initiatives.plan.name")}
        defaultValue={it.rows.length === 0 ? it.title : ""}
      />
      <MoneyField
        name="amount"
        label={t("initiatives.plan.amount")}
        hint={t("initiatives.plan.amountHint", { free: money(it.free, locale) })}
        defaultValue={editableMoney(it.free)}
        unit={t("initiatives.kr")}
      />
      <SelectField
        name="unitId"
        label={t("initiatives.plan.unit")}
        defaultValue={it.unitId}
        options={it.units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      <DayField
        name="periodFrom"
        label={t("initiatives.assign.from")}
        hint={t("initiatives.dayHint")}
        optional={t("initiatives.optional")}
        defaultValue={it.periodFrom ?? ""}
      />
      <DayField
        name="periodUntil"
        label={t("initiatives.assign.until")}
        optional={t("initiatives.optional")}
        defaultValue={it.periodUntil ?? ""}
      />
      <NumberField
        name="headcount"
        label={t("initiatives.plan.headcount")}
        optional={t("initiatives.optional")}
        defaultValue={it.headcount === null ? "" : String(it.headcount)}
        unit={t("initiatives.count.unit")}
      />
      {it.ideas.length > 0 ? (
        <CheckboxGroup
          name="ideaIds"
          label={t("initiatives.plan.ideas")}
          defaultValue={it.ideas.map((idea) => idea.id)}
          choices={it.ideas.map((idea) => ({ value: idea.id, label: idea.title }))}
        />
      ) : null}
      <SubmitButton tone="main">{t("initiatives.plan.button")}</SubmitButton>
    </Form>
  );
}
