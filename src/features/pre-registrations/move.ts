import type { Actor } from "@/domain/actor";
import type { Version } from "@/domain/agreement";
import type { CaseContent } from "@/domain/case-sections";
import type { Parties } from "@/domain/conflict";
import { day } from "@/domain/day";
import { unitsToAsk } from "@/domain/endorsement";
import type { Ore } from "@/domain/money";
import { type CaseStatus, isCaseMove } from "@/domain/pre-registration";
import { MOVED_ON, NOT_FOUND, Refusal } from "@/domain/reason";
import { codesOf } from "@/features/codings/queries";
import type { Tx, Work } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { lockCases } from "@/server/lock";
import { casesVisibleTo } from "@/server/scope";

const CASE_FACTS = {
  id: true,
  number: true,
  title: true,
  unitId: true,
  fundId: true,
  potId: true,
  version: true,
  status: true,
  statusSince: true,
  parkedFrom: true,
  submittedAt: true,
  rank: true,
  need: true,
  initiative: true,
  beyondOrdinary: true,
  risk: true,
  area: true,
  headcount: true,
  providerKind: true,
  providerName: true,
  periodFrom: true,
  periodUntil: true,
  ownerId: true,
  amount: true,
  approvedAmount: true,
  revision: true,
  currentVersion: true,
  unit: { select: { name: true } },
  fund: { select: { name: true } },
  costLines: {
    orderBy: { order: "asc" },
    select: { costType: true, text: true, amount: true, codes: true },
  },
  groups: {
    orderBy: { id: "asc" },
    select: { occupation: true, aid: true, takingPart: true, covering: true },
  },
  units: {
    orderBy: { unitId: "asc" },
    select: { unitId: true, ownCost: true, unit: { select: { name: true } } },
  },
  people: { select: { personId: true, part: true } },
  ideas: {
    orderBy: { ideaId: "asc" },
    select: {
      idea: {
        select: {
          id: true,
          unitId: true,
          title: true,
          endorsements: { select: { unitId: true, personId: true, amount: true, ownCost: true, at: true } },
        },
      },
    },
  },
  endorsements: {
    orderBy: { at: "asc" },
    select: { unitId: true, personId: true, amount: true, ownCost: true, at: true },
  },
} as const satisfies Prisma.PreRegistrationSelect;

/** One manager's yes: on the case, or on an idea in it. */
type CaseEndorsement = {
  unitId: string;
  personId: string;
  amount: Ore | null;
  ownCost: Ore;
  at: Date;
};

/** A case with all that its rules and those of the steps to the right ask about; öre and Stockholm days. */
export type CaseFacts = Omit<CaseContent, "units"> & {
  id: string;
  number: string;
  title: string;
  unitId: string;
  unitName: string;
  fundId: string;
  fundName: string;
  potId: string;
  version: Version | null;
  status: CaseStatus;
  statusSince: Date;
  parkedFrom: CaseStatus | null;
  submittedAt: Date | null;
  rank: number | null;
  amount: Ore;
  approvedAmount: Ore | null;
  revision: number;
  currentVersion: number;
  units: { unitId: string; name: string; ownCost: Ore }[];
  ideas: { id: string; unitId: string; title: string; endorsements: CaseEndorsement[] }[];
  endorsements: CaseEndorsement[];
  /** Whose own case it is, for domain/conflict.ts. */
  parties: Parties;
};

/**
 * A case within the actor's sight. A missing or foreign id gets NOT_FOUND. Call it with a Work, or with `{ tx }` in a
 * query. Inside a command use `lockCase`, which reads the facts after the lock.
 */
export async function findCase({ tx }: { tx: Tx }, actor: Actor, id: string): Promise<CaseFacts> {
  const row = await tx.preRegistration.findFirst({
    where: { AND: [casesVisibleTo(actor), { id }] },
    select: CASE_FACTS,
  });
  if (!row) throw new Refusal(NOT_FOUND);
  const { unit, fund, ideas, people, units, costLines, ...plain } = row;
  const of = (part: "applicant" | "participant") =>
    people.filter((it) => it.part === part).map((it) => it.personId);
  const mine = ideas.map(({ idea }) => idea);
  return {
    ...plain,
    unitName: unit.name,
    fundName: fund.name,
    periodFrom: day(row.periodFrom),
    periodUntil: day(row.periodUntil),
    units: units.map((it) => ({ unitId: it.unitId, name: it.unit.name, ownCost: it.ownCost })),
    costLines: costLines.map((line) => ({ ...line, codes: codesOf(line.codes) })),
    ideas: mine,
    parties: {
      applicants: of("applicant"),
      participants: of("participant"),
      ownerId: row.ownerId,
      endorsers: [...row.endorsements, ...mine.flatMap((idea) => idea.endorsements)].map((it) => it.personId),
    },
  };
}

/** Finds a case within the actor's sight, locks it, and reads its facts after the lock. Lock a fund before. */
export async function lockCase(w: Work, actor: Actor, id: string): Promise<CaseFacts> {
  const seen = await w.tx.preRegistration.findFirst({
    where: { AND: [casesVisibleTo(actor), { id }] },
    select: { id: true },
  });
  if (!seen) throw new Refusal(NOT_FOUND);
  await lockCases(w, [id]);
  return findCase(w, actor, id);
}

/**
 * Moves a case one step of the table, guarded by the status it had: when another was faster, MOVED_ON. The caller has
 * found it in scope, locked it, asked its own rule, and tells the event.
 */
export async function moveCase(
  { tx, now }: Work,
  id: string,
  from: CaseStatus,
  to: CaseStatus,
  data: Omit<Prisma.PreRegistrationUncheckedUpdateManyInput, "status" | "statusSince"> = {},
): Promise<void> {
  if (!isCaseMove(from, to)) throw new Refusal({ key: "preRegistrations.why.wayOut" });
  const { count } = await tx.preRegistration.updateMany({
    where: { id, status: from },
    data: { ...data, status: to, statusSince: now },
  });
  if (count === 0) throw new Refusal(MOVED_ON);
}

/** The touched units that are still to endorse, or to endorse again after a higher amount or own cost. */
export function unitsLeft(
  it: Pick<CaseFacts, "units" | "amount" | "endorsements" | "ideas">,
): CaseFacts["units"] {
  const left = unitsToAsk(it.units, it.amount, it.endorsements, it.ideas);
  return it.units.filter((unit) => left.includes(unit.unitId));
}

/** Moves a submitted case on when nobody is left to ask: after the last yes, or after a unit was taken out. */
export async function moveOnWhenEndorsed(w: Work, it: CaseFacts): Promise<boolean> {
  if (it.status !== "submitted" || unitsLeft(it).length > 0) return false;
  await moveCase(w, it.id, "submitted", "endorsed");
  w.tell({ kind: "preRegistration.fullyEndorsed", subjectId: it.id, caseId: it.id });
  return true;
}
