import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BookedEntry, balancesAfter, changeOf, type Place } from "./book";
import { endsOf } from "./ledger";

const pot = { fundId: "f", potId: "p" };
const other = { fundId: "f", potId: "q" };
const next = { fundId: "g", potId: "r" };
const entry = (booking: Parameters<typeof endsOf>[0]): BookedEntry => ({
  amount: booking.amount,
  ...endsOf(booking),
});
const at = (place: Partial<Place>): Place => ({ fundId: null, potId: null, caseId: null, ...place });

describe("what an entry changes an account by", () => {
  const moved = entry({ movement: "transfer", amount: 5n, from: pot, to: other });
  const rolled = entry({ movement: "rollOver", amount: 5n, from: pot, to: next });
  const kept = entry({ movement: "reserve", amount: 5n, caseId: "c", ...pot });
  test.each([
    [moved, "available", at({ fundId: "f" }), 0n],
    [moved, "available", at({ fundId: "f", potId: "p" }), -5n],
    [moved, "available", at({ fundId: "f", potId: "q" }), 5n],
    [rolled, "available", at({ fundId: "f" }), -5n],
    [rolled, "available", at({ fundId: "g" }), 5n],
    [kept, "available", at({ fundId: "f" }), -5n],
    [kept, "reserved", at({ caseId: "c" }), 5n],
    [kept, "reserved", at({ caseId: "d" }), 0n],
    [kept, "available", at({ caseId: "c" }), 0n],
  ] as const)("%o on %s of %o: %s", (it, account, place, change) =>
    expect(changeOf(it, account, place)).toBe(change),
  );
});

test("read from the newest on, each balance is the sum of the entries up to it", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ amount: fc.bigInt({ min: 1n, max: 50n }), out: fc.boolean() }), { maxLength: 30 }),
      (moves) => {
        const entries = moves.map(({ amount, out }) =>
          entry({ movement: "adjust", amount, direction: out ? "out" : "in", ...pot }),
        );
        const place = at(pot);
        const sums: bigint[] = [];
        let sum = 0n;
        for (const it of entries) {
          sum += changeOf(it, "available", place);
          sums.push(sum);
        }
        expect(balancesAfter([...entries].reverse(), "available", place, sum)).toEqual(sums.reverse());
      },
    ),
  ));
