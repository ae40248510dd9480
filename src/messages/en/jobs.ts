import type { Same } from "../same";
import type { jobs as sv } from "../sv/jobs";

export const jobs: Same<typeof sv> = {
  title: "Nightly jobs",
  sentence: {
    done: "All nightly jobs are done, last {when}.",
    late: "{days, plural, one {The nightly jobs are one day behind.} other {The nightly jobs are # days behind.}}",
    failing:
      "{count, plural, one {One nightly job has failed and is tried again.} other {# nightly jobs have failed and are tried again.}}",
    never: "The nightly jobs have never run.",
  },
  lead: "The nightly jobs move funds by their days, raise alarms and check that the money agrees.",
  toAlarms: "See the alarms",
  today: "today {time}",
  onDay: "{day} {time}",
  never: "never",
  inStep: "in step",
  behind: "{days, plural, one {one day behind} other {# days behind}}",
  finding: "How each job fares",
  table: {
    label: "Nightly jobs",
    task: "Job",
    last: "Last done",
    behind: "State",
  },
  tasks: {
    moveFunds: "Move funds by their days",
    raiseAlarms: "Raise alarms",
    proveLedger: "Check money and history",
    tidyUp: "Tidy up",
  },
  does: {
    moveFunds: "Opens and closes funds and gives back what is not secured.",
    raiseAlarms: "Looks for last days that are near and for what stands still.",
    proveLedger: "Compares balances, sums of days and cases with the book. Repairs nothing.",
    tidyUp: "Removes expired sign-ins and old receipts of sent forms.",
  },
  late: {
    title: "The nightly jobs stand still",
    text: "Ask whoever runs the portal to start them with npm run worker. All that was missed is then done, once and in order.",
  },
  failures: {
    label: "Jobs that have failed",
    finding: "Failed and tried again",
    text: "The portal tries again by itself. If it fails for several days, show the error and its code to whoever runs the portal.",
    tried: "Attempts",
    attempts: "{count, plural, one {one attempt, {when}} other {# attempts, last {when}}}",
    error: "Error and code in the log",
  },
};
