import { expect, test } from "vitest";
import { freezeCase, readWhole, type WholeCase } from "./case-version";
import { readFrozen } from "./frozen-case";

const CASE: WholeCase = {
  number: "2026-0042",
  title: "Vårdbiträden blir undersköterskor",
  unit: "Hemtjänst norr",
  fund: "Medel 2024–2026",
  version: "komKr2022",
  need: "Behov",
  initiative: "Insats",
  beyondOrdinary: "Nytt yrke",
  risk: "Kvällspassen",
  area: "competence",
  headcount: 12,
  groups: [{ occupation: "Vårdbiträden", aid: "207023", takingPart: 12, covering: 26 }],
  providerKind: "ownRegime",
  providerName: "Sundhamns vuxenskola",
  periodFrom: "2027-02-01",
  periodUntil: "2027-05-31",
  ownerId: "someone",
  // More öre than a number can hold exactly.
  amount: 9_007_199_254_740_993n,
  costLines: [
    { costType: "courseFee", text: "Kurs", amount: 9_007_199_254_740_993n, codes: { ansvar: "4210" } },
  ],
  units: [{ unitId: "north", name: "Hemtjänst norr", ownCost: 30_180_000n }],
};

const stored = (): unknown => JSON.parse(JSON.stringify(freezeCase(CASE)));

test("what is frozen survives the way through the database to the öre", () => {
  expect(readWhole(stored())).toEqual(CASE);
});

test("what the unions read of it is all there", () => {
  const { number, fund, version, ownerId, costLines, units, ...read } = freezeCase(CASE);
  expect(readFrozen(stored())).toEqual(read);
});

test("a version from before there were segments still reads", () => {
  const { costLines, ...rest } = freezeCase(CASE);
  const old = { ...rest, costLines: costLines.map(({ codes, ...line }) => ({ ...line, coding: "4210" })) };
  expect(readWhole(old).costLines).toEqual([
    { costType: "courseFee", text: "Kurs", amount: CASE.amount, codes: { kontering: "4210" } },
  ]);
});
