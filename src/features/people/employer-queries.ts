import type { Actor } from "@/domain/actor";
import { column, type Day } from "@/domain/day";
import { NOT_FOUND, Refusal } from "@/domain/reason";
import { baseMark } from "@/server/base";
import { read, type Tx } from "@/server/db";

const EMPLOYER = {
  name: true,
  slug: true,
  scheme: true,
  caseWord: true,
  brandHue: true,
  headcount: true,
  demo: true,
} as const;

export type EmployerView = {
  name: string;
  slug: string;
  scheme: "tlo" | "lom";
  caseWord: string | null;
  brandHue: number | null;
  headcount: number | null;
  demo: boolean;
};

export async function employerById(tx: Tx, employerId: string): Promise<EmployerView> {
  return tx.employer.findFirstOrThrow({ where: { id: employerId }, select: EMPLOYER });
}

/** The employer's settings as its administrator sees them. */
export async function getEmployer(actor: Actor): Promise<EmployerView & { base: string }> {
  if (actor.role !== "admin") throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const employer = await employerById(tx, actor.employerId);
    return { ...employer, base: employerBase(employer) };
  });
}

/** What the form of the settings sends back, to show what it was opened on. */
export function employerBase({ name, caseWord, brandHue, headcount }: EmployerView): string {
  return baseMark({ name, caseWord, brandHue, headcount });
}

export const SETUP_STEPS = [
  "units",
  "people",
  "managers",
  "coordinator",
  "hr",
  "decider",
  "sender",
  "unions",
  "reps",
  "agreement",
  "fund",
] as const;
export type SetupStep = { step: (typeof SETUP_STEPS)[number]; done: boolean };

/**
 * What an employer needs before the first idea can become reconciled money, and whether it is there. Which steps there
 * are follows from the scheme: only TLO files with the national fund, only LOM needs a local agreement.
 */
export async function getSetup(actor: Actor, today: Day): Promise<SetupStep[]> {
  if (actor.role !== "admin") throw new Refusal(NOT_FOUND);
  return read(actor, async (tx) => {
    const { employerId } = actor;
    const on = column(today);
    const inForce = { from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] };
    const some = async (found: Promise<unknown>) => (await found) !== null;
    const role = (wanted: "manager" | "coordinator" | "hr" | "unionRep") =>
      some(
        tx.roleAssignment.findFirst({
          where: { employerId, role: wanted, ...inForce },
          select: { id: true },
        }),
      );
    const mandate = (kind: "decisionMaker" | "authorisedSender" | "jointGroupMember") =>
      some(tx.mandate.findFirst({ where: { employerId, kind, ...inForce }, select: { id: true } }));
    const { scheme } = await employerById(tx, employerId);
    const steps: SetupStep[] = [
      {
        step: "units",
        done: await some(
          tx.unit.findFirst({ where: { employerId, parentId: { not: null } }, select: { id: true } }),
        ),
      },
      {
        step: "people",
        done: (await tx.person.findMany({ where: { employerId }, take: 2, select: { id: true } })).length > 1,
      },
      { step: "managers", done: await role("manager") },
      { step: "coordinator", done: await role("coordinator") },
      { step: "hr", done: await role("hr") },
      {
        step: "unions",
        done: await some(
          tx.unionToHear.findFirst({ where: { employerId, ...inForce }, select: { id: true } }),
        ),
      },
      { step: "reps", done: await role("unionRep") },
    ];
    if (scheme === "tlo")
      steps.push(
        { step: "decider", done: await mandate("decisionMaker") },
        { step: "sender", done: await mandate("authorisedSender") },
      );
    else {
      const agreement = await tx.localAgreement.findFirst({
        where: {
          employerId,
          state: { in: ["inForce", "reviewDue"] },
          from: { lte: on },
          OR: [{ until: null }, { until: { gte: on } }],
        },
        select: { decisionRule: true },
      });
      steps.push(
        { step: "agreement", done: agreement !== null },
        {
          step: "decider",
          done: await mandate(
            agreement?.decisionRule === "jointGroup" ? "jointGroupMember" : "decisionMaker",
          ),
        },
      );
    }
    steps.push({
      step: "fund",
      done: await some(tx.fund.findFirst({ where: { employerId }, select: { id: true } })),
    });
    return steps;
  });
}
