import type { Work } from "@/server/db";

/**
 * Lets one administrator at a time change what is judged as a whole: the tree of units, who administers, which local
 * agreement is in force. Not a key lock, so that rows that only point at the employer are not held up.
 */
export async function lockEmployer({ tx, actor }: Work): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM employer WHERE id = ${actor.employerId}::uuid FOR NO KEY UPDATE`;
}
