import type { Reason } from "@/domain/reason";
import { longDay, money } from "@/messages/format";
import { sentence, type T } from "@/messages/translator";
import { SubmitButton } from "@/ui/button";
import { HiddenField, TextArea } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { type Obstacle, Obstacles } from "@/ui/obstacles";
import { approveCaseAction, declineCaseAction } from "./actions";
import { GroupDecisionForm, type Saying } from "./group-form";
import type { DecisionRow, DecisionView } from "./queries";

/**
 * The decision on a case's own page: who makes it, what hinders it and what is in order; for who may decide, the form
 * with the amount. After it: what was decided, by whom and under which paragraph.
 */
export function DecisionPanel({ decision, saying }: { decision: DecisionView; saying: Saying }) {
  const { t } = saying;
  const upFor = decision.status === "inConsultation";
  return (
    <section className="well" id="decision" aria-labelledby="decision-title">
      <h2 id="decision-title">{t("approvals.title")}</h2>
      {upFor ? <UpForDecision decision={decision} saying={saying} /> : null}
      {!upFor && decision.decisions.length === 0 ? (
        <p className="small">{t("approvals.panel.notYet")}</p>
      ) : null}
      {decision.decisions.length > 0 ? <Decisions rows={decision.decisions} saying={saying} /> : null}
    </section>
  );
}

function UpForDecision({ decision, saying }: { decision: DecisionView; saying: Saying }) {
  const { t } = saying;
  const { against, decider, group } = decision;
  const done = inOrder(decision, saying);
  const own = decider?.yes ? [decider.yes] : [];
  const hinders = [...against, ...own];
  return (
    <>
      <p className="small">{whoDecides(decision, saying)}</p>
      {hinders.length > 0 ? (
        <>
          <h3>{t("approvals.panel.hinders", { count: hinders.length })}</h3>
          <Obstacles items={hinders.map((why) => obstacle(why, t))} />
        </>
      ) : null}
      {done.length > 0 ? (
        <>
          <h3>{t("approvals.panel.done")}</h3>
          <Obstacles items={done} />
        </>
      ) : null}
      {decider && hinders.length === 0 ? <Approve decision={decision} saying={saying} /> : null}
      {decider && !decider.no ? <Decline decision={decision} saying={saying} /> : null}
      {group?.meetingId ? (
        <GroupDecisionForm
          caseId={decision.caseId}
          meetingId={group.meetingId}
          members={group.members}
          asked={decision.amount}
          mayGrant={against.length === 0}
          saying={saying}
        />
      ) : null}
    </>
  );
}

function whoDecides({ rule, deciders }: DecisionView, { t, locale }: Saying): string {
  if (rule === "jointGroup") return t("approvals.panel.byGroup");
  if (deciders.length === 0) return t("approvals.panel.byNobody");
  const names = new Intl.ListFormat(locale === "sv" ? "sv-SE" : "en-GB", { type: "disjunction" }).format(
    deciders,
  );
  return t("approvals.panel.by", { names });
}

/** The rule's first sentence is what hinders; the rest says what to do and whom to ask. */
function obstacle(why: Reason, t: T): Obstacle {
  const [, text = "", ask = ""] = /^(.*?[.?!])(?:\s+(.*))?$/s.exec(sentence(t, why)) ?? [];
  return { tone: "stop", text: text || sentence(t, why), ...(ask ? { ask } : {}) };
}

function inOrder(decision: DecisionView, { t, locale }: Saying): Obstacle[] {
  const { amount, available, enough, unionsDone, rule, decider } = decision;
  const said = [
    enough
      ? t("approvals.panel.enough", { amount: money(amount, locale), available: money(available, locale) })
      : null,
    unionsDone
      ? t(rule === "jointGroup" ? "approvals.panel.groupMeets" : "approvals.panel.unionsDone")
      : null,
    decider && !decider.yes ? t("approvals.panel.impartial") : null,
  ];
  return said.flatMap((text) => (text ? [{ tone: "done" as const, text }] : []));
}

function Approve({ decision, saying: { t, locale } }: { decision: DecisionView; saying: Saying }) {
  return (
    <Form action={approveCaseAction} idPrefix="approve-" label={t("approvals.form.approveLabel")}>
      <HiddenField name="caseId" value={decision.caseId} />
      <HiddenField name="amount" value={String(decision.amount)} />
      <p>
        <SubmitButton tone="main">
          {t("approvals.form.approve", { amount: money(decision.amount, locale) })}
        </SubmitButton>
      </p>
    </Form>
  );
}

function Decline({ decision, saying: { t } }: { decision: DecisionView; saying: Saying }) {
  return (
    <Form action={declineCaseAction} idPrefix="decline-" label={t("approvals.form.decline")}>
      <FormDetails summary={t("approvals.form.decline")}>
        <div className="stack">
          <HiddenField name="caseId" value={decision.caseId} />
          <TextArea
            name="reason"
            label={t("approvals.form.reason")}
            hint={t("approvals.form.reasonHint")}
            rows={4}
          />
          <TextArea
            name="nextStep"
            label={t("approvals.form.nextStep")}
            hint={t("approvals.form.nextStepHint")}
            rows={3}
          />
          <p>
            <SubmitButton tone="stop">{t("approvals.form.declineSubmit")}</SubmitButton>
          </p>
        </div>
      </FormDetails>
    </Form>
  );
}

function Decisions({ rows, saying }: { rows: DecisionRow[]; saying: Saying }) {
  const { t, locale } = saying;
  return (
    <ul className="obstacles">
      {rows.map((row) => (
        <li key={row.id} data-tone={TONE[row.outcome]}>
          <span>
            <b>
              {t(`approvals.outcomes.${row.outcome}`)}
              {row.amount !== null && row.position !== "steppedOut" ? `, ${money(row.amount, locale)}` : ""}
            </b>
          </span>
          <span className="soft">{decidedBy(row, saying)}</span>
          {row.reason &&
          (row.position === "steppedOut" || row.outcome === "declined" || row.outcome === "deferred") ? (
            <span>{row.reason}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const TONE = { approved: "done", partlyApproved: "done", declined: "stop", deferred: "waiting" } as const;

function decidedBy(row: DecisionRow, { t, locale }: Saying): string {
  const values = {
    name: row.by ?? t("approvals.panel.someone"),
    day: longDay(row.on, locale),
    paragraph: row.paragraph ?? "none",
    behalf: row.onBehalfOf ?? "none",
    position: row.position,
  };
  return t("approvals.panel.decided", values);
}
