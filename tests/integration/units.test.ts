import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkEventChains } from "@/cli/walk-event-chain";
import { getPerson } from "@/features/people/queries";
import { giveRole } from "@/features/people/role-commands";
import { changeUnit, endUnit, movePeopleToSuccessor, moveUnit } from "@/features/people/unit-commands";
import { getUnit, getUnitTree } from "@/features/people/unit-queries";
import { read } from "@/server/db";
import { subtree } from "@/server/roles";
import { administrationWorld, refusal } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
let unit: Awaited<ReturnType<typeof administrationWorld>>["unit"];
let person: Awaited<ReturnType<typeof administrationWorld>>["person"];
let told: Awaited<ReturnType<typeof administrationWorld>>["told"];
beforeAll(async () => {
  ({ world, admin, unit, person, told } = await administrationWorld());
});
afterAll(() => world.close());

describe("units", () => {
  test("added, renamed, moved and ended with a successor; history tells each", async () => {
    const care = await unit("Vård", world.unitId);
    const north = await unit("Norr", care);
    const school = await unit("Skola", world.unitId);
    await changeUnit(
      admin,
      { id: north, name: "Hemtjänst norr", kind: "avdelning", code: "4210", headcount: 120 },
      NOW,
    );
    await moveUnit(admin, { id: north, parentId: school }, NOW);
    await endUnit(admin, { id: care, until: "2026-12-31", successorId: school }, NOW);
    expect(await getUnit(admin, care, TODAY)).toMatchObject({
      until: "2026-12-31",
      successorName: "Skola",
      openChildren: 0,
    });
    const tree = (await getUnitTree(admin, TODAY, false)).filter((row) =>
      [care, north, school, world.unitId].includes(row.id),
    );
    expect(tree.map((row) => `${row.depth} ${row.name}`)).toEqual([
      "0 Provstad",
      "1 Skola",
      "2 Hemtjänst norr",
      "1 Vård",
    ]);
    expect((await getUnitTree(admin, "2027-01-01", false)).some((row) => row.id === care)).toBe(false);
    expect((await getUnitTree(admin, "2027-01-01", true)).some((row) => row.id === care)).toBe(true);
    expect(await told(north)).toEqual(["unit.saved added", "unit.saved changed", "unit.saved moved"]);
  });

  test("never a circle, also when two moves meet", async () => {
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await unit("A", world.unitId), await unit("B", world.unitId)];
      await expect(moveUnit(admin, { id: world.unitId, parentId: a }, NOW)).rejects.toEqual(
        refusal("administration.units.rules.topStays"),
      );
      const answers = await Promise.allSettled([
        moveUnit(admin, { id: a, parentId: b }, NOW),
        moveUnit(admin, { id: b, parentId: a }, NOW),
      ]);
      expect(answers.filter((answer) => answer.status === "rejected").map((answer) => answer.reason)).toEqual(
        [refusal("administration.units.rules.circle", "parentId")],
      );
    }
  });

  test("not ended while units go on under it", async () => {
    const parent = await unit("Förälder", world.unitId);
    await unit("Barn", parent);
    await expect(endUnit(admin, { id: parent, until: "2026-12-31", successorId: null }, NOW)).rejects.toEqual(
      refusal("administration.units.rules.openChildren"),
    );
  });

  test("everyone goes along to what it is merged into, with the role as employee", async () => {
    const [old, next] = [await unit("Gammal", world.unitId), await unit("Ny", world.unitId)];
    const [one, two] = [await person("Lind", { unitId: old }), await person("Lind", { unitId: old })];
    await giveRole(
      admin,
      { personId: two, role: "manager", unitId: old, unionId: null, from: TODAY, until: null },
      NOW,
    );
    await expect(movePeopleToSuccessor(admin, { id: old }, NOW)).rejects.toEqual(
      refusal("administration.units.rules.noSuccessor"),
    );
    await endUnit(admin, { id: old, until: "2026-11-22", successorId: next }, NOW);
    await movePeopleToSuccessor(admin, { id: old }, NOW);
    expect((await getUnit(admin, old, TODAY)).people).toBe(0);
    expect((await getPerson(admin, one)).unitName).toBe("Ny");
    expect((await getPerson(admin, two)).roles.map((held) => [held.role, held.unitName]).sort()).toEqual([
      ["employee", "Ny"],
      ["manager", "Gammal"],
    ]);
  });

  test("a role in what it is merged into reaches it too, and all under it", async () => {
    const [old, next] = [await unit("Uppgår", world.unitId), await unit("Tar emot", world.unitId)];
    const below = await unit("Under", old);
    await endUnit(admin, { id: below, until: "2026-11-22", successorId: null }, NOW);
    await endUnit(admin, { id: old, until: "2026-11-22", successorId: next }, NOW);
    const reached = (top: string) => read(admin, (tx) => subtree(tx, admin.employerId, top));
    expect((await reached(next)).sort()).toEqual([old, next, below].sort());
    expect((await reached(old)).sort()).toEqual([old, below].sort());
  });

  test("two forms at once: the second is told, nothing is overwritten", async () => {
    const id = await unit("Delad", world.unitId);
    const { base } = await getUnit(admin, id, TODAY);
    await changeUnit(admin, { id, name: "Först", kind: "enhet", code: "", headcount: null, base }, NOW);
    await expect(
      changeUnit(admin, { id, name: "Sist", kind: "enhet", code: "", headcount: null, base }, NOW),
    ).rejects.toEqual(refusal("refusals.movedOn"));
    expect((await getUnit(admin, id, TODAY)).name).toBe("Först");
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
