import { type Day, daysBetween, isDay } from "@/domain/day";
import { isPressing, MOST_OF_A_KIND, type Tasks } from "@/domain/task";
import { money, shortDay } from "@/messages/format";
import type { Locale } from "@/messages/messages";
import type { T } from "@/messages/translator";
import type { PersonalTask } from "./queries";
import type { TaskRole } from "./role-queries";

/** What a sentence is said in. */
export type Saying = { t: T; locale: Locale; today: Day };

export type TaskWords = {
  title: string;
  note: string;
  /** Beside the title: "26 november", "3 dagar sen", "41 dagar". */
  due: string;
  /** The same as a sentence of its own: "Senast 26 november". */
  when: string;
  pressing: boolean;
};

/** A task in words: what to do, why it waits, and by when or for how long. */
export function taskWords(task: PersonalTask, { t, locale, today }: Saying): TaskWords {
  const subject = isDay(task.subject) ? shortDay(task.subject, locale, today) : task.subject;
  return {
    title: t(`tasks.kinds.${task.kind}`, { subject }),
    note: t(`tasks.notes.${task.kind}`, {
      place: task.place,
      day: shortDay(task.since, locale, today),
      amount: task.amount === null ? "" : money(task.amount, locale),
      count: task.count ?? 0,
    }),
    due: dueWords(task, { t, locale, today }),
    when: whenWords(task, { t, locale, today }),
    pressing: isPressing(task, today),
  };
}

function dueWords({ due, since }: PersonalTask, { t, locale, today }: Saying): string {
  if (due === null) return t("tasks.age", { days: Math.max(0, daysBetween(since, today)) });
  const left = daysBetween(today, due);
  if (left < 0) return t("tasks.due.late", { days: -left });
  return left === 0 ? t("tasks.due.today") : shortDay(due, locale, today);
}

function whenWords(task: PersonalTask, { t, locale, today }: Saying): string {
  const { due, since } = task;
  if (due === null) return t("tasks.due.waited", { days: Math.max(0, daysBetween(since, today)) });
  if (due < today) return dueWords(task, { t, locale, today });
  return due === today ? t("tasks.due.byToday") : t("tasks.due.by", { day: shortDay(due, locale, today) });
}

/** "3 saker väntar på dig. En av dem är sen." */
export function tasksSentence({ tasks, capped }: Tasks<PersonalTask>, { t, today }: Saying): string {
  const count = tasks.length;
  const late = tasks.filter(({ due }) => due !== null && due < today).length;
  const first = capped.length > 0 ? t("tasks.sentence.many", { count }) : t("tasks.sentence.some", { count });
  return late > 0 ? `${first} ${t("tasks.sentence.late", { count: late })}` : first;
}

/** "Av idéer att ta upp och ärenden att förbereda visas …"; empty when all is shown. */
export function cappedSentence({ capped }: Tasks<PersonalTask>, { t, locale }: Saying): string {
  if (capped.length === 0) return "";
  const kinds = new Intl.ListFormat(locale, { type: "conjunction" }).format(
    capped.map((kind) => t(`tasks.many.${kind}`)),
  );
  return t("tasks.capped", { kinds, most: MOST_OF_A_KIND });
}

/** "chef, Hemtjänst norr", or whose substitute one is. */
export function roleWords(as: TaskRole, t: T): string {
  const role = t(`words.roles.${as.role}`).toLowerCase();
  if (as.onBehalfOf) return t("app.menu.onBehalfOf", { role, person: as.onBehalfOf });
  return t("tasks.inUnit", { role, unit: as.unitName });
}
