import type { Place } from "@/domain/book";
import { addDays, column, day } from "@/domain/day";
import type { Movement } from "@/domain/ledger";
import type { Tx } from "@/server/db";

export const PAGE = 50;

/** Above so many cases a unit's entries are found by going through the book, since most of them are its own. */
const FEW_CASES = 500;

/** The ends that an entry must have one of: each a condition on one side, so that each is one index scan. */
type OneSide = Awaited<ReturnType<typeof placesOf>>[number];

/**
 * Where entries must have an end, side by side. A unit (its ids: with the units under it and those merged into them) is
 * where its pots are or its cases.
 */
export async function placesOf(tx: Tx, employerId: string, at: Place, units: string[] | null) {
  if (!units) return at.fundId || at.potId || at.caseId ? bothSides(at) : [{}];
  const pots = await tx.pot.findMany({
    where: { employerId, unitId: { in: units }, ...(at.fundId ? { fundId: at.fundId } : {}) },
    select: { id: true },
  });
  const potIds = pots.map((it) => it.id).filter((id) => !at.potId || id === at.potId);
  const cases = await tx.preRegistration.findMany({
    where: { employerId, unitId: { in: units }, ...(at.caseId ? { id: at.caseId } : {}) },
    take: FEW_CASES + 1,
    select: { id: true },
  });
  const ofCases = cases.length > FEW_CASES ? { unitIds: units } : { caseIds: cases.map((it) => it.id) };
  return [
    ...(potIds.length > 0 ? bothSides(at, { potIds }) : []),
    ...(cases.length > 0 ? bothSides(at, ofCases) : []),
  ];
}

function bothSides(
  { fundId, potId, caseId }: Place,
  { potIds, caseIds, unitIds }: { potIds?: string[]; caseIds?: string[]; unitIds?: string[] } = {},
) {
  const pot = potIds ? { in: potIds } : potId;
  const aCase = caseId ?? (caseIds ? { in: caseIds } : null);
  const ofUnits = unitIds ? { unitId: { in: unitIds } } : null;
  return [
    {
      // A pot lies in one fund; its own index is the narrower.
      ...(fundId && !potId ? { fromFundId: fundId } : {}),
      ...(pot ? { fromPotId: pot } : {}),
      ...(aCase ? { fromCaseId: aCase } : {}),
      ...(ofUnits ? { fromCase: ofUnits } : {}),
    },
    {
      ...(fundId && !potId ? { toFundId: fundId } : {}),
      ...(pot ? { toPotId: pot } : {}),
      ...(aCase ? { toCaseId: aCase } : {}),
      ...(ofUnits ? { toCase: ofUnits } : {}),
    },
  ];
}

/** The lowest of what there is; null: nothing. */
export const least = (seqs: readonly (bigint | null)[]): bigint | null =>
  seqs.reduce((a, b) => (a === null ? b : b === null || a < b ? a : b), null);

/**
 * The numbers of the newest entries of some places, one more than a page if there are: below a number, from a number
 * on, of one movement or any. Numbers alone, so that what they name is read once.
 */
export async function seqsIn(
  tx: Tx,
  employerId: string,
  places: readonly OneSide[],
  by: { below: bigint | null; from: bigint | null; movement: Movement | null; within: Place },
): Promise<bigint[]> {
  const bounds = {
    ...(by.below === null ? {} : { lt: by.below }),
    ...(by.from === null ? {} : { gte: by.from }),
  };
  const scan = async (rest: object) => {
    const found = new Set<bigint>();
    for (const place of places) {
      const rows = await tx.ledgerEntry.findMany({
        where: { employerId, ...place, ...rest, seq: bounds },
        orderBy: { seq: "desc" },
        take: PAGE + 1,
        select: { seq: true },
      });
      for (const { seq } of rows) found.add(seq);
    }
    return found;
  };
  const { movement } = by;
  if (!movement) return newest(await scan({}));
  // A movement cannot be looked up under row-level security (comparing enums is not leakproof, so no index of it is
  // used), and one that is rare would be looked for through the whole book. Its days are known from their sums.
  const found = new Set<bigint>();
  const days = await daysOf(tx, employerId, movement, by);
  for (let at = 0, many = 3; at < days.length && found.size <= PAGE; at += many, many *= 4) {
    const some = days.slice(at, at + many);
    const oldest = some.at(-1);
    // Round midnight a number may be later than its day: the day before goes along.
    const on = [...some, ...(oldest ? [addDays(oldest, -1)] : [])].map((it) => column(it));
    for (const seq of await scan({ movement, day: { in: on } })) found.add(seq);
  }
  return newest(found);
}

const newest = (seqs: Iterable<bigint>): bigint[] =>
  [...seqs].sort((a, b) => (a < b ? 1 : -1)).slice(0, PAGE + 1);

/** The days on which something moved so in a fund, a pot or anywhere, the newest first, from the one before `below` on. */
async function daysOf(
  tx: Tx,
  employerId: string,
  movement: Movement,
  { below, within }: { below: bigint | null; within: Place },
) {
  const last =
    below === null
      ? null
      : await tx.ledgerEntry.findFirst({
          where: { employerId, seq: { lt: below } },
          orderBy: { seq: "desc" },
          select: { day: true },
        });
  const rows = await tx.ledgerDay.groupBy({
    by: ["day"],
    where: {
      employerId,
      movement,
      ...(within.fundId ? { fundId: within.fundId } : {}),
      ...(within.potId ? { potId: within.potId } : {}),
      ...(last ? { day: { lte: column(addDays(day(last.day), 1)) } } : {}),
    },
    orderBy: { day: "desc" },
  });
  return rows.map((row) => day(row.day));
}
