import { column, day } from "@/domain/day";
import { ideasVisibleTo, initiativesVisibleTo } from "@/server/scope";
import { hasStatus } from "@/server/status-key";
import { addressOf } from "./addresses";
import { type Finder, found, inOneReading, OLDEST, selves, sinceDay } from "./find-queries";

/** One's own ideas that came back with what is missing. */
export const ideasToComplete: Finder = async ({ tx, actor }) => {
  const rows = await tx.idea.findMany({
    where: { AND: [ideasVisibleTo(actor), { authorId: actor.personId, status: "returned" }] },
    ...OLDEST,
    select: { id: true, title: true, statusSince: true },
  });
  return rows.map((row) =>
    found({
      kind: "completeIdea",
      id: row.id,
      href: addressOf.idea(row.id),
      subject: row.title,
      since: sinceDay(row),
    }),
  );
};

/** One's own initiatives whose day has come to start, or whose period has ended without being completed. */
export const ownInitiatives: Finder = async ({ tx, actor, today }) => {
  const on = column(today);
  const filters = [
    { ...hasStatus("scheduled"), periodFrom: { lte: on } },
    { ...hasStatus("underWay"), periodUntil: { lt: on } },
  ];
  const rows = await inOneReading(filters, (some, take) =>
    tx.initiative.findMany({
      where: { AND: [initiativesVisibleTo(actor), { ownerId: { in: selves(actor) } }, { OR: [...some] }] },
      take,
      orderBy: [{ periodFrom: "asc" }, { id: "asc" }],
      select: { id: true, title: true, status: true, periodFrom: true, periodUntil: true, unitId: true },
    }),
  );
  return rows.map((row) => {
    const starts = row.status === "scheduled";
    const due = day(starts ? row.periodFrom : row.periodUntil) ?? today;
    return found({
      kind: starts ? "startInitiative" : "completeInitiative",
      id: row.id,
      href: addressOf.initiative(row.id),
      subject: row.title,
      place: { unitId: row.unitId },
      since: due,
      due,
    });
  });
};
