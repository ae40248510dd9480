import type { Actor } from "@/domain/actor";
import { type Day, dayOf } from "@/domain/day";
import { type FirstMoney, openFund, provide } from "@/features/funds/commands";
import { distributeFund } from "@/features/funds/distribute-commands";
import { getDistribution, revisionOf, shareOut } from "@/features/funds/distribute-queries";
import { rollOver } from "@/features/funds/move-commands";
import { getFund } from "@/features/funds/queries";
import type { Cast } from "./cast";
import { at, type Step } from "./timeline";

/** Öre for whole kronor. */
export const kr = (kronor: number) => BigInt(kronor) * 100n;

/** What of the demo's calendar funds go by. */
type FundCalendar = { year: number; previousEnd: Day };

/** What the city gets of the three years' national sum, by payroll: 9,8 Mkr. */
export const CITY_SHARE = {
  kind: "nationalShare",
  nationalSum: kr(750_000_000),
  payroll: kr(5_880_000_000),
  nationalPayroll: kr(450_000_000_000),
} as const;

/** A three-year frame and, for the city, the one before it, whose cases come before this one opens. */
export async function tloFunds(
  cast: Cast,
  days: FundCalendar,
  money: FirstMoney,
  previous: number | null,
): Promise<Step[]> {
  const hr = cast.controller();
  const { year } = days;
  const frame = (
    from: number,
    extra: { reserveDay: Day; grantDay: Day | null; requisitionDay: Day | null },
  ) => ({
    name: `Förebyggande insatser ${from}–${from + 2}`,
    from: `${from}-01-01`,
    until: `${from + 2}-12-31`,
    applicationDay: null,
    ...extra,
    reference: "Omställningsfondens beslut om ram",
  });
  if (previous)
    cast.funds.previous = await openFund(
      hr,
      {
        ...frame(year - 5, {
          reserveDay: days.previousEnd,
          grantDay: days.previousEnd,
          requisitionDay: null,
        }),
        amount: kr(previous),
      },
      at(`${year - 5}-01-15`, 9),
    );
  const current = {
    ...frame(year - 2, {
      reserveDay: `${year}-12-31`,
      grantDay: null,
      requisitionDay: `${year + 3}-12-31`,
    }),
    ...money,
  };
  return [
    {
      at: at(`${year - 2}-01-02`, 9),
      run: async (now) => {
        cast.funds.current = await openFund(hr, current, now);
      },
    },
  ];
}

/**
 * Yearly provisions that were hardly used: what lay there when the portal came, last year's and this year's share of
 * payroll (0,2 %, kronor), and some of it shared between the units by headcount.
 */
export async function lomFunds(
  cast: Cast,
  days: FundCalendar,
  { payroll, opening, shared }: { payroll: number; opening: number; shared: number | null },
): Promise<Step[]> {
  const hr = cast.controller();
  const fund = (year: number) => ({
    name: `LOM ${year}`,
    from: `${year}-01-01`,
    until: `${year}-12-31`,
    applicationDay: null,
    reserveDay: null,
    grantDay: null,
    requisitionDay: null,
    kind: "payrollRate" as const,
    payroll: kr(payroll),
    reference: `Årets avsättning, lönesumma ${year - 1}`,
  });
  const then = days.year - 1;
  const last = await openFund(hr, fund(then), at(`${then}-01-10`, 9));
  const { pots } = await getFund(hr, last, `${then}-01-10`);
  await provide(
    hr,
    {
      fundId: last,
      potId: pots[0]?.id ?? "",
      kind: "openingBalance",
      amount: kr(opening),
      reference: "Oanvända medel från tidigare år",
    },
    at(`${then}-01-10`, 10),
  );
  const current = await openFund(hr, fund(days.year), at(`${days.year}-01-02`, 8));
  await rollOver(hr, { fundId: last, toFundId: current }, at(`${days.year}-01-02`, 9));
  if (shared) await share(hr, current, kr(shared), at(`${days.year}-01-02`, 10));
  cast.funds.current = current;
  return [];
}

/** By headcount, with the police's floor of 200 000 kr for every unit under the top. [PF1] */
async function share(hr: Actor, fundId: string, amount: bigint, now: Date): Promise<void> {
  const { units } = await getDistribution(hr, fundId, dayOf(now));
  const top = units.find((unit) => unit.parentId === null)?.id;
  const sharing = {
    unitIds: units.filter((unit) => unit.parentId === top).map((unit) => unit.id),
    basis: "headcount" as const,
    floor: kr(200_000),
    amount,
  };
  const parts = shareOut(units, sharing);
  if ("reason" in parts) throw new Error(parts.reason.key);
  await distributeFund(hr, { ...sharing, fundId, revision: revisionOf(parts.parts) }, now);
}
