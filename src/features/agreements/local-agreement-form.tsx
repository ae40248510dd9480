import { DECISION_RULES, LOCAL_AGREEMENT_MOVES } from "@/domain/local-agreement";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DayField, HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { saveLocalAgreementAction } from "./actions";
import type { Saying } from "./agreement-words";
import { baseOf, type LocalAgreementView } from "./queries";

const RECORDED = ["preparing", "negotiating", "inForce"] as const;

/** How far an agreement has come. Only steps that it can take are offered. */
export function LocalAgreementForm({
  agreement,
  saying: { t },
}: {
  agreement: LocalAgreementView | null;
  saying: Saying;
}) {
  const now = agreement?.state ?? "none";
  const states = RECORDED.filter(
    (state) =>
      state === now ||
      LOCAL_AGREEMENT_MOVES[now][state] === "parties" ||
      (state === "inForce" && now === "reviewDue"),
  );
  return (
    <Form
      action={saveLocalAgreementAction}
      className="stack"
      dense
      label={t(agreement ? "agreements.local.changeTitle" : "agreements.local.newTitle")}
    >
      <HiddenField name="id" value={agreement?.id ?? ""} />
      <HiddenField name="base" value={agreement ? baseOf(agreement) : ""} />
      <Choices
        name="state"
        label={t("agreements.local.state")}
        defaultValue={agreement && now !== "none" ? now : undefined}
        choices={states.map((state) => ({ value: state, label: t(`agreements.local.states.${state}`) }))}
      />
      <div className="beside max-w-measure">
        <DayField
          name="from"
          label={t("agreements.local.from")}
          hint={t("agreements.local.dayHint")}
          optional={t("agreements.local.optional")}
          defaultValue={agreement?.from ?? ""}
        />
        <DayField
          name="until"
          label={t("agreements.local.until")}
          hint={t("agreements.local.untilHint")}
          optional={t("agreements.local.optional")}
          defaultValue={agreement?.until ?? ""}
        />
      </div>
      <Choices
        name="decisionRule"
        label={t("agreements.local.rule")}
        defaultValue={agreement?.decisionRule}
        choices={DECISION_RULES.map((rule) => ({
          value: rule,
          label: t(`agreements.local.rules.${rule}`),
          hint: t(`agreements.local.ruleHints.${rule}`),
        }))}
      />
      <TextArea
        name="purpose"
        label={t("agreements.local.purpose")}
        hint={t("agreements.local.purposeHint")}
        optional={t("agreements.local.optional")}
        rows={4}
        defaultValue={agreement?.purpose ?? ""}
      />
      <SubmitButton tone="main">{t("agreements.local.button")}</SubmitButton>
    </Form>
  );
}
