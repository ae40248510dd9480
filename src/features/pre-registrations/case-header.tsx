import { PROPOSAL_CASE } from "@/domain/pre-registration";
import { shortDay } from "@/messages/format";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { Standing, type StandingCell } from "@/ui/standing";
import { Proposal, Status } from "@/ui/status";
import { Tracker } from "@/ui/tracker";
import type { CaseHead, StepView } from "./case-queries";
import {
  atFundWords,
  ballWords,
  caseSentence,
  caseStatus,
  caseWord,
  type Saying,
  sinceWords,
  stepName,
} from "./case-words";

/** The head of a case for every role: what it is called, where it is, who has the ball, and the way ahead. */
export function CaseHeader({ it, saying }: { it: CaseHead; saying: Saying }) {
  const { t, scheme } = saying;
  const { standing } = it;
  return (
    <header className="stack">
      <p className="eyebrow">
        <Link href="/pre-registrations">{t("preRegistrations.words", { scheme })}</Link> / {caseWord(saying)}{" "}
        {it.number} · {it.unit}
      </p>
      <div className="stack-s">
        {PROPOSAL_CASE.includes(standing.status) ? (
          <p className="row">
            <Proposal text={t("preRegistrations.case.proposal")} />{" "}
            <span className="note">{t("preRegistrations.case.proposalNote")}</span>
          </p>
        ) : null}
        <h1>{it.title}</h1>
      </div>
      <p className="sentence sentence-s">{caseSentence(it, saying)}</p>
      <Answer it={it} saying={saying} />
      <Standing cells={standingCells(it, saying)} />
      <Tracker
        across
        label={t("preRegistrations.step.label")}
        stateWords={{ done: t("preRegistrations.step.done"), current: t("preRegistrations.step.current") }}
        steps={it.steps.map((step) => ({
          name: stepName(step.step, t),
          when: stepWords(step, it, saying),
          state: step.state,
        }))}
      />
    </header>
  );
}

/** What was missing or why it was a no, in the words it was given. */
function Answer({ it: { answer, nextStep, standing }, saying: { t } }: { it: CaseHead; saying: Saying }) {
  if (!answer) return null;
  const returned = standing.status === "returned";
  return (
    <Callout
      tone="warn"
      title={t(returned ? "preRegistrations.case.returned" : "preRegistrations.case.answer")}
    >
      <p className="as-written">{answer}</p>
      {nextStep ? (
        <p className="as-written">
          <strong>{t("preRegistrations.case.nextStep")}:</strong> {nextStep}
        </p>
      ) : null}
    </Callout>
  );
}

function standingCells({ standing }: CaseHead, saying: Saying): StandingCell[] {
  const { t, scheme } = saying;
  const atFund = atFundWords(standing.atFund, saying);
  const left = standing.unitsLeft.map((unit) => unit.name).join(", ");
  return [
    {
      label: t("preRegistrations.case.standing.ball"),
      value: ballWords(standing, saying),
      weight: "ball",
      note:
        standing.ball === "managers" && left
          ? t("preRegistrations.ball.waitsFor", { units: left })
          : sinceWords(standing.since, saying),
    },
    {
      label: t("preRegistrations.case.standing.ours"),
      value: <Status {...caseStatus(standing.status, t)} />,
      note: sinceWords(standing.since, saying),
    },
    ...(scheme === "lom" && standing.atFund.kind === "notNeeded"
      ? []
      : [
          {
            label: t("preRegistrations.case.standing.fund"),
            value: <Status tone={atFund.tone} text={atFund.text} />,
            note: atFund.note,
          },
        ]),
  ];
}

function stepWords(
  { step, state, on, by }: StepView,
  { standing }: CaseHead,
  saying: Saying,
): string | undefined {
  const { t, locale, today } = saying;
  const { consultation } = standing;
  if (step === "consultation" && consultation && consultation.unions > 0 && state !== "ahead")
    return t("preRegistrations.step.unions", {
      done: consultation.unions - consultation.open.length,
      all: consultation.unions,
    });
  if (step === "consultation" && on)
    return t("preRegistrations.step.meeting", { day: shortDay(on, locale, today) });
  if (step === "decision" && state === "ahead") return t("preRegistrations.step.earliest");
  if (!on) return undefined;
  return [shortDay(on, locale, today), by].filter(Boolean).join(", ");
}
