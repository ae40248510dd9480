import type { Same } from "../same";
import type { approvals as sv } from "../sv/approvals";

export const approvals: Same<typeof sv> = {
  title: "Decision",
  outcomes: {
    approved: "Approved",
    partlyApproved: "Approved in part",
    declined: "Declined",
    deferred: "Deferred",
  },
  positions: {
    inFavour: "In favour",
    against: "Against",
    steppedOut: "Stepped out",
  },
  panel: {
    notYet: "The decision is made when the consultation is concluded.",
    by: "Decided by {names}.",
    byNobody: "Nobody holds a mandate for so large an amount today. Ask the administrator to enter one.",
    byGroup: "Decided by the joint group at its meeting.",
    hinders:
      "{count, plural, one {One thing hinders} =2 {Two things hinder} =3 {Three things hinder} =4 {Four things hinder} other {# things hinder}}",
    done: "Done",
    enough: "The money is there: {amount} of {available}",
    unionsDone: "All unions are done and the minutes are approved",
    groupMeets: "The case is on the group's meeting",
    impartial: "You hold the mandate and are no party to the case",
    someone: "An employee",
    decided:
      "{position, select, steppedOut {{name} stepped out, {day}.} against {{name} was against, {day}} other {{name}, {day}}}{position, select, steppedOut {} other {{paragraph, select, none {} other {, under {paragraph}}}{behalf, select, none {.} other {, for {behalf}.}}}}",
  },
  form: {
    approve: "Approve and reserve {amount}",
    approveLabel: "Approve",
    decline: "Decline",
    declineSubmit: "Decline the case",
    reason: "Why is it a no?",
    reasonHint: "The applicant will read it. Write so that it can be understood.",
    needReason: "Write why it is a no.",
    nextStep: "What can they do instead?",
    nextStepHint: "For example pay it from their own budget, or come back with another proposal.",
    needNextStep: "Write what they can do instead.",
    group: "Record the group's decision",
    groupSubmit: "Save the group's decision",
    groupReason: "Reason",
    groupReasonHint: "Needed when the group declines or defers. The applicant will read it.",
    groupNextStepHint: "Only when the group declines.",
    outcome: "What did the group decide?",
    outcomeApproved: "Approved, {amount}",
    needOutcome: "Choose what the group decided.",
    amount: "Amount that the group gave",
    member: "{name}, {side, select, employer {the employer} other {the unions}}",
    conflict: "Is a party to the case and takes no part in the decision.",
    whySteppedOut: "Why did they step out?",
    absent: "Was not at the meeting",
    needPosition: "Choose an answer for every member.",
  },
  gate: {
    noUnions:
      "There is no union to hear for the unit. Without consultation the money may not be used. Ask the administrator to enter the unions.",
    notConsulted: "The case has not been consulted on. Ask the coordinator to take it up at a meeting.",
    notAsked: "{union} has not been asked. Ask the coordinator to put the case on a meeting with {union}.",
    olderVersion:
      "{union} has answered an older version. Ask the coordinator to take the case up at another meeting.",
    notCalled: "{union} has not been called to the meeting on {day}. Ask the coordinator to call it.",
    notAnswered: "{union} has not answered. {known, select, yes {Ask {rep}.} other {Ask the coordinator.}}",
    willReturn:
      "{union} will return by {day}. {known, select, yes {Ask {rep}.} other {Ask the coordinator.}}",
    negotiating:
      "{union} has requested a negotiation. The coordinator concludes it when it is over. {known, select, yes {Ask {rep}.} other {}}",
    centralOpen:
      "{union} has requested a central negotiation. Wait until it is concluded. Ask the coordinator.",
    noMinutes: "The meeting on {day} has no minutes. Ask the coordinator to write them.",
    minutesNotApproved:
      "The minutes of the meeting on {day} are not approved. Ask a union representative who was there to approve them.",
    timeForCentral:
      "{union} disagrees and may request a central negotiation until {day}. {known, select, yes {Ask {rep}.} other {Ask the coordinator.}}",
    noPartyAgreement:
      "{union} disagrees, and the agreement requires the parties to agree. Ask the coordinator to change the proposal and ask again.",
    notOnMeeting: "The case is not on the group's meeting. Ask the coordinator to put it on one.",
    meetingAhead: "The group meets on {day}. The decision is recorded when the meeting has been held.",
  },
  whyNot: {
    overLimit:
      "Your mandate reaches SEK {limit, number}, and the case is about SEK {amount, number}. Ask someone with a higher limit to decide.",
    spokeForUnion:
      "You have answered for a union on the case and cannot decide on it. Someone else with a mandate takes over.",
    mustStepOut: "{name} is a party to the case and must step out. Choose Stepped out and write why.",
    stepOutReason: "Write why {name} stepped out.",
    reasonMissing: "Write the reason. The applicant will read it.",
    sideMissing:
      "{side, select, employer {Nobody of the employer} other {Nobody of the unions}} took part in the decision. Defer the case to another meeting.",
    notUnanimous:
      "{name} is against. The group grants money only when everybody who takes part is in favour. Decline or defer.",
    notLess:
      "Write an amount below the SEK {asked, number} asked for. Choose Approved if all of it is granted.",
    notUpForDecision:
      "The case does not lie for decision. Open the case and see where it is, or ask the coordinator.",
    nothingAsked: "The case asks for no money. Ask the coordinator to fill in the costs.",
    groupDecides: "The joint group decides the case. The coordinator records the decision after the meeting.",
    employerDecides:
      "The employer decides the case, not a group. Ask the one who holds the mandate to decide.",
    amountMoved:
      "The amount has changed to SEK {amount, number} since you opened the page. Read the case again and then decide.",
    notMember: "Someone you chose is not in the group today. Reload the page, or ask the administrator.",
    incomplete: "The initiative has no provider. Ask the coordinator to fill in the case first.",
    unitLeft: "{unit} has not endorsed the case as it stands now. Ask the unit's manager to endorse again.",
  },
};
