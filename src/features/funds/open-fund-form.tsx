import { SubmitButton } from "@/ui/button";
import { DayField, MoneyField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { openFundAction } from "./actions";
import type { Saying } from "./fund-words";

const LAST_DAYS = ["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;

/** A new fund with its days and, if wished, its first money. */
export function OpenFundForm({ saying: { t, scheme } }: { saying: Saying }) {
  return (
    <Form action={openFundAction} className="stack" dense label={t("funds.new.title")}>
      <TextField name="name" label={t("funds.new.name")} hint={t("funds.new.nameHint")} />
      <div className="beside max-w-measure">
        <DayField name="from" label={t("funds.new.from")} hint={t("funds.dayHint")} />
        <DayField name="until" label={t("funds.new.until")} />
      </div>
      <fieldset className="fieldset stack">
        <legend className="legend">{t("funds.new.lastDays")}</legend>
        <p className="hint">{t("funds.new.lastDaysHint", { scheme })}</p>
        {LAST_DAYS.map((name) => (
          <DayField key={name} name={name} label={t(`funds.days.${name}`)} optional={t("funds.optional")} />
        ))}
      </fieldset>
      <MoneyField
        name="amount"
        label={t("funds.new.amount")}
        hint={t("funds.new.amountHint")}
        optional={t("funds.optional")}
        unit={t("funds.kr")}
      />
      <TextField
        name="reference"
        label={t("funds.new.reference")}
        hint={t("funds.new.referenceHint")}
        optional={t("funds.optional")}
      />
      <SubmitButton tone="main">{t("funds.new.button")}</SubmitButton>
    </Form>
  );
}
