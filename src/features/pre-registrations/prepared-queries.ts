import type { Actor } from "@/domain/actor";
import type { Ore } from "@/domain/money";
import { read } from "@/server/db";
import { casesVisibleTo } from "@/server/scope";

export type PreparedCase = {
  id: string;
  number: string;
  title: string;
  unit: string;
  amount: Ore;
  deferred: boolean;
};

/** Cases that can be put on a meeting's agenda: prepared or deferred, in the coordinator's order; at most 100. */
export function getPreparedCases(actor: Actor, meetingId: string): Promise<PreparedCase[]> {
  return read(actor, async (tx) => {
    const rows = await tx.preRegistration.findMany({
      where: {
        AND: [
          casesVisibleTo(actor),
          { status: { in: ["prepared", "deferred"] } },
          { subjects: { none: { consultationId: meetingId } } },
        ],
      },
      orderBy: [{ rank: { sort: "asc", nulls: "last" } }, { statusSince: "asc" }, { id: "asc" }],
      take: 100,
      select: {
        id: true,
        number: true,
        title: true,
        amount: true,
        status: true,
        unit: { select: { name: true } },
      },
    });
    return rows.map(({ unit, status, ...row }) => ({
      ...row,
      unit: unit.name,
      deferred: status === "deferred",
    }));
  });
}
