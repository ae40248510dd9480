import type { Actor } from "@/domain/actor";
import { column, type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import {
  type Lying,
  STEPS_AFTER,
  STEPS_BEFORE,
  type StepAfter,
  type StepBefore,
  type StepFacts,
  stepFacts,
  stepOfInitiative,
} from "@/domain/pipeline";
import type { OnItsWay } from "@/features/pre-registrations/way-queries";
import type { Tx } from "@/server/db";
import { casesVisibleTo, initiativesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";

/** Granted and not begun: what otherwise never happens. [seed 002] Öre. */
export type NotStarted = {
  id: string;
  title: string;
  unit: string;
  numbers: string[];
  grantedOn: Day;
  /** Null: nobody holds it. The name is null when it is protected. */
  owner: { name: string | null } | null;
  scheduled: boolean;
  periodFrom: Day | null;
  amount: Ore;
};

export type HomePipeline = {
  before: StepFacts<StepBefore>[];
  after: StepFacts<StepAfter>[];
  /** Under way after the end of their period. */
  late: number;
  /** The longest granted first. */
  notStarted: NotStarted[];
};

/**
 * Where the money of the role's units lies between idea and claim, in öre, with days in the median per step. `way`: the
 * cases in sight that are on their way to a decision.
 */
export async function pipelineOf(
  tx: Tx,
  actor: Actor,
  scheme: "tlo" | "lom",
  way: readonly OnItsWay[],
  today: Day,
): Promise<HomePipeline> {
  const { steps: after, late, notStarted } = await lyingAfter(tx, actor, scheme, today);
  return {
    before: STEPS_BEFORE.map((step) =>
      stepFacts(
        step,
        way.filter((it) => it.step === step),
        today,
      ),
    ),
    // Under LOM nothing lies with anybody outside.
    after: STEPS_AFTER.filter((step) => scheme === "tlo" || step !== "withNationalFund").map((step) =>
      stepFacts(step, after.get(step) ?? [], today),
    ),
    late,
    notStarted,
  };
}

async function lyingAfter(tx: Tx, actor: Actor, scheme: "tlo" | "lom", today: Day) {
  const steps = new Map<StepAfter, Lying[]>();
  const lies = (step: StepAfter, it: Lying) => steps.set(step, [...(steps.get(step) ?? []), it]);
  if (scheme === "tlo") for (const it of await booked(tx, actor)) lies("withNationalFund", it);

  const rows = await tx.initiative.findMany({
    where: {
      AND: [
        initiativesVisibleTo(actor),
        { ...hasStatus("planned", "scheduled", "underWay", "completed"), parts: { some: {} } },
      ],
    },
    select: {
      id: true,
      title: true,
      status: true,
      statusSince: true,
      completedOn: true,
      periodFrom: true,
      periodUntil: true,
      unit: { select: { name: true } },
      owner: { select: { givenName: true, familyName: true, isProtected: true } },
      parts: {
        select: {
          amount: true,
          number: true,
          grantedOn: true,
          settledAt: true,
          requisition: { select: { status: true } },
        },
      },
    },
  });
  const notStarted: NotStarted[] = [];
  let late = 0;
  for (const row of rows) {
    const toClaim = row.parts.filter((part) => part.settledAt === null && isUnsent(part.requisition?.status));
    const step = stepOfInitiative({
      status: row.status,
      parts: row.parts.length,
      toClaim: toClaim.length > 0,
    });
    if (!step) continue;
    const amount = (step === "toRequisition" ? toClaim : row.parts).reduce(
      (sum, part) => sum + part.amount,
      0n,
    );
    const grantedOn = row.parts.map((part) => day(part.grantedOn)).sort()[0] ?? today;
    const since = step === "notStarted" ? grantedOn : (day(row.completedOn) ?? dayOf(row.statusSince));
    lies(step, { amount, since });
    if (step === "underWay" && row.periodUntil && row.periodUntil < column(today)) late += 1;
    if (step === "notStarted")
      notStarted.push({
        id: row.id,
        title: row.title,
        unit: row.unit.name,
        numbers: row.parts.flatMap((part) => part.number ?? []),
        grantedOn,
        owner: row.owner && { name: shownName(row.owner) },
        scheduled: row.status === "scheduled",
        periodFrom: day(row.periodFrom),
        amount,
      });
  }
  return { steps, late, notStarted: notStarted.sort((a, b) => (a.grantedOn < b.grantedOn ? -1 : 1)) };
}

const isUnsent = (status: string | undefined) =>
  status === undefined || status === "draft" || status === "evidenceComplete" || status === "returned";

/** What is booked for approved cases and not granted yet, as the ledger has it. */
async function booked(tx: Tx, actor: Actor): Promise<Lying[]> {
  const { employerId } = actor;
  const cases = await tx.preRegistration.findMany({
    where: { AND: [casesVisibleTo(actor), hasStatus("approved")] },
    select: { id: true, fundId: true, potId: true, statusSince: true },
  });
  // Named in the order of the key, so that each is found and none is searched for.
  const found = await tx.fundBalance.findMany({
    where: {
      employerId,
      fundId: { in: [...new Set(cases.map((it) => it.fundId))] },
      potId: { in: [...new Set(cases.map((it) => it.potId))] },
      key: { in: cases.map(({ id }) => id) },
      reserved: { gt: 0 },
    },
    select: { key: true, reserved: true },
  });
  const reserved = new Map(found.map((row) => [row.key, row.reserved]));
  return cases.flatMap(({ id, statusSince }) => {
    const amount = reserved.get(id);
    return amount ? [{ amount, since: dayOf(statusSince) }] : [];
  });
}
