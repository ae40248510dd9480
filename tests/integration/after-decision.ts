import { expect } from "vitest";
import type { EvidenceKind } from "@/domain/requisition";
import { prepareFiling, sendFiling } from "@/features/filings/commands";
import { type GrantedAnswer, recordGrant } from "@/features/filings/grant-commands";
import {
  completeInitiative,
  countParticipants,
  startInitiative,
} from "@/features/initiatives/carry-out-commands";
import { addInitiative } from "@/features/initiatives/plan-commands";
import { caseReserved, partBalance, potBalance } from "@/features/ledger/queries";
import {
  addEvidence,
  completeEvidence,
  sendRequisition,
  startRequisition,
} from "@/features/requisitions/commands";
import { recordPayment } from "@/features/requisitions/payment-commands";
import { read } from "@/server/db";
import { type House, noon, TODAY } from "../people";
import { type Approved, type Granted, grantedCase, PERIOD } from "./approved-case";

// The steps from an approved case to reconciled money, by the commands, and what they leave behind.

export const refusal = (key: string, field?: string) =>
  expect.objectContaining({ reason: expect.objectContaining(field ? { key, field } : { key }) });

// ---------- what is there ----------

export const available = (house: House) =>
  read(
    house.people.hr,
    async (tx) => (await potBalance(tx, house.employerId, house.fund.fundId, house.fund.potId)).available,
  );
export const reserved = (house: House, it: Approved) =>
  read(house.people.hr, (tx) => caseReserved(tx, house.employerId, it.fundId, it.potId, it.caseId));
/** Committed to a part and drawn of it. */
export const left = (house: House, partId: string) =>
  read(house.people.hr, (tx) =>
    partBalance(tx, house.employerId, house.fund.fundId, house.fund.potId, partId),
  );
export const initiative = (house: House, id: string) =>
  read(house.people.hr, (tx) => tx.initiative.findFirstOrThrow({ where: { id } }));
/** The kinds of a case's events, in order. */
export const kinds = (house: House, caseId: string) =>
  read(house.people.hr, async (tx) =>
    (await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: "asc" } })).map((event) => event.kind),
  );

/** Opens as many connections as will work at once: else the first is done before the others have one. */
export const warm = (house: House, connections: number) =>
  Promise.all(Array.from({ length: connections }, () => available(house)));

// ---------- filing ----------

/** An initiative out of the case, with the whole amount unless said. */
export function planned(
  house: House,
  it: Approved,
  amount = it.amount,
  period: { from: string; until: string } | null = PERIOD,
) {
  return addInitiative(
    house.people.coordinator,
    {
      caseId: it.caseId,
      title: "Vård och omsorg 1 och 2",
      unitId: house.units.north,
      amount,
      periodFrom: period?.from ?? null,
      periodUntil: period?.until ?? null,
      headcount: 12,
      ideaIds: [it.ideaId],
    },
    noon(),
  );
}
export const prepare = (house: House, initiativeId: string) =>
  prepareFiling(house.people.coordinator, { initiativeId, note: "Offert finns." }, noon());
export const file = (house: House, id: string, on = TODAY) =>
  sendFiling(house.people.sender, { id }, noon(on));

/** A filing that waits for its answer. */
export async function filed(house: House, it: Approved, amount = it.amount) {
  const initiativeId = await planned(house, it, amount);
  const filingId = await prepare(house, initiativeId);
  await file(house, filingId);
  return { initiativeId, filingId };
}

let numbers = 0;
/** An initiative number that nobody has used. */
export const number = () => `2026-${1000 + ++numbers}`;

export function answer(
  id: string,
  amounts: readonly bigint[],
  more: Partial<GrantedAnswer> = {},
): GrantedAnswer {
  return {
    id,
    answeredOn: TODAY,
    text: "",
    split: "initiatives",
    parts: amounts.map((amount) => ({ number: number(), amount, earliestClaimDay: null, title: "" })),
    ...more,
  };
}
export const grant = (house: House, input: GrantedAnswer, on = TODAY) =>
  recordGrant(house.people.coordinator, input, noon(on));

// ---------- carried out and claimed ----------

export const JUNE = "2027-06-01";

/** So many of one occupation, women first. */
export const tookPart = (women: number, men = 0) => [
  { occupation: "Vårdbiträden", aid: "207023", women, men, unstated: 0 },
];

/** Started on its first day, counted and completed. */
export async function carryOut(
  house: House,
  it: Granted,
  from: string = PERIOD.from,
  on = JUNE,
): Promise<void> {
  const owner = house.people.northManager;
  const { initiativeId: id } = it;
  await startInitiative(owner, { id }, noon(from));
  await countParticipants(owner, { id, groups: tookPart(8, 3) }, noon(on));
  await completeInitiative(owner, { id, completedOn: on }, noon(on));
}

/** A granted initiative that was carried out and completed. */
export async function completed(
  house: House,
  wish: Parameters<typeof grantedCase>[1] = {},
  on = JUNE,
): Promise<Granted & { partId: string }> {
  const it = await grantedCase(house, wish);
  await carryOut(house, it, wish.period?.from, on);
  return { ...it, partId: it.partIds[0] ?? "" };
}

export const start = (house: House, partId: string, amount: bigint, on = JUNE) =>
  startRequisition(house.people.coordinator, { partId, amount }, noon(on));
export const add = (house: House, id: string, kind: EvidenceKind, amount: bigint | null, on = JUNE) =>
  addEvidence(house.people.coordinator, { id, kind, number: "88134", day: "2026-11-20", amount }, noon(on));

/** A claim with its list and an invoice over the amount, marked complete. */
export async function complete(house: House, partId: string, amount: bigint, on = JUNE) {
  const id = await start(house, partId, amount, on);
  await add(house, id, "participantList", null, on);
  await add(house, id, "invoice", amount, on);
  await completeEvidence(house.people.coordinator, { id }, noon(on));
  return id;
}
export async function claimed(house: House, partId: string, amount: bigint, on = JUNE): Promise<string> {
  const id = await complete(house, partId, amount, on);
  await sendRequisition(house.people.sender, { id }, noon(on));
  return id;
}
export const pay = (house: House, id: string, paidAmount: bigint, cause = "", on = "2027-07-01") =>
  recordPayment(house.people.hr, { id, paidAmount, paidOn: on, cause }, noon(on));
