import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type CodingFacts,
  codeFields,
  codingText,
  faultsOf,
  faultyLines,
  freeCoding,
  MUNICIPAL_SEGMENTS,
  type Segment,
  sieCoding,
  whyNotSegments,
} from "./account-coding";
import { COST_TYPES, PROVIDER_KINDS } from "./agreement";

const DAY = "2026-11-18";
const COURSE: CodingFacts = { costType: "courseFee", providerKind: "external" };
const WHOLE = { ansvar: "4210", konto: "7412", projekt: "TLO17" };
const keys = (faults: ReturnType<typeof faultsOf>) => faults.map(({ key, field }) => [key, field]);

const one = (changes: Partial<Segment> = {}): Segment => ({
  key: "kod",
  name: "Kod",
  min: 3,
  max: 5,
  signs: "digits",
  required: { when: "always" },
  from: "2026-01-01",
  until: null,
  allowed: null,
  sie: null,
  ...changes,
});

describe("the faults that HR meets", () => {
  test("an invoice without a project", () =>
    expect(keys(faultsOf({ ansvar: "3120", konto: "7412" }, MUNICIPAL_SEGMENTS, COURSE, DAY))).toEqual([
      ["money.coding.missing", "coding.projekt"],
    ]));
  test("an internal invoice without a counterpart", () =>
    expect(
      keys(
        faultsOf(WHOLE, MUNICIPAL_SEGMENTS, { costType: "internalResource", providerKind: "ownRegime" }, DAY),
      ),
    ).toEqual([["money.coding.missing", "coding.motpart"]]));
  test("a whole coding has none", () => expect(faultsOf(WHOLE, MUNICIPAL_SEGMENTS, COURSE, DAY)).toEqual([]));
  test("every fault is named, in the order of the segments, what nobody knows last", () =>
    expect(
      keys(faultsOf({ konto: "74", projekt: "TLO-17", fri: "x" }, MUNICIPAL_SEGMENTS, COURSE, DAY)),
    ).toEqual([
      ["money.coding.missing", "coding.ansvar"],
      ["money.coding.form.digits", "coding.konto"],
      ["money.coding.form.both", "coding.projekt"],
      ["money.coding.noSuchSegment", "coding.fri"],
    ]));
});

describe("one segment", () => {
  test.each([
    ["digits", "123", true],
    ["digits", "12345", true],
    ["digits", "12", false],
    ["digits", "123456", false],
    ["digits", "12a", false],
    ["digits", " 123", false],
    ["digits", "123 ", false],
    ["digits", "١٢٣", false],
    ["letters", "ÅÄÖ", true],
    ["letters", "AB1", false],
    ["both", "TLO17", true],
    ["both", "TLO-1", false],
    ["both", "=12", false],
  ] as const)("of %s: %j %s", (signs, kod, fits) =>
    expect(faultsOf({ kod }, [one({ signs })], COURSE, DAY).length === 0).toBe(fits),
  );

  test("only the codes that exist", () => {
    const listed = [one({ allowed: ["123", "124"] })];
    expect(faultsOf({ kod: "124" }, listed, COURSE, DAY)).toEqual([]);
    expect(faultsOf({ kod: "125" }, listed, COURSE, DAY)).toEqual([
      { key: "money.coding.notAllowed", values: { segment: "Kod", code: '"125"' }, field: "coding.kod" },
    ]);
    expect(faultsOf({ kod: "125" }, [one({ allowed: [] })], COURSE, DAY)).toHaveLength(1);
  });

  test("holds from its first to its last day; outside them its code is a fault", () => {
    const dated = [one({ until: "2026-12-31" })];
    for (const day of ["2026-01-01", "2026-12-31"])
      expect(keys(faultsOf({}, dated, COURSE, day))).toEqual([["money.coding.missing", "coding.kod"]]);
    for (const day of ["2025-12-31", "2027-01-01"]) {
      expect(faultsOf({}, dated, COURSE, day)).toEqual([]);
      expect(faultsOf({ kod: "123" }, dated, COURSE, day)).toEqual([
        { key: "money.coding.noSuchSegment", values: { segment: "Kod", day }, field: "coding.kod" },
      ]);
    }
  });

  test("a longer one takes over on its day", () => {
    const both = [one({ until: "2026-12-31" }), one({ from: "2027-01-01", min: 6, max: 6 })];
    expect(whyNotSegments(both)).toBeNull();
    expect(faultsOf({ kod: "123" }, both, COURSE, "2026-12-31")).toEqual([]);
    expect(faultsOf({ kod: "123456" }, both, COURSE, "2027-01-01")).toEqual([]);
    expect(faultsOf({ kod: "123" }, both, COURSE, "2027-01-01")).toHaveLength(1);
  });

  test("one named as something every object has is still missing", () =>
    expect(faultsOf({}, [one({ key: "constructor" })], COURSE, DAY)).toHaveLength(1));
});

describe("when it is required, for every cost and every provider", () => {
  const costTypes = ["internalResource", "travel"] as const;
  const kinds = ["external"] as const;
  const rules = [
    [{ when: "always" }, () => true],
    [{ when: "never" }, () => false],
    [{ when: "costType", costTypes }, (it: CodingFacts) => costTypes.some((type) => type === it.costType)],
    [{ when: "provider", kinds }, (it: CodingFacts) => it.providerKind === "external"],
  ] as const;
  test.each(rules)("%o", (required, asks) => {
    for (const costType of COST_TYPES)
      for (const providerKind of [...PROVIDER_KINDS, null]) {
        const facts = { costType, providerKind };
        expect(faultsOf({}, [one({ required })], facts, DAY).length === 1, JSON.stringify(facts)).toBe(
          asks(facts),
        );
      }
  });
});

describe("segments that cannot be", () => {
  test.each([
    ["no name", [one({ name: " " })], "money.coding.noName"],
    ["a key with spaces", [one({ key: "min kod" })], "money.coding.badKey"],
    ["no length", [one({ min: 0 })], "money.coding.badLength"],
    ["longest before shortest", [one({ min: 4, max: 3 })], "money.coding.badLength"],
    ["half a sign", [one({ min: 1.5 })], "money.coding.badLength"],
    ["an end before its start", [one({ until: "2025-12-31" })], "refusals.endBeforeStart"],
    ["a listed code of letters", [one({ allowed: ["123", "abc"] })], "money.coding.badAllowed"],
    ["a listed code too short", [one({ allowed: ["12"] })], "money.coding.badAllowed"],
    ["two at once with one key", [one(), one({ from: "2027-01-01" })], "money.coding.twiceAtOnce"],
    ["two in one dimension", [one({ sie: 6 }), one({ key: "b", sie: 6 })], "money.coding.samePlace"],
    ["two accounts", [one({ sie: "account" }), one({ key: "b", sie: "account" })], "money.coding.samePlace"],
  ])("%s", (_, segments, key) => expect(whyNotSegments(segments)?.key).toBe(key));

  test("the employees' dimension is never used, nor any other that SIE keeps", () => {
    const refused = Array.from({ length: 31 }, (_, nth) => nth).filter(
      (sie) => whyNotSegments([one({ sie })]) !== null,
    );
    expect(refused).toEqual([0, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  test("the same key and dimension after each other are one segment that changed", () =>
    expect(
      whyNotSegments([one({ sie: 6, until: "2026-12-31" }), one({ sie: 6, from: "2027-01-01" })]),
    ).toBeNull());
  test("none at all is allowed", () => expect(whyNotSegments([])).toBeNull());
});

describe("what a municipality starts from", () => {
  test("is sound and goes where SIE has room for it", () => {
    expect(whyNotSegments(MUNICIPAL_SEGMENTS)).toBeNull();
    expect(Object.fromEntries(MUNICIPAL_SEGMENTS.map(({ key, sie }) => [key, sie]))).toEqual({
      ansvar: 1,
      konto: "account",
      verksamhet: 20,
      aktivitet: 21,
      projekt: 6,
      motpart: 22,
    });
  });
  test("a coding as account and objects, in the order of the dimensions", () =>
    expect(sieCoding({ ...WHOLE, motpart: "871", verksamhet: "" }, MUNICIPAL_SEGMENTS, DAY)).toEqual({
      account: "7412",
      objects: [
        { dimension: 1, object: "4210" },
        { dimension: 6, object: "TLO17" },
        { dimension: 22, object: "871" },
      ],
    }));
  test("without an account there is none", () =>
    expect(sieCoding({}, MUNICIPAL_SEGMENTS, DAY)).toEqual({ account: null, objects: [] }));
});

test("a code is faultless exactly when it could be listed", () =>
  fc.assert(
    fc.property(
      fc.constantFrom("digits", "letters", "both" as const),
      fc.integer({ min: 1, max: 6 }),
      fc.nat({ max: 4 }),
      fc.oneof(fc.stringMatching(/^[0-9A-Za-zåäö]{1,9}$/), fc.string({ minLength: 1, maxLength: 9 })),
      (signs, min, wider, code) => {
        const plain = one({ signs, min, max: min + wider });
        expect(faultsOf({ kod: code }, [plain], COURSE, DAY).length === 0).toBe(
          whyNotSegments([{ ...plain, allowed: [code] }]) === null,
        );
      },
    ),
    { numRuns: 500 },
  ));

describe("the lines of a case", () => {
  const line = (codes: Record<string, string>) => ({ costType: "courseFee" as const, codes });
  test("those with faults, with their place and all that is wrong", () => {
    const faulty = faultyLines([line(WHOLE), line({ konto: "74" })], MUNICIPAL_SEGMENTS, "external", DAY);
    expect(faulty.map(({ nth, faults }) => [nth, faults.length])).toEqual([[1, 3]]);
  });
  test("nothing is a fault where no segment is in force", () => {
    const ended = [one({ until: "2026-11-17" })];
    expect(faultyLines([line({ kontering: "4210" })], ended, "external", DAY)).toEqual([]);
    expect(faultyLines([line({ kontering: "4210" })], [], "external", DAY)).toEqual([]);
  });
  test("a field for each segment in force, and for what stands under another name", () => {
    const segments = [one(), one({ key: "gammal", name: "Gammal", until: "2026-06-30" })];
    expect(
      codeFields([line({ gammal: "1" }), line({ kontering: "4210", gammal: "2" })], segments, DAY).map(
        ({ key, name, segment }) => [key, name, segment !== null],
      ),
    ).toEqual([
      ["kod", "Kod", true],
      ["gammal", "Gammal", false],
      ["kontering", "kontering", false],
    ]);
  });
  test("codes read in the order of the segments", () => {
    expect(codingText({ fri: "x", projekt: "TLO17", ansvar: "4210" }, MUNICIPAL_SEGMENTS)).toBe(
      "4210 · TLO17 · x",
    );
    expect(codingText({}, MUNICIPAL_SEGMENTS)).toBe("");
  });
  test("one free text is one code", () =>
    expect([freeCoding(" 4210 7412 "), freeCoding(" ")]).toEqual([{ kontering: "4210 7412" }, {}]));
});
