import { type Actor, reaches } from "@/domain/actor";
import { AGREEMENTS, type Version, versionOn } from "@/domain/agreement";
import { type Section, type SectionState, sectionStates } from "@/domain/case-sections";
import { type CaseStep, caseSteps, type StepState } from "@/domain/case-standing";
import { readWhole, type WholeCase } from "@/domain/case-version";
import { column, type Day, day, dayOf } from "@/domain/day";
import { whyNotReserve } from "@/domain/fund";
import { whyNotApply } from "@/domain/local-agreement";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import {
  reasonsNotToPrepare,
  reasonsNotToSendToConsultation,
  reasonsNotToSubmitCase,
  versionOf,
} from "@/domain/pre-registration";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { localAgreementOn } from "@/features/agreements/queries";
import { allSegments, type SegmentRow } from "@/features/codings/queries";
import { unionsToHear } from "@/features/consultations/queries";
import { fundById, potBalance } from "@/features/ledger/queries";
import { type HistoryEvent, historyOf } from "@/features/people/history-queries";
import { read, type Tx } from "@/server/db";
import { casesVisibleTo, consultationsVisibleTo } from "@/server/scope";
import { withoutRepeats } from "./history-runs";
import { type CaseFacts, findCase, unitsLeft } from "./move";
import { type CaseStanding, STANDING, standingsOf } from "./standing-queries";

export type StepView = { step: CaseStep; state: StepState; on: Day | null; by: string | null };

/** What everybody who sees a case sees of it: where it is and who has the ball. */
export type CaseHead = {
  id: string;
  number: string;
  title: string;
  unit: string;
  standing: CaseStanding;
  steps: StepView[];
  /** What was missing when it was returned, or why it was declined or withdrawn; the next step with it. */
  answer: string | null;
  nextStep: string | null;
  /** Last day to reserve money from the case's fund; null: none. */
  reserveDay: Day | null;
  /** Empty for who has no use of it: an applicant is told where it is, not each step of those who work with it. */
  history: HistoryEvent[];
};

const HEAD = {
  ...STANDING,
  number: true,
  title: true,
  parkedFrom: true,
  answer: true,
  nextStep: true,
  unit: { select: { name: true } },
  fund: { select: { version: true, reserveDay: true } },
} as const;

/** Which event says that a step was reached. */
const REACHED: Record<string, CaseStep> = {
  "preRegistration.submitted": "submitted",
  "preRegistration.fullyEndorsed": "endorsed",
  "preRegistration.prepared": "prepared",
  "preRegistration.approved": "decision",
  "preRegistration.partlyApproved": "decision",
  "preRegistration.declined": "decision",
  "filing.granted": "nationalFund",
  "initiative.completed": "carriedOut",
};

/** Where a case is, for anyone within sight of it. Names only for those who work with it. */
export function getCaseHead(actor: Actor, id: string, today: Day): Promise<CaseHead> {
  return read(actor, (tx) => headOf(tx, actor, id, today));
}

async function headOf(tx: Tx, actor: Actor, id: string, today: Day): Promise<CaseHead> {
  const row = await tx.preRegistration.findFirst({
    where: { AND: [casesVisibleTo(actor), { id }] },
    select: HEAD,
  });
  if (!row) throw new Refusal(NOT_FOUND);
  const [standing] = await standingsOf(tx, actor, [row], today);
  if (!standing) throw new Refusal(NOT_FOUND);
  const named = actor.role === "coordinator" || actor.role === "manager" || actor.role === "hr";
  const events = await tx.caseEvent.findMany({
    where: { caseId: id, kind: { in: Object.keys(REACHED) } },
    orderBy: { seq: "asc" },
    select: {
      kind: true,
      at: true,
      role: true,
      detail: true,
      person: { select: { givenName: true, familyName: true, isProtected: true } },
    },
  });
  const reached = new Map<CaseStep, { on: Day; by: string | null }>();
  for (const { kind, at, role, detail, person } of events) {
    const step = REACHED[kind];
    const shown = named && person && isOwnStep({ kind, role, detail });
    if (step) reached.set(step, { on: dayOf(at), by: shown ? shownName(person) : null });
  }
  const steps = caseSteps(
    { status: row.status, parkedFrom: row.parkedFrom, reached: [...reached.keys()] },
    {
      files: standing.atFund.kind !== "notNeeded",
      consulted: standing.ball === "decider",
      carriedOut: standing.carriedOut,
    },
  );
  return {
    id,
    number: row.number,
    title: row.title,
    unit: row.unit.name,
    standing,
    steps: steps.map(({ step, state }) => {
      const when = state === "ahead" ? undefined : reached.get(step);
      const meeting = step === "consultation" ? (standing.consultation?.day ?? null) : null;
      return { step, state, on: when?.on ?? meeting, by: when?.by ?? null };
    }),
    answer: row.answer,
    nextStep: row.nextStep,
    reserveDay: row.fund.reserveDay && day(row.fund.reserveDay),
    history: named || actor.role === "unionRep" ? await shownHistory(tx, actor, id) : [],
  };
}

/** Who writes down what others said has not said it: a joint group's decision, the national fund's answer, a yes. */
function isOwnStep({ kind, role, detail }: { kind: string; role: string | null; detail: string | null }) {
  if (kind === "filing.granted" || detail === "jointGroup") return false;
  return kind !== "preRegistration.fullyEndorsed" || role === "manager";
}

async function shownHistory(tx: Tx, actor: Actor, caseId: string): Promise<HistoryEvent[]> {
  return withoutRepeats(await historyOf(tx, actor, { caseId }, await isParty(tx, actor, caseId)));
}

async function isParty(tx: Tx, actor: Actor, caseId: string): Promise<boolean> {
  const found = await tx.casePerson.findFirst({
    where: { caseId, personId: actor.personId },
    select: { caseId: true },
  });
  return found !== null;
}

export type UnitStand = {
  unitId: string;
  name: string;
  ownCost: Ore;
  /** Whether the unit is still to endorse, or to endorse again. */
  asked: boolean;
  reaches: boolean;
  /** Its newest yes on the case or on an idea in it. */
  yes: { by: string | null; on: Day; ownCost: Ore } | null;
};

/** A case as those who work with it read it: as it stands now, with every rule's reasons. */
export type CaseView = CaseHead & {
  facts: CaseFacts;
  /** The version whose rules it follows; null when none is in force. */
  version: Version | null;
  files: boolean;
  sections: Record<Section, SectionState>;
  owner: { name: string | null; title: string | null } | null;
  units: UnitStand[];
  /** How the employer codes its costs; none: it does not. */
  segments: SegmentRow[];
  /** Öre left in the case's pot, and why nothing can be reserved from its fund today. */
  available: Ore;
  against: { submit: Reason[]; prepare: Reason[]; consult: Reason[] };
  /** Meetings ahead that a prepared case can be sent to. */
  meetings: { id: string; day: Day; place: string }[];
};

/** The whole case for coordinator, manager and HR. Others get NOT_FOUND: the unions read what was frozen for them. */
export function getCase(actor: Actor, id: string, today: Day): Promise<CaseView> {
  return read(actor, async (tx) => {
    if (actor.role !== "coordinator" && actor.role !== "manager" && actor.role !== "hr")
      throw new Refusal(NOT_FOUND);
    const head = await headOf(tx, actor, id, today);
    const facts = await findCase({ tx }, actor, id);
    const { scheme } = await tx.employer.findFirstOrThrow({
      where: { id: actor.employerId },
      select: { scheme: true },
    });
    const version = versionOf(facts, versionOn(scheme, today));
    const sections = sectionStates(facts, version);
    const fund = await fundById(tx, actor.employerId, facts.fundId);
    const agreement = await localAgreementOn(tx, actor.employerId, today);
    const left = unitsLeft(facts);
    const names = left.map((unit) => unit.name);
    const jointGroup = scheme === "lom" && agreement?.decisionRule === "jointGroup";
    const touched = [facts.unitId, ...facts.units.map((unit) => unit.unitId)];
    const unions = jointGroup ? null : (await unionsToHear(tx, actor.employerId, touched, today)).length;
    return {
      ...head,
      facts,
      version,
      files: version !== null && AGREEMENTS[version].files !== null,
      sections,
      owner: await ownerOf(tx, facts.ownerId),
      units: await unitStands(tx, actor, facts),
      segments: await allSegments(tx, actor.employerId),
      available: (await potBalance(tx, actor.employerId, facts.fundId, facts.potId)).available,
      against: {
        submit: reasonsNotToSubmitCase({
          status: facts.status,
          sections,
          version,
          localAgreement: whyNotApply(scheme, agreement, today),
          fund: fund && whyNotReserve(fund, today),
        }),
        prepare: reasonsNotToPrepare({ status: facts.status, sections, unitsLeft: names }),
        consult: reasonsNotToSendToConsultation({ status: facts.status, unitsLeft: names, unions }),
      },
      meetings: await meetingsAhead(tx, actor, jointGroup ? "jointGroup" : "unions", today),
    };
  });
}

async function ownerOf(tx: Tx, ownerId: string | null): Promise<CaseView["owner"]> {
  if (!ownerId) return null;
  const owner = await tx.person.findFirst({
    where: { id: ownerId },
    select: { givenName: true, familyName: true, isProtected: true, title: true },
  });
  return owner && { name: shownName(owner), title: owner.title };
}

async function unitStands(tx: Tx, actor: Actor, facts: CaseFacts): Promise<UnitStand[]> {
  const left = unitsLeft(facts).map((unit) => unit.unitId);
  const said = [...facts.ideas.flatMap((idea) => idea.endorsements), ...facts.endorsements].sort(
    (a, b) => b.at.getTime() - a.at.getTime(),
  );
  const people = await tx.person.findMany({
    where: { id: { in: said.map((yes) => yes.personId) } },
    select: { id: true, givenName: true, familyName: true, isProtected: true },
  });
  return facts.units.map(({ unitId, name, ownCost }) => {
    const yes = said.find((it) => it.unitId === unitId);
    const by = people.find((person) => person.id === yes?.personId);
    return {
      unitId,
      name,
      ownCost,
      asked: left.includes(unitId),
      reaches: reaches(actor, unitId),
      yes: yes ? { by: by ? shownName(by) : null, on: dayOf(yes.at), ownCost: yes.ownCost } : null,
    };
  });
}

/** Meetings of a kind that have not been held, the next first. */
async function meetingsAhead(
  tx: Tx,
  actor: Actor,
  kind: "unions" | "jointGroup",
  today: Day,
): Promise<CaseView["meetings"]> {
  const rows = await tx.consultation.findMany({
    where: {
      AND: [consultationsVisibleTo(actor), { kind, day: { gte: column(today) }, minutesApprovedAt: null }],
    },
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: 20,
    select: { id: true, day: true, place: true },
  });
  return rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** What lies with the unions: the newest frozen version, and nothing of what the case says today. */
export type FrozenView = CaseHead & { number: string; version: number; frozenOn: Day; content: WholeCase };

/** The case as a union reads it. NOT_FOUND for one that was never sent to it. */
export function getFrozenCase(actor: Actor, id: string, today: Day): Promise<FrozenView> {
  return read(actor, async (tx) => {
    const head = await headOf(tx, actor, id, today);
    const frozen = await tx.caseVersion.findFirst({
      where: { caseId: id },
      orderBy: { number: "desc" },
      select: { number: true, content: true, at: true },
    });
    if (!frozen) throw new Refusal(NOT_FOUND);
    const content = readWhole(frozen.content);
    return {
      ...head,
      title: content.title,
      unit: content.unit,
      version: frozen.number,
      frozenOn: dayOf(frozen.at),
      content,
    };
  });
}
