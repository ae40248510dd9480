import type { Actor } from "@/domain/actor";
import { IDEA_STATUSES, type IdeaStatus } from "@/domain/idea";
import { read } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { ideasVisibleTo } from "@/server/scope";
import { type IdeaRowView, ideaRow, rowSelect } from "./row-queries";

const IDEA_SORTS = ["newest", "oldest", "title"] as const;
type IdeaSort = (typeof IDEA_SORTS)[number];

/** What the address bar says of a list. */
export type IdeaFilters = {
  q: string;
  status: IdeaStatus | null;
  unitId: string | null;
  sort: IdeaSort;
  /** The row after which the page begins: its sort key and id. */
  after: { key: string; id: string } | null;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what it does not know it passes over. */
export function readIdeaFilters(search: Record<string, string | undefined>): IdeaFilters {
  const sort = IDEA_SORTS.find((it) => it === search.sort) ?? "newest";
  const at = search.after?.lastIndexOf("~") ?? -1;
  const key = search.after?.slice(0, at) ?? "";
  const id = search.after?.slice(at + 1) ?? "";
  const readable = at > 0 && UUID.test(id) && (sort === "title" || !Number.isNaN(Date.parse(key)));
  return {
    q: (search.q ?? "").trim().slice(0, 100),
    status: IDEA_STATUSES.find((it) => it === search.status) ?? null,
    unitId: search.unit && UUID.test(search.unit) ? search.unit : null,
    sort,
    after: readable ? { key, id } : null,
  };
}

const PAGE = 50;

export type IdeaPage = { rows: IdeaRowView[]; next: string | null };

/**
 * A page of the ideas that the acting role sees, 50 at a time from a key, so that any page costs the same. `others`
 * leaves out one's own.
 */
export async function listIdeas(actor: Actor, filters: IdeaFilters, others = false): Promise<IdeaPage> {
  return read(actor, async (tx) => {
    const { q, status, unitId, sort, after } = filters;
    const where: Prisma.IdeaWhereInput[] = [ideasVisibleTo(actor)];
    if (others) where.push({ authorId: { not: actor.personId } });
    if (q)
      where.push({
        OR: [{ title: { contains: q, mode: "insensitive" } }, { why: { contains: q, mode: "insensitive" } }],
      });
    if (status) where.push({ status });
    if (unitId) where.push({ unitId });
    if (after) where.push(beyond(sort, after));
    const found = await tx.idea.findMany({
      where: { AND: where },
      orderBy: ORDER[sort],
      take: PAGE + 1,
      select: rowSelect(actor),
    });
    const rows = found.slice(0, PAGE);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    return {
      rows: rows.map((row) => ideaRow(actor, row)),
      next: last ? `${sort === "title" ? last.title : last.statusSince.toISOString()}~${last.id}` : null,
    };
  });
}

const ORDER = {
  newest: [{ statusSince: "desc" }, { id: "desc" }],
  oldest: [{ statusSince: "asc" }, { id: "asc" }],
  title: [{ title: "asc" }, { id: "asc" }],
} satisfies Record<IdeaSort, Prisma.IdeaOrderByWithRelationInput[]>;

function beyond(sort: IdeaSort, { key, id }: { key: string; id: string }): Prisma.IdeaWhereInput {
  if (sort === "title") return { OR: [{ title: { gt: key } }, { title: key, id: { gt: id } }] };
  const statusSince = new Date(key);
  return sort === "oldest"
    ? { OR: [{ statusSince: { gt: statusSince } }, { statusSince, id: { gt: id } }] }
    : { OR: [{ statusSince: { lt: statusSince } }, { statusSince, id: { lt: id } }] };
}

/** The units of the acting role's reach, by name, to choose from. */
export async function unitsToFilter(actor: Actor): Promise<{ id: string; name: string }[]> {
  return read(actor, (tx) =>
    tx.unit.findMany({
      where: actor.units === "all" ? {} : { id: { in: [...actor.units] } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
}
