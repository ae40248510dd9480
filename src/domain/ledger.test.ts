import { describe, expect, test } from "vitest";
import { type Booking, endsOf, MOVES, type Movement } from "./ledger";

const pot = { fundId: "fund", potId: "pot" };
const other = { fundId: "next", potId: "share" };
const part = { ...pot, caseId: "case", partId: "part" };

/** One booking of every movement, and both directions of adjust. */
const BOOKINGS: Booking[] = [
  { movement: "provide", amount: 1n, ...pot },
  { movement: "revert", amount: 1n, ...pot },
  { movement: "adjust", direction: "in", amount: 1n, ...pot },
  { movement: "adjust", direction: "out", amount: 1n, ...pot },
  { movement: "transfer", amount: 1n, from: pot, to: other },
  { movement: "rollOver", amount: 1n, from: pot, to: other },
  { movement: "reserve", amount: 1n, caseId: "case", ...pot },
  { movement: "unreserve", amount: 1n, caseId: "case", ...pot },
  { movement: "commit", amount: 1n, ...part },
  { movement: "recommit", amount: 1n, toPartId: "later", ...part },
  { movement: "release", amount: 1n, ...part },
  { movement: "draw", amount: 1n, ...part },
];

test("every way that MOVES names has a booking, and every booking goes such a way", () => {
  const ways = BOOKINGS.map((it) => {
    const { from, to } = endsOf(it);
    return `${it.movement}: ${from.account} → ${to.account}`;
  });
  const named = (Object.keys(MOVES) as Movement[]).flatMap((movement) =>
    MOVES[movement].map(([from, to]) => `${movement}: ${from} → ${to}`),
  );
  expect(ways.sort()).toEqual(named.sort());
});

describe("each account has its own address", () => {
  test.each(BOOKINGS.map((it) => [it.movement, it] as const))("%s", (_, it) => {
    const { from, to } = endsOf(it);
    for (const { account, fundId, potId, caseId, partId } of [from, to]) {
      const named = [fundId, potId, caseId, partId].map((id) => id !== null);
      expect(named).toEqual(
        account === "outside"
          ? [false, false, false, false]
          : account === "available"
            ? [true, true, false, false]
            : account === "reserved"
              ? [true, true, true, false]
              : [true, true, true, true],
      );
    }
  });
});

test("a case's money stays with the case: no movement goes from one case to another", () => {
  for (const it of BOOKINGS) {
    const { from, to } = endsOf(it);
    if (from.caseId !== null && to.caseId !== null) expect(to.caseId).toBe(from.caseId);
  }
});

test("recommit moves to the other part, transfer and rollOver to the other pot", () => {
  expect(endsOf({ movement: "recommit", amount: 1n, toPartId: "later", ...part })).toMatchObject({
    from: { partId: "part" },
    to: { partId: "later", account: "committed" },
  });
  for (const movement of ["transfer", "rollOver"] as const)
    expect(endsOf({ movement, amount: 1n, from: pot, to: other })).toMatchObject({ from: pot, to: other });
});
