import type { ReactNode } from "react";
import { Link } from "./link";

export type Task = {
  id: string;
  href: string;
  title: string;
  due?: string;
  dueSoon?: boolean;
  note?: ReactNode;
};

/** What waits for the person, most urgent first. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link href={task.href}>{task.title}</Link>{" "}
          {task.due ? <span className={task.dueSoon ? "due due-soon" : "due"}>{task.due}</span> : null}
          {task.note ? <span className="note">{task.note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
