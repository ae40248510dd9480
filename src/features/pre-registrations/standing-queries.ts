import type { Actor } from "@/domain/actor";
import { AGREEMENTS, type Version } from "@/domain/agreement";
import { type Ball, ballOf, isCarriedOut } from "@/domain/case-standing";
import { type Day, day, dayOf } from "@/domain/day";
import { ballOfInitiative } from "@/domain/initiative-ball";
import type { CaseStatus } from "@/domain/pre-registration";
import { type Holder, nearestHolders } from "@/features/people/holder-queries";
import type { Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { unitsLeft } from "./move";

const YES = { unitId: true, personId: true, amount: true, ownCost: true, at: true } as const;

/** What a row needs to say where its case stands, with us and with the national fund. */
export const STANDING = {
  id: true,
  unitId: true,
  status: true,
  statusSince: true,
  version: true,
  currentVersion: true,
  amount: true,
  fund: { select: { version: true } },
  units: { select: { unitId: true, ownCost: true, unit: { select: { name: true } } } },
  ideas: {
    select: { idea: { select: { id: true, unitId: true, title: true, endorsements: { select: YES } } } },
  },
  endorsements: { select: YES },
  filings: {
    where: { status: { not: "draft" } },
    orderBy: { id: "desc" },
    take: 1,
    select: { status: true, sentOn: true, answeredOn: true },
  },
  initiatives: {
    select: {
      status: true,
      providerKind: true,
      filings: { orderBy: { id: "desc" }, take: 1, select: { status: true } },
      parts: { select: { settledAt: true, requisition: { select: { status: true } } } },
    },
  },
  parts: { where: { number: { not: null } }, orderBy: { id: "asc" }, select: { number: true } },
  subjects: {
    orderBy: [{ consultation: { day: "desc" } }, { id: "desc" }],
    select: {
      consultation: { select: { kind: true, day: true, minutesApprovedAt: true } },
      voices: { select: { state: true, versionNumber: true, union: { select: { id: true, name: true } } } },
    },
  },
} as const satisfies Prisma.PreRegistrationSelect;

type StandingRow = Prisma.PreRegistrationGetPayload<{ select: typeof STANDING }>;

/** The line "hos fonden". */
export type AtFund =
  | { kind: "notNeeded" }
  | { kind: "notSent" }
  | { kind: "sent"; since: Day }
  | { kind: "granted"; numbers: string[] }
  | { kind: "returned" | "rejected"; since: Day };

export type CaseStanding = {
  status: CaseStatus;
  /** Stockholm day of the last step. */
  since: Day;
  ball: Ball;
  /** Whether what came of it is carried out, all of it. */
  carriedOut: boolean;
  /** Names of who has the ball, where the reader may know them; empty: say the role. */
  holders: string[];
  /** Units that are still to endorse, by name. */
  unitsLeft: { unitId: string; name: string }[];
  /** The newest round with the unions; null before it. */
  consultation: {
    day: Day;
    jointGroup: boolean;
    unions: number;
    open: string[];
    minutesOpen: boolean;
  } | null;
  atFund: AtFund;
};

type Ask = { id: string; role: "manager" | "coordinator"; unitId: string };

/** Where each of some cases stands. Names only for those who work with the case: no union, no employee. */
export async function standingsOf(
  tx: Tx,
  actor: Actor,
  rows: readonly StandingRow[],
  today: Day,
): Promise<CaseStanding[]> {
  const names = actor.role === "coordinator" || actor.role === "manager" || actor.role === "hr";
  const plain = rows.map((row) => ({ row, left: leftOf(row), consultation: consultationOf(row) }));
  const asked = plain.flatMap(({ row, left, consultation }): Ask[] => {
    const ball = ballOfRow(row, consultation);
    if (ball === "managers") return left.map(({ unitId }) => ({ id: row.id, role: "manager", unitId }));
    return ball === "coordinator" ? [{ id: row.id, role: "coordinator", unitId: row.unitId }] : [];
  });
  const held = new Map<string, string[]>();
  for (const role of names ? (["manager", "coordinator"] as const) : []) {
    const of = asked.filter((ask) => ask.role === role);
    const found = await nearestHolders(tx, actor.employerId, role, of, today);
    for (const [nth, { id }] of of.entries()) {
      const who = (found[nth] ?? []).flatMap((holder) => nameOf(holder) ?? []);
      held.set(id, [...new Set([...(held.get(id) ?? []), ...who])]);
    }
  }
  return plain.map(({ row, left, consultation }) => {
    const ball = ballOfRow(row, consultation);
    return {
      status: row.status,
      since: dayOf(row.statusSince),
      ball,
      carriedOut: isCarriedOut(row.initiatives.map((it) => it.status)),
      holders: ball === "unions" ? (consultation?.open ?? []) : (held.get(row.id) ?? []),
      unitsLeft: left,
      consultation,
      atFund: atFundOf(row),
    };
  });
}

/** Who answers today: the holder, or who stands in for them. */
function nameOf({ name, substitute }: Holder): string | null {
  return substitute ? substitute.name : name;
}

const ballOfRow = (row: StandingRow, consultation: CaseStanding["consultation"]) =>
  ballOf({
    status: row.status,
    consultation: consultation && { ...consultation, unionsOpen: consultation.open.length },
    lastFiling: row.filings[0]?.status ?? null,
    initiatives: row.initiatives.map((it) => holderOf(it, files(row))),
  });

/** Who has one initiative of the case, asked as its own page asks. */
function holderOf(it: StandingRow["initiatives"][number], files: boolean) {
  const open = it.parts.filter((part) => part.settledAt === null);
  return ballOfInitiative({
    status: it.status,
    files,
    filing: it.filings[0]?.status ?? null,
    granted: it.parts.length > 0,
    calledOff: it.providerKind === "nationalFund",
    claims: open.flatMap((part) => part.requisition?.status ?? []),
    unclaimed: open.filter((part) => part.requisition === null).length,
  }).holder;
}

function files(row: StandingRow): boolean {
  const version: Version = row.version ?? row.fund.version;
  return AGREEMENTS[version].files !== null;
}

function leftOf(row: StandingRow): { unitId: string; name: string }[] {
  return unitsLeft({
    amount: row.amount,
    endorsements: row.endorsements,
    ideas: row.ideas.map(({ idea }) => idea),
    units: row.units.map(({ unit, ...it }) => ({ ...it, name: unit.name })),
  });
}

/** The newest voice of each union counts; one that is concluded on an older version is open again. */
function consultationOf(row: StandingRow): CaseStanding["consultation"] {
  const newest = row.subjects[0];
  if (!newest) return null;
  const latest = new Map<string, { name: string; open: boolean; minutesOpen: boolean }>();
  for (const { consultation, voices } of row.subjects)
    for (const { union, state, versionNumber } of voices)
      if (!latest.has(union.id))
        latest.set(union.id, {
          name: union.name,
          open:
            versionNumber !== row.currentVersion || !(state === "concluded" || state === "centralConcluded"),
          minutesOpen: consultation.minutesApprovedAt === null,
        });
  const unions = [...latest.values()];
  return {
    day: day(newest.consultation.day),
    jointGroup: newest.consultation.kind === "jointGroup",
    unions: unions.length,
    open: unions
      .filter((it) => it.open)
      .map((it) => it.name)
      .sort((a, b) => a.localeCompare(b, "sv")),
    minutesOpen: unions.some((it) => it.minutesOpen),
  };
}

function atFundOf(row: StandingRow): AtFund {
  if (!files(row)) return { kind: "notNeeded" };
  const numbers = row.parts.flatMap((part) => part.number ?? []);
  const last = row.filings[0];
  if (last?.status === "sent")
    return { kind: "sent", since: last.sentOn ? day(last.sentOn) : dayOf(row.statusSince) };
  if (numbers.length > 0) return { kind: "granted", numbers };
  if (last?.status === "returned" || last?.status === "rejected")
    return { kind: last.status, since: last.answeredOn ? day(last.answeredOn) : dayOf(row.statusSince) };
  return { kind: "notSent" };
}
