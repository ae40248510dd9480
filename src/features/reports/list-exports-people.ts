import { getPeople } from "@/features/people/queries";
import { peopleSearch } from "@/features/people/schema";
import { getUnitTree } from "@/features/people/unit-queries";
import { getTasks } from "@/features/tasks/queries";
import { roleWords, taskWords } from "@/features/tasks/task-words";
import { everyPage, listOf, number, on, ore, text } from "./list-export";

/** Those with protected data stand as on the screen: without name, unit and position. */
export const people = listOf(
  { see: "administration", page: "/admin/people" },
  ({ actor, today }, search) =>
    everyPage(async (after) => {
      const { people: rows, next } = await getPeople(actor, peopleSearch.parse({ ...search, after }), today);
      return { rows, next };
    }),
  [
    { key: "name", width: 28, cell: (row, { t }) => text(row.name ?? t("people.list.hidden")) },
    { key: "position", width: 28, cell: (row) => text(row.title) },
    { key: "unit", width: 28, cell: (row) => text(row.unitName) },
    { key: "employeeNumber", width: 18, cell: (row) => text(row.employeeNumber) },
    {
      key: "roles",
      width: 36,
      cell: (row, { t }) => text(row.roles.map((role) => t(`words.roles.${role}`)).join(", ")),
    },
  ],
);

export const units = listOf(
  { see: "administration", page: "/admin/units" },
  async ({ actor, today }, search) => {
    const all = await getUnitTree(actor, today, search.ended === "1");
    const names = new Map(all.map(({ id, name }) => [id, name]));
    return all.map((unit) => ({ unit, parent: names.get(unit.parentId ?? "") ?? "" }));
  },
  [
    { key: "name", width: 32, cell: ({ unit }) => text(unit.name) },
    { key: "level", width: 16, cell: ({ unit }) => text(unit.kind) },
    { key: "parent", width: 32, cell: ({ parent }) => text(parent) },
    { key: "code", width: 12, cell: ({ unit }) => text(unit.code) },
    { key: "headcount", width: 14, cell: ({ unit }) => number(unit.headcount) },
    { key: "payroll", width: 20, cell: ({ unit }) => ore(unit.payroll) },
    { key: "people", width: 12, cell: ({ unit }) => number(unit.people) },
    { key: "from", width: 12, cell: ({ unit }) => on(unit.from) },
    { key: "until", width: 12, cell: ({ unit }) => on(unit.until) },
    { key: "successor", width: 32, cell: ({ unit }) => text(unit.successorName) },
  ],
);

/** What waits for the person, in all their roles. */
export const tasks = listOf(
  { page: "/tasks" },
  async ({ actor, roles, scheme, today }) =>
    (await getTasks({ actor, roles, employer: { scheme } }, today)).tasks,
  [
    { key: "title", width: 48, cell: (task, reader) => text(taskWords(task, reader).title) },
    { key: "note", width: 60, cell: (task, reader) => text(taskWords(task, reader).note) },
    { key: "role", width: 32, cell: (task, { t }) => text(roleWords(task.as, t)) },
    { key: "amount", width: 16, cell: (task) => ore(task.amount) },
    { key: "since", width: 12, cell: (task) => on(task.since) },
    { key: "due", width: 12, cell: (task) => on(task.due) },
  ],
);
