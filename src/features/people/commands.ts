import { whyNotAct } from "@/domain/access";
import { type Actor, reaches } from "@/domain/actor";
import { addDays, column, type Day, day } from "@/domain/day";
import { whyNotEmployeeNumber, whyNotEndRole } from "@/domain/person";
import { MOVED_ON, NOT_FOUND, Refusal, refuseIf } from "@/domain/reason";
import { unitIsOpen } from "@/domain/unit";
import { type Work, write } from "@/server/db";
import { newId } from "@/server/id";
import type { Receipt } from "@/server/receipts";
import { peopleVisibleTo } from "@/server/scope";
import { lockEmployer } from "./lock-commands";
import { PERSON_BASE, personBase } from "./queries";
import { otherAdmins } from "./role-commands";

type Particulars = { title: string; email: string; employeeNumber: string; isProtected: boolean };
const columns = ({ title, email, employeeNumber, isProtected }: Particulars) => ({
  title: title || null,
  email: email || null,
  employeeNumber: employeeNumber || null,
  isProtected,
});

/** Refuses (notFound) a unit outside the administrator's reach, and one that is not open today. */
async function refuseClosedUnit({ tx, actor, today }: Work, admin: Actor, unitId: string): Promise<void> {
  const unit = await tx.unit.findFirst({
    where: { employerId: actor.employerId, id: unitId },
    select: { validFrom: true, validTo: true },
  });
  if (!unit || !reaches(admin, unitId)) throw new Refusal(NOT_FOUND);
  if (!unitIsOpen({ from: day(unit.validFrom), until: day(unit.validTo) }, today))
    throw new Refusal({ key: "people.rules.unitClosed", field: "unitId" });
}

/**
 * Adds a person, who is an employee of their unit from today. Refuses a personal identity number in place of the employee
 * number, and an employee number that another has. Gives the person's id.
 */
export async function addPerson(
  actor: Actor,
  input: Particulars & { givenName: string; familyName: string; unitId: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<string> {
  return write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "person.save"));
    refuseIf(whyNotEmployeeNumber(input.employeeNumber));
    await refuseClosedUnit(w, actor, input.unitId);
    const { tx, today, tell } = w;
    const { employerId } = actor;
    const { givenName, familyName, unitId } = input;
    const id = newId(now.getTime());
    await tx.person.createMany({
      data: [{ employerId, id, unitId, givenName, familyName, ...columns(input) }],
    });
    await tx.roleAssignment.createMany({
      data: [
        { employerId, id: newId(now.getTime()), personId: id, role: "employee", unitId, from: column(today) },
      ],
    });
    tell({ kind: "person.saved", subjectId: id, detail: "added" });
    tell({ kind: "role.given", subjectId: id, detail: "employee", day: today });
    return id;
  });
}

type Change = Particulars & {
  id: string;
  givenName: string;
  familyName: string;
  unitId: string | null;
  base?: string;
};

/**
 * Changes a person's particulars; what is left empty of name and unit is kept, because a protected person's are not
 * shown. With the unit the role as employee moves along. Refuses a form that was opened before someone else saved.
 */
export async function changePerson(
  actor: Actor,
  input: Change,
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "person.save"));
    refuseIf(whyNotEmployeeNumber(input.employeeNumber));
    const { tx, today, tell } = w;
    const { employerId } = actor;
    await lockEmployer(w);
    const before = await tx.person.findFirst({
      where: { AND: [peopleVisibleTo(actor), { employerId, id: input.id }] },
      select: PERSON_BASE,
    });
    if (!before) throw new Refusal(NOT_FOUND);
    if (input.base && input.base !== personBase(before)) throw new Refusal(MOVED_ON);
    const unitId = input.unitId ?? before.unitId;
    const moves = unitId !== before.unitId;
    if (moves) await refuseClosedUnit(w, actor, unitId);
    await tx.person.updateMany({
      where: { employerId, id: input.id },
      data: {
        ...columns(input),
        ...kept(input, before),
        givenName: input.givenName || before.givenName,
        familyName: input.familyName || before.familyName,
        unitId,
      },
    });
    if (moves)
      await tx.roleAssignment.updateMany({
        where: {
          employerId,
          personId: input.id,
          role: "employee",
          unitId: before.unitId,
          OR: [{ until: null }, { until: { gte: column(today) } }],
        },
        data: { unitId },
      });
    tell({ kind: "person.saved", subjectId: input.id, detail: moves ? "moved" : "changed" });
  });
}

/** Title and e-mail are not shown for a protected person, so an empty field means that they were not touched. */
function kept(
  input: Change,
  before: { isProtected: boolean; title: string | null; email: string | null },
): { title?: string | null; email?: string | null } {
  if (!before.isProtected) return {};
  return { title: input.title || before.title, email: input.email || before.email };
}

/**
 * Records a person's last day: from the day after they are let in no more, and every role and mandate ends with it.
 * Refuses the last administrator of the whole employer.
 */
export async function personLeaves(
  actor: Actor,
  input: { id: string; lastDay: Day },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async (w) => {
    refuseIf(whyNotAct(actor, "person.save"));
    const { tx, tell } = w;
    const { employerId } = actor;
    await lockEmployer(w);
    const person = await tx.person.findFirst({
      where: { AND: [peopleVisibleTo(actor), { employerId, id: input.id }] },
      select: { id: true },
    });
    if (!person) throw new Refusal(NOT_FOUND);
    const last = column(input.lastDay);
    const goesOn = { employerId, personId: input.id, OR: [{ until: null }, { until: { gt: last } }] };
    const roles = await tx.roleAssignment.findMany({
      where: goesOn,
      select: { id: true, role: true, from: true, unit: { select: { parentId: true } } },
    });
    if (roles.some((held) => held.role === "admin" && held.unit.parentId === null)) {
      const others = await otherAdmins(w, input.lastDay, { personId: input.id });
      refuseIf(
        whyNotEndRole(
          { role: "admin", wholeEmployer: true, from: "0001-01-01", until: null },
          input.lastDay,
          others,
        ),
      );
    }
    await tx.person.updateMany({
      where: { employerId, id: input.id },
      data: { leftOn: column(addDays(input.lastDay, 1)) },
    });
    // What would have begun later ends before it begins: both ends count, so its only day is the last one.
    const later = { where: { ...goesOn, from: { gt: last } }, data: { from: last, until: last } };
    await tx.roleAssignment.updateMany(later);
    await tx.mandate.updateMany(later);
    await tx.roleAssignment.updateMany({ where: goesOn, data: { until: last } });
    await tx.mandate.updateMany({ where: goesOn, data: { until: last } });
    tell({ kind: "person.saved", subjectId: input.id, detail: "left", day: input.lastDay });
    for (const { role } of roles)
      tell({ kind: "role.ended", subjectId: input.id, detail: role, day: input.lastDay });
  });
}

/** Ties a person to an account of the identity provider, so that they can sign in. Refuses a taken account. */
export async function linkIdentity(
  actor: Actor,
  input: { personId: string; issuer: string; subject: string },
  now: Date,
  receipt: Receipt | null = null,
): Promise<void> {
  await write(actor, now, receipt, async ({ tx, tell }) => {
    refuseIf(whyNotAct(actor, "person.save"));
    const { employerId } = actor;
    const { personId, issuer, subject } = input;
    const person = await tx.person.findFirst({
      where: { AND: [peopleVisibleTo(actor), { employerId, id: personId }] },
      select: { id: true },
    });
    if (!person) throw new Refusal(NOT_FOUND);
    await tx.identity.createMany({
      data: [{ employerId, id: newId(now.getTime()), personId, issuer, subject }],
    });
    tell({ kind: "person.saved", subjectId: personId, detail: "identity" });
  });
}
