import type { Account } from "./ledger";
import type { Ore } from "./money";

// How a balance stood once an entry was booked, read from the newest entry on. [design 4]

/** Where an account lies: a fund or pot, or a case. What is not asked of is null. */
export type Place = { fundId: string | null; potId: string | null; caseId: string | null };
type EndAt = Place & { account: Account };
export type BookedEntry = { amount: Ore; from: EndAt; to: EndAt };

const lies = (end: EndAt, account: Account, at: Place) =>
  end.account === account &&
  (at.fundId === null || end.fundId === at.fundId) &&
  (at.potId === null || end.potId === at.potId) &&
  (at.caseId === null || end.caseId === at.caseId);

/** What an entry changed an account by (öre): a fund's, a pot's or a case's. */
export function changeOf(entry: BookedEntry, account: Account, at: Place): Ore {
  return (
    (lies(entry.to, account, at) ? entry.amount : 0n) - (lies(entry.from, account, at) ? entry.amount : 0n)
  );
}

/**
 * What an account held after each of some entries, the newest first, from what it held after the first of them. Asks
 * for every entry of the account between the first and the last: one left out would shift all below it.
 */
export function balancesAfter(
  entries: readonly BookedEntry[],
  account: Account,
  at: Place,
  afterFirst: Ore,
): Ore[] {
  let held = afterFirst;
  return entries.map((entry) => {
    const after = held;
    held -= changeOf(entry, account, at);
    return after;
  });
}
