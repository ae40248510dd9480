import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import { type Ore, sum } from "@/domain/money";
import { type MoneyThread, moneyThread } from "@/domain/pipeline";
import { type FundForecast, forecastOf } from "@/features/funds/forecast-queries";
import { fundsOpenOn } from "@/features/ledger/queries";
import { casesOnTheirWay, type OnItsWay } from "@/features/pre-registrations/way-queries";
import { read, type Tx } from "@/server/db";
import { type HomePipeline, pipelineOf } from "./home-pipeline-queries";

export type HomeMoney = FundForecast & {
  thread: MoneyThread;
  /** Whether the role reaches the whole employer: else what is on its way is only a part, and nothing can be taken from it. */
  whole: boolean;
  /** The largest case that could still save money: decided and not secured, or on its way and in time. */
  largest: { title: string; amount: Ore } | null;
};

/** What a coordinator lives by: the money that ends first, and where the rest lies. */
export type CoordinatorView = { funds: HomeMoney | null; pipeline: HomePipeline };

/**
 * The money of the fund whose last day to reserve comes first, in öre; of funds without such a day (LOM, one a year) all
 * that are open, together (null when nothing can be reserved today). And the pipeline of the role's units. One reading,
 * in which the cases on their way are asked for once.
 */
export function coordinatorHome(actor: Actor, scheme: "tlo" | "lom", today: Day): Promise<CoordinatorView> {
  return read(actor, async (tx) => {
    const way = await casesOnTheirWay(tx, actor, today);
    return {
      funds: await moneyOf(tx, actor, way, today),
      pipeline: await pipelineOf(tx, actor, scheme, way, today),
    };
  });
}

async function moneyOf(
  tx: Tx,
  actor: Actor,
  way: readonly OnItsWay[],
  today: Day,
): Promise<HomeMoney | null> {
  const open = await fundsOpenOn(tx, actor.employerId, today);
  const first = open[0];
  if (!first) return null;
  const it = await forecastOf(tx, actor, first.reserveDay === null ? open : [first], way, today);
  const asked = way.filter(({ fundId }) => it.fundIds.includes(fundId)).map(({ amount }) => amount);
  return {
    ...it,
    thread: moneyThread([it], sum(asked)),
    whole: actor.units === "all",
    largest: await largestOf(tx, actor, it, way),
  };
}

async function largestOf(tx: Tx, actor: Actor, it: FundForecast, way: readonly OnItsWay[]) {
  const ready = new Set(it.forecast.readyInTime);
  const [largest] = [...it.notSecured, ...way.filter(({ id }) => ready.has(id))].sort((a, b) =>
    b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0,
  );
  if (!largest) return null;
  const row = await tx.preRegistration.findFirst({
    where: { employerId: actor.employerId, id: largest.id },
    select: { title: true },
  });
  return row && { title: row.title, amount: largest.amount };
}
