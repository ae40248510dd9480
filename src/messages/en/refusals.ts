import type { Same } from "../same";
import type { refusals as sv } from "../sv/refusals";

export const refusals: Same<typeof sv> = {
  prefix: "Error: ",
  summary: "{count, plural, one {One thing needs mending} other {# things need mending}}",
  notFound:
    "What you are looking for does not exist. It may have moved, or lie outside what you may see. Ask the coordinator if something is missing.",
  movedOn: "Someone else was faster. Reload the page and see what has changed.",
  signedOut:
    "You are no longer signed in. What you wrote is still here. Sign in in a new tab and then send again.",
  signInNewTab: "Sign in in a new tab",
  noRight: "Your role may not do this. Change role in the menu at the top right, or ask the coordinator.",
  noMandate: "This needs a mandate that you do not hold today. Ask the administrator who holds it.",
  noSight:
    "This page does not belong to your role. Change role in the menu at the top right, or ask the administrator.",
  foreignOrigin: "The form came from another site and was not accepted. Open the portal and try again.",
  unknownField: "The form held a field that the portal does not know. Reload the page and try again.",
  badField: "This cannot be read. Rewrite it and try again.",
  databaseAway:
    "The portal cannot reach its database right now. What you wrote is still here. Try again in a while.",
  ownCase: "You are a party to the case and cannot do this. Someone else with the same task takes over.",
  endorsedIt: "You have endorsed the case and cannot decide on it. Someone else with a mandate takes over.",
  notEnoughAvailable:
    "There is not enough money. Less than that is left to reserve in this part of the frame.",
  notEnoughReserved: "The amount is larger than what is reserved for the case.",
  notEnoughCommitted: "The amount is larger than what is left of the granted part.",
  numberTaken: "Another initiative already has that number. Check the number in the national fund's answer.",
  claimedTwice: "That part already has a requisition. A granted part can be claimed only once.",
  reversedTwice: "The entry has already been reversed.",
  nameTaken: "That name is taken. Choose another.",
  employeeNumberTaken: "Another person already has that employee number.",
  endBeforeStart: "The last day lies before the first day. Change one of them.",
  badDay: "Write the day as year-month-day, for example 2026-12-04.",
  badMoney: "Write the amount in kronor, for example 48 500 or 48 500.50.",
  moneyAboveZero: "The amount must be more than zero.",
  badNumber: "Write a whole number in digits, for example 12.",
  required: "Fill this in.",
  tooLong: "The text is too long. Shorten it and try again.",
  chooseOne: "Choose one of the options.",
  changedMeanwhile:
    "Someone else has saved changes since you opened the page. Both texts are shown. Compare them and save again.",
};
