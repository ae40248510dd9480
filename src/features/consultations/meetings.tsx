import { DAYS_BEFORE_MEETING } from "@/domain/consultation";
import { addDays } from "@/domain/day";
import { SubmitButton } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { DayField, HiddenField, TextField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { FormDetails } from "@/ui/form-details";
import { Link } from "@/ui/link";
import { NextStep } from "@/ui/next-step";
import { Pager } from "@/ui/pager";
import { Section } from "@/ui/section";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import { planConsultationAction } from "./actions";
import { inWords, meetingState, type Saying } from "./consultation-words";
import type { MeetingRow, Meetings, SaidBefore } from "./list-queries";
import { SaidBeforeList } from "./said-before";

/** All meetings: the next one as a sentence, those ahead, those that have been. */
export function MeetingList({
  meetings,
  reader,
  said,
  paged,
  saying,
}: {
  meetings: Meetings;
  reader: "coordinator" | "unionRep";
  said: SaidBefore[];
  /** Whether older pages are being turned. */
  paged: boolean;
  saying: Saying;
}) {
  const { t } = saying;
  const { ahead, behind, waiting } = meetings;
  const speaks = reader === "unionRep";
  const [next] = ahead;
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{listSentence(next, speaks, saying)}</h1>
        {next ? null : (
          <p className="soft">
            {t(speaks ? "consultations.list.noneTextUnion" : "consultations.list.noneText")}
          </p>
        )}
        {waiting > 0 ? (
          <Callout
            small
            tone="waiting"
            title={t("consultations.list.waiting", { count: waiting, more: waiting > 50 ? "yes" : "no" })}
          >
            <p>{t("consultations.list.waitingText")}</p>
          </Callout>
        ) : null}
      </header>
      <div className="columns columns-main-side">
        <div className="stack-xl">
          <Section id="ahead" finding={t("consultations.list.ahead", { count: ahead.length })} unruled>
            {ahead.length > 0 ? (
              <Rows rows={ahead} label={t("consultations.list.aheadTable")} saying={saying} />
            ) : null}
          </Section>
          <Section id="behind" finding={t("consultations.list.behind")}>
            {behind.length > 0 ? (
              <Rows rows={behind} label={t("consultations.list.behindTable")} saying={saying} />
            ) : (
              <p className="soft">{t("consultations.list.behindNone")}</p>
            )}
            <Pager
              label={t("consultations.list.pager")}
              {...(paged
                ? { previous: { href: "/consultations", label: t("consultations.list.newest") } }
                : {})}
              {...(meetings.next
                ? {
                    next: {
                      href: `/consultations?after=${meetings.next}`,
                      label: t("consultations.list.older"),
                    },
                  }
                : {})}
            />
          </Section>
        </div>
        <div className="stack-xl">
          {speaks ? (
            <SaidBeforeList said={said} saying={saying} />
          ) : (
            <NextStep
              id="plan"
              title={t("consultations.list.plan")}
              action={<PlanForm kind={meetings.kind} folded={ahead.length > 0} saying={saying} />}
            >
              {null}
            </NextStep>
          )}
        </div>
      </div>
    </>
  );
}

/** The next meeting in one sentence, to the coordinator or to a representative. */
export function listSentence(next: MeetingRow | undefined, speaks: boolean, saying: Saying): string {
  const { t } = saying;
  if (!next) return t(speaks ? "consultations.list.sentenceNoneUnion" : "consultations.list.sentenceNone");
  const values = {
    kind: next.kind,
    day: inWords(next.day, saying),
    subjects: next.subjects,
    open: next.open,
  };
  return speaks
    ? t("consultations.list.sentenceUnion", { ...values, changed: next.changed })
    : t("consultations.list.sentenceCoordinator", { ...values, called: next.called ? "yes" : "no" });
}

function Rows({ rows, label, saying }: { rows: MeetingRow[]; label: string; saying: Saying }) {
  const { t } = saying;
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "day",
          head: t("consultations.list.day"),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link href={`/consultations/${row.id}`}>{inWords(row.day, saying)}</Link>
              <span className="sub">{row.place}</span>
            </>
          ),
        },
        {
          key: "kind",
          head: t("consultations.list.what"),
          cell: (row) => t(`consultations.kinds.${row.kind}`),
        },
        { key: "subjects", head: t("consultations.list.subjects"), num: true, cell: (row) => row.subjects },
        {
          key: "state",
          head: t("consultations.list.state"),
          cell: (row) => <Status {...meetingState(row, saying)} />,
        },
      ]}
    />
  );
}

function PlanForm({
  kind,
  folded,
  saying: { t, today },
}: {
  kind: Meetings["kind"];
  folded: boolean;
  saying: Saying;
}) {
  const fields = (
    <div className="stack">
      <HiddenField name="kind" value={kind} />
      <DayField
        name="day"
        label={t("consultations.plan.day")}
        hint={t("consultations.plan.dayHint", { days: DAYS_BEFORE_MEETING, example: addDays(today, 14) })}
      />
      <TextField
        name="place"
        label={t("consultations.plan.place")}
        hint={t("consultations.plan.placeHint")}
      />
      <p>
        <SubmitButton tone="main">{t("consultations.plan.submit")}</SubmitButton>
      </p>
    </div>
  );
  return (
    <Form action={planConsultationAction} label={t("consultations.list.plan")} idPrefix="plan-">
      {folded ? <FormDetails summary={t("consultations.plan.choose")}>{fields}</FormDetails> : fields}
    </Form>
  );
}
