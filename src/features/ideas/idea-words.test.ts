import { describe, expect, test } from "vitest";
import { translator } from "@/messages/translator";
import { ballSentence, holderNames } from "./idea-words";
import type { IdeaRowView } from "./row-queries";

const saying = { t: translator("sv"), locale: "sv", today: "2026-11-23", scheme: "tlo" } as const;
const anna = { id: "anna", name: "Anna Berg", substitute: null };
const bo = { id: "bo", name: "Bo Ek", until: "2026-12-01" };

const idea: IdeaRowView = {
  id: "i",
  title: "C1-körkort",
  why: "",
  status: "submitted",
  withManager: true,
  since: "2026-11-20",
  audience: "me",
  headcount: null,
  unit: "Parken",
  supports: 0,
  mine: true,
  supported: false,
  holders: [anna],
  answerBy: "2026-12-04",
  caseStatus: null,
};
const author = { personId: "elin", onBehalfOf: null, role: "employee" } as const;
const manager = { personId: "anna", onBehalfOf: null, role: "manager" } as const;

describe("who has the ball, since when, and by when they answer", () => {
  test.each<[Partial<IdeaRowView>, typeof author | typeof manager, string]>([
    [{}, author, "Din idé ligger hos Anna Berg sedan 3 dagar. Svar senast fredag 4 december."],
    [{ mine: false }, manager, "Idén ligger hos dig sedan 3 dagar. Svara senast fredag 4 december."],
    [
      { since: "2026-11-23" },
      author,
      "Din idé ligger hos Anna Berg sedan i dag. Svar senast fredag 4 december.",
    ],
    [
      { since: "2026-11-22" },
      author,
      "Din idé ligger hos Anna Berg sedan i går. Svar senast fredag 4 december.",
    ],
    [
      { answerBy: "2026-11-20" },
      author,
      "Din idé ligger hos Anna Berg sedan 3 dagar. Svaret skulle ha kommit fredag 20 november. Hör av dig till Anna Berg.",
    ],
    [
      { mine: false, answerBy: "2026-11-20" },
      manager,
      "Idén ligger hos dig sedan 3 dagar. Du skulle ha svarat fredag 20 november.",
    ],
    [
      { answerBy: "2026-11-23" },
      author,
      "Din idé ligger hos Anna Berg sedan 3 dagar. Svar senast måndag 23 november.",
    ],
    [{ holders: [] }, author, "Din idé ligger hos chefen sedan 3 dagar. Svar senast fredag 4 december."],
    [
      { withManager: false, holders: [] },
      author,
      "Din idé ligger hos samordnaren sedan 3 dagar. Svar senast fredag 4 december.",
    ],
    [{ status: "inDialogue", answerBy: null }, author, "Din idé är i dialog hos Anna Berg sedan 3 dagar."],
    [
      { status: "returned", answerBy: null },
      author,
      "Din idé är hos dig igen sedan 3 dagar. Läs vad som saknas, komplettera och skicka på nytt.",
    ],
    [
      { status: "declined", answerBy: null },
      author,
      "Din idé fick nej 20 november. Här står varför och vad du kan göra i stället.",
    ],
    [
      { status: "converted", caseStatus: "inConsultation" },
      author,
      "Din idé har blivit en föranmälan. Nu säger facken vad de tycker.",
    ],
    [
      { status: "converted", caseStatus: "approved" },
      author,
      "Din idé har blivit en föranmälan. Nu väntar ni på Omställningsfonden.",
    ],
  ])("%o", (but, reader, said) => {
    expect(ballSentence({ ...idea, ...but }, reader, saying)).toBe(said);
  });

  test("with the title where nothing else says which idea it is", () => {
    expect(ballSentence(idea, author, saying, true)).toMatch(/^Din idé ”C1-körkort” ligger hos Anna Berg/);
  });
});

test("several are named together, who stands in for whom is said, and protected people have no name", () => {
  const away = { ...anna, substitute: bo };
  expect(holderNames([anna, { ...anna, id: "x", name: "Kaj Ö" }], "manager", saying)).toBe(
    "Anna Berg och Kaj Ö",
  );
  expect(holderNames([away], "manager", saying)).toBe("Bo Ek (ersätter Anna Berg till 1 december)");
  expect(holderNames([{ ...anna, name: null }], "manager", saying)).toBe("Medarbetare");
  expect(holderNames([], "coordinator", saying)).toBe("samordnaren");
});
