import type { Actor } from "@/domain/actor";
import { readFrozen } from "@/domain/frozen-case";
import type { IdeaStatus } from "@/domain/idea";
import type { InitiativeStatus } from "@/domain/initiative";
import type { CaseStatus } from "@/domain/pre-registration";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo, ideasVisibleTo, initiativesVisibleTo } from "@/server/scope";

/** Shown of each noun; more words find the rest. */
export const MOST_HITS = 20;
/** A single letter finds everything. */
export const SHORTEST = 2;
const LONGEST = 100;

export type CaseHit = { id: string; number: string; title: string; unit: string; status: CaseStatus };
export type InitiativeHit = {
  id: string;
  title: string;
  unit: string;
  numbers: string[];
  status: InitiativeStatus;
};
export type IdeaHit = { id: string; title: string; unit: string; status: IdeaStatus; withManager: boolean };
export type Hits<T> = { rows: T[]; more: boolean };
export type SearchHits = { cases: Hits<CaseHit>; initiatives: Hits<InitiativeHit>; ideas: Hits<IdeaHit> };

/** What was asked for, without space around it; at most a hundred characters. */
export function readQuery(text: string | undefined): string {
  return (text ?? "").trim().replace(/\s+/g, " ").slice(0, LONGEST);
}

/**
 * Cases by title or number, initiatives by title or the national fund's number, ideas by title: what the acting role
 * sees, the latest first. Letters compare without case; % and _ are only themselves. Nothing for fewer characters than
 * SHORTEST.
 */
export function search(actor: Actor, q: string): Promise<SearchHits> {
  if (q.length < SHORTEST) return Promise.resolve({ cases: NONE, initiatives: NONE, ideas: NONE });
  return read(actor, async (tx) => ({
    cases: await findCases(tx, actor, q),
    initiatives: await findInitiatives(tx, actor, q),
    ideas: await findIdeas(tx, actor, q),
  }));
}

const NONE = { rows: [], more: false };

/** Holds the words anywhere; the database's own wildcards are escaped. */
const holds = (q: string) => ({ contains: q.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const });

const firstOf = <T>(rows: T[]): Hits<T> => ({
  rows: rows.slice(0, MOST_HITS),
  more: rows.length > MOST_HITS,
});

const LATEST = { take: MOST_HITS + 1, orderBy: [{ statusSince: "desc" as const }, { id: "desc" as const }] };

/** The unions read title and unit as they were frozen for them, so they find them by those words too. */
async function findCases(tx: Tx, actor: Actor, q: string): Promise<Hits<CaseHit>> {
  const speaks = actor.role === "unionRep";
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        {
          OR: [
            { number: holds(q) },
            speaks ? { versions: { some: { content: frozenTitle(q) } } } : { title: holds(q) },
          ],
        },
      ],
    },
    ...LATEST,
    select: {
      id: true,
      number: true,
      title: true,
      status: true,
      unit: { select: { name: true } },
      versions: { orderBy: { number: "desc" }, take: speaks ? 1 : 0, select: { content: true } },
    },
  });
  return firstOf(
    rows.map(({ unit, versions, ...row }) => {
      const frozen = versions[0] && readFrozen(versions[0].content);
      return { ...row, title: frozen?.title ?? row.title, unit: frozen?.unit ?? unit.name };
    }),
  );
}

const frozenTitle = (q: string) => ({
  path: ["title"],
  string_contains: q.replace(/[\\%_]/g, "\\$&"),
  mode: "insensitive" as const,
});

async function findInitiatives(tx: Tx, actor: Actor, q: string): Promise<Hits<InitiativeHit>> {
  const rows = await tx.initiative.findMany({
    where: {
      AND: [
        initiativesVisibleTo(actor),
        { OR: [{ title: holds(q) }, { parts: { some: { number: holds(q) } } }] },
      ],
    },
    ...LATEST,
    select: {
      id: true,
      title: true,
      status: true,
      unit: { select: { name: true } },
      parts: { orderBy: { number: "asc" }, select: { number: true } },
    },
  });
  return firstOf(
    rows.map(({ unit, parts, ...row }) => ({
      ...row,
      unit: unit.name,
      numbers: parts.flatMap(({ number }) => number ?? []),
    })),
  );
}

async function findIdeas(tx: Tx, actor: Actor, q: string): Promise<Hits<IdeaHit>> {
  const rows = await tx.idea.findMany({
    where: { AND: [ideasVisibleTo(actor), { title: holds(q) }] },
    ...LATEST,
    select: { id: true, title: true, status: true, withManager: true, unit: { select: { name: true } } },
  });
  return firstOf(rows.map(({ unit, ...row }) => ({ ...row, unit: unit.name })));
}
