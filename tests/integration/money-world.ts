import pg from "pg";
import { createEmployer } from "@/cli/create-employer";
import type { Actor } from "@/domain/actor";
import type { Booking, PartAddress, PotAddress } from "@/domain/ledger";
import { book } from "@/features/ledger/commands";
import { disconnect, write } from "@/server/db";
import { newId } from "@/server/id";
import { type FreshDatabase, freshDatabase } from "../database";

export const NOW = new Date("2026-11-23T09:00:00Z");
export const TODAY = "2026-11-23";

/** One employer with a fund, made by the owner without the portal's own commands: what is tested is the book alone. */
export type MoneyWorld = {
  database: FreshDatabase;
  owner: pg.Client;
  actor: Actor;
  unitId: string;
  fund(name?: string): Promise<PotAddress>;
  pot(fundId: string): Promise<PotAddress>;
  /** A case on a pot, with as many granted parts as wished; no money moves. */
  aCase(on: PotAddress, parts?: number): Promise<{ caseId: string; parts: string[] }>;
  book(bookings: readonly Booking[]): Promise<string[]>;
  balanceOf(pot: PotAddress, key?: string): Promise<Sums>;
  close(): Promise<void>;
};

export type Sums = { available: bigint; reserved: bigint; committed: bigint; drawn: bigint };

export const POT_KEY = "00000000-0000-0000-0000-000000000000";
export const part = (on: PotAddress, caseId: string, partId: string): PartAddress => ({
  ...on,
  caseId,
  partId,
});

/** A hr actor of the whole employer. */
export function hrActor(employerId: string, personId: string): Actor {
  return { employerId, personId, role: "hr", onBehalfOf: null, units: "all", unionId: null, mandates: [] };
}

/** A fresh database with one employer; the web's door opens on it until close. */
export async function moneyWorld(slug = "provstad"): Promise<MoneyWorld> {
  const database = await freshDatabase();
  process.env.DATABASE_URL = database.webUrl;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const { employerId, unitId, adminId } = await createEmployer(
    owner,
    { slug, name: "Provstad", scheme: "tlo", demo: true, admin: { givenName: "Ada", familyName: "Ek" } },
    NOW,
    "2024-01-01",
  );
  const actor = hrActor(employerId, adminId);
  let numbers = 0;

  const pot = async (fundId: string, own: string | null = unitId): Promise<PotAddress> => {
    const potId = newId();
    let at = own;
    if (own) {
      at = newId();
      await owner.query(
        "INSERT INTO unit (employer_id, id, parent_id, name, kind, valid_from) VALUES ($1, $2, $3, 'Enhet', 'enhet', '2024-01-01')",
        [employerId, at, unitId],
      );
    }
    await owner.query("INSERT INTO pot (employer_id, fund_id, id, unit_id) VALUES ($1, $2, $3, $4)", [
      employerId,
      fundId,
      potId,
      at,
    ]);
    return { fundId, potId };
  };

  return {
    database,
    owner,
    actor,
    unitId,
    async fund(name = "Ram") {
      const fundId = newId();
      await owner.query(
        "INSERT INTO fund (employer_id, id, name, version, state, period_from, period_until, reverts) VALUES ($1, $2, $3, 'komKr2022', 'open', '2024-01-01', '2026-12-31', true)",
        [employerId, fundId, name],
      );
      return pot(fundId, null);
    },
    pot: (fundId) => pot(fundId),
    async aCase(on, count = 0) {
      const [caseId, initiativeId] = [newId(), newId()];
      numbers += 1;
      await owner.query(
        "INSERT INTO pre_registration (employer_id, id, number, title, unit_id, fund_id, pot_id, status, status_since, amount) VALUES ($1, $2, $3, 'Prov', $4, $5, $6, 'approved', $7, 100)",
        [employerId, caseId, `2026-${String(numbers).padStart(4, "0")}`, unitId, on.fundId, on.potId, NOW],
      );
      await owner.query(
        "INSERT INTO initiative (employer_id, id, case_id, unit_id, title, amount, provider_kind, status, status_since) VALUES ($1, $2, $3, $4, 'Prov', 100, 'external', 'planned', $5)",
        [employerId, initiativeId, caseId, unitId, NOW],
      );
      const parts = Array.from({ length: count }, () => newId());
      for (const partId of parts)
        await owner.query(
          "INSERT INTO granted_part (employer_id, id, case_id, initiative_id, amount, granted_on) VALUES ($1, $2, $3, $4, 100, $5)",
          [employerId, partId, caseId, initiativeId, TODAY],
        );
      return { caseId, parts };
    },
    async book(bookings) {
      let ids: string[] = [];
      await write(actor, NOW, null, async (w) => {
        ids = await book(w, bookings);
      });
      return ids;
    },
    async balanceOf({ fundId, potId }, key = POT_KEY) {
      const { rows } = await owner.query(
        "SELECT available, reserved, committed, drawn FROM fund_balance WHERE employer_id = $1 AND fund_id = $2 AND pot_id = $3 AND key = $4",
        [employerId, fundId, potId, key],
      );
      const row = rows[0] ?? { available: 0, reserved: 0, committed: 0, drawn: 0 };
      return {
        available: BigInt(row.available),
        reserved: BigInt(row.reserved),
        committed: BigInt(row.committed),
        drawn: BigInt(row.drawn),
      };
    },
    async close() {
      await disconnect();
      await owner.end();
      await database.drop();
    },
  };
}

/** What the entries say each balance should be, summed anew by the database; rows where the two differ. */
export const DIFFERENCES = `
  WITH ends AS (
    SELECT employer_id, from_fund_id AS fund_id, from_pot_id AS pot_id, from_case_id AS case_id, from_part_id AS part_id, from_account AS account, -amount AS amount FROM ledger_entry WHERE from_account <> 'outside'
    UNION ALL
    SELECT employer_id, to_fund_id, to_pot_id, to_case_id, to_part_id, to_account, amount FROM ledger_entry WHERE to_account <> 'outside'
  ), keyed AS (
    SELECT employer_id, fund_id, pot_id, '${POT_KEY}'::uuid AS key, account, amount FROM ends
    UNION ALL
    SELECT employer_id, fund_id, pot_id, CASE account WHEN 'reserved' THEN case_id ELSE part_id END, account, amount FROM ends WHERE account <> 'available'
  ), sums AS (
    SELECT employer_id, fund_id, pot_id, key,
      coalesce(sum(amount) FILTER (WHERE account = 'available'), 0) AS available, coalesce(sum(amount) FILTER (WHERE account = 'reserved'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'committed'), 0) AS committed, coalesce(sum(amount) FILTER (WHERE account = 'drawn'), 0) AS drawn
    FROM keyed GROUP BY 1, 2, 3, 4
  )
  SELECT s.*, b.* FROM sums s FULL JOIN fund_balance b USING (employer_id, fund_id, pot_id, key)
  WHERE s.available IS DISTINCT FROM b.available OR s.reserved IS DISTINCT FROM b.reserved OR s.committed IS DISTINCT FROM b.committed OR s.drawn IS DISTINCT FROM b.drawn
     OR b.available < 0 OR b.reserved < 0 OR b.committed < 0 OR b.drawn < 0`;
