import { describe, expect, test } from "vitest";
import { CASE_STATUSES, type CaseStatus } from "@/domain/pre-registration";
import { translator } from "@/messages/translator";
import { ballWords, caseSentence, caseWord, type Saying } from "./case-words";
import type { CaseStanding } from "./standing-queries";

const saying = (locale: "sv" | "en", more: Partial<Saying> = {}): Saying => ({
  t: translator(locale),
  locale,
  today: "2026-11-23",
  scheme: "tlo",
  caseWord: null,
  ...more,
});

const standing = (status: CaseStatus, more: Partial<CaseStanding> = {}): CaseStanding => ({
  status,
  since: "2026-11-19",
  ball: "nobody",
  carriedOut: false,
  holders: [],
  unitsLeft: [],
  consultation: null,
  atFund: { kind: "notSent" },
  ...more,
});

describe.each(["sv", "en"] as const)("in %s", (locale) => {
  test.each(CASE_STATUSES)("a case that is %s says where it is", (status) => {
    const said = caseSentence({ standing: standing(status), reserveDay: "2026-12-31" }, saying(locale));
    expect(said).toMatch(/^\p{Lu}.*\.$/su);
    expect(said).not.toMatch(/preRegistrations|undefined|[{}]/);
  });
});

const say = (it: CaseStanding, reserveDay: string | null = null) =>
  caseSentence({ standing: it, reserveDay }, saying("sv"));

test("it names who has the ball, and else the role", () => {
  const units = [{ unitId: "n", name: "Hemtjänst norr" }];
  expect(
    say(standing("submitted", { ball: "managers", holders: ["Nils Dunder"], unitsLeft: units })),
  ).toContain("Väntar på Nils Dunder.");
  expect(say(standing("submitted", { ball: "managers", unitsLeft: units }))).toContain(
    "Väntar på chefen för Hemtjänst norr.",
  );
  expect(say(standing("inConsultation", { ball: "unions", holders: ["Kommunal", "Vision"] }))).toContain(
    "Väntar på Kommunal och Vision.",
  );
  expect(ballWords(standing("draft", { ball: "coordinator" }), saying("sv"))).toBe("Samordnaren");
});

test("a raised amount or own cost is said before all else", () => {
  const units = [{ unitId: "n", name: "Hemtjänst norr" }];
  for (const status of ["endorsed", "prepared"] as const)
    expect(say(standing(status, { unitsLeft: units }))).toBe(
      "Hemtjänst norr behöver tillstyrka igen, eftersom beloppet eller den egna kostnaden har höjts.",
    );
});

test("the days left are told while nothing is reserved, and only then", () => {
  expect(say(standing("prepared"), "2026-12-31")).toBe(
    "Ärendet är klart att skicka till samverkan. 38 dagar är kvar till sista dagen att boka pengar, 31 december.",
  );
  expect(say(standing("prepared"), "2026-11-23")).toContain("I dag är sista dagen att boka pengar.");
  expect(say(standing("prepared"), "2026-11-22")).toContain("Sista dagen att boka pengar var 22 november.");
  expect(say(standing("approved"), "2026-12-31")).not.toContain("38 dagar");
  expect(say(standing("draft"), "2026-12-31")).not.toContain("38 dagar");
});

test("an employer may have a word of its own", () => {
  expect([
    caseWord(saying("sv")),
    caseWord(saying("sv", { scheme: "lom" })),
    caseWord(saying("sv", { caseWord: "Anmälan" })),
  ]).toEqual(["Föranmälan", "Ansökan", "Anmälan"]);
});
