import { describe, expect, test } from "vitest";
import { AGREEMENTS, type Version, versionsOf } from "@/domain/agreement";
import { agreementChanges, PARAMETERS } from "@/domain/agreement-changes";
import { translator } from "@/messages/translator";
import { changeRows, parameterWords, rowsBetween, versionStatus } from "./version-words";

const versions = Object.keys(AGREEMENTS) as Version[];
const saying = (locale: "sv" | "en", today = "2026-11-22") => ({ t: translator(locale), locale, today });

describe.each(["sv", "en"] as const)("in %s", (locale) => {
  test.each(versions)("%s says something of every parameter", (version) => {
    for (const parameter of PARAMETERS)
      expect(parameterWords(parameter, AGREEMENTS[version], saying(locale))).toMatch(/\w{3}/);
  });

  // Two that differ must not sound the same.
  test("what differs is told differently before and now, between any two versions", () => {
    for (const before of versionsOf("tlo"))
      for (const now of versionsOf("tlo")) {
        const rows = rowsBetween(before, now, saying(locale));
        expect(rows.map((row) => row.parameter)).toEqual(
          agreementChanges(AGREEMENTS[before], AGREEMENTS[now]).map((change) => change.parameter),
        );
        for (const row of rows) expect(row.before).not.toBe(row.now);
      }
  });
});

test("of a long list only what came and went is told", () =>
  expect(changeRows("komKr2022", saying("sv"))).toEqual({
    before: "komKr2021",
    rows: [{ parameter: "costTypes", label: "Pengarna får betala", before: "–", now: "Nytt: Samordning" }],
  }));

test("today's version is marked, and those that are over", () => {
  const marks = (today: string) =>
    versionsOf("tlo").map((version) => versionStatus(version, saying("sv", today))?.tone ?? null);
  expect(marks("2022-09-30")).toEqual(["done", "done", "active", null]);
  expect(marks("2022-10-01")).toEqual(["done", "done", "done", "active"]);
});
