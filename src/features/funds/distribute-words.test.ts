import { describe, expect, test } from "vitest";
import { type DistributePage, revisionOf, type ShareUnit } from "./distribute-queries";
import { distributeSearch } from "./distribute-schema";
import { askedIn, partsOf } from "./distribute-words";

const unit = (id: string, parentId: string | null, headcount: bigint | null): ShareUnit => ({
  id,
  parentId,
  name: id,
  headcount,
  payroll: null,
  potId: null,
  available: 0n,
});
const [TOP, CARE, SCHOOL, NORTH] = [1, 2, 3, 4].map((nth) => `0198c5a0-0000-7000-8000-00000000000${nth}`) as [
  string,
  string,
  string,
  string,
];
const page = {
  central: { id: "c", available: 1_000n },
  units: [unit(TOP, null, 10n), unit(CARE, TOP, 6n), unit(SCHOOL, TOP, 4n), unit(NORTH, CARE, 6n)],
} as unknown as DistributePage;
const asked = (search: Record<string, string>, ticked: string[] = []) =>
  askedIn(page, distributeSearch.parse(search), ticked);

describe("what an address asks to share", () => {
  test("at first everything: the units under the top, by headcount, all that is there", () =>
    expect(asked({})).toMatchObject({
      under: TOP,
      chosen: [CARE, SCHOOL],
      basis: "headcount",
      amount: 1_000n,
      floor: 0n,
      reason: null,
    }));

  test("boxes count for the unit they were drawn for, and for no other", () => {
    expect(asked({ under: TOP, of: TOP }, [SCHOOL]).chosen).toEqual([SCHOOL]);
    expect(asked({ under: CARE, of: TOP }, [SCHOOL]).chosen).toEqual([NORTH]);
    expect(asked({ under: TOP, of: TOP }, [])).toMatchObject({
      chosen: [],
      reason: { key: "distributions.ask.noneChosen" },
    });
  });

  test("an amount that cannot be read is given back and shares nothing", () => {
    const it = asked({ amount: "mycket" });
    expect(it).toMatchObject({ reason: { key: "refusals.badMoney" }, typed: { amount: "mycket" } });
    expect(partsOf(page, it)).toEqual({ reason: { key: "refusals.badMoney" } });
    expect(asked({ floor: "-1" }).reason?.key).toBe("refusals.badMoney");
  });

  test("and the parts follow, with a number that stands for them", () => {
    const shared = partsOf(page, asked({ amount: "10" }));
    if ("reason" in shared) throw new Error(shared.reason.key);
    expect(shared.parts.map((it) => it.part)).toEqual([600n, 400n]);
    const [first, second] = shared.parts;
    if (!first || !second) throw new Error("no parts");
    expect(revisionOf([first, second])).not.toBe(revisionOf([{ ...first, weight: 7n }, second]));
    expect(revisionOf([first, second])).not.toBe(revisionOf([first, { ...second, part: 401n }]));
    expect(String(revisionOf(shared.parts))).toMatch(/^\d{1,9}$/);
    expect(partsOf(page, asked({ basis: "payroll" }))).toMatchObject({
      reason: { key: "money.distribution.missingWeight" },
    });
  });
});
