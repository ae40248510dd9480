import type { Day } from "@/domain/day";
import { sum } from "@/domain/money";
import { money } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { Choices } from "@/ui/choices";
import { DayField, HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import {
  assignInitiativeAction,
  completeInitiativeAction,
  startInitiativeAction,
  stopInitiativeAction,
} from "./actions";
import type { Saying } from "./initiative-words";
import type { Candidate } from "./owner-queries";
import type { InitiativeView } from "./queries";

type Props = { it: InitiativeView; saying: Saying };

/** Looks for a person by name: a GET form, so that it works everywhere and stays in the address. */
export function FindOwner({ it, find, saying: { t } }: Props & { find: string }) {
  return (
    <form
      className="row no-print"
      action={`/initiatives/${it.id}`}
      method="get"
      aria-label={t("initiatives.assign.find")}
    >
      <input type="hidden" name="do" value="assign" />
      <div className="field">
        <label htmlFor="find">{t("initiatives.assign.find")}</label>
        <input className="input" id="find" name="find" defaultValue={find} autoComplete="off" />
      </div>
      <button type="submit" className="button button-small">
        {t("initiatives.assign.look")}
      </button>
    </form>
  );
}

/** Who answers for it, and when it is carried out. */
export function AssignForm({ it, candidates, saying: { t } }: Props & { candidates: Candidate[] }) {
  return (
    <Form
      action={assignInitiativeAction}
      className="stack"
      dense
      idPrefix="assign-"
      label={t("initiatives.assign.title")}
    >
      <HiddenField name="id" value={it.id} />
      <HiddenField name="revision" value={String(it.revision)} />
      <Choices
        name="ownerId"
        label={t("initiatives.assign.owner")}
        hint={t("initiatives.assign.ownerHint")}
        defaultValue={it.owner?.id}
        choices={candidates.map((one) => ({
          value: one.id,
          label: one.name,
          hint: [one.title, one.unit].filter(Boolean).join(", "),
        }))}
      />
      <DayField
        name="periodFrom"
        label={t("initiatives.assign.from")}
        hint={t("initiatives.dayHint")}
        defaultValue={it.periodFrom ?? ""}
      />
      <DayField
        name="periodUntil"
        label={t("initiatives.assign.until")}
        defaultValue={it.periodUntil ?? ""}
      />
      <SubmitButton tone={it.owner ? undefined : "main"}>{t("initiatives.assign.save")}</SubmitButton>
    </Form>
  );
}

export function StartForm({ it, saying: { t } }: Props) {
  return (
    <Form action={startInitiativeAction} idPrefix="start-" label={t("initiatives.start.title")}>
      <HiddenField name="id" value={it.id} />
      <SubmitButton tone="main">{t("initiatives.start.button")}</SubmitButton>
    </Form>
  );
}

export function CompleteForm({ it, saying: { t, today } }: Props) {
  const last: Day = it.periodUntil && it.periodUntil < today ? it.periodUntil : today;
  return (
    <Form
      action={completeInitiativeAction}
      className="stack"
      dense
      idPrefix="complete-"
      label={t("initiatives.complete.title")}
    >
      <HiddenField name="id" value={it.id} />
      <DayField
        name="completedOn"
        label={t("initiatives.complete.day")}
        hint={t("initiatives.dayHint")}
        defaultValue={last}
      />
      <SubmitButton tone="main">{t("initiatives.complete.button")}</SubmitButton>
    </Form>
  );
}

/** Stops it, and says before what becomes of the money. */
export function StopForm({ it, saying: { t, locale } }: Props) {
  const left = sum(it.parts.map((part) => part.committed));
  return (
    <Form
      action={stopInitiativeAction}
      className="stack"
      dense
      idPrefix="stop-"
      label={t("initiatives.stop.title")}
    >
      <HiddenField name="id" value={it.id} />
      <p className="small">
        {t("initiatives.stop.money", {
          amount: money(left, locale),
          goes: left === 0n ? "nothing" : it.landing,
          status: it.files ? "tlo" : "lom",
        })}
      </p>
      <Choices
        name="to"
        label={t("initiatives.stop.what")}
        defaultValue="cancelled"
        choices={(["cancelled", "notCarriedOut"] as const).map((to) => ({
          value: to,
          label: t(`initiatives.stop.${to}`),
          hint: t(`initiatives.stop.${to}Hint`),
        }))}
      />
      <TextArea
        name="reason"
        rows={3}
        label={t("initiatives.stop.reason")}
        hint={t("initiatives.stop.reasonHint")}
      />
      <SubmitButton tone="stop">{t("initiatives.stop.button")}</SubmitButton>
    </Form>
  );
}
