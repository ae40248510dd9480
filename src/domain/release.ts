import type { Day } from "./day";
import { type Fund, whyNotReserve } from "./fund";

/** Where money goes that is released or unreserved: it can be used again, it is lost, or it follows the next year's fund. */
export type Landing = "comesBack" | "reverts" | "rollsOn";

/**
 * Where what is released lands on a day. In a fund whose money reverts, nothing can be reserved after its last days, and
 * from then on whatever lands in available reverts in the same statement; a fund of LOM that has been rolled over
 * rolls it on. [design 4; O10, P1, T4]
 */
export function landingOf(fund: Fund & { reverts: boolean }, today: Day): Landing {
  if (fund.reverts) return today >= fund.from && whyNotReserve(fund, today) ? "reverts" : "comesBack";
  return fund.rolledOver ? "rollsOn" : "comesBack";
}
