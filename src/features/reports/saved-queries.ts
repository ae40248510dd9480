import type { Actor } from "@/domain/actor";
import { shownName } from "@/features/people/holder-queries";
import { read } from "@/server/db";
import { savedReportsVisibleTo } from "@/server/scope";
import type { ReportKey } from "./report";

export type SavedReport = {
  id: string;
  report: string;
  name: string;
  /** The selection as it stands in the address. */
  query: string;
  shared: boolean;
  own: boolean;
  /** Whose it is; null where the name is protected. */
  by: string | null;
};

/** The selections that the actor may open, of one report or of all: own ones first, then by name. */
export function savedReports(actor: Actor, report?: ReportKey): Promise<SavedReport[]> {
  return read(actor, async (tx) => {
    const rows = await tx.savedReport.findMany({
      where: { AND: [savedReportsVisibleTo(actor), report ? { report } : {}] },
      select: {
        id: true,
        report: true,
        name: true,
        query: true,
        shared: true,
        personId: true,
        person: { select: { givenName: true, familyName: true, isProtected: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    });
    return rows
      .map(({ person, personId, ...row }) => ({
        ...row,
        own: personId === actor.personId,
        by: shownName(person),
      }))
      .sort((a, b) => Number(b.own) - Number(a.own));
  });
}
