import { expect } from "vitest";
import { createEmployer } from "@/cli/create-employer";
import type { Actor } from "@/domain/actor";
import { addPerson } from "@/features/people/commands";
import { addUnit } from "@/features/people/unit-commands";
import { read } from "@/server/db";
import { rolesInForce } from "@/server/roles";
import { type MoneyWorld, moneyWorld, NOW } from "./money-world";

export const on = (today: string) => new Date(`${today}T11:00:00Z`);
export const refusal = (key: string, field?: string) =>
  expect.objectContaining({ reason: expect.objectContaining({ key, ...(field ? { field } : {}) }) });
export const missing = refusal("refusals.notFound");
export const plain = { title: "", email: "", employeeNumber: "", isProtected: false };

/** Two employers with their first administrators, and short ways to say what the tests say often. */
export async function administrationWorld() {
  const world: MoneyWorld = await moneyWorld();
  const admin: Actor = { ...world.actor, role: "admin" };
  const other = await createEmployer(
    world.owner,
    {
      slug: "verket",
      name: "Verket",
      scheme: "lom",
      demo: false,
      admin: { givenName: "Bo", familyName: "Al" },
    },
    NOW,
    "2024-01-01",
  );
  const neighbour: Actor = { ...admin, employerId: other.employerId, personId: other.adminId };
  let counter = 0;
  return {
    world,
    admin,
    neighbour,
    unit: (name: string, parentId: string, from = "2024-01-01") =>
      addUnit(admin, { name, kind: "enhet", code: "", headcount: null, parentId, from }, NOW),
    person: (familyName = "Berg", more: Partial<typeof plain> & { unitId?: string } = {}) => {
      counter += 1;
      return addPerson(
        admin,
        { ...plain, givenName: `Prov${counter}`, familyName, unitId: world.unitId, ...more },
        NOW,
      );
    },
    /** What history tells of a thing, oldest first. */
    told: async (subjectId: string): Promise<string[]> => {
      const { rows } = await world.owner.query(
        "SELECT kind, detail FROM case_event WHERE subject_id = $1 ORDER BY seq",
        [subjectId],
      );
      return rows.map((row) => `${row.kind} ${row.detail}`);
    },
    rolesOn: (personId: string, today: string) =>
      read(admin, async (tx) => (await rolesInForce(tx, personId, today)).map((held) => held.role)),
  };
}
