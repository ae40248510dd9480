import { describe, expect, it } from "vitest";
import {
  ANSWERS,
  type Answer,
  lastDayForCentral,
  type MeetingFacts,
  moveOfAnswer,
  moveVoice,
  VOICE_MOVES,
  VOICE_STATES,
  type VoiceFacts,
  type VoiceMove,
  type VoiceState,
  whyNotAddSubject,
  whyNotAnswer,
  whyNotApproveMinutes,
  whyNotCall,
  whyNotConcludeCentral,
  whyNotConcludeNegotiation,
  whyNotConcludeSilent,
  whyNotInConsultation,
  whyNotRecordMinutes,
  whyNotRequestCentral,
} from "./consultation";

const key = (reason: { key: string } | null) => reason?.key.replace("consultations.whyNot.", "") ?? null;

describe("a voice", () => {
  // Written out by hand: six states × eight moves; a dash is a step that does not exist.
  const TABLE: Record<VoiceMove, Record<VoiceState, VoiceState | "-">> = {
    call: {
      planned: "called",
      called: "-",
      underWay: "-",
      concluded: "-",
      centralRequested: "-",
      centralConcluded: "-",
    },
    answerOpen: {
      planned: "-",
      called: "underWay",
      underWay: "underWay",
      concluded: "underWay",
      centralRequested: "-",
      centralConcluded: "-",
    },
    answerFinal: {
      planned: "-",
      called: "concluded",
      underWay: "concluded",
      concluded: "concluded",
      centralRequested: "-",
      centralConcluded: "-",
    },
    concludeSilent: {
      planned: "-",
      called: "concluded",
      underWay: "concluded",
      concluded: "-",
      centralRequested: "-",
      centralConcluded: "-",
    },
    concludeNegotiation: {
      planned: "-",
      called: "-",
      underWay: "concluded",
      concluded: "-",
      centralRequested: "-",
      centralConcluded: "-",
    },
    requestCentral: {
      planned: "-",
      called: "-",
      underWay: "-",
      concluded: "centralRequested",
      centralRequested: "-",
      centralConcluded: "-",
    },
    concludeCentral: {
      planned: "-",
      called: "-",
      underWay: "-",
      concluded: "-",
      centralRequested: "centralConcluded",
      centralConcluded: "-",
    },
    askAgain: {
      planned: "-",
      called: "called",
      underWay: "called",
      concluded: "called",
      centralRequested: "called",
      centralConcluded: "called",
    },
  };
  const cells = Object.entries(TABLE).flatMap(([move, row]) =>
    Object.entries(row).map(([from, to]) => [move, from, to] as [VoiceMove, VoiceState, VoiceState | "-"]),
  );

  it.each(cells)("%s from %s leads to %s", (move, from, to) => {
    expect(moveVoice(from, move) ?? "-").toBe(to);
  });

  it("has every state and every move in the table", () => {
    expect(cells).toHaveLength(VOICE_STATES.length * Object.keys(VOICE_MOVES).length);
  });

  it("is concluded by the employer only as silence, as a negotiation without agreement or as the central one", () => {
    const byCoordinator = Object.entries(VOICE_MOVES).filter(
      ([, it]) => it.by === "coordinator" && it.to.endsWith("oncluded"),
    );
    expect(byCoordinator.map(([move]) => move)).toEqual([
      "concludeSilent",
      "concludeNegotiation",
      "concludeCentral",
    ]);
  });

  it.each([
    ["noObjection", "answerFinal"],
    ["remarks", "answerFinal"],
    ["disagrees", "answerFinal"],
    ["willReturn", "answerOpen"],
    ["requestsNegotiation", "answerOpen"],
  ] as [Answer, string][])("that answers %s makes the move %s", (answer, move) => {
    expect(moveOfAnswer(answer)).toBe(move);
  });
});

describe("an answer", () => {
  const today = "2026-11-30";
  const answer = (kind: Answer, more: { text?: string; returnsOn?: string } = {}) => ({
    kind,
    text: more.text ?? "",
    returnsOn: more.returnsOn ?? null,
  });
  const voice = (state: VoiceState, minutesApprovedOn: string | null = null) => ({
    state,
    minutesApprovedOn,
  });

  it("waits until the underlag is laid out", () => {
    expect(key(whyNotAnswer(voice("planned"), answer("noObjection"), today))).toBe("notCalled");
  });

  it("is given again until the minutes that hold it are approved", () => {
    expect(whyNotAnswer(voice("concluded"), answer("noObjection"), today)).toBeNull();
    expect(key(whyNotAnswer(voice("concluded", today), answer("noObjection"), today))).toBe(
      "answerInMinutes",
    );
  });

  it("may still be given by a union that said it would return, also after the minutes", () => {
    expect(whyNotAnswer(voice("underWay", "2026-11-20"), answer("noObjection"), today)).toBeNull();
    expect(whyNotAnswer(voice("called", "2026-11-20"), answer("noObjection"), today)).toBeNull();
  });

  it.each(["centralRequested", "centralConcluded"] as const)(
    "is not taken while the matter is %s",
    (state) => {
      for (const kind of ANSWERS)
        expect(key(whyNotAnswer(voice(state), answer(kind, { text: "x", returnsOn: today }), today))).toBe(
          "centralUnderWay",
        );
    },
  );

  it("carries what it needs, and says at which field it is missing", () => {
    expect(whyNotAnswer(voice("called"), answer("remarks"), today)).toMatchObject({ field: "remarks" });
    expect(whyNotAnswer(voice("called"), answer("disagrees"), today)).toMatchObject({ field: "reason" });
    expect(whyNotAnswer(voice("called"), answer("willReturn"), today)).toMatchObject({ field: "returnsOn" });
    expect(whyNotAnswer(voice("called"), answer("remarks", { text: "Mer tid" }), today)).toBeNull();
    expect(whyNotAnswer(voice("called"), answer("disagrees", { text: "Fel väg" }), today)).toBeNull();
    expect(whyNotAnswer(voice("called"), answer("requestsNegotiation"), today)).toBeNull();
  });

  it("names a day to return that has not passed; today still counts", () => {
    expect(
      whyNotAnswer(voice("called"), answer("willReturn", { returnsOn: "2026-11-30" }), today),
    ).toBeNull();
    expect(key(whyNotAnswer(voice("called"), answer("willReturn", { returnsOn: "2026-11-29" }), today))).toBe(
      "returnDayPassed",
    );
  });

  it.each([
    ["inConsultation", true],
    ["deferred", true],
    ["prepared", false],
    ["approved", false],
    ["declined", false],
    ["withdrawn", false],
  ])("while the case is %s: %s", (status, may) => {
    expect(whyNotInConsultation(status) === null).toBe(may);
  });
});

describe("silence", () => {
  const silent: VoiceFacts = {
    state: "called",
    calledOn: "2026-11-27",
    answer: null,
    meetingDay: "2026-12-04",
    minutesApprovedOn: null,
  };

  it("is put on record the day after the meeting, when the call was seven days before", () => {
    expect(key(whyNotConcludeSilent(silent, "2026-12-04"))).toBe("meetingAhead");
    expect(whyNotConcludeSilent(silent, "2026-12-05")).toBeNull();
  });

  it("is not, when the call came six days before", () => {
    expect(key(whyNotConcludeSilent({ ...silent, calledOn: "2026-11-28" }, "2026-12-05"))).toBe(
      "calledTooLate",
    );
    expect(whyNotConcludeSilent({ ...silent, calledOn: "2026-11-28" }, "2026-12-05", 6)).toBeNull();
  });

  it("is not, when the union was asked again after the meeting", () => {
    expect(key(whyNotConcludeSilent({ ...silent, calledOn: "2026-12-06" }, "2026-12-31"))).toBe(
      "calledTooLate",
    );
  });

  it("counts for a union that said it would return and did not, the day after", () => {
    const away: VoiceFacts = {
      ...silent,
      state: "underWay",
      answer: { kind: "willReturn", returnsOn: "2026-12-11" },
    };
    expect(key(whyNotConcludeSilent(away, "2026-12-11"))).toBe("willReturn");
    expect(whyNotConcludeSilent(away, "2026-12-12")).toBeNull();
  });

  it("is never recorded for who negotiates, who was not called, or who has answered", () => {
    const asked: VoiceFacts = {
      ...silent,
      state: "underWay",
      answer: { kind: "requestsNegotiation", returnsOn: null },
    };
    expect(key(whyNotConcludeSilent(asked, "2026-12-31"))).toBe("negotiationUnderWay");
    expect(key(whyNotConcludeSilent({ ...silent, state: "planned", calledOn: null }, "2026-12-31"))).toBe(
      "notCalledYet",
    );
    for (const state of ["concluded", "centralRequested", "centralConcluded"] as const)
      expect(key(whyNotConcludeSilent({ ...silent, state }, "2026-12-31"))).toBe("alreadyConcluded");
  });
});

describe("a negotiation", () => {
  it("is concluded by the coordinator only when the union asked for one", () => {
    expect(
      whyNotConcludeNegotiation({
        state: "underWay",
        answer: { kind: "requestsNegotiation", returnsOn: null },
      }),
    ).toBeNull();
    expect(
      key(whyNotConcludeNegotiation({ state: "underWay", answer: { kind: "willReturn", returnsOn: null } })),
    ).toBe("noNegotiation");
    expect(key(whyNotConcludeNegotiation({ state: "called", answer: null }))).toBe("noNegotiation");
    expect(
      key(
        whyNotConcludeNegotiation({
          state: "concluded",
          answer: { kind: "requestsNegotiation", returnsOn: null },
        }),
      ),
    ).toBe("noNegotiation");
  });

  const disagreed = {
    state: "concluded" as const,
    answer: { kind: "disagrees" as const, returnsOn: null },
    concludedOn: "2026-12-04",
  };

  it("may be taken further until the seventh day after the approved minutes, not on the eighth", () => {
    const voice = { ...disagreed, minutesApprovedOn: "2026-12-08" };
    expect(whyNotRequestCentral(voice, "2026-12-15")).toBeNull();
    expect(key(whyNotRequestCentral(voice, "2026-12-16"))).toBe("centralTooLate");
  });

  it("may be taken further before any minutes are approved", () => {
    expect(whyNotRequestCentral({ ...disagreed, minutesApprovedOn: null }, "2027-03-01")).toBeNull();
  });

  it("has its own seven days when the union disagreed after the approval", () => {
    expect(lastDayForCentral({ minutesApprovedOn: "2026-12-08", concludedOn: "2026-12-20" })).toBe(
      "2026-12-27",
    );
    expect(lastDayForCentral({ minutesApprovedOn: "2026-12-08", concludedOn: "2026-12-01" })).toBe(
      "2026-12-15",
    );
    expect(lastDayForCentral({ minutesApprovedOn: null, concludedOn: "2026-12-01" })).toBeNull();
  });

  it.each([
    ["noObjection", "concluded", "noDisagreement"],
    ["remarks", "concluded", "noDisagreement"],
    ["noStatement", "concluded", "noDisagreement"],
    ["willReturn", "underWay", "noDisagreement"],
    ["disagrees", "concluded", null],
    ["requestsNegotiation", "concluded", null],
    ["requestsNegotiation", "underWay", "localFirst"],
    ["disagrees", "centralRequested", "centralAlready"],
    ["disagrees", "centralConcluded", "centralAlready"],
  ] as const)("after %s while %s: %s", (kind, state, why) => {
    expect(
      key(
        whyNotRequestCentral(
          { state, answer: { kind, returnsOn: null }, minutesApprovedOn: null, concludedOn: "2026-12-04" },
          "2026-12-05",
        ),
      ),
    ).toBe(why);
  });

  it("is concluded centrally only when it was requested", () => {
    for (const state of VOICE_STATES)
      expect(whyNotConcludeCentral({ state }) === null).toBe(state === "centralRequested");
  });
});

describe("a meeting", () => {
  const meeting: MeetingFacts = {
    kind: "unions",
    day: "2026-12-04",
    called: true,
    subjects: 2,
    minutesRecorded: false,
    minutesApproved: false,
  };

  it("is called when it has something that no union has been called to, up to its own day", () => {
    expect(whyNotCall({ ...meeting, called: false, uncalled: 2 }, "2026-12-04")).toBeNull();
    expect(key(whyNotCall({ ...meeting, called: false, uncalled: 2 }, "2026-12-05"))).toBe("meetingPassed");
    expect(key(whyNotCall({ ...meeting, subjects: 0, called: false, uncalled: 0 }, "2026-12-01"))).toBe(
      "nothingToCallTo",
    );
    expect(key(whyNotCall({ ...meeting, uncalled: 0 }, "2026-12-01"))).toBe("calledAlready");
    expect(whyNotCall({ ...meeting, uncalled: 1 }, "2026-12-01")).toBeNull();
  });

  it("takes cases until it has been held or its minutes stand", () => {
    expect(whyNotAddSubject(meeting, "2026-12-04")).toBeNull();
    expect(key(whyNotAddSubject(meeting, "2026-12-05"))).toBe("meetingPassed");
    expect(key(whyNotAddSubject({ ...meeting, minutesApproved: true }, "2026-12-04"))).toBe("minutesStand");
  });

  it("is minuted from its own day, and written anew until the minutes are approved", () => {
    expect(key(whyNotRecordMinutes(meeting, "2026-12-03"))).toBe("meetingNotHeld");
    expect(whyNotRecordMinutes(meeting, "2026-12-04")).toBeNull();
    expect(whyNotRecordMinutes({ ...meeting, minutesRecorded: true }, "2026-12-06")).toBeNull();
    expect(
      key(whyNotRecordMinutes({ ...meeting, minutesRecorded: true, minutesApproved: true }, "2026-12-06")),
    ).toBe("minutesStand");
    expect(key(whyNotRecordMinutes({ ...meeting, called: false }, "2026-12-04"))).toBe("notCalledYet");
  });

  it("has its minutes approved by a representative with a voice there, who did not write them", () => {
    const minuted = { ...meeting, minutesRecorded: true };
    const rep = { personId: "rep", hasVoice: true, recorderId: "coordinator" };
    expect(whyNotApproveMinutes(minuted, rep)).toBeNull();
    expect(key(whyNotApproveMinutes(meeting, rep))).toBe("noMinutes");
    expect(key(whyNotApproveMinutes({ ...minuted, minutesApproved: true }, rep))).toBe("minutesStand");
    expect(key(whyNotApproveMinutes(minuted, { ...rep, hasVoice: false }))).toBe("noVoiceThere");
    expect(key(whyNotApproveMinutes(minuted, { ...rep, recorderId: "rep" }))).toBe("ownMinutes");
  });
});
