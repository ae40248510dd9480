/** Everything that history can tell, noun first. The sentence of each lies in messages `events`. */
export const EVENT_KINDS = [
  "idea.submitted", "idea.endorsed", "idea.returned", "idea.takenUp", "idea.converted", "idea.declined", "idea.parked", "idea.resumed", "idea.reopened",
  "preRegistration.created", "preRegistration.changed", "preRegistration.submitted", "preRegistration.endorsed", "preRegistration.fullyEndorsed",
  "preRegistration.returned", "preRegistration.prepared", "preRegistration.ranked", "preRegistration.sentToConsultation", "preRegistration.versionFrozen",
  "preRegistration.approved", "preRegistration.partlyApproved", "preRegistration.declined", "preRegistration.deferred", "preRegistration.converted", "preRegistration.parked",
  "preRegistration.resumed", "preRegistration.withdrawn", "preRegistration.expired",
  "consultation.planned", "consultation.called", "consultation.minutesRecorded", "consultation.minutesApproved",
  "statement.given", "voice.concluded", "voice.askedAgain", "voice.centralRequested", "voice.centralConcluded",
  "filing.sent", "filing.granted", "filing.returned", "filing.rejected",
  "initiative.planned", "initiative.scheduled", "initiative.started", "initiative.counted", "initiative.completed", "initiative.settled", "initiative.cancelled", "initiative.notCarriedOut", "initiative.ownerChanged",
  "requisition.created", "requisition.evidenceComplete", "requisition.sent", "requisition.returned", "requisition.partlyRejected", "requisition.paid", "requisition.reconciled",
  "fund.opened", "fund.stateMoved", "fund.provided", "fund.adjusted", "fund.transferred", "fund.reverted", "fund.entryReversed",
  "agreement.changed", "unit.saved", "person.saved", "role.given", "role.ended", "mandate.given", "mandate.ended", "substitute.named", "union.saved", "employer.changed",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];
