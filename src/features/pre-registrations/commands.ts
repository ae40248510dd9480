import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import { versionOn } from "@/domain/agreement";
import { sectionStates } from "@/domain/case-sections";
import { covers, day } from "@/domain/day";
import { whyNotReserve } from "@/domain/fund";
import { whyNotApply } from "@/domain/local-agreement";
import { type Ore, sum } from "@/domain/money";
import {
  caseNumber,
  versionOf,
  whyNotPark,
  whyNotPrepare,
  whyNotResume,
  whyNotSubmitCase,
  whyNotWithdraw,
} from "@/domain/pre-registration";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { localAgreementOn } from "@/features/agreements/queries";
import { convertIdeas, reopenIdeas } from "@/features/ideas/commands";
import { fundById, fundsOpenOn } from "@/features/ledger/queries";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { ideasVisibleTo } from "@/server/scope";
import { lockCase, moveCase, moveOnWhenEndorsed, unitsLeft } from "./move";

export type NewCase = {
  ideas: readonly string[];
  title: string;
  unitId: string;
  /** Null: the fund that ends first of those that are open. */
  fundId: string | null;
};

/**
 * Makes a draft of some ideas, or of none: numbered per employer and year without gaps, its authors as applicants, its
 * ideas' units as the units it touches. What their managers said the units pay themselves stands there to begin with;
 * no endorsement is copied. Refuses ideas and units out of sight (notFound), ideas that cannot become a case, and a
 * day on which no fund is open.
 */
export async function createCase(
  actor: Actor,
  input: NewCase,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prepare"));
    const { tx, today } = w;
    const { employerId } = actor;
    refuseIf(await whyNotUnit(w, actor, input.unitId));
    // In the order of their ids, so that two cases of the same ideas do not wait for each other crosswise.
    const ids = [...new Set(input.ideas)].sort();
    const ideas = await tx.idea.findMany({
      where: { AND: [ideasVisibleTo(actor), { id: { in: ids } }] },
      select: {
        unitId: true,
        authorId: true,
        headcount: true,
        endorsements: { orderBy: { at: "desc" }, take: 1, select: { unitId: true, ownCost: true } },
      },
    });
    if (ideas.length !== ids.length) throw new Refusal(NOT_FOUND);
    const open = await fundsOpenOn(tx, employerId, today);
    const fund = input.fundId ? open.find((it) => it.id === input.fundId) : open[0];
    const pot = fund?.pots.find((it) => it.unitId === null);
    if (!fund || !pot) throw new Refusal({ key: "preRegistrations.why.noFund", field: "fundId" });

    const id = newId(now.getTime());
    await convertIdeas(w, ids, id);
    const touched = ids.length > 0 ? [...new Set(ideas.map((idea) => idea.unitId))] : [input.unitId];
    const people = ideas.map((idea) => idea.headcount);
    await tx.preRegistration.createMany({
      data: [
        {
          employerId,
          id,
          number: await nextNumber(w),
          title: input.title,
          unitId: input.unitId,
          fundId: fund.id,
          potId: pot.id,
          status: "draft",
          statusSince: now,
          headcount: people.some((count) => count === null)
            ? null
            : people.reduce<number>((total, count) => total + (count ?? 0), 0) || null,
        },
      ],
    });
    await tx.caseIdea.createMany({ data: ids.map((ideaId) => ({ employerId, caseId: id, ideaId })) });
    await tx.caseUnit.createMany({
      data: touched.map((unitId) => ({
        employerId,
        caseId: id,
        unitId,
        ownCost: saidOwnCost(ideas, unitId),
      })),
    });
    await tx.casePerson.createMany({
      data: [...new Set(ideas.map((idea) => idea.authorId))].map((personId) => ({
        employerId,
        caseId: id,
        personId,
        part: "applicant" as const,
      })),
    });
    w.tell({ kind: "preRegistration.created", subjectId: id, caseId: id });
    return id;
  });
}

/** What a unit's managers said that it pays itself, over its ideas. */
function saidOwnCost(
  ideas: readonly { endorsements: readonly { unitId: string; ownCost: Ore }[] }[],
  unitId: string,
): Ore {
  const said = ideas.flatMap((idea) => idea.endorsements).filter((yes) => yes.unitId === unitId);
  return sum(said.map((yes) => yes.ownCost));
}

/** Why a case cannot lie in or touch a unit: out of the actor's reach, unknown, or closed today. */
export async function whyNotUnit({ tx, today }: Work, actor: Actor, unitId: string) {
  const unit = reaches(actor, unitId)
    ? await tx.unit.findFirst({ where: { id: unitId }, select: { validFrom: true, validTo: true } })
    : null;
  if (!unit) throw new Refusal(NOT_FOUND);
  return covers({ from: day(unit.validFrom), until: day(unit.validTo) }, today)
    ? null
    : ({ key: "preRegistrations.why.unknownUnit", field: "unitId" } as const);
}

/** The next number of the employer's year; its row stays locked until the end, so that a refusal leaves no gap. */
async function nextNumber({ tx, actor, today }: Work): Promise<string> {
  const year = Number(today.slice(0, 4));
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO case_counter (employer_id, year, last) VALUES (${actor.employerId}::uuid, ${year}, 1)
    ON CONFLICT (employer_id, year) DO UPDATE SET last = case_counter.last + 1 RETURNING last`;
  return caseNumber(year, row?.last ?? 1);
}

/**
 * Hands the case in to the managers of the units it touches; at once endorsed when their yes on the ideas covers it.
 * The agreement's version is fixed the first time. Refuses an unfinished case, a closed fund, LOM without a local
 * agreement.
 */
export async function submitCase(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.submit"));
    const { tx, today } = w;
    const it = await lockCase(w, actor, input.id);
    const { scheme } = await tx.employer.findFirstOrThrow({
      where: { id: actor.employerId },
      select: { scheme: true },
    });
    const version = versionOf(it, versionOn(scheme, today));
    const fund = await fundById(tx, actor.employerId, it.fundId);
    refuseIf(
      whyNotSubmitCase({
        status: it.status,
        sections: sectionStates(it, version),
        version,
        localAgreement: whyNotApply(scheme, await localAgreementOn(tx, actor.employerId, today), today),
        fund: fund && whyNotReserve(fund, today),
      }),
    );
    await moveCase(w, it.id, it.status, "submitted", {
      version,
      submittedAt: it.submittedAt ?? now,
      answer: null,
    });
    w.tell({ kind: "preRegistration.submitted", subjectId: it.id, caseId: it.id, amount: it.amount });
    await moveOnWhenEndorsed(w, { ...it, status: "submitted" });
  });
}

/** Calls the case ready for consultation. Refuses a section not complete and a unit that has not endorsed. */
export async function prepareCase(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.prepare"));
    const it = await lockCase(w, actor, input.id);
    const left = unitsLeft(it).map((unit) => unit.name);
    refuseIf(whyNotPrepare({ status: it.status, sections: sectionStates(it, it.version), unitsLeft: left }));
    await moveCase(w, it.id, it.status, "prepared");
    w.tell({ kind: "preRegistration.prepared", subjectId: it.id, caseId: it.id });
  });
}

/** Puts a case aside until it is resumed where it was; at the latest before it goes to consultation. */
export async function parkCase(
  actor: Actor,
  input: { id: string; reason: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.park"));
    const it = await lockCase(w, actor, input.id);
    refuseIf(whyNotPark(it));
    await moveCase(w, it.id, it.status, "parked", { parkedFrom: it.status });
    w.tell({ kind: "preRegistration.parked", subjectId: it.id, caseId: it.id, text: input.reason });
  });
}

/** Takes a parked case up again where it was. */
export async function resumeCase(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.park"));
    const it = await lockCase(w, actor, input.id);
    refuseIf(whyNotResume(it));
    const back = it.parkedFrom ?? "draft";
    await moveCase(w, it.id, "parked", back, { parkedFrom: null });
    w.tell({ kind: "preRegistration.resumed", subjectId: it.id, caseId: it.id, detail: back });
    await moveOnWhenEndorsed(w, { ...it, status: back });
  });
}

/** Takes a case back before it is decided; its ideas are in dialogue again. Final. */
export async function withdrawCase(
  actor: Actor,
  input: { id: string; reason: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "preRegistration.withdraw"));
    const it = await lockCase(w, actor, input.id);
    refuseIf(whyNotWithdraw(it));
    await moveCase(w, it.id, it.status, "withdrawn", { answer: input.reason || null, parkedFrom: null });
    await reopenIdeas(
      w,
      it.ideas.map((idea) => idea.id),
      it.id,
    );
    w.tell({ kind: "preRegistration.withdrawn", subjectId: it.id, caseId: it.id, text: input.reason });
  });
}
