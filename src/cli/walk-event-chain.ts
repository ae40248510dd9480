import type { Client } from "pg";
import { type Ask, type Break, walkChain } from "@/server/event-chain";

export type ChainReport = { slug: string; events: number; broken: Break | null };

/**
 * Walks every employer's chain of events from its start to its head, by the owner's login (the web's sees one employer).
 * One snapshot, read page by page, so that a portal at work does not disturb it.
 */
export async function walkEventChains(owner: Client): Promise<ChainReport[]> {
  await owner.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  try {
    const ask: Ask = async <Row>(sql: string, values: string[]) =>
      (await owner.query(sql, values)).rows as Row[];
    const employers = await ask<{ id: string; slug: string }>(
      "SELECT id, slug FROM employer ORDER BY slug",
      [],
    );
    const reports: ChainReport[] = [];
    for (const { id, slug } of employers) {
      const { events, broken } = await walkChain(ask, id);
      reports.push({ slug, events, broken });
    }
    return reports;
  } finally {
    await owner.query("ROLLBACK");
  }
}
