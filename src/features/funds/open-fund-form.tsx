import { SubmitButton } from "@/ui/button";
import { DayField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import type { Saying } from "./fund-words";
import { checkNewFundAction } from "./provision-actions";
import { ProvisionFields } from "./provision-fields";

const LAST_DAYS = ["applicationDay", "reserveDay", "grantDay", "requisitionDay"] as const;

/** A new fund with its days and, if wished, its first money; the next page reads it out. */
export function OpenFundForm({ typed, saying }: { typed: Record<string, string>; saying: Saying }) {
  const { t, scheme } = saying;
  return (
    <Form action={checkNewFundAction} className="stack" dense label={t("funds.new.title")}>
      <TextField
        name="name"
        label={t("funds.new.name")}
        hint={t("funds.new.nameHint")}
        defaultValue={typed.name}
      />
      <div className="beside max-w-measure">
        <DayField
          name="from"
          label={t("funds.new.from")}
          hint={t("funds.dayHint")}
          defaultValue={typed.from}
        />
        <DayField name="until" label={t("funds.new.until")} defaultValue={typed.until} />
      </div>
      <fieldset className="fieldset stack">
        <legend className="legend">{t("funds.new.lastDays")}</legend>
        <p className="hint">{t("funds.new.lastDaysHint", { scheme })}</p>
        {LAST_DAYS.map((name) => (
          <DayField
            key={name}
            name={name}
            label={t(`funds.days.${name}`)}
            optional={t("funds.optional")}
            defaultValue={typed[name]}
          />
        ))}
      </fieldset>
      <ProvisionFields scheme={scheme} mayWait typed={typed} saying={saying} />
      <TextField
        name="reference"
        label={t("funds.new.reference")}
        hint={t("funds.new.referenceHint")}
        optional={t("funds.optional")}
        defaultValue={typed.reference}
      />
      <SubmitButton tone="main">{t("provisions.toCheck")}</SubmitButton>
    </Form>
  );
}
