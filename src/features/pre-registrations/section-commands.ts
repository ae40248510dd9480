import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import { type Area, type ProviderKind, versionOn } from "@/domain/agreement";
import {
  type CaseCostLine,
  type CaseGroup,
  type CaseUnit,
  changesThatAskAgain,
  costSum,
  takingPart,
  whyNotArea,
  whyNotCostLine,
  whyNotProvider,
} from "@/domain/case-sections";
import { column, type Day } from "@/domain/day";
import { CONSULTED_CASE, versionOf, whyNotEditCase } from "@/domain/pre-registration";
import { ChangedMeanwhile, MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { fundsOpenOn } from "@/features/ledger/queries";
import { type Work, write } from "@/server/db";
import { dropDraft } from "@/server/drafts";
import type { Prisma } from "@/server/generated/client";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { whyNotUnit } from "./commands";
import { refreeze } from "./freeze-commands";
import { type CaseFacts, findCase, lockCase, moveOnWhenEndorsed } from "./move";
import { draftForm, type SavedSection, sectionTexts } from "./section-texts";

/** One section as it is saved; öre and Stockholm days. */
export type SectionInput =
  | { section: "basics"; title: string; unitId: string; fundId: string }
  | { section: "need" | "initiative" | "beyondOrdinary" | "risk"; text: string }
  | { section: "area"; area: Area }
  | { section: "groups"; headcount: number | null; groups: readonly Row<CaseGroup>[] }
  | { section: "provider"; providerKind: ProviderKind; providerName: string }
  | { section: "period"; periodFrom: Day | null; periodUntil: Day | null }
  | { section: "owner"; ownerId: string };

/** A row of a table-like form; `row` is where it stood there, when empty ones stood above it. */
export type Row<T> = T & { row?: number };

/** Which case, and the revision that the form was opened on. */
type Edited = { id: string; revision: number };

type Data = Omit<Prisma.PreRegistrationUncheckedUpdateManyInput, "id" | "employerId" | "status" | "revision">;

/**
 * The one way to save a part of a case: refuses a case that may not be edited, and one that was saved by somebody else
 * since the form was opened (ChangedMeanwhile, with what stands saved). A save that changes nothing leaves no trace.
 * While it lies with the unions a change of amount, people, provider or period freezes a new version and asks every
 * union again. [design 3]
 */
async function change(
  actor: Actor,
  { id, revision }: Edited,
  section: SavedSection,
  now: Date,
  receipt: Receipt | null,
  save: (w: Work, before: CaseFacts) => Promise<Data>,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prepare"));
    const before = await lockCase(w, actor, id);
    refuseIf(whyNotEditCase(before));
    const was = sectionTexts(section, before);
    if (revision !== before.revision) throw new ChangedMeanwhile(was, before.revision);
    const data = await save(w, before);
    if (Object.keys(data).length > 0) await w.tx.preRegistration.updateMany({ where: { id }, data });
    await dropDraft(w, draftForm(section), id);
    const after = await findCase(w, actor, id);
    if (JSON.stringify(sectionTexts(section, after)) === JSON.stringify(was)) return;

    const { count } = await w.tx.preRegistration.updateMany({
      where: { id, revision },
      data: { revision: { increment: 1 } },
    });
    if (count === 0) throw new Refusal(MOVED_ON);
    w.tell({
      kind: "preRegistration.changed",
      subjectId: id,
      caseId: id,
      detail: section,
      ...(after.amount === before.amount ? {} : { amount: after.amount }),
    });
    // A unit that was taken out, or a lower amount, can leave nobody to ask.
    await moveOnWhenEndorsed(w, after);
    if (CONSULTED_CASE.includes(after.status) && changesThatAskAgain(before, after).length > 0)
      await refreeze(w, after);
  });
}

/** Saves one section. Refuses what the section's own rules refuse, at the field that it concerns. */
export function saveSection(
  actor: Actor,
  input: Edited & SectionInput,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return change(actor, input, input.section, now, receipt, (w, before) =>
    sectionData(w, actor, before, input),
  );
}

async function sectionData(w: Work, actor: Actor, before: CaseFacts, input: SectionInput): Promise<Data> {
  switch (input.section) {
    case "basics": {
      if (input.unitId !== before.unitId) refuseIf(await whyNotUnit(w, actor, input.unitId));
      const { title, unitId } = input;
      return { title, unitId, ...(await otherFund(w, before, input.fundId)) };
    }
    case "need":
    case "initiative":
    case "beyondOrdinary":
    case "risk":
      return { [input.section]: input.text };
    case "area": {
      const why = whyNotArea(await versionNow(w, before), input.area);
      if (why) throw new Refusal({ ...why, field: "area" });
      return { area: input.area };
    }
    case "groups":
      return saveGroups(w, before.id, input);
    case "provider": {
      const version = await versionNow(w, before);
      const why = whyNotProvider(version, input.providerKind);
      if (why) throw new Refusal({ ...why, field: "providerKind" });
      return { providerKind: input.providerKind, providerName: input.providerName };
    }
    case "period":
      if (input.periodFrom && input.periodUntil && input.periodUntil < input.periodFrom)
        throw new Refusal({ key: "refusals.endBeforeStart", field: "periodUntil" });
      return { periodFrom: column(input.periodFrom), periodUntil: column(input.periodUntil) };
    case "owner":
      await refuseUnknownOwner(w, input.ownerId);
      return { ownerId: input.ownerId };
  }
}

/** A case changes fund only to one that is open today, and lies then in its central pot. */
async function otherFund(w: Work, before: CaseFacts, fundId: string): Promise<Data> {
  if (fundId === before.fundId) return {};
  const fund = (await fundsOpenOn(w.tx, w.actor.employerId, w.today)).find((it) => it.id === fundId);
  const pot = fund?.pots.find((it) => it.unitId === null);
  if (!pot) throw new Refusal({ key: "preRegistrations.why.noFund", field: "fundId" });
  return { fundId, potId: pot.id };
}

async function refuseUnknownOwner({ tx, today }: Work, ownerId: string): Promise<void> {
  const owner = await tx.person.findFirst({
    where: { id: ownerId, OR: [{ leftOn: null }, { leftOn: { gt: column(today) } }] },
    select: { id: true },
  });
  if (!owner) throw new Refusal({ key: "preRegistrations.why.unknownOwner", field: "ownerId" });
}

async function saveGroups(
  { tx, actor, now }: Work,
  caseId: string,
  { headcount, groups }: { headcount: number | null; groups: readonly Row<CaseGroup>[] },
): Promise<Data> {
  await tx.participantGroup.deleteMany({ where: { caseId } });
  // Ids in the order of the rows: they are read back by id.
  const ids = groups.map(() => newId(now.getTime())).sort();
  await tx.participantGroup.createMany({
    data: groups.map(({ row, ...group }, nth) => ({
      ...group,
      employerId: actor.employerId,
      caseId,
      id: ids[nth] ?? newId(now.getTime()),
    })),
  });
  return { headcount: headcount ?? (takingPart(groups) || null) };
}

async function versionNow({ tx, actor, today }: Work, it: CaseFacts) {
  const { scheme } = await tx.employer.findFirstOrThrow({
    where: { id: actor.employerId },
    select: { scheme: true },
  });
  return versionOf(it, versionOn(scheme, today));
}

/**
 * Saves the cost lines and, in the same transaction, their sum as the case's amount. Refuses a kind of cost that the
 * case's version does not pay, in the agreement's own words, at its row (T10).
 */
export function saveCosts(
  actor: Actor,
  input: Edited & { lines: readonly Row<CaseCostLine>[] },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return change(actor, input, "costs", now, receipt, async (w, before) => {
    const version = await versionNow(w, before);
    for (const [nth, line] of input.lines.entries()) {
      const why = whyNotCostLine(version, line.costType);
      if (why) throw new Refusal({ ...why, field: `lines.${line.row ?? nth}.costType` });
    }
    const { tx } = w;
    await tx.costLine.deleteMany({ where: { caseId: before.id } });
    await tx.costLine.createMany({
      data: input.lines.map(({ row, ...line }, order) => ({
        ...line,
        employerId: actor.employerId,
        id: newId(now.getTime()),
        caseId: before.id,
        order,
      })),
    });
    return { amount: costSum(input.lines) };
  });
}

/**
 * Saves which units the case touches and what each pays itself (öre). A unit that is added lies within the actor's
 * reach; one that stands there already may stay. Refuses none at all and the same unit twice.
 */
export function saveUnits(
  actor: Actor,
  input: Edited & { units: readonly Row<CaseUnit>[] },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return change(actor, input, "units", now, receipt, async (w, before) => {
    const { tx } = w;
    if (input.units.length === 0)
      throw new Refusal({ key: "preRegistrations.why.missing.units", field: "units.0.unitId" });
    for (const [nth, { unitId, row = nth }] of input.units.entries()) {
      const field = `units.${row}.unitId`;
      if (input.units.findIndex((other) => other.unitId === unitId) < nth)
        throw new Refusal({ key: "preRegistrations.why.unitTwice", field });
      if (before.units.some((known) => known.unitId === unitId)) continue;
      if (!reaches(actor, unitId)) throw new Refusal(NOT_FOUND);
      const why = await whyNotUnit(w, actor, unitId);
      if (why) throw new Refusal({ ...why, field });
    }
    await tx.caseUnit.deleteMany({ where: { caseId: before.id } });
    await tx.caseUnit.createMany({
      data: input.units.map(({ row, ...unit }) => ({
        ...unit,
        employerId: actor.employerId,
        caseId: before.id,
      })),
    });
    return {};
  });
}
