import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "./db";

/** All that the signed cookie holds. Everything else is asked of the database at each request. */
export type SessionToken = { sid: string; employerId: string; personId: string };

/** A working day: who is away over night signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** A new session's row for a person who has been let in. Their expired ones go at the same time. */
export async function beginSession(
  tx: Tx,
  employerId: string,
  personId: string,
  now: Date,
): Promise<SessionToken> {
  const sid = randomUUID();
  await tx.session.deleteMany({ where: { personId, expiresAt: { lte: now } } });
  await tx.session.createMany({
    data: [
      {
        employerId,
        id: sid,
        personId,
        startedAt: now,
        expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
      },
    ],
  });
  return { sid, employerId, personId };
}
