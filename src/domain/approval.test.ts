import { describe, expect, it } from "vitest";
import {
  type Member,
  mandateToDecide,
  whyNotDecider,
  whyNotGroupDecision,
  whyNotUpForDecision,
} from "./approval";

const today = "2026-12-10";
const key = (reason: { key: string } | null) => reason?.key ?? null;

describe("the mandate", () => {
  const held = (
    id: string,
    amountLimit: bigint | null,
    from = "2026-01-01",
    until: string | null = null,
  ) => ({
    id,
    kind: "decisionMaker" as const,
    paragraph: id,
    amountLimit,
    side: null,
    from,
    until,
  });
  const found = (mandates: ReturnType<typeof held>[], amount: bigint, on = today) => {
    const answer = mandateToDecide(mandates, amount, on);
    return "mandate" in answer ? answer.mandate.id : answer.reason.key;
  };

  it("reaches its limit and not an öre more", () => {
    expect(found([held("a", 30_000_000n)], 30_000_000n)).toBe("a");
    expect(found([held("a", 30_000_000n)], 30_000_001n)).toBe("approvals.whyNot.overLimit");
  });

  it("is the narrowest that is wide enough, so that the record names the paragraph that was needed", () => {
    const all = [held("any", null), held("small", 100n), held("middle", 1_000n)];
    expect(found(all, 100n)).toBe("small");
    expect(found(all, 101n)).toBe("middle");
    expect(found(all, 1_001n)).toBe("any");
  });

  it("holds from its first day to its last, both counted", () => {
    const dated = [held("a", null, "2026-12-01", "2026-12-10")];
    expect(found(dated, 1n, "2026-11-30")).toBe("refusals.noMandate");
    expect(found(dated, 1n, "2026-12-01")).toBe("a");
    expect(found(dated, 1n, "2026-12-10")).toBe("a");
    expect(found(dated, 1n, "2026-12-11")).toBe("refusals.noMandate");
  });

  it("of another kind decides nothing, and says the widest limit that was there", () => {
    expect(found([{ ...held("a", null), kind: "authorisedSender" as never }], 1n)).toBe("refusals.noMandate");
    expect(mandateToDecide([held("a", 100_00n), held("b", 200_00n)], 300_00n, today)).toEqual({
      reason: { key: "approvals.whyNot.overLimit", values: { limit: 200, amount: 300 } },
    });
  });
});

describe("the decider", () => {
  const parties = {
    applicants: ["applicant"],
    participants: ["participant"],
    ownerId: "owner",
    endorsers: ["endorser"],
    spokeForUnion: ["rep"],
  };
  const why = (personId: string, onBehalfOf: string | null = null) =>
    key(whyNotDecider({ personId, onBehalfOf }, parties));

  it.each([
    ["applicant", "refusals.ownCase"],
    ["participant", "refusals.ownCase"],
    ["owner", "refusals.ownCase"],
    ["endorser", "refusals.endorsedIt"],
    ["rep", "approvals.whyNot.spokeForUnion"],
    ["somebody", null],
  ])("who is %s: %s", (person, expected) => {
    expect(why(person)).toBe(expected);
    expect(why("somebody", person)).toBe(expected);
  });
});

describe("a joint group", () => {
  const member = (side: "employer" | "union", over: Partial<Member> = {}): Member => ({
    name: side,
    side,
    position: "inFavour",
    reason: "",
    conflict: null,
    ...over,
  });
  const both = [member("employer"), member("union")];
  type Decision = Parameters<typeof whyNotGroupDecision>[0];
  const why = (over: Partial<Decision>) =>
    key(
      whyNotGroupDecision({
        outcome: "approved",
        amount: null,
        asked: 1_000n,
        reason: "",
        members: both,
        ...over,
      }),
    );
  const conflict = { key: "refusals.ownCase" } as const;

  it("grants when every counted member is in favour and both sides take part", () => {
    expect(why({})).toBeNull();
    expect(why({ members: [...both, member("union", { position: "against" })] })).toBe(
      "approvals.whyNot.notUnanimous",
    );
    expect(
      why({
        outcome: "partlyApproved",
        amount: 1n,
        members: [...both, member("union", { position: "against" })],
      }),
    ).toBe("approvals.whyNot.notUnanimous");
  });

  it.each(["employer", "union"] as const)("cannot decide without somebody of the %s side", (side) => {
    const other = both.filter((it) => it.side !== side);
    const steppedOut = member(side, { position: "steppedOut", reason: "Sjuk" });
    for (const outcome of ["approved", "partlyApproved", "declined"] as const) {
      expect(why({ outcome, amount: 1n, reason: "Nej", members: other })).toBe(
        "approvals.whyNot.sideMissing",
      );
      expect(why({ outcome, amount: 1n, reason: "Nej", members: [...other, steppedOut] })).toBe(
        "approvals.whyNot.sideMissing",
      );
    }
    expect(why({ outcome: "deferred", reason: "Vi är för få", members: other })).toBeNull();
  });

  it("lets who has a conflict step out, with the reason, and not count", () => {
    const own = member("union", { name: "Vera", conflict });
    expect(why({ members: [...both, own] })).toBe("approvals.whyNot.mustStepOut");
    expect(why({ members: [...both, { ...own, position: "against" }] })).toBe("approvals.whyNot.mustStepOut");
    expect(why({ members: [...both, { ...own, position: "steppedOut" }] })).toBe(
      "approvals.whyNot.stepOutReason",
    );
    expect(
      why({ members: [...both, { ...own, position: "steppedOut", reason: "Deltar själv" }] }),
    ).toBeNull();
  });

  it("says why when it declines or defers", () => {
    for (const outcome of ["declined", "deferred"] as const) {
      expect(why({ outcome })).toBe("approvals.whyNot.reasonMissing");
      expect(why({ outcome, reason: "Ordinarie utbildning" })).toBeNull();
    }
    expect(
      why({
        outcome: "declined",
        reason: "Nej",
        members: [...both, member("union", { position: "against" })],
      }),
    ).toBeNull();
  });

  it.each([
    [null, "refusals.moneyAboveZero"],
    [0n, "refusals.moneyAboveZero"],
    [1n, null],
    [999n, null],
    [1_000n, "approvals.whyNot.notLess"],
    [1_001n, "approvals.whyNot.notLess"],
  ])("approves %s of 1000 in part: %s", (amount, expected) => {
    expect(why({ outcome: "partlyApproved", amount })).toBe(expected);
  });
});

describe("a case up for decision", () => {
  it("lies in consultation and asks for money", () => {
    expect(whyNotUpForDecision({ status: "inConsultation", amount: 1n })).toBeNull();
    expect(key(whyNotUpForDecision({ status: "inConsultation", amount: 0n }))).toBe(
      "approvals.whyNot.nothingAsked",
    );
    for (const status of ["draft", "prepared", "deferred", "approved", "converted", "declined", "parked"])
      expect(key(whyNotUpForDecision({ status, amount: 1n }))).toBe("approvals.whyNot.notUpForDecision");
  });
});
