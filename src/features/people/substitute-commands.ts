import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { addDays, column, type Day, day } from "@/domain/day";
import { whyNotNameSubstitute } from "@/domain/person";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import { likeText } from "@/server/like";
import type { Receipt } from "@/server/receipts";

type Wish = { substituteId: string | null; other?: string; from: Day; until: Day };

/** The colleague from the list, or the one with that e-mail or employee number. Never one with protected data. */
async function colleagueOf({ tx, actor }: Work, wish: Wish): Promise<{ id: string; leftOn: Date | null }> {
  const select = { id: true, leftOn: true } as const;
  const where = { employerId: actor.employerId, isProtected: false };
  if (wish.other) {
    const found = await tx.person.findMany({
      where: {
        ...where,
        OR: [
          { email: { equals: likeText(wish.other), mode: "insensitive" } },
          { employeeNumber: wish.other },
        ],
      },
      take: 2,
      select,
    });
    // Two people may share an address; nobody is chosen by chance.
    if (found.length !== 1 || !found[0])
      throw new Refusal({ key: "people.rules.colleagueUnknown", field: "other" });
    return found[0];
  }
  if (!wish.substituteId) throw new Refusal({ key: "people.rules.colleagueMissing", field: "substituteId" });
  const found = await tx.person.findFirst({ where: { ...where, id: wish.substituteId }, select });
  if (!found) throw new Refusal(NOT_FOUND);
  return found;
}

/**
 * Names who stands in for oneself in a period, in one step. Refuses oneself, a period that is past or already covered,
 * and a colleague who leaves or is away themselves. Gives the substitution's id.
 */
export async function nameSubstitute(
  actor: Actor,
  wish: Wish,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "substitute.name"));
    const { tx, today, tell } = w;
    const { employerId, personId } = actor;
    const colleague = await colleagueOf(w, wish);
    // Both, in one order: two who name each other at once wait for each other, and one of them is refused.
    await tx.$queryRaw`SELECT 1 FROM person WHERE employer_id = ${employerId}::uuid AND id = ANY(${[personId, colleague.id]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
    const periods = await tx.substitute.findMany({
      where: { employerId, personId: { in: [personId, colleague.id] }, until: { gte: column(wish.from) } },
      orderBy: { from: "asc" },
      select: { personId: true, from: true, until: true },
    });
    const of = (id: string) =>
      periods.filter((it) => it.personId === id).map((it) => ({ from: day(it.from), until: day(it.until) }));
    refuseIf(
      whyNotNameSubstitute(
        { personId, substituteId: colleague.id, from: wish.from, until: wish.until },
        today,
        {
          own: of(personId),
          colleagueAway: of(colleague.id),
          colleagueLeftOn: colleague.leftOn && day(colleague.leftOn),
        },
      ),
    );
    const id = newId(now.getTime());
    await tx.substitute.createMany({
      data: [
        {
          employerId,
          id,
          personId,
          substituteId: colleague.id,
          from: column(wish.from),
          until: column(wish.until),
        },
      ],
    });
    tell({ kind: "substitute.named", subjectId: personId, detail: colleague.id, day: wish.until });
    return id;
  });
}

/** Ends one's own substitution at once, or calls off one that has not begun. Refuses one that is over (notFound). */
export async function endSubstitute(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async ({ tx, today, tell }) => {
    refuseIf(whyNotAct(actor, "substitute.name"));
    const { employerId, personId } = actor;
    const mine = await tx.substitute.findFirst({
      where: { employerId, id: input.id, personId, until: { gte: column(today) } },
      select: { from: true, substituteId: true },
    });
    if (!mine) throw new Refusal(NOT_FOUND);
    // Both ends count, and it must hold at the next request: so the last day was yesterday.
    const yesterday = addDays(today, -1);
    const from = day(mine.from) > yesterday ? yesterday : day(mine.from);
    await tx.substitute.updateMany({
      where: { employerId, id: input.id, personId },
      data: { from: column(from), until: column(yesterday) },
    });
    tell({ kind: "substitute.ended", subjectId: personId, detail: mine.substituteId, day: yesterday });
  });
}
