import { expect, test } from "vitest";
import { SECTIONS, type Section, type SectionState } from "./case-sections";
import {
  CASE_MOVES,
  CASE_STATUSES,
  type CaseStatus,
  caseNumber,
  FINAL_CASE,
  isCaseMove,
  reasonsNotToPrepare,
  reasonsNotToSubmitCase,
  versionOf,
  whyNotEditCase,
  whyNotEndorseCase,
  whyNotPark,
  whyNotPrepare,
  whyNotRank,
  whyNotResume,
  whyNotReturn,
  whyNotSendToConsultation,
  whyNotSubmitCase,
  whyNotWithdraw,
} from "./pre-registration";
import type { Reason } from "./reason";

/** The way of a case as design.md 3 tells it, written out again by hand. */
const DESIGN: Record<CaseStatus, readonly CaseStatus[]> = {
  draft: ["submitted", "parked", "withdrawn"],
  submitted: ["endorsed", "returned", "parked", "withdrawn"],
  endorsed: ["prepared", "returned", "parked", "withdrawn"],
  prepared: ["inConsultation", "returned", "parked", "withdrawn"],
  inConsultation: ["approved", "declined", "deferred", "withdrawn"],
  deferred: ["inConsultation", "withdrawn"],
  approved: ["converted", "expired", "withdrawn"],
  converted: [],
  returned: ["submitted", "withdrawn"],
  declined: [],
  parked: ["draft", "submitted", "endorsed", "prepared", "withdrawn"],
  withdrawn: [],
  expired: [],
};

const everyPair = CASE_STATUSES.flatMap((from) => CASE_STATUSES.map((to) => [from, to] as const));

test.each(everyPair)("%s → %s is a step only where the design says so", (from, to) => {
  expect(isCaseMove(from, to)).toBe(DESIGN[from].includes(to));
});

test("each step stands once in the table and is somebody's act", () => {
  const steps = CASE_MOVES.map((move) => `${move.from} → ${move.to}`);
  expect(steps).toHaveLength(new Set(steps).size);
  expect(CASE_MOVES.filter((move) => move.acts.length === 0)).toEqual([]);
});

test("only the fund's days expire a case, and only they move one without a person", () => {
  const byDays = CASE_MOVES.filter((move) => move.acts.includes(null)).map(
    (move) => `${move.from} → ${move.to}`,
  );
  expect(byDays).toEqual(["approved → converted", "approved → expired"]);
});

test("nothing leads on from a final status", () => {
  expect(CASE_MOVES.filter((move) => FINAL_CASE.includes(move.from))).toEqual([]);
});

const all = (state: SectionState): Record<Section, SectionState> =>
  Object.fromEntries(SECTIONS.map((section) => [section, state])) as Record<Section, SectionState>;

const allowed = (rule: (status: CaseStatus) => Reason | null) =>
  CASE_STATUSES.filter((status) => rule(status) === null);

test("what may be done in which status", () => {
  expect({
    submit: allowed((status) =>
      whyNotSubmitCase({
        status,
        sections: all("complete"),
        version: "komKr2022",
        localAgreement: null,
        fund: null,
      }),
    ),
    endorse: allowed((status) => whyNotEndorseCase({ status, asked: true, reaches: true })),
    return: allowed((status) => whyNotReturn({ status })),
    prepare: allowed((status) => whyNotPrepare({ status, sections: all("complete"), unitsLeft: [] })),
    rank: allowed((status) => whyNotRank({ status })),
    consult: allowed((status) => whyNotSendToConsultation({ status, unitsLeft: [], unions: 1 })),
    park: allowed((status) => whyNotPark({ status })),
    resume: allowed((status) => whyNotResume({ status })),
    withdraw: allowed((status) => whyNotWithdraw({ status })),
    edit: allowed((status) => whyNotEditCase({ status })),
  }).toEqual({
    submit: ["draft", "returned"],
    endorse: ["submitted", "endorsed", "prepared", "inConsultation", "deferred"],
    return: ["submitted", "endorsed", "prepared"],
    prepare: ["endorsed"],
    rank: ["submitted", "endorsed", "prepared", "inConsultation", "deferred"],
    consult: ["prepared", "deferred"],
    park: ["draft", "submitted", "endorsed", "prepared"],
    resume: ["parked"],
    withdraw: [
      "draft",
      "submitted",
      "endorsed",
      "prepared",
      "inConsultation",
      "deferred",
      "returned",
      "parked",
    ],
    edit: ["draft", "submitted", "endorsed", "prepared", "inConsultation", "deferred", "returned"],
  });
});

test("a rule never opens a door that the table does not have", () => {
  const sections = all("complete");
  const doors: [CaseStatus, (status: CaseStatus) => Reason | null][] = [
    [
      "submitted",
      (status) => whyNotSubmitCase({ status, sections, version: "lom", localAgreement: null, fund: null }),
    ],
    ["prepared", (status) => whyNotPrepare({ status, sections, unitsLeft: [] })],
    ["parked", (status) => whyNotPark({ status })],
    ["returned", (status) => whyNotReturn({ status })],
    ["withdrawn", (status) => whyNotWithdraw({ status })],
    ["inConsultation", (status) => whyNotSendToConsultation({ status, unitsLeft: [], unions: 1 })],
  ];
  for (const [into, rule] of doors)
    for (const status of allowed(rule))
      expect(`${status} → ${into}: ${isCaseMove(status, into)}`).toBe(`${status} → ${into}: true`);
});

test("a case is handed in with need, initiative, costs and units, whatever else is left", () => {
  const sections = {
    ...all("notStarted"),
    need: "complete" as const,
    initiative: "complete" as const,
    costs: "complete" as const,
    units: "complete" as const,
  };
  const facts = {
    status: "draft" as const,
    sections,
    version: "komKr2022" as const,
    localAgreement: null,
    fund: null,
  };
  expect(whyNotSubmitCase(facts)).toBeNull();
  for (const section of ["need", "initiative", "costs", "units"] as const)
    expect(whyNotSubmitCase({ ...facts, sections: { ...sections, [section]: "incomplete" } })).toEqual({
      key: `preRegistrations.why.missing.${section}`,
    });
});

test("everything against handing it in is told at once", () => {
  const localAgreement: Reason = { key: "agreements.whyNot.none" };
  const fund: Reason = { key: "funds.rules.reservePast" };
  const keys = reasonsNotToSubmitCase({
    status: "approved",
    sections: all("notStarted"),
    version: null,
    localAgreement,
    fund,
  }).map((reason) => reason.key);
  expect(keys).toEqual([
    "preRegistrations.why.notNow.submit",
    "preRegistrations.why.missing.need",
    "preRegistrations.why.missing.initiative",
    "preRegistrations.why.missing.costs",
    "preRegistrations.why.missing.units",
    "preRegistrations.why.noVersion",
    "agreements.whyNot.none",
    "funds.rules.reservePast",
  ]);
});

test("preparing asks for every section and every unit", () => {
  const sections = all("complete");
  expect(whyNotPrepare({ status: "endorsed", sections, unitsLeft: [] })).toBeNull();
  for (const section of SECTIONS)
    expect(
      whyNotPrepare({
        status: "endorsed",
        sections: { ...sections, [section]: "incomplete" },
        unitsLeft: [],
      }),
    ).toEqual({
      key: `preRegistrations.why.missing.${section}`,
    });
  expect(reasonsNotToPrepare({ status: "endorsed", sections, unitsLeft: ["Norr", "Söder"] })).toEqual([
    { key: "preRegistrations.why.unitLeft", values: { unit: "Norr" } },
    { key: "preRegistrations.why.unitLeft", values: { unit: "Söder" } },
  ]);
});

test("nobody to hear, or a unit to ask again, keeps it from consultation", () => {
  expect(whyNotSendToConsultation({ status: "prepared", unitsLeft: [], unions: 0 })).toEqual({
    key: "preRegistrations.why.noUnions",
  });
  expect(whyNotSendToConsultation({ status: "prepared", unitsLeft: ["Norr"], unions: 2 })?.key).toBe(
    "preRegistrations.why.unitLeft",
  );
});

test("a manager endorses for units within reach that are to be asked", () => {
  expect(whyNotEndorseCase({ status: "submitted", asked: true, reaches: false })?.key).toBe(
    "preRegistrations.why.notYourUnit",
  );
  expect(whyNotEndorseCase({ status: "submitted", asked: false, reaches: true })?.key).toBe(
    "preRegistrations.why.alreadyEndorsed",
  );
});

test("a draft follows the version in force, a submitted case its own", () => {
  expect(versionOf({ version: null }, "lom")).toBe("lom");
  expect(versionOf({ version: "komKr2022" }, "lom")).toBe("komKr2022");
  expect(versionOf({ version: null }, null)).toBeNull();
});

test("numbers have four digits until they need more", () => {
  expect([caseNumber(2026, 42), caseNumber(2026, 12_345)]).toEqual(["2026-0042", "2026-12345"]);
});
