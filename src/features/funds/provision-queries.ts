import type { Actor } from "@/domain/actor";
import { AGREEMENTS, versionOn } from "@/domain/agreement";
import { type Day, day } from "@/domain/day";
import { type FundDays, whyNotChangeFrame, whyNotOpenFund } from "@/domain/fund";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import { type Basis, type ProvisionKind, provisionOf, whyNotBasis } from "@/domain/provision";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { fundById } from "@/features/ledger/queries";
import { read, type Tx } from "@/server/db";
import { fundsVisibleTo } from "@/server/scope";
import { ratesOf } from "./rate-queries";

/** Whether an opening balance was booked on a fund, and stands. */
export async function wasOpened(tx: Tx, employerId: string, fundId: string): Promise<boolean> {
  const row = await tx.provision.findFirst({
    where: { employerId, fundId, kind: "openingBalance", entry: { reversedBy: null } },
    select: { id: true },
  });
  return row !== null;
}

/** How a sum came about: what it rests on (öre), and the rate it was reckoned with (millionths). */
export type Origin = {
  kind: ProvisionKind;
  amount: Ore;
  ppm: number | null;
  payroll: Ore | null;
  nationalSum: Ore | null;
  nationalPayroll: Ore | null;
};
export type ProvisionView = Origin & {
  id: string;
  day: Day;
  /** Null: the central pot. */
  potUnit: string | null;
  /** Null: the portal itself; a person without a name has protected data. */
  by: { name: string | null } | null;
  isReversed: boolean;
};

/** Every sum that was put into a fund, the newest first, with how it came about. */
export async function getProvisions(actor: Actor, fundId: string): Promise<ProvisionView[]> {
  return read(actor, async (tx) => {
    const fund = await tx.fund.findFirst({
      where: { AND: [fundsVisibleTo(actor), { employerId: actor.employerId, id: fundId }] },
      select: { id: true },
    });
    if (!fund) throw new Refusal(NOT_FOUND);
    const rows = await tx.provision.findMany({
      where: { employerId: actor.employerId, fundId },
      orderBy: { entry: { seq: "desc" } },
      select: {
        id: true,
        kind: true,
        ppm: true,
        payroll: true,
        nationalSum: true,
        nationalPayroll: true,
        entry: {
          select: {
            amount: true,
            day: true,
            person: { select: { givenName: true, familyName: true, isProtected: true } },
            toPot: { select: { unit: { select: { name: true } } } },
            reversedBy: { select: { id: true } },
          },
        },
      },
    });
    return rows.map(({ entry, ...row }) => ({
      ...row,
      amount: entry.amount,
      day: day(entry.day),
      potUnit: entry.toPot?.unit?.name ?? null,
      by: entry.person && { name: shownName(entry.person) },
      isReversed: entry.reversedBy !== null,
    }));
  });
}

function originOf(basis: Basis, sum: { amount: Ore; ppm: number | null }): Origin {
  return {
    kind: basis.kind ?? "entered",
    ...sum,
    payroll: "payroll" in basis ? basis.payroll : null,
    nationalSum: "nationalSum" in basis ? basis.nationalSum : null,
    nationalPayroll: "nationalPayroll" in basis ? basis.nationalPayroll : null,
  };
}

/** What a basis would give in a fund today, for who is to confirm it. Refuses what providing it would refuse. */
export async function previewProvision(
  actor: Actor,
  fundId: string,
  basis: Basis,
  today: Day,
): Promise<Origin> {
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const fund = await fundById(tx, employerId, fundId);
    if (!fund) throw new Refusal(NOT_FOUND);
    refuseIf(whyNotChangeFrame(fund, today));
    const facts = {
      scheme: AGREEMENTS[fund.version].scheme,
      from: fund.from,
      until: fund.until,
      rates: await ratesOf(tx, employerId),
      openedBefore: await wasOpened(tx, employerId, fundId),
    };
    refuseIf(whyNotBasis(basis, facts));
    return originOf(basis, provisionOf(basis, facts));
  });
}

/** The same for a fund that is about to be opened with these days; null basis: without money. */
export async function previewNewFund(
  actor: Actor,
  days: FundDays,
  basis: Basis | null,
): Promise<Origin | null> {
  return read(actor, async (tx) => {
    const { scheme } = await tx.employer.findFirstOrThrow({
      where: { id: actor.employerId },
      select: { scheme: true },
    });
    refuseIf(whyNotOpenFund(days));
    if (!versionOn(scheme, days.from)) throw new Refusal({ key: "funds.rules.noVersion", field: "from" });
    if (!basis) return null;
    const facts = {
      scheme,
      from: days.from,
      until: days.until,
      rates: await ratesOf(tx, actor.employerId),
      openedBefore: false,
    };
    refuseIf(whyNotBasis(basis, facts));
    return originOf(basis, provisionOf(basis, facts));
  });
}
