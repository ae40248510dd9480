import { whyNotAct } from "@/domain/access";
import { type Actor, type Role, reaches } from "@/domain/actor";
import { column, type Day, day } from "@/domain/day";
import { overlaps, whyNotEndMandate, whyNotGiveRole } from "@/domain/person";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { whyNotWholeEmployer } from "@/domain/unit";
import { write } from "@/server/db";
import { newId } from "@/server/id";
import { likeText } from "@/server/like";
import type { Receipt } from "@/server/receipts";
import { lockEmployer } from "./lock-commands";
import { refuseForeignGrant } from "./role-commands";

/** Adds a union (id null) or renames one. Refuses a name that another has. Gives the union's id. */
export async function saveUnion(
  actor: Actor,
  input: { id: string | null; name: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async ({ tx, tell }) => {
    refuseIf(whyNotAct(actor, "union.save"));
    refuseIf(whyNotWholeEmployer(actor));
    const { employerId } = actor;
    const id = input.id ?? newId(now.getTime());
    if (input.id === null) await tx.union.createMany({ data: [{ employerId, id, name: input.name }] });
    else {
      const { count } = await tx.union.updateMany({ where: { employerId, id }, data: { name: input.name } });
      if (count === 0) throw new Refusal(NOT_FOUND);
    }
    tell({ kind: "union.saved", subjectId: id, detail: input.id === null ? "added" : "changed" });
    return id;
  });
}

/**
 * Puts a union on the list of those to hear about what touches a unit, for a period. Refuses a second entry for the same
 * union, unit and time. Gives the entry's id.
 */
export async function hearUnion(
  actor: Actor,
  input: { unionId: string; unitId: string; from: Day; until: Day | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "union.save"));
    await lockEmployer(w);
    const { employerId } = actor;
    const { unionId, unitId, from, until } = input;
    await refuseForeignGrant(w, actor, { role: "unionRep", unitId, unionId });
    if (until !== null && until < from) throw new Refusal({ key: "refusals.endBeforeStart", field: "until" });
    const same = await w.tx.unionToHear.findMany({
      where: { employerId, unionId, unitId },
      select: { from: true, until: true },
    });
    if (same.some((it) => overlaps({ from: day(it.from), until: day(it.until) }, input)))
      throw new Refusal({ key: "people.rules.heardAlready", field: "unionId" });
    const id = newId(now.getTime());
    await w.tx.unionToHear.createMany({
      data: [{ employerId, id, unionId, unitId, from: column(from), until: column(until) }],
    });
    w.tell({ kind: "union.saved", subjectId: unionId, detail: "toHear", day: from });
    return id;
  });
}

/** Ends an entry of the list of unions to hear on a last day. */
export async function endHearing(
  actor: Actor,
  input: { id: string; until: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "union.save"));
    await lockEmployer(w);
    const { employerId } = actor;
    const entry = await w.tx.unionToHear.findFirst({
      where: { employerId, id: input.id },
      select: { unionId: true, unitId: true, from: true, until: true },
    });
    if (!entry || !reaches(actor, entry.unitId)) throw new Refusal(NOT_FOUND);
    refuseIf(whyNotEndMandate({ from: day(entry.from), until: day(entry.until) }, input.until));
    await w.tx.unionToHear.updateMany({
      where: { employerId, id: input.id },
      data: { until: column(input.until) },
    });
    w.tell({ kind: "union.saved", subjectId: entry.unionId, detail: "notHeard", day: input.until });
  });
}

type Mapping = { value: string; role: Role; unitId: string; unionId: string | null };

/** Says which role a value of the identity provider's claim gives at the next sign-in. Gives the mapping's id. */
export async function addClaimMapping(
  actor: Actor,
  input: Mapping,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "role.save"));
    refuseIf(whyNotWholeEmployer(actor));
    await lockEmployer(w);
    await refuseForeignGrant(w, actor, input);
    refuseIf(whyNotGiveRole({ ...input, from: w.today, until: null }, []));
    const { employerId } = actor;
    const { value, role, unitId, unionId } = input;
    const twin = await w.tx.claimMapping.findFirst({
      where: { employerId, value: { equals: likeText(value), mode: "insensitive" }, role, unitId, unionId },
      select: { id: true },
    });
    if (twin) throw new Refusal({ key: "people.rules.mappingThere", field: "value" });
    const id = newId(now.getTime());
    await w.tx.claimMapping.createMany({ data: [{ employerId, id, value, role, unitId, unionId }] });
    w.tell({
      kind: "employer.changed",
      subjectId: employerId,
      detail: "claimMapping",
      text: `${value}: ${role}`,
    });
    return id;
  });
}

/** Takes a mapping away; roles that it gave end when their holders sign in again. */
export async function removeClaimMapping(
  actor: Actor,
  input: { id: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async ({ tx, tell }) => {
    refuseIf(whyNotAct(actor, "role.save"));
    refuseIf(whyNotWholeEmployer(actor));
    const { employerId } = actor;
    const mapping = await tx.claimMapping.findFirst({
      where: { employerId, id: input.id },
      select: { value: true, role: true },
    });
    if (!mapping) throw new Refusal(NOT_FOUND);
    await tx.claimMapping.deleteMany({ where: { employerId, id: input.id } });
    tell({
      kind: "employer.changed",
      subjectId: employerId,
      detail: "claimMapping",
      text: `${mapping.value}: ${mapping.role}`,
    });
  });
}
