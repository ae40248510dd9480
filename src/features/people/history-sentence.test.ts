import { describe, expect, test } from "vitest";
import { EVENT_KINDS } from "@/domain/event";
import type { Locale } from "@/messages/messages";
import { translator } from "@/messages/translator";
import type { HistoryEvent } from "./history-queries";
import { historySentence } from "./history-sentence";

const event: HistoryEvent = {
  id: "e",
  kind: "idea.endorsed",
  at: new Date("2026-11-22T13:02:00Z"),
  who: "named",
  name: "Anna Berg",
  role: "manager",
  onBehalf: null,
  amount: null,
  day: null,
  detail: null,
  union: null,
  unit: null,
  person: null,
  caseId: null,
  text: null,
};
const say = (but: Partial<HistoryEvent>, locale: Locale = "sv") =>
  historySentence({ ...event, ...but }, translator(locale), locale, "tlo");

// Everything an event can carry, and nothing at all.
const FULL = {
  amount: 1_250_000n,
  day: "2026-12-04",
  union: "Facket",
  unit: "Hemvården",
  person: "Bo Ek",
  detail: "noObjection",
};

// The words that commands put into an event, wherever: each must leave a whole sentence behind.
const DETAILS = [
  ...["withManager", "alone", "need", "costs", "units", "again", "3"],
  ...["remarks", "willReturn", "disagrees", "requestsNegotiation", "noStatement"],
  ...["open", "closing", "drawOnly", "closed", "in", "out", "transfer", "rollOver", "rejected"],
  ...[
    "added",
    "changed",
    "moved",
    "ended",
    "left",
    "identity",
    "toHear",
    "notHeard",
    "settings",
    "claimMapping",
  ],
  ...["coordinator", "unionRep", "decisionMaker", "inForce"],
];

describe.each(["sv", "en"] as const)("in %s", (locale) => {
  test.each(EVENT_KINDS)("%s has its sentence, whatever it carries", (kind) => {
    const some = DETAILS.map((detail) => ({ day: FULL.day, detail }));
    for (const values of [{}, FULL, ...some]) {
      const said = say({ ...values, kind }, locale);
      expect(said).not.toContain("events.");
      expect(said).not.toMatch(/\bnone\b|undefined|[{}]/);
      expect(said).toMatch(/^[A-ZÅÄÖ1S].*\.$/);
    }
  });
});

describe("who did it", () => {
  test.each<[Partial<HistoryEvent>, RegExp]>([
    [{}, /^Anna Berg \(chef\) tillstyrkte idén\.$/],
    [{ onBehalf: { name: "Bo Ek" } }, /^Anna Berg \(chef, för Bo Ek\) tillstyrkte/],
    [{ onBehalf: { name: null } }, /^Anna Berg \(chef, för medarbetare\) tillstyrkte/],
    [{ role: "employee" }, /^Anna Berg tillstyrkte/],
    [{ who: "you" }, /^Du tillstyrkte/],
    [{ who: "you", onBehalf: { name: "Bo Ek" } }, /^Du \(för Bo Ek\) tillstyrkte/],
    [{ who: "portal", name: null }, /^Portalen tillstyrkte/],
    [{ who: "hidden", name: null, role: "manager" }, /^En medarbetare tillstyrkte/],
    // Protected data: the office is told, the name is not.
    [{ name: null }, /^En chef tillstyrkte/],
  ])("%o: %s", (but, said) => {
    expect(say(but)).toMatch(said);
  });
});

test("amounts, days and the field's words stand in the sentence", () => {
  expect(say({ amount: 1_250_000n })).toBe(
    "Anna Berg (chef) tillstyrkte idén och räknar med 12\u00a0500\u00a0kr i egen kostnad för enheten.",
  );
  expect(say({ kind: "statement.given", detail: "disagrees", union: "Facket", role: "unionRep" })).toBe(
    "Anna Berg (facklig företrädare) lämnade yttrande för Facket: oenig.",
  );
  expect(
    historySentence({ ...event, kind: "preRegistration.withdrawn" }, translator("sv"), "sv", "lom"),
  ).toBe("Anna Berg (chef) drog tillbaka ansökan.");
});
