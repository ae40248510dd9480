import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { jobActor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { Refusal } from "@/domain/reason";
import { chooseLocale, chooseRole } from "@/features/people/acting-role-commands";
import { disconnect, write } from "@/server/db";
import { newId } from "@/server/id";
import { visitorOf } from "@/server/session";
import { beginSession, SESSION_SECONDS, type SessionToken } from "@/server/session-row";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, noon, type PersonName, TODAY, type World, world } from "../people";

const YESTERDAY = addDays(TODAY, -1);
const TOMORROW = addDays(TODAY, 1);

let db: FreshDatabase;
let owner: pg.Client;
let all: World;
let city: House;
beforeAll(async () => {
  db = await freshDatabase();
  all = await world(db);
  city = all.city;
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.drop();
});
beforeEach(async () => {
  await owner.query("DELETE FROM session");
  await owner.query("DELETE FROM substitute");
  await owner.query("DELETE FROM role_assignment WHERE source = 'claim'");
  await owner.query("UPDATE person SET left_on = NULL, locale = 'sv'");
  await owner.query("UPDATE role_assignment SET valid_until = NULL");
});

const personOf = (name: PersonName, house = city) => house.people[name].personId;

async function signIn(name: PersonName, house = city, now = noon()): Promise<SessionToken> {
  let token: SessionToken | undefined;
  await write(jobActor(house.employerId), now, null, async ({ tx }) => {
    token = await beginSession(tx, house.employerId, personOf(name, house), now);
  });
  if (!token) throw new Error("no token");
  return token;
}

/** A second role of a person; the marker "claim" lets beforeEach find it again. */
async function alsoHolds(
  name: PersonName,
  role: string,
  unit: keyof House["units"],
  from: Day = "2024-01-01",
  until: Day | null = null,
): Promise<string> {
  const id = newId();
  await owner.query(
    "INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from, valid_until, source) VALUES ($1, $2, $3, $4, $5, $6, $7, 'claim')",
    [city.employerId, id, personOf(name), role, city.units[unit], from, until],
  );
  return id;
}

async function substitute(absent: PersonName, standIn: PersonName, from: Day, until: Day): Promise<void> {
  await owner.query(
    "INSERT INTO substitute (employer_id, id, person_id, substitute_id, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6)",
    [city.employerId, newId(), personOf(absent), personOf(standIn), from, until],
  );
}

const rolesOf = async (token: SessionToken, now = noon()) =>
  (await visitorOf(token, now))?.roles.map((role) => role.role) ?? [];

describe("who a session lets in", () => {
  test("the person with employer, role, mandates and reach, exactly as entered", async () => {
    const visitor = await visitorOf(await signIn("decider"), noon());
    expect(visitor).toMatchObject({
      actor: city.people.decider,
      person: { id: personOf("decider"), name: "Disa Malm" },
      locale: "sv",
      employer: { id: city.employerId, name: "Sundhamns stad", slug: "sundhamn", scheme: "tlo" },
      roles: [
        {
          role: "manager",
          unitName: "top enhet",
          everywhere: true,
          onBehalfOf: null,
          source: "entered",
          from: "2024-01-01",
          until: null,
          chosen: true,
        },
      ],
    });
    expect(visitor?.mandates).toEqual(city.people.decider.mandates);
  });

  test("a role in the tree reaches its unit and all below, and nothing beside", async () => {
    const visitor = await visitorOf(await signIn("manager"), noon());
    expect(new Set(visitor?.actor.units)).toEqual(
      new Set([city.units.care, city.units.north, city.units.south]),
    );
    expect((await visitorOf(await signIn("northManager"), noon()))?.actor.units).toEqual([city.units.north]);
  });

  test("a representative acts for the union", async () => {
    const visitor = await visitorOf(await signIn("otherRep"), noon());
    expect(visitor?.actor.unionId).toBe(city.unions.second);
    expect(visitor?.roles[0]?.unionName).toBe("Vision");
  });

  test("a mandate that ended yesterday is none", async () => {
    expect((await visitorOf(await signIn("formerDecider"), noon()))?.mandates).toEqual([]);
  });

  test("nobody when the row is deleted", async () => {
    const token = await signIn("coordinator");
    expect(await visitorOf(token, noon())).not.toBeNull();
    await owner.query("DELETE FROM session WHERE id = $1", [token.sid]);
    expect(await visitorOf(token, noon())).toBeNull();
  });

  test("nobody from the second on at which it expires", async () => {
    const token = await signIn("coordinator");
    const end = noon().getTime() + SESSION_SECONDS * 1000;
    expect(await visitorOf(token, new Date(end - 1))).not.toBeNull();
    expect(await visitorOf(token, new Date(end))).toBeNull();
  });

  test("nobody from the day on which the person left", async () => {
    const token = await signIn("coordinator");
    const leaves = (on: Day) =>
      owner.query("UPDATE person SET left_on = $1 WHERE id = $2", [on, token.personId]);
    await leaves(TOMORROW);
    expect(await visitorOf(token, noon())).not.toBeNull();
    await leaves(TODAY);
    expect(await visitorOf(token, noon())).toBeNull();
  });

  test("nobody with a token that names another person, or another employer", async () => {
    const token = await signIn("coordinator");
    expect(await visitorOf({ ...token, personId: personOf("admin") }, noon())).toBeNull();
    expect(await visitorOf({ ...token, employerId: all.region.employerId }, noon())).toBeNull();
    expect(
      await visitorOf(
        { ...token, employerId: all.region.employerId, personId: personOf("coordinator", all.region) },
        noon(),
      ),
    ).toBeNull();
  });

  test("a new session sweeps away the person's expired ones, and nobody else's", async () => {
    const old = await signIn("coordinator", city, noon("2026-11-01"));
    const others = await signIn("hr", city, noon("2026-11-01"));
    await signIn("coordinator");
    const { rows } = await owner.query("SELECT id FROM session WHERE id = ANY ($1)", [[old.sid, others.sid]]);
    expect(rows.map((row) => row.id)).toEqual([others.sid]);
  });
});

describe("the acting role", () => {
  test("is the one with most to look after, until one chooses", async () => {
    await alsoHolds("manager", "employee", "top");
    const hr = await alsoHolds("manager", "hr", "top");
    const token = await signIn("manager");
    expect(await rolesOf(token)).toEqual(["hr", "manager", "employee"]);
    expect((await visitorOf(token, noon()))?.actor.role).toBe("hr");
    const [, own] = (await visitorOf(token, noon()))?.roles ?? [];
    await chooseRole(
      city.people.manager,
      { sessionId: token.sid, assignmentId: own?.assignmentId ?? hr },
      noon(),
    );
    const chosen = await visitorOf(token, noon());
    expect(chosen?.actor).toMatchObject({
      role: "manager",
      units: expect.arrayContaining([city.units.south]),
    });
    expect(chosen?.roles.filter((role) => role.chosen).map((role) => role.role)).toEqual(["manager"]);
  });

  test("is chosen for one session, not for the person", async () => {
    const employee = await alsoHolds("manager", "employee", "top");
    const [here, there] = [await signIn("manager"), await signIn("manager")];
    await chooseRole(city.people.manager, { sessionId: here.sid, assignmentId: employee }, noon());
    expect((await visitorOf(here, noon()))?.actor.role).toBe("employee");
    expect((await visitorOf(there, noon()))?.actor.role).toBe("manager");
  });

  test("falls back at the next request when the chosen one ends", async () => {
    const coordinator = await alsoHolds("manager", "coordinator", "top");
    const token = await signIn("manager");
    await chooseRole(city.people.manager, { sessionId: token.sid, assignmentId: coordinator }, noon());
    expect((await visitorOf(token, noon()))?.actor).toMatchObject({ role: "coordinator", units: "all" });
    await owner.query("UPDATE role_assignment SET valid_until = $1 WHERE id = $2", [YESTERDAY, coordinator]);
    expect((await visitorOf(token, noon()))?.actor.role).toBe("manager");
  });

  test("lets nobody in when the last one has ended; its last day still counts", async () => {
    const token = await signIn("northManager");
    const ends = (on: Day) =>
      owner.query("UPDATE role_assignment SET valid_until = $1 WHERE person_id = $2", [on, token.personId]);
    await ends(TODAY);
    expect(await rolesOf(token)).toEqual(["manager"]);
    await ends(YESTERDAY);
    expect(await visitorOf(token, noon())).toBeNull();
  });

  test("one that begins tomorrow is none today; the day is Stockholm's", async () => {
    await alsoHolds("manager", "hr", "top", TOMORROW);
    const token = await signIn("manager");
    expect(await rolesOf(token)).toEqual(["manager"]);
    // 23.30 in Stockholm is still today, half past midnight is tomorrow although UTC says today.
    expect(await rolesOf(token, new Date(`${TODAY}T22:30:00Z`))).toEqual(["manager"]);
    expect(await rolesOf(token, new Date(`${TODAY}T23:30:00Z`))).toEqual([]);
    const later = await signIn("manager", city, new Date(`${TODAY}T20:00:00Z`));
    expect(await rolesOf(later, new Date(`${TODAY}T23:30:00Z`))).toEqual(["hr", "manager"]);
  });

  test("nobody chooses what they do not hold, nor for somebody else's session", async () => {
    const ended = await alsoHolds("manager", "hr", "top", "2024-01-01", YESTERDAY);
    const employee = await alsoHolds("manager", "employee", "top");
    const token = await signIn("manager");
    const others = await signIn("coordinator");
    const { rows } = await owner.query("SELECT id FROM role_assignment WHERE person_id = $1", [
      personOf("coordinator"),
    ]);
    for (const assignmentId of [ended, rows[0].id, newId()])
      await expect(
        chooseRole(city.people.manager, { sessionId: token.sid, assignmentId }, noon()),
      ).rejects.toThrow(Refusal);
    await expect(
      chooseRole(city.people.manager, { sessionId: others.sid, assignmentId: employee }, noon()),
    ).rejects.toThrow(Refusal);
    expect((await visitorOf(others, noon()))?.actor.role).toBe("coordinator");
  });
});

describe("substitutes", () => {
  test("act on behalf of the absent person, in that role and its reach, on those days alone", async () => {
    await substitute("manager", "colleague", TODAY, TOMORROW);
    const token = await signIn("colleague");
    const visitor = await visitorOf(token, noon());
    expect(visitor?.actor).toMatchObject({
      personId: personOf("colleague"),
      role: "employee",
      onBehalfOf: null,
    });
    const handed = visitor?.roles.find((role) => role.onBehalfOf);
    expect(handed).toMatchObject({
      role: "manager",
      unitName: "care enhet",
      until: TOMORROW,
      onBehalfOf: { personId: personOf("manager"), name: "Maja Cederlund" },
    });
    await chooseRole(
      city.people.colleague,
      { sessionId: token.sid, assignmentId: handed?.assignmentId ?? "" },
      noon(),
    );
    const acting = await visitorOf(token, noon());
    expect(acting?.actor).toMatchObject({
      personId: personOf("colleague"),
      role: "manager",
      onBehalfOf: personOf("manager"),
      mandates: [],
    });
    expect(acting?.actor.units).toHaveLength(3);
    const after = await signIn("colleague", city, noon(addDays(TODAY, 2)));
    expect(await rolesOf(after, noon(addDays(TODAY, 2)))).toEqual(["employee"]);
  });

  test("wait for the first day, and need not sign in again on it", async () => {
    await substitute("manager", "colleague", TOMORROW, TOMORROW);
    const token = await signIn("colleague", city, new Date(`${TODAY}T20:00:00Z`));
    expect(await rolesOf(token, new Date(`${TODAY}T21:00:00Z`))).toEqual(["employee"]);
    expect(await rolesOf(token, new Date(`${TOMORROW}T06:00:00Z`))).toEqual(["employee", "manager"]);
  });

  test("get no mandate with the role, and no second hand", async () => {
    await substitute("decider", "manager", TODAY, TODAY);
    await substitute("manager", "colleague", TODAY, TODAY);
    const visitor = await visitorOf(await signIn("manager"), noon());
    expect(visitor?.mandates).toEqual([]);
    expect(visitor?.roles.map((role) => role.onBehalfOf?.name ?? null)).toEqual([null, "Disa Malm"]);
    const second = await visitorOf(await signIn("colleague"), noon());
    expect(second?.roles.map((role) => role.onBehalfOf?.name ?? null)).toEqual([null, "Maja Cederlund"]);
  });

  test("get nothing for being a colleague, nor of who has left", async () => {
    await substitute("employee", "colleague", TODAY, TODAY);
    await substitute("manager", "colleague", TODAY, TODAY);
    await owner.query("UPDATE person SET left_on = $1 WHERE id = $2", [TODAY, personOf("manager")]);
    expect(await rolesOf(await signIn("colleague"))).toEqual(["employee"]);
  });

  test("lose the role when the absent person does", async () => {
    await substitute("manager", "colleague", TODAY, TOMORROW);
    const token = await signIn("colleague");
    expect(await rolesOf(token)).toEqual(["employee", "manager"]);
    await owner.query("UPDATE role_assignment SET valid_until = $1 WHERE person_id = $2", [
      YESTERDAY,
      personOf("manager"),
    ]);
    expect(await rolesOf(token)).toEqual(["employee"]);
  });
});

test("the language is the person's own, wherever they sign in", async () => {
  const token = await signIn("coordinator");
  await chooseLocale(city.people.coordinator, "en", noon());
  expect((await visitorOf(token, noon()))?.locale).toBe("en");
  const { rows } = await owner.query("SELECT count(*)::int AS others FROM person WHERE locale = 'en'");
  expect(rows).toEqual([{ others: 1 }]);
});
