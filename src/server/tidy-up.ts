import "server-only";
import type { Doer } from "@/domain/actor";
import { write } from "./db";
import { forgetOldReceipts } from "./receipts";

/**
 * Forgets what is kept for a time only: receipts of forms that are older than 30 days, and sessions that have expired.
 * Nothing else goes by itself.
 */
export async function tidyUp(doer: Doer, now: Date): Promise<void> {
  await write(doer, now, null, async ({ tx, actor }) => {
    await forgetOldReceipts(tx, now);
    await tx.session.deleteMany({ where: { employerId: actor.employerId, expiresAt: { lte: now } } });
  });
}
