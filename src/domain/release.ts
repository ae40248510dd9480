import type { Day } from "./day";
import { type Fund, hasBegunToRevert } from "./fund";

/** Where money goes that is released or unreserved: it can be used again, it is lost, or it follows the next year's fund. */
export type Landing = "comesBack" | "reverts" | "rollsOn";

/**
 * Where what is released lands on a day. A fund that has begun to give back keeps nothing: whatever lands in available
 * reverts in the same statement; a fund of LOM that has been rolled over rolls it on. [design 4; O10, P1, T4]
 */
export function landingOf(fund: Fund & { reverts: boolean }, today: Day): Landing {
  if (fund.reverts) return hasBegunToRevert(fund, today) ? "reverts" : "comesBack";
  return fund.rolledOver ? "rollsOn" : "comesBack";
}
