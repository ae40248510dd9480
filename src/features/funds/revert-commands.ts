import { reversionOn } from "@/domain/fund-reversion";
import type { Booking } from "@/domain/ledger";
import { type Ore, sum } from "@/domain/money";
import { endCase } from "@/features/filings/close-commands";
import { standings } from "@/features/filings/facts-queries";
import { lockIdeas } from "@/features/ideas/commands";
import { settleIfDone, settleParts } from "@/features/initiatives/commands";
import { book } from "@/features/ledger/commands";
import { afterLanding } from "@/features/ledger/landing-commands";
import type { FundView } from "@/features/ledger/queries";
import { reversionFacts } from "@/features/ledger/reversion-queries";
import type { Work } from "@/server/db";
import { lockCases } from "@/server/lock";

/** The book takes at most so many movements in one insert; only a fund with hundreds of open cases has more. */
const AT_ONCE = 1_000;

/**
 * Does what a fund's days ask for today, the fund locked for its move: what is not secured is unreserved and its case
 * ended, parts without a claim past the last day are released, and what is then available goes back, or on to the next
 * year. All is booked at once. Done again, or late, it does nothing more: the days decide. [design 4; O8, O10, O12]
 */
export async function revertByDays(w: Work, fund: FundView): Promise<void> {
  const { tx, actor, today } = w;
  const { employerId } = actor;
  const wanted = reversionOn(await reversionFacts(tx, employerId, fund), today);
  const touched = [...new Set([...wanted.closes.map((it) => it.caseId), ...casesOf(wanted.bookings)])].sort();
  await lockCases(w, touched);
  // Read again under the cases' locks: what the national fund delivers may have been completed meanwhile.
  const { bookings, closes, settles } = reversionOn(await reversionFacts(tx, employerId, fund), today);

  await endCases(w, closes, bookings);
  const landed = fund.reverts ? [] : await landings(w, fund, bookings);
  const all = [...bookings, ...landed];
  for (let at = 0; at < all.length; at += AT_ONCE) await book(w, all.slice(at, at + AT_ONCE));
  await settleParts(w, settles);
  await settleInitiatives(w, settles);
  tellReverted(w, fund, bookings);
}

const caseOf = (booking: Booking): string | null => ("caseId" in booking ? booking.caseId : null);

function casesOf(bookings: readonly Booking[]): string[] {
  return bookings.map(caseOf).filter((id) => id !== null);
}

async function endCases(
  w: Work,
  closes: ReturnType<typeof reversionOn>["closes"],
  bookings: readonly Booking[],
): Promise<void> {
  const rows = await w.tx.preRegistration.findMany({
    where: { employerId: w.actor.employerId, id: { in: closes.map((it) => it.caseId) } },
    select: { id: true, status: true, ideas: { select: { ideaId: true } } },
  });
  const cases = new Map(
    rows.map(({ ideas, ...it }) => [it.id, { ...it, ideaIds: ideas.map((one) => one.ideaId) }]),
  );
  // All ideas that come back are locked in one order, whatever case they belong to.
  const ending = closes
    .filter(({ to }) => to === "expired")
    .map(({ caseId }) => cases.get(caseId)?.ideaIds ?? []);
  await lockIdeas(w, ending.flat());
  for (const { caseId, to } of closes) {
    const it = cases.get(caseId);
    if (!it) continue;
    const amount = sum(
      bookings
        .filter((one) => one.movement === "unreserve" && one.caseId === caseId)
        .map((one) => one.amount),
    );
    await endCase(w, it, await standings(w.tx, caseId), to, amount);
  }
}

/** In a fund that keeps its money what is released comes back, or follows the year that it was rolled over to. */
async function landings(w: Work, fund: FundView, bookings: readonly Booking[]): Promise<Booking[]> {
  const further: Booking[] = [];
  for (const it of bookings)
    if (it.movement === "release") further.push(...(await afterLanding(w, fund, it, it.amount)));
  return further;
}

async function settleInitiatives(w: Work, partIds: readonly string[]): Promise<void> {
  const parts = await w.tx.grantedPart.findMany({
    where: { employerId: w.actor.employerId, id: { in: [...partIds] } },
    select: { initiativeId: true },
  });
  for (const id of new Set(parts.map((part) => part.initiativeId))) await settleIfDone(w, id);
}

/** Each krona that went back is told once: on the case that gave it up, and what was free in the fund's own name. */
function tellReverted({ tell }: Work, fund: FundView, bookings: readonly Booking[]): void {
  const given = new Map<string, Ore>();
  for (const it of bookings)
    if (it.movement === "unreserve" || it.movement === "release")
      given.set(it.caseId, (given.get(it.caseId) ?? 0n) + it.amount);
  const reverted = sum(bookings.filter((it) => it.movement === "revert").map((it) => it.amount));
  if (reverted === 0n) return;
  const free = reverted - sum([...given.values()]);
  if (free > 0n) tell({ kind: "fund.reverted", subjectId: fund.id, amount: free });
  for (const [caseId, amount] of given) tell({ kind: "fund.reverted", subjectId: fund.id, caseId, amount });
}
