import { describe, expect, test } from "vitest";
import {
  agreementOn,
  LOCAL_AGREEMENT_MOVES,
  LOCAL_AGREEMENT_STATES,
  type LocalAgreement,
  type LocalAgreementState,
  localAgreementStateOn,
  reviewDay,
  whyNotApply,
  whyNotSaveLocalAgreement,
} from "./local-agreement";

const TODAY = "2026-11-23";
const inForce: LocalAgreement = { state: "inForce", from: "2024-01-01", until: "2027-12-31" };
const at = (
  state: LocalAgreement["state"],
  from: string | null = null,
  until: string | null = null,
): LocalAgreement => ({ state, from, until });
const key = (reason: { key: string; field?: string } | null) =>
  reason && [reason.key.split(".").at(-1), reason.field];

describe("the state follows the days", () => {
  test.each([
    ["2023-12-31", "negotiating"],
    ["2024-01-01", "inForce"],
    ["2027-09-29", "inForce"],
    ["2027-09-30", "reviewDue"],
    ["2027-12-31", "reviewDue"],
    ["2028-01-01", "expired"],
  ])("on %s it is %s", (today, state) => {
    // Whichever of the three was stored, and however late a job was.
    for (const stored of ["inForce", "reviewDue", "expired"] as const)
      expect(localAgreementStateOn({ ...inForce, state: stored }, today)).toBe(state);
  });
  test("without a last day it is never due for review; before it is signed the days say nothing", () => {
    expect(localAgreementStateOn(at("inForce", "2020-01-01"), "2099-01-01")).toBe("inForce");
    expect(localAgreementStateOn(at("preparing", "2020-01-01", "2020-12-31"), TODAY)).toBe("preparing");
    expect(localAgreementStateOn(at("negotiating"), TODAY)).toBe("negotiating");
    expect(localAgreementStateOn(null, TODAY)).toBe("none");
  });
  test.each([
    ["2027-12-31", "2027-09-30"],
    ["2027-05-31", "2027-02-28"],
    ["2028-05-31", "2028-02-29"],
    ["2027-01-15", "2026-10-15"],
  ])("review three months before %s: %s [AG3]", (until, review) => expect(reviewDay({ until })).toBe(review));
});

describe("whyNotApply", () => {
  const cases: [LocalAgreementState | "later", LocalAgreement | null, string | null][] = [
    ["none", null, "none"],
    ["preparing", at("preparing"), "preparing"],
    ["negotiating", at("negotiating"), "negotiating"],
    ["later", at("inForce", "2027-01-01"), "notYet"],
    ["inForce", inForce, null],
    ["reviewDue", { ...inForce, until: "2027-01-31" }, null],
    ["expired", { ...inForce, until: "2026-11-22" }, "expired"],
  ];
  test.each(cases)("LOM, %s", (_, agreement, reason) =>
    expect(key(whyNotApply("lom", agreement, TODAY))?.[0] ?? null).toBe(reason),
  );
  test.each(cases)("TLO needs none: %s", (_, agreement) =>
    expect(whyNotApply("tlo", agreement, TODAY)).toBeNull(),
  );
  test("the sentence names the day", () => {
    expect(whyNotApply("lom", { ...inForce, until: "2026-11-22" }, TODAY)?.values).toEqual({
      day: "2026-11-22",
    });
    expect(whyNotApply("lom", at("inForce", "2027-01-01"), TODAY)?.values).toEqual({ day: "2027-01-01" });
  });
});

describe("recording an agreement", () => {
  const dated = { from: "2026-01-01", until: "2027-12-31" };
  const save = (before: LocalAgreement | null, after: LocalAgreement, others: LocalAgreement[] = []) =>
    key(whyNotSaveLocalAgreement(before, after, others, TODAY));

  test("every step of the table, and no other", () => {
    for (const from of ["none", ...LOCAL_AGREEMENT_STATES] as const)
      for (const to of LOCAL_AGREEMENT_STATES) {
        // Dates that make the stored state the one of the day.
        const until = from === "expired" ? "2026-11-22" : from === "reviewDue" ? "2027-01-31" : "2027-12-31";
        const before = from === "none" ? null : at(from, "2026-01-01", until);
        const answer = save(before, at(to, "2026-01-01", "2028-12-31"));
        const allowed =
          from !== "expired" &&
          (from === to ||
            LOCAL_AGREEMENT_MOVES[from][to] === "parties" ||
            (from === "inForce" && to === "inForce"));
        expect(answer === null, `${from} → ${to}: ${answer}`).toBe(allowed);
      }
  });
  test("one that has run out by its days is final, whatever was stored", () =>
    expect(
      save(at("inForce", "2020-01-01", "2026-11-22"), at("inForce", "2020-01-01", "2028-12-31")),
    ).toEqual(["expired", undefined]));
  test("in force needs a first day, and days in order", () => {
    expect(save(null, at("inForce", null, "2027-12-31"))).toEqual(["needsFirstDay", "from"]);
    expect(save(null, at("preparing", null, null))).toBeNull();
    expect(save(null, at("negotiating", "2027-01-01", "2026-12-31"))).toEqual(["endBeforeStart", "until"]);
  });
  test("two are never in force on the same day", () => {
    expect(save(null, { state: "inForce", ...dated }, [inForce])).toEqual(["overlaps", "from"]);
    expect(save(null, { state: "inForce", from: "2028-01-01", until: null }, [inForce])).toBeNull();
    expect(
      save(null, { state: "inForce", from: "2028-01-01", until: null }, [{ ...inForce, until: null }]),
    ).toEqual(["overlaps", "from"]);
    expect(save(null, { state: "preparing", ...dated }, [inForce])).toBeNull();
    expect(
      save(null, { state: "inForce", ...dated }, [at("negotiating", "2024-01-01", "2027-12-31")]),
    ).toBeNull();
  });
});

test("of several, the one in force counts; else the one that has come furthest", () => {
  const old = at("inForce", "2018-01-01", "2022-12-31");
  const next = at("negotiating", "2028-01-01");
  expect(agreementOn([], TODAY)).toBeNull();
  expect(agreementOn([old, inForce, next], TODAY)).toBe(inForce);
  expect(agreementOn([old, next], TODAY)).toBe(next);
  expect(agreementOn([at("preparing"), next], TODAY)).toBe(next);
  expect(agreementOn([old], TODAY)).toBe(old);
});
