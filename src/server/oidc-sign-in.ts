import "server-only";
import { jobActor } from "@/domain/actor";
import { type RoleGrant, roleChanges, rolesFromClaims } from "@/domain/claims";
import { addDays, column, day } from "@/domain/day";
import type { Locale } from "@/messages/messages";
import { databaseFault } from "./database-fault";
import { employers, read, type Work, whoIs, write } from "./db";
import type { OidcSettings } from "./env";
import { newId } from "./id";
import { logLine } from "./log";
import { rolesInForce } from "./roles";
import { beginSession, type SessionToken } from "./session-row";

/** Why a person whom the identity provider vouches for still does not come in; a key of messages `signIn.errors`. */
export type SignInRefusal = "unknownPerson" | "noRole" | "noEmployer" | "away";

export type Admission = { token: SessionToken; locale: Locale } | { refused: SignInRefusal };

// What a transaction answers instead of a session's id, so that what it did to the roles is kept all the same.
const UNKNOWN = "unknownPerson";
const NO_ROLE = "noRole";

/**
 * Lets in a person with the claims of a verified ID token, in the one employer that the settings name: known by issuer
 * and subject, or at the first sign-in by employee number. Brings the roles that come from claims up to date in the
 * same transaction that begins the session. Refuses who is unknown, has left, or holds no role today.
 */
export async function admit(
  oidc: OidcSettings,
  claims: Record<string, unknown>,
  now: Date,
): Promise<Admission> {
  const subject = typeof claims.sub === "string" ? claims.sub : "";
  if (!subject) return { refused: "unknownPerson" };
  try {
    const found = await findPerson(oidc, subject, numberIn(claims, oidc.numberClaim));
    if ("refused" in found) return found;
    const { employerId, personId } = found;
    const unmapped: string[] = [];
    let locale: Locale = "sv";
    const sid = await write(jobActor(employerId), now, null, async (w) => {
      // Two sign-ins of one person at once: the second waits, and then finds identity and roles as the first left them.
      const [person] = await w.tx.$queryRaw<{ leftOn: Date | null; locale: Locale }[]>`
        SELECT left_on AS "leftOn", locale::text AS locale FROM person WHERE employer_id = ${employerId}::uuid AND id = ${personId}::uuid FOR UPDATE`;
      if (!person || (person.leftOn && day(person.leftOn) <= w.today)) return UNKNOWN;
      locale = person.locale;
      if (!(await isLinked(w, personId, oidc.issuer, subject))) return UNKNOWN;
      unmapped.push(...(await takeOverRoles(w, personId, claims, oidc.rolesClaim)));
      const held = await rolesInForce(w.tx, personId, w.today);
      return held.length > 0 ? (await beginSession(w.tx, employerId, personId, now)).sid : NO_ROLE;
    });
    if (unmapped.length > 0)
      logLine(`sign-in: no mapping for these values of the claim ${oidc.rolesClaim}: ${unmapped.join(", ")}`);
    return sid === UNKNOWN || sid === NO_ROLE
      ? { refused: sid }
      : { token: { sid, employerId, personId }, locale };
  } catch (fault) {
    if (databaseFault(fault)?.kind === "away") return { refused: "away" };
    throw fault;
  }
}

async function findPerson(
  oidc: OidcSettings,
  subject: string,
  number: string | null,
): Promise<{ employerId: string; personId: string } | { refused: SignInRefusal }> {
  for (const known of await whoIs(oidc.issuer, subject))
    if (await isEmployer(known.employerId, oidc.employer)) return known;
  for (const employerId of await employers()) {
    if (!(await isEmployer(employerId, oidc.employer))) continue;
    if (!number) return { refused: "unknownPerson" };
    const person = await read({ employerId }, (tx) =>
      tx.person.findFirst({ where: { employeeNumber: number }, select: { id: true } }),
    );
    return person ? { employerId, personId: person.id } : { refused: "unknownPerson" };
  }
  return { refused: "noEmployer" };
}

async function isEmployer(employerId: string, slug: string): Promise<boolean> {
  return (
    (await read({ employerId }, (tx) => tx.employer.findFirst({ where: { slug }, select: { id: true } }))) !==
    null
  );
}

/** Links the subject to the person at the first sign-in. False when another account of this issuer already is theirs. */
async function isLinked(
  { tx, actor, now }: Work,
  personId: string,
  issuer: string,
  subject: string,
): Promise<boolean> {
  const linked = await tx.identity.findMany({ where: { personId, issuer }, select: { subject: true } });
  if (linked.length > 0) return linked.some((identity) => identity.subject === subject);
  await tx.identity.createMany({
    data: [{ employerId: actor.employerId, id: newId(now.getTime()), personId, issuer, subject }],
  });
  return true;
}

/** Makes the roles from claims what the claims say today; roles that an administrator entered stay. Tells each change. */
async function takeOverRoles(
  w: Work,
  personId: string,
  claims: Record<string, unknown>,
  claimName: string,
): Promise<string[]> {
  const { tx, actor, now, today, tell } = w;
  const mappings = await tx.claimMapping.findMany({
    select: { value: true, role: true, unitId: true, unionId: true },
    orderBy: { id: "asc" },
  });
  const { grants, unmapped } = rolesFromClaims(claims, claimName, mappings);
  const held = await tx.roleAssignment.findMany({
    where: { personId, source: "claim", OR: [{ until: null }, { until: { gte: column(today) } }] },
    select: { id: true, role: true, unitId: true, unionId: true, from: true },
  });
  const { end, begin } = roleChanges(held, grants);
  // Both ends of a period count, and the change must hold at the next request: so the last day was yesterday, also for
  // a role that began today. The events keep when it really was given and taken.
  const yesterday = addDays(today, -1);
  for (const { id, role, from } of end) {
    const began = day(from) > yesterday ? yesterday : day(from);
    await tx.roleAssignment.updateMany({
      where: { id },
      data: { from: column(began), until: column(yesterday) },
    });
    tell({ kind: "role.ended", subjectId: personId, detail: role, day: yesterday });
  }
  await tx.roleAssignment.createMany({
    data: begin.map((grant) => ({
      employerId: actor.employerId,
      id: newId(now.getTime()),
      personId,
      ...pick(grant),
      from: column(today),
      source: "claim" as const,
    })),
  });
  for (const { role } of begin) tell({ kind: "role.given", subjectId: personId, detail: role, day: today });
  return unmapped;
}

const pick = ({ role, unitId, unionId }: RoleGrant) => ({ role, unitId, unionId });

/** The employee number as the identity provider sends it: some send it as a number. */
function numberIn(claims: Record<string, unknown>, name: string): string | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return text || null;
}
