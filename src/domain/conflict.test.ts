import { describe, expect, it } from "vitest";
import { whyNotImpartial, whyNotImpartialDecider } from "./conflict";

const parties = {
  applicants: ["applicant"],
  participants: ["participant", "other"],
  ownerId: "owner",
  endorsers: ["endorser"],
};

describe("impartiality", () => {
  it.each([
    ["applicant", "refusals.ownCase", "refusals.ownCase"],
    ["participant", "refusals.ownCase", "refusals.ownCase"],
    ["other", "refusals.ownCase", "refusals.ownCase"],
    ["owner", "refusals.ownCase", "refusals.ownCase"],
    ["endorser", null, "refusals.endorsedIt"],
    ["somebody", null, null],
  ])("of the %s: acts %s, decides %s", (who, acts, decides) => {
    expect(whyNotImpartial({ personId: who, onBehalfOf: null }, parties)?.key ?? null).toBe(acts);
    expect(whyNotImpartialDecider({ personId: who, onBehalfOf: null }, parties)?.key ?? null).toBe(decides);
  });

  it("is asked of both, when a substitute acts", () => {
    expect(whyNotImpartial({ personId: "somebody", onBehalfOf: "owner" }, parties)?.key).toBe(
      "refusals.ownCase",
    );
    expect(whyNotImpartial({ personId: "owner", onBehalfOf: "somebody" }, parties)?.key).toBe(
      "refusals.ownCase",
    );
    expect(whyNotImpartialDecider({ personId: "somebody", onBehalfOf: "endorser" }, parties)?.key).toBe(
      "refusals.endorsedIt",
    );
  });

  it("is not lost where a case has no owner, nor for a job, which is no person", () => {
    expect(
      whyNotImpartial({ personId: "somebody", onBehalfOf: null }, { ...parties, ownerId: null }),
    ).toBeNull();
    expect(whyNotImpartial({ personId: null, onBehalfOf: null }, { ...parties, ownerId: null })).toBeNull();
  });
});
