import type { Actor, Role } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { read } from "@/server/db";
import { unitsVisibleTo } from "@/server/scope";

export type HearingView = {
  id: string;
  unionName: string;
  unitId: string;
  unitName: string;
  from: Day;
  until: Day | null;
};
export type UnionsPage = { unions: { id: string; name: string }[]; hearings: HearingView[] };

/** The unions, and the dated list of those to hear per unit; only for those who administer units. */
export async function getUnions(actor: Actor): Promise<UnionsPage> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const unions = await tx.union.findMany({
      where: { employerId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    });
    const rows = await tx.unionToHear.findMany({
      where: { employerId, unit: unitsVisibleTo(actor) },
      orderBy: [{ unit: { name: "asc" } }, { union: { name: "asc" } }, { from: "asc" }, { id: "asc" }],
      select: {
        id: true,
        unitId: true,
        from: true,
        until: true,
        union: { select: { name: true } },
        unit: { select: { name: true } },
      },
    });
    return {
      unions: actor.role === "admin" ? unions : [],
      hearings: rows.map(({ union, unit, from, until, ...row }) => ({
        ...row,
        unionName: union.name,
        unitName: unit.name,
        from: day(from),
        until: day(until),
      })),
    };
  });
}

export type ClaimMappingView = {
  id: string;
  value: string;
  role: Role;
  unitName: string;
  unionName: string | null;
};

/** Which value of the identity provider's claim gives which role; only for those who administer units. */
export async function getClaimMappings(actor: Actor): Promise<ClaimMappingView[]> {
  return read(actor, async (tx) => {
    const rows = await tx.claimMapping.findMany({
      where: { employerId: actor.employerId, unit: unitsVisibleTo(actor) },
      orderBy: [{ value: "asc" }, { id: "asc" }],
      select: {
        id: true,
        value: true,
        role: true,
        unit: { select: { name: true } },
        union: { select: { name: true } },
      },
    });
    return rows.map(({ unit, union, ...row }) => ({
      ...row,
      unitName: unit.name,
      unionName: union?.name ?? null,
    }));
  });
}
