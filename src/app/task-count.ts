import { cache } from "react";
import { type Day, dayOf } from "@/domain/day";
import { howMany } from "@/domain/task";
import { getTaskCount, getTasks } from "@/features/tasks/queries";
import { requestPath } from "@/server/request-path";
import type { Visitor } from "@/server/session";

/** Pages that show the list itself: there the frame counts what the page has read. */
const SHOWN_ON = ["/", "/tasks"];

/** What waits for the person, in all their roles; read once a request. */
export const myTasks = cache((visitor: Visitor, today: Day) => getTasks(visitor, today));

/** How many things wait for the person, in all their roles: "7", or "27+". The one place where the frame asks. */
export async function taskCount(visitor: Visitor, now: Date): Promise<string> {
  const [path = ""] = (await requestPath()).split("?");
  return SHOWN_ON.includes(path)
    ? howMany(await myTasks(visitor, dayOf(now)))
    : getTaskCount(visitor, dayOf(now));
}
