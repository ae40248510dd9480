import type { Actor, MandateKind, Role } from "./actor";
import type { Reason } from "./reason";

const EVERYONE: readonly Role[] = ["employee", "manager", "coordinator", "unionRep", "hr", "admin"];

type Right = { roles?: readonly Role[]; mandates?: readonly MandateKind[] };

/** Who may do what: the acting role or a mandate in force gives the right. Rules about the case itself come after. */
export const ACCESS = {
  "role.choose": { roles: EVERYONE },
  "locale.choose": { roles: EVERYONE },
  "draft.save": { roles: EVERYONE },
  "substitute.name": { roles: EVERYONE },

  "idea.save": { roles: ["employee", "manager"] },
  "idea.submit": { roles: ["employee", "manager"] },
  "idea.support": { roles: ["employee", "manager"] },
  "idea.endorse": { roles: ["manager"] },
  "idea.return": { roles: ["manager"] },
  "idea.takeUp": { roles: ["coordinator"] },
  "idea.decline": { roles: ["coordinator"] },
  "idea.park": { roles: ["coordinator"] },

  "preRegistration.prepare": { roles: ["coordinator"] },
  "preRegistration.submit": { roles: ["coordinator"] },
  "preRegistration.endorse": { roles: ["manager"] },
  "preRegistration.return": { roles: ["manager", "coordinator"] },
  "preRegistration.prioritise": { roles: ["coordinator"] },
  "preRegistration.park": { roles: ["coordinator"] },
  "preRegistration.withdraw": { roles: ["coordinator"] },

  "consultation.plan": { roles: ["coordinator"] },
  "consultation.call": { roles: ["coordinator"] },
  "consultation.recordMinutes": { roles: ["coordinator"] },
  "consultation.concludeSilent": { roles: ["coordinator"] },
  "consultation.concludeCentral": { roles: ["coordinator"] },
  "consultation.approveMinutes": { roles: ["unionRep"] },
  "consultation.requestCentral": { roles: ["unionRep"] },
  "statement.give": { roles: ["unionRep"] },

  "approval.decide": { mandates: ["decisionMaker"] },
  "approval.recordGroup": { roles: ["coordinator"] },

  "filing.prepare": { roles: ["coordinator"] },
  "filing.send": { mandates: ["authorisedSender"] },
  "filing.recordAnswer": { roles: ["coordinator"] },

  "initiative.plan": { roles: ["coordinator"] },
  "initiative.carryOut": { roles: ["employee", "manager", "coordinator"] },
  "initiative.cancel": { roles: ["coordinator"] },

  "requisition.prepare": { roles: ["coordinator", "hr"] },
  "requisition.send": { mandates: ["authorisedSender"] },
  "requisition.recordPayment": { roles: ["coordinator", "hr"] },
  "requisition.reconcile": { roles: ["hr"] },

  "fund.open": { roles: ["coordinator", "hr"] },
  "fund.provide": { roles: ["coordinator", "hr"] },
  "fund.transfer": { roles: ["coordinator", "hr"] },
  "fund.reverse": { roles: ["hr"] },
  "fund.distribute": { roles: ["coordinator", "hr"] },
  "provisionRate.save": { roles: ["hr", "admin"] },

  "coding.save": { roles: ["hr", "admin"] },
  "coding.correct": { roles: ["coordinator", "hr"] },

  "reconciliation.import": { roles: ["hr"] },
  "reconciliation.explain": { roles: ["hr"] },
  "reconciliation.closeMonth": { roles: ["hr"] },

  "alarm.handle": { roles: ["coordinator", "hr", "admin"] },

  "report.save": { roles: ["coordinator", "hr"] },

  "report.export": { roles: ["coordinator", "hr", "admin"] },

  "employer.settings": { roles: ["admin"] },
  "unit.save": { roles: ["admin"] },
  "person.save": { roles: ["admin"] },
  "role.save": { roles: ["admin"] },
  "mandate.save": { roles: ["admin"] },
  "union.save": { roles: ["admin"] },
  "agreement.save": { roles: ["admin"] },
} as const satisfies Record<string, Right>;

export type Act = keyof typeof ACCESS;

/** Why this person, in the acting role, may not do this at all; null when the right is there. */
export function whyNotAct(actor: Pick<Actor, "role" | "mandates">, act: Act): Reason | null {
  const right: Right = ACCESS[act];
  if (right.roles?.includes(actor.role)) return null;
  if (right.mandates?.some((kind) => actor.mandates.some((held) => held.kind === kind))) return null;
  return right.mandates ? { key: "refusals.noMandate" } : { key: "refusals.noRight" };
}

/** Which screens lie in the menu and open for a role; reading follows the scope of each noun. */
export const SEES = {
  ideas: EVERYONE,
  preRegistrations: ["employee", "manager", "coordinator", "unionRep", "hr"],
  consultations: ["coordinator", "unionRep"],
  initiatives: ["employee", "manager", "coordinator", "unionRep", "hr"],
  requisitions: ["coordinator", "hr"],
  funds: ["coordinator", "hr", "admin", "unionRep"],
  reports: ["coordinator", "hr"],
  reconciliation: ["hr"],
  codings: ["hr", "admin"],
  codingFaults: ["coordinator", "hr"],
  alarms: ["coordinator", "hr", "admin"],
  administration: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

/** Why a screen is not for the acting role; null when it is. */
export function whyNotSee(actor: Pick<Actor, "role">, screen: keyof typeof SEES): Reason | null {
  return (SEES[screen] as readonly Role[]).includes(actor.role) ? null : { key: "refusals.noSight" };
}
