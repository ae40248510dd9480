import type { Actor } from "@/domain/actor";
import { whyNotDecider } from "@/domain/approval";
import { column, type Day, dayOf } from "@/domain/day";
import type { DecisionRule } from "@/domain/local-agreement";
import type { Ore } from "@/domain/money";
import { shownName } from "@/domain/person";
import type { CaseStatus } from "@/domain/pre-registration";
import type { Reason } from "@/domain/reason";
import { actedFor } from "@/features/consultations/queries";
import { type CaseFacts, findCase } from "@/features/pre-registrations/move";
import { read, type Tx } from "@/server/db";
import { deciderOf, type GroupMember, groupMembers, meetingOf, standingOf } from "./facts-queries";

/** What has been decided: one row per decider, the newest decision first. */
export type DecisionRow = {
  id: string;
  on: Day;
  /** Null: protected. */
  by: string | null;
  position: "inFavour" | "against" | "steppedOut";
  outcome: "approved" | "partlyApproved" | "declined" | "deferred";
  amount: Ore | null;
  paragraph: string | null;
  onBehalfOf: string | null;
  reason: string | null;
};

export type DecisionView = {
  caseId: string;
  status: CaseStatus;
  rule: DecisionRule;
  amount: Ore;
  /** Öre left in the case's pot. */
  available: Ore;
  /** What stands against a yes, in the order in which it can be mended. */
  against: Reason[];
  /** Who can decide an amount like this, by name; some may be protected and are then counted only. */
  deciders: string[];
  /** The reader as a decider: null when they hold no such mandate today. */
  decider: { yes: Reason | null; no: Reason | null } | null;
  /** For the coordinator of a joint group's case: the meeting and who sits there. */
  group: { meetingId: string | null; members: GroupMember[] } | null;
  /** Whether the money is there, apart from all else. */
  enough: boolean;
  unionsDone: boolean;
  decisions: DecisionRow[];
};

/** The decision on a case within the reader's sight: what hinders it, who makes it, and what was decided before. */
export function getDecision(actor: Actor, caseId: string, today: Day): Promise<DecisionView> {
  return read(actor, async (tx) => {
    const it = await findCase({ tx }, actor, caseId);
    const standing = await standingOf(tx, actor.employerId, it, today);
    const enough = it.amount <= standing.available;
    const short: Reason[] = enough ? [] : [{ key: "refusals.notEnoughAvailable" }];
    const records =
      actor.role === "coordinator" && standing.rule === "jointGroup" && it.status === "inConsultation";
    return {
      caseId,
      status: it.status,
      rule: standing.rule,
      amount: it.amount,
      available: standing.available,
      against: [
        ...standing.gate,
        ...standing.about.filter((why) => !isStatus(why)),
        ...standing.fund,
        ...short,
      ],
      deciders: standing.rule === "employer" ? await namesOfDeciders(tx, it, today) : [],
      decider: standing.rule === "employer" ? await asDecider(tx, actor, it, today) : null,
      group: records
        ? {
            meetingId: (await meetingOf(tx, actor.employerId, caseId))?.id ?? null,
            members: await groupMembers(tx, actor.employerId, it, today),
          }
        : null,
      enough,
      unionsDone: standing.gate.length === 0,
      decisions: (await decisionsOf(tx, caseId)).map((row) => withoutStake(row, actor)),
    };
  });
}

/** Where the case is stands elsewhere on the page; here only what can be mended. */
const isStatus = (why: Reason) => why.key === "approvals.whyNot.notUpForDecision";

async function asDecider(tx: Tx, actor: Actor, it: CaseFacts, today: Day): Promise<DecisionView["decider"]> {
  if (!actor.mandates.some((held) => held.kind === "decisionMaker")) return null;
  const yes = await deciderOf(tx, actor, it, today);
  const no = await deciderOf(tx, actor, { ...it, amount: 0n }, today);
  return { yes: yes.reasons[0] ?? null, no: no.reasons[0] ?? null };
}

/** Who may decide this amount today and is no party to it: at most three names, those with the narrowest mandate first. */
async function namesOfDeciders(tx: Tx, it: CaseFacts, today: Day): Promise<string[]> {
  const on = column(today);
  const rows = await tx.mandate.findMany({
    where: {
      kind: "decisionMaker",
      from: { lte: on },
      AND: [
        { OR: [{ until: null }, { until: { gte: on } }] },
        { OR: [{ amountLimit: null }, { amountLimit: { gte: it.amount } }] },
        { person: { isProtected: false, OR: [{ leftOn: null }, { leftOn: { gt: on } }] } },
      ],
    },
    orderBy: [{ amountLimit: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: {
      employerId: true,
      personId: true,
      person: { select: { givenName: true, familyName: true, isProtected: true } },
    },
  });
  const spokeForUnion = rows[0] ? await actedFor(tx, rows[0].employerId, it.id, "union") : [];
  const free = rows.filter(
    (row) => !whyNotDecider({ personId: row.personId, onBehalfOf: null }, { ...it.parties, spokeForUnion }),
  );
  const names = free.flatMap(({ person }) => shownName(person) ?? []);
  return [...new Set(names)].slice(0, 3);
}

async function decisionsOf(tx: Tx, caseId: string): Promise<DecisionRow[]> {
  const rows = await tx.approval.findMany({
    where: { caseId },
    orderBy: [{ at: "desc" }, { position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      at: true,
      position: true,
      outcome: true,
      amount: true,
      paragraph: true,
      onBehalfOf: true,
      reason: true,
      person: { select: { givenName: true, familyName: true, isProtected: true } },
    },
  });
  return rows.map(({ person, at, ...row }) => ({ ...row, on: dayOf(at), by: shownName(person) }));
}

/** Why a member stepped out can tell who takes part; that is for those who work with the case. */
function withoutStake(row: DecisionRow, actor: Actor): DecisionRow {
  const works = actor.role === "coordinator" || actor.role === "hr";
  return row.position === "steppedOut" && !works ? { ...row, reason: null } : row;
}
