import type { Actor, Mandate, Role } from "@/domain/actor";
import { AGREEMENTS } from "@/domain/agreement";
import { mandateToDecide, whyNotDecider, whyNotUpForDecision } from "@/domain/approval";
import { column, type Day, day } from "@/domain/day";
import { whyNotReserve } from "@/domain/fund";
import { whyNotDecide, whyNotDecideInGroup } from "@/domain/gate";
import { type DecisionRule, whyNotApply } from "@/domain/local-agreement";
import { shownName } from "@/domain/person";
import { NOT_FOUND, type Reason, Refusal } from "@/domain/reason";
import { localAgreementOn } from "@/features/agreements/queries";
import { actedFor, gateFacts } from "@/features/consultations/queries";
import { fundById, potBalance } from "@/features/ledger/queries";
import { type CaseFacts, unitsLeft } from "@/features/pre-registrations/move";
import type { Tx } from "@/server/db";

export type HeldMandate = Omit<Mandate, "until"> & { from: Day; until: Day | null };

/** The mandates of a person as they stand, ended ones too: the rule asks the days. */
async function mandatesOf(tx: Tx, employerId: string, personId: string): Promise<HeldMandate[]> {
  const rows = await tx.mandate.findMany({
    where: { employerId, personId },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, paragraph: true, amountLimit: true, side: true, from: true, until: true },
  });
  return rows.map((it) => ({ ...it, from: day(it.from), until: day(it.until) }));
}

/** Who decides the employer's cases on a day; under LOM a Reason when no local agreement is in force. [AG4] */
async function decisionRule(
  tx: Tx,
  employerId: string,
  today: Day,
): Promise<{ rule: DecisionRule; reason: Reason | null }> {
  const { scheme } = await tx.employer.findFirstOrThrow({
    where: { id: employerId },
    select: { scheme: true },
  });
  if (scheme === "tlo") return { rule: "employer", reason: null };
  const agreement = await localAgreementOn(tx, employerId, today);
  return { rule: agreement?.decisionRule ?? "employer", reason: whyNotApply(scheme, agreement, today) };
}

/** The newest meeting that a case stands on, with its subject there. */
export async function meetingOf(
  tx: Tx,
  employerId: string,
  caseId: string,
): Promise<{ subjectId: string; id: string; kind: "unions" | "jointGroup"; day: Day } | null> {
  const found = await tx.consultationSubject.findFirst({
    where: { employerId, caseId },
    orderBy: [{ consultation: { day: "desc" } }, { id: "desc" }],
    select: { id: true, consultation: { select: { id: true, kind: true, day: true } } },
  });
  return found && { subjectId: found.id, ...found.consultation, day: day(found.consultation.day) };
}

/** All that stands between a case and its decision, apart from who decides. The first is the refusal. */
export type CaseStanding = {
  rule: DecisionRule;
  /** The consultation: the unions' or the joint group's own meeting. */
  gate: Reason[];
  /** The case itself: its status, a local agreement, a unit to ask again, a provider. */
  about: Reason[];
  /** The fund's days. */
  fund: Reason[];
  /** Öre left in the case's pot. */
  available: bigint;
};

/** Reads what bears on a decision: after the locks in a command, in a snapshot on a page. */
export async function standingOf(
  tx: Tx,
  employerId: string,
  it: CaseFacts,
  today: Day,
): Promise<CaseStanding> {
  const { rule, reason } = await decisionRule(tx, employerId, today);
  const meeting = await meetingOf(tx, employerId, it.id);
  const fund = await fundById(tx, employerId, it.fundId);
  if (!fund) throw new Refusal(NOT_FOUND);
  const { available } = await potBalance(tx, employerId, it.fundId, it.potId);
  return {
    rule,
    gate:
      rule === "jointGroup"
        ? whyNotDecideInGroup(meeting, today)
        : whyNotDecide(await gateFacts(tx, employerId, it.id, today)),
    about: [
      whyNotUpForDecision(it),
      reason,
      ...unitsLeft(it).map(
        (unit): Reason => ({ key: "approvals.whyNot.unitLeft", values: { unit: unit.name } }),
      ),
      // Nothing is filed under LOM: the initiative is made with the decision and needs to be whole.
      it.version && AGREEMENTS[it.version].files === null && !it.providerKind
        ? ({ key: "approvals.whyNot.incomplete" } as const)
        : null,
    ].filter((why) => why !== null),
    fund: [whyNotReserve(fund, today)].filter((why) => why !== null),
    available,
  };
}

/** Whether this person may decide the case alone: the mandate that reaches, or what stands against it. */
export async function deciderOf(
  tx: Tx,
  actor: Actor,
  it: CaseFacts,
  today: Day,
): Promise<{ mandate: HeldMandate; reasons: [] } | { mandate: null; reasons: Reason[] }> {
  const found = mandateToDecide(await mandatesOf(tx, actor.employerId, actor.personId), it.amount, today);
  const spokeForUnion = await actedFor(tx, actor.employerId, it.id, "union");
  const partial = whyNotDecider(actor, { ...it.parties, spokeForUnion });
  if ("mandate" in found && !partial) return { mandate: found.mandate, reasons: [] };
  const reasons = [partial, "reason" in found ? found.reason : null].filter((why) => why !== null);
  return { mandate: null, reasons };
}

export type GroupMember = {
  personId: string;
  mandateId: string;
  paragraph: string | null;
  side: "employer" | "union";
  /** In which of their roles they sit there, for the record. */
  role: Role;
  name: string | null;
  conflict: Reason | null;
};

/** Who sits in the joint group on a day, and who of them has a conflict on the case. By side and name. */
export async function groupMembers(
  tx: Tx,
  employerId: string,
  it: CaseFacts,
  today: Day,
): Promise<GroupMember[]> {
  const on = column(today);
  const rows = await tx.mandate.findMany({
    where: {
      employerId,
      kind: "jointGroupMember",
      from: { lte: on },
      AND: [
        { OR: [{ until: null }, { until: { gte: on } }] },
        { person: { OR: [{ leftOn: null }, { leftOn: { gt: on } }] } },
      ],
    },
    orderBy: [{ side: "asc" }, { person: { familyName: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      personId: true,
      paragraph: true,
      side: true,
      person: {
        select: {
          givenName: true,
          familyName: true,
          isProtected: true,
          assignments: {
            where: { from: { lte: on }, OR: [{ until: null }, { until: { gte: on } }] },
            select: { role: true },
          },
        },
      },
    },
  });
  return rows.flatMap(({ id, side, person, ...row }, nth) =>
    side && rows.findIndex((other) => other.personId === row.personId) === nth
      ? [
          {
            ...row,
            mandateId: id,
            side,
            role: roleOf(
              side,
              person.assignments.map((it) => it.role),
            ),
            name: shownName(person),
            // A member speaks for a side in the group itself; only a stake of one's own steps out.
            conflict: whyNotDecider(
              { personId: row.personId, onBehalfOf: null },
              { ...it.parties, spokeForUnion: [] },
            ),
          },
        ]
      : [],
  );
}

/** For the unions one sits as their representative, for the employer in the most responsible role one holds. */
function roleOf(side: "employer" | "union", held: readonly Role[]): Role {
  if (side === "union") return "unionRep";
  return (
    (["manager", "hr", "coordinator", "admin"] as const).find((role) => held.includes(role)) ?? "employee"
  );
}
