import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkEventChains } from "@/cli/walk-event-chain";
import { changePerson, linkIdentity, personLeaves } from "@/features/people/commands";
import { getPeople, getPerson } from "@/features/people/queries";
import { giveMandate, giveRole } from "@/features/people/role-commands";
import { peopleSearch } from "@/features/people/schema";
import { endUnit } from "@/features/people/unit-commands";
import { newId } from "@/server/id";
import { administrationWorld, on, plain, refusal } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
let unit: Awaited<ReturnType<typeof administrationWorld>>["unit"];
let person: Awaited<ReturnType<typeof administrationWorld>>["person"];
let told: Awaited<ReturnType<typeof administrationWorld>>["told"];
let rolesOn: Awaited<ReturnType<typeof administrationWorld>>["rolesOn"];
beforeAll(async () => {
  ({ world, admin, unit, person, told, rolesOn } = await administrationWorld());
});
afterAll(() => world.close());

describe("people", () => {
  test("added as employees of their unit, changed, and moved with that role", async () => {
    const care = await unit("Omsorg", world.unitId);
    const id = await person("Ek", { employeeNumber: "10-44", email: "ek@example.se", title: "Biträde" });
    expect(await rolesOn(id, TODAY)).toEqual(["employee"]);
    const { base } = await getPerson(admin, id);
    await changePerson(
      admin,
      { ...plain, id, base, givenName: "Eva", familyName: "Ek", unitId: care, title: "Chef" },
      NOW,
    );
    expect(await getPerson(admin, id)).toMatchObject({
      name: "Eva Ek",
      unitName: "Omsorg",
      title: "Chef",
      employeeNumber: "",
      roles: [{ role: "employee", unitName: "Omsorg" }],
    });
    await expect(
      changePerson(admin, { ...plain, id, base, givenName: "Ada", familyName: "Ek", unitId: null }, NOW),
    ).rejects.toEqual(refusal("refusals.movedOn"));
    expect(await told(id)).toEqual(["person.saved added", "role.given employee", "person.saved moved"]);
  });

  test("no personal identity number, no number twice, no closed unit, no account twice", async () => {
    await expect(person("Ek", { employeeNumber: "19121212-1212" })).rejects.toEqual(
      refusal("people.rules.personalNumber", "employeeNumber"),
    );
    await person("Ek", { employeeNumber: "555" });
    await expect(person("Ek", { employeeNumber: "555" })).rejects.toEqual(
      refusal("refusals.employeeNumberTaken", "employeeNumber"),
    );
    const closed = await unit("Stängd", world.unitId);
    await endUnit(admin, { id: closed, until: "2026-11-22", successorId: null }, NOW);
    await expect(person("Ek", { unitId: closed })).rejects.toEqual(
      refusal("people.rules.unitClosed", "unitId"),
    );
    const [one, two] = [await person(), await person()];
    await linkIdentity(admin, { personId: one, issuer: "https://id.example", subject: "s1" }, NOW);
    await expect(
      linkIdentity(admin, { personId: two, issuer: "https://id.example", subject: "s1" }, NOW),
    ).rejects.toEqual(refusal("people.rules.accountTaken", "subject"));
  });

  test("protected data: shown nowhere, found by employee number alone, kept when the form leaves them empty", async () => {
    const care = await unit("Hemlig", world.unitId);
    const id = await person("Skyddsson", {
      employeeNumber: "777",
      title: "Kock",
      email: "kock@example.se",
      unitId: care,
      isProtected: true,
    });
    const list = async (search: object) =>
      (await getPeople(admin, peopleSearch.parse(search), TODAY)).people.map((row) => row.id);
    expect(await list({ q: "Skyddsson" })).toEqual([]);
    expect(await list({ unit: care })).toEqual([]);
    expect(await list({ kind: "protected", q: "Skyddsson" })).toEqual([]);
    expect(
      (await getPeople(admin, peopleSearch.parse({ kind: "protected", q: "777" }), TODAY)).people,
    ).toMatchObject([{ id, name: null, unitName: null, title: null, employeeNumber: "777" }]);
    const page = await getPerson(admin, id);
    expect(page).toMatchObject({
      name: null,
      givenName: "",
      familyName: "",
      unitName: "",
      title: "",
      email: "",
    });
    await changePerson(
      admin,
      {
        ...plain,
        id,
        base: page.base,
        givenName: "",
        familyName: "",
        unitId: null,
        employeeNumber: "778",
        isProtected: true,
      },
      NOW,
    );
    const { rows } = await world.owner.query(
      "SELECT family_name, unit_id, title, email, employee_number FROM person WHERE id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        family_name: "Skyddsson",
        unit_id: care,
        title: "Kock",
        email: "kock@example.se",
        employee_number: "778",
      },
    ]);
  });

  test("one who leaves is let in no more, and every role and mandate ends", async () => {
    const id = await person();
    await giveRole(
      admin,
      { personId: id, role: "manager", unitId: world.unitId, unionId: null, from: "2027-01-01", until: null },
      NOW,
    );
    await giveMandate(
      admin,
      {
        personId: id,
        kind: "decisionMaker",
        paragraph: "4.2",
        amountLimit: 100n,
        side: null,
        from: TODAY,
        until: null,
      },
      NOW,
    );
    await personLeaves(admin, { id, lastDay: "2026-12-15" }, NOW);
    const page = await getPerson(admin, id);
    expect(page.lastDay).toBe("2026-12-15");
    expect([...page.roles, ...page.mandates].map((held) => held.until)).toEqual([
      "2026-12-15",
      "2026-12-15",
      "2026-12-15",
    ]);
    await expect(
      giveRole(
        admin,
        { personId: id, role: "hr", unitId: world.unitId, unionId: null, from: TODAY, until: null },
        on("2026-12-16"),
      ),
    ).rejects.toEqual(refusal("people.rules.hasLeft"));
    expect(
      (await getPeople(admin, peopleSearch.parse({ kind: "left" }), "2026-12-16")).people.map(
        (row) => row.id,
      ),
    ).toContain(id);
  });

  test("the list: by family name, a page at a time, narrowed by words, unit and role", async () => {
    const park = await unit("Park", world.unitId);
    const garden = await unit("Trädgård", park);
    const ids = Array.from({ length: 55 }, () => newId());
    await world.owner.query(
      "INSERT INTO person (employer_id, id, unit_id, given_name, family_name) SELECT $1, id, CASE WHEN nr % 2 = 0 THEN $3::uuid ELSE $4::uuid END, 'Prov', 'Zetter' || lpad((nr - 1)::text, 2, '0') FROM unnest($2::uuid[]) WITH ORDINALITY AS t(id, nr)",
      [admin.employerId, ids, park, garden],
    );
    const search = { q: "zetter", unit: park };
    const first = await getPeople(admin, peopleSearch.parse(search), TODAY);
    const second = await getPeople(admin, peopleSearch.parse({ ...search, after: first.next }), TODAY);
    expect([...first.people, ...second.people].map((row) => row.id)).toEqual(ids);
    expect([first.people.length, second.next]).toEqual([50, null]);
    await giveRole(
      admin,
      { personId: ids[3] ?? "", role: "manager", unitId: garden, unionId: null, from: TODAY, until: null },
      NOW,
    );
    expect(
      (await getPeople(admin, peopleSearch.parse({ ...search, role: "manager" }), TODAY)).people.map(
        (row) => row.id,
      ),
    ).toEqual([ids[3]]);
    expect(
      (await getPeople(admin, peopleSearch.parse({ q: "Prov zetter07" }), TODAY)).people.map((row) => row.id),
    ).toEqual([ids[7]]);
    expect((await getPeople(admin, peopleSearch.parse({ q: "%" }), TODAY)).people).toEqual([]);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
