import type { Actor } from "@/domain/actor";
import { approveCase } from "@/features/approvals/commands";
import { potBalance } from "@/features/ledger/queries";
import { read } from "@/server/db";
import { type House, kr, noon, type PersonName, TODAY } from "./people";

/** Somebody (by default the chief, who may decide any amount) says yes to a case. */
export const approve = (
  house: House,
  caseId: string,
  amount = kr(100_000),
  who: PersonName | Actor = "chief",
  on = TODAY,
) => approveCase(typeof who === "string" ? house.people[who] : who, { caseId, amount }, noon(on));

/** All that a decision leaves behind on a case. */
export const traces = (house: House, caseId: string) =>
  read(house.people.coordinator, async (tx) => ({
    status: await tx.preRegistration.findFirstOrThrow({
      where: { id: caseId },
      select: { status: true, approvedAmount: true },
    }),
    entries: await tx.ledgerEntry.findMany({
      where: { OR: [{ fromCaseId: caseId }, { toCaseId: caseId }] },
      orderBy: { seq: "asc" },
      select: { movement: true, amount: true },
    }),
    approvals: await tx.approval.findMany({
      where: { caseId },
      orderBy: { id: "asc" },
      select: { personId: true, position: true, outcome: true, amount: true, paragraph: true, role: true },
    }),
    events: (
      await tx.caseEvent.findMany({ where: { caseId }, orderBy: { seq: "asc" }, select: { kind: true } })
    ).map((it) => it.kind),
  }));
/** What the house has in its one pot. */
export const pot = (house: House) =>
  read(house.people.hr, (tx) => potBalance(tx, house.employerId, house.fund.fundId, house.fund.potId));
