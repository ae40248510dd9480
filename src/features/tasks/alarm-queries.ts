import { AHEAD } from "@/domain/alarm";
import { day, dayOf } from "@/domain/day";
import { alarmsVisibleTo } from "@/server/scope";
import { type Finder, found } from "./find-queries";

/** A list that is longer is read as such. */
const MOST = 100;

/** A role's open alarms as one task: what each is about stands on their page. The first day that is still ahead is its day. */
export const alarmsToHandle: Finder = async ({ tx, actor, today }) => {
  const rows = await tx.alarm.findMany({
    where: { AND: [alarmsVisibleTo(actor), { endedAt: null, handledAt: null }] },
    take: MOST,
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    select: { kind: true, day: true, raisedAt: true },
  });
  const [oldest] = rows;
  if (!oldest) return [];
  const ahead = rows
    .filter((row) => AHEAD.some((kind) => kind === row.kind))
    .map((row) => day(row.day))
    .filter((it) => it >= today);
  return [
    found({
      kind: "handleAlarms",
      id: actor.role,
      href: "/alarms",
      subject: "",
      count: rows.length,
      since: dayOf(oldest.raisedAt),
      due: ahead.sort()[0] ?? null,
    }),
  ];
};
