import type { Actor } from "@/domain/actor";
import { addDays, type Day } from "@/domain/day";
import { type Forecast, forecast } from "@/domain/forecast";
import { nextLastDay, REVERSION_DAYS, whyNotReserve } from "@/domain/fund";
import { unsecured } from "@/domain/fund-reversion";
import { type Ore, sum } from "@/domain/money";
import { STEPS_BEFORE, type StepBefore, stepFacts } from "@/domain/pipeline";
import { balanceAge } from "@/domain/provision";
import {
  bookedByWeek,
  type DayLeft,
  firstBooked,
  leftByDay,
  providedTo,
} from "@/features/ledger/day-queries";
import { type FundView, POT_KEY } from "@/features/ledger/queries";
import { reversionCases, revertingFund } from "@/features/ledger/reversion-queries";
import type { OnItsWay } from "@/features/pre-registrations/way-queries";
import type { Tx } from "@/server/db";
import { casesVisibleTo } from "@/server/scope";

/** What a fund's balances hold together, in öre, and what came in over all its life. */
type Held = { available: Ore; reserved: Ore; committed: Ore; drawn: Ore };

/** The forecast of one fund, or of the open year funds of an employer that loses nothing (LOM), as one. Öre. */
export type FundForecast = Held & {
  /** The one that is spoken of; of several the newest. */
  fund: FundView;
  fundIds: string[];
  forecast: Forecast;
  unsecured: Ore;
  /** The decided cases in the actor's sight that the unsecured is booked for, the largest first. */
  notSecured: { id: string; amount: Ore }[];
  /** What goes back if nothing happens (available and unsecured), and after which day; null where nothing will. */
  losing: { amount: Ore; after: Day } | null;
  /** The day that the forecast runs to: the next after which money goes back, else the end of the period. */
  lastDay: Day;
  /** Whether anything can still be reserved: only then does a pace say anything. */
  isOpen: boolean;
  /** What was booked net in each of the last full weeks, the newest first. */
  bookedByWeek: Ore[];
  history: DayLeft[];
  /** LOM: what was last set aside for a year; null where money comes for several years. */
  yearly: Ore | null;
  /** LOM: how many years' provisions lie unused, in tenths; null where money comes for several years or none is known. */
  ageInTenths: number | null;
};

/** So long a time back is shown at least; with a last day far away as much again as lies ahead, at most the whole life. */
const SHOWN_BACK = 145;

/**
 * The forecast of some open funds as one (öre), from their balances and the net of each day: never from the entries.
 * `way`: the cases in the actor's sight that are on their way to a decision, of any fund; the medians are theirs. What
 * is available, booked and not secured is the whole fund's, whoever asks.
 */
export async function forecastOf(
  tx: Tx,
  actor: Actor,
  funds: readonly FundView[],
  way: readonly OnItsWay[],
  today: Day,
): Promise<FundForecast> {
  const { employerId } = actor;
  const fund = funds.reduce((a, b) => (b.from > a.from ? b : a));
  const fundIds = funds.map(({ id }) => id);
  const held = await heldIn(tx, employerId, fundIds);
  const after = fund.reverts ? nextReversion(fund, today) : null;
  const lastDay = after ?? nextLastDay(fund, today)?.day ?? (fund.until < today ? today : fund.until);
  const since = await firstBooked(tx, employerId, fundIds);
  const booked = await bookedByWeek(tx, employerId, fundIds, since, today);
  const notSecured = await notSecuredIn(tx, employerId, fund, today);
  const unsecuredSum = sum(notSecured.map(({ amount }) => amount));
  const it = forecast({
    available: held.available,
    unsecured: unsecuredSum,
    bookedByWeek: booked,
    today,
    lastDay,
    medianDays: mediansOf(way, today),
    cases: way.filter(({ fundId }) => fundIds.includes(fundId)),
  });
  const back = addDays(today, -Math.max(SHOWN_BACK, it.daysLeft));
  const from = since !== null && since > back ? since : back;
  const yearly =
    fund.reverts || fund.reserveDay !== null ? null : await yearlyProvision(tx, employerId, fund.id);
  const undrawn = held.available + held.reserved + held.committed;
  return {
    ...held,
    fund,
    fundIds,
    forecast: it,
    unsecured: unsecuredSum,
    notSecured: await inSight(tx, actor, notSecured),
    losing: after === null ? null : { amount: it.lost, after },
    lastDay,
    isOpen: funds.some((one) => whyNotReserve(one, today) === null),
    bookedByWeek: booked,
    history: await leftByDay(tx, employerId, fundIds, from < today ? from : addDays(today, -1), {
      available: held.available,
      undrawn,
    }),
    yearly,
    ageInTenths: yearly === null ? null : balanceAge(held.available, yearly),
  };
}

/** The next day after which money goes back; today may be it. */
function nextReversion(fund: FundView, today: Day): Day | null {
  return REVERSION_DAYS.map((which) => fund[which]).find((last) => last !== null && today <= last) ?? null;
}

async function heldIn(tx: Tx, employerId: string, fundIds: readonly string[]): Promise<Held> {
  const { _sum } = await tx.fundBalance.aggregate({
    where: { employerId, fundId: { in: [...fundIds] }, key: POT_KEY },
    _sum: { available: true, reserved: true, committed: true, drawn: true },
  });
  return {
    available: _sum.available ?? 0n,
    reserved: _sum.reserved ?? 0n,
    committed: _sum.committed ?? 0n,
    drawn: _sum.drawn ?? 0n,
  };
}

/** What is booked and not secured, case by case, the largest first; of the whole fund, whoever asks. */
async function notSecuredIn(
  tx: Tx,
  employerId: string,
  fund: FundView,
  today: Day,
): Promise<{ id: string; amount: Ore }[]> {
  if (!fund.reverts) return [];
  const reverting = revertingFund(fund);
  return (await reversionCases(tx, employerId, fund.id))
    .map((it) => ({ id: it.id, amount: unsecured(reverting, [it], today) }))
    .filter(({ amount }) => amount > 0n)
    .sort((a, b) => (b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0));
}

async function inSight<C extends { id: string }>(tx: Tx, actor: Actor, cases: readonly C[]): Promise<C[]> {
  if (cases.length === 0) return [];
  const seen = await tx.preRegistration.findMany({
    where: { AND: [casesVisibleTo(actor), { id: { in: cases.map(({ id }) => id) } }] },
    select: { id: true },
  });
  const ids = new Set(seen.map(({ id }) => id));
  return cases.filter(({ id }) => ids.has(id));
}

/** Median days in each step of what lies there today; the pipeline shows the same. */
function mediansOf(way: readonly OnItsWay[], today: Day): Record<StepBefore, number | null> {
  const median = (step: StepBefore) =>
    stepFacts(
      step,
      way.filter((it) => it.step === step),
      today,
    ).medianDays;
  const [submitted, endorsed, inConsultation, toDecision] = STEPS_BEFORE.map(median);
  return {
    submitted: submitted ?? null,
    endorsed: endorsed ?? null,
    inConsultation: inConsultation ?? null,
    toDecision: toDecision ?? null,
  };
}

/** What was set aside in a year's fund for that year, in öre: an opening balance is no year's. */
async function yearlyProvision(tx: Tx, employerId: string, fundId: string): Promise<Ore> {
  const opened = await tx.provision.findMany({
    where: { employerId, fundId, kind: "openingBalance", entry: { reversedBy: null } },
    select: { entry: { select: { amount: true } } },
  });
  return opened.reduce((left, { entry }) => left - entry.amount, await providedTo(tx, employerId, fundId));
}
