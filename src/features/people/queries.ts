import type { Actor, MandateKind, Role } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { unitsWithin } from "@/domain/unit";
import { baseMark } from "@/server/base";
import { read } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { likeText } from "@/server/like";
import { peopleVisibleTo } from "@/server/scope";
import { type HistoryEvent, historyOf } from "./history-queries";
import type { PeopleSearch } from "./schema";
import { allUnits } from "./unit-queries";

const PAGE = 50;

export type PersonRow = {
  id: string;
  /** Null when the person's data are protected; then the unit is null too. */
  name: string | null;
  unitName: string | null;
  title: string | null;
  employeeNumber: string | null;
  roles: Role[];
};

/** Whether a period with open ends covers a day, as the database asks it. */
const inForce = (today: Day) => ({
  from: { lte: column(today) },
  OR: [{ until: null }, { until: { gte: column(today) } }],
});

/**
 * A page of people by family name, narrowed by words of the name, unit (with all within it) and role in force today.
 * Those with protected data are a list of their own, in no telling order, found by employee number alone.
 */
export async function getPeople(
  actor: Actor,
  search: PeopleSearch,
  today: Day,
): Promise<{ people: PersonRow[]; next: string | null }> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const hidden = search.kind === "protected";
    const there: Prisma.PersonWhereInput =
      search.kind === "left"
        ? { leftOn: { lte: column(today) } }
        : { OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }] };
    const after = search.after
      ? await tx.person.findFirst({
          where: { employerId, id: search.after },
          select: { id: true, familyName: true, givenName: true },
        })
      : null;
    const within = search.unit && !hidden ? unitsWithin(await allUnits(tx, employerId), search.unit) : null;
    const rows = await tx.person.findMany({
      where: {
        AND: [
          peopleVisibleTo(actor),
          { employerId, isProtected: hidden },
          there,
          ...(search.q ? (hidden ? [{ employeeNumber: search.q }] : wordsOf(search.q)) : []),
          ...(within ? [{ unitId: { in: within } }] : []),
          ...(search.role ? [{ assignments: { some: { role: search.role, ...inForce(today) } } }] : []),
          ...(after ? [hidden ? { id: { gt: after.id } } : laterThan(after)] : []),
        ],
      },
      orderBy: hidden ? { id: "asc" } : [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
      take: PAGE + 1,
      select: {
        id: true,
        givenName: true,
        familyName: true,
        isProtected: true,
        title: true,
        employeeNumber: true,
        unit: { select: { name: true } },
        assignments: { where: inForce(today), select: { role: true }, orderBy: { from: "asc" } },
      },
    });
    const people = rows.slice(0, PAGE).map((row) => ({
      id: row.id,
      name: shownName(row),
      unitName: row.isProtected ? null : row.unit.name,
      title: row.isProtected ? null : row.title,
      employeeNumber: row.employeeNumber,
      roles: [...new Set(row.assignments.map((held) => held.role))],
    }));
    return { people, next: rows.length > PAGE ? (people.at(-1)?.id ?? null) : null };
  });
}

/** Each word stands somewhere in the name, or the whole is the employee number. */
function wordsOf(q: string): Prisma.PersonWhereInput[] {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 5).map(likeText);
  const all = words.map((word) => ({
    OR: [
      { familyName: { contains: word, mode: "insensitive" as const } },
      { givenName: { contains: word, mode: "insensitive" as const } },
    ],
  }));
  return [{ OR: [{ AND: all }, { employeeNumber: q }] }];
}

function laterThan({
  familyName,
  givenName,
  id,
}: {
  familyName: string;
  givenName: string;
  id: string;
}): Prisma.PersonWhereInput {
  return {
    OR: [
      { familyName: { gt: familyName } },
      { familyName, givenName: { gt: givenName } },
      { familyName, givenName, id: { gt: id } },
    ],
  };
}

export type RoleView = {
  id: string;
  role: Role;
  unitName: string;
  unionName: string | null;
  from: Day;
  until: Day | null;
  source: "entered" | "claim";
};
export type MandateView = {
  id: string;
  kind: MandateKind;
  paragraph: string | null;
  amountLimit: Ore | null;
  side: "employer" | "union" | null;
  from: Day;
  until: Day | null;
};
export type PersonPage = {
  id: string;
  /** Null when the data are protected; so are given name, family name, unit, title and e-mail. */
  name: string | null;
  givenName: string;
  familyName: string;
  unitId: string;
  unitName: string;
  title: string;
  email: string;
  employeeNumber: string;
  isProtected: boolean;
  /** The last day the person is there. */
  lastDay: Day | null;
  base: string;
  roles: RoleView[];
  mandates: MandateView[];
  identities: { id: string; issuer: string; subject: string }[];
  events: HistoryEvent[];
};

/** One person with roles and mandates, also past ones (newest first). A protected person's name and unit are left out. */
export async function getPerson(actor: Actor, id: string): Promise<PersonPage> {
  return read(actor, async (tx) => {
    const row = await tx.person.findFirst({
      where: { AND: [peopleVisibleTo(actor), { employerId: actor.employerId, id }] },
      select: {
        ...PERSON_BASE,
        leftOn: true,
        unit: { select: { name: true } },
        identities: { orderBy: { id: "asc" }, select: { id: true, issuer: true, subject: true } },
        assignments: {
          orderBy: [{ from: "desc" }, { id: "desc" }],
          select: {
            id: true,
            role: true,
            from: true,
            until: true,
            source: true,
            unit: { select: { name: true } },
            union: { select: { name: true } },
          },
        },
        mandates: {
          orderBy: [{ from: "desc" }, { id: "desc" }],
          select: {
            id: true,
            kind: true,
            paragraph: true,
            amountLimit: true,
            side: true,
            from: true,
            until: true,
          },
        },
      },
    });
    if (!row) throw new Refusal(NOT_FOUND);
    const shown = (text: string | null) => (row.isProtected ? "" : (text ?? ""));
    return {
      id: row.id,
      name: shownName(row),
      givenName: shown(row.givenName),
      familyName: shown(row.familyName),
      unitId: shown(row.unitId),
      unitName: shown(row.unit.name),
      title: shown(row.title),
      email: shown(row.email),
      employeeNumber: row.employeeNumber ?? "",
      isProtected: row.isProtected,
      lastDay: row.leftOn && dayBefore(row.leftOn),
      base: personBase(row),
      roles: row.assignments.map(({ unit, union, from, until, ...held }) => ({
        ...held,
        unitName: unit.name,
        unionName: union?.name ?? null,
        from: day(from),
        until: day(until),
      })),
      mandates: row.mandates.map(({ from, until, ...held }) => ({
        ...held,
        from: day(from),
        until: day(until),
      })),
      identities: row.identities,
      events: await historyOf(tx, actor, { subjectId: id }),
    };
  });
}

/** The database keeps the first day without the person; people speak of the last day with them. */
function dayBefore(leftOn: Date): Day {
  return day(new Date(leftOn.getTime() - 86_400_000));
}

export const PERSON_BASE = {
  id: true,
  givenName: true,
  familyName: true,
  unitId: true,
  title: true,
  email: true,
  employeeNumber: true,
  isProtected: true,
} as const;

type PersonBase = {
  id: string;
  givenName: string;
  familyName: string;
  unitId: string;
  title: string | null;
  email: string | null;
  employeeNumber: string | null;
  isProtected: boolean;
};

/** What the form of a person sends back, to show what it was opened on. */
export function personBase({
  id,
  givenName,
  familyName,
  unitId,
  title,
  email,
  employeeNumber,
  isProtected,
}: PersonBase): string {
  return baseMark({ id, givenName, familyName, unitId, title, email, employeeNumber, isProtected });
}
