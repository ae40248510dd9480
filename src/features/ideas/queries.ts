import type { Actor } from "@/domain/actor";
import { type Day, day, dayOf } from "@/domain/day";
import { maySeeAuthor } from "@/domain/idea";
import type { CaseStatus } from "@/domain/pre-registration";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { type HistoryEvent, historyOf } from "@/features/people/history-queries";
import { type Holder, type NameView, shownName } from "@/features/people/holder-queries";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo, ideasVisibleTo } from "@/server/scope";
import { holdersOf, type IdeaRowView, ideaRow, rowSelect } from "./row-queries";

/** More than anybody has waiting or has handed in; the rest is in the list. */
const MOST = 50;

/** The actor's own ideas, newest first, each with whose turn it is on a day. */
export async function myIdeas(actor: Actor, today: Day): Promise<IdeaRowView[]> {
  return read(actor, (tx) => rowsOf(tx, actor, { authorId: actor.personId }, "desc", today));
}

/**
 * The ideas that wait for the actor in the acting role, oldest first. A manager: handed in to them as the nearest
 * manager up the tree, or to the one they stand in for. A coordinator: endorsed, or handed in alone. Everybody else:
 * their own that were returned.
 */
export async function ideasWaitingFor(actor: Actor, today: Day): Promise<IdeaRowView[]> {
  return read(actor, async (tx) => {
    switch (actor.role) {
      case "manager":
        return rowsOf(tx, actor, { id: { in: await withNearestManager(tx, actor, today) } }, "asc", today);
      case "coordinator":
        return rowsOf(
          tx,
          actor,
          { OR: [{ status: "endorsed" }, { status: "submitted", withManager: false }] },
          "asc",
          today,
        );
      default:
        return rowsOf(tx, actor, { authorId: actor.personId, status: "returned" }, "asc", today);
    }
  });
}

async function withNearestManager(tx: Tx, actor: Actor, today: Day): Promise<string[]> {
  const own = [actor.personId, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])];
  const candidates = await tx.idea.findMany({
    where: {
      AND: [ideasVisibleTo(actor), { status: "submitted", withManager: true, authorId: { notIn: own } }],
    },
    select: { id: true, status: true, withManager: true, unitId: true, authorId: true },
  });
  const holders = await holdersOf(tx, actor.employerId, candidates, today);
  const acting = actor.onBehalfOf ?? actor.personId;
  return candidates.filter((_, nth) => holders[nth]?.some(({ id }) => id === acting)).map(({ id }) => id);
}

async function rowsOf(
  tx: Tx,
  actor: Actor,
  where: Prisma.IdeaWhereInput,
  order: "asc" | "desc",
  today: Day,
): Promise<IdeaRowView[]> {
  const rows = await tx.idea.findMany({
    where: { AND: [ideasVisibleTo(actor), where] },
    orderBy: [{ statusSince: order }, { id: order }],
    take: MOST,
    select: rowSelect(actor),
  });
  const holders = await holdersOf(tx, actor.employerId, rows, today);
  return rows.map((row, nth) => ideaRow(actor, row, holders[nth]));
}

/** One idea with all that its reader may know of it. Amounts in öre. */
export type IdeaView = IdeaRowView & {
  unitId: string;
  authorId: string;
  revision: number;
  submitted: Day | null;
  /** Who has answered or is to answer as manager, and who coordinates: the names along its way. */
  managers: Holder[];
  coordinators: Holder[];
  /** Undefined when the reader may not know; null when the author's data is protected. */
  author: NameView | undefined;
  /** What is missing, why not, or why it waits; only for the author and those who prepare. */
  answer: string | null;
  nextStep: string | null;
  endorsements: { unit: string; by: NameView; ownCost: bigint; note: string | null; on: Day }[];
  case: CaseOfIdea | null;
  history: HistoryEvent[];
};

/** The case that an idea is part of. `href` only where the reader sees the case itself. */
export type CaseOfIdea = {
  number: string;
  status: CaseStatus;
  since: Day;
  href: string | null;
  filing: {
    status: "draft" | "sent" | "granted" | "returned" | "rejected";
    sentOn: Day | null;
    number: string | null;
  } | null;
};

/** One idea in the actor's sight, or notFound. Colleagues get neither its author, its answers nor its history. */
export async function getIdea(actor: Actor, id: string, today: Day): Promise<IdeaView> {
  return read(actor, async (tx) => {
    const idea = await tx.idea.findFirst({
      where: { AND: [ideasVisibleTo(actor), { id }] },
      select: {
        ...rowSelect(actor),
        revision: true,
        submittedAt: true,
        answer: true,
        nextStep: true,
        author: { select: { givenName: true, familyName: true, isProtected: true } },
        endorsements: {
          orderBy: { at: "asc" },
          select: {
            ownCost: true,
            note: true,
            at: true,
            personId: true,
            unit: { select: { name: true } },
            person: { select: { givenName: true, familyName: true, isProtected: true } },
          },
        },
      },
    });
    if (!idea) throw new Refusal(NOT_FOUND);
    const { unitId, authorId } = idea;
    // Besides whose turn it is: who it is when it lies with a manager, and with the coordinator.
    const withUs = { status: "submitted" as const, unitId, authorId };
    const [holders = [], managers = [], coordinators = []] = await holdersOf(
      tx,
      actor.employerId,
      [idea, { ...withUs, withManager: true }, { ...withUs, withManager: false }],
      today,
    );
    const [yes] = idea.endorsements;
    const row = ideaRow(actor, idea, holders);
    const involved =
      row.mine || actor.role === "manager" || actor.role === "coordinator" || actor.role === "hr";
    const prepares = involved && !(row.mine && actor.role === "employee");
    return {
      ...row,
      unitId,
      authorId,
      managers: yes ? [{ id: yes.personId, name: shownName(yes.person), substitute: null }] : managers,
      coordinators,
      revision: idea.revision,
      submitted: idea.submittedAt && dayOf(idea.submittedAt),
      author: maySeeAuthor(actor, idea) ? shownName(idea.author) : undefined,
      answer: involved ? idea.answer : null,
      nextStep: involved ? idea.nextStep : null,
      endorsements: prepares
        ? idea.endorsements.map(({ unit, person, ownCost, note, at }) => ({
            unit: unit.name,
            by: shownName(person),
            ownCost,
            note,
            on: dayOf(at),
          }))
        : [],
      case: involved && row.status === "converted" ? await caseOf(tx, actor, id) : null,
      history: involved ? await historyOf(tx, actor, { subjectId: id }, row.mine) : [],
    };
  });
}

async function caseOf(tx: Tx, actor: Actor, ideaId: string): Promise<CaseOfIdea | null> {
  const link = await tx.caseIdea.findFirst({
    where: { ideaId },
    orderBy: { caseId: "desc" },
    select: { caseId: true, case: { select: { number: true, status: true, statusSince: true } } },
  });
  if (!link) return null;
  const seen = await tx.preRegistration.findFirst({
    where: { AND: [casesVisibleTo(actor), { id: link.caseId }] },
    select: { id: true },
  });
  const filing = await tx.filing.findFirst({
    where: { caseId: link.caseId, status: { not: "draft" } },
    orderBy: { id: "desc" },
    select: { status: true, sentOn: true, parts: { take: 1, select: { number: true } } },
  });
  return {
    number: link.case.number,
    status: link.case.status,
    since: dayOf(link.case.statusSince),
    href: seen ? `/pre-registrations/${link.caseId}` : null,
    filing: filing && {
      status: filing.status,
      sentOn: day(filing.sentOn),
      number: filing.parts[0]?.number ?? null,
    },
  };
}
