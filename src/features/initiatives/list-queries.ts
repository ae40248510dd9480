import type { Actor } from "@/domain/actor";
import { type Day, day, dayOf } from "@/domain/day";
import { INITIATIVE_STATUSES, type InitiativeStatus } from "@/domain/initiative";
import type { Ore } from "@/domain/money";
import { type NameView, shownName } from "@/features/people/holder-queries";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { likeText } from "@/server/like";
import { initiativesVisibleTo } from "@/server/scope";

export const INITIATIVE_SORTS = ["newest", "oldest", "title", "amount"] as const;
export type InitiativeSort = (typeof INITIATIVE_SORTS)[number];

/** Saved selections: granted but not started, and nobody answers for it. */
export const INITIATIVE_SHOWS = ["notStarted", "noOwner"] as const;
export type InitiativeShow = (typeof INITIATIVE_SHOWS)[number];

/** What the address bar says of the list. */
export type InitiativeFilters = {
  q: string;
  status: InitiativeStatus | null;
  unitId: string | null;
  show: InitiativeShow | null;
  sort: InitiativeSort;
  /** The row after which the page begins: its sort key and id. */
  after: { key: string; id: string } | null;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what it does not know it passes over. */
export function readInitiativeFilters(search: Record<string, string | undefined>): InitiativeFilters {
  const sort = INITIATIVE_SORTS.find((it) => it === search.sort) ?? "newest";
  const at = search.after?.lastIndexOf("~") ?? -1;
  const key = search.after?.slice(0, at) ?? "";
  const id = search.after?.slice(at + 1) ?? "";
  return {
    q: (search.q ?? "").trim().slice(0, 100),
    status: INITIATIVE_STATUSES.find((it) => it === search.status) ?? null,
    unitId: search.unit && UUID.test(search.unit) ? search.unit : null,
    show: INITIATIVE_SHOWS.find((it) => it === search.show) ?? null,
    sort,
    after: at > 0 && UUID.test(id) && isKey(sort, key) ? { key, id } : null,
  };
}

function isKey(sort: InitiativeSort, key: string): boolean {
  if (sort === "title") return true;
  return sort === "amount" ? /^\d{1,18}$/.test(key) : !Number.isNaN(Date.parse(key));
}

export type InitiativeRow = {
  id: string;
  title: string;
  unit: string;
  owner: NameView;
  hasOwner: boolean;
  numbers: string[];
  granted: boolean;
  periodFrom: Day | null;
  periodUntil: Day | null;
  status: InitiativeStatus;
  since: Day;
  amount: Ore;
};

/** What a row needs of the database. */
const ROW = {
  id: true,
  title: true,
  status: true,
  statusSince: true,
  amount: true,
  periodFrom: true,
  periodUntil: true,
  unit: { select: { name: true } },
  owner: { select: { givenName: true, familyName: true, isProtected: true } },
  parts: { select: { number: true }, orderBy: { number: "asc" } },
} satisfies Prisma.InitiativeSelect;

function toRow(row: Prisma.InitiativeGetPayload<{ select: typeof ROW }>): InitiativeRow {
  return {
    id: row.id,
    title: row.title,
    unit: row.unit.name,
    owner: row.owner && shownName(row.owner),
    hasOwner: row.owner !== null,
    numbers: row.parts.flatMap((part) => part.number ?? []),
    granted: row.parts.length > 0,
    periodFrom: day(row.periodFrom),
    periodUntil: day(row.periodUntil),
    status: row.status,
    since: dayOf(row.statusSince),
    amount: row.amount,
  };
}

/** Granted, and still not begun: what otherwise never happens. [seed 002] */
export const NOT_STARTED: Prisma.InitiativeWhereInput = {
  status: { in: ["planned", "scheduled"] },
  parts: { some: {} },
};
const SHOWS: Record<InitiativeShow, Prisma.InitiativeWhereInput> = {
  notStarted: NOT_STARTED,
  noOwner: { ownerId: null, status: { in: ["planned", "scheduled", "underWay"] } },
};

const PAGE = 50;

/** A page of the initiatives that the acting role sees, 50 at a time from a key, so that any page costs the same. */
export async function listInitiatives(
  actor: Actor,
  { q, status, unitId, show, sort, after }: InitiativeFilters,
): Promise<{ rows: InitiativeRow[]; next: string | null }> {
  return read(actor, async (tx) => {
    const where: Prisma.InitiativeWhereInput[] = [initiativesVisibleTo(actor)];
    if (q)
      where.push({
        OR: [
          { title: { contains: likeText(q), mode: "insensitive" } },
          { parts: { some: { number: { contains: likeText(q), mode: "insensitive" } } } },
        ],
      });
    if (status) where.push({ status });
    if (unitId) where.push({ unitId });
    if (show) where.push(SHOWS[show]);
    if (after) where.push(beyond(sort, after));
    const found = await tx.initiative.findMany({
      where: { AND: where },
      orderBy: ORDER[sort],
      take: PAGE + 1,
      select: ROW,
    });
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return {
      rows: found.slice(0, PAGE).map(toRow),
      next: last ? `${keyOf(sort, last)}~${last.id}` : null,
    };
  });
}

const ORDER = {
  newest: [{ statusSince: "desc" }, { id: "desc" }],
  oldest: [{ statusSince: "asc" }, { id: "asc" }],
  title: [{ title: "asc" }, { id: "asc" }],
  amount: [{ amount: "desc" }, { id: "desc" }],
} satisfies Record<InitiativeSort, Prisma.InitiativeOrderByWithRelationInput[]>;

function keyOf(sort: InitiativeSort, row: { title: string; amount: Ore; statusSince: Date }): string {
  if (sort === "title") return row.title;
  return sort === "amount" ? String(row.amount) : row.statusSince.toISOString();
}

function beyond(sort: InitiativeSort, { key, id }: { key: string; id: string }): Prisma.InitiativeWhereInput {
  if (sort === "title") return { OR: [{ title: { gt: key } }, { title: key, id: { gt: id } }] };
  if (sort === "amount") {
    const amount = BigInt(key);
    return { OR: [{ amount: { lt: amount } }, { amount, id: { lt: id } }] };
  }
  const statusSince = new Date(key);
  return sort === "oldest"
    ? { OR: [{ statusSince: { gt: statusSince } }, { statusSince, id: { gt: id } }] }
    : { OR: [{ statusSince: { lt: statusSince } }, { statusSince, id: { lt: id } }] };
}

/** Every initiative of a case, in the order in which they were planned. The caller has found the case in scope. */
export async function rowsOfCase(tx: Tx, caseId: string): Promise<InitiativeRow[]> {
  const rows = await tx.initiative.findMany({ where: { caseId }, orderBy: { id: "asc" }, select: ROW });
  return rows.map(toRow);
}

/**
 * Granted but not started, the longest waiting first, at most `most`; `more` says that there are others. For the homes
 * and the coordinator's list.
 */
export async function grantedButNotStarted(
  actor: Actor,
  most = 5,
): Promise<{ rows: InitiativeRow[]; more: boolean }> {
  return read(actor, async (tx) => {
    const found = await tx.initiative.findMany({
      where: { AND: [initiativesVisibleTo(actor), NOT_STARTED] },
      orderBy: ORDER.oldest,
      take: most + 1,
      select: ROW,
    });
    return { rows: found.slice(0, most).map(toRow), more: found.length > most };
  });
}
