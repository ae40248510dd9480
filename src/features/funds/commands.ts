import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { AGREEMENTS, versionOn } from "@/domain/agreement";
import { column, type Day } from "@/domain/day";
import { type FundDays, fundStateOn, whyNotChangeFrame, whyNotKeep, whyNotOpenFund } from "@/domain/fund";
import type { Ore } from "@/domain/money";
import type { Basis } from "@/domain/provision";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { book, lockFund } from "@/features/ledger/commands";
import { type FundView, fundById } from "@/features/ledger/queries";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { bookProvision } from "./provision-commands";

/** What is provided at once to the central pot, if anything. */
export type FirstMoney = Basis | { kind?: undefined; amount: Ore | null };

type NewFund = FundDays & {
  name: string;
  /** The decision behind the money, in words. */
  reference?: string;
} & FirstMoney;

/**
 * Opens a fund with its central pot and, if wished, its first money, in one transaction. The agreement's version follows
 * from the employer's scheme and the period's first day, and says whether what is not used goes back. Refuses days that
 * do not follow each other, a period for which there is no agreement, and money that cannot be reckoned so (whyNotBasis)
 * or would go back at once.
 * [O10, O12; LOM: one fund a year, T4]
 */
export async function openFund(
  actor: Actor,
  input: NewFund,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.open"));
    const { name, reference, from, until, applicationDay, reserveDay, grantDay, requisitionDay, ...money } =
      input;
    const days = { from, until, applicationDay, reserveDay, grantDay, requisitionDay };
    refuseIf(whyNotOpenFund(days));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const employer = await tx.employer.findFirstOrThrow({
      where: { id: employerId },
      select: { scheme: true },
    });
    const version = versionOn(employer.scheme, from);
    if (!version) throw new Refusal({ key: "funds.rules.noVersion", field: "from" });
    const { reverts } = AGREEMENTS[version];
    const [fundId, potId] = [newId(now.getTime()), newId(now.getTime())];
    await tx.fund.createMany({
      data: [
        {
          employerId,
          id: fundId,
          name,
          version,
          reverts,
          state: fundStateOn({ ...days, rolledOver: false }, today, { sentClaims: 0, settled: false }),
          from: column(from),
          until: column(until),
          applicationDay: column(applicationDay),
          reserveDay: column(reserveDay),
          grantDay: column(grantDay),
          requisitionDay: column(requisitionDay),
        },
      ],
    });
    await tx.pot.createMany({ data: [{ employerId, fundId, id: potId }] });
    tell({ kind: "fund.opened", subjectId: fundId, day: reserveDay ?? until, detail: version });
    if (isMoney(money)) {
      refuseIf(whyNotKeep({ ...days, reverts }, today));
      await bookProvision(w, { id: fundId, version, ...days }, potId, money, reference);
    }
    return fundId;
  });
}

const isMoney = (it: FirstMoney): it is Basis => it.kind !== undefined || it.amount !== null;

/** Locks a fund for a booking and gives it with its days; NOT_FOUND for one that is not the employer's. */
async function lockedFund(w: Work, fundId: string): Promise<FundView> {
  await lockFund(w, fundId);
  const fund = await fundById(w.tx, w.actor.employerId, fundId);
  if (!fund) throw new Refusal(NOT_FOUND);
  return fund;
}

/** The same, alone with it: for what two must not do at once. */
export async function fundToChange({ tx, actor }: Work, fundId: string): Promise<FundView> {
  await tx.$queryRaw`SELECT 1 FROM fund WHERE employer_id = ${actor.employerId}::uuid AND id = ${fundId}::uuid FOR UPDATE`;
  const fund = await fundById(tx, actor.employerId, fundId);
  if (!fund) throw new Refusal(NOT_FOUND);
  return fund;
}

async function refuseForeignPot({ tx, actor }: Work, fundId: string, potId: string): Promise<void> {
  const pot = await tx.pot.findFirst({
    where: { employerId: actor.employerId, fundId, id: potId },
    select: { id: true },
  });
  if (!pot) throw new Refusal(NOT_FOUND);
}

/**
 * Puts money into a pot: a decided sum, a part of a national one, a year's share of payroll, or an opening balance. The
 * sum (öre) is reckoned here from what it rests on. Refuses a fund that is past its last day and what whyNotBasis says.
 */
export async function provide(
  actor: Actor,
  input: { fundId: string; potId: string; reference?: string } & Basis,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.provide"));
    const { fundId, potId, reference, ...basis } = input;
    // An opening balance comes once: two at once must wait for each other.
    const fund = await (basis.kind === "openingBalance" ? fundToChange(w, fundId) : lockedFund(w, fundId));
    await refuseForeignPot(w, fundId, potId);
    refuseIf(whyNotChangeFrame(fund, w.today));
    await bookProvision(w, fund, potId, basis, reference);
  });
}

/** Corrects what a pot was provided with, up or down (öre), for a reason that history keeps. */
export async function adjust(
  actor: Actor,
  input: { fundId: string; potId: string; amount: Ore; direction: "in" | "out"; reason: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.provide"));
    const fund = await lockedFund(w, input.fundId);
    await refuseForeignPot(w, input.fundId, input.potId);
    refuseIf(whyNotChangeFrame(fund, w.today));
    const { fundId, potId, amount, direction } = input;
    await book(w, [{ movement: "adjust", amount, direction, fundId, potId }]);
    w.tell({ kind: "fund.adjusted", subjectId: fundId, amount, detail: direction, text: input.reason });
  });
}

/**
 * Gives a unit its own share of a fund, with what is moved there at once (öre, from the central pot). Refuses a second
 * pot for the same unit and a unit that does not exist today. Gives the pot's id.
 */
export async function addPot(
  actor: Actor,
  input: { fundId: string; unitId: string; amount: Ore | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.transfer"));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const { fundId, unitId } = input;
    // Two clicks at once must not give one unit two pots.
    const fund = await fundToChange(w, fundId);
    const unit = await tx.unit.findFirst({
      where: { employerId, id: unitId },
      select: { validFrom: true, validTo: true, parentId: true },
    });
    if (!unit) throw new Refusal(NOT_FOUND);
    refuseIf(whyNotChangeFrame(fund, today));
    refuseIf(whyNotShare(unit, today));
    const pots = await tx.pot.findMany({
      where: { employerId, fundId, OR: [{ unitId: null }, { unitId }] },
      select: { id: true, unitId: true },
    });
    if (pots.some((pot) => pot.unitId === unitId))
      throw new Refusal({ key: "funds.rules.potThere", field: "unitId" });
    const central = pots.find((pot) => pot.unitId === null);
    const potId = newId(now.getTime());
    await tx.pot.createMany({ data: [{ employerId, fundId, id: potId, unitId }] });
    tell({ kind: "fund.potAdded", subjectId: fundId, detail: unitId });
    if (input.amount && central) {
      await book(w, [
        {
          movement: "transfer",
          amount: input.amount,
          from: { fundId, potId: central.id },
          to: { fundId, potId },
        },
      ]);
      tell({ kind: "fund.transferred", subjectId: fundId, amount: input.amount, detail: "transfer" });
    }
    return potId;
  });
}

function whyNotShare(unit: { validFrom: Date; validTo: Date | null; parentId: string | null }, today: Day) {
  const open = unitIsOpen(
    {
      from: unit.validFrom.toISOString().slice(0, 10),
      until: unit.validTo?.toISOString().slice(0, 10) ?? null,
    },
    today,
  );
  return open ? null : ({ key: "funds.rules.unitEnded", field: "unitId" } as const);
}

/** Moves money (öre) between two pots of one fund. Refuses the same pot twice. */
export async function transfer(
  actor: Actor,
  input: { fundId: string; fromPotId: string; toPotId: string; amount: Ore },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "fund.transfer"));
    const { fundId, fromPotId, toPotId, amount } = input;
    const fund = await lockedFund(w, fundId);
    await refuseForeignPot(w, fundId, fromPotId);
    await refuseForeignPot(w, fundId, toPotId);
    if (fromPotId === toPotId) throw new Refusal({ key: "funds.rules.potSame", field: "toPotId" });
    refuseIf(whyNotChangeFrame(fund, w.today));
    await book(w, [
      { movement: "transfer", amount, from: { fundId, potId: fromPotId }, to: { fundId, potId: toPotId } },
    ]);
    w.tell({ kind: "fund.transferred", subjectId: fundId, amount, detail: "transfer" });
  });
}
