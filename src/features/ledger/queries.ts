import type { Version } from "@/domain/agreement";
import { type Day, day } from "@/domain/day";
import { type Fund, whyNotReserve } from "@/domain/fund";
import type { Ore } from "@/domain/money";
import type { Tx } from "@/server/db";

/** The key of a pot's own totals in fund_balance. */
export const POT_KEY = "00000000-0000-0000-0000-000000000000";

export type Balance = { available: Ore; reserved: Ore; committed: Ore; drawn: Ore };

const EMPTY: Balance = { available: 0n, reserved: 0n, committed: 0n, drawn: 0n };
const BALANCE = { available: true, reserved: true, committed: true, drawn: true } as const;

async function balance(
  tx: Tx,
  employerId: string,
  fundId: string,
  potId: string,
  key: string,
): Promise<Balance> {
  const row = await tx.fundBalance.findUnique({
    where: { employerId_fundId_potId_key: { employerId, fundId, potId, key } },
    select: BALANCE,
  });
  return row ?? EMPTY;
}

/** What a pot holds on its four accounts, in öre; zeros for one that nothing was booked on yet. */
export function potBalance(tx: Tx, employerId: string, fundId: string, potId: string): Promise<Balance> {
  return balance(tx, employerId, fundId, potId, POT_KEY);
}

/** What is reserved for a case on its fund and pot, in öre. */
export async function caseReserved(
  tx: Tx,
  employerId: string,
  fundId: string,
  potId: string,
  caseId: string,
): Promise<Ore> {
  return (await balance(tx, employerId, fundId, potId, caseId)).reserved;
}

/** What is committed to a granted part and drawn of it, in öre. */
export async function partBalance(
  tx: Tx,
  employerId: string,
  fundId: string,
  potId: string,
  partId: string,
): Promise<{ committed: Ore; drawn: Ore }> {
  const { committed, drawn } = await balance(tx, employerId, fundId, potId, partId);
  return { committed, drawn };
}

export const FUND_SELECT = {
  id: true,
  name: true,
  version: true,
  state: true,
  reverts: true,
  from: true,
  until: true,
  applicationDay: true,
  reserveDay: true,
  grantDay: true,
  requisitionDay: true,
} as const;

type FundRow = {
  id: string;
  name: string;
  version: Version;
  state: "planned" | "open" | "closing" | "drawOnly" | "closed";
  reverts: boolean;
  from: Date;
  until: Date;
  applicationDay: Date | null;
  reserveDay: Date | null;
  grantDay: Date | null;
  requisitionDay: Date | null;
};

/** A fund with its days as the rules in domain/fund.ts ask for them. */
export type FundView = Fund & Pick<FundRow, "id" | "name" | "version" | "state" | "reverts">;

/** A row of the table as the rules see it. Money that stays with the employer is past reserving only by a rollOver. */
export function fundView(row: FundRow): FundView {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    state: row.state,
    reverts: row.reverts,
    rolledOver: !row.reverts && (row.state === "drawOnly" || row.state === "closed"),
    from: day(row.from),
    until: day(row.until),
    applicationDay: day(row.applicationDay),
    reserveDay: day(row.reserveDay),
    grantDay: day(row.grantDay),
    requisitionDay: day(row.requisitionDay),
  };
}

/** One fund of the employer for a rule, or null. Read it after lockFund, so that no date move comes between. */
export async function fundById(tx: Tx, employerId: string, fundId: string): Promise<FundView | null> {
  const row = await tx.fund.findUnique({
    where: { employerId_id: { employerId, id: fundId } },
    select: FUND_SELECT,
  });
  return row && fundView(row);
}

/** A fund in which money can be reserved, with its pots (the central one first) and what each has left, in öre. */
export type OpenFund = FundView & {
  pots: { id: string; unitId: string | null; unitName: string | null; available: Ore }[];
};

/** The funds in which money can be reserved today, by their days and not by the stored state; the one that ends first, first. */
export async function fundsOpenOn(tx: Tx, employerId: string, today: Day): Promise<OpenFund[]> {
  const rows = await tx.fund.findMany({
    where: { employerId },
    orderBy: [{ reserveDay: { sort: "asc", nulls: "last" } }, { from: "asc" }, { id: "asc" }],
    select: {
      ...FUND_SELECT,
      pots: {
        orderBy: [{ unitId: { sort: "asc", nulls: "first" } }],
        select: {
          id: true,
          unitId: true,
          unit: { select: { name: true } },
          balances: { where: { key: POT_KEY }, select: { available: true } },
        },
      },
    },
  });
  return rows
    .map(({ pots, ...row }) => ({
      ...fundView(row),
      pots: pots.map(({ unit, balances, ...pot }) => ({
        ...pot,
        unitName: unit?.name ?? null,
        available: balances[0]?.available ?? 0n,
      })),
    }))
    .filter((fund) => whyNotReserve(fund, today) === null);
}
