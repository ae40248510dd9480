import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import type { Account, Movement } from "@/domain/ledger";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { read } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";
import { PAGE, placesOf, seqsIn } from "./book-pages";

/** One end of an entry, in the words of those who read it. */
export type EndView = {
  account: Account;
  fundId: string | null;
  potId: string | null;
  fundName: string | null;
  potUnit: string | null;
  caseId: string | null;
  caseNumber: string | null;
  partNumber: string | null;
};
export type EntryView = {
  id: string;
  seq: bigint;
  movement: Movement;
  amount: Ore;
  day: Day;
  from: EndView;
  to: EndView;
  /** Null: the portal itself, by the days. A person without a name has protected data. */
  by: { name: string | null } | null;
  /** Belongs to a case, whose steps alone put it right. */
  ofCase: boolean;
  isReversal: boolean;
  isReversed: boolean;
};

const pot = { select: { fund: { select: { name: true } }, unit: { select: { name: true } } } } as const;
export const ENTRY = {
  id: true,
  seq: true,
  movement: true,
  amount: true,
  day: true,
  reversesId: true,
  reversedBy: { select: { id: true } },
  person: { select: { givenName: true, familyName: true, isProtected: true } },
  fromAccount: true,
  fromFundId: true,
  fromPotId: true,
  fromPot: pot,
  fromCase: { select: { id: true, number: true } },
  fromPart: { select: { number: true } },
  toAccount: true,
  toFundId: true,
  toPotId: true,
  toPot: pot,
  toCase: { select: { id: true, number: true } },
  toPart: { select: { number: true } },
} as const;

type PotRow = { fund: { name: string }; unit: { name: string } | null } | null;
export type EntryRow = {
  id: string;
  seq: bigint;
  movement: Movement;
  amount: bigint;
  day: Date;
  reversesId: string | null;
  reversedBy: { id: string } | null;
  person: { givenName: string; familyName: string; isProtected: boolean } | null;
  fromAccount: Account;
  fromFundId: string | null;
  fromPotId: string | null;
  fromPot: PotRow;
  fromCase: { id: string; number: string } | null;
  fromPart: { number: string | null } | null;
  toAccount: Account;
  toFundId: string | null;
  toPotId: string | null;
  toPot: PotRow;
  toCase: { id: string; number: string } | null;
  toPart: { number: string | null } | null;
};

function endView(
  account: Account,
  [fundId, potId]: readonly [string | null, string | null],
  at: PotRow,
  aCase: { id: string; number: string } | null,
  part: { number: string | null } | null,
): EndView {
  return {
    account,
    fundId,
    potId,
    fundName: at?.fund.name ?? null,
    potUnit: at?.unit?.name ?? null,
    caseId: aCase?.id ?? null,
    caseNumber: aCase?.number ?? null,
    partNumber: part?.number ?? null,
  };
}

/** A row of the book for those who read it. */
export function entryView(row: EntryRow): EntryView {
  return {
    id: row.id,
    seq: row.seq,
    movement: row.movement,
    amount: row.amount,
    day: day(row.day),
    from: endView(row.fromAccount, [row.fromFundId, row.fromPotId], row.fromPot, row.fromCase, row.fromPart),
    to: endView(row.toAccount, [row.toFundId, row.toPotId], row.toPot, row.toCase, row.toPart),
    by: row.person && { name: shownName(row.person) },
    ofCase: row.fromCase !== null || row.toCase !== null,
    isReversal: row.reversesId !== null,
    isReversed: row.reversedBy !== null,
  };
}

/** Who sees the single entries, which name cases: those who book. Others see the sums. */
export function seesEntries(actor: Pick<Actor, "role">): boolean {
  return actor.role === "coordinator" || actor.role === "hr";
}

/**
 * A page of a fund's entries, the newest first, from the one after `after` (its seq). One more than a page is looked up,
 * so that the pager knows whether there is more; nothing is counted.
 */
export async function getEntries(
  actor: Actor,
  fundId: string,
  search: { movement?: Movement | null; after?: bigint | null },
): Promise<{ entries: EntryView[]; next: bigint | null }> {
  if (!seesEntries(actor)) return { entries: [], next: null };
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId, id: fundId }] },
      select: { id: true },
    });
    if (!fund) throw new Refusal(NOT_FOUND);
    const at = { fundId, potId: null, caseId: null };
    const seqs = await seqsIn(tx, employerId, await placesOf(tx, employerId, at, null), {
      below: search.after ?? null,
      from: null,
      movement: search.movement ?? null,
      within: at,
    });
    const rows = await tx.ledgerEntry.findMany({
      where: { employerId, seq: { in: seqs.slice(0, PAGE) } },
      orderBy: { seq: "desc" },
      select: ENTRY,
    });
    const entries = rows.map(entryView);
    return { entries, next: seqs.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
  });
}

/** One entry of a fund, for the page that reverses it. */
export async function getEntry(
  actor: Actor,
  fundId: string,
  entryId: string,
): Promise<EntryView & { fundName: string }> {
  if (!seesEntries(actor)) throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId, id: fundId }] },
      select: { name: true },
    });
    const row = await tx.ledgerEntry.findFirst({
      where: {
        employerId: actor.employerId,
        id: entryId,
        OR: [{ fromFundId: fundId }, { toFundId: fundId }],
      },
      select: ENTRY,
    });
    if (!fund || !row) throw new Refusal(NOT_FOUND);
    return { ...entryView(row), fundName: fund.name };
  });
}
