import type { CostType, ProviderKind } from "./agreement";
import { covers, type Day } from "./day";
import type { Reason } from "./reason";

/** When a segment must be filled in. */
export type Required =
  | { when: "always" }
  | { when: "never" }
  | { when: "costType"; costTypes: readonly CostType[] }
  | { when: "provider"; kinds: readonly ProviderKind[] };

/** Which signs a code is written with. */
export const CODE_SIGNS = ["digits", "letters", "both"] as const;

/** Where a segment goes in an accounting file: the account itself, an SIE dimension, or nowhere. */
export type SiePlace = "account" | number | null;

/** One part of an employer's account coding, from a day on. When it changes, the old one ends and a new one begins. */
export type Segment = {
  /** The employer's own short name, the same over time: "ansvar". */
  key: string;
  /** What stands on the screen: "Ansvar". */
  name: string;
  min: number;
  max: number;
  signs: (typeof CODE_SIGNS)[number];
  required: Required;
  from: Day;
  until: Day | null;
  /** The codes that exist; null when the employer has not listed them. */
  allowed: readonly string[] | null;
  sie: SiePlace;
};

/** Codes by the segments' keys, as somebody wrote them. */
export type Coding = Readonly<Record<string, string>>;

/** A coding from before there were segments, in one text: it stays readable and is a fault once there are segments. */
export function freeCoding(text: string): Coding {
  return text.trim() === "" ? {} : { kontering: text.trim() };
}

/** Codes in the order of the segments, then what belongs to none: "4210 · 7412 · TLO17"; empty without any code. */
export function codingText(coding: Coding, segments: readonly Pick<Segment, "key">[]): string {
  const known = segments.map(({ key }) => key);
  const others = Object.keys(coding).filter((key) => !known.includes(key));
  return [...known, ...others]
    .map((key) => codeIn(coding, key))
    .filter(Boolean)
    .join(" · ");
}

/** What of a cost line decides which segments it needs. */
export type CodingFacts = { costType: CostType; providerKind: ProviderKind | null };

const SIGNS: Record<Segment["signs"], RegExp> = {
  digits: /^[0-9]+$/,
  letters: /^\p{L}+$/u,
  both: /^[\p{L}0-9]+$/u,
};

/** SIE keeps 3–5 and 11–19 for itself, 7–10 are employees, customers, suppliers and invoices. [SIE 4C] */
const isFreeDimension = (it: number) =>
  Number.isInteger(it) && (it === 1 || it === 2 || it === 6 || it >= 20);

/**
 * Everything that is wrong with a cost line's coding on a day, in the order of the segments: one that is required is
 * missing, a code has other signs or another length than the segment, or is not among those that exist; and codes for
 * a segment that does not exist on that day. Nothing is mended or guessed. The field is `coding.<key>`.
 */
export function faultsOf(
  coding: Coding,
  segments: readonly Segment[],
  facts: CodingFacts,
  day: Day,
): Reason[] {
  const inForce = segments.filter((segment) => covers(segment, day));
  const faults = inForce.map((segment) => faultOf(codeIn(coding, segment.key), segment, facts));
  const unknown = Object.keys(coding)
    .filter((key) => codeIn(coding, key) !== "" && !inForce.some((segment) => segment.key === key))
    .map(
      (key): Reason => ({
        key: "money.coding.noSuchSegment",
        values: { segment: segments.find((segment) => segment.key === key)?.name ?? key, day },
        field: `coding.${key}`,
      }),
    );
  return [...faults.filter((fault) => fault !== null), ...unknown];
}

/**
 * The lines of a case with faults in their coding on a day, with their place and every fault. An employer without
 * segments on that day has not taken up account coding: then nothing is a fault.
 */
export function faultyLines<Line extends { costType: CostType; codes: Coding }>(
  lines: readonly Line[],
  segments: readonly Segment[],
  providerKind: ProviderKind | null,
  day: Day,
): { line: Line; nth: number; faults: Reason[] }[] {
  if (!segments.some((segment) => covers(segment, day))) return [];
  return lines
    .map((line, nth) => ({
      line,
      nth,
      faults: faultsOf(line.codes, segments, { costType: line.costType, providerKind }, day),
    }))
    .filter(({ faults }) => faults.length > 0);
}

/**
 * The fields in which lines are coded on a day: one for each segment in force, and one for what stands written under any
 * other name, so that it can be seen and taken away.
 */
export function codeFields(
  lines: readonly { codes: Coding }[],
  segments: readonly Segment[],
  day: Day,
): { key: string; name: string; segment: Segment | null }[] {
  const inForce = segments.filter((segment) => covers(segment, day));
  const others = lines
    .flatMap(({ codes }) => Object.keys(codes))
    .filter((key) => !inForce.some((segment) => segment.key === key));
  return [
    ...inForce.map((segment) => ({ key: segment.key, name: segment.name, segment })),
    ...[...new Set(others)].map((key) => ({
      key,
      name: segments.find((segment) => segment.key === key)?.name ?? key,
      segment: null,
    })),
  ];
}

function faultOf(code: string, segment: Segment, facts: CodingFacts): Reason | null {
  const field = `coding.${segment.key}`;
  const values = { segment: segment.name };
  if (code === "")
    return isRequired(segment.required, facts) ? { key: "money.coding.missing", values, field } : null;
  const length = [...code].length;
  if (!SIGNS[segment.signs].test(code) || length < segment.min || length > segment.max)
    return {
      key: `money.coding.form.${segment.signs}`,
      values: {
        ...values,
        code: asWritten(code),
        min: segment.min,
        max: segment.max,
        fixed: String(segment.min === segment.max),
      },
      field,
    };
  return segment.allowed && !segment.allowed.includes(code)
    ? { key: "money.coding.notAllowed", values: { ...values, code: asWritten(code) }, field }
    : null;
}

function isRequired(required: Required, facts: CodingFacts): boolean {
  switch (required.when) {
    case "always":
      return true;
    case "never":
      return false;
    case "costType":
      return required.costTypes.includes(facts.costType);
    case "provider":
      return facts.providerKind !== null && required.kinds.includes(facts.providerKind);
  }
}

/** In quotes: what looks like a day would be put into words in a sentence. */
const asWritten = (code: string) => `"${code.slice(0, 40)}"`;

/** Own keys only: a segment may be called "constructor". */
const codeIn = (coding: Coding, key: string) => (Object.hasOwn(coding, key) ? (coding[key] ?? "") : "");

/**
 * Why an employer's segments cannot be like this; null when they can: one without name or with a key that is not short
 * and plain, impossible lengths, an end before its start, a listed code that breaks the segment's own form, an SIE
 * dimension that is not free, or two at the same time with the same key or the same place in an accounting file.
 */
export function whyNotSegments(segments: readonly Segment[]): Reason | null {
  for (const [nth, segment] of segments.entries()) {
    const fault = whyNotSegment(segment);
    if (fault) return fault;
    const earlier = segments.slice(0, nth).filter((other) => meet(other, segment));
    const values = { segment: segment.name };
    if (earlier.some(({ key }) => key === segment.key))
      return { key: "money.coding.twiceAtOnce", values, field: "key" };
    if (segment.sie !== null && earlier.some(({ sie }) => sie === segment.sie))
      return { key: "money.coding.samePlace", values, field: "sie" };
  }
  return null;
}

function whyNotSegment(it: Segment): Reason | null {
  if (it.name.trim() === "") return { key: "money.coding.noName", field: "name" };
  const values = { segment: it.name };
  if (!/^[a-zåäö][a-zåäö0-9-]{0,29}$/.test(it.key))
    return { key: "money.coding.badKey", values, field: "key" };
  if (!Number.isInteger(it.min) || !Number.isInteger(it.max) || it.min < 1 || it.max < it.min || it.max > 40)
    return { key: "money.coding.badLength", values, field: "max" };
  if (it.until !== null && it.until < it.from) return { key: "refusals.endBeforeStart", field: "until" };
  const wrong = it.allowed?.find(
    (code) => !SIGNS[it.signs].test(code) || [...code].length < it.min || [...code].length > it.max,
  );
  if (wrong !== undefined)
    return {
      key: "money.coding.badAllowed",
      values: { ...values, code: asWritten(wrong) },
      field: "allowed",
    };
  if (typeof it.sie === "number" && !isFreeDimension(it.sie))
    return { key: "money.coding.takenDimension", values: { ...values, dimension: it.sie }, field: "sie" };
  return null;
}

const meet = (a: Segment, b: Segment) =>
  (b.until === null || a.from <= b.until) && (a.until === null || b.from <= a.until);

/** What a coding becomes in an accounting file on a day: its account, or null, and its objects by dimension. */
export function sieCoding(
  coding: Coding,
  segments: readonly Segment[],
  day: Day,
): { account: string | null; objects: { dimension: number; object: string }[] } {
  let account: string | null = null;
  const objects: { dimension: number; object: string }[] = [];
  for (const segment of segments.filter((it) => covers(it, day))) {
    const code = codeIn(coding, segment.key);
    if (code === "") continue;
    if (segment.sie === "account") account = code;
    else if (segment.sie !== null) objects.push({ dimension: segment.sie, object: code });
  }
  return { account, objects: objects.sort((a, b) => a.dimension - b.dimension) };
}

const segment = (
  key: string,
  name: string,
  [min, max]: [number, number],
  sie: SiePlace,
  required: Required = { when: "never" },
  signs: Segment["signs"] = "digits",
): Segment => ({ key, name, min, max, signs, required, from: "2000-01-01", until: null, allowed: null, sie });

/**
 * What a municipality starts from and changes to its own: lengths, rules and codes differ, since Kommun-Bas is followed
 * freely and extended. Internal post needs its counterpart. The names are the employer's data, hence in Swedish. [J]
 */
export const MUNICIPAL_SEGMENTS: readonly Segment[] = [
  segment("ansvar", "Ansvar", [3, 6], 1, { when: "always" }),
  segment("konto", "Konto", [4, 6], "account", { when: "always" }),
  segment("verksamhet", "Verksamhet", [3, 6], 20),
  segment("aktivitet", "Aktivitet", [2, 6], 21),
  segment("projekt", "Projekt", [3, 8], 6, { when: "always" }, "both"),
  segment("motpart", "Motpart", [2, 4], 22, { when: "costType", costTypes: ["internalResource"] }),
];
