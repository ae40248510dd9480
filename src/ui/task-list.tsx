import type { ReactNode } from "react";
import { Link } from "./link";

export type Task = {
  id: string;
  href: string;
  title: string;
  due?: string;
  dueSoon?: boolean;
  note?: ReactNode;
  /** A form that leads there instead of the link, when something has to change first. */
  action?: ReactNode;
};

/** What waits for the person, most urgent first. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.id}>
          {task.action ? <b>{task.title}</b> : <Link href={task.href}>{task.title}</Link>}{" "}
          {task.due ? <span className={task.dueSoon ? "due due-soon" : "due"}>{task.due}</span> : null}
          {task.note ? <span className="note">{task.note}</span> : null}
          {task.action}
        </li>
      ))}
    </ul>
  );
}
