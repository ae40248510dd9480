import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { AUDIENCES, type Audience, stemsOf } from "@/domain/idea";
import { whyNotApply } from "@/domain/local-agreement";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { localAgreementOn } from "@/features/agreements/queries";
import { type Holder, nearestHolders, ownUnit } from "@/features/people/holder-queries";
import { read, type Tx } from "@/server/db";
import { findDraft, NEW, type Typed } from "@/server/drafts";
import { ideasVisibleTo } from "@/server/scope";
import { IDEA_DRAFT } from "./author-commands";
import { type IdeaRowView, ideaRow, rowSelect } from "./row-queries";

/** What the form shows when it opens: the unsaved typing where there is any, else what is saved, else nothing. */
export type IdeaFormView = {
  id: string | null;
  /** The revision that the texts stand on; null for a new idea. */
  revision: number | null;
  title: string;
  why: string;
  audience: Audience | null;
  headcount: string;
  /** When the typing was last kept by autosave. */
  typedAt: Date | null;
  /** Why it came back, on a returned idea. */
  missing: string | null;
  managers: Holder[];
  coordinators: Holder[];
  similar: IdeaRowView[];
};

/**
 * The form for a new idea (`id` null) or for one's own draft or returned idea (else notFound). `suggested` is a title
 * from elsewhere, such as the guide; it gives way to what is already typed.
 */
export async function getIdeaForm(
  actor: Actor,
  id: string | null,
  today: Day,
  suggested = "",
): Promise<IdeaFormView> {
  return read(actor, async (tx) => {
    const idea = id
      ? await tx.idea.findFirst({
          where: {
            AND: [
              ideasVisibleTo(actor),
              { id, authorId: actor.personId, status: { in: ["draft", "returned"] } },
            ],
          },
        })
      : null;
    if (id && !idea) throw new Refusal(NOT_FOUND);
    const draft = await findDraft(tx, actor, IDEA_DRAFT, id ?? NEW);
    const typed = (name: keyof Typed) =>
      typeof draft?.typed[name] === "string" ? draft.typed[name] : undefined;
    const title = typed("title") ?? idea?.title ?? suggested;
    const unitId = idea?.unitId ?? (await ownUnit(tx, actor.personId));
    const [managers = []] = await nearestHolders(
      tx,
      actor.employerId,
      "manager",
      [{ unitId, except: actor.personId }],
      today,
    );
    const [coordinators = []] = await nearestHolders(
      tx,
      actor.employerId,
      "coordinator",
      [{ unitId }],
      today,
    );
    return {
      id,
      revision: idea ? (draft?.baseRevision ?? idea.revision) : null,
      title,
      why: typed("why") ?? idea?.why ?? "",
      audience: AUDIENCES.find((it) => it === (typed("audience") ?? idea?.audience)) ?? null,
      headcount: typed("headcount") ?? (idea?.headcount ? String(idea.headcount) : ""),
      typedAt: draft?.at ?? null,
      missing: idea?.status === "returned" ? idea.answer : null,
      managers,
      coordinators,
      similar: await similarTo(tx, actor, title, id),
    };
  });
}

/** Open ideas of others about nearly the same thing, most wanted first, at most three. */
export async function similarIdeas(
  actor: Actor,
  title: string,
  except: string | null = null,
): Promise<IdeaRowView[]> {
  return read(actor, (tx) => similarTo(tx, actor, title, except));
}

async function similarTo(tx: Tx, actor: Actor, title: string, except: string | null): Promise<IdeaRowView[]> {
  const stems = stemsOf(title);
  if (stems.length === 0) return [];
  const rows = await tx.idea.findMany({
    where: {
      AND: [
        ideasVisibleTo(actor),
        { status: { in: ["submitted", "endorsed", "inDialogue"] }, authorId: { not: actor.personId } },
        { OR: stems.map((stem) => ({ title: { contains: stem, mode: "insensitive" as const } })) },
        except ? { id: { not: except } } : {},
      ],
    },
    orderBy: [{ supports: { _count: "desc" } }, { id: "desc" }],
    take: 3,
    select: rowSelect(actor),
  });
  return rows.map((row) => ideaRow(actor, row));
}

/** What the guide needs beside the answers: whether anything can be applied for today, and why not. */
export async function guideFacts(
  actor: Actor,
  scheme: "tlo" | "lom",
  today: Day,
): Promise<{ noAgreement: Reason | null }> {
  if (scheme === "tlo") return { noAgreement: null };
  const agreement = await read(actor, (tx) => localAgreementOn(tx, actor.employerId, today));
  return { noAgreement: whyNotApply("lom", agreement, today) };
}
