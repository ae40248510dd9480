import type { Actor } from "@/domain/actor";
import { column, type Day, day, quarterOf } from "@/domain/day";
import type { InitiativeStatus } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { waitingForYes } from "@/features/tasks/endorse-case-queries";
import { heldUnits } from "@/features/tasks/held-units-queries";
import { read } from "@/server/db";
import { initiativesVisibleTo } from "@/server/scope";

/** A case that waits for the manager's yes, with what the unit pays itself. Öre. */
export type AskedCase = {
  id: string;
  number: string;
  title: string;
  unitId: string;
  unit: string;
  amount: Ore;
  ownCost: Ore;
};

/** What one's people do this quarter. */
export type Planned = {
  id: string;
  title: string;
  unit: string;
  status: InitiativeStatus;
  periodFrom: Day;
  periodUntil: Day;
  headcount: number | null;
  owner: { name: string | null } | null;
};

const MOST = 20;
const PLANNED: readonly InitiativeStatus[] = ["planned", "scheduled", "underWay", "completed"];

export type ManagerHomeView = {
  asked: AskedCase[];
  planned: Planned[];
  /** There are more plans than are shown. */
  more: boolean;
};

/** What a manager's home shows beside the ideas: cases to endorse with their own cost, and the units' plans this quarter. */
export function managerHome(actor: Actor, scheme: "tlo" | "lom", today: Day): Promise<ManagerHomeView> {
  return read(actor, async (tx) => {
    const looking = { tx, actor, today, scheme };
    const waiting = await waitingForYes(looking, await heldUnits(looking));
    const units = new Map(
      (
        await tx.unit.findMany({
          where: { id: { in: waiting.map(({ unitId }) => unitId) } },
          select: { id: true, name: true },
        })
      ).map((row) => [row.id, row.name]),
    );
    const { from, until } = quarterOf(today);
    const rows = await tx.initiative.findMany({
      where: {
        AND: [
          initiativesVisibleTo(actor),
          // The units', not what the manager sees because a case touches them.
          actor.units === "all" ? {} : { unitId: { in: [...actor.units] } },
          {
            status: { in: [...PLANNED] },
            periodFrom: { lte: column(until) },
            periodUntil: { gte: column(from) },
          },
        ],
      },
      orderBy: [{ periodFrom: "asc" }, { id: "asc" }],
      take: MOST + 1,
      select: {
        id: true,
        title: true,
        status: true,
        periodFrom: true,
        periodUntil: true,
        headcount: true,
        unit: { select: { name: true } },
        owner: { select: { givenName: true, familyName: true, isProtected: true } },
      },
    });
    return {
      asked: waiting.map(({ row, unitId, ownCost }) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        unitId,
        unit: units.get(unitId) ?? "",
        amount: row.amount,
        ownCost,
      })),
      planned: rows.slice(0, MOST).flatMap(({ unit, owner, periodFrom, periodUntil, ...row }) =>
        periodFrom && periodUntil
          ? [
              {
                ...row,
                unit: unit.name,
                owner: owner && { name: shownName(owner) },
                periodFrom: day(periodFrom),
                periodUntil: day(periodUntil),
              },
            ]
          : [],
      ),
      more: rows.length > MOST,
    };
  });
}
