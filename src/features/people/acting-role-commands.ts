import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import type { Locale } from "@/messages/messages";
import { write } from "@/server/db";
import { rolesInForce } from "@/server/roles";

/**
 * Acts in another of one's roles from now on, in this session alone. Refuses what is not one's own role, or that of
 * somebody whose substitute one is, in force today (notFound). No receipt: choosing twice is choosing once, and a page
 * from the browser's memory must be able to choose again.
 */
export async function chooseRole(
  actor: Actor,
  input: { sessionId: string; assignmentId: string },
  now: Date,
): Promise<void> {
  refuseIf(whyNotAct(actor, "role.choose"));
  await write(actor, now, null, async ({ tx, today }) => {
    const held = await rolesInForce(tx, actor.personId, today);
    if (!held.some((role) => role.assignmentId === input.assignmentId)) throw new Refusal(NOT_FOUND);
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, personId: actor.personId },
      data: { assignmentId: input.assignmentId },
    });
    if (count === 0) throw new Refusal(NOT_FOUND);
  });
}

/** The person's own language, in every browser from now on. */
export async function chooseLocale(actor: Actor, locale: Locale, now: Date): Promise<void> {
  refuseIf(whyNotAct(actor, "locale.choose"));
  await write(actor, now, null, async ({ tx }) => {
    await tx.person.updateMany({ where: { id: actor.personId }, data: { locale } });
  });
}
