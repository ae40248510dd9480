import type { Actor } from "@/domain/actor";
import { type IdeaRowView, ideaRow, rowSelect } from "@/features/ideas/row-queries";
import { read } from "@/server/db";
import { ideasVisibleTo } from "@/server/scope";

/** The newest ideas of colleagues that one has not said "me too" to, at most `most`. Never their authors. */
export function ideasToSupport(actor: Actor, most: number): Promise<IdeaRowView[]> {
  return read(actor, async (tx) => {
    const rows = await tx.idea.findMany({
      where: {
        AND: [
          ideasVisibleTo(actor),
          {
            status: { in: ["submitted", "endorsed", "inDialogue"] },
            authorId: { not: actor.personId },
            supports: { none: { personId: actor.personId } },
          },
        ],
      },
      orderBy: [{ statusSince: "desc" }, { id: "desc" }],
      take: most,
      select: rowSelect(actor),
    });
    return rows.map((row) => ideaRow(actor, row));
  });
}
