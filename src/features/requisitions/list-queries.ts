import type { Actor } from "@/domain/actor";
import type { ProviderKind } from "@/domain/agreement";
import { column, type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { REQUISITION_STATUSES, type RequisitionStatus } from "@/domain/requisition";
import { read } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { initiativesVisibleTo, requisitionsVisibleTo } from "@/server/scope";

/** A granted part whose initiative is carried out and that nobody has claimed. Öre. */
export type ReadyPart = {
  id: string;
  number: string | null;
  amount: Ore;
  initiative: { id: string; title: string; unit: string };
  completedOn: Day | null;
  /** The national fund draws itself what it delivered: booked, not claimed. */
  calledOff: boolean;
};

/**
 * Parts that are ready to claim or to call off on a day, the longest waiting first, at most `most`; `more` says that
 * there are others. A partial claim granted in advance is ready from its own day.
 */
export async function readyToRequisition(
  actor: Actor,
  today: Day,
  most = 50,
): Promise<{ rows: ReadyPart[]; more: boolean }> {
  return read(actor, async (tx) => {
    const found = await tx.grantedPart.findMany({
      where: {
        settledAt: null,
        requisition: null,
        AND: [
          {
            OR: [
              { initiative: { status: "completed" }, earliestClaimDay: null },
              {
                initiative: { status: { in: ["completed", "underWay"] } },
                earliestClaimDay: { lte: column(today) },
              },
            ],
          },
          { initiative: initiativesVisibleTo(actor) },
        ],
      },
      orderBy: [{ initiative: { statusSince: "asc" } }, { id: "asc" }],
      take: most + 1,
      select: {
        id: true,
        number: true,
        amount: true,
        initiative: {
          select: {
            id: true,
            title: true,
            completedOn: true,
            providerKind: true,
            unit: { select: { name: true } },
          },
        },
      },
    });
    return { rows: found.slice(0, most).map(toReady), more: found.length > most };
  });
}

type FoundPart = {
  id: string;
  number: string | null;
  amount: Ore;
  initiative: {
    id: string;
    title: string;
    completedOn: Date | null;
    providerKind: ProviderKind;
    unit: { name: string };
  };
};

function toReady({
  initiative: { unit, completedOn, providerKind, ...initiative },
  ...part
}: FoundPart): ReadyPart {
  return {
    ...part,
    initiative: { ...initiative, unit: unit.name },
    completedOn: day(completedOn),
    calledOff: providerKind === "nationalFund",
  };
}

export const CLAIM_SHOWS = ["prepare", "send", "waiting", "reconcile", "done"] as const;
export type ClaimShow = (typeof CLAIM_SHOWS)[number];

/** Which statuses each saved selection holds. */
export const CLAIMS_SHOWN: Record<ClaimShow, readonly RequisitionStatus[]> = {
  prepare: ["draft", "returned", "partlyRejected"],
  send: ["evidenceComplete"],
  waiting: ["sent"],
  reconcile: ["paid"],
  done: ["reconciled"],
};

export type ClaimFilters = {
  show: ClaimShow | null;
  status: RequisitionStatus | null;
  sort: "oldest" | "newest";
  after: { key: Date; id: string } | null;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what it does not know it passes over. */
export function readClaimFilters(search: Record<string, string | undefined>): ClaimFilters {
  const at = search.after?.lastIndexOf("~") ?? -1;
  const key = new Date(search.after?.slice(0, at) ?? "");
  const id = search.after?.slice(at + 1) ?? "";
  return {
    show: CLAIM_SHOWS.find((it) => it === search.show) ?? null,
    status: REQUISITION_STATUSES.find((it) => it === search.status) ?? null,
    sort: search.sort === "newest" ? "newest" : "oldest",
    after: at > 0 && UUID.test(id) && !Number.isNaN(key.getTime()) ? { key, id } : null,
  };
}

/** A claim in a list; öre. */
export type ClaimRow = {
  id: string;
  number: string | null;
  title: string;
  unit: string;
  status: RequisitionStatus;
  since: Day;
  sentOn: Day | null;
  amount: Ore;
  paidAmount: Ore | null;
};

const ROW = {
  id: true,
  status: true,
  statusSince: true,
  sentOn: true,
  amount: true,
  paidAmount: true,
  part: {
    select: { number: true, initiative: { select: { title: true, unit: { select: { name: true } } } } },
  },
} satisfies Prisma.RequisitionSelect;

function toRow({
  part: { number, initiative },
  statusSince,
  sentOn,
  ...row
}: Prisma.RequisitionGetPayload<{ select: typeof ROW }>): ClaimRow {
  return {
    ...row,
    number,
    title: initiative.title,
    unit: initiative.unit.name,
    since: dayOf(statusSince),
    sentOn: day(sentOn),
  };
}

const PAGE = 50;

/** A page of the claims that the acting role sees, 50 at a time from a key; without a selection what is not done. */
export async function listClaims(
  actor: Actor,
  { show, status, sort, after }: ClaimFilters,
): Promise<{ rows: ClaimRow[]; next: string | null }> {
  return read(actor, async (tx) => {
    const where: Prisma.RequisitionWhereInput[] = [requisitionsVisibleTo(actor)];
    if (show) where.push({ status: { in: [...CLAIMS_SHOWN[show]] } });
    else if (!status) where.push({ status: { not: "reconciled" } });
    if (status) where.push({ status });
    if (after) {
      const beyond = sort === "oldest" ? { gt: after.key } : { lt: after.key };
      const nextId = sort === "oldest" ? { gt: after.id } : { lt: after.id };
      where.push({ OR: [{ statusSince: beyond }, { statusSince: after.key, id: nextId }] });
    }
    const order = sort === "oldest" ? "asc" : "desc";
    const found = await tx.requisition.findMany({
      where: { AND: where },
      orderBy: [{ statusSince: order }, { id: order }],
      take: PAGE + 1,
      select: ROW,
    });
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return {
      rows: found.slice(0, PAGE).map(toRow),
      next: last ? `${last.statusSince.toISOString()}~${last.id}` : null,
    };
  });
}

/** Claims that somebody has to do something with, or that wait for payment; the longest waiting first, at most `most`. */
export async function claimsWaiting(actor: Actor, most = 20): Promise<ClaimRow[]> {
  return read(actor, async (tx) => {
    const rows = await tx.requisition.findMany({
      where: { AND: [requisitionsVisibleTo(actor), { status: { not: "reconciled" } }] },
      orderBy: [{ statusSince: "asc" }, { id: "asc" }],
      take: most,
      select: ROW,
    });
    return rows.map(toRow);
  });
}
