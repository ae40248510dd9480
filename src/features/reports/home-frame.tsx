import type { ReactNode } from "react";
import { type Day, isoWeek } from "@/domain/day";
import type { Reason } from "@/domain/reason";
import { howMany, type Tasks } from "@/domain/task";
import type { PersonalTask } from "@/features/tasks/queries";
import { InOtherRole, TaskItems } from "@/features/tasks/task-items";
import { taskWords } from "@/features/tasks/task-words";
import { week, weekday } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import { sentence as say, type T } from "@/messages/translator";
import { Callout } from "@/ui/callout";
import { Link } from "@/ui/link";
import { NextStep } from "@/ui/next-step";

/** What a home is said in, and for whom. */
export type Saying = {
  t: T;
  locale: Locale;
  today: Day;
  scheme: "tlo" | "lom";
};

/** "Måndag 23 november 2026, v. 48". */
export function whenWords({ t, locale, today }: Pick<Saying, "t" | "locale" | "today">): string {
  const said = t("tasks.home.when", {
    day: weekday(today, locale),
    year: today.slice(0, 4),
    week: week(isoWeek(today).week, locale),
  });
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
}

/** The first sentence of a home, under the day; and why nothing can be applied for, when that is so. */
export function HomeHead({
  eyebrow,
  sentence,
  noAgreement,
  saying: { t },
  children,
}: {
  eyebrow: string;
  sentence: ReactNode;
  noAgreement: Reason | null;
  saying: Saying;
  children?: ReactNode;
}) {
  return (
    <header className="stack">
      <p className="eyebrow">{eyebrow}</p>
      <h1 className="sentence">{sentence}</h1>
      {noAgreement ? (
        <Callout tone="stop" title={t("tasks.home.noAgreement")}>
          <p>{say(t, noAgreement)}</p>
        </Callout>
      ) : null}
      {children}
    </header>
  );
}

/** The most urgent task as the one thing to do; what the role does when nothing waits, otherwise. */
export function FirstThing({
  all,
  otherwise,
  saying,
}: {
  all: Tasks<PersonalTask>;
  otherwise: { title: string; text: string; link: { href: string; label: string } };
  saying: Saying;
}) {
  const { t } = saying;
  const [first] = all.tasks;
  if (!first)
    return (
      <NextStep title={otherwise.title} link={otherwise.link}>
        <p>{otherwise.text}</p>
      </NextStep>
    );
  const { title, note, when } = taskWords(first, saying);
  return (
    <NextStep
      title={t("tasks.home.first")}
      {...(first.as.chosen
        ? { link: { href: first.href, label: t("tasks.home.open") } }
        : { action: <InOtherRole id={`first-${first.id}`} task={first} title={title} saying={saying} /> })}
    >
      <p>
        <b>{title}</b>
      </p>
      <p className="small">{note}</p>
      <p className="small">{when}</p>
    </NextStep>
  );
}

/** The next few tasks, with the way to all of them. `from`: 0 where the first of them is not the first thing. */
export function HomeTasks({
  all,
  from = 1,
  saying,
}: {
  all: Tasks<PersonalTask>;
  from?: 0 | 1;
  saying: Saying;
}) {
  const { t } = saying;
  const next = all.tasks.slice(from, from + 4);
  return (
    <section aria-labelledby="tasks">
      <div className="section-head">
        <h2 id="tasks">{t("tasks.home.tasks")}</h2>
        {all.tasks.length > 0 ? (
          <Link className="small" href="/tasks">
            {t("tasks.home.allTasks", { count: howMany(all) })}
          </Link>
        ) : null}
      </div>
      {next.length > 0 ? (
        <TaskItems tasks={next} saying={saying} />
      ) : (
        <p className="soft">{t(all.tasks.length > 0 ? "tasks.nothingMore" : "tasks.none")}</p>
      )}
    </section>
  );
}
