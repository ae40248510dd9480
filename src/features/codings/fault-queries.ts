import { whyNotSee } from "@/domain/access";
import { type Coding, codeFields, faultyLines, type Segment } from "@/domain/account-coding";
import type { Actor } from "@/domain/actor";
import type { CostType, ProviderKind } from "@/domain/agreement";
import { covers, type Day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { type Reason, refuseIf } from "@/domain/reason";
import { read, type Tx } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo } from "@/server/scope";
import { allSegments, codesOf } from "./queries";

/** A cost line with its case and all that is wrong with its coding; öre. */
export type FaultRow = {
  id: string;
  costType: CostType;
  text: string;
  amount: Ore;
  codes: Coding;
  providerKind: ProviderKind | null;
  case: { id: string; number: string; title: string; unit: string; since: Day };
  faults: Reason[];
};

/**
 * Lines of which somebody will book something still: of a case that is being prepared or decided, or whose initiatives
 * are not settled.
 */
export const STILL_BOOKED: Prisma.PreRegistrationWhereInput = {
  OR: [
    { status: { notIn: ["declined", "withdrawn", "expired", "converted"] } },
    {
      status: "converted",
      initiatives: { some: { status: { in: ["planned", "scheduled", "underWay", "completed"] } } },
    },
  ],
};

const BATCH = 200;

const ROW = {
  id: true,
  costType: true,
  text: true,
  amount: true,
  codes: true,
  case: {
    select: {
      id: true,
      number: true,
      title: true,
      providerKind: true,
      statusSince: true,
      unit: { select: { name: true } },
    },
  },
} satisfies Prisma.CostLineSelect;

/**
 * The lines with faults in the actor's sight after an id, the oldest first: at most `most`, looking through at most
 * `through` lines. The rule is asked of each line, since only domain/account-coding knows it. `next` is where to go on.
 */
async function scan(
  tx: Tx,
  actor: Actor,
  segments: readonly Segment[],
  today: Day,
  { after, most, through }: { after: string | null; most: number; through: number },
): Promise<{ rows: FaultRow[]; next: string | null }> {
  const rows: FaultRow[] = [];
  let last = after;
  for (let seen = 0; seen < through; seen += BATCH) {
    const found = await tx.costLine.findMany({
      where: {
        case: { AND: [casesVisibleTo(actor), STILL_BOOKED] },
        ...(last ? { id: { gt: last } } : {}),
      },
      orderBy: { id: "asc" },
      take: BATCH,
      select: ROW,
    });
    for (const row of found) {
      const { providerKind, unit, statusSince, ...it } = row.case;
      const line = { ...row, codes: codesOf(row.codes) };
      const [faulty] = faultyLines([line], segments, providerKind, today);
      if (faulty) {
        // Another one after a full page: there is a next.
        if (rows.length === most) return { rows, next: rows.at(-1)?.id ?? null };
        const of = { ...it, unit: unit.name, since: dayOf(statusSince) };
        rows.push({ ...line, providerKind, case: of, faults: faulty.faults });
      }
      last = row.id;
    }
    if (found.length < BATCH) return { rows, next: null };
  }
  return { rows, next: last };
}

export type FaultPage = {
  rows: FaultRow[];
  next: string | null;
  segments: readonly Segment[];
  /** In which fields each line is put right, by its id. */
  fields: Map<string, ReturnType<typeof codeFields>>;
};

/** A page of the cost lines whose coding has faults, 50 at a time from an id; none without segments in force. */
export function getCodingFaults(actor: Actor, after: string | null, today: Day): Promise<FaultPage> {
  return read(actor, async (tx) => {
    refuseIf(whyNotSee(actor, "codingFaults"));
    const segments = await allSegments(tx, actor.employerId);
    const inForce = segments.filter((segment) => covers(segment, today));
    const { rows, next } =
      inForce.length === 0
        ? { rows: [], next: null }
        : await scan(tx, actor, segments, today, { after, most: 50, through: 4000 });
    const fields = new Map(rows.map((row) => [row.id, codeFields([row], segments, today)]));
    return { rows, next, segments: inForce, fields };
  });
}

/** The faults that the oldest lines have, for a task: at most `most`, found among the first some hundred lines. */
export async function firstCodingFaults(tx: Tx, actor: Actor, today: Day, most: number): Promise<FaultRow[]> {
  const segments = await allSegments(tx, actor.employerId);
  if (!segments.some((segment) => covers(segment, today))) return [];
  return (await scan(tx, actor, segments, today, { after: null, most, through: 600 })).rows;
}
