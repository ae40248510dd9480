import { describe, expect, test } from "vitest";
import {
  claimDue,
  howMany,
  inOrder,
  isPressing,
  MOST_OF_A_KIND,
  pileUp,
  type Task,
  type TaskKind,
} from "./task";

const task = (id: string, more: Partial<Task> = {}): Task => ({
  kind: "endorseIdea",
  id,
  href: `/${id}`,
  subject: id,
  place: "",
  amount: null,
  count: null,
  since: "2026-11-01",
  due: null,
  ...more,
});
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

describe("the order", () => {
  test("overdue first, then by day, then the oldest without a day", () => {
    const tasks = [
      task("young", { since: "2026-11-20" }),
      task("later", { due: "2026-12-04" }),
      task("old", { since: "2026-09-01" }),
      task("overdue", { due: "2026-11-20" }),
      task("today", { due: "2026-11-23" }),
    ];
    expect(ids(inOrder(tasks))).toEqual(["overdue", "today", "later", "old", "young"]);
  });

  test("on the same day the one that has waited longest", () => {
    const tasks = [task("b", { due: "2026-12-01", since: "2026-11-02" }), task("a", { due: "2026-12-01" })];
    expect(ids(inOrder(tasks))).toEqual(["a", "b"]);
  });
});

describe("the piles of all roles", () => {
  test("the same thing in two roles counts once, in the first", () => {
    const { tasks } = pileUp([
      [{ ...task("one"), role: "manager" }],
      [
        { ...task("one"), role: "coordinator" },
        { ...task("one", { kind: "takeUpIdea" }), role: "coordinator" },
      ],
    ]);
    expect(tasks.map(({ kind, role }) => [kind, role])).toEqual([
      ["endorseIdea", "manager"],
      ["takeUpIdea", "coordinator"],
    ]);
  });

  const many = (kind: TaskKind, count: number) =>
    Array.from({ length: count }, (_, nth) => task(`${kind}${String(nth).padStart(2, "0")}`, { kind }));

  test.each([
    { count: 0, shown: 0, said: "0" },
    { count: MOST_OF_A_KIND, shown: 20, said: "20" },
    { count: MOST_OF_A_KIND + 1, shown: 20, said: "20+" },
  ])("$count of a kind are counted as $said", ({ count, shown, said }) => {
    const all = pileUp([many("endorseIdea", count)]);
    expect(all.tasks).toHaveLength(shown);
    expect(howMany(all)).toBe(said);
    expect(all.capped).toEqual(count > MOST_OF_A_KIND ? ["endorseIdea"] : []);
  });

  test("one kind's length takes no room from another, and the most urgent of a kind are kept", () => {
    const urgent = task("urgent", { due: "2026-11-24" });
    const all = pileUp([[...many("endorseIdea", 21), urgent], many("takeUpIdea", 2)]);
    expect(howMany(all)).toBe("22+");
    expect(all.tasks[0]?.id).toBe("urgent");
    expect(all.tasks.filter(({ kind }) => kind === "takeUpIdea")).toHaveLength(2);
  });
});

describe("what presses", () => {
  test.each([
    { since: "2026-11-23", due: "2026-11-22", presses: true },
    { since: "2026-11-23", due: "2026-11-26", presses: true },
    { since: "2026-01-01", due: "2026-11-27", presses: false },
    { since: "2026-10-24", due: null, presses: false },
    { since: "2026-10-23", due: null, presses: true },
  ])("since $since, due $due: $presses", ({ presses, ...days }) => {
    expect(isPressing(days, "2026-11-23")).toBe(presses);
  });
});

test.each([
  { day: null, due: null },
  { day: "2029-12-31", due: null },
  { day: "2027-01-23", due: null },
  { day: "2027-01-22", due: "2027-01-22" },
  { day: "2026-11-01", due: "2026-11-01" },
])("the last day to claim, $day, shows as $due", ({ day, due }) => {
  expect(claimDue(day, "2026-11-23")).toBe(due);
});
