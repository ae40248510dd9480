import { chooseRoleAction } from "@/features/people/acting-role-actions";
import { SubmitButton } from "@/ui/button";
import { HiddenField } from "@/ui/fields";
import { Form } from "@/ui/form";
import { TaskList } from "@/ui/task-list";
import type { PersonalTask } from "./queries";
import { roleWords, type Saying, taskWords } from "./task-words";

/** Tasks as a list. One that belongs to another role says so, and its button changes the role and opens it. */
export function TaskItems({ tasks, saying }: { tasks: readonly PersonalTask[]; saying: Saying }) {
  const { t } = saying;
  return (
    <TaskList
      tasks={tasks.map((task) => {
        const { title, note, due, pressing } = taskWords(task, saying);
        const id = `${task.kind}-${task.id}`;
        const elsewhere = task.as.chosen
          ? {}
          : { action: <InOtherRole id={id} task={task} title={title} saying={saying} /> };
        return {
          id,
          href: task.href,
          title,
          due,
          dueSoon: pressing,
          note: task.as.chosen ? note : `${note} ${t("tasks.asOther", { role: roleWords(task.as, t) })}`,
          ...elsewhere,
        };
      })}
    />
  );
}

/** Sight follows the acting role: the page would not open in this one. */
export function InOtherRole({
  id,
  task,
  title,
  saying: { t },
}: {
  id: string;
  task: PersonalTask;
  title: string;
  saying: Saying;
}) {
  return (
    <Form action={chooseRoleAction} idPrefix={`${id}-`} label={title}>
      <HiddenField name="assignmentId" value={task.as.assignmentId} />
      <HiddenField name="back" value={task.href} />
      <SubmitButton tone="small">
        {t("tasks.switchRole")}
        <span className="unseen">: {title}</span>
      </SubmitButton>
    </Form>
  );
}
