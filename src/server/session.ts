import "server-only";
import { cookies, headers } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Actor, jobActor, type Mandate } from "@/domain/actor";
import { day, dayOf } from "@/domain/day";
import type { Locale } from "@/messages/messages";
import { authOptions } from "./auth";
import { databaseFault } from "./database-fault";
import { read, write } from "./db";
import { LOCALE_COOKIE, localeFrom } from "./locale";
import { type HeldRole, mandatesInForce, rolesInForce, subtree } from "./roles";
import type { SessionToken } from "./session-row";

/** Who is signed in, in which role now, and what else they may choose. */
export type Visitor = {
  actor: Actor;
  sessionId: string;
  person: { id: string; name: string };
  locale: Locale;
  employer: {
    id: string;
    name: string;
    slug: string;
    scheme: "tlo" | "lom";
    caseWord: string | null;
    demo: boolean;
    brandHue: number | null;
  };
  roles: (HeldRole & { chosen: boolean })[];
  mandates: readonly Mandate[];
};

/** Who sends this request; null when nobody is signed in (any longer). Asked once per request. */
export const visitor = cache(async (): Promise<Visitor | null> => {
  const session = await getServerSession(authOptions());
  return session?.token ? visitorOf(session.token, new Date()) : null;
});

/**
 * Deletes the row of this request's session. False when the database could not be asked: the row then lives on until it
 * expires, and whoever signs out must hear that.
 */
export async function endSession(): Promise<boolean> {
  const token = (await getServerSession(authOptions()))?.token;
  if (!token) return true;
  try {
    await write(jobActor(token.employerId), new Date(), null, async ({ tx }) => {
      await tx.session.deleteMany({ where: { id: token.sid, personId: token.personId } });
    });
    return true;
  } catch (fault) {
    if (databaseFault(fault)?.kind === "away") return false;
    throw fault;
  }
}

/** The language of this request without asking who sends it: neither session nor database is needed. */
export const localeOfRequest = cache(async (): Promise<Locale> => {
  const [jar, sent] = [await cookies(), await headers()];
  return localeFrom(jar.get(LOCALE_COOKIE)?.value, sent.get("accept-language"));
});

/**
 * Whom a token lets in at an instant. The token is signed, so its employer may open that employer's rows; all else is
 * read anew: null when the session's row is gone or has expired, the person has left, or no role is in force.
 */
export async function visitorOf(
  { sid, employerId, personId }: SessionToken,
  now: Date,
): Promise<Visitor | null> {
  const today = dayOf(now);
  return read({ employerId }, async (tx) => {
    const session = await tx.session.findFirst({
      where: { id: sid, personId, expiresAt: { gt: now } },
      select: {
        assignmentId: true,
        person: { select: { givenName: true, familyName: true, locale: true, leftOn: true } },
      },
    });
    if (!session || (session.person.leftOn && day(session.person.leftOn) <= today)) return null;
    const employer = await tx.employer.findFirst({
      where: { id: employerId },
      select: { id: true, name: true, slug: true, scheme: true, caseWord: true, demo: true, brandHue: true },
    });
    const held = await rolesInForce(tx, personId, today);
    const acting = held.find((role) => role.assignmentId === session.assignmentId) ?? held[0];
    if (!employer || !acting) return null;
    const mandates = await mandatesInForce(tx, personId, today);
    return {
      actor: {
        employerId,
        personId,
        role: acting.role,
        onBehalfOf: acting.onBehalfOf?.personId ?? null,
        units: acting.everywhere ? "all" : await subtree(tx, employerId, acting.unitId),
        unionId: acting.unionId,
        mandates,
      },
      sessionId: sid,
      person: { id: personId, name: `${session.person.givenName} ${session.person.familyName}` },
      locale: session.person.locale,
      employer,
      roles: held.map((role) => ({ ...role, chosen: role === acting })),
      mandates,
    };
  });
}
