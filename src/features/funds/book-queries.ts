import type { Actor } from "@/domain/actor";
import type { Place } from "@/domain/book";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { asTree, unitsWithin } from "@/domain/unit";
import { allUnits } from "@/features/people/unit-queries";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo, fundsVisibleTo } from "@/server/scope";
import {
  availableAfter,
  availableNow,
  type Balances,
  caseBalancesAfter,
  caseHoldings,
  seqsOf,
} from "./book-balances";
import { least, PAGE, placesOf, seqsIn } from "./book-pages";
import type { BookSearch } from "./book-schema";
import { ENTRY, type EntryView, entryView, seesEntries } from "./entry-queries";

export type BookEntry = EntryView & { balances: Balances };
type Named = { id: string; name: string };

/** What the book is about, in the words of its filters; null where nothing narrows it. */
export type BookSubject = {
  fund: (Named & { available: Ore }) | null;
  /** Null unit name: the central pot. */
  pot: { id: string; unitName: string | null; available: Ore } | null;
  unit: Named | null;
  case: { id: string; number: string; reserved: Ore; committed: Ore; drawn: Ore } | null;
};

export type Book = {
  entries: BookEntry[];
  /** Where the next page begins; null: this is the last. */
  next: bigint | null;
  /** Which balance each entry carries. */
  balance: "available" | "case" | null;
  subject: BookSubject;
  /** A case was asked for that does not exist or lies outside the reader's sight. */
  noCase: boolean;
  /** The cases on the page that the reader may open. */
  openCases: Set<string>;
  choices: {
    funds: Named[];
    pots: { id: string; unitName: string | null }[];
    units: (Named & { depth: number })[];
  };
};

/**
 * A page of the book, the newest entry first, narrowed by where an entry has an end (fund, pot, unit with all under it,
 * case) and by movement and period. Null for who does not see single entries. Refuses (notFound) a fund, pot or unit that
 * is not the employer's. Keyset on the entry's number: a page costs the same wherever it lies.
 */
export async function getBook(actor: Actor, search: BookSearch): Promise<Book | null> {
  if (!seesEntries(actor)) return null;
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const found = await subjectOf(tx, actor, search);
    const { subject, choices, units } = found;
    const openCases = new Set<string>();
    const none = { entries: [], next: null, balance: null, subject, choices, openCases };
    if (search.case && !subject.case) return { ...none, noCase: true };
    const seqs = await seqsOf(tx, employerId, search);
    if (!seqs) return { ...none, noCase: false };

    const at: Place = {
      fundId: subject.fund?.id ?? null,
      potId: subject.pot?.id ?? null,
      caseId: subject.case?.id ?? null,
    };
    const inOrder = await seqsIn(tx, employerId, await placesOf(tx, employerId, at, units), {
      below: least([seqs.most === null ? null : seqs.most + 1n, search.after]),
      from: seqs.least,
      movement: search.movement,
      within: at,
    });
    const rows = await tx.ledgerEntry.findMany({
      where: { employerId, seq: { in: inOrder.slice(0, PAGE) } },
      orderBy: { seq: "desc" },
      select: ENTRY,
    });
    const page = rows.map(entryView);
    const { kind, balances } = await balancesOf(tx, employerId, page, subject, search);
    for (const row of await tx.preRegistration.findMany({
      where: { AND: [casesVisibleTo(actor), { employerId, id: { in: casesIn(page) } }] },
      select: { id: true },
    }))
      openCases.add(row.id);
    const { from, until } = search;
    return {
      entries: page
        .map((entry, nth) => ({ ...entry, balances: balances[nth] ?? {} }))
        // Booked round midnight: the number lies in the period and the day does not.
        .filter(({ day }) => (!from || from <= day) && (!until || day <= until)),
      next: inOrder.length > PAGE ? (page.at(-1)?.seq ?? null) : null,
      balance: kind,
      subject,
      noCase: false,
      openCases,
      choices,
    };
  });
}

const casesIn = (entries: readonly EntryView[]) => [
  ...new Set(entries.flatMap(({ from, to }) => [from.caseId ?? [], to.caseId ?? []].flat())),
];

async function subjectOf(tx: Tx, actor: Actor, search: BookSearch) {
  const { employerId } = actor;
  const funds = await tx.fund.findMany({
    where: { AND: [fundsVisibleTo(actor), { employerId }] },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    select: {
      id: true,
      name: true,
      pots: { select: { id: true, unitId: true, unit: { select: { name: true } } } },
    },
  });
  const chosen = funds.find(
    (fund) => fund.id === search.fund || (!search.fund && fund.pots.some((pot) => pot.id === search.pot)),
  );
  const pot = chosen?.pots.find((it) => it.id === search.pot);
  const all = await allUnits(tx, employerId);
  const unit = all.find((it) => it.id === search.unit);
  if ((search.fund && !chosen) || (search.pot && !pot) || (search.unit && !unit))
    throw new Refusal(NOT_FOUND);
  const aCase = search.case
    ? await tx.preRegistration.findFirst({
        where: { AND: [casesVisibleTo(actor), { employerId, number: search.case }] },
        select: { id: true, number: true },
      })
    : null;
  const subject: BookSubject = {
    fund: chosen
      ? {
          id: chosen.id,
          name: chosen.name,
          available: await availableNow(tx, employerId, { fundId: chosen.id, potId: null }),
        }
      : null,
    pot:
      chosen && pot
        ? {
            id: pot.id,
            unitName: pot.unit?.name ?? null,
            available: await availableNow(tx, employerId, { fundId: chosen.id, potId: pot.id }),
          }
        : null,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    case: aCase ? { ...aCase, ...(await caseHoldings(tx, employerId, aCase.id)) } : null,
  };
  return {
    subject,
    units: unit ? unitsWithin(all, unit.id) : null,
    choices: {
      funds: funds.map(({ id, name }) => ({ id, name })),
      pots: (chosen?.pots ?? [])
        .map(({ id, unit: own }) => ({ id, unitName: own?.name ?? null }))
        .sort((a, b) => (a.unitName ?? "").localeCompare(b.unitName ?? "", "sv")),
      units: asTree(all).map(({ id, name, depth }) => ({ id, name, depth })),
    },
  };
}

/** The balances that can be told: only where the page leaves out none of the entries that changed them. */
async function balancesOf(
  tx: Tx,
  employerId: string,
  page: readonly EntryView[],
  { fund, pot, unit, case: aCase }: BookSubject,
  { movement }: BookSearch,
): Promise<{ kind: Book["balance"]; balances: Balances[] }> {
  if (movement || unit) return { kind: null, balances: [] };
  if (aCase)
    return fund
      ? { kind: null, balances: [] }
      : { kind: "case", balances: await caseBalancesAfter(tx, employerId, page, aCase.id) };
  if (!fund) return { kind: null, balances: [] };
  const at = { fundId: fund.id, potId: pot?.id ?? null };
  return { kind: "available", balances: await availableAfter(tx, employerId, page, at) };
}
