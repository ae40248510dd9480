import { whyNotAct } from "@/domain/access";
import type { Actor } from "@/domain/actor";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { whyNotChangeReport, whyNotSaveReport } from "@/domain/saved-report";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { savedReportsVisibleTo } from "@/server/scope";
import type { ReportKey } from "./report";
import { cleanAddress } from "./selection";

/**
 * Saves a selection under a name, for oneself or for all who see reports. Of the address only what a report knows is
 * kept. Refuses a name that the person has used for the report.
 */
export function saveReport(
  actor: Actor,
  input: { report: ReportKey; query: string; name: string; shared: boolean },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "report.save"));
    const { report, name, shared } = input;
    await lockOwner(w, actor);
    refuseIf(whyNotSaveReport(await ownOnes(w, actor, { report, name })));
    const id = newId(now.getTime());
    const { employerId, personId } = actor;
    await w.tx.savedReport.createMany({
      data: [{ employerId, id, personId, report, name, query: cleanAddress(input.query), shared, at: now }],
    });
    return id;
  });
}

/** Gives a selection another name, or shares it or not. Refuses whoever did not save it. */
export function renameReport(
  actor: Actor,
  input: { id: string; name: string; shared: boolean },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const { id, report } = await findOwn(w, actor, input.id);
    const { sameName } = await ownOnes(w, actor, { report, name: input.name, not: id });
    refuseIf(whyNotSaveReport({ sameName, saved: 0 }));
    await w.tx.savedReport.updateMany({ where: { id }, data: { name: input.name, shared: input.shared } });
  });
}

/** Takes a selection away. Refuses whoever did not save it. */
export function deleteReport(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    const { id } = await findOwn(w, actor, input.id);
    await w.tx.savedReport.deleteMany({ where: { id } });
  });
}

async function findOwn(w: Work, actor: Actor, id: string) {
  refuseIf(whyNotAct(actor, "report.save"));
  await lockOwner(w, actor);
  const row = await w.tx.savedReport.findFirst({
    where: { AND: [savedReportsVisibleTo(actor), { id }] },
    select: { id: true, report: true, personId: true },
  });
  if (!row) throw new Refusal(NOT_FOUND);
  refuseIf(whyNotChangeReport(row, actor.personId));
  return row;
}

/** One at a time for each person, so that two tabs do not save the same name. */
async function lockOwner({ tx }: Work, { employerId, personId }: Actor): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`saved_report ${employerId} ${personId}`}, 0))`;
}

async function ownOnes(
  { tx }: Work,
  { employerId, personId }: Actor,
  { report, name, not }: { report: string; name: string; not?: string },
) {
  const own = await tx.savedReport.findMany({
    where: { employerId, personId },
    select: { id: true, report: true, name: true },
  });
  const said = (text: string) => text.toLocaleLowerCase("sv");
  return {
    saved: own.length,
    sameName: own.some((it) => it.id !== not && it.report === report && said(it.name) === said(name)),
  };
}
