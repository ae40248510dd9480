import "server-only";
import { jobActor, type MandateKind, type Role } from "@/domain/actor";
import { dayOf } from "@/domain/day";
import { setLocaleCookie, setSessionCookie } from "./auth";
import { databaseFault } from "./database-fault";
import { employers, read, type Tx, write } from "./db";
import { environment } from "./env";
import { rolesInForce } from "./roles";
import { endSession } from "./session";
import { beginSession } from "./session-row";

export type DemoPerson = {
  personId: string;
  name: string;
  title: string | null;
  role: Role;
  mandates: MandateKind[];
  where: string;
};
export type DemoEmployer = { employerId: string; name: string; scheme: "tlo" | "lom"; people: DemoPerson[] };

const ROLES: readonly Role[] = ["employee", "manager", "coordinator", "unionRep", "hr", "admin"];

/** The invented people one may be, by employer; nobody unless this installation allows demo sign-in. */
export async function demoEmployers(now: Date): Promise<DemoEmployer[]> {
  if (!environment().demoSignIn) return [];
  const found: DemoEmployer[] = [];
  for (const employerId of await employers()) {
    const employer = await read({ employerId }, (tx) => demoEmployer(tx, employerId, now));
    if (employer && employer.people.length > 0) found.push(employer);
  }
  return found;
}

async function demoEmployer(tx: Tx, employerId: string, now: Date): Promise<DemoEmployer | null> {
  const employer = await tx.employer.findFirst({
    where: { id: employerId, demo: true },
    select: { name: true, scheme: true },
  });
  if (!employer) return null;
  const today = new Date(`${dayOf(now)}T00:00:00Z`);
  const inForce = { from: { lte: today }, OR: [{ until: null }, { until: { gte: today } }] };
  const rows = await tx.roleAssignment.findMany({
    where: {
      AND: [inForce, { person: { isProtected: false, OR: [{ leftOn: null }, { leftOn: { gt: today } }] } }],
    },
    select: {
      role: true,
      unionId: true,
      person: {
        select: {
          id: true,
          givenName: true,
          familyName: true,
          title: true,
          assignments: { where: inForce, select: { role: true } },
          mandates: { where: inForce, select: { kind: true }, orderBy: { kind: "asc" } },
        },
      },
      unit: { select: { name: true } },
      union: { select: { name: true } },
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: 1000,
  });
  const people = new Map<string, DemoPerson>();
  for (const role of ROLES) {
    // Who is only an employee stands for the employees; who is more stands where they are more.
    const fit = rows.filter(
      (row) =>
        row.role === role &&
        !people.has(row.person.id) &&
        (role !== "employee" || row.person.assignments.every((held) => held.role === "employee")),
    );
    for (const { person, unit, union } of twoUnlike(fit))
      people.set(person.id, {
        personId: person.id,
        name: `${person.givenName} ${person.familyName}`,
        title: person.title,
        role,
        mandates: [...new Set(person.mandates.map((held) => held.kind))],
        where: union?.name ?? unit.name,
      });
  }
  return { employerId, ...employer, people: [...people.values()] };
}

type Candidate = { unionId: string | null; person: { id: string; mandates: readonly unknown[] } };

/** Two of a role are enough to try it: one with a mandate and one without, or one of each union, where there are such. */
function twoUnlike<Row extends Candidate>(fit: readonly Row[]): Row[] {
  const first = fit.find((row) => row.person.mandates.length > 0) ?? fit[0];
  if (!first) return [];
  const rest = fit.filter((row) => row.person.id !== first.person.id);
  const unlike = rest.find((row) => row.unionId !== first.unionId);
  const second = unlike ?? rest.find((row) => row.person.mandates.length === 0) ?? rest[0];
  return second ? [first, second] : [first];
}

/**
 * Begins a session as a demo person. Refuses, as a key of messages `signIn.errors`, when the installation does not
 * allow it, the employer is not a demo, or the person is not one of theirs with a role today.
 */
export async function signInAsDemoPerson(
  employerId: string,
  personId: string,
  now: Date,
): Promise<"demoOff" | "unknownDemoPerson" | "away" | null> {
  if (!environment().demoSignIn) return "demoOff";
  if (![employerId, personId].every((id) => /^[0-9a-f-]{36}$/i.test(id))) return "unknownDemoPerson";
  try {
    let locale: "sv" | "en" = "sv";
    const sid = await write(jobActor(employerId), now, null, async ({ tx, today }) => {
      const employer = await tx.employer.findFirst({
        where: { id: employerId, demo: true },
        select: { id: true },
      });
      const on = new Date(`${today}T00:00:00Z`);
      const person = await tx.person.findFirst({
        where: { id: personId, OR: [{ leftOn: null }, { leftOn: { gt: on } }] },
        select: { locale: true },
      });
      if (!employer || !person || (await rolesInForce(tx, personId, today)).length === 0) return "";
      locale = person.locale;
      return (await beginSession(tx, employerId, personId, now)).sid;
    });
    if (!sid) return "unknownDemoPerson";
    await endSession();
    await setSessionCookie({ sid, employerId, personId });
    await setLocaleCookie(locale);
    return null;
  } catch (fault) {
    if (databaseFault(fault)?.kind === "away") return "away";
    throw fault;
  }
}
