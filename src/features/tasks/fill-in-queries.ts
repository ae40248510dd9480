import { day } from "@/domain/day";
import { claimDue, type Task } from "@/domain/task";
import type { Found, Looking } from "./find-queries";

type Filled<F extends Found> = Omit<F, "subject" | "place" | "fundDay" | "sinceGrantOf"> &
  Pick<Task, "subject" | "place">;

/**
 * Fills in what the found tasks say of other tables: an initiative's title and unit, a unit's name, a fund's last day.
 * One reading a table, however many tasks. They are ids of rows that were found in scope.
 */
export async function fillIn<F extends Found>(
  { tx, today }: Pick<Looking, "tx" | "today">,
  all: readonly F[],
): Promise<Filled<F>[]> {
  const partIds = all.flatMap(({ subject }) =>
    typeof subject === "object" && "partId" in subject ? [subject.partId] : [],
  );
  const parts = new Map(
    partIds.length > 0
      ? (
          await tx.grantedPart.findMany({
            where: { id: { in: partIds } },
            select: { id: true, initiativeId: true },
          })
        ).map((row) => [row.id, row.initiativeId])
      : [],
  );
  const initiativeOf = ({ subject }: Found) =>
    typeof subject === "string"
      ? null
      : "partId" in subject
        ? (parts.get(subject.partId) ?? null)
        : subject.initiativeId;

  const initiativeIds = all.flatMap((it) => initiativeOf(it) ?? []);
  const initiatives = new Map(
    initiativeIds.length > 0
      ? (
          await tx.initiative.findMany({
            where: { id: { in: initiativeIds } },
            select: {
              id: true,
              title: true,
              unitId: true,
              case: { select: { fund: { select: { applicationDay: true, requisitionDay: true } } } },
            },
          })
        ).map((row) => [row.id, row])
      : [],
  );
  const unitIds = all.flatMap((it) =>
    it.place !== null && typeof it.place === "object"
      ? [it.place.unitId]
      : (initiatives.get(initiativeOf(it) ?? "")?.unitId ?? []),
  );
  const units = new Map(
    unitIds.length > 0
      ? (await tx.unit.findMany({ where: { id: { in: unitIds } }, select: { id: true, name: true } })).map(
          (row) => [row.id, row.name],
        )
      : [],
  );

  const grantedIds = all.flatMap(({ sinceGrantOf }) => sinceGrantOf ?? []);
  const grants = new Map(
    grantedIds.length > 0
      ? (
          await tx.grantedPart.groupBy({
            by: ["initiativeId"],
            where: { initiativeId: { in: grantedIds } },
            _min: { grantedOn: true },
          })
        ).map((row) => [row.initiativeId, day(row._min.grantedOn)])
      : [],
  );

  return all.map((it) => {
    const { subject, place, fundDay, sinceGrantOf, ...rest } = it;
    const initiative = initiatives.get(initiativeOf(it) ?? "");
    const unitId = place !== null && typeof place === "object" ? place.unitId : initiative?.unitId;
    const fund = initiative?.case.fund;
    const last =
      fundDay === "application"
        ? day(fund?.applicationDay ?? null)
        : fundDay === "requisition"
          ? claimDue(day(fund?.requisitionDay ?? null), today)
          : null;
    return {
      ...rest,
      subject: typeof subject === "string" ? subject : (initiative?.title ?? ""),
      place: typeof place === "string" ? place : (units.get(unitId ?? "") ?? ""),
      since: grants.get(sinceGrantOf ?? "") ?? rest.since,
      due: rest.due ?? last,
    };
  });
}
