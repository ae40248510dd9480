import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { type Audience, answerDay, answerIsPromised, holderOf, type IdeaStatus } from "@/domain/idea";
import type { CaseStatus } from "@/domain/pre-registration";
import { type Holder, nearestHolders } from "@/features/people/holder-queries";
import type { Tx } from "@/server/db";

/** An idea in a list: never its author. */
export type IdeaRowView = {
  id: string;
  title: string;
  why: string;
  status: IdeaStatus;
  withManager: boolean;
  since: Day;
  audience: Audience;
  headcount: number | null;
  unit: string;
  /** How many colleagues said "me too". */
  supports: number;
  mine: boolean;
  supported: boolean;
  /** Whose turn it is by name; empty when it is nobody's, the author's, the case's, or when nobody holds the role. */
  holders: Holder[];
  /** The promised day for an answer; null when none is promised. */
  answerBy: Day | null;
  /** Status of the pre-registration it became part of. */
  caseStatus: CaseStatus | null;
};

/** What a row needs of the database; ideaRow makes the view of it. */
export function rowSelect(actor: Actor) {
  return {
    id: true,
    title: true,
    why: true,
    status: true,
    withManager: true,
    statusSince: true,
    audience: true,
    headcount: true,
    unitId: true,
    authorId: true,
    unit: { select: { name: true } },
    supports: { where: { personId: actor.personId }, select: { personId: true } },
    _count: { select: { supports: true } },
    cases: { orderBy: { caseId: "desc" }, take: 1, select: { case: { select: { status: true } } } },
  } as const;
}

export type RowData = {
  id: string;
  title: string;
  why: string;
  status: IdeaStatus;
  withManager: boolean;
  statusSince: Date;
  audience: Audience;
  headcount: number | null;
  unitId: string;
  authorId: string;
  unit: { name: string };
  supports: { personId: string }[];
  _count: { supports: number };
  cases: { case: { status: CaseStatus } }[];
};

export function ideaRow(actor: Actor, row: RowData, holders: Holder[] = []): IdeaRowView {
  const since = dayOf(row.statusSince);
  return {
    id: row.id,
    title: row.title,
    why: row.why,
    status: row.status,
    withManager: row.withManager,
    since,
    audience: row.audience,
    headcount: row.headcount,
    unit: row.unit.name,
    supports: row._count.supports,
    mine: row.authorId === actor.personId,
    supported: row.supports.length > 0,
    holders,
    answerBy: answerIsPromised(row) ? answerDay(since) : null,
    caseStatus: row.status === "converted" ? (row.cases[0]?.case.status ?? null) : null,
  };
}

type Held = { status: IdeaStatus; withManager: boolean; unitId: string; authorId: string };

/**
 * Whose turn it is with each idea on a day: the manager nearest up the tree (never the author themselves), or the
 * coordinator. In the order of the ideas.
 */
export async function holdersOf(
  tx: Tx,
  employerId: string,
  ideas: readonly Held[],
  today: Day,
): Promise<Holder[][]> {
  const asked = ideas.map((idea) => {
    const role = holderOf(idea);
    if (role !== "manager" && role !== "coordinator") return null;
    return { role, unitId: idea.unitId, except: role === "manager" ? idea.authorId : null };
  });
  const answers = new Map<string, Holder[]>();
  for (const role of ["manager", "coordinator"] as const) {
    const mine = asked.filter((ask) => ask?.role === role).flatMap((ask) => ask ?? []);
    const distinct = [...new Map(mine.map((ask) => [keyOf(ask), ask])).values()];
    const found = await nearestHolders(tx, employerId, role, distinct, today);
    distinct.forEach((ask, nth) => {
      answers.set(keyOf(ask), found[nth] ?? []);
    });
  }
  return asked.map((ask) => (ask && answers.get(keyOf(ask))) ?? []);
}

const keyOf = (ask: { role: string; unitId: string; except: string | null }) =>
  `${ask.role} ${ask.unitId} ${ask.except}`;
