import { editableMoney } from "@/domain/money";
import type { Saying } from "@/features/initiatives/initiative-words";
import { money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DayField, HiddenField, MoneyField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import {
  bookCallOffAction,
  reconcileRequisitionAction,
  recordClaimAnswerAction,
  recordPaymentAction,
  saveClaimAmountAction,
  sendRequisitionAction,
  startRequisitionAction,
} from "./actions";
import type { ClaimedPart, RequisitionView } from "./queries";

type Props = { it: RequisitionView; saying: Saying };
type PartProps = { part: ClaimedPart; saying: Saying };

/** What is claimed of a part that nobody has claimed. */
export function StartClaimForm({ part, saying: { t, locale } }: PartProps) {
  return (
    <Form action={startRequisitionAction} className="stack" dense label={t("requisitions.start.title")}>
      <HiddenField name="partId" value={part.id} />
      <MoneyField
        name="amount"
        label={t("requisitions.start.amount")}
        hint={t("requisitions.start.amountHint", { left: money(part.committed, locale) })}
        defaultValue={editableMoney(part.committed)}
        unit={t("requisitions.kr")}
      />
      <SubmitButton tone="main">{t("requisitions.start.button")}</SubmitButton>
    </Form>
  );
}

/** What the national fund has drawn for what it delivered. */
export function CallOffForm({ part, saying: { t, locale } }: PartProps) {
  return (
    <Form action={bookCallOffAction} className="stack" dense label={t("requisitions.callOff.title")}>
      <HiddenField name="partId" value={part.id} />
      <MoneyField
        name="amount"
        label={t("requisitions.callOff.amount")}
        hint={t("requisitions.callOff.amountHint", {
          left: money(part.committed, locale),
          goes: part.landing,
        })}
        defaultValue={editableMoney(part.committed)}
        unit={t("requisitions.kr")}
      />
      <SubmitButton tone="main">{t("requisitions.callOff.button")}</SubmitButton>
    </Form>
  );
}

export function AmountForm({ it, saying: { t, locale } }: Props) {
  return (
    <Form
      action={saveClaimAmountAction}
      className="stack"
      dense
      idPrefix="amount-"
      label={t("requisitions.amount.title")}
    >
      <HiddenField name="id" value={it.id} />
      <HiddenField name="revision" value={String(it.revision)} />
      <MoneyField
        name="amount"
        label={t("requisitions.start.amount")}
        hint={t("requisitions.start.amountHint", { left: money(it.part.committed, locale) })}
        defaultValue={editableMoney(it.amount)}
        unit={t("requisitions.kr")}
      />
      <SubmitButton>{t("requisitions.amount.save")}</SubmitButton>
    </Form>
  );
}

export function SendClaimForm({ it, saying: { t, locale, scheme } }: Props) {
  return (
    <Form
      action={sendRequisitionAction}
      className="stack"
      dense
      idPrefix="send-"
      label={t("requisitions.send.title")}
    >
      <HiddenField name="id" value={it.id} />
      <p>{t("requisitions.send.text", { amount: money(it.amount, locale), scheme })}</p>
      <SubmitButton tone="main">{t("requisitions.send.button")}</SubmitButton>
    </Form>
  );
}

/** What was paid; less than was claimed needs its cause. */
export function PaymentForm({ it, saying: { t, locale, today } }: Props) {
  return (
    <Form
      action={recordPaymentAction}
      className="stack"
      dense
      idPrefix="pay-"
      label={t("requisitions.pay.title")}
    >
      <HiddenField name="id" value={it.id} />
      <MoneyField
        name="paidAmount"
        label={t("requisitions.pay.amount")}
        hint={t("requisitions.pay.amountHint", { amount: money(it.amount, locale) })}
        defaultValue={editableMoney(it.amount)}
        unit={t("requisitions.kr")}
      />
      <DayField
        name="paidOn"
        label={t("requisitions.pay.day")}
        hint={t("requisitions.dayHint")}
        defaultValue={today}
      />
      <TextArea
        name="cause"
        rows={2}
        label={t("requisitions.pay.cause")}
        hint={t("requisitions.pay.causeHint")}
        optional={t("requisitions.optional")}
      />
      <SubmitButton tone="main">{t("requisitions.pay.button")}</SubmitButton>
    </Form>
  );
}

/** The payer did not pay (all of it): its own words. */
export function AnswerForm({ it, saying: { t } }: Props) {
  return (
    <Form
      action={recordClaimAnswerAction}
      className="stack"
      dense
      idPrefix="answer-"
      label={t("requisitions.answer.title")}
    >
      <HiddenField name="id" value={it.id} />
      <Choices
        name="outcome"
        label={t("requisitions.answer.outcome")}
        choices={(["returned", "partlyRejected"] as const).map((value) => ({
          value,
          label: t(`requisitions.answer.${value}`),
          hint: t(`requisitions.answer.${value}Hint`),
        }))}
      />
      <TextArea name="answer" rows={3} label={t("requisitions.answer.words")} />
      <SubmitButton>{t("requisitions.answer.button")}</SubmitButton>
    </Form>
  );
}

/** Says first what becomes of the rest, then settles. */
export function ReconcileForm({ it, saying: { t, locale } }: Props) {
  const rest = it.part.committed;
  return (
    <Form
      action={reconcileRequisitionAction}
      className="stack"
      dense
      idPrefix="reconcile-"
      label={t("requisitions.reconcile.title")}
    >
      <HiddenField name="id" value={it.id} />
      <p>
        {t("requisitions.reconcile.text", {
          paid: money(it.paidAmount ?? 0n, locale),
          rest: money(rest, locale),
          goes: rest === 0n ? "nothing" : it.part.landing,
        })}
      </p>
      <SubmitButton tone="main">{t("requisitions.reconcile.button")}</SubmitButton>
    </Form>
  );
}
