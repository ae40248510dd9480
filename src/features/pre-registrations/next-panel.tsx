import type { ReactNode } from "react";
import type { Reason } from "@/domain/reason";
import { money, weekday } from "@/messages/format";
import { sentence } from "@/messages/translator";
import { ButtonLink, SubmitButton } from "@/ui/button";
import { HiddenField, SelectField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { type Obstacle, Obstacles } from "@/ui/obstacles";
import { prepareCaseAction, resumeCaseAction, sendToConsultationAction, submitCaseAction } from "./actions";
import type { CaseView } from "./case-queries";
import type { Saying } from "./case-words";

/** The coordinator's next step with a case before it lies with the unions: what hinders, what is done, and the button. */
export function NextPanel({ it, saying }: { it: CaseView; saying: Saying }) {
  const { t } = saying;
  const { status } = it.facts;
  switch (status) {
    case "draft":
    case "returned":
      return (
        <Well it={it} against={it.against.submit} done={doneForSubmit(it, saying)} saying={saying} edit>
          <Form action={submitCaseAction} className="stack-s">
            <HiddenField name="id" value={it.id} />
            <p>
              <SubmitButton tone="main">
                {t(status === "draft" ? "preRegistrations.case.submit" : "preRegistrations.case.submitAgain")}
              </SubmitButton>
            </p>
            <p className="hint">{t("preRegistrations.case.submitHint")}</p>
          </Form>
        </Well>
      );
    case "submitted":
      return (
        <Well it={it} against={[]} done={[]} saying={saying} edit>
          <p className="small">{t("preRegistrations.case.waitManagers")}</p>
        </Well>
      );
    case "endorsed":
      return (
        <Well it={it} against={it.against.prepare} done={doneForPrepare(it, saying)} saying={saying} edit>
          <Form action={prepareCaseAction} className="stack-s">
            <HiddenField name="id" value={it.id} />
            <p>
              <SubmitButton tone="main">{t("preRegistrations.case.prepare")}</SubmitButton>
            </p>
            <p className="hint">{t("preRegistrations.case.prepareHint")}</p>
          </Form>
        </Well>
      );
    case "prepared":
    case "deferred":
      return (
        <Well it={it} against={it.against.consult} done={doneForPrepare(it, saying)} saying={saying}>
          <SendForm it={it} saying={saying} />
        </Well>
      );
    case "parked":
      return (
        <Well it={it} against={[]} done={[]} saying={saying}>
          <Form action={resumeCaseAction}>
            <HiddenField name="id" value={it.id} />
            <SubmitButton tone="main">{t("preRegistrations.case.resume")}</SubmitButton>
          </Form>
        </Well>
      );
    default:
      return null;
  }
}

/** The panel where a step is taken: when a rule says no, its words stand instead of the button. */
function Well({
  it,
  against,
  done,
  edit,
  saying,
  children,
}: {
  it: CaseView;
  against: Reason[];
  done: Obstacle[];
  /** Whether filling in is what one comes here for. */
  edit?: boolean;
  saying: Saying;
  children: ReactNode;
}) {
  const { t } = saying;
  return (
    <section className="well no-print" aria-labelledby="next">
      <h2 id="next">{t("preRegistrations.case.nextTitle")}</h2>
      {against.length > 0 ? (
        <>
          <h3>{t("preRegistrations.case.obstacles", { count: against.length })}</h3>
          <Obstacles items={against.map((why) => ({ tone: "stop", text: sentence(t, why) }))} />
        </>
      ) : null}
      {done.length > 0 ? (
        <>
          <h3>{t("preRegistrations.case.done")}</h3>
          <Obstacles items={done} />
        </>
      ) : null}
      {against.length === 0 ? children : null}
      {edit ? (
        <p className="row">
          <ButtonLink
            href={`/pre-registrations/${it.id}/edit`}
            tone={against.length > 0 ? "main" : undefined}
          >
            {t("preRegistrations.case.edit")}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

function SendForm({ it, saying }: { it: CaseView; saying: Saying }) {
  const { t, locale } = saying;
  if (it.meetings.length === 0)
    return (
      <>
        <p className="small">{t("preRegistrations.case.noMeetings")}</p>
        <p className="row">
          <ButtonLink href="/consultations">{t("preRegistrations.case.planMeeting")}</ButtonLink>
        </p>
      </>
    );
  return (
    <Form action={sendToConsultationAction}>
      <HiddenField name="caseIds" value={it.id} />
      <HiddenField name="back" value="case" />
      <SelectField
        name="consultationId"
        label={t("preRegistrations.case.meeting")}
        options={it.meetings.map((meeting) => ({
          value: meeting.id,
          label: [weekday(meeting.day, locale), meeting.place].filter(Boolean).join(", "),
        }))}
      />
      <p className="send">
        <SubmitButton tone="main">{t("preRegistrations.case.consult")}</SubmitButton>
      </p>
      <p className="hint">{t("preRegistrations.case.consultHint")}</p>
    </Form>
  );
}

function doneForSubmit(it: CaseView, { t }: Saying): Obstacle[] {
  return it.sections.costs === "complete"
    ? [{ tone: "done", text: t("preRegistrations.case.doneCosts") }]
    : [];
}

/** What is in order, and the money, which stops the case only at the decision. */
function doneForPrepare(it: CaseView, { t, locale }: Saying): Obstacle[] {
  const { amount } = it.facts;
  const sums = { amount: money(amount, locale), available: money(it.available, locale) };
  const complete = Object.values(it.sections).every((state) => state === "complete");
  return [
    ...(complete ? [{ tone: "done" as const, text: t("preRegistrations.case.doneSections") }] : []),
    ...(it.units.every((unit) => !unit.asked)
      ? [{ tone: "done" as const, text: t("preRegistrations.case.doneUnits") }]
      : []),
    amount <= it.available
      ? { tone: "done" as const, text: t("preRegistrations.case.doneMoney", sums) }
      : { tone: "warn" as const, text: t("preRegistrations.case.shortMoney", sums) },
  ];
}
