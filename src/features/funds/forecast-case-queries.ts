import type { Actor } from "@/domain/actor";
import type { Day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { FUND_SELECT, type FundView, fundsOpenOn, fundView } from "@/features/ledger/queries";
import { type CaseStanding, STANDING, standingsOf } from "@/features/pre-registrations/standing-queries";
import { casesOnTheirWay } from "@/features/pre-registrations/way-queries";
import { read, type Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";
import { seesEntries } from "./entry-queries";
import { type FundForecast, forecastOf } from "./forecast-queries";

/** A case that something can be done about; `amount` is what would be lost or what it asks for, in öre. */
export type Candidate = {
  id: string;
  number: string;
  title: string;
  unit: string;
  amount: Ore;
  standing: CaseStanding;
};
/** The largest of some cases, and how many there are with what together. */
export type Candidates = { shown: Candidate[]; count: number; amount: Ore };
export type FundCases = { notSecured: Candidates; inTime: Candidates; tooLate: Candidates };

/** So many of each kind fit the page. */
const MOST = 10;

/**
 * One fund's forecast with the cases in sight: those that are decided but not secured, those on their way that make it,
 * and those that do not. Who does not work with the money sees the forecast alone, without cases (null). Refuses a fund
 * out of sight (notFound).
 */
export function fundForecast(
  actor: Actor,
  fundId: string,
  today: Day,
): Promise<{ forecast: FundForecast; cases: FundCases | null; together: boolean }> {
  return read(actor, async (tx) => {
    const funds = await asked(tx, actor, fundId, today);
    const works = seesEntries(actor);
    const way = works ? await casesOnTheirWay(tx, actor, today) : [];
    const it = await forecastOf(tx, actor, funds, way, today);
    const amounts = new Map(way.map(({ id, amount }) => [id, amount]));
    const withAmount = (ids: readonly string[]) => ids.map((id) => ({ id, amount: amounts.get(id) ?? 0n }));
    return {
      forecast: works ? it : { ...it, notSecured: [] },
      together: funds.length > 1,
      cases: works
        ? {
            notSecured: await candidates(tx, actor, it.notSecured, today),
            inTime: await candidates(tx, actor, withAmount(it.forecast.readyInTime), today),
            tooLate: await candidates(tx, actor, withAmount(it.forecast.tooLate), today),
          }
        : null,
    };
  });
}

/** The fund itself; one of the open year funds that share their pace (LOM) with the others. */
async function asked(tx: Tx, actor: Actor, fundId: string, today: Day): Promise<FundView[]> {
  const row = await tx.fund.findFirst({
    where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId, id: fundId }] },
    select: FUND_SELECT,
  });
  if (!row) throw new Refusal(NOT_FOUND);
  const fund = fundView(row);
  if (fund.reverts || fund.reserveDay !== null) return [fund];
  const open = (await fundsOpenOn(tx, actor.employerId, today)).filter(
    (one) => !one.reverts && one.reserveDay === null,
  );
  return open.some((one) => one.id === fundId) ? open : [fund];
}

async function candidates(
  tx: Tx,
  actor: Actor,
  cases: readonly { id: string; amount: Ore }[],
  today: Day,
): Promise<Candidates> {
  const largest = [...cases].sort((a, b) => (b.amount > a.amount ? 1 : b.amount < a.amount ? -1 : 0));
  const shown = largest.slice(0, MOST);
  const rows = await tx.preRegistration.findMany({
    where: { employerId: actor.employerId, id: { in: shown.map(({ id }) => id) } },
    select: { ...STANDING, number: true, title: true, unit: { select: { name: true } } },
  });
  const standings = await standingsOf(tx, actor, rows, today);
  return {
    count: cases.length,
    amount: cases.reduce((all, { amount }) => all + amount, 0n),
    shown: shown.flatMap(({ id, amount }) => {
      const nth = rows.findIndex((row) => row.id === id);
      const [row, standing] = [rows[nth], standings[nth]];
      if (!row || !standing) return [];
      return [{ id, amount, number: row.number, title: row.title, unit: row.unit.name, standing }];
    }),
  };
}
