import type { Same } from "../same";
import type { events as sv } from "../sv/events";

export const events: Same<typeof sv> = {
  title: "What has happened",
  empty: "Nothing has happened yet. Each step is told here as soon as it is taken.",
  who: {
    withRole: "{name} ({role})",
    onBehalf: "{name} ({role}, for {other})",
    hidden: "An employee",
    hiddenWithRole:
      "{role, select, manager {A manager} coordinator {The coordinator} unionRep {A union representative} hr {HR} admin {The administrator} other {An employee}}",
    you: "You",
    youOnBehalf: "You (for {other})",
    portal: "The portal",
    someone: "an employee",
  },
  roles: {
    manager: "manager",
    coordinator: "coordinator",
    unionRep: "union representative",
    hr: "HR and finance",
    admin: "administrator",
  },
  idea: {
    submitted:
      "{who} handed in the idea{detail, select, withManager { to the manager} alone { straight to the coordinator} other {}}.",
    endorsed:
      "{who} endorsed the idea{amount, select, none {} other { and expects the unit to pay {amount} itself}}.",
    returned: "{who} returned the idea with what is missing.",
    takenUp: "{who} opened the dialogue about the idea.",
    converted:
      "{who} made the idea part of {scheme, select, lom {an application} other {a pre-registration}}.",
    declined: "{who} said no to the idea and gave a next step.",
    parked: "{who} put the idea aside for now.",
    resumed: "{who} took the idea up again.",
    reopened:
      "The idea is open for dialogue again, because the {scheme, select, lom {application} other {pre-registration}} came to nothing.",
  },
  preRegistration: {
    created: "{who} began the {scheme, select, lom {application} other {pre-registration}}.",
    changed:
      "{who} changed {detail, select, need {the need} initiative {the initiative} beyondOrdinary {why it goes beyond the ordinary} groups {the participants} provider {the provider} period {the period} owner {the owner} area {the area} costs {the costs} units {the units} risk {the risks} other {the {scheme, select, lom {application} other {pre-registration}}}}{amount, select, none {} other {. The amount is now {amount}}}.",
    submitted:
      "{who} sent the {scheme, select, lom {application} other {pre-registration}} to the managers concerned.",
    endorsed:
      "{who} endorsed {unit, select, none {for their unit} other {for {unit}}}{amount, select, none {} other {, {amount}}}.",
    fullyEndorsed: "All units concerned have endorsed.",
    returned:
      "{who} returned the {scheme, select, lom {application} other {pre-registration}} with what is missing.",
    prepared:
      "{who} made the {scheme, select, lom {application} other {pre-registration}} ready for consultation.",
    ranked: "{who} set {detail, select, none {a new place} other {place {detail}}} in the order of priority.",
    sentToConsultation:
      "{who} sent the {scheme, select, lom {application} other {pre-registration}} to consultation{detail, select, again { again} other {}}.",
    versionFrozen:
      "{detail, select, none {A new version} other {Version {detail}}} of the material is frozen for the unions.",
    approved:
      "{detail, select, jointGroup {The group decided yes{amount, select, none {} other { to {amount}}}. {who} entered the decision.} other {{who} decided yes{amount, select, none {} other { to {amount}}}.}}",
    partlyApproved:
      "{detail, select, jointGroup {The group decided yes to a part{amount, select, none {} other {, {amount}}}. {who} entered the decision.} other {{who} decided yes to a part{amount, select, none {} other {, {amount}}}.}}",
    declined:
      "{detail, select, jointGroup {The group decided no. {who} entered the decision.} other {{who} decided no.}}",
    deferred:
      "{detail, select, jointGroup {The group put off the decision to a later meeting. {who} entered it.} other {{who} put off the decision to a later meeting.}}",
    converted:
      "The {scheme, select, lom {application} other {pre-registration}} is closed. What came of it are its initiatives.",
    movedOver:
      "{who} moved the {scheme, select, lom {application} other {pre-registration}} to the agreement in force now{detail, select, tloKl2017 {, TLO-KL 2017} komKr2020 {, KOM-KR 2020} komKr2021 {, KOM-KR 2021} komKr2022 {, KOM-KR from October 2022} other {}}.",
    parked: "{who} put the {scheme, select, lom {application} other {pre-registration}} aside for now.",
    resumed: "{who} took the {scheme, select, lom {application} other {pre-registration}} up again.",
    withdrawn: "{who} withdrew the {scheme, select, lom {application} other {pre-registration}}.",
    expired:
      "Time ran out for the money that the {scheme, select, lom {application} other {pre-registration}} counted on.",
  },
  consultation: {
    planned: "{who} planned the consultation{day, select, none {} other { on {day}}}.",
    called: "{who} called to the consultation{day, select, none {} other { on {day}}}.",
    minutesRecorded: "{who} recorded the minutes.",
    minutesApproved: "{who} approved the minutes.",
  },
  statement: {
    given:
      "{who} gave a statement{union, select, none {} other { for {union}}}: {detail, select, noObjection {no objection} remarks {remarks} willReturn {will return{day, select, none {} other { on {day}}}} disagrees {disagrees} requestsNegotiation {requests negotiation} other {see the text}}.",
  },
  voice: {
    concluded:
      "The consultation is concluded{union, select, none {} other { with {union}}}{detail, select, noStatement { without a statement. Silence is not a yes} requestsNegotiation { after a local negotiation without agreement} other {}}.",
    askedAgain:
      "{union, select, none {The union} other {{union}}} is asked again, because the material has changed.",
    centralRequested: "{who} requested central negotiation{union, select, none {} other { for {union}}}.",
    centralConcluded: "The central negotiation is concluded{union, select, none {} other { with {union}}}.",
  },
  filing: {
    sent: "{who} sent the filing to the national fund{amount, select, none {} other {, {amount}}}.",
    granted:
      "The national fund said yes{amount, select, none {} other { to {amount}}}{day, select, none {} other { on {day}}}. {who} recorded the answer.",
    returned:
      "The national fund returned the filing{day, select, none {} other { on {day}}}. {who} recorded the answer.",
    rejected: "The national fund said no{day, select, none {} other { on {day}}}. {who} recorded the answer.",
  },
  initiative: {
    planned: "{who} planned the initiative{amount, select, none {} other {, {amount}}}.",
    scheduled: "The initiative has an owner and can begin.",
    started: "{who} started the initiative.",
    counted: "{who} counted the participants{detail, select, none {} other {: {detail}}}.",
    completed: "{who} completed the initiative{day, select, none {} other { on {day}}}.",
    settled: "The initiative is settled.",
    cancelled: "{who} cancelled the initiative{amount, select, none {} other {. {amount} is free again}}.",
    notCarriedOut:
      "{who} recorded that the initiative was not carried out{amount, select, none {} other {. {amount} is free again}}.",
    ownerChanged: "{who} changed the owner of the initiative{person, select, none {} other { to {person}}}.",
  },
  requisition: {
    created: "{who} began the requisition{amount, select, none {} other {, {amount}}}.",
    evidenceComplete: "{who} completed the evidence.",
    sent: "{who} sent the requisition{amount, select, none {} other {, {amount}}}.",
    returned: "The requisition came back. {who} recorded the answer.",
    partlyRejected: "Part of the requisition was refused. {who} recorded the answer.",
    paid: "{who} recorded the payment{amount, select, none {} other {, {amount}}}{day, select, none {} other { on {day}}}.",
    reconciled: "{who} reconciled the payment{amount, select, none {} other {, {amount}}}.",
    calledOff:
      "The national fund called off what it delivered{amount, select, none {} other {, {amount}}}. {who} confirmed it.",
  },
  fund: {
    opened: "{who} set up the fund{day, select, none {} other {. Its last day is {day}}}.",
    potAdded: "{who} gave {unit, select, none {a unit} other {{unit}}} its own share of the fund.",
    stateMoved:
      "{detail, select, open {The fund is open} closing {The last day to reserve has passed} drawOnly {Only claims can be made now} closed {The fund is closed} other {The fund moved to its next step}}.",
    provided:
      "{who} provided {amount, select, none {money} other {{amount}}}{detail, select, payrollRate {, a share of payroll} nationalShare {, your part of the national sum} openingBalance { as the opening balance} other {}}.",
    adjusted:
      "{who} {detail, select, in {raised} out {lowered} other {adjusted}} the frame{amount, select, none {} other { by {amount}}}.",
    transferred:
      "{who} transferred {amount, select, none {money} other {{amount}}} to {detail, select, rollOver {the next year} other {another part}}.",
    distributed: "{who} shared {amount, select, none {money} other {{amount}}} between the units.",
    reverted: "{amount, select, none {Money} other {{amount}}} went back to the national fund.",
    entryReversed: "{who} reversed an entry{amount, select, none {} other { of {amount}}}.",
  },
  provisionRate: {
    saved: "{who} changed the rates for provisions.",
  },
  agreement: {
    changed: "{who} changed the local agreement.",
  },
  unit: {
    saved:
      "{who} {detail, select, added {added the unit{day, select, none {} other { from {day}}}} moved {moved the unit} ended {ended the unit{day, select, none {} other { on {day}}}} other {changed the unit}}.",
  },
  person: {
    saved:
      "{who} {detail, select, added {added the person} moved {moved the person to another unit} left {recorded a last day{day, select, none {} other {, {day}}}} identity {tied a sign-in to the person} other {changed the person}}.",
  },
  role: {
    given:
      "{who} gave a role{detail, select, employee {: employee} manager {: manager} coordinator {: coordinator} unionRep {: union representative} hr {: HR and finance} admin {: administrator} other {}}.",
    ended:
      "{who} ended a role{detail, select, employee {: employee} manager {: manager} coordinator {: coordinator} unionRep {: union representative} hr {: HR and finance} admin {: administrator} other {}}.",
  },
  mandate: {
    given:
      "{who} gave a mandate{detail, select, authorisedSender {: authorised sender} decisionMaker {: decision maker} jointGroupMember {: member of the joint group} safetyRep {: safety representative} other {}}.",
    ended:
      "{who} ended a mandate{detail, select, authorisedSender {: authorised sender} decisionMaker {: decision maker} jointGroupMember {: member of the joint group} safetyRep {: safety representative} other {}}.",
  },
  substitute: {
    named:
      "{who} named a substitute{person, select, none {} other {, {person}}}{day, select, none {} other {, until {day}}}.",
    ended: "{who} ended a substitute's time{person, select, none {} other {, {person}}}.",
  },
  union: {
    saved:
      "{who} {detail, select, added {added the union} toHear {recorded that the union is to be heard{day, select, none {} other { from {day}}}} notHeard {recorded that the union is no longer heard{day, select, none {} other { after {day}}}} other {changed the union}}.",
  },
  employer: {
    changed:
      "{who} changed {detail, select, claimMapping {which roles the sign-in gives} other {the employer's settings}}.",
  },
  coding: {
    saved:
      "{who} {detail, select, added {added a segment{day, select, none {} other { from {day}}}} ended {ended a segment{day, select, none {} other { on {day}}}} municipal {set up the common segments of municipalities{day, select, none {} other { from {day}}}} other {changed a segment{day, select, none {} other { from {day}}}}}.",
    corrected: "{who} corrected the account coding of a cost line.",
  },
  reconciliation: {
    imported: "{who} took in a file from the accounting system.",
    explained: "{who} wrote the cause of a difference from the accounting system.",
    closed:
      "{who} reconciled the month with the accounting system{amount, select, none {} other {, {amount}}}.",
  },
};
