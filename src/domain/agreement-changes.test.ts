import { describe, expect, test } from "vitest";
import { AGREEMENTS, type Agreement, type Version } from "./agreement";
import {
  agreementChanges,
  changedUnderDraft,
  endedVersion,
  PARAMETERS,
  type Parameter,
  versionBefore,
  whyNotMoveOver,
} from "./agreement-changes";
import { AGREEMENT_SOURCES } from "./agreement-sources";
import { CASE_STATUSES, FINAL_CASE } from "./pre-registration";
import { MOVED_ON } from "./reason";

const versions = Object.keys(AGREEMENTS) as Version[];
const changed = (before: Version, after: Version) => agreementChanges(AGREEMENTS[before], AGREEMENTS[after]);

describe("what a version changed from the one before", () => {
  test.each([
    ["tloKl2017", null],
    ["komKr2020", "tloKl2017"],
    ["komKr2021", "komKr2020"],
    ["komKr2022", "komKr2021"],
    ["lom", null],
  ] as const)("before %s came %s", (version, before) => expect(versionBefore(version)).toBe(before));

  test.each([
    [
      "tloKl2017",
      "komKr2020",
      [
        { parameter: "sendsPlan" },
        { parameter: "providerCheck" },
        { parameter: "excludedAreas", added: [], removed: ["teachers 2019-12-31"] },
      ],
    ],
    [
      "komKr2020",
      "komKr2021",
      [
        { parameter: "filesPreRegistration" },
        { parameter: "requiresPartyAgreement" },
        { parameter: "securedBy" },
      ],
    ],
    ["komKr2021", "komKr2022", [{ parameter: "costTypes", added: ["coordination"], removed: [] }]],
  ] as const)("%s to %s", (before, after, changes) => expect(changed(before, after)).toEqual(changes));

  // Every parameter by itself, so that none is forgotten and none is named for another.
  const other: { [P in Parameter]: Agreement[P] } = {
    allotment: "ownProvision",
    sendsPlan: true,
    filesPreRegistration: true,
    files: null,
    requiresPartyAgreement: true,
    needsLocalAgreement: true,
    providerCheck: null,
    excludedAreas: [{ area: "teachers", until: "2030-12-31" }],
    areas: ["competence"],
    costTypes: ["courseFee"],
    securedBy: "preRegistration",
    reverts: false,
  };
  test.each(PARAMETERS)("%s alone", (parameter) => {
    const after = { ...AGREEMENTS.komKr2022, [parameter]: other[parameter] };
    expect(agreementChanges(AGREEMENTS.komKr2022, after).map((it) => it.parameter)).toEqual([parameter]);
  });
  test("all of what a version has is a parameter, but for its scheme and its days", () =>
    expect([...PARAMETERS, "scheme", "from", "until"].sort()).toEqual(Object.keys(AGREEMENTS.lom).sort()));

  test("the days of a version and the order of a list are no change", () => {
    const it = AGREEMENTS.komKr2022;
    for (const version of versions) expect(changed(version, version)).toEqual([]);
    const after = { ...it, from: "2030-01-01", costTypes: [...it.costTypes].reverse() };
    expect(agreementChanges(it, after)).toEqual([]);
  });
  test("another last day of a left-out area is a change", () => {
    const before = AGREEMENTS.tloKl2017;
    const after = { ...before, excludedAreas: [{ area: "teachers" as const, until: "2022-12-31" }] };
    expect(agreementChanges(before, after)).toEqual([
      { parameter: "excludedAreas", added: ["teachers 2022-12-31"], removed: ["teachers 2019-12-31"] },
    ]);
  });

  test("every version names what it rests on, each source once", () => {
    for (const version of versions) {
      const tags = AGREEMENT_SOURCES[version].map(({ tag }) => tag);
      expect(tags.length).toBeGreaterThan(0);
      expect(new Set(tags).size).toBe(tags.length);
      for (const { href } of AGREEMENT_SOURCES[version]) expect(new URL(href).protocol).toMatch(/^https?:$/);
    }
  });
});

describe("a draft follows today's version and is told what changed", () => {
  const draft = (begun: string) => ({ version: null, begun });
  test.each([
    ["begun under the one before", "2022-09-30", "2022-10-01", { before: "komKr2021", now: "komKr2022" }],
    ["under the same", "2022-10-01", "2026-11-22", null],
    ["on the last day of the old one nothing has changed yet", "2022-09-29", "2022-09-30", null],
    ["two versions later", "2020-12-31", "2022-10-01", { before: "komKr2020", now: "komKr2022" }],
  ] as const)("%s", (_, begun, today, told) =>
    expect(changedUnderDraft(draft(begun), "tlo", today)).toEqual(told),
  );
  test("once its version is fixed nothing is told", () =>
    expect(changedUnderDraft({ version: "komKr2021", begun: "2022-09-01" }, "tlo", "2022-10-01")).toBeNull());
  test("LOM has one version", () =>
    expect(changedUnderDraft(draft("2016-01-01"), "lom", "2026-11-22")).toBeNull());
});

describe("a case not yet filed when its version ends", () => {
  const ENDED = { version: "komKr2021", lastDay: "2022-09-30", to: "komKr2022" };
  test.each(CASE_STATUSES)("%s", (status) => {
    const it = { version: "komKr2021" as const, status, filed: false };
    const over = FINAL_CASE.includes(status);
    expect(endedVersion(it, "2022-09-30")).toBeNull();
    expect(endedVersion(it, "2022-10-01")).toEqual(over ? null : ENDED);
    expect(endedVersion({ ...it, filed: true }, "2022-10-01")).toBeNull();
    expect(whyNotMoveOver(it, "2022-10-01")).toEqual(over ? MOVED_ON : null);
    expect(whyNotMoveOver(it, "2022-09-30")).toEqual(MOVED_ON);
  });
  test("a draft has no version to lose, and one until further notice never ends", () => {
    expect(endedVersion({ version: null, status: "draft", filed: false }, "2026-11-22")).toBeNull();
    expect(endedVersion({ version: "lom", status: "submitted", filed: false }, "2040-01-01")).toBeNull();
    expect(
      endedVersion({ version: "komKr2022", status: "submitted", filed: false }, "2040-01-01"),
    ).toBeNull();
  });
});
