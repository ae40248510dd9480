import { NOT_FOUND, Refusal } from "@/domain/reason";
import type { Work } from "./db";

/**
 * Locks cases, in the order of their ids, before anything of theirs is changed: a case's lock covers its initiatives,
 * parts and claims. Locks come in one order: form receipt, fund, cases, number counter, balances, event chain.
 */
export async function lockCases({ tx, actor }: Work, ids: readonly string[]): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM pre_registration WHERE employer_id = ${actor.employerId}::uuid AND id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  if (rows.length !== new Set(ids).size) throw new Refusal(NOT_FOUND);
}
