import { describe, expect, it } from "vitest";
import { type StatementKind, VOICE_STATES, type VoiceState } from "./consultation";
import { type GateFacts, type GateMeeting, type GateVoice, whyNotDecide, whyNotDecideInGroup } from "./gate";

const keys = (facts: GateFacts) =>
  whyNotDecide(facts).map((reason) => reason.key.replace("approvals.gate.", ""));

const meeting: GateMeeting = {
  id: "m1",
  day: "2026-12-04",
  minutesRecorded: true,
  minutesApprovedOn: "2026-12-08",
};
const voice = (over: Partial<GateVoice> = {}): GateVoice => ({
  union: "Kommunal",
  rep: "Rut Hed",
  state: "concluded",
  stateSince: "2026-12-04",
  onVersion: 2,
  newest: { kind: "noObjection", returnsOn: null },
  meeting,
  ...over,
});
const facts = (voices: GateVoice[], over: Partial<GateFacts> = {}): GateFacts => ({
  voices,
  missing: [],
  currentVersion: 2,
  requiresPartyAgreement: false,
  today: "2026-12-09",
  ...over,
});

describe("the gate", () => {
  it("is open when every union is concluded on the current version and the minutes are approved", () => {
    expect(
      keys(facts([voice(), voice({ union: "Vision", newest: { kind: "remarks", returnsOn: null } })])),
    ).toEqual([]);
  });

  it("is closed without a union to hear, and without a consultation", () => {
    expect(keys(facts([]))).toEqual(["noUnions"]);
    expect(keys(facts([], { missing: ["Kommunal"] }))).toEqual(["notConsulted"]);
  });

  it("names the union on the employer's list that was left out", () => {
    expect(whyNotDecide(facts([voice()], { missing: ["Vision"] }))).toEqual([
      { key: "approvals.gate.notAsked", values: { union: "Vision" } },
    ]);
  });

  // Every state of a voice × whether it stands on the current version.
  const STATE: Record<VoiceState, string | null> = {
    planned: "notCalled",
    called: "notAnswered",
    underWay: "negotiating",
    concluded: null,
    centralRequested: "centralOpen",
    centralConcluded: null,
  };
  it.each(VOICE_STATES)("asks a union that is %s", (state) => {
    const newest = state === "underWay" ? { kind: "requestsNegotiation" as const, returnsOn: null } : null;
    expect(keys(facts([voice({ state, newest })]))).toEqual(STATE[state] ? [STATE[state]] : []);
    expect(keys(facts([voice({ state, newest, onVersion: 1 })]))).toEqual(["olderVersion"]);
  });

  it("tells when a union that will return comes back, and whom to ask", () => {
    const [reason] = whyNotDecide(
      facts([voice({ state: "underWay", newest: { kind: "willReturn", returnsOn: "2026-12-11" } })]),
    );
    expect(reason).toEqual({
      key: "approvals.gate.willReturn",
      values: { union: "Kommunal", rep: "Rut Hed", known: "yes", day: "2026-12-11" },
    });
  });

  it("waits for minutes of each meeting, once each", () => {
    const unwritten = { ...meeting, id: "m2", minutesRecorded: false, minutesApprovedOn: null };
    const unapproved = { ...meeting, id: "m3", minutesApprovedOn: null };
    expect(
      keys(
        facts([
          voice(),
          voice({ meeting: unwritten }),
          voice({ meeting: unwritten }),
          voice({ meeting: unapproved }),
        ]),
      ),
    ).toEqual(["noMinutes", "minutesNotApproved"]);
  });

  it("lists everything, the unions first, so that the first is the refusal", () => {
    const unwritten = { ...meeting, minutesRecorded: false, minutesApprovedOn: null };
    expect(
      keys(facts([voice({ state: "called", newest: null, meeting: unwritten })], { missing: ["Vision"] })),
    ).toEqual(["notAsked", "notAnswered", "noMinutes"]);
  });

  describe("after a disagreement", () => {
    const disagrees = (over: Partial<GateVoice> = {}) =>
      voice({ newest: { kind: "disagrees", returnsOn: null }, ...over });

    it("waits the seven days from the approved minutes: closed on day 7, open on day 8", () => {
      expect(keys(facts([disagrees()], { today: "2026-12-15" }))).toEqual(["timeForCentral"]);
      expect(keys(facts([disagrees()], { today: "2026-12-16" }))).toEqual([]);
    });

    it("waits from the day of the disagreement when that came after the approval", () => {
      const late = disagrees({ stateSince: "2026-12-20" });
      expect(keys(facts([late], { today: "2026-12-27" }))).toEqual(["timeForCentral"]);
      expect(keys(facts([late], { today: "2026-12-28" }))).toEqual([]);
    });

    it("waits the same for a negotiation that ended without agreement", () => {
      const negotiated = voice({ newest: { kind: "requestsNegotiation", returnsOn: null } });
      expect(keys(facts([negotiated], { today: "2026-12-15" }))).toEqual(["timeForCentral"]);
      expect(keys(facts([negotiated], { today: "2026-12-16" }))).toEqual([]);
    });

    it("is closed while the central negotiation is open, and open when it is concluded", () => {
      expect(keys(facts([disagrees({ state: "centralRequested" })], { today: "2027-06-01" }))).toEqual([
        "centralOpen",
      ]);
      expect(keys(facts([disagrees({ state: "centralConcluded" })]))).toEqual([]);
    });

    it("does not count seven days from minutes that nobody has approved", () => {
      expect(
        keys(
          facts([disagrees({ meeting: { ...meeting, minutesApprovedOn: null } })], { today: "2027-06-01" }),
        ),
      ).toEqual(["minutesNotApproved"]);
    });
  });

  it.each([
    ["noObjection", []],
    ["remarks", []],
    ["noStatement", []],
    ["disagrees", ["noPartyAgreement"]],
    ["requestsNegotiation", ["noPartyAgreement"]],
  ] as [StatementKind, string[]][])("where the parties must agree, %s gives %s", (kind, expected) => {
    const over = { requiresPartyAgreement: true, today: "2027-06-01" };
    expect(keys(facts([voice({ newest: { kind, returnsOn: null } })], over))).toEqual(expected);
    expect(
      keys(facts([voice({ state: "centralConcluded", newest: { kind, returnsOn: null } })], over)),
    ).toEqual(expected);
  });
});

describe("a joint group's gate", () => {
  const key = (...args: Parameters<typeof whyNotDecideInGroup>) =>
    whyNotDecideInGroup(...args).map((it) => it.key);

  it("opens on the day of its own meeting", () => {
    expect(key({ kind: "jointGroup", day: "2026-12-04" }, "2026-12-03")).toEqual([
      "approvals.gate.meetingAhead",
    ]);
    expect(key({ kind: "jointGroup", day: "2026-12-04" }, "2026-12-04")).toEqual([]);
  });

  it("stays closed without a meeting and at another kind of meeting", () => {
    expect(key(null, "2026-12-04")).toEqual(["approvals.gate.notOnMeeting"]);
    expect(key({ kind: "unions", day: "2026-12-04" }, "2026-12-04")).toEqual(["approvals.gate.notOnMeeting"]);
  });
});
