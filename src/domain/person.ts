import type { MandateKind, Role } from "./actor";
import { type Day, isDay } from "./day";
import type { Reason } from "./reason";

const NUMBER = /(?<!\d)(19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?!\d)/g;

/**
 * Whether a text holds a Swedish personal identity number or a coordination number (the day plus 60): ten or twelve
 * digits, with or without a hyphen, whose date exists and whose last digit is right by Luhn's rule. [8.2: none anywhere]
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  return [...plain.matchAll(NUMBER)].some(
    ([, century = "", year = "", month = "", date = "", last = ""]) =>
      (century ? [century] : ["19", "20"]).some((first) => isBirthday(`${first}${year}`, month, date)) &&
      passesLuhn(`${year}${month}${date}${last}`),
  );
}

function isBirthday(year: string, month: string, date: string): boolean {
  const day = Number(date);
  // A coordination number may lack the day, or day and month: 60, and month 00.
  if (day === 60) return Number(month) <= 12;
  const plain = day > 60 ? day - 60 : day;
  return isDay(`${year}-${month}-${String(plain).padStart(2, "0")}`);
}

function passesLuhn(tenDigits: string): boolean {
  let sum = 0;
  for (const [nth, digit] of [...tenDigits].entries()) {
    const value = Number(digit) * (nth % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Why a text cannot be an employee number: it is a personal identity number, which is kept nowhere. */
export function whyNotEmployeeNumber(text: string): Reason | null {
  return holdsPersonalNumber(text) ? { key: "people.rules.personalNumber", field: "employeeNumber" } : null;
}

/** A person's name as it may be shown; null when their data are protected. */
export function shownName(person: {
  givenName: string;
  familyName: string;
  isProtected: boolean;
}): string | null {
  return person.isProtected ? null : `${person.givenName} ${person.familyName}`.trim();
}

type Period = { from: Day; until: Day | null };

const isBackwards = ({ from, until }: Period) => until !== null && until < from;

/** Whether two periods share a day; both ends count. */
export function overlaps(a: Period, b: Period): boolean {
  return (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);
}

/** Why a role cannot be given like this: a union representative has a union, nobody else does, and the period is a period. */
export function whyNotGiveRole(
  role: { role: Role; unitId: string; unionId: string | null } & Period,
  held: readonly ({ role: Role; unitId: string; unionId: string | null } & Period)[],
): Reason | null {
  if (role.role === "unionRep" && role.unionId === null)
    return { key: "people.rules.unionMissing", field: "unionId" };
  if (role.role !== "unionRep" && role.unionId !== null)
    return { key: "people.rules.unionNotHere", field: "unionId" };
  if (isBackwards(role)) return { key: "refusals.endBeforeStart", field: "until" };
  const twin = held.some(
    (it) =>
      it.role === role.role && it.unitId === role.unitId && it.unionId === role.unionId && overlaps(it, role),
  );
  return twin ? { key: "people.rules.roleHeld", field: "role" } : null;
}

/**
 * Why a role cannot end on a day. The last administrator of the whole employer stays: otherwise nobody would be left who
 * can give anyone a role. `othersAfter`: such administrators in force after that day, this one not counted.
 */
export function whyNotEndRole(
  role: { role: Role; wholeEmployer: boolean; from: Day; until: Day | null },
  until: Day,
  othersAfter: number,
): Reason | null {
  if (until < role.from) return { key: "refusals.endBeforeStart", field: "until" };
  if (role.until !== null && role.until <= until)
    return { key: "people.rules.endsAlready", values: { day: role.until }, field: "until" };
  if (role.role === "admin" && role.wholeEmployer && othersAfter === 0)
    return { key: "people.rules.lastAdmin" };
  return null;
}

/**
 * Why a mandate cannot be given like this. A decision maker decides under a paragraph of the delegation order; an amount
 * limit belongs to deciding alone; a side belongs to a member of the joint group. [S O1, I]
 */
export function whyNotGiveMandate(
  mandate: {
    kind: MandateKind;
    paragraph: string | null;
    amountLimit: bigint | null;
    side: "employer" | "union" | null;
  } & Period,
): Reason | null {
  if (isBackwards(mandate)) return { key: "refusals.endBeforeStart", field: "until" };
  if (mandate.kind === "decisionMaker" && !mandate.paragraph)
    return { key: "people.rules.paragraphMissing", field: "paragraph" };
  if (mandate.kind !== "decisionMaker" && mandate.amountLimit !== null)
    return { key: "people.rules.limitNotHere", field: "amountLimit" };
  if (mandate.kind === "jointGroupMember" && mandate.side === null)
    return { key: "people.rules.sideMissing", field: "side" };
  if (mandate.kind !== "jointGroupMember" && mandate.side !== null)
    return { key: "people.rules.sideNotHere", field: "side" };
  return null;
}

/** Why a mandate cannot end on a day. */
export function whyNotEndMandate(mandate: Period, until: Day): Reason | null {
  if (until < mandate.from) return { key: "refusals.endBeforeStart", field: "until" };
  return mandate.until !== null && mandate.until <= until
    ? { key: "people.rules.endsAlready", values: { day: mandate.until }, field: "until" }
    : null;
}

/**
 * Why a person cannot be someone's substitute in a period: it is the same person, the period is past or backwards, there
 * is a substitute for some of it already, or the colleague has left or is away then.
 */
export function whyNotNameSubstitute(
  wish: { personId: string; substituteId: string; from: Day; until: Day },
  today: Day,
  facts: { own: readonly Period[]; colleagueAway: readonly Period[]; colleagueLeftOn: Day | null },
): Reason | null {
  if (wish.substituteId === wish.personId)
    return { key: "people.rules.substituteSelf", field: "substituteId" };
  if (wish.until < wish.from) return { key: "refusals.endBeforeStart", field: "until" };
  if (wish.until < today) return { key: "people.rules.periodPast", field: "until" };
  const taken = facts.own.find((period) => overlaps(period, wish));
  if (taken)
    return {
      key: "people.rules.substituteTaken",
      values: { from: taken.from, until: taken.until ?? "" },
      field: "from",
    };
  if (facts.colleagueLeftOn !== null && facts.colleagueLeftOn <= wish.until)
    return { key: "people.rules.colleagueLeft", field: "substituteId" };
  if (facts.colleagueAway.some((period) => overlaps(period, wish)))
    return { key: "people.rules.colleagueAway", field: "substituteId" };
  return null;
}
