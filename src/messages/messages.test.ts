import { describe, expect, test } from "vitest";
import { MESSAGES } from "./messages";
import { sentence, translator } from "./translator";

/** Every sentence of a language by its key. */
function leaves(part: object, path = ""): [string, string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const swedish = leaves(MESSAGES.sv);
const english = new Map(leaves(MESSAGES.en));

type Part = string | { name: string; branches: string[] };

/** A message as text and arguments; a plural or select has a branch for each case. */
function parts(message: string): Part[] {
  const found: Part[] = [];
  for (let at = 0; at < message.length; ) {
    const open = message.indexOf("{", at);
    if (open < 0) return [...found, message.slice(at)];
    found.push(message.slice(at, open));
    const close = closing(message, open);
    const inside = message.slice(open + 1, close);
    found.push({ name: inside.split(",")[0]?.trim() ?? "", branches: branches(inside) });
    at = close + 1;
  }
  return found;
}

/** Where the brace that opens at `open` closes. */
function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === "{") depth++;
    if (message[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`a brace stays open in "${message}"`);
}

function branches(inside: string): string[] {
  const found: string[] = [];
  for (let at = inside.indexOf("{"); at >= 0; ) {
    const close = closing(inside, at);
    found.push(inside.slice(at + 1, close));
    at = inside.indexOf("{", close);
  }
  return found;
}

/** The names of the values that a sentence takes, also inside its branches. */
function values(message: string): string[] {
  const names = parts(message).flatMap((part) =>
    typeof part === "string" ? [] : [part.name, ...part.branches.flatMap(values)],
  );
  return [...new Set(names)].sort();
}

/** The sentence as it reads at its longest. */
function longest(message: string): string {
  return parts(message)
    .map((part) => {
      if (typeof part === "string") return part;
      const readings = part.branches.map(longest);
      return readings.length === 0 ? "x" : readings.reduce((a, b) => (b.length > a.length ? b : a));
    })
    .join("");
}

test("both languages take the same values", () => {
  const different = swedish.filter(
    ([key, text]) => values(text).join() !== values(english.get(key) ?? "").join(),
  );
  expect(different.map(([key]) => key)).toEqual([]);
});

test.each(["sv", "en"] as const)("every sentence in %s can be said", (locale) => {
  const t = translator(locale);
  const broken = leaves(MESSAGES[locale]).filter(([key, text]) => {
    const given = Object.fromEntries(values(text).map((name) => [name, 2]));
    const said = t(key as never, given);
    // A # means the number only directly in its plural, not in a select inside it; #FLAGGA is a name.
    return said === key || said.endsWith(`.${key}`) || /#(?![A-Z])/.test(said);
  });
  expect(broken.map(([key]) => key)).toEqual([]);
});

describe("klarspråk", () => {
  // Words that public writing should do without; "beviljad" is the name of a thing and allowed.
  const heavy = /\b(erhåll\w*|inkom(ma|mer|mit|met)|beviljas|avseende|föreligg\w*|skall)\b/i;

  test("no heavy words", () => {
    expect(swedish.filter(([, text]) => heavy.test(text))).toEqual([]);
  });

  test("no sentence over 25 words", () => {
    const long = swedish.flatMap(([key, text]) =>
      longest(text)
        .split(/[.!?](?:\s|$)/)
        .filter((sentence) => sentence.trim().split(/\s+/).length > 25)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test("no raw codes in either language", () => {
    const codes = /\b(undefined|null|NaN|P\d{4}|ECONN\w+|HTTP \d{3})\b/;
    expect([...swedish, ...english].filter(([, text]) => codes.test(text))).toEqual([]);
  });
});

test("a rule's day is read in words", () => {
  const reason = { key: "approvals.gate.meetingAhead", values: { day: "2026-12-04" } } as const;
  expect(sentence(translator("sv"), reason)).toContain("4 december 2026");
  expect(sentence(translator("en"), reason)).toContain("4 December 2026");
  for (const day of ["2026-11-31", "2026-13-45"])
    expect(sentence(translator("sv"), { ...reason, values: { day } })).toContain(day);
});
