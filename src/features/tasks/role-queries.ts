import type { Actor, Role } from "@/domain/actor";
import type { Tx } from "@/server/db";
import { type HeldRole, subtree } from "@/server/roles";

/** Whose tasks: a person in the role chosen now, with every role they may act in today. A Visitor is one. */
export type TaskOwner = {
  actor: Actor;
  roles: readonly (HeldRole & { chosen: boolean })[];
  employer: { scheme: "tlo" | "lom" };
};

/** The role in which a task is done. */
export type TaskRole = {
  assignmentId: string;
  role: Role;
  unitName: string;
  /** Whose substitute one is in it. */
  onBehalfOf: string | null;
  chosen: boolean;
};

export type ActingIn = { actor: Actor; as: TaskRole };

/** Roles whose sight depends on a subtree; the others see their own, their union's or nothing. */
const BY_UNIT: readonly Role[] = ["manager", "coordinator", "hr"];

/** The person in every role of theirs, the chosen one first, each with its own scope. */
export async function actingInEach(tx: Tx, { actor, roles }: TaskOwner): Promise<ActingIn[]> {
  const all: ActingIn[] = [];
  for (const held of roles) {
    const as = {
      assignmentId: held.assignmentId,
      role: held.role,
      unitName: held.unitName,
      onBehalfOf: held.onBehalfOf?.name ?? null,
      chosen: held.chosen,
    };
    if (held.chosen) {
      all.unshift({ actor, as });
      continue;
    }
    const units = held.everywhere
      ? ("all" as const)
      : BY_UNIT.includes(held.role)
        ? await subtree(tx, actor.employerId, held.unitId)
        : [];
    all.push({
      actor: {
        ...actor,
        role: held.role,
        onBehalfOf: held.onBehalfOf?.personId ?? null,
        units,
        unionId: held.unionId,
      },
      as,
    });
  }
  return all;
}
