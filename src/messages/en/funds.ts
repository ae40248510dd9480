import type { Same } from "../same";
import type { funds as sv } from "../sv/funds";

export const funds: Same<typeof sv> = {
  rules: {
    notYet: "The period has not begun. It begins on {day}.",
    rolledOver: "What was left has been rolled over to next year's fund. Use that one instead.",
    reservePast:
      "The last day to reserve was {day}. Nothing more can be reserved here. Choose another fund, or ask the coordinator.",
    grantPast:
      "The last day for the national fund's decision was {day}. Check the day of the decision, or ask the coordinator.",
    requisitionPast: "The last day to requisition was {day}. Ask the national fund whether any way is left.",
    revertsInstead:
      "This fund goes back to the national fund instead of being rolled over. Only money that stays with the employer can be rolled over.",
    rollForward: "Choose a fund for a later period.",
    targetClosed: "That fund takes no more. Choose one that can be reserved from.",
    dayBeforePeriod: "The day lies before the first day of the period, {day}. Change one of them.",
    daysInOrder:
      "The days must follow each other: apply, reserve, grant, requisition. This one lies before {day}.",
    isReversal: "The entry is itself a reversal. Book the amount again instead.",
    entryOfCase:
      "The entry belongs to a case. It is put right by the steps of that case, so that money and status go together.",
    potThere: "The unit already has a pot in this fund.",
    potSame: "Choose two different pots.",
    nothingLeft: "There is nothing left to roll over.",
    unitEnded: "The unit no longer exists on that day. Choose the unit it was merged into.",
    noVersion: "There is no agreement for that period. Check the first day of the period.",
  },
};
