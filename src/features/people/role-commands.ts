import { whyNotAct } from "@/domain/access";
import { type Actor, type MandateKind, type Role, reaches } from "@/domain/actor";
import { addDays, column, type Day, day } from "@/domain/day";
import type { Ore } from "@/domain/money";
import { whyNotEndMandate, whyNotEndRole, whyNotGiveMandate, whyNotGiveRole } from "@/domain/person";
import { NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unitIsOpen, whyNotWholeEmployer } from "@/domain/unit";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { peopleVisibleTo } from "@/server/scope";
import { lockEmployer } from "./lock-commands";

type Grant = { role: Role; unitId: string; unionId: string | null };

/** A person whose roles the administrator keeps, or notFound. */
async function whom({ tx, today }: Work, admin: Actor, personId: string): Promise<void> {
  const person = await tx.person.findFirst({
    where: { AND: [peopleVisibleTo(admin), { employerId: admin.employerId, id: personId }] },
    select: { leftOn: true },
  });
  if (!person) throw new Refusal(NOT_FOUND);
  if (person.leftOn && day(person.leftOn) <= today) throw new Refusal({ key: "people.rules.hasLeft" });
}

/** Refuses (notFound) a unit outside the administrator's reach and a union that there is not; says so of a closed unit. */
export async function refuseForeignGrant(
  { tx, today }: Work,
  admin: Actor,
  { unitId, unionId }: Grant,
): Promise<void> {
  const { employerId } = admin;
  const unit = await tx.unit.findFirst({
    where: { employerId, id: unitId },
    select: { validFrom: true, validTo: true },
  });
  if (!unit || !reaches(admin, unitId)) throw new Refusal(NOT_FOUND);
  if (day(unit.validTo) && !unitIsOpen({ from: day(unit.validFrom), until: day(unit.validTo) }, today))
    throw new Refusal({ key: "people.rules.unitClosed", field: "unitId" });
  if (unionId && !(await tx.union.findFirst({ where: { employerId, id: unionId }, select: { id: true } })))
    throw new Refusal(NOT_FOUND);
}

/**
 * Gives a person a role in a unit and all under it, for a period. Refuses a unit or person out of reach, a union where
 * none belongs or none where one does, and the same role twice at the same time. Gives the assignment's id.
 */
export async function giveRole(
  actor: Actor,
  input: Grant & { personId: string; from: Day; until: Day | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "role.save"));
    await lockEmployer(w);
    await whom(w, actor, input.personId);
    await refuseForeignGrant(w, actor, input);
    const { tx, tell } = w;
    const { employerId } = actor;
    const { personId, role, unitId, unionId, from, until } = input;
    const held = await tx.roleAssignment.findMany({
      where: { employerId, personId },
      select: { role: true, unitId: true, unionId: true, from: true, until: true },
    });
    refuseIf(
      whyNotGiveRole(
        input,
        held.map((it) => ({ ...it, from: day(it.from), until: day(it.until) })),
      ),
    );
    const id = newId(now.getTime());
    await tx.roleAssignment.createMany({
      data: [{ employerId, id, personId, role, unitId, unionId, from: column(from), until: column(until) }],
    });
    tell({ kind: "role.given", subjectId: personId, detail: role, day: from });
    return id;
  });
}

/** How many other administrators of the whole employer are in force after a day; people who have left do not count. */
export async function otherAdmins(
  { tx, actor }: Work,
  after: Day,
  except: { assignmentId: string } | { personId: string },
): Promise<number> {
  const next = column(addDays(after, 1));
  return tx.roleAssignment.count({
    where: {
      employerId: actor.employerId,
      role: "admin",
      unit: { parentId: null },
      from: { lte: next },
      OR: [{ until: null }, { until: { gte: next } }],
      person: { OR: [{ leftOn: null }, { leftOn: { gt: next } }] },
      ...("personId" in except
        ? { personId: { not: except.personId } }
        : { id: { not: except.assignmentId } }),
    },
  });
}

/**
 * Ends a role: on a last day, or at once (null), which holds at the person's next request. Refuses the last administrator
 * of the whole employer, since nobody would be left who can give roles.
 */
export async function endRole(
  actor: Actor,
  input: { id: string; until: Day | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "role.save"));
    await lockEmployer(w);
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const held = await tx.roleAssignment.findFirst({
      where: { employerId, id: input.id, person: peopleVisibleTo(actor) },
      select: {
        personId: true,
        role: true,
        unitId: true,
        from: true,
        until: true,
        unit: { select: { parentId: true } },
      },
    });
    if (!held || !reaches(actor, held.unitId)) throw new Refusal(NOT_FOUND);
    const { from, until } = endOf(input.until, day(held.from), today);
    const role = {
      role: held.role,
      wholeEmployer: held.unit.parentId === null,
      from,
      until: day(held.until),
    };
    refuseIf(whyNotEndRole(role, until, await otherAdmins(w, until, { assignmentId: input.id })));
    await tx.roleAssignment.updateMany({
      where: { employerId, id: input.id },
      data: { from: column(from), until: column(until) },
    });
    tell({ kind: "role.ended", subjectId: held.personId, detail: held.role, day: until });
  });
}

/**
 * The period that is left. Both ends count, so what ends at once had its last day yesterday, also when it began today or
 * has not begun; history keeps when it really was given and taken.
 */
function endOf(until: Day | null, from: Day, today: Day): { from: Day; until: Day } {
  if (until !== null) return { from, until };
  const yesterday = addDays(today, -1);
  return { from: from > yesterday ? yesterday : from, until: yesterday };
}

type NewMandate = {
  personId: string;
  kind: MandateKind;
  paragraph: string;
  amountLimit: Ore | null;
  side: "employer" | "union" | null;
  from: Day;
  until: Day | null;
};

/**
 * Gives a person a mandate with its limits (öre). Mandates hold for the whole employer, so only an administrator of the
 * whole employer gives them. Refuses limits that do not belong to the kind. Gives the mandate's id. [S O1]
 */
export async function giveMandate(
  actor: Actor,
  input: NewMandate,
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "mandate.save"));
    refuseIf(whyNotWholeEmployer(actor));
    await whom(w, actor, input.personId);
    const mandate = { ...input, paragraph: input.paragraph || null };
    refuseIf(whyNotGiveMandate(mandate));
    const id = newId(now.getTime());
    await w.tx.mandate.createMany({
      data: [
        {
          employerId: actor.employerId,
          id,
          ...mandate,
          from: column(mandate.from),
          until: column(mandate.until),
        },
      ],
    });
    w.tell({
      kind: "mandate.given",
      subjectId: input.personId,
      detail: input.kind,
      day: input.from,
      amount: input.amountLimit ?? undefined,
    });
    return id;
  });
}

/** Ends a mandate: on a last day, or at once (null). */
export async function endMandate(
  actor: Actor,
  input: { id: string; until: Day | null },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async ({ tx, today, tell }) => {
    refuseIf(whyNotAct(actor, "mandate.save"));
    refuseIf(whyNotWholeEmployer(actor));
    const { employerId } = actor;
    await tx.$queryRaw`SELECT 1 FROM mandate WHERE employer_id = ${employerId}::uuid AND id = ${input.id}::uuid FOR UPDATE`;
    const held = await tx.mandate.findFirst({
      where: { employerId, id: input.id },
      select: { personId: true, kind: true, from: true, until: true },
    });
    if (!held) throw new Refusal(NOT_FOUND);
    const { from, until } = endOf(input.until, day(held.from), today);
    refuseIf(whyNotEndMandate({ from, until: day(held.until) }, until));
    await tx.mandate.updateMany({
      where: { employerId, id: input.id },
      data: { from: column(from), until: column(until) },
    });
    tell({ kind: "mandate.ended", subjectId: held.personId, detail: held.kind, day: until });
  });
}
