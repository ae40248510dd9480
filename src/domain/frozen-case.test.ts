import { describe, expect, it } from "vitest";
import { changesBetween, type FrozenCase, readFrozen, TEXT_FIELDS } from "./frozen-case";

const before: FrozenCase = {
  title: "Vårdbiträden blir undersköterskor",
  unit: "Hemtjänst norr",
  need: "Det saknas undersköterskor.",
  initiative: "Två kurser på halvfart.",
  beyondOrdinary: "Leder till ett nytt yrke.",
  risk: "Kvällspassen kan bli underbemannade.",
  area: "competence",
  amount: "29260000",
  headcount: 12,
  providerKind: "ownRegime",
  providerName: "Sundhamns vuxenskola",
  periodFrom: "2027-01-18",
  periodUntil: "2027-05-31",
  groups: [
    { occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 26 },
    { occupation: "Undersköterskor", aid: null, takingPart: 0, covering: 31 },
  ],
};
const fields = (over: Partial<FrozenCase>) =>
  changesBetween(before, { ...before, ...over }).map((it) => it.field);

describe("what changed between two versions", () => {
  it("is nothing when nothing did, also when groups stand in another order", () => {
    expect(fields({})).toEqual([]);
    expect(fields({ groups: [...before.groups].reverse() })).toEqual([]);
  });

  it.each([
    [{ amount: "31200000" }, "amount"],
    [{ headcount: 13 }, "headcount"],
    [{ headcount: null }, "headcount"],
    [{ groups: before.groups.slice(1) }, "people"],
    [{ providerKind: "external" }, "provider"],
    [{ providerName: "Kompetens AB" }, "provider"],
    [{ periodFrom: "2027-02-01" }, "period"],
    [{ periodUntil: null }, "period"],
    ...TEXT_FIELDS.map((field) => [{ [field]: "Något annat" }, field] as const),
  ] as [Partial<FrozenCase>, string][])("%o is a change of %s", (over, field) => {
    expect(fields(over)).toEqual([field]);
  });

  it("says what was and what is, what is asked again first", () => {
    expect(changesBetween(before, { ...before, need: "Nytt", amount: "31200000" })).toEqual([
      { field: "amount", before: 29_260_000n, after: 31_200_000n },
      { field: "need", before: "Det saknas undersköterskor.", after: "Nytt" },
    ]);
  });
});

describe("a stored content", () => {
  it("reads as it was written", () => {
    expect(readFrozen(JSON.parse(JSON.stringify(before)))).toEqual(before);
  });

  it("of an older shape reads as empty, not as an error", () => {
    for (const odd of [null, "text", 7, [], { amount: "-5", groups: "many", headcount: "12" }])
      expect(readFrozen(odd)).toMatchObject({ title: "", amount: "0", headcount: null, groups: [] });
  });
});
