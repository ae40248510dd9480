import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "./day";
import { whyNotReserve } from "./fund";
import {
  heldOn,
  lastDayToFile,
  type ReversionCase,
  type ReversionFiling,
  type ReversionFund,
  reversionOn,
} from "./fund-reversion";
import { endsOf } from "./ledger";
import { sum } from "./money";

// A world in which people act by the days' own rules while the job runs daily, or not for a while.

const START = "2026-11-01";
const LAST = 40;
const on = (nth: number) => addDays(START, nth);
type Act =
  | { day: number; what: "approve"; of: number; amount: number }
  | { day: number; what: "send"; of: number; amount: number; plan: boolean }
  | { day: number; what: "answer"; of: number; share: number; late: number }
  | { day: number; what: "claim"; of: number };
type World = {
  fund: ReversionFund;
  available: bigint;
  outside: bigint;
  cases: (ReversionCase & { filings: ReversionFiling[] })[];
  parts: { id: string; caseId: string; potId: string; committed: bigint; claimedOn: Day | null }[];
};
const notAfter = (last: Day | null, day: Day) => last === null || day <= last;

function act(world: World, it: Act): void {
  const { fund } = world;
  const today = on(it.day);
  const one = world.cases[it.of];
  if (it.what === "claim") {
    const part = world.parts[it.of];
    if (part && part.committed > 0n && notAfter(fund.requisitionDay, today)) part.claimedOn ??= today;
    return;
  }
  if (!one) return;
  if (it.what === "approve") {
    const amount = BigInt(it.amount);
    if (one.status !== "inConsultation" || amount > world.available) return;
    if (whyNotReserve({ ...fund, rolledOver: false }, today)) return;
    Object.assign(one, { status: "approved", reserved: amount });
    world.available -= amount;
  } else if (it.what === "send") {
    const granted = one.filings.some((each) => each.of === "preRegistration" && each.status === "granted");
    const isPlan = fund.securedBy === "preRegistration" && !granted;
    const waiting = sum(one.filings.filter((each) => each.status === "sent").map((each) => each.amount));
    const amount = BigInt(it.amount);
    if (one.status !== "approved" || isPlan !== it.plan) return;
    if (!notAfter(lastDayToFile(one, fund), today) || waiting + amount > heldOn(one, fund, today)) return;
    const of = isPlan ? "preRegistration" : "initiative";
    one.filings.push({ of, status: "sent", amount, sentOn: today, answeredOn: null });
  } else {
    const waiting = one.filings.find((each) => each.status === "sent");
    if (!waiting) return;
    const decided = [on(it.day - it.late), waiting.sentOn ?? today].sort()[1] ?? today;
    const amount = (waiting.amount * BigInt(it.share)) / 4n;
    const isGrant = amount > 0n && notAfter(fund.grantDay, decided);
    Object.assign(waiting, { status: isGrant ? "granted" : "rejected", answeredOn: decided });
    if (!isGrant || waiting.of === "preRegistration") return;
    if (one.reserved < amount) throw new Error("what waits for its answer has not kept its reservation");
    one.reserved -= amount;
    one.grantedAny = true;
    world.parts.push({
      id: `p${world.parts.length}`,
      caseId: one.id,
      potId: "central",
      committed: amount,
      claimedOn: null,
    });
  }
}

const asked = (world: World, today: Day) =>
  reversionOn({ ...world, pots: [{ id: "central", available: world.available }] }, today);

function job(world: World, today: Day): void {
  const { bookings, closes } = asked(world, today);
  for (const it of bookings) {
    const { from, to } = endsOf(it);
    for (const [end, by] of [
      [from, -it.amount],
      [to, it.amount],
    ] as const) {
      if (end.account === "available") world.available += by;
      if (end.account === "outside") world.outside += by;
      const part = world.parts.find(({ id }) => id === end.partId);
      if (end.account === "committed" && part) part.committed += by;
      const one = world.cases.find(({ id }) => id === end.caseId);
      if (end.account === "reserved" && one) one.reserved += by;
    }
    if (it.amount <= 0n) throw new Error("a booking of nothing");
  }
  for (const { caseId, to } of closes)
    Object.assign(world.cases.find(({ id }) => id === caseId) ?? {}, { status: to });
  const held = [
    world.available,
    ...world.cases.map((it) => it.reserved),
    ...world.parts.map((it) => it.committed),
  ];
  if (held.some((amount) => amount < 0n)) throw new Error("more was taken than there was");
  if (sum(held) + world.outside !== 300n) throw new Error("money came or went");
  const again = asked(world, today);
  if (again.bookings.length + again.closes.length + again.settles.length > 0)
    throw new Error("asked again it did something");
}

function live(fund: ReversionFund, acts: readonly Act[], jobRuns: (day: number) => boolean): World {
  const cases = ["a", "b", "c"].map((id) => ({
    id,
    potId: "central",
    status: "inConsultation" as const,
    reserved: 0n,
    grantedAny: false,
    filings: [],
  }));
  const world: World = { fund, available: 300n, outside: 0n, cases, parts: [] };
  for (let day = 0; day <= LAST; day++) {
    if (day === LAST || jobRuns(day)) job(world, on(day));
    for (const it of acts) if (it.day === day && day < LAST) act(world, it);
  }
  return world;
}

const day = fc.integer({ min: 0, max: LAST - 1 });
const of = fc.nat({ max: 2 });
const amount = fc.integer({ min: 1, max: 130 });
const acts = fc.array(
  fc.oneof(
    fc.record({ day: fc.nat({ max: 12 }), what: fc.constant("approve" as const), of, amount }),
    fc.record({ day, what: fc.constant("send" as const), of, amount, plan: fc.boolean() }),
    fc.record({
      day,
      what: fc.constant("answer" as const),
      of,
      share: fc.nat({ max: 4 }),
      late: fc.nat({ max: 6 }),
    }),
    fc.record({ day, what: fc.constant("claim" as const), of }),
  ),
  { maxLength: 30 },
);
const funds = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 3, max: LAST - 2 }), { minLength: 4, maxLength: 4 }),
    absent: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    reverts: fc.constantFrom(true, true, true, false),
    securedBy: fc.constantFrom("initiative" as const, "preRegistration" as const),
  })
  .map(({ days, absent, ...rest }): ReversionFund => {
    const [applicationDay, reserveDay, grantDay, requisitionDay] = days
      .sort((a, b) => a - b)
      .map((nth, at) => (absent[at] && nth % 2 === 0 ? null : on(nth)));
    const period = { id: "f", from: START, until: on(LAST) };
    return {
      ...period,
      applicationDay: applicationDay ?? null,
      reserveDay: reserveDay ?? null,
      grantDay: grantDay ?? null,
      requisitionDay: requisitionDay ?? null,
      ...rest,
    };
  });

describe("laws over whole lives of a fund", () => {
  test("a job that was off does once what it would have done day by day; asked again it does nothing", () =>
    fc.assert(
      fc.property(
        funds,
        acts,
        fc.array(fc.boolean(), { minLength: LAST, maxLength: LAST }),
        (fund, all, runs) => {
          const daily = live(fund, all, () => true);
          expect(live(fund, all, (nth) => runs[nth] ?? false)).toEqual(daily);
          expect(live(fund, all, () => false)).toEqual(daily);
        },
      ),
      { numRuns: 1_000 },
    ));

  test("after the last of its days a fund that reverts holds only what waits and what is claimed", () =>
    fc.assert(
      fc.property(funds, acts, (fund, all) => {
        const { available, cases, parts } = live(fund, all, () => true);
        const last = [fund.reserveDay, fund.grantDay, fund.requisitionDay].some((it) => it !== null);
        if (!fund.reverts || !last) return;
        expect(available).toBe(0n);
        for (const one of cases)
          if (one.reserved > 0n && (fund.grantDay ?? fund.requisitionDay))
            expect(one.filings.some(({ status }) => status === "sent")).toBe(true);
        if (fund.requisitionDay)
          for (const part of parts) expect(part.committed === 0n || part.claimedOn !== null).toBe(true);
      }),
      { numRuns: 1_000 },
    ));
});
