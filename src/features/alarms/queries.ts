import type { Actor } from "@/domain/actor";
import type { AlarmKind } from "@/domain/alarm";
import { type Day, day, dayOf } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { read } from "@/server/db";
import type { Prisma } from "@/server/generated/client";
import { alarmsVisibleTo } from "@/server/scope";
import { type About, aboutEach } from "./about-queries";

export const ALARM_SHOWS = ["open", "past"] as const;
type AlarmShow = (typeof ALARM_SHOWS)[number];
export type AlarmFilters = { show: AlarmShow; after: string | null };

/** The list's filters out of the address; what is not known counts as not said. */
export function readAlarmFilters(search: Record<string, string | undefined>): AlarmFilters {
  return { show: search.show === "past" ? "past" : "open", after: search.after ?? null };
}

/** Öre. `ended`: what it is about is over; one that was handled may still hold. */
export type AlarmView = {
  id: string;
  kind: AlarmKind;
  key: string;
  day: Day;
  amount: Ore | null;
  raisedOn: Day;
  endedOn: Day | null;
  handled: { on: Day; by: string | null } | null;
  about: About;
};

const OPEN: Prisma.AlarmWhereInput = { endedAt: null, handledAt: null };

const PAGE = 50;

/** The alarms of the acting role, the newest first: those that wait for somebody, or those that do no more. */
export async function getAlarms(
  actor: Actor,
  { show, after }: AlarmFilters,
): Promise<{ rows: AlarmView[]; next: string | null }> {
  return read(actor, async (tx) => {
    const scope = [alarmsVisibleTo(actor), show === "open" ? OPEN : { NOT: OPEN }];
    const from = after && (await tx.alarm.findFirst({ where: { AND: [...scope, ...byId(after)] } }));
    const found = await tx.alarm.findMany({
      where: {
        AND: [
          ...scope,
          ...(from
            ? [
                {
                  OR: [{ raisedAt: { lt: from.raisedAt } }, { raisedAt: from.raisedAt, id: { lt: from.id } }],
                },
              ]
            : []),
        ],
      },
      orderBy: [{ raisedAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      select: {
        id: true,
        kind: true,
        subjectId: true,
        key: true,
        day: true,
        amount: true,
        raisedAt: true,
        endedAt: true,
        handledAt: true,
        handledBy: { select: { givenName: true, familyName: true } },
      },
    });
    const alarms = found.slice(0, PAGE).map((row) => ({ ...row, kind: row.kind as AlarmKind }));
    const about = await aboutEach(tx, actor, alarms);
    return {
      rows: alarms.map(({ subjectId: _, raisedAt, endedAt, handledAt, handledBy, ...alarm }) => ({
        ...alarm,
        day: day(alarm.day),
        raisedOn: dayOf(raisedAt),
        endedOn: endedAt && dayOf(endedAt),
        handled: handledAt && {
          on: dayOf(handledAt),
          by: handledBy && `${handledBy.givenName} ${handledBy.familyName}`,
        },
        about: about.get(alarm.id) ?? { name: "", href: null, place: null },
      })),
      next: found.length > PAGE ? (alarms.at(-1)?.id ?? null) : null,
    };
  });
}

/** An id out of the address that could not be one finds nothing. */
const byId = (id: string): Prisma.AlarmWhereInput[] =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? [{ id }] : [{ id: { in: [] } }];
