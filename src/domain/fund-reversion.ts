import type { Day } from "./day";
import type { FilingStatus } from "./filing";
import { type FundDays, isPastClaims, REVERSION_DAYS } from "./fund";
import type { Booking } from "./ledger";
import type { Ore } from "./money";
import type { CaseStatus } from "./pre-registration";

/** What a version must have granted for money to be secured past the reserve day. */
export type SecuredBy = "preRegistration" | "initiative";

export type ReversionFiling = {
  of: SecuredBy;
  status: FilingStatus;
  /** Öre that it asks for. */
  amount: Ore;
  sentOn: Day | null;
  /** The day of the national fund's decision, not of its recording. */
  answeredOn: Day | null;
};

export type ReversionCase = {
  id: string;
  potId: string;
  status: CaseStatus;
  reserved: Ore;
  /** Whether any part was granted. */
  grantedAny: boolean;
  filings: readonly ReversionFiling[];
};

export type ReversionPart = {
  id: string;
  caseId: string;
  potId: string;
  committed: Ore;
  /** The day its claim was first sent, or on which the national fund delivered what it calls off itself. */
  claimedOn: Day | null;
};

export type ReversionFund = FundDays & { id: string; reverts: boolean; securedBy: SecuredBy };

export type ReversionFacts = {
  fund: ReversionFund;
  pots: readonly { id: string; available: Ore }[];
  cases: readonly ReversionCase[];
  parts: readonly ReversionPart[];
};

/** What is to be done, all of it in one transaction and its bookings in one insert; nothing in it: nothing to do. */
export type Reversion = {
  bookings: Booking[];
  closes: { caseId: string; to: "converted" | "expired" }[];
  /** Parts whose rest was released: nothing more can be claimed on them. */
  settles: string[];
};

/**
 * What the fund's days ask for today (öre). [design 4; O8, O10, O12]
 *
 * - After the reserve day of a fund that reverts, and again after its grant day, what is not secured is unreserved, and
 *   all that is available in every pot reverts. A case of which nothing stays reserved is `converted` if anything was
 *   granted, else `expired`.
 * - Secured past the reserve day: in the versions with a step of their own for it a granted pre-registration; past the
 *   grant day nothing that is still only reserved, since what is granted is committed.
 * - A filing that was sent by the application day (without one: by the day that passed) and is not answered keeps what
 *   it asks for until it is answered.
 * - After the requisition day of any fund what is committed to a part without a sent claim is released, and reverts in a
 *   fund that does.
 *
 * Each day still counts itself. Asking again after it was done gives nothing, and one late asking gives what asking
 * every day would have given, because the days decide and not when the job ran. In a fund that does not revert the
 * caller lands what is released (landingOf in release.ts).
 */
export function reversionOn({ fund, pots, cases, parts }: ReversionFacts, today: Day): Reversion {
  const passed = cutsOf(fund).filter((cut) => cut.day < today);
  const available = new Map(pots.map((pot) => [pot.id, pot.available]));
  const bookings: Booking[] = [];
  const land = (potId: string, amount: Ore) => available.set(potId, (available.get(potId) ?? 0n) + amount);

  const closes: Reversion["closes"] = [];
  for (const it of passed.length === 0 ? [] : cases) {
    if (it.status !== "approved") continue;
    const held = heldPast(it, fund, passed);
    const amount = it.reserved - held;
    if (amount > 0n) {
      bookings.push({ movement: "unreserve", amount, fundId: fund.id, potId: it.potId, caseId: it.id });
      land(it.potId, amount);
    }
    if (held === 0n) closes.push({ caseId: it.id, to: it.grantedAny ? "converted" : "expired" });
  }

  const settles: string[] = [];
  for (const part of parts) {
    if (part.committed <= 0n || !isPastClaiming(fund, part, today)) continue;
    const { caseId, potId, committed: amount } = part;
    bookings.push({ movement: "release", amount, fundId: fund.id, potId, caseId, partId: part.id });
    land(potId, amount);
    settles.push(part.id);
  }

  if (passed.length > 0)
    for (const [potId, amount] of available)
      if (amount > 0n) bookings.push({ movement: "revert", amount, fundId: fund.id, potId });
  return { bookings, closes, settles };
}

/**
 * What of a case's reservation still holds on a day (öre), whether the job has run or not: the days decide, so that a
 * late job gives nobody a day. More than this can neither be filed for nor granted.
 */
export function heldOn(it: ReversionCase, fund: ReversionFund, today: Day): Ore {
  return heldPast(
    it,
    fund,
    cutsOf(fund).filter((cut) => cut.day < today),
  );
}

/**
 * The last day on which a case's filing can be sent and keep what it asks for: the fund's last day for a complete
 * application, else the first of its days that takes what is not secured; a granted pre-registration carries the case
 * past the reserve day in the versions with that step. Null when no day is set. [O8, T11]
 */
export function lastDayToFile(it: Pick<ReversionCase, "filings">, fund: ReversionFund): Day | null {
  const plan = it.filings.some((filing) => isPlan(filing) && filing.status === "granted");
  return fund.applicationDay ?? cutsOf(fund).find((cut) => !(plan && cut.planSecures))?.day ?? null;
}

/**
 * What is reserved today and goes back when the next of the fund's days passes, if nothing more happens (öre); what a
 * day behind us should have taken counts as well. With what is available it is what will be lost. Zero in a fund that
 * does not revert or has no such days.
 */
export function unsecured(fund: ReversionFund, cases: readonly ReversionCase[], today: Day): Ore {
  const cuts = cutsOf(fund);
  const next = cuts.findIndex((cut) => today <= cut.day);
  const passing = next < 0 ? cuts : cuts.slice(0, next + 1);
  let lost = 0n;
  for (const it of cases) if (it.status === "approved") lost += it.reserved - heldPast(it, fund, passing);
  return lost;
}

/** A day after which what is not secured goes back. */
type Cut = { day: Day; planSecures: boolean };

function cutsOf(fund: ReversionFund): Cut[] {
  if (!fund.reverts) return [];
  return REVERSION_DAYS.flatMap((which) => {
    const day = fund[which];
    return day ? [{ day, planSecures: which === "reserveDay" && fund.securedBy === "preRegistration" }] : [];
  });
}

/**
 * One day after the other, because what one took does not come back at the next. A pre-registration is the whole case;
 * an initiative keeps what its filing asks for.
 */
function heldPast(it: ReversionCase, fund: ReversionFund, passed: readonly Cut[]): Ore {
  let held = it.reserved;
  for (const cut of passed) {
    const sentBy = fund.applicationDay ?? cut.day;
    const inTime = it.filings.filter(({ sentOn }) => sentOn !== null && sentOn <= sentBy);
    const waiting = inTime.filter(({ status }) => status === "sent");
    // The national fund may grant what came late; then its decision must lie before the day.
    const granted = it.filings.filter(
      (filing) =>
        filing.status === "granted" &&
        (inTime.includes(filing) || (filing.answeredOn !== null && filing.answeredOn <= cut.day)),
    );
    if (waiting.some(isPlan) || (cut.planSecures && granted.some(isPlan))) continue;
    const asked = waiting.reduce((amount, filing) => amount + filing.amount, 0n);
    held = asked < held ? asked : held;
  }
  return held;
}

const isPlan = (filing: ReversionFiling) => filing.of === "preRegistration";

/** A claim that was sent in time may have come back and be sent again: the first time counts. [O12] */
function isPastClaiming(fund: FundDays, part: ReversionPart, today: Day): boolean {
  const last = fund.requisitionDay;
  return last !== null && isPastClaims(fund, today) && (part.claimedOn === null || part.claimedOn > last);
}
