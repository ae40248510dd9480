import type { Actor } from "@/domain/actor";
import type { Version } from "@/domain/agreement";
import { changedUnderDraft, endedVersion } from "@/domain/agreement-changes";
import { type Day, dayOf } from "@/domain/day";
import { read, type Tx } from "@/server/db";
import { findCase } from "./move";

/** Whether anything of a case was ever sent to the national fund. */
export async function wasFiled(tx: Tx, caseId: string): Promise<boolean> {
  const sent = await tx.filing.findFirst({
    where: { caseId, status: { not: "draft" } },
    select: { id: true },
  });
  return sent !== null;
}

/** What happened to the agreement under a case; null when nothing did. */
export type VersionNews =
  | { kind: "draft"; before: Version; now: Version }
  | { kind: "ended"; version: Version; lastDay: Day; to: Version | null };

/** What the coordinator is told of a case's version: changed under a draft, or ended before it was filed. [design 3] */
export function getVersionNews(actor: Actor, caseId: string, today: Day): Promise<VersionNews | null> {
  return read(actor, async (tx) => {
    const it = await findCase({ tx }, actor, caseId);
    const { scheme } = await tx.employer.findFirstOrThrow({
      where: { id: actor.employerId },
      select: { scheme: true },
    });
    const created = await tx.caseEvent.findFirst({
      where: { caseId, kind: "preRegistration.created" },
      orderBy: { seq: "asc" },
      select: { at: true },
    });
    const begun = dayOf(created?.at ?? it.statusSince);
    const changed = changedUnderDraft({ version: it.version, begun }, scheme, today);
    if (changed) return { kind: "draft", ...changed };
    const ended = endedVersion({ ...it, filed: await wasFiled(tx, caseId) }, today);
    return ended && { kind: "ended", ...ended };
  });
}
