import type { Day } from "./day";

export const ROLES = ["employee", "manager", "coordinator", "unionRep", "hr", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const MANDATES = ["authorisedSender", "decisionMaker", "jointGroupMember", "safetyRep"] as const;
export type MandateKind = (typeof MANDATES)[number];

/** A mandate in force today, with its limits. */
export type Mandate = {
  id: string;
  kind: MandateKind;
  paragraph: string | null;
  /** Öre; null: no limit. */
  amountLimit: bigint | null;
  side: "employer" | "union" | null;
  until: Day | null;
};

/** Whoever does something: a person in the role chosen now, or a job (no person, no role). */
export type Doer = {
  employerId: string;
  personId: string | null;
  role: Role | null;
  /** The person whose substitute acts. */
  onBehalfOf: string | null;
};

/** A signed-in person in one acting role. Sight and acts follow that role alone. */
export type Actor = Doer & {
  personId: string;
  role: Role;
  /** The units of the acting role's subtree; "all" when it is the whole employer. */
  units: "all" | readonly string[];
  /** For unionRep: the union whose mandate it is. */
  unionId: string | null;
  mandates: readonly Mandate[];
};

/** Whether the acting role reaches a unit. */
export function reaches(actor: Pick<Actor, "units">, unitId: string): boolean {
  return actor.units === "all" || actor.units.includes(unitId);
}

/** A job acts for an employer, never as a person. */
export function jobActor(employerId: string): Doer {
  return { employerId, personId: null, role: null, onBehalfOf: null };
}
