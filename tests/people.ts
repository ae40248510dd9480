import pg from "pg";
import type { Actor, Mandate, Role } from "@/domain/actor";
import { jobActor } from "@/domain/actor";
import { addDays, column, type Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { book } from "@/features/ledger/commands";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { FreshDatabase } from "./database";

// A small world to test in, all of it invented: a city and a region that live by the agreement of municipalities and
// regions (TLO), an agency whose joint group decides and an office that decides itself (LOM). Each has the same tree
// and the same people, so that a test reads the same for all four and a neighbour has the same names.
//
//   top ─┬─ care ─┬─ north
//        │        └─ south
//        └─ school
//
// world(db) also points DATABASE_URL at db, as the web's login.

/** The day on which the world stands; a Monday, 38 days before the last day to reserve. */
export const TODAY: Day = "2026-11-23";

/** Noon in Stockholm (winter) on a day: the `now` of a command. */
export const noon = (day: Day = TODAY): Date => new Date(`${day}T11:00:00.000Z`);

/** Öre for whole kronor. */
export const kr = (kronor: number): Ore => BigInt(kronor) * 100n;

const UNITS = ["top", "care", "north", "south", "school"] as const;
type UnitName = (typeof UNITS)[number];
const PARENT: Record<UnitName, UnitName | null> = {
  top: null,
  care: "top",
  north: "care",
  south: "care",
  school: "top",
};

type Held = {
  kind: Mandate["kind"];
  limit?: Ore;
  side?: "employer" | "union";
  paragraph?: string;
  until?: Day;
};
type Someone = {
  name: string;
  works: UnitName;
  role: Role;
  in: UnitName;
  union?: "first" | "second";
  holds?: Held;
};

const one = (
  name: string,
  works: UnitName,
  role: Role,
  top: UnitName,
  more: Pick<Someone, "union" | "holds"> = {},
): Someone => ({ name, works, role, in: top, ...more });
const decides = (paragraph: string, more: Partial<Held> = {}): { holds: Held } => ({
  holds: { kind: "decisionMaker", paragraph, ...more },
});
const sits = (side: "employer" | "union"): { holds: Held } => ({ holds: { kind: "jointGroupMember", side } });

const PEOPLE = {
  employee: one("Ebba Alm", "north", "employee", "top"),
  colleague: one("Kaj Björk", "north", "employee", "top"),
  manager: one("Maja Cederlund", "care", "manager", "care"),
  northManager: one("Nils Dunder", "north", "manager", "north"),
  schoolManager: one("Signe Ek", "school", "manager", "school"),
  coordinator: one("Cilla Fors", "top", "coordinator", "top"),
  careCoordinator: one("Dag Gran", "care", "coordinator", "care"),
  /** Representatives: two of the first union, one of the second. */
  rep: one("Rut Hed", "south", "unionRep", "top", { union: "first" }),
  fellowRep: one("Folke Idh", "school", "unionRep", "top", { union: "first" }),
  otherRep: one("Otto Jord", "school", "unionRep", "top", { union: "second" }),
  hr: one("Hanna Kvist", "top", "hr", "top"),
  admin: one("Axel Lind", "top", "admin", "top"),
  /** May decide up to 300 000 kr. */
  decider: one("Disa Malm", "top", "manager", "top", decides("KS 4.2", { limit: kr(300_000) })),
  /** May decide any amount. */
  chief: one("Carl Nord", "top", "manager", "top", decides("KS 4.1")),
  /** Had a mandate until yesterday, and is still signed in with it. */
  formerDecider: one("Pia Oxel", "top", "manager", "top", decides("KS 4.1", { until: addDays(TODAY, -1) })),
  sender: one("Sten Palm", "top", "coordinator", "top", { holds: { kind: "authorisedSender" } }),
  /** The joint group: two for the employer, two for the unions. */
  groupChair: one("Greta Rönn", "top", "hr", "top", sits("employer")),
  groupManager: one("Hugo Sälg", "care", "manager", "care", sits("employer")),
  groupFirst: one("Ulla Tall", "south", "unionRep", "top", { union: "first", ...sits("union") }),
  groupSecond: one("Vera Ung", "school", "unionRep", "top", { union: "second", ...sits("union") }),
};

export type PersonName = keyof typeof PEOPLE;

/** One employer of the world: the ids of its units and unions, its open fund, and everybody as an actor. */
export type House = {
  employerId: string;
  units: Record<UnitName, string>;
  unions: { first: string; second: string };
  fund: { fundId: string; potId: string };
  people: Record<PersonName, Actor>;
};

export type World = {
  /** TLO, 9,8 Mkr. */
  city: House;
  /** TLO, the city's neighbour. */
  region: House;
  /** LOM, decided in a joint group. */
  agency: House;
  /** LOM, decided by the employer; the agency's neighbour. */
  office: House;
};

/** Makes the world in an empty migrated database. */
export async function world(db: FreshDatabase, money: Ore = kr(9_800_000)): Promise<World> {
  process.env.DATABASE_URL = db.webUrl;
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const plan = (slug: string, name: string, rule?: Plan["rule"]): Plan => ({ slug, name, rule, money });
  try {
    return {
      city: await house(owner, plan("sundhamn", "Sundhamns stad")),
      region: await house(owner, plan("vasterlandet", "Region Västerlandet")),
      agency: await house(owner, plan("matverket", "Mätverket", "jointGroup")),
      office: await house(owner, plan("registerkontoret", "Registerkontoret", "employer")),
    };
  } finally {
    await owner.end();
  }
}

/** A rule makes it a LOM employer. */
type Plan = { slug: string; name: string; rule: "jointGroup" | "employer" | undefined; money: Ore };

async function house(owner: pg.Client, plan: Plan): Promise<House> {
  const employerId = newId();
  // Only the owner may make an employer.
  const employer = [employerId, plan.slug, plan.name, plan.rule ? "lom" : "tlo"];
  await owner.query("INSERT INTO employer (id, slug, name, scheme) VALUES ($1, $2, $3, $4)", employer);
  await owner.query("INSERT INTO event_chain (employer_id, seq, hash) VALUES ($1, 0, repeat('0', 64))", [
    employerId,
  ]);
  const made: House = {
    employerId,
    units: named(UNITS, newId),
    unions: { first: newId(), second: newId() },
    fund: { fundId: newId(), potId: newId() },
    people: {} as House["people"],
  };
  for (const [name, someone] of Object.entries(PEOPLE) as [PersonName, Someone][])
    made.people[name] = actorOf(made, someone);
  await write(jobActor(employerId), noon(), null, async (w) => {
    await settle(w, made, plan);
    await book(w, [{ movement: "provide", amount: plan.money, ...made.fund }]);
  });
  return made;
}

async function settle(
  { tx }: Work,
  { employerId, units, unions, fund, people }: House,
  plan: Plan,
): Promise<void> {
  const from = column("2024-01-01");
  await tx.unit.createMany({
    data: UNITS.map((name) => ({
      employerId,
      id: units[name],
      parentId: PARENT[name] ? units[PARENT[name]] : null,
      name: `${name} enhet`,
      kind: "enhet",
      validFrom: from,
    })),
  });
  await tx.union.createMany({
    data: [
      { employerId, id: unions.first, name: "Kommunal" },
      { employerId, id: unions.second, name: "Vision" },
    ],
  });
  await tx.unionToHear.createMany({
    data: [unions.first, unions.second].map((unionId) => ({
      employerId,
      id: newId(),
      unionId,
      unitId: units.top,
      from,
    })),
  });
  if (plan.rule)
    await tx.localAgreement.createMany({
      data: [{ employerId, id: newId(), state: "inForce", from, decisionRule: plan.rule }],
    });

  const everybody = Object.entries(PEOPLE) as [PersonName, Someone][];
  await tx.person.createMany({
    data: everybody.map(([key, { name, works }]) => {
      const [givenName = "", familyName = ""] = name.split(" ");
      return { employerId, id: people[key].personId, unitId: units[works], givenName, familyName };
    }),
  });
  await tx.roleAssignment.createMany({
    data: everybody.map(([name, it]) => ({
      employerId,
      id: newId(),
      personId: people[name].personId,
      role: it.role,
      unitId: units[it.in],
      unionId: people[name].unionId,
      from,
    })),
  });
  await tx.mandate.createMany({
    data: everybody.flatMap(([name, { holds }]) =>
      (holds ? people[name].mandates : []).map((held) => ({
        employerId,
        id: held.id,
        personId: people[name].personId,
        kind: held.kind,
        paragraph: held.paragraph,
        amountLimit: held.amountLimit,
        side: held.side,
        from,
        until: column(held.until),
      })),
    ),
  });

  const tlo = plan.rule === undefined;
  await tx.fund.createMany({
    data: [
      {
        employerId,
        id: fund.fundId,
        name: tlo ? "Medel 2024–2026" : "LOM 2026",
        version: tlo ? "komKr2022" : "lom",
        state: "open",
        reverts: tlo,
        from: column(tlo ? "2024-01-01" : "2026-01-01"),
        until: column("2026-12-31"),
        applicationDay: tlo ? column("2026-12-15") : null,
        reserveDay: tlo ? column("2026-12-31") : null,
        grantDay: tlo ? column("2027-06-30") : null,
        requisitionDay: tlo ? column("2029-12-31") : null,
      },
    ],
  });
  await tx.pot.createMany({ data: [{ employerId, fundId: fund.fundId, id: fund.potId }] });
}

function actorOf({ employerId, units, unions }: House, { role, in: top, union, holds }: Someone): Actor {
  const under = (name: UnitName): UnitName[] => [
    name,
    ...UNITS.filter((it) => PARENT[it] === name).flatMap(under),
  ];
  const mandates: Mandate[] = holds
    ? [
        {
          id: newId(),
          kind: holds.kind,
          paragraph: holds.paragraph ?? null,
          amountLimit: holds.limit ?? null,
          side: holds.side ?? null,
          until: holds.until ?? null,
        },
      ]
    : [];
  return {
    employerId,
    personId: newId(),
    role,
    onBehalfOf: null,
    units: top === "top" ? "all" : under(top).map((name) => units[name]),
    unionId: union ? unions[union] : null,
    mandates,
  };
}

function named<Name extends string>(names: readonly Name[], value: () => string): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, value()])) as Record<Name, string>;
}

/** The same person in another role of theirs. */
export function acting(
  actor: Actor,
  as: Partial<Pick<Actor, "role" | "units" | "unionId" | "mandates" | "onBehalfOf">>,
): Actor {
  return { ...actor, ...as };
}
