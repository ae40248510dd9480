import { editableMoney } from "@/domain/money";
import type { Saying } from "@/features/initiatives/initiative-words";
import { longDay, money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { CheckboxField, Choices } from "@/ui/choices";
import { DayField, HiddenField, MoneyField, TextArea, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { Link } from "@/ui/link";
import { recordGrantAction, recordRefusalAction, sendFilingAction } from "./actions";
import type { FilingView } from "./queries";

type Props = { it: FilingView; saying: Saying };

/** The sender has checked what is sent, and sends it as it stands. */
export function SendForm({ it, saying: { t, locale } }: Props) {
  return (
    <Form action={sendFilingAction} className="stack" dense idPrefix="send-" label={t("filings.send.title")}>
      <HiddenField name="id" value={it.id} />
      <p>{t("filings.send.text", { amount: money(it.amount, locale) })}</p>
      <CheckboxField name="checked" label={t("filings.send.checked")} />
      <SubmitButton tone="main">{t("filings.send.button")}</SubmitButton>
    </Form>
  );
}

const MOST_ROWS = 12;

/** How many parts the form has room for, out of the address. */
export function rowsAsked(rows: string | undefined): number {
  return Math.min(Math.max(Number(rows) || 1, 1), MOST_ROWS);
}

/** The national fund said yes: its numbers and amounts, a row for each. More rows come by a link, without script. */
export function GrantForm({ it, rows, saying: { t, locale } }: Props & { rows: number }) {
  return (
    <Form
      action={recordGrantAction}
      className="stack"
      dense
      idPrefix="grant-"
      label={t("filings.answer.granted")}
    >
      <HiddenField name="id" value={it.id} />
      <DayField
        name="answeredOn"
        label={t("filings.answer.day")}
        hint={t("filings.answer.dayHint", {
          day: it.grantDay ? longDay(it.grantDay, locale) : "none",
        })}
      />
      {Array.from({ length: rows }, (_, nth) => (
        <fieldset key={String(nth)} className="fieldset">
          <legend className="legend">
            {t("filings.answer.part", { nth: nth + 1, many: rows > 1 ? "yes" : "no" })}
          </legend>
          <TextField name={`parts.${nth}.number`} label={t("filings.answer.number")} short />
          <MoneyField
            name={`parts.${nth}.amount`}
            label={t("filings.answer.amount")}
            defaultValue={rows === 1 ? editableMoney(it.amount) : ""}
            unit={t("filings.kr")}
          />
          <DayField
            name={`parts.${nth}.earliestClaimDay`}
            label={t("filings.answer.earliest")}
            optional={t("filings.optional")}
          />
          {rows > 1 ? (
            <TextField
              name={`parts.${nth}.title`}
              label={t("filings.answer.partTitle")}
              optional={t("filings.optional")}
            />
          ) : null}
        </fieldset>
      ))}
      {rows < MOST_ROWS ? (
        <p>
          <Link href={`/filings/${it.id}?rows=${rows + 1}`}>{t("filings.answer.more")}</Link>
        </p>
      ) : null}
      {rows > 1 ? (
        <Choices
          name="split"
          label={t("filings.answer.split")}
          defaultValue="initiatives"
          choices={(["initiatives", "claims"] as const).map((value) => ({
            value,
            label: t(`filings.answer.${value}`),
            hint: t(`filings.answer.${value}Hint`),
          }))}
        />
      ) : (
        <HiddenField name="split" value="initiatives" />
      )}
      <TextArea name="text" rows={2} label={t("filings.answer.text")} optional={t("filings.optional")} />
      <SubmitButton tone="main">{t("filings.answer.saveGranted")}</SubmitButton>
    </Form>
  );
}

/** The national fund returned the filing, or said no, in its own words. */
export function RefusedForm({ it, saying: { t } }: Props) {
  return (
    <Form
      action={recordRefusalAction}
      className="stack"
      dense
      idPrefix="refused-"
      label={t("filings.answer.refused")}
    >
      <HiddenField name="id" value={it.id} />
      <Choices
        name="outcome"
        label={t("filings.answer.outcome")}
        choices={(["returned", "rejected"] as const).map((value) => ({
          value,
          label: t(`filings.answer.${value}`),
          hint: t(`filings.answer.${value}Hint`),
        }))}
      />
      <DayField name="answeredOn" label={t("filings.answer.day")} hint={t("filings.dayHint")} />
      <TextArea name="text" rows={3} label={t("filings.answer.words")} hint={t("filings.answer.wordsHint")} />
      <SubmitButton>{t("filings.answer.saveRefused")}</SubmitButton>
    </Form>
  );
}
