import { expect, test } from "vitest";
import { AGREEMENTS, AREAS, COST_TYPES, type Version } from "./agreement";
import {
  type Asked,
  type CaseContent,
  changesThatAskAgain,
  costSum,
  SECTIONS,
  sectionStates,
  whyNotArea,
  whyNotCostLine,
  whyNotProvider,
} from "./case-sections";

const EMPTY: CaseContent = {
  need: "",
  initiative: "",
  beyondOrdinary: "",
  risk: "",
  area: null,
  headcount: null,
  groups: [],
  providerKind: null,
  providerName: "",
  periodFrom: null,
  periodUntil: null,
  ownerId: null,
  costLines: [],
  units: [],
};

const FULL: CaseContent = {
  need: "Hemtjänsten saknar undersköterskor.",
  initiative: "Kurser på halvfart.",
  beyondOrdinary: "Leder till ett nytt yrke.",
  risk: "Kvällspassen.",
  area: "competence",
  headcount: 18,
  groups: [
    { occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 26 },
    { occupation: "Undersköterskor", aid: null, takingPart: 6, covering: 0 },
  ],
  providerKind: "external",
  providerName: "Sundhamns vuxenskola",
  periodFrom: "2027-02-01",
  periodUntil: "2027-05-31",
  ownerId: "someone",
  costLines: [{ costType: "courseFee", text: "", amount: 100n, codes: {} }],
  units: [{ unitId: "north", ownCost: 0n }],
};

test("nothing written, nothing started; everything written, everything complete", () => {
  expect(new Set(Object.values(sectionStates(EMPTY, "komKr2022")))).toEqual(new Set(["notStarted"]));
  expect(new Set(Object.values(sectionStates(FULL, "komKr2022")))).toEqual(new Set(["complete"]));
  expect(Object.keys(sectionStates(EMPTY, null))).toEqual([...SECTIONS]);
});

test.each([
  ["groups", { headcount: 17 }],
  ["groups", { groups: [] }],
  ["groups", { headcount: null }],
  ["provider", { providerName: "" }],
  ["provider", { providerKind: null }],
  ["period", { periodUntil: null }],
  ["period", { periodFrom: null }],
  ["costs", { costLines: [{ costType: "participantSalary", text: "", amount: 1n, codes: {} }] }],
] as const)("%s opened and not finished is incomplete", (section, change) => {
  const states = sectionStates({ ...FULL, ...change }, "komKr2022");
  expect(states[section]).toBe("incomplete");
  expect(Object.entries(states).filter(([, state]) => state !== "complete")).toEqual([
    [section, "incomplete"],
  ]);
});

test("own regime needs no name, and blanks are no text", () => {
  expect(sectionStates({ ...FULL, providerKind: "ownRegime", providerName: "" }, "komKr2022").provider).toBe(
    "complete",
  );
  expect(sectionStates({ ...FULL, need: " \n" }, "komKr2022").need).toBe("notStarted");
});

test.each(Object.keys(AGREEMENTS) as Version[])("%s pays what it lists and nothing else (T10)", (version) => {
  for (const costType of COST_TYPES)
    expect([costType, whyNotCostLine(version, costType) === null]).toEqual([
      costType,
      AGREEMENTS[version].costTypes.includes(costType),
    ]);
});

test.each(Object.keys(AGREEMENTS) as Version[])("%s is for the areas that it lists", (version) => {
  for (const area of AREAS) {
    const listed = AGREEMENTS[version].areas.includes(area);
    expect(whyNotArea(version, area) === null).toBe(listed);
    expect(sectionStates({ ...FULL, area }, version).area).toBe(listed ? "complete" : "incomplete");
  }
  const unknown = "leisure" as (typeof AREAS)[number];
  expect(whyNotArea(version, unknown)?.key).toBe("preRegistrations.why.area");
  expect(sectionStates({ ...FULL, area: unknown }, version).area).toBe("incomplete");
  expect(whyNotArea(null, "competence")?.key).toBe("preRegistrations.why.noVersion");
});

test("participants' pay is never paid, substitutes only under LOM", () => {
  for (const version of ["komKr2022", "lom"] as const)
    expect(whyNotCostLine(version, "participantSalary")?.key).toBe("preRegistrations.why.participantSalary");
  expect(whyNotCostLine("komKr2022", "substitute")?.key).toBe("preRegistrations.why.substitute");
  expect(whyNotCostLine("lom", "substitute")).toBeNull();
  expect(whyNotCostLine("komKr2022", "consultant")?.key).toBe("preRegistrations.why.consultant");
  expect(whyNotCostLine(null, "courseFee")?.key).toBe("preRegistrations.why.noVersion");
});

test("a cost that a new version no longer pays makes the section incomplete", () => {
  const costLines = [{ costType: "substitute" as const, text: "", amount: 1n, codes: {} }];
  expect(sectionStates({ ...FULL, costLines }, "lom").costs).toBe("complete");
  expect(sectionStates({ ...FULL, costLines }, "komKr2022").costs).toBe("incomplete");
});

test("only where an outside body grants the money can it also deliver", () => {
  expect(whyNotProvider("komKr2022", "nationalFund")).toBeNull();
  expect(whyNotProvider("lom", "nationalFund")?.key).toBe("preRegistrations.why.provider");
  expect(whyNotProvider("lom", "external")).toBeNull();
});

test("the amount is the sum of the lines", () => {
  expect(costSum([{ amount: 22_200_000n }, { amount: 1_500_000n }])).toBe(23_700_000n);
  expect(costSum([])).toBe(0n);
});

const ASKED: Asked = { ...FULL, amount: 31_200_000n };

test.each([
  ["amount", { amount: 31_200_001n }],
  ["people", { headcount: 19 }],
  ["people", { groups: FULL.groups.slice(1) }],
  ["people", { groups: FULL.groups.map((group) => ({ ...group, covering: group.covering + 1 })) }],
  ["provider", { providerKind: "ownRegime" }],
  ["provider", { providerName: "En annan skola" }],
  ["period", { periodFrom: "2027-01-18" }],
  ["period", { periodUntil: null }],
] as const)("a change of %s asks the unions again", (what, change) => {
  expect(changesThatAskAgain(ASKED, { ...ASKED, ...change })).toEqual([what]);
});

test("the order of the groups, and everything else, asks nobody again", () => {
  expect(changesThatAskAgain(ASKED, { ...ASKED, groups: [...FULL.groups].reverse() })).toEqual([]);
  const reworded = { ...ASKED, need: "annat", risk: "annat", ownerId: "other", area: "illHealth" as const };
  expect(changesThatAskAgain(ASKED, reworded)).toEqual([]);
});
