import { addDays, column, day, dayOf } from "@/domain/day";
import { ASK_AFTER_DAYS, type TaskKind } from "@/domain/task";
import type { Prisma } from "@/server/generated/client";
import { initiativesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, inOneReading, OLDEST, ONE_ABOVE, sinceDay } from "./find-queries";

/** Filings that leave nothing to prepare: a draft, one that waits, or a no that is the last word. */
const BLOCKING: Prisma.FilingWhereInput = {
  OR: [{ status: { in: ["draft", "sent"] } }, { status: "rejected", successors: { none: {} } }],
};

const OWNERLESS: Prisma.InitiativeWhereInput = {
  ownerId: null,
  ...hasStatus("planned", "scheduled", "underWay"),
};
const UNSCHEDULED: Prisma.InitiativeWhereInput = {
  ownerId: { not: null },
  ...hasStatus("planned"),
  parts: { some: {} },
};
const UNFILED: Prisma.InitiativeWhereInput = {
  ...hasStatus("planned"),
  case: { status: "approved" },
  parts: { none: {} },
  filings: { none: BLOCKING },
};

/**
 * What nobody answers for, what is granted without a start, and what has not been prepared for the national fund or
 * came back from it: otherwise it is approved and never carried out. [seed 002]
 */
export const initiativesToHold: Finder = async ({ tx, actor, scheme }) => {
  const files = scheme === "tlo";
  const rows = await inOneReading([OWNERLESS, UNSCHEDULED, ...(files ? [UNFILED] : [])], (some, take) =>
    tx.initiative.findMany({
      where: { AND: [initiativesVisibleTo(actor), { OR: [...some] }] },
      take,
      orderBy: OLDEST.orderBy,
      select: {
        id: true,
        title: true,
        amount: true,
        ownerId: true,
        status: true,
        statusSince: true,
        unitId: true,
        case: { select: { status: true } },
        // Not counted: a count is made of every part there is before the few rows are chosen.
        parts: { select: { id: true } },
        filings: { where: BLOCKING, select: { id: true } },
      },
    }),
  );
  // One that lacks both its owner and its filing is found twice when each kind is read by itself.
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return once.flatMap((row) => {
    const granted = row.parts.length > 0;
    const planned = row.status === "planned";
    const unfiled =
      files && planned && !granted && row.filings.length === 0 && row.case.status === "approved";
    const kinds: TaskKind[] = [
      ...(row.ownerId === null
        ? (["nameOwner"] as const)
        : planned && granted
          ? (["scheduleInitiative"] as const)
          : []),
      ...(unfiled ? (["prepareFiling"] as const) : []),
    ];
    return kinds.map((kind) =>
      found({
        kind,
        id: row.id,
        href: addressOf.initiative(row.id),
        subject: row.title,
        place: { unitId: row.unitId },
        amount: row.amount,
        since: sinceDay(row),
        sinceGrantOf: granted ? row.id : null,
      }),
    );
  });
};

const FILING_ROW = { id: true, amount: true, sentOn: true, initiativeId: true } as const;

/** Filings that the national fund has had for longer than it should take. */
export const lateAnswers: Finder = async ({ tx, actor, today, scheme }) => {
  if (scheme === "lom") return [];
  const rows = await tx.filing.findMany({
    where: {
      AND: [
        { initiative: initiativesVisibleTo(actor) },
        { status: "sent", sentOn: { lt: column(addDays(today, -ASK_AFTER_DAYS)) } },
      ],
    },
    take: ONE_ABOVE,
    orderBy: [{ sentOn: "asc" }, { id: "asc" }],
    select: FILING_ROW,
  });
  return rows.map((row) =>
    found({
      kind: "askForAnswer",
      id: row.id,
      href: addressOf.filing(row.id),
      subject: { initiativeId: row.initiativeId },
      amount: row.amount,
      since: day(row.sentOn) ?? today,
    }),
  );
};

/** Filings that are ready for the authorised sender, by the fund's last day for a complete application. */
export const filingsToSend: Finder = async ({ tx, actor, scheme }) => {
  if (scheme === "lom") return [];
  const rows = await tx.filing.findMany({
    where: {
      AND: [{ initiative: initiativesVisibleTo(actor) }, { status: "draft", case: { status: "approved" } }],
    },
    take: ONE_ABOVE,
    orderBy: { id: "asc" },
    select: { ...FILING_ROW, case: { select: { statusSince: true } } },
  });
  return rows.map((row) =>
    found({
      kind: "sendFiling",
      id: row.id,
      href: addressOf.filing(row.id),
      subject: { initiativeId: row.initiativeId },
      amount: row.amount,
      since: dayOf(row.case.statusSince),
      fundDay: "application",
    }),
  );
};
