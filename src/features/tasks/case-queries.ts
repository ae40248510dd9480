import { closesAs, whyNotClose } from "@/domain/filing";
import type { CaseStatus } from "@/domain/pre-registration";
import type { TaskKind } from "@/domain/task";
import type { Prisma } from "@/server/generated/client";
import { casesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, inOneReading, OLDEST, ONE_ABOVE, sinceDay } from "./find-queries";

const CASE = {
  id: true,
  number: true,
  title: true,
  status: true,
  amount: true,
  approvedAmount: true,
  statusSince: true,
} as const;

type Row = Prisma.PreRegistrationGetPayload<{ select: typeof CASE }>;

/** What a case waits for of the coordinator: what came back, what is endorsed, what is ready, what nobody planned for. */
const STEPS = {
  returned: "mendCase",
  endorsed: "prepareCase",
  prepared: "consultCase",
  deferred: "consultCase",
  approved: "planInitiative",
} as const satisfies Partial<Record<CaseStatus, TaskKind>>;
const FILTERS: readonly Prisma.PreRegistrationWhereInput[] = [
  hasStatus("returned"),
  hasStatus("endorsed"),
  hasStatus("prepared", "deferred"),
];
/** Without an initiative the money is reserved for nothing. Asked by itself: within an "or" it would read every initiative. */
const UNPLANNED: Prisma.PreRegistrationWhereInput = {
  ...hasStatus("approved"),
  initiatives: { none: {} },
};

const asFound = (kind: TaskKind, row: Row) =>
  found({
    kind,
    id: row.id,
    href: addressOf.case(row.id),
    subject: row.title,
    place: row.number,
    amount: row.approvedAmount ?? row.amount,
    since: sinceDay(row),
  });

/** The coordinator's own steps with a case. */
export const casesToMove: Finder = async ({ tx, actor }) => {
  const look = (some: readonly Prisma.PreRegistrationWhereInput[], take: number) =>
    tx.preRegistration.findMany({
      where: { AND: [casesVisibleTo(actor), some.length === 1 ? (some[0] ?? {}) : { OR: [...some] }] },
      take,
      orderBy: OLDEST.orderBy,
      select: CASE,
    });
  const rows = [...(await inOneReading(FILTERS, look)), ...(await look([UNPLANNED], ONE_ABOVE))];
  return rows.flatMap((row) =>
    row.status in STEPS ? asFound(STEPS[row.status as keyof typeof STEPS], row) : [],
  );
};

/**
 * Reservations that can be closed: every initiative of the case is granted, rejected or stopped, and no filing waits.
 * The filter narrows, the rule decides (domain/filing.ts).
 */
export const reservationsToClose: Finder = async ({ tx, actor, scheme }) => {
  // Under LOM the decision converts the case at once.
  if (scheme === "lom") return [];
  const rows = await tx.preRegistration.findMany({
    where: {
      AND: [
        casesVisibleTo(actor),
        {
          ...hasStatus("approved"),
          filings: { none: { status: "sent" } },
          initiatives: {
            some: {},
            every: {
              OR: [
                { parts: { some: {} } },
                { filings: { some: { status: "rejected" } } },
                { status: { in: ["cancelled", "notCarriedOut"] } },
              ],
            },
          },
        },
      ],
    },
    ...OLDEST,
    select: {
      ...CASE,
      initiatives: {
        select: {
          title: true,
          status: true,
          _count: { select: { parts: true } },
          filings: { where: { successors: { none: {} } }, select: { status: true } },
        },
      },
    },
  });
  return rows
    .map(({ initiatives, ...row }) => ({
      row,
      standings: initiatives.map(({ _count, filings, ...it }) => ({
        ...it,
        parts: _count.parts,
        lastFiling: filings[0]?.status ?? null,
      })),
    }))
    .filter(
      ({ row, standings }) => whyNotClose({ caseStatus: row.status, initiatives: standings }).length === 0,
    )
    .map(({ row, standings }) => ({
      ...asFound("closeReservation", row),
      // Nothing granted: all that was reserved comes back.
      amount: closesAs(standings) === "withdrawn" ? (row.approvedAmount ?? row.amount) : null,
    }));
};
