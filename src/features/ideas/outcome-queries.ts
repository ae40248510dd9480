import type { Actor } from "@/domain/actor";
import { type Day, day } from "@/domain/day";
import { SMALLEST_SHOWN } from "@/domain/small-counts";
import { read } from "@/server/db";
import { ideasVisibleTo } from "@/server/scope";

/** An idea that has been carried out. No names, and no count of people under five. */
export type Outcome = { id: string; title: string; unit: string; completedOn: Day; tookPart: number | null };

const MOST = 50;

/** The ideas in the actor's sight whose initiative is completed, the latest first, at most 50. */
export async function outcomes(actor: Actor): Promise<Outcome[]> {
  return read(actor, async (tx) => {
    const rows = await tx.initiativeIdea.findMany({
      where: {
        idea: { AND: [ideasVisibleTo(actor), { status: "converted" }] },
        initiative: { status: { in: ["completed", "settled", "followedUp"] }, completedOn: { not: null } },
      },
      orderBy: [{ initiative: { completedOn: "desc" } }, { ideaId: "desc" }],
      take: MOST,
      select: {
        idea: { select: { id: true, title: true, unit: { select: { name: true } } } },
        initiative: { select: { completedOn: true, tookPart: true } },
      },
    });
    return rows.flatMap(({ idea, initiative: { completedOn, tookPart } }) =>
      completedOn
        ? [
            {
              id: idea.id,
              title: idea.title,
              unit: idea.unit.name,
              completedOn: day(completedOn),
              tookPart: tookPart !== null && tookPart >= SMALLEST_SHOWN ? tookPart : null,
            },
          ]
        : [],
    );
  });
}
