import { type Day, dayOf } from "@/domain/day";
import { shortDay, timeOfDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import { Status } from "@/ui/status";
import { Table } from "@/ui/table";
import type { FailureView, TaskView } from "./job-queries";

type Saying = { t: T; locale: Locale; today: Day };

/** "i natt kl. 00.05" while it is today's, else with its day. */
function lastWords(at: Date, { t, locale, today }: Saying): string {
  const time = timeOfDay(at, locale);
  const day = dayOf(at);
  return day === today
    ? t("jobs.today", { time })
    : t("jobs.onDay", { day: shortDay(day, locale, today), time });
}

/** The jobs as one sentence, the worst first: never run, behind, failing, or all done and when. */
export function jobsSentence(
  { tasks, failures }: { tasks: readonly TaskView[]; failures: readonly FailureView[] },
  saying: Saying,
): string {
  const { t } = saying;
  if (tasks.every((it) => it.behind === null)) return t("jobs.sentence.never");
  // One that alone has never run is behind, too.
  const behind = Math.max(...tasks.map((it) => it.behind ?? 1));
  if (behind > 0) return t("jobs.sentence.late", { days: behind });
  if (failures.length > 0) return t("jobs.sentence.failing", { count: failures.length });
  const last = tasks.reduce<Date | null>(
    (latest, { lastDone }) => (lastDone && (!latest || lastDone > latest) ? lastDone : latest),
    null,
  );
  return t("jobs.sentence.done", { when: last ? lastWords(last, saying) : "" });
}

/** Each task with what it does, when it was last done and how far it lies behind. */
export function JobsTable({ tasks, saying }: { tasks: TaskView[]; saying: Saying }) {
  const { t } = saying;
  return (
    <Table
      label={t("jobs.table.label")}
      rows={tasks}
      rowKey={(it) => it.task}
      columns={[
        {
          key: "task",
          head: t("jobs.table.task"),
          rowHeader: true,
          cell: ({ task }) => (
            <>
              {t(`jobs.tasks.${task}`)}
              <span className="sub">{t(`jobs.does.${task}`)}</span>
            </>
          ),
        },
        {
          key: "last",
          head: t("jobs.table.last"),
          cell: ({ lastDone }) => (lastDone ? lastWords(lastDone, saying) : t("jobs.never")),
        },
        {
          key: "behind",
          head: t("jobs.table.behind"),
          cell: ({ behind }) =>
            behind === 0 ? (
              <Status tone="done" text={t("jobs.inStep")} bare />
            ) : (
              <Status
                tone="warn"
                text={behind === null ? t("jobs.never") : t("jobs.behind", { days: behind })}
                bare
              />
            ),
        },
      ]}
    />
  );
}

/** Days that failed: when it was last tried, how often, and what to tell whoever runs the portal. */
export function FailuresTable({ failures, saying }: { failures: FailureView[]; saying: Saying }) {
  const { t, locale, today } = saying;
  return (
    <Table
      label={t("jobs.failures.label")}
      rows={failures}
      rowKey={(it) => `${it.task} ${it.day}`}
      columns={[
        {
          key: "task",
          head: t("jobs.table.task"),
          rowHeader: true,
          cell: ({ task, day }) => `${t(`jobs.tasks.${task}`)}, ${shortDay(day, locale, today)}`,
        },
        {
          key: "tried",
          head: t("jobs.failures.tried"),
          cell: ({ attempts, failedAt }) =>
            t("jobs.failures.attempts", { count: attempts, when: lastWords(failedAt, saying) }),
        },
        // Written for whoever runs the portal, in the words of the log.
        {
          key: "error",
          head: t("jobs.failures.error"),
          cell: ({ error }) => (
            <code lang="en" className="small">
              {error}
            </code>
          ),
        },
      ]}
    />
  );
}
