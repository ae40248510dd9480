import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { freezeCase } from "@/domain/case-version";
import { whyNotSendToConsultation } from "@/domain/pre-registration";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unionsToHear } from "@/features/consultations/queries";
import { addSubject, askAgain } from "@/features/consultations/subject-commands";
import { type Work, write } from "@/server/db";
import type { Receipt } from "@/server/receipts";
import { consultationsVisibleTo } from "@/server/scope";
import { type CaseFacts, lockCase, moveCase, unitsLeft } from "./move";

/** Freezes the whole case as it stands under the next number, and makes that the version that lies with the unions. */
async function freeze({ tx, actor, now, tell }: Work, it: CaseFacts): Promise<number> {
  const { version } = it;
  if (version === null) throw new Refusal({ key: "preRegistrations.why.noVersion" });
  const number = it.currentVersion + 1;
  const content = freezeCase({
    number: it.number,
    title: it.title,
    unit: it.unitName,
    fund: it.fundName,
    version,
    need: it.need,
    initiative: it.initiative,
    beyondOrdinary: it.beyondOrdinary,
    risk: it.risk,
    area: it.area,
    headcount: it.headcount,
    groups: [...it.groups],
    providerKind: it.providerKind,
    providerName: it.providerName,
    periodFrom: it.periodFrom,
    periodUntil: it.periodUntil,
    ownerId: it.ownerId,
    amount: it.amount,
    costLines: [...it.costLines],
    units: it.units,
  });
  await tx.caseVersion.createMany({
    data: [{ employerId: actor.employerId, caseId: it.id, number, content, at: now }],
  });
  await tx.preRegistration.updateMany({ where: { id: it.id }, data: { currentVersion: number } });
  tell({
    kind: "preRegistration.versionFrozen",
    subjectId: it.id,
    caseId: it.id,
    amount: it.amount,
    detail: String(number),
  });
  return number;
}

/** A new version of a case that lies with the unions and is locked by the caller: every union is asked again. */
export async function refreeze(w: Work, it: CaseFacts): Promise<void> {
  await askAgain(w, { caseId: it.id, versionNumber: await freeze(w, it) });
}

/**
 * Sends prepared cases to one meeting with the unions, or with the joint group: one transaction for each, with a
 * receipt of its own, so that one that is refused holds up no other. Freezes the case under a new version, also one
 * that was deferred, and asks every union on the employer's list for the units it touches and those above them. The
 * first refusal is thrown after the others are sent. [T1, K6, MBL1]
 */
export async function sendToConsultation(
  actor: Actor,
  input: { caseIds: readonly string[]; consultationId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  const refused: Refusal[] = [];
  for (const id of [...new Set(input.caseIds)].sort()) {
    const own = receipt && { ...receipt, key: `${receipt.key}:${id}` };
    await sendOne(actor, id, input.consultationId, now, own).catch((fault) => {
      if (!(fault instanceof Refusal)) throw fault;
      refused.push(fault);
    });
  }
  if (refused[0]) throw refused[0];
}

function sendOne(
  actor: Actor,
  id: string,
  consultationId: string,
  now: Date,
  receipt: Receipt | null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "consultation.plan"));
    const meeting = await w.tx.consultation.findFirst({
      where: { AND: [consultationsVisibleTo(actor), { id: consultationId }] },
      select: { kind: true },
    });
    if (!meeting) throw new Refusal(NOT_FOUND);
    const it = await lockCase(w, actor, id);
    const units = [it.unitId, ...it.units.map((unit) => unit.unitId)];
    refuseIf(
      whyNotSendToConsultation({
        status: it.status,
        unitsLeft: unitsLeft(it).map((unit) => unit.name),
        unions:
          meeting.kind === "jointGroup"
            ? null
            : (await unionsToHear(w.tx, actor.employerId, units, w.today)).length,
      }),
    );
    const versionNumber = await freeze(w, it);
    await moveCase(w, id, it.status, "inConsultation");
    await addSubject(w, { consultationId, caseId: id, versionNumber });
    w.tell({ kind: "preRegistration.sentToConsultation", subjectId: id, caseId: id, detail: consultationId });
  });
}
