import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkEventChains } from "@/cli/walk-event-chain";
import { type Actor, ROLES } from "@/domain/actor";
import { personLeaves } from "@/features/people/commands";
import { changeEmployer } from "@/features/people/employer-commands";
import { getPerson } from "@/features/people/queries";
import { endMandate, endRole, giveMandate, giveRole } from "@/features/people/role-commands";
import { saveUnion } from "@/features/people/union-commands";
import { addUnit } from "@/features/people/unit-commands";
import { getUnit, getUnitTree } from "@/features/people/unit-queries";
import { administrationWorld, missing, refusal } from "./administration-world";
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

describe("roles and mandates", () => {
  test("each role can be given; ended at once it is gone at the next request", async () => {
    const id = await person();
    const union = await saveUnion(admin, { id: null, name: "Provförbundet" }, NOW);
    const given: Record<string, string> = {};
    for (const role of ROLES.filter((it) => it !== "employee"))
      given[role] = await giveRole(
        admin,
        {
          personId: id,
          role,
          unitId: world.unitId,
          unionId: role === "unionRep" ? union : null,
          from: TODAY,
          until: null,
        },
        NOW,
      );
    expect((await rolesOn(id, TODAY)).sort()).toEqual([...ROLES].sort());
    await endRole(admin, { id: given.hr ?? "", until: null }, NOW);
    await endRole(admin, { id: given.manager ?? "", until: "2026-11-30" }, NOW);
    expect(await rolesOn(id, TODAY)).not.toContain("hr");
    expect(
      [await rolesOn(id, "2026-11-30"), await rolesOn(id, "2026-12-01")].map((roles) =>
        roles.includes("manager"),
      ),
    ).toEqual([true, false]);
    await expect(endRole(admin, { id: given.manager ?? "", until: "2026-12-24" }, NOW)).rejects.toEqual(
      refusal("people.rules.endsAlready", "until"),
    );
    await endRole(admin, { id: given.admin ?? "", until: null }, NOW);
  });

  test("the last administrator stays, whichever way they would go; two who go at once leave one", async () => {
    const own =
      (await getPerson(admin, admin.personId)).roles.find((held) => held.role === "admin")?.id ?? "";
    await expect(endRole(admin, { id: own, until: null }, NOW)).rejects.toEqual(
      refusal("people.rules.lastAdmin"),
    );
    await expect(personLeaves(admin, { id: admin.personId, lastDay: "2026-12-31" }, NOW)).rejects.toEqual(
      refusal("people.rules.lastAdmin"),
    );
    // One who ends before, begins after, or reaches a part only, is no successor.
    const care = await unit("Del", world.unitId);
    const [a, b, c] = [await person(), await person(), await person()];
    const make = (personId: string, unitId: string, from: string, until: string | null) =>
      giveRole(admin, { personId, role: "admin", unitId, unionId: null, from, until }, NOW);
    await make(a, care, TODAY, null);
    await make(b, world.unitId, TODAY, "2026-12-31");
    await make(c, world.unitId, "2027-02-01", null);
    await expect(endRole(admin, { id: own, until: "2026-12-31" }, NOW)).rejects.toEqual(
      refusal("people.rules.lastAdmin"),
    );
    const second = await make(b, world.unitId, "2027-01-01", null);
    // Several times: two that happen to come one after the other prove nothing.
    for (let round = 0; round < 6; round++) {
      const answers = await Promise.allSettled(
        [own, second].map((id) => endRole(admin, { id, until: "2027-01-15" }, NOW)),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
      await world.owner.query("UPDATE role_assignment SET valid_until = NULL WHERE id = ANY($1)", [
        [own, second],
      ]);
    }
    await endRole(admin, { id: second, until: null }, NOW);
  });

  test("a mandate is given with its limits and ended", async () => {
    const id = await person();
    const mandate = {
      personId: id,
      kind: "decisionMaker" as const,
      paragraph: "4.2",
      amountLimit: 300_000_00n,
      side: null,
      from: TODAY,
      until: null,
    };
    await expect(giveMandate(admin, { ...mandate, paragraph: "" }, NOW)).rejects.toEqual(
      refusal("people.rules.paragraphMissing", "paragraph"),
    );
    const mandateId = await giveMandate(admin, mandate, NOW);
    await endMandate(admin, { id: mandateId, until: null }, NOW);
    expect((await getPerson(admin, id)).mandates).toMatchObject([
      { amountLimit: 300_000_00n, until: "2026-11-22" },
    ]);
    expect(await told(id)).toEqual([
      "person.saved added",
      "role.given employee",
      "mandate.given decisionMaker",
      "mandate.ended decisionMaker",
    ]);
  });

  test("an administrator of a part reaches that part alone, and nothing that holds for all", async () => {
    const [mine, theirs] = [await unit("Min", world.unitId), await unit("Deras", world.unitId)];
    const local: Actor = { ...admin, units: [mine] };
    const [inside, outside] = [
      await person("Inne", { unitId: mine }),
      await person("Ute", { unitId: theirs }),
    ];
    const grant = { role: "manager" as const, unionId: null, from: TODAY, until: null };
    await giveRole(local, { ...grant, personId: inside, unitId: mine }, NOW);
    await expect(giveRole(local, { ...grant, personId: inside, unitId: world.unitId }, NOW)).rejects.toEqual(
      missing,
    );
    await expect(giveRole(local, { ...grant, personId: outside, unitId: mine }, NOW)).rejects.toEqual(
      missing,
    );
    await expect(getPerson(local, outside)).rejects.toEqual(missing);
    await expect(getUnit(local, theirs, TODAY)).rejects.toEqual(missing);
    await expect(
      addUnit(
        local,
        { name: "Ny", kind: "enhet", code: "", headcount: null, parentId: theirs, from: TODAY },
        NOW,
      ),
    ).rejects.toEqual(missing);
    expect((await getUnitTree(local, TODAY, true)).map((row) => row.id)).toEqual([mine]);
    const whole = refusal("people.rules.wholeEmployer");
    await expect(
      giveMandate(
        local,
        {
          personId: inside,
          kind: "safetyRep",
          paragraph: "",
          amountLimit: null,
          side: null,
          from: TODAY,
          until: null,
        },
        NOW,
      ),
    ).rejects.toEqual(whole);
    await expect(saveUnion(local, { id: null, name: "Förbund" }, NOW)).rejects.toEqual(whole);
    await expect(
      changeEmployer(local, { name: "X", caseWord: "", brandHue: null, headcount: null }, NOW),
    ).rejects.toEqual(whole);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
