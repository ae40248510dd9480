import { KINDS_OF, type ProvisionKind } from "@/domain/provision";
import { Choices } from "@/ui/choices";
import { DayField, MoneyField } from "@/ui/fields";
import type { Saying } from "./fund-words";

type Typed = Record<string, string>;

/**
 * How a sum is reckoned, and the fields that each way needs. `typed`: what stood in them before. The sum itself is never
 * a field where it can be reckoned.
 */
export function ProvisionFields({
  scheme,
  mayWait,
  typed = {},
  saying: { t },
}: {
  scheme: "tlo" | "lom";
  /** Whether no amount at all is an answer. */
  mayWait?: boolean;
  typed?: Typed;
  saying: Saying;
}) {
  const kinds = KINDS_OF[scheme];
  const amount = (name: "amount" | "opening" | "payroll" | "nationalSum" | "nationalPayroll") => (
    <MoneyField
      name={name}
      label={t(`provisions.${name}`)}
      unit={t("funds.kr")}
      defaultValue={typed[name] ?? ""}
    />
  );
  const more: Record<ProvisionKind, React.ReactNode> = {
    entered: amount("amount"),
    openingBalance: amount("opening"),
    payrollRate: (
      <>
        {amount("payroll")}
        <DayField
          name="day"
          label={t("provisions.rateDay")}
          hint={t("provisions.rateDayHint")}
          optional={t("funds.optional")}
          defaultValue={typed.day ?? ""}
        />
      </>
    ),
    nationalShare: (
      <>
        {amount("nationalSum")}
        {amount("payroll")}
        {amount("nationalPayroll")}
      </>
    ),
  };
  return (
    <Choices
      name="kind"
      label={t("provisions.question")}
      defaultValue={typed.kind || (mayWait ? "none" : kinds[0])}
      choices={[
        ...kinds.map((kind) => ({
          value: kind,
          label: t(`provisions.kind.${kind}`),
          hint: t(`provisions.hint.${kind}`),
          more: more[kind],
        })),
        ...(mayWait
          ? [{ value: "none", label: t("provisions.kind.none"), hint: t("provisions.hint.none") }]
          : []),
      ]}
    />
  );
}
