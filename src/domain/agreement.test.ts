import { describe, expect, test } from "vitest";
import { AGREEMENTS, COST_TYPES, type Version, versionOn } from "./agreement";

const versions = Object.entries(AGREEMENTS) as [Version, (typeof AGREEMENTS)[Version]][];

describe("versionOn", () => {
  test.each([
    ["tlo", "2020-12-31", null],
    ["tlo", "2021-01-01", "komKr2021"],
    ["tlo", "2022-09-30", "komKr2021"],
    ["tlo", "2022-10-01", "komKr2022"],
    ["tlo", "2026-11-23", "komKr2022"],
    ["lom", "2014-12-31", null],
    ["lom", "2015-01-01", "lom"],
  ] as const)("%s on %s is %s", (scheme, today, version) => expect(versionOn(scheme, today)).toBe(version));

  test("no two versions of a scheme are in force on the same day", () => {
    for (const [a, one] of versions)
      for (const [b, two] of versions) {
        if (a >= b || one.scheme !== two.scheme) continue;
        expect(
          (one.until !== null && one.until < two.from) || (two.until !== null && two.until < one.from),
          `${a} and ${b}`,
        ).toBe(true);
      }
  });
});

describe("what the money may pay", () => {
  test("the pay of participants in none of them [K6, seed 002]", () => {
    for (const [, agreement] of versions) expect(agreement.costTypes).not.toContain("participantSalary");
  });
  test("a substitute only under LOM [UM1, FM1]", () => {
    expect(
      versions
        .filter(([, agreement]) => agreement.costTypes.includes("substitute"))
        .map(([version]) => version),
    ).toEqual(["lom"]);
  });
  test("only types that there are, each once", () => {
    for (const [, { costTypes }] of versions) {
      expect(new Set(costTypes).size).toBe(costTypes.length);
      expect(COST_TYPES).toEqual(expect.arrayContaining([...costTypes]));
    }
  });
});

test("money that goes back was granted by someone outside; money that stays needs a local agreement", () => {
  for (const [, agreement] of versions) {
    expect(agreement.reverts).toBe(agreement.files !== null);
    expect(agreement.needsLocalAgreement).toBe(agreement.scheme === "lom");
  }
});
