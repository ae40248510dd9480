import { AGREEMENTS, type Version } from "@/domain/agreement";
import {
  type Alarm,
  agreementAlarms,
  balanceAlarms,
  CLAIM_DAYS,
  claimAlarms,
  fundAlarms,
  GRACE_DAYS,
  initiativeAlarms,
  nearestThreshold,
  versionAlarms,
} from "@/domain/alarm";
import { addDays, column, type Day, day } from "@/domain/day";
import { OPEN_INITIATIVE } from "@/domain/initiative";
import { FUND_SELECT, fundView, POT_KEY } from "@/features/ledger/queries";
import { reversionFacts } from "@/features/ledger/reversion-queries";
import type { Tx } from "@/server/db";
import { hasStatus } from "@/server/status-key";

/**
 * Every alarm of an employer that holds on a day, from how things stand now. The rules are domain/alarm's; the filters
 * here only leave out what those would not speak of.
 */
export async function alarmsOn(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  return [
    ...(await ofFunds(tx, employerId, today)),
    ...(await ofInitiatives(tx, employerId, today)),
    ...(await ofClaims(tx, employerId, today)),
    ...(await ofAgreements(tx, employerId, today)),
    ...(await ofVersions(tx, employerId, today)),
    ...(await ofBalance(tx, employerId, today)),
  ];
}

async function ofFunds(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const rows = await tx.fund.findMany({
    where: { employerId, state: { not: "closed" } },
    orderBy: { id: "asc" },
    select: FUND_SELECT,
  });
  const alarms: Alarm[] = [];
  for (const fund of rows.map(fundView)) {
    const days = [fund.applicationDay, fund.reserveDay, fund.grantDay, fund.requisitionDay];
    if (days.every((last) => last === null || nearestThreshold(last, today) === null)) continue;
    alarms.push(...fundAlarms(await reversionFacts(tx, employerId, fund), today));
  }
  return alarms;
}

async function ofInitiatives(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const rows = await tx.initiative.findMany({
    where: {
      employerId,
      ...hasStatus(...OPEN_INITIATIVE),
      parts: { some: {} },
      OR: [{ ownerId: null }, { periodFrom: { lt: column(addDays(today, -GRACE_DAYS)) } }],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      unitId: true,
      ownerId: true,
      status: true,
      periodFrom: true,
      amount: true,
      parts: { orderBy: { grantedOn: "asc" }, take: 1, select: { grantedOn: true } },
    },
  });
  return rows.flatMap(({ id, unitId, ownerId, status, periodFrom, amount, parts }) =>
    parts.flatMap(({ grantedOn }) =>
      initiativeAlarms(
        {
          id,
          unitId,
          hasOwner: ownerId !== null,
          waits: status !== "underWay",
          grantedOn: day(grantedOn),
          periodFrom: day(periodFrom),
          amount,
        },
        today,
      ),
    ),
  );
}

async function ofClaims(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const rows = await tx.requisition.findMany({
    where: { employerId, status: "sent", sentOn: { lt: column(addDays(today, -CLAIM_DAYS)) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      sentOn: true,
      amount: true,
      part: { select: { initiative: { select: { unitId: true } } } },
    },
  });
  return rows.flatMap(({ id, sentOn, amount, part }) =>
    sentOn ? claimAlarms({ id, unitId: part.initiative.unitId, sentOn: day(sentOn), amount }, today) : [],
  );
}

async function ofAgreements(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const rows = await tx.localAgreement.findMany({
    where: { employerId, until: { gte: column(today) } },
    orderBy: { id: "asc" },
    select: { id: true, state: true, from: true, until: true },
  });
  return rows.flatMap((row) =>
    agreementAlarms({ ...row, from: day(row.from), until: day(row.until) }, today),
  );
}

const UNFILED = [
  "submitted",
  "endorsed",
  "prepared",
  "inConsultation",
  "deferred",
  "returned",
  "parked",
  "approved",
] as const;

async function ofVersions(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const ended = (Object.keys(AGREEMENTS) as Version[]).filter((version) => {
    const { until } = AGREEMENTS[version];
    return until !== null && until < today;
  });
  const rows = await tx.preRegistration.findMany({
    where: {
      employerId,
      version: { in: ended },
      ...hasStatus(...UNFILED),
      filings: { none: { sentOn: { not: null } } },
    },
    orderBy: { id: "asc" },
    select: { id: true, unitId: true, version: true, amount: true },
  });
  return rows.flatMap(({ version, ...row }) => (version ? versionAlarms({ ...row, version }, today) : []));
}

/** LOM alone: what lies available, against what was last set aside for a year. */
async function ofBalance(tx: Tx, employerId: string, today: Day): Promise<Alarm[]> {
  const newest = await tx.fund.findFirst({
    where: { employerId, version: "lom", from: { lte: column(today) } },
    orderBy: [{ from: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (!newest) return [];
  const provided = await tx.ledgerEntry.aggregate({
    where: {
      employerId,
      movement: "provide",
      toFundId: newest.id,
      reversesId: null,
      reversedBy: null,
      // What lay unused when the portal was taken into use is the old balance itself.
      NOT: { provision: { kind: "openingBalance" } },
    },
    _sum: { amount: true },
  });
  const left = await tx.fundBalance.aggregate({
    where: { employerId, key: POT_KEY, pot: { fund: { version: "lom" } } },
    _sum: { available: true },
  });
  return balanceAlarms(
    { employerId, available: left._sum.available ?? 0n, yearly: provided._sum.amount ?? 0n },
    today,
  );
}
