import type { Same } from "../same";
import type { people as sv } from "../sv/people";

export const people: Same<typeof sv> = {
  rules: {
    personalNumber:
      "This looks like a personal identity number. The portal keeps none. Write the employee number instead.",
    unionMissing: "Choose which union it is.",
    unionNotHere: "A union is given only for union representatives. Take the union away.",
    roleHeld: "The person already has that role for the unit during part of the time.",
    endsAlready: "It already ends on {day}. Choose an earlier day.",
    lastAdmin:
      "This is the last administrator of the whole employer. Give someone else the role first, or nobody can give roles.",
    wholeEmployer: "This needs an administrator of the whole employer. Ask one of them.",
    paragraphMissing: "Write the paragraph of the delegation order that gives the right to decide.",
    limitNotHere: "An amount limit is given only for decision makers. Take the amount away.",
    sideMissing: "Choose which side the member speaks for.",
    sideNotHere: "A side is given only for members of a joint group.",
    substituteSelf: "You cannot be your own substitute. Choose a colleague.",
    periodPast: "The period is already over. Choose a later day.",
    substituteTaken:
      "You already have a substitute from {from} to {until}. End that period first, or choose other days.",
    colleagueLeft: "The colleague leaves during the period. Choose someone else.",
    colleagueAway: "The colleague has a substitute of their own for part of the period. Choose someone else.",
    colleagueUnknown: "No colleague was found with that e-mail or employee number. Check the spelling.",
    colleagueMissing: "Choose a colleague from the list, or write the colleague's e-mail.",
    hasLeft: "The person has left. Change the last day first.",
    heardAlready: "The union is already on the list for the unit during part of the time.",
    mappingThere: "That value already gives the role for the unit.",
    badHue: "Write a hue between 0 and 359.",
    badEmail: "The e-mail address cannot be read. Write it as name@example.se.",
    unitClosed: "The unit has ended or has not begun. Choose a unit that exists today.",
    accountTaken:
      "That account already belongs to another person. Check the account with whoever looks after sign-in.",
  },
};
