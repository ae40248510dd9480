import type pg from "pg";
import type { Actor, Role } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { saveLocalAgreement } from "@/features/agreements/commands";
import { addPerson, changePerson } from "@/features/people/commands";
import { changeEmployer } from "@/features/people/employer-commands";
import { giveMandate, giveRole } from "@/features/people/role-commands";
import { hearUnion, saveUnion } from "@/features/people/union-commands";
import { addUnit, changeUnit } from "@/features/people/unit-commands";
import { createEmployer } from "../create-employer";
import { Cast } from "./cast";
import type { DemoEmployer, DemoPerson } from "./world";

/** Roles that hold for the whole employer; a manager's holds where the person works. */
const EVERYWHERE: readonly Role[] = ["coordinator", "hr", "admin", "unionRep"];

type Founding = { today: Day; founded: Day };

/** An employer with its tree, people, roles, mandates and unions: what an administrator enters in the portal. */
export async function staff(
  owner: pg.Client,
  demo: DemoEmployer,
  days: Founding,
  agreement: "inForce" | "preparing" | null,
  now: Date,
): Promise<Cast> {
  const first = demo.people.find((person) => person.roles.some(({ role }) => role === "admin"));
  if (!first) throw new Error(`${demo.name} has no administrator`);
  const {
    employerId,
    unitId: top,
    adminId,
  } = await createEmployer(
    owner,
    {
      slug: demo.slug,
      name: demo.name,
      scheme: demo.scheme,
      demo: true,
      headcount: demo.headcount,
      admin: { givenName: first.given, familyName: first.family },
    },
    now,
    days.founded,
  );
  const admin: Actor = {
    employerId,
    personId: adminId,
    role: "admin",
    onBehalfOf: null,
    units: "all",
    unionId: null,
    mandates: [],
  };
  await changeEmployer(
    admin,
    { name: demo.name, caseWord: "", brandHue: demo.brandHue, headcount: demo.headcount },
    now,
  );
  const units = await plantUnits(admin, demo, top, days.founded, now);
  const unions = await nameUnions(admin, demo, units, days.founded, now);
  const people = new Map<string, string>();
  for (const person of demo.people)
    people.set(person.key, await employ(admin, person, { top, units, unions, days, adminId, first }, now));
  if (agreement) await agree(admin, agreement, days, now);
  return new Cast(demo, employerId, days.today, units, people, unions).gather();
}

async function plantUnits(admin: Actor, demo: DemoEmployer, top: string, from: Day, now: Date) {
  await changeUnit(
    admin,
    { id: top, name: demo.name, kind: "arbetsgivare", code: "", headcount: demo.headcount },
    now,
  );
  const units = new Map<string, { id: string; name: string }>();
  for (const { key, name, kind, headcount, under } of demo.units) {
    const id = await addUnit(admin, { parentId: top, name, kind, code: "", headcount, from }, now);
    units.set(key, { id, name });
    for (const part of under) {
      const partId = await addUnit(
        admin,
        { parentId: id, name: part, kind: "enhet", code: "", headcount: null, from },
        now,
      );
      units.set(part, { id: partId, name: part });
    }
  }
  return units;
}

async function nameUnions(
  admin: Actor,
  demo: DemoEmployer,
  units: Map<string, { id: string }>,
  from: Day,
  now: Date,
) {
  const unions = new Map<string, string>();
  for (const name of demo.unions) unions.set(name, await saveUnion(admin, { id: null, name }, now));
  for (const [key, names] of Object.entries(demo.unionsByUnit))
    for (const name of names) {
      const [unionId, unit] = [unions.get(name), units.get(key)];
      if (unionId && unit) await hearUnion(admin, { unionId, unitId: unit.id, from, until: null }, now);
    }
  return unions;
}

type Place = {
  top: string;
  units: Map<string, { id: string }>;
  unions: Map<string, string>;
  days: Founding;
  adminId: string;
  first: DemoPerson;
};

async function employ(admin: Actor, person: DemoPerson, place: Place, now: Date): Promise<string> {
  const { top, units, unions, days, adminId, first } = place;
  const unitId = units.get(person.unit)?.id ?? top;
  const facts = {
    givenName: person.given,
    familyName: person.family,
    unitId,
    title: person.title,
    email: "",
    employeeNumber: "",
    isProtected: false,
  };
  if (person === first) await changePerson(admin, { ...facts, id: adminId }, now);
  const personId = person === first ? adminId : await addPerson(admin, facts, now);
  const from = days.founded;
  for (const { role, union } of person.roles) {
    // Whoever is added is an employee, and the first administrator is one already.
    if (role === "employee" || (role === "admin" && person === first)) continue;
    const unionId = union ? (unions.get(union) ?? null) : null;
    await giveRole(
      admin,
      { personId, role, unitId: EVERYWHERE.includes(role) ? top : unitId, unionId, from, until: null },
      now,
    );
  }
  for (const { kind, paragraph = "", amountLimit, side = null } of person.mandates ?? [])
    await giveMandate(
      admin,
      {
        personId,
        kind,
        paragraph,
        amountLimit: amountLimit === undefined ? null : BigInt(amountLimit) * 100n,
        side,
        from,
        until: null,
      },
      now,
    );
  return personId;
}

/** A local agreement takes its time: prepared, negotiated, then in force. */
async function agree(admin: Actor, wish: "inForce" | "preparing", { today, founded }: Founding, now: Date) {
  const common = {
    decisionRule: "jointGroup",
    purpose: "Medlen ska göra oss beredda på nya uppgifter.",
  } as const;
  const id = await saveLocalAgreement(
    admin,
    { ...common, id: null, state: "preparing", from: null, until: null },
    now,
  );
  if (wish === "preparing") return;
  await saveLocalAgreement(admin, { ...common, id, state: "negotiating", from: null, until: null }, now);
  const until = `${Number(today.slice(0, 4)) + 2}-12-31`;
  await saveLocalAgreement(admin, { ...common, id, state: "inForce", from: founded, until }, now);
}
