import { editablePercent } from "@/domain/provision";
import { SubmitButton } from "@/ui/button";
import { DayField, HiddenField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import type { Saying } from "./fund-words";
import { saveRatesAction } from "./provision-actions";
import type { RateTable } from "./rate-queries";

/** Lines for new rates, beside those there are: without script none can be added. */
const NEW_LINES = 2;

/** The whole table of rates, edited as one. */
export function RatesForm({ table, saying: { t } }: { table: RateTable; saying: Saying }) {
  const lines = [...table.rates, ...Array.from({ length: NEW_LINES }, () => null)];
  return (
    <Form action={saveRatesAction} className="stack" dense label={t("provisions.rates.label")}>
      <HiddenField name="base" value={table.base} />
      <p className="hint">{t("provisions.rates.empty")}</p>
      {lines.map((rate, nth) => (
        <fieldset className="fieldset" key={rate?.from ?? `new-${nth}`}>
          <legend className="legend">{t("provisions.rates.line", { nth: nth + 1 })}</legend>
          <div className="beside">
            <DayField
              name={`rates.${nth}.from`}
              label={t("provisions.rates.from")}
              hint={nth === 0 ? t("funds.dayHint") : undefined}
              defaultValue={rate?.from ?? ""}
            />
            <DayField
              name={`rates.${nth}.until`}
              label={t("provisions.rates.until")}
              hint={nth === 0 ? t("provisions.rates.untilHint") : undefined}
              defaultValue={rate?.until ?? ""}
            />
            <TextField
              name={`rates.${nth}.share`}
              label={t("provisions.rates.share")}
              hint={nth === 0 ? t("provisions.rates.shareHint") : undefined}
              defaultValue={rate ? editablePercent(rate.ppm) : ""}
              short
            />
          </div>
        </fieldset>
      ))}
      <SubmitButton tone="main">{t("provisions.rates.button")}</SubmitButton>
    </Form>
  );
}
