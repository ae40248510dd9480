import type { Actor } from "@/domain/actor";
import type { Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";

export type Choices = { funds: { id: string; name: string }[]; units: { id: string; name: string }[] };

/** What a report can be narrowed to: the funds, and the units under the root or those that the role reaches. */
export async function choices(tx: Tx, actor: Actor): Promise<Choices> {
  const funds = await tx.fund.findMany({
    where: fundsVisibleTo(actor),
    select: { id: true, name: true },
    orderBy: [{ from: "desc" }, { name: "asc" }],
  });
  const units = await tx.unit.findMany({
    where: actor.units === "all" ? { parent: { parentId: null } } : { id: { in: [...actor.units] } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  return { funds, units };
}
