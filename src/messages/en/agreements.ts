import type { Same } from "../same";
import type { agreements as sv } from "../sv/agreements";

export const agreements: Same<typeof sv> = {
  title: "Agreements",
  sentence: {
    tlo: "You follow {version}.",
    lom: "{state, select, none {There is no local agreement, so nothing can be applied for.} preparing {The local agreement is being prepared.} negotiating {The local agreement is not in place yet.} inForce {The local agreement is in force{until, select, none {} other { until {until}}}.} reviewDue {The local agreement expires on {until} and needs a joint review.} other {The local agreement has expired.}}",
    noVersion: "No agreement is in force today.",
  },
  versions: {
    now: "in force now",
    inForce: "In force from {from}{until, select, none { until further notice} other { until {until}}}.",
    steps: "The way of a case",
    stepsFiles:
      "The units endorse, the unions are heard, the employer decides and the initiative is filed with the national fund. The fund answers with a number. Afterwards the money is requisitioned.",
    stepsOwn:
      "The units endorse, the unions are heard, and the employer or a joint group decides. Nothing is sent to anyone outside. Afterwards the money is paid within the agency.",
    unions: "The unions",
    unionsAgree: "The parties must agree. While a disagreement stands, nothing can be decided.",
    unionsHeard:
      "Consultation or negotiation must be finished and in the minutes. The parties need not agree.",
    local: "Local agreement",
    localYes: "Needed. Without one in force nothing can be applied for.",
    localNo: "Not needed.",
    rest: "What is not used",
    restReverts: "Goes back to the national fund after the last day.",
    restStays: "Stays with the agency and can be rolled over to the next year.",
    pays: "The money may pay",
    paysNot: "The money may not pay",
  },
  local: {
    finding: "Local agreements",
    none: "No local agreement is recorded",
    noneText: "Add the agreement when its preparation begins, or directly when it is signed.",
    add: "Add an agreement",
    label: "The local agreements",
    state: "State",
    states: {
      none: "None",
      preparing: "Being prepared",
      negotiating: "Being negotiated",
      signed: "Signed, not in force yet",
      inForce: "In force",
      reviewDue: "Due for joint review",
      expired: "Expired",
    },
    period: "In force",
    noPeriod: "No days yet",
    rule: "Who decides",
    rules: {
      jointGroup: "Joint group",
      employer: "The employer",
    },
    review: "Joint review at the latest on {day}",
    change: "Change",
    changeAbout: "the agreement {period}",
    newTitle: "New local agreement",
    changeTitle: "Change the local agreement",
    newSentence: "Record how far the local agreement has come.",
    changeSentence: "An agreement only moves forward: preparing, negotiating, in force.",
    from: "First day",
    until: "Last day",
    untilHint:
      "Leave empty if the agreement holds until further notice. The joint review is due three months before.",
    ruleHints: {
      jointGroup: "Members from both sides decide at meetings.",
      employer: "A decision maker with a mandate decides after consultation.",
    },
    purpose: "What the money is to be used for",
    purposeHint: "The agreement's purpose in your own words. Everyone can read it.",
    optional: "optional",
    dayHint: "Year-month-day, for example 2026-12-31.",
    button: "Save the agreement",
    final: "The agreement has expired and is not changed.",
  },
  whyNot: {
    none: "There is no local agreement on transition funds. Without one, nothing can be applied for. The employer and the unions need to sign one. Ask HR how far they have come.",
    preparing:
      "The local agreement is being prepared. You can apply once it is in force. Ask HR when that will be.",
    negotiating:
      "The local agreement is being negotiated. You can apply once it is in force. Ask HR when that will be.",
    notYet: "The local agreement is signed but in force only from {day}. Wait until then, or ask HR.",
    expired:
      "The local agreement expired on {day}. Nothing can be applied for until a new one is in force. Ask HR how far they have come.",
  },
  rules: {
    expired: "The agreement has expired and cannot be changed. Add a new agreement instead.",
    noSuchStep:
      "An agreement moves forward: preparing, negotiating, in force. Choose a later step, or add a new agreement.",
    needsFirstDay: "Write the first day on which the agreement is in force.",
    overlaps: "Another local agreement is in force for part of that time. End it first, or change the days.",
    onlyLom: "Only state employers with LOM have local agreements on transition funds.",
  },
};
