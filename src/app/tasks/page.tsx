import { FetchList } from "@/features/reports/fetch-list";
import { TaskPage } from "@/features/tasks/task-page";
import { portalPage } from "../portal-page";
import { myTasks } from "../task-count";

export default portalPage(
  { title: (t) => t("tasks.title") },
  async ({ visitor, actor, t, locale, today }) => (
    <>
      <TaskPage all={await myTasks(visitor, today)} saying={{ t, locale, today }} />
      <FetchList list="tasks" search={{}} actor={actor} t={t} />
    </>
  ),
);
