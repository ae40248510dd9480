import type { Same } from "../same";
import type { agreements as sv } from "../sv/agreements";

export const agreements: Same<typeof sv> = {
  title: "Agreements",
  sentence: {
    follows: "You follow {version}.",
    lom: "{state, select, none {There is no local agreement, so nothing can be applied for.} preparing {The local agreement is being prepared.} negotiating {The local agreement is not in place yet.} inForce {The local agreement is in force{until, select, none {} other { until {until}}}.} reviewDue {The local agreement expires on {until} and needs a joint review.} other {The local agreement has expired.}}",
    noVersion: "No agreement is in force today.",
  },
  versions: {
    now: "in force now",
    over: "no longer in force",
    inForce: "In force from {from}{until, select, none { until further notice} other { until {until}}}.",
    label: "The versions of the agreement",
    listFinding: "{count, plural, one {The agreement has one version} other {The agreement has # versions}}",
    listText:
      "A case follows the version in force when it is submitted. A draft follows the one in force today.",
    name: "Version",
    period: "In force",
    differs: "Changed from the one before",
    first: "The first version",
    changeCount: "{count, plural, =0 {Nothing} one {One thing} other {# things}}",
    stepsFinding: "{count} steps from idea to reconciled money",
    paysFinding:
      "{count, plural, one {The money may pay one kind of cost} other {The money may pay # kinds of cost}}",
    rulesFinding: "The parties, the provider and the plan",
    daysFinding:
      "{reverts, select, yes {Four days decide when the money is lost} other {The money is lost on no day}}",
    periodsLabel: "Known periods",
    periodsFinding: "{count, plural, one {One period of money} other {# periods of money}}",
    periodsText: "Where a day is missing the employer writes it when the fund is opened.",
    periodsSum: "New money in the whole country",
    unknown: "Not known",
    sourcesFinding: "This page rests on",
    sourcesText: "This is a summary. The agreement's own text is what counts.",
  },
  changes: {
    finding:
      "{count, plural, =0 {Nothing changed} one {One thing changed} other {# things changed}} from {before}",
    label: "What changed",
    what: "What",
    before: "Before",
    now: "Now",
    newHere: "New: {what}",
    goneHere: "Removed: {what}",
  },
  steps: {
    sendPlan: "The employer and the unions make an action plan, which is sent to the national fund.",
    idea: "An employee or a manager hands in an idea.",
    endorse: "The managers of the units concerned endorse it.",
    consult: "The unions are heard, and the minutes say so.",
    agree: "The parties agree on initiatives, people and provider.",
    decideHere: "The employer or a joint group decides. The money is reserved and granted at once.",
    decide: "The employer decides and reserves the money.",
    filePreRegistration: "The pre-registration is filed with the national fund, which answers.",
    fileInitiative: "Each initiative is filed with the national fund, which answers with a number.",
    carryOut: "The initiative is carried out and its participants are counted.",
    requisition:
      "The employer requisitions the money with evidence, or the national fund draws what it delivered itself.",
    reimburse: "The unit asks for reimbursement within the agency, with evidence.",
    settle: "The payment is reconciled, and what was left over is released.",
  },
  parameters: {
    allotment: "Where the money comes from",
    sendsPlan: "The action plan",
    filesPreRegistration: "{scheme, select, lom {The application} other {The pre-registration}}",
    files: "The initiative",
    requiresPartyAgreement: "The unions",
    needsLocalAgreement: "Local agreement",
    providerCheck: "Check of the provider",
    excludedAreas: "Who is left out",
    areas: "Areas",
    costTypes: "The money may pay",
    securedBy: "What keeps the money",
    reverts: "What is not used",
    notPaid: "The money may not pay",
  },
  says: {
    allotment: {
      payrollShare: "A share of the national fund's money, by the employer's payroll.",
      ownProvision: "The agency sets aside a part of its own payroll each year.",
    },
    sendsPlan: {
      yes: "Is sent to the national fund.",
      no: "Is the employer's own and is sent to nobody.",
    },
    filesPreRegistration: {
      yes: "Is filed with the national fund and needs its yes before the initiatives are filed.",
      no: "Is the employer's own step. It is sent to nobody outside.",
    },
    files: {
      yes: "Is filed with the national fund, which answers with a number.",
      no: "Is decided within the agency. Nothing is sent to anyone outside.",
    },
    requiresPartyAgreement: {
      yes: "The parties must agree. While a disagreement stands, nothing can be decided.",
      no: "Consultation or negotiation must be finished and in the minutes. The parties need not agree.",
    },
    needsLocalAgreement: {
      yes: "Needed. Without one in force nothing can be applied for.",
      no: "Not needed.",
    },
    providerCheck: {
      always: "The national fund checks every provider.",
      onRequest: "The national fund checks the provider if the employer asks for it.",
      nobody: "Nobody outside the agency checks the provider.",
    },
    excludedAreas: {
      nobody: "No group is left out.",
      teachers: "teachers, until {day}",
    },
    securedBy: {
      preRegistration: "A granted pre-registration keeps the money past the last day to reserve.",
      initiative: "Only a granted initiative keeps the money past the last day to reserve.",
    },
    reverts: {
      yes: "Goes back to the national fund after the last day.",
      no: "Stays with the agency and can be rolled over to the next year.",
    },
  },
  dayNames: {
    applicationDay: "Last day for a complete application",
    reserveDay: "Last day to reserve",
    grantDay: "Last day for the national fund's decision",
    requisitionDay: "Last day to requisition",
  },
  days: {
    applicationDay:
      "What is filed by that day gets an answer. The money stays until the answer comes, even if that takes long.",
    reserveDay:
      "After that day nothing more can be reserved. What is not reserved goes back. {securedBy, select, preRegistration {What is reserved without a granted pre-registration goes back too.} other {What is reserved without a granted initiative goes back too.}}",
    grantDay:
      "The national fund's decision must be of that day or earlier. Then all that is not granted goes back. Only what waits for the national fund's answer stays.",
    requisitionDay:
      "Granted money without a sent requisition goes back after that day. If the requisition was sent in time it is paid as usual.",
    after: "After that",
    afterText:
      "From the first of these days on all that becomes free goes back at once, for example when an initiative costs less.",
    stays: "The agreement has no last days. What is left over follows to the next year's fund.",
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
