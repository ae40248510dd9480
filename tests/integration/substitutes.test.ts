import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { walkEventChains } from "@/cli/walk-event-chain";
import type { Actor } from "@/domain/actor";
import { giveRole } from "@/features/people/role-commands";
import { endSubstitute, nameSubstitute } from "@/features/people/substitute-commands";
import { getSubstitutes } from "@/features/people/substitute-queries";
import { administrationWorld, missing, refusal } from "./administration-world";
import { NOW, TODAY } from "./money-world";

let world: Awaited<ReturnType<typeof administrationWorld>>["world"];
let admin: Awaited<ReturnType<typeof administrationWorld>>["admin"];
let neighbour: Awaited<ReturnType<typeof administrationWorld>>["neighbour"];
let person: Awaited<ReturnType<typeof administrationWorld>>["person"];
let told: Awaited<ReturnType<typeof administrationWorld>>["told"];
let rolesOn: Awaited<ReturnType<typeof administrationWorld>>["rolesOn"];
beforeAll(async () => {
  ({ world, admin, neighbour, person, told, rolesOn } = await administrationWorld());
});
afterAll(() => world.close());

describe("substitutes", () => {
  let me: Actor;
  let colleague: string;
  let counter = 0;
  beforeEach(async () => {
    counter += 1;
    me = { ...admin, role: "employee", personId: await person("Jag", { email: `jag${counter}@example.se` }) };
    colleague = await person("Kollega", {
      email: `kollega${counter}@example.se`,
      employeeNumber: `k${counter}`,
    });
  });
  const days = { from: "2026-12-01", until: "2026-12-14" };

  test("named in one step, from the list or by e-mail or number; shown, and ended at once", async () => {
    expect((await getSubstitutes(me, TODAY)).colleagues.map((it) => it.id)).toContain(colleague);
    const id = await nameSubstitute(
      me,
      { substituteId: null, other: `KOLLEGA${counter}@example.se`, ...days },
      NOW,
    );
    expect((await getSubstitutes(me, TODAY)).mine).toMatchObject([{ id, ...days }]);
    expect(await told(me.personId)).toContain(`substitute.named ${colleague}`);
    await endSubstitute(me, { id }, NOW);
    expect((await getSubstitutes(me, TODAY)).mine).toEqual([]);
    await expect(endSubstitute(me, { id }, NOW)).rejects.toEqual(missing);
    await nameSubstitute(me, { substituteId: colleague, ...days }, NOW);
  });

  test("the colleague holds the roles on those days and no longer", async () => {
    await giveRole(
      admin,
      {
        personId: me.personId,
        role: "manager",
        unitId: world.unitId,
        unionId: null,
        from: TODAY,
        until: null,
      },
      NOW,
    );
    await nameSubstitute(me, { substituteId: null, other: `k${counter}`, ...days }, NOW);
    expect(
      await Promise.all(
        ["2026-11-30", "2026-12-01", "2026-12-14", "2026-12-15"].map((today) => rolesOn(colleague, today)),
      ),
    ).toEqual(
      [["employee"], ["manager", "employee"], ["manager", "employee"], ["employee"]].map((roles) =>
        expect.arrayContaining(roles),
      ),
    );
    expect(await rolesOn(colleague, "2026-12-15")).toEqual(["employee"]);
  });

  test("refused: overlapping periods, oneself, a neighbour's person, one with protected data, and nobody", async () => {
    await nameSubstitute(me, { substituteId: colleague, ...days }, NOW);
    await expect(
      nameSubstitute(me, { substituteId: colleague, from: "2026-12-14", until: "2026-12-20" }, NOW),
    ).rejects.toEqual(refusal("people.rules.substituteTaken", "from"));
    await expect(
      nameSubstitute(me, { substituteId: me.personId, from: "2027-01-01", until: "2027-01-02" }, NOW),
    ).rejects.toEqual(refusal("people.rules.substituteSelf", "substituteId"));
    await expect(
      nameSubstitute(me, { substituteId: neighbour.personId, from: "2027-01-01", until: "2027-01-02" }, NOW),
    ).rejects.toEqual(missing);
    await expect(
      nameSubstitute(me, { substituteId: null, from: "2027-01-01", until: "2027-01-02" }, NOW),
    ).rejects.toEqual(refusal("people.rules.colleagueMissing"));
    await expect(
      nameSubstitute(
        me,
        { substituteId: null, other: "ingen@example.se", from: "2027-01-01", until: "2027-01-02" },
        NOW,
      ),
    ).rejects.toEqual(refusal("people.rules.colleagueUnknown", "other"));
    for (const pattern of ["%", "kollega_@example.se", "%@example.se"])
      await expect(
        nameSubstitute(
          me,
          { substituteId: null, other: pattern, from: "2027-01-01", until: "2027-01-02" },
          NOW,
        ),
        pattern,
      ).rejects.toEqual(refusal("people.rules.colleagueUnknown", "other"));
    const hidden = await person("Hemlig", { isProtected: true, employeeNumber: `h${counter}` });
    await expect(
      nameSubstitute(me, { substituteId: hidden, from: "2027-01-01", until: "2027-01-02" }, NOW),
    ).rejects.toEqual(missing);
    expect((await getSubstitutes(me, TODAY)).colleagues.map((it) => it.id)).not.toContain(hidden);
  });

  test("the same days twice at once, and two who name each other at once: one of the two", async () => {
    const twice = await Promise.allSettled(
      [1, 2].map(() => nameSubstitute(me, { substituteId: colleague, ...days }, NOW)),
    );
    expect(twice.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    const other: Actor = { ...me, personId: colleague };
    const january = { from: "2027-01-01", until: "2027-01-31" };
    const crossed = await Promise.allSettled([
      nameSubstitute(me, { substituteId: colleague, ...january }, NOW),
      nameSubstitute(other, { substituteId: me.personId, ...january }, NOW),
    ]);
    expect(crossed.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

test("after all this every chain of events is whole", async () => {
  expect((await walkEventChains(world.owner)).filter((report) => report.broken !== null)).toEqual([]);
});
