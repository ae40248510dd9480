import { reaches } from "@/domain/actor";
import { unitsToAsk } from "@/domain/endorsement";
import { nearestHolders } from "@/features/people/holder-queries";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, type Looking, notOwnCase, OLDEST, selves, sinceDay } from "./find-queries";
import { type HeldUnits, heldUnits } from "./held-units-queries";
import { ideasToEndorse } from "./idea-queries";

/** Statuses in which a unit may have to endorse: first, or again after a higher amount or own cost. [design 3] */
const ASKED_WHILE = ["submitted", "endorsed", "prepared", "inConsultation", "deferred"] as const;

/** Cases read at most; those whose units have all said yes are left out after reading. */
const READ = 200;

const ENDORSED = { select: { unitId: true, amount: true, ownCost: true } } as const;

/**
 * Cases that wait for this manager's yes for a unit, and what it costs the unit that the money does not cover (öre).
 * One row a case, in the name of the first unit that waits. The nearest manager is asked; when that is the owner of the
 * initiative, the next one up.
 */
export async function waitingForYes({ tx, actor, today }: Looking, { units, others }: HeldUnits) {
  const reached = actor.units === "all" ? {} : { unitId: { in: [...actor.units] } };
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        notOwnCase(actor),
        hasStatus(...ASKED_WHILE),
        {
          OR: [
            { units: { some: { unitId: { in: units } } } },
            {
              OR: [{ ownerId: { in: others } }, { people: { some: { personId: { in: others } } } }],
              units: { some: reached },
            },
          ],
        },
      ],
    },
    take: READ,
    orderBy: OLDEST.orderBy,
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      statusSince: true,
      amount: true,
      ownerId: true,
      people: { select: { personId: true } },
      units: { select: { unitId: true, ownCost: true } },
      endorsements: ENDORSED,
      ideas: { select: { idea: { select: { unitId: true, endorsements: ENDORSED } } } },
    },
  });
  const asked = rows.flatMap((row) => {
    const left = unitsToAsk(
      row.units,
      row.amount,
      row.endorsements,
      row.ideas.map(({ idea }) => idea),
    );
    return row.units
      .filter(({ unitId }) => left.includes(unitId) && reaches(actor, unitId))
      .map(({ unitId, ownCost }) => ({ row, unitId, ownCost }));
  });
  const holders = await nearestHolders(
    tx,
    actor.employerId,
    "manager",
    asked.map(({ row, unitId }) => ({ unitId, except: row.ownerId })),
    today,
  );
  const known = new Set<string>();
  return asked.filter(({ row }, nth) => {
    const nearest = holders[nth] ?? [];
    const parties = [row.ownerId, ...row.people.map(({ personId }) => personId)];
    // When everybody at the nearest place is a party, whoever reaches the unit is asked.
    const asks =
      nearest.some(({ id }) => selves(actor).includes(id)) || nearest.every(({ id }) => parties.includes(id));
    if (!asks || known.has(row.id)) return false;
    known.add(row.id);
    return true;
  });
}

const asFound = ({ row, unitId }: Awaited<ReturnType<typeof waitingForYes>>[number]) =>
  found({
    kind: "endorseCase",
    id: row.id,
    href: addressOf.case(row.id),
    subject: row.title,
    place: { unitId },
    amount: row.amount,
    since: sinceDay(row),
  });

/** What waits for a manager's yes or no: ideas and cases, where this is the nearest manager. */
export const waitingForManager: Finder = async (looking) => {
  const held = await heldUnits(looking);
  return [...(await ideasToEndorse(looking, held)), ...(await waitingForYes(looking, held)).map(asFound)];
};
