import { editableMoney, type Ore } from "@/domain/money";
import { money } from "@/messages/format";
import { BothTexts } from "@/ui/both-texts";
import { SubmitButton } from "@/ui/button";
import { HiddenField, MoneyField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { distributeAction, distributeByHandAction } from "./distribute-actions";
import { revisionOf, type SharePart, type ShareUnit } from "./distribute-queries";
import type { Asked } from "./distribute-words";
import type { Saying } from "./fund-words";

/** Books the parts of the table above it. What they were reckoned from goes along, in case it changes meanwhile. */
export function ConfirmParts({
  fundId,
  asked,
  parts,
  saying: { t, locale },
}: {
  fundId: string;
  asked: Asked;
  parts: readonly SharePart[];
  saying: Saying;
}) {
  const figure = (weight: bigint) => (asked.basis === "payroll" ? editableMoney(weight) : String(weight));
  return (
    <Form action={distributeAction} className="stack" dense label={t("distributions.parts.label")}>
      <HiddenField name="fundId" value={fundId} />
      <HiddenField name="basis" value={asked.basis} />
      <HiddenField name="amount" value={editableMoney(asked.amount)} />
      <HiddenField name="floor" value={editableMoney(asked.floor)} />
      {parts.map((part) => (
        <span key={part.id} hidden>
          <HiddenField name="units" value={part.id} />
          <HiddenField name={`weights.${part.id}`} value={figure(part.weight)} />
          <HiddenField name={`shown.${part.id}`} value={editableMoney(part.part)} />
        </span>
      ))}
      <BothTexts
        revision={revisionOf(parts)}
        title={t("distributions.theirs.title")}
        text={t("distributions.theirs.text")}
        labels={Object.fromEntries(
          parts.flatMap(({ id, name }) => [
            [`weights.${id}`, t("distributions.theirs.weight", { name })],
            [`shown.${id}`, t("distributions.theirs.part", { name })],
          ]),
        )}
      />
      <SubmitButton tone="main">
        {t("distributions.parts.confirm", { amount: money(asked.amount, locale) })}
      </SubmitButton>
    </Form>
  );
}

/** A part for each unit, written by hand; together they must be the amount. */
export function HandForm({
  fundId,
  amount,
  units,
  saying: { t, locale },
}: {
  fundId: string;
  amount: Ore;
  units: readonly ShareUnit[];
  saying: Saying;
}) {
  return (
    <Form action={distributeByHandAction} className="stack" dense label={t("distributions.hand.finding")}>
      <p className="soft">{t("distributions.hand.text", { amount: money(amount, locale) })}</p>
      <HiddenField name="fundId" value={fundId} />
      <HiddenField name="amount" value={editableMoney(amount)} />
      {units.map((unit) => (
        <MoneyField
          key={unit.id}
          name={`parts.${unit.id}`}
          label={t("distributions.hand.part", { name: unit.name })}
          unit={t("funds.kr")}
        />
      ))}
      <SubmitButton tone="main">{t("distributions.hand.button")}</SubmitButton>
    </Form>
  );
}
