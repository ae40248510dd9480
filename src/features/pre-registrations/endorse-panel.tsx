import type { Actor } from "@/domain/actor";
import { whyNotImpartial } from "@/domain/conflict";
import { whyNotReturn } from "@/domain/pre-registration";
import { money, shortDay } from "@/messages/format";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { Obstacles } from "@/ui/obstacles";
import { endorseCaseAction, returnCaseAction } from "./actions";
import type { CaseView, UnitStand } from "./case-queries";
import type { Saying } from "./case-words";

/** The manager's yes for each unit of theirs that is asked, with what it costs the unit, and the way to send it back. */
export function EndorsePanel({ it, actor, saying }: { it: CaseView; actor: Actor; saying: Saying }) {
  const { t } = saying;
  const mine = it.units.filter((unit) => unit.asked && unit.reaches);
  const waits = it.standing.status !== "draft" && it.standing.status !== "returned" && mine.length > 0;
  const conflict = whyNotImpartial(actor, it.facts.parties) !== null;
  const returns = it.units.some((unit) => unit.reaches) && whyNotReturn(it.facts) === null;
  if (!waits && !returns) return null;
  return (
    <section className="well no-print" aria-labelledby="endorse">
      <h2 id="endorse">{t("preRegistrations.case.nextTitle")}</h2>
      {waits && conflict ? (
        <Obstacles items={[{ tone: "stop", text: t("preRegistrations.case.endorseConflict") }]} />
      ) : null}
      {waits && !conflict
        ? mine.map((unit) => <Yes key={unit.unitId} it={it} unit={unit} saying={saying} />)
        : null}
      {returns ? <ReturnForm id={it.id} saying={saying} /> : null}
    </section>
  );
}

function Yes({ it, unit, saying }: { it: CaseView; unit: UnitStand; saying: Saying }) {
  const { t, locale } = saying;
  const amount = money(unit.ownCost, locale);
  return (
    <Form
      action={endorseCaseAction}
      idPrefix={`yes-${unit.unitId}-`}
      label={t("preRegistrations.case.endorseTitle", { unit: unit.name })}
      className="stack"
    >
      <h3>{t("preRegistrations.case.endorseTitle", { unit: unit.name })}</h3>
      <p className="small">
        {t("preRegistrations.case.endorseText", { amount: money(it.facts.amount, locale) })}{" "}
        {unit.ownCost > 0n
          ? t("preRegistrations.case.endorseOwn", { amount })
          : t("preRegistrations.case.endorseOwnNone")}
      </p>
      <HiddenField name="id" value={it.id} />
      <HiddenField name="unitId" value={unit.unitId} />
      <HiddenField name="amount" value={String(it.facts.amount)} />
      <HiddenField name="ownCost" value={String(unit.ownCost)} />
      <TextArea
        name="note"
        label={t("preRegistrations.case.endorseNote")}
        optional={t("preRegistrations.case.optional")}
        rows={2}
      />
      <p>
        <SubmitButton tone="main">
          {t("preRegistrations.case.endorse")}
          <span className="unseen">: {unit.name}</span>
        </SubmitButton>
      </p>
    </Form>
  );
}

/** Back with what is missing; folded until it is wanted. */
export function ReturnForm({ id, saying: { t } }: { id: string; saying: Saying }) {
  return (
    <Form action={returnCaseAction} idPrefix="return-" label={t("preRegistrations.case.return")}>
      <FormDetails summary={t("preRegistrations.case.returnOpen")}>
        <HiddenField name="id" value={id} />
        <TextArea
          name="missing"
          label={t("preRegistrations.case.missingLabel")}
          hint={t("preRegistrations.case.missingHint")}
          rows={3}
        />
        <p className="send">
          <SubmitButton>{t("preRegistrations.case.return")}</SubmitButton>
        </p>
      </FormDetails>
    </Form>
  );
}

/** Which units have endorsed, and who waits: for who reads the case without being asked. */
export function Endorsements({ units, saying }: { units: readonly UnitStand[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Obstacles
      items={units.map((unit) => ({
        tone: unit.asked ? "open" : "done",
        text: unit.name,
        ask: unit.asked
          ? t(unit.yes ? "preRegistrations.case.again" : "preRegistrations.case.waiting")
          : unit.yes?.by
            ? t("preRegistrations.case.endorsedBy", {
                day: shortDay(unit.yes.on, locale, today),
                who: unit.yes.by,
              })
            : t("preRegistrations.case.endorsed", {
                day: unit.yes ? shortDay(unit.yes.on, locale, today) : "",
              }),
      }))}
    />
  );
}
