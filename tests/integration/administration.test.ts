import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkEventChains } from "@/cli/walk-event-chain";
import { type Actor, ROLES, type Role } from "@/domain/actor";
import { saveLocalAgreement } from "@/features/agreements/commands";
import { addPerson, linkIdentity, personLeaves } from "@/features/people/commands";
import { changeEmployer } from "@/features/people/employer-commands";
import { getEmployer } from "@/features/people/employer-queries";
import { getPeople, getPerson } from "@/features/people/queries";
import { endRole, giveMandate, giveRole } from "@/features/people/role-commands";
import { peopleSearch } from "@/features/people/schema";
import {
  addClaimMapping,
  endHearing,
  hearUnion,
  removeClaimMapping,
  saveUnion,
} from "@/features/people/union-commands";
import { getClaimMappings, getUnions } from "@/features/people/union-queries";
import { addUnit, moveUnit } from "@/features/people/unit-commands";
import { getUnit, getUnitTree } from "@/features/people/unit-queries";
import { newId } from "@/server/id";
import { administrationWorld, missing, plain, refusal } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
let neighbour: Awaited<ReturnType<typeof administrationWorld>>["neighbour"];
let person: Awaited<ReturnType<typeof administrationWorld>>["person"];
beforeAll(async () => {
  ({ world, admin, neighbour, person } = await administrationWorld());
});
afterAll(() => world.close());

describe("unions, claims and settings", () => {
  test("a union is heard about a unit for a time, once at a time", async () => {
    const name = "Förbundet Ett";
    const unionId = await saveUnion(admin, { id: null, name }, NOW);
    await expect(saveUnion(admin, { id: null, name }, NOW)).rejects.toEqual(
      refusal("refusals.nameTaken", "name"),
    );
    const entry = { unionId, unitId: world.unitId, from: "2024-01-01", until: null };
    const id = await hearUnion(admin, entry, NOW);
    await expect(hearUnion(admin, { ...entry, from: TODAY }, NOW)).rejects.toEqual(
      refusal("people.rules.heardAlready", "unionId"),
    );
    await endHearing(admin, { id, until: "2026-11-22" }, NOW);
    await hearUnion(admin, { ...entry, from: TODAY }, NOW);
    expect(
      (await getUnions(admin)).hearings
        .filter((it) => it.unionName === name)
        .map(({ from, until }) => [from, until]),
    ).toEqual([
      ["2024-01-01", "2026-11-22"],
      [TODAY, null],
    ]);
    await saveUnion(admin, { id: unionId, name: "Förbundet Två" }, NOW);
    await expect(saveUnion(admin, { id: newId(), name: "Tre" }, NOW)).rejects.toEqual(missing);
  });

  test("a claim's value gives a role until it is taken away", async () => {
    const mapping = { value: "tlo-hr", role: "hr" as const, unitId: world.unitId, unionId: null };
    const id = await addClaimMapping(admin, mapping, NOW);
    await expect(addClaimMapping(admin, { ...mapping, value: "TLO-HR" }, NOW)).rejects.toEqual(
      refusal("people.rules.mappingThere", "value"),
    );
    await expect(addClaimMapping(admin, { ...mapping, role: "unionRep" }, NOW)).rejects.toEqual(
      refusal("people.rules.unionMissing", "unionId"),
    );
    expect(await getClaimMappings(admin)).toMatchObject([{ value: "tlo-hr", role: "hr" }]);
    await removeClaimMapping(admin, { id }, NOW);
    await expect(removeClaimMapping(admin, { id }, NOW)).rejects.toEqual(missing);
    expect(await getClaimMappings(admin)).toEqual([]);
  });

  test("the settings, with two forms at once", async () => {
    const { base } = await getEmployer(admin);
    await changeEmployer(
      admin,
      { name: "Provstads kommun", caseWord: "underlag", brandHue: 30, headcount: 15_700, base },
      NOW,
    );
    await expect(
      changeEmployer(admin, { name: "Annat", caseWord: "", brandHue: null, headcount: null, base }, NOW),
    ).rejects.toEqual(refusal("refusals.movedOn"));
    expect(await getEmployer(admin)).toMatchObject({
      name: "Provstads kommun",
      caseWord: "underlag",
      brandHue: 30,
      headcount: 15_700,
    });
  });
});

describe("who may", () => {
  const others: Role[] = ROLES.filter((role) => role !== "admin");
  test.each(others)("%s changes nothing here and sees no particulars", async (role) => {
    const actor: Actor = { ...admin, role };
    const denied = refusal("refusals.noRight");
    const id = admin.personId;
    const grant = {
      personId: id,
      role: "hr" as const,
      unitId: world.unitId,
      unionId: null,
      from: TODAY,
      until: null,
    };
    await expect(
      addUnit(
        actor,
        { name: "X", kind: "x", code: "", headcount: null, parentId: world.unitId, from: TODAY },
        NOW,
      ),
    ).rejects.toEqual(denied);
    await expect(
      addPerson(actor, { ...plain, givenName: "A", familyName: "B", unitId: world.unitId }, NOW),
    ).rejects.toEqual(denied);
    await expect(giveRole(actor, grant, NOW)).rejects.toEqual(denied);
    await expect(
      giveMandate(
        actor,
        {
          personId: id,
          kind: "safetyRep",
          paragraph: "",
          amountLimit: null,
          side: null,
          from: TODAY,
          until: null,
        },
        NOW,
      ),
    ).rejects.toEqual(denied);
    await expect(saveUnion(actor, { id: null, name: "X" }, NOW)).rejects.toEqual(denied);
    await expect(
      saveLocalAgreement(
        actor,
        { id: null, state: "preparing", from: null, until: null, decisionRule: "employer", purpose: "" },
        NOW,
      ),
    ).rejects.toEqual(denied);
    await expect(
      changeEmployer(actor, { name: "X", caseWord: "", brandHue: null, headcount: null }, NOW),
    ).rejects.toEqual(denied);
    await expect(getPerson(actor, id)).rejects.toEqual(missing);
    await expect(getUnit(actor, world.unitId, TODAY)).rejects.toEqual(missing);
    await expect(getEmployer(actor)).rejects.toEqual(missing);
    expect((await getPeople(actor, peopleSearch.parse({}), TODAY)).people).toEqual([]);
    expect([
      await getUnitTree(actor, TODAY, true),
      await getClaimMappings(actor),
      (await getUnions(actor)).unions,
    ]).toEqual([[], [], []]);
  });

  test("a neighbour's ids are not found, whichever they are", async () => {
    const theirs = neighbour.personId;
    const { rows } = await world.owner.query("SELECT id FROM unit WHERE employer_id = $1", [
      neighbour.employerId,
    ]);
    const theirUnit = rows[0].id;
    const theirRole = (await getPerson(neighbour, theirs)).roles[0]?.id ?? "";
    await expect(getPerson(admin, theirs)).rejects.toEqual(missing);
    await expect(getUnit(admin, theirUnit, TODAY)).rejects.toEqual(missing);
    await expect(moveUnit(admin, { id: theirUnit, parentId: world.unitId }, NOW)).rejects.toEqual(missing);
    await expect(endRole(admin, { id: theirRole, until: null }, NOW)).rejects.toEqual(missing);
    await expect(person("Ek", { unitId: theirUnit })).rejects.toEqual(missing);
    await expect(linkIdentity(admin, { personId: theirs, issuer: "i", subject: "s" }, NOW)).rejects.toEqual(
      missing,
    );
    await expect(personLeaves(admin, { id: theirs, lastDay: TODAY }, NOW)).rejects.toEqual(missing);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
