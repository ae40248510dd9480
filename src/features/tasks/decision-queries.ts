import { whyNotAmount } from "@/domain/approval";
import { dayOf } from "@/domain/day";
import { unitsToAsk } from "@/domain/endorsement";
import { openGates } from "@/features/consultations/gate-queries";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, notOwnCase, OLDEST, selves, sinceDay } from "./find-queries";

/** Cases read at most; what the rules do not let through is left out after reading. */
const READ = 100;

const ENDORSED = { select: { unitId: true, amount: true, ownCost: true } } as const;

/**
 * Cases that this person may decide today: the gate is open, no unit is to be asked again, the amount lies within the
 * mandate, and the person has no part in the case (own, endorsed, spoken on for a union; domain/approval.ts). What a
 * joint group decides it decides at its meeting.
 */
export const casesToDecide: Finder = async ({ tx, actor, today }) => {
  const own = selves(actor);
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        notOwnCase(actor),
        {
          ...hasStatus("inConsultation"),
          amount: { gt: 0 },
          endorsements: { none: { personId: { in: own } } },
          ideas: { none: { idea: { endorsements: { some: { personId: { in: own } } } } } },
          events: { none: { personId: { in: own }, role: "unionRep" } },
          // The gate is never open before; what remains is asked below.
          subjects: {
            some: {
              consultation: { kind: "unions", minutesApprovedAt: { not: null } },
              voices: { some: { state: { in: ["concluded", "centralConcluded"] } } },
            },
          },
        },
      ],
    },
    take: READ,
    orderBy: OLDEST.orderBy,
    select: {
      id: true,
      title: true,
      number: true,
      amount: true,
      statusSince: true,
      units: { select: { unitId: true, ownCost: true } },
      endorsements: ENDORSED,
      ideas: { select: { idea: { select: { unitId: true, endorsements: ENDORSED } } } },
      subjects: {
        orderBy: { consultation: { minutesApprovedAt: { sort: "desc", nulls: "last" } } },
        take: 1,
        select: { consultation: { select: { minutesApprovedAt: true } } },
      },
    },
  });
  const within = rows.filter(
    ({ units, amount, endorsements, ideas }) =>
      whyNotAmount(actor.mandates, amount, today) === null &&
      unitsToAsk(
        units,
        amount,
        endorsements,
        ideas.map(({ idea }) => idea),
      ).length === 0,
  );
  const open = await openGates(
    tx,
    actor.employerId,
    within.map(({ id }) => id),
    today,
  );
  return within
    .filter(({ id }) => open.has(id))
    .map((row) => {
      const approved = row.subjects[0]?.consultation.minutesApprovedAt;
      return found({
        kind: "decideCase",
        id: row.id,
        href: addressOf.case(row.id),
        subject: row.title,
        place: row.number,
        amount: row.amount,
        since: approved ? dayOf(approved) : sinceDay(row),
      });
    });
};
