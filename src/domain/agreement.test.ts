import { describe, expect, test } from "vitest";
import { AGREEMENTS, AREAS, COST_TYPES, stepsOf, type Version, versionOn, versionsOf } from "./agreement";
import { addDays } from "./day";

const versions = Object.entries(AGREEMENTS) as [Version, (typeof AGREEMENTS)[Version]][];

describe("versionOn", () => {
  test.each([
    ["tlo", "2016-12-31", null],
    ["tlo", "2017-01-01", "tloKl2017"],
    ["tlo", "2020-04-30", "tloKl2017"],
    ["tlo", "2020-05-01", "komKr2020"],
    ["tlo", "2020-12-31", "komKr2020"],
    ["tlo", "2021-01-01", "komKr2021"],
    ["tlo", "2022-09-30", "komKr2021"],
    ["tlo", "2022-10-01", "komKr2022"],
    ["tlo", "2026-11-23", "komKr2022"],
    ["lom", "2014-12-31", null],
    ["lom", "2015-01-01", "lom"],
  ] as const)("%s on %s is %s", (scheme, today, version) => expect(versionOn(scheme, today)).toBe(version));

  test("the versions of a scheme follow each other without a gap, the last until further notice", () => {
    expect(versionsOf("tlo")).toEqual(["tloKl2017", "komKr2020", "komKr2021", "komKr2022"]);
    expect(versionsOf("lom")).toEqual(["lom"]);
    for (const scheme of ["tlo", "lom"] as const)
      for (const [nth, version] of versionsOf(scheme).entries()) {
        const next = versionsOf(scheme)[nth + 1];
        const { until } = AGREEMENTS[version];
        expect(until && addDays(until, 1)).toBe(next ? AGREEMENTS[next].from : null);
      }
  });

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

// Written out by hand, version by version, so that no parameter changes without this being seen. [domain 2.1, 2.3, 3]
describe("the parameters of each version", () => {
  const table: Record<Version, string> = {
    tloKl2017:
      "payrollShare, plan sent, pre-registration filed, initiatives filed, parties agree, provider checked always, secured by preRegistration, goes back",
    komKr2020:
      "payrollShare, plan kept, pre-registration filed, initiatives filed, parties agree, provider checked onRequest, secured by preRegistration, goes back",
    komKr2021:
      "payrollShare, plan kept, initiatives filed, parties heard, provider checked onRequest, secured by initiative, goes back",
    komKr2022:
      "payrollShare, plan kept, initiatives filed, parties heard, provider checked onRequest, secured by initiative, goes back",
    lom: "ownProvision, plan kept, parties heard, local agreement, secured by initiative, stays",
  };
  test.each(versions)("%s", (version, it) =>
    expect(
      [
        it.allotment,
        it.sendsPlan ? "plan sent" : "plan kept",
        it.filesPreRegistration && "pre-registration filed",
        it.files && "initiatives filed",
        it.requiresPartyAgreement ? "parties agree" : "parties heard",
        it.needsLocalAgreement && "local agreement",
        it.providerCheck && `provider checked ${it.providerCheck}`,
        `secured by ${it.securedBy}`,
        it.reverts ? "goes back" : "stays",
      ]
        .filter(Boolean)
        .join(", "),
    ).toBe(table[version]),
  );

  test("teachers are left out of the trial until 2020, nobody of the rest; every area is open [O14, O5, O16]", () => {
    for (const [version, { excludedAreas, areas }] of versions) {
      expect(excludedAreas).toEqual(
        version === "tloKl2017" ? [{ area: "teachers", until: "2019-12-31" }] : [],
      );
      expect(areas).toEqual(AREAS);
    }
  });

  test("coordination is paid from October 2022 on and under LOM, consultants only there [K6, UM1]", () => {
    const paying = (type: (typeof COST_TYPES)[number]) =>
      versions.filter(([, it]) => it.costTypes.includes(type)).map(([version]) => version);
    expect(paying("coordination")).toEqual(["komKr2022", "lom"]);
    expect(paying("consultant")).toEqual(["lom"]);
    const known = ["coordination", "consultant", "substitute", "participantSalary"];
    for (const type of COST_TYPES.filter((it) => !known.includes(it)))
      expect(paying(type)).toEqual(versions.map(([version]) => version));
  });

  test("only what has a step of its own for it can be secured by a pre-registration", () => {
    for (const [, it] of versions) {
      expect(it.securedBy === "preRegistration").toBe(it.filesPreRegistration);
      if (it.filesPreRegistration) expect(it.files).toBe("initiative");
    }
  });
});

test.each([
  [
    "tloKl2017",
    "sendPlan idea endorse agree decide filePreRegistration fileInitiative carryOut requisition settle",
  ],
  ["komKr2020", "idea endorse agree decide filePreRegistration fileInitiative carryOut requisition settle"],
  ["komKr2021", "idea endorse consult decide fileInitiative carryOut requisition settle"],
  ["komKr2022", "idea endorse consult decide fileInitiative carryOut requisition settle"],
  ["lom", "idea endorse consult decideHere carryOut reimburse settle"],
] as const)("the steps of %s", (version, steps) =>
  expect(stepsOf(AGREEMENTS[version]).join(" ")).toBe(steps),
);
