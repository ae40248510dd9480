import type { Actor } from "@/domain/actor";
import { column, day } from "@/domain/day";
import { whyNotCallOff, whyNotClaim } from "@/domain/requisition";
import type { Prisma } from "@/server/generated/client";
import { initiativesVisibleTo, requisitionsVisibleTo } from "@/server/scope";
import { addressOf } from "./addresses";
import {
  type Finder,
  type Found,
  found,
  inOneReading,
  type Looking,
  notOwnCase,
  OLDEST,
  selves,
  sinceDay,
} from "./find-queries";

/** Granted parts without a claim whose earliest day has come: carried out, or under way with a day for a part. */
async function openParts({ tx, actor, today }: Looking, where: Prisma.GrantedPartWhereInput) {
  const rows = await tx.grantedPart.findMany({
    where: {
      AND: [
        { initiative: initiativesVisibleTo(actor) },
        { settledAt: null, requisition: null },
        { OR: [{ earliestClaimDay: null }, { earliestClaimDay: { lte: column(today) } }] },
        {
          OR: [
            { initiative: { status: "completed" } },
            { initiative: { status: "underWay" }, earliestClaimDay: { not: null } },
          ],
        },
        { case: { fund: { OR: [{ requisitionDay: null }, { requisitionDay: { gte: column(today) } }] } } },
        where,
      ],
    },
    take: OLDEST.take,
    orderBy: [{ initiative: { statusSince: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      amount: true,
      earliestClaimDay: true,
      initiative: {
        select: {
          id: true,
          title: true,
          status: true,
          statusSince: true,
          completedOn: true,
          providerKind: true,
          unitId: true,
          _count: { select: { parts: true } },
        },
      },
    },
  });
  return rows.map(({ initiative, ...part }) => ({
    part,
    initiative,
    /** What the rules in domain/requisition.ts ask; they decide, the filter only narrows. */
    facts: {
      providerKind: initiative.providerKind,
      initiativeStatus: initiative.status,
      parts: initiative._count.parts,
      earliestClaimDay: day(part.earliestClaimDay),
      settled: false,
      claimed: false,
      requisitionDay: null,
    },
  }));
}

type OpenPart = Awaited<ReturnType<typeof openParts>>[number];

const asFound = (kind: "claimPart" | "bookCallOff", { part, initiative }: OpenPart) =>
  found({
    kind,
    id: part.id,
    href: addressOf.newRequisition(part.id),
    subject: { initiativeId: initiative.id },
    amount: part.amount,
    since: day(initiative.completedOn) ?? sinceDay(initiative),
    fundDay: kind === "claimPart" ? "requisition" : null,
  });

/** What can be claimed today. */
export const partsToClaim: Finder = async (looking) => {
  const { today } = looking;
  const open = await openParts(looking, { initiative: { providerKind: { not: "nationalFund" } } });
  return open.filter(({ facts }) => whyNotClaim(facts, today) === null).map((it) => asFound("claimPart", it));
};

/** What the national fund delivered and draws itself: no claim is sent, HR writes the call-off down. [O2] */
export const callOffsToBook: Finder = async (looking) => {
  const { actor, today } = looking;
  const open = await openParts(looking, {
    case: notOwnCase(actor),
    initiative: { providerKind: "nationalFund", ...notOwner(actor) },
  });
  return open
    .filter(({ part, facts }) => whyNotCallOff(facts, 0n, part.amount, today) === null)
    .map((it) => asFound("bookCallOff", it));
};

/** The initiative may have got another owner than the case was decided with: neither confirms a payment. */
const notOwner = (actor: Actor) => ({ OR: [{ ownerId: null }, { ownerId: { notIn: selves(actor) } }] });

/** What a claim waits for in a status. */
const STEPS = {
  draft: "finishClaim",
  returned: "mendClaim",
  partlyRejected: "mendClaim",
  evidenceComplete: "sendClaim",
  paid: "reconcileClaim",
} as const;
type Status = keyof typeof STEPS;

async function claims(
  { tx, actor }: Looking,
  filters: readonly (readonly Status[])[],
  where: Prisma.RequisitionWhereInput = {},
): Promise<Found[]> {
  const rows = await inOneReading(filters, (some, take) =>
    tx.requisition.findMany({
      where: { AND: [requisitionsVisibleTo(actor), { status: { in: some.flat() } }, where] },
      take,
      orderBy: OLDEST.orderBy,
      select: { id: true, status: true, amount: true, paidAmount: true, statusSince: true, partId: true },
    }),
  );
  return rows.map((row) => {
    const kind = STEPS[row.status as Status];
    return found({
      kind,
      id: row.id,
      href: addressOf.requisition(row.id),
      subject: { partId: row.partId },
      amount: row.paidAmount ?? row.amount,
      since: sinceDay(row),
      fundDay: kind === "reconcileClaim" ? null : "requisition",
    });
  });
}

/** Claims that were begun and lack evidence, and those that came back or were cut. */
export const claimsToMend: Finder = (looking) => claims(looking, [["draft"], ["returned", "partlyRejected"]]);

/** Claims with complete evidence, for the authorised sender. */
export const claimsToSend: Finder = (looking) => claims(looking, [["evidenceComplete"]]);

/** Paid claims, for HR. Nobody confirms the payment of what is their own. [design 5] */
export const claimsToReconcile: Finder = (looking) =>
  claims(looking, [["paid"]], {
    part: { case: notOwnCase(looking.actor), initiative: notOwner(looking.actor) },
  });
