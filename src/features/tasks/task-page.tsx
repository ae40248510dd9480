import type { Tasks } from "@/domain/task";
import { Empty } from "@/ui/empty";
import { Section } from "@/ui/section";
import type { PersonalTask } from "./queries";
import { TaskItems } from "./task-items";
import { cappedSentence, roleWords, type Saying, tasksSentence } from "./task-words";

/** Everything that waits for the person, role by role, the acting one first. */
export function TaskPage({ all, saying }: { all: Tasks<PersonalTask>; saying: Saying }) {
  const { t } = saying;
  const capped = cappedSentence(all, saying);
  const roles = [...new Map(all.tasks.map(({ as }) => [as.assignmentId, as])).values()].sort(
    (a, b) => Number(b.chosen) - Number(a.chosen),
  );
  return (
    <>
      <header className="stack">
        <h1 className="sentence">{tasksSentence(all, saying)}</h1>
        <p className="soft">{t("tasks.lead")}</p>
        {capped ? <p className="soft">{capped}</p> : null}
      </header>
      {all.tasks.length === 0 ? (
        <Empty level={2} title={t("tasks.title")}>
          <p>{t("tasks.none")}</p>
        </Empty>
      ) : (
        roles.map((as) => (
          <Section
            key={as.assignmentId}
            id={`role-${as.assignmentId}`}
            finding={t("tasks.inRole", { role: roleWords(as, t) })}
            aside={as.chosen ? t("tasks.now") : undefined}
          >
            <TaskItems
              tasks={all.tasks.filter((task) => task.as.assignmentId === as.assignmentId)}
              saying={saying}
            />
          </Section>
        ))
      )}
    </>
  );
}
