import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, day } from "@/domain/day";
import { disconnect } from "@/server/db";
import type { OidcSettings } from "@/server/env";
import { newId } from "@/server/id";
import { admit } from "@/server/oidc-sign-in";
import { visitorOf } from "@/server/session";
import { type FreshDatabase, freshDatabase } from "../database";
import { type House, noon, type PersonName, TODAY, type World, world } from "../people";

const OIDC: OidcSettings = {
  issuer: "https://login.example.se",
  clientId: "portal",
  clientSecret: "s",
  employer: "sundhamn",
  name: null,
  rolesClaim: "roles",
  numberClaim: "employee_number",
};

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
  // The neighbour's people have the same numbers.
  for (const house of [city, all.region])
    await owner.query("UPDATE person SET employee_number = '1001' WHERE id = $1", [
      house.people.colleague.personId,
    ]);
  for (const [value, role, unionId] of [
    ["portal-coordinator", "coordinator", null],
    ["portal-hr", "hr", null],
    ["kommunal", "unionRep", city.unions.first],
  ])
    await owner.query(
      "INSERT INTO claim_mapping (employer_id, id, value, role, unit_id, union_id) VALUES ($1, $2, $3, $4, $5, $6)",
      [city.employerId, newId(), value, role, city.units.top, unionId],
    );
});
afterAll(async () => {
  await owner.end();
  await disconnect();
  await db.drop();
});
beforeEach(async () => {
  await owner.query("DELETE FROM session");
  await owner.query("DELETE FROM identity");
  await owner.query("DELETE FROM role_assignment WHERE source = 'claim'");
  await owner.query("UPDATE role_assignment SET valid_until = NULL");
  await owner.query("UPDATE person SET left_on = NULL");
});

const personOf = (name: PersonName, house = city) => house.people[name].personId;
const claims = (more: object = {}) => ({ sub: "sub-1", employee_number: "1001", ...more });

async function comesIn(with_: Record<string, unknown>, now = noon(), oidc = OIDC) {
  const admission = await admit(oidc, with_, now);
  if ("refused" in admission) throw new Error(`refused: ${admission.refused}`);
  return { token: admission.token, visitor: await visitorOf(admission.token, now) };
}

async function claimRoles() {
  const { rows } = await owner.query(
    "SELECT role, valid_from AS from, valid_until AS until FROM role_assignment WHERE source = 'claim' AND person_id = $1 ORDER BY role",
    [personOf("colleague")],
  );
  return rows;
}

async function events() {
  const { rows } = await owner.query(
    "SELECT kind, detail, person_id FROM case_event WHERE subject_id = $1 ORDER BY seq",
    [personOf("colleague")],
  );
  return rows;
}

describe("who comes in", () => {
  test("the first time by employee number, then by issuer and subject alone", async () => {
    const first = await comesIn(claims());
    expect(first.token).toMatchObject({ employerId: city.employerId, personId: personOf("colleague") });
    expect(first.visitor?.person.name).toBe("Kaj Björk");
    const { token } = await comesIn({ sub: "sub-1" });
    expect(token.personId).toBe(personOf("colleague"));
    expect((await owner.query("SELECT subject FROM identity")).rows).toEqual([{ subject: "sub-1" }]);
  });

  test("a number sent as a number is the same number", async () => {
    expect((await comesIn(claims({ employee_number: 1001 }))).token.personId).toBe(personOf("colleague"));
  });

  test("nobody unknown: no number, a foreign number, an empty one", async () => {
    for (const employee_number of [undefined, "9999", "", "  ", null, ["1001"], { number: "1001" }])
      expect(await admit(OIDC, { sub: "sub-2", employee_number }, noon())).toEqual({
        refused: "unknownPerson",
      });
    expect(await admit(OIDC, { employee_number: "1001" }, noon())).toEqual({ refused: "unknownPerson" });
    expect((await owner.query("SELECT count(*)::int AS n FROM identity")).rows).toEqual([{ n: 0 }]);
    expect((await owner.query("SELECT count(*)::int AS n FROM session")).rows).toEqual([{ n: 0 }]);
  });

  test("another account of the issuer does not take over a person who already has one", async () => {
    await comesIn(claims());
    expect(await admit(OIDC, claims({ sub: "sub-other" }), noon())).toEqual({ refused: "unknownPerson" });
  });

  test("only into the employer that the settings name, even if others know the account", async () => {
    await owner.query(
      "INSERT INTO identity (employer_id, id, person_id, issuer, subject) VALUES ($1, $2, $3, $4, 'sub-1')",
      [all.region.employerId, newId(), personOf("admin", all.region), OIDC.issuer],
    );
    expect((await comesIn(claims())).token).toMatchObject({
      employerId: city.employerId,
      personId: personOf("colleague"),
    });
    expect(await admit({ ...OIDC, employer: "nowhere" }, claims(), noon())).toEqual({
      refused: "noEmployer",
    });
  });

  test("nobody who has left, nor who has no role", async () => {
    await owner.query("UPDATE person SET left_on = $1 WHERE id = $2", [TODAY, personOf("colleague")]);
    expect(await admit(OIDC, claims(), noon())).toEqual({ refused: "unknownPerson" });
    await owner.query("UPDATE person SET left_on = NULL");
    await owner.query("UPDATE role_assignment SET valid_until = $1 WHERE person_id = $2", [
      addDays(TODAY, -1),
      personOf("colleague"),
    ]);
    expect(await admit(OIDC, claims(), noon())).toEqual({ refused: "noRole" });
    expect((await owner.query("SELECT count(*)::int AS n FROM session")).rows).toEqual([{ n: 0 }]);
  });

  test("two first sign-ins at once leave one identity and one set of roles", async () => {
    await Promise.all([comesIn(claims({ roles: ["portal-hr"] })), comesIn(claims({ roles: ["portal-hr"] }))]);
    expect((await owner.query("SELECT count(*)::int AS n FROM identity")).rows).toEqual([{ n: 1 }]);
    expect(await claimRoles()).toHaveLength(1);
  });
});

describe("roles from claims", () => {
  test("begin today, with an event in nobody's name, and are acted in", async () => {
    const before = (await events()).length;
    const { visitor } = await comesIn(claims({ roles: ["portal-coordinator", "everybody"] }));
    expect(visitor?.actor).toMatchObject({ role: "coordinator", units: "all" });
    expect(visitor?.roles.map((role) => [role.role, role.source])).toEqual([
      ["coordinator", "claim"],
      ["employee", "entered"],
    ]);
    expect((await claimRoles()).map((row) => [row.role, day(new Date(row.from)), row.until])).toHaveLength(1);
    expect((await events()).slice(before)).toEqual([
      { kind: "role.given", detail: "coordinator", person_id: null },
    ]);
  });

  test("stay untouched while they are claimed", async () => {
    await comesIn(claims({ roles: "portal-hr" }));
    const before = [await claimRoles(), await events()];
    await comesIn(claims({ roles: ["portal-hr"] }), noon(addDays(TODAY, 7)));
    expect([await claimRoles(), await events()]).toEqual(before);
  });

  test("end when they are no longer claimed, at once also in a session that is open", async () => {
    const old = await comesIn(claims({ roles: ["portal-coordinator"] }), noon(addDays(TODAY, -7)));
    const day0 = noon();
    const open = await comesIn(claims({ roles: ["portal-coordinator"] }), day0);
    const before = (await events()).length;
    await comesIn(claims({ roles: ["portal-hr"] }), day0);
    expect((await visitorOf(open.token, day0))?.roles.map((role) => role.role)).toEqual(["hr", "employee"]);
    expect(old.visitor?.actor.role).toBe("coordinator");
    expect((await events()).slice(before).map((event) => [event.kind, event.detail])).toEqual([
      ["role.ended", "coordinator"],
      ["role.given", "hr"],
    ]);
  });

  test("end at once also on the day they began, and may come back", async () => {
    const { token } = await comesIn(claims({ roles: ["portal-coordinator"] }));
    await comesIn(claims());
    expect((await visitorOf(token, noon()))?.actor.role).toBe("employee");
    await comesIn(claims({ roles: ["portal-coordinator"] }));
    expect((await visitorOf(token, noon()))?.actor.role).toBe("coordinator");
  });

  test("never touch what an administrator has entered", async () => {
    await owner.query(
      "INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from) VALUES ($1, $2, $3, 'hr', $4, '2024-01-01')",
      [city.employerId, newId(), personOf("colleague"), city.units.top],
    );
    await comesIn(claims({ roles: ["portal-hr"] }));
    const { visitor } = await comesIn(claims({ roles: [] }));
    expect(visitor?.roles.map((role) => [role.role, role.source])).toEqual([
      ["hr", "entered"],
      ["employee", "entered"],
    ]);
    await owner.query("DELETE FROM role_assignment WHERE person_id = $1 AND role = 'hr'", [
      personOf("colleague"),
    ]);
  });

  test("a representative gets the union of the mapping", async () => {
    const { visitor } = await comesIn(claims({ roles: ["KOMMUNAL"] }));
    expect(visitor?.actor).toMatchObject({ role: "unionRep", unionId: city.unions.first });
  });
});
