import { describe, expect, test } from "vitest";
import {
  closesAs,
  FILING_MOVES,
  FILING_STATUSES,
  type FilingAnswer,
  type FilingStatus,
  isAnswered,
  type Sendable,
  type Standing,
  whyNotClose,
  whyNotHeld,
  whyNotMoveFiling,
  whyNotPrepareFiling,
  whyNotRecordAnswer,
  whyNotSend,
  whyNotSendAll,
} from "./filing";
import { INITIATIVE_STATUSES } from "./initiative";
import { MOVED_ON } from "./reason";

const ALLOWED: Record<FilingStatus, readonly FilingStatus[]> = {
  draft: ["sent"],
  sent: ["granted", "returned", "rejected"],
  granted: [],
  returned: [],
  rejected: [],
};

describe("the table", () => {
  test.each(FILING_STATUSES.flatMap((from) => FILING_STATUSES.map((to) => [from, to] as const)))(
    "%s → %s",
    (from, to) => expect(whyNotMoveFiling(from, to)).toEqual(ALLOWED[from].includes(to) ? null : MOVED_ON),
  );

  test("only the sender sends, only the national fund answers", () => {
    for (const move of FILING_MOVES) expect(move.by).toBe(move.to === "sent" ? "sender" : "nationalFund");
  });
});

const DAY = "2026-11-23";
const sendable: Sendable = {
  caseStatus: "approved",
  files: true,
  versionEnded: null,
  initiative: {
    status: "planned",
    amount: 312_000_00n,
    periodFrom: "2027-02-01",
    periodUntil: "2027-05-31",
    parts: 0,
  },
  others: 0,
  held: 312_000_00n,
  waiting: 0n,
  heard: { amount: 312_000_00n, periodFrom: "2027-02-01", periodUntil: "2027-05-31" },
  lastDay: "2026-12-15",
  gate: [],
};
const with_ = (change: Partial<Sendable>, initiative: Partial<Sendable["initiative"]> = {}): Sendable => ({
  ...sendable,
  ...change,
  initiative: { ...sendable.initiative, ...initiative },
});

describe("sending", () => {
  test("an initiative of an approved case, as it was heard", () =>
    expect(whyNotSend(sendable, DAY)).toBeNull());

  test.each([
    "draft",
    "submitted",
    "endorsed",
    "prepared",
    "inConsultation",
    "deferred",
    "converted",
    "returned",
    "declined",
    "parked",
    "withdrawn",
    "expired",
  ])("not of a case that is %s", (caseStatus) =>
    expect(whyNotSend(with_({ caseStatus }), DAY)?.key).toBe("filings.whyNot.caseNotApproved"),
  );

  test.each(INITIATIVE_STATUSES.filter((status) => status !== "planned"))(
    "not an initiative that is %s",
    (status) => expect(whyNotSend(with_({}, { status }), DAY)?.key).toBe("filings.whyNot.notPlanned"),
  );

  test("not under an agreement without an outside body", () =>
    expect(whyNotPrepareFiling(with_({ files: false }))?.key).toBe("filings.whyNot.noOutsideBody"));
  test("not under a version that has ended, until it is moved over", () =>
    expect(whyNotSend(with_({ versionEnded: "2022-09-30" }), DAY)).toEqual({
      key: "filings.whyNot.versionEnded",
      values: { day: "2022-09-30" },
    }));
  test("not one that is granted", () =>
    expect(whyNotSend(with_({}, { parts: 1 }), DAY)?.key).toBe("filings.whyNot.alreadyGranted"));
  test("not one with another filing in hand", () =>
    expect(whyNotSend(with_({ others: 1 }), DAY)?.key).toBe("filings.whyNot.alreadyFiled"));
  test("not without a period", () =>
    expect(whyNotSend(with_({}, { periodUntil: null }), DAY)?.key).toBe("filings.whyNot.noPeriod"));
  test("not more than the unions were heard about, to the öre", () =>
    expect(whyNotSend(with_({ heard: { ...sendable.heard, amount: 311_999_99n } }), DAY)?.key).toBe(
      "filings.whyNot.moreThanHeard",
    ));

  test.each([
    ["earlier", { periodFrom: "2027-01-31" }],
    ["later", { periodUntil: "2027-06-01" }],
  ])("not a period that reaches %s than what was heard", (_, period) =>
    expect(whyNotSend(with_({}, period), DAY)?.key).toBe("filings.whyNot.otherPeriod"),
  );
  test("a shorter period within it is covered", () =>
    expect(whyNotSend(with_({}, { periodFrom: "2027-03-01", periodUntil: "2027-03-31" }), DAY)).toBeNull());

  test("not while the gate is shut, in the gate's own words", () =>
    expect(whyNotSend(with_({ gate: [{ key: "refusals.notFound" }] }), DAY)).toEqual({
      key: "refusals.notFound",
    }));

  test("not more than still holds of the reservation with what already waits, to the öre", () => {
    expect(whyNotSend(with_({ waiting: 100_00n, held: 312_100_00n }), DAY)).toBeNull();
    expect(whyNotSend(with_({ waiting: 100_01n, held: 312_100_00n }), DAY)?.key).toBe(
      "filings.whyNot.moreThanReserved",
    );
  });

  test("on its last day, not the day after; without one on any", () => {
    expect(whyNotSend(sendable, "2026-12-15")).toBeNull();
    // What the days took is told by the day, not as a sum.
    expect(whyNotSendAll(with_({ held: 0n }), "2026-12-16")).toEqual([
      { key: "filings.whyNot.tooLate", values: { day: "2026-12-15" } },
    ]);
    expect(whyNotSend(with_({ lastDay: null }), "2030-01-01")).toBeNull();
  });

  test("all reasons are told together", () =>
    expect(
      whyNotSendAll(with_({ held: 0n, gate: [{ key: "refusals.notFound" }] }, { periodFrom: null }), DAY).map(
        (reason) => reason.key,
      ),
    ).toEqual(["filings.whyNot.noPeriod", "refusals.notFound", "filings.whyNot.moreThanReserved"]));
});

test("what the days took is not granted, to the öre", () => {
  expect(whyNotHeld(60n, 60n)).toBeNull();
  expect(whyNotHeld(59n, 60n)?.key).toBe("filings.whyNot.notHeld");
});

describe("the answer", () => {
  const filing = {
    status: "sent",
    amount: 312_000_00n,
    sentOn: "2026-11-23",
    grantDay: "2027-06-30",
  } as const;
  const part = { number: "2026-1471", amount: 312_000_00n, earliestClaimDay: null };
  const granted: FilingAnswer = { outcome: "granted", answeredOn: "2027-01-12", text: "", parts: [part] };
  const today = "2027-01-20";

  test("granted in whole, in part, or in several parts", () => {
    expect(whyNotRecordAnswer(filing, granted, today)).toBeNull();
    expect(whyNotRecordAnswer(filing, { ...granted, parts: [{ ...part, amount: 1n }] }, today)).toBeNull();
    const halves = [
      { ...part, amount: 156_000_00n },
      { ...part, number: "2026-1472", amount: 156_000_00n },
    ];
    expect(whyNotRecordAnswer(filing, { ...granted, parts: halves }, today)).toBeNull();
  });
  test("not more than was filed, summed over the parts", () => {
    const parts = [part, { ...part, number: "2026-1472", amount: 1n }];
    expect(whyNotRecordAnswer(filing, { ...granted, parts }, today)?.key).toBe(
      "filings.whyNot.moreThanFiled",
    );
  });
  test("not the same number twice: the second row is named", () => {
    const parts = [
      { ...part, amount: 1n },
      { ...part, amount: 1n },
    ];
    expect(whyNotRecordAnswer(filing, { ...granted, parts }, today)).toEqual({
      key: "filings.whyNot.numberTwice",
      field: "parts.1.number",
    });
  });
  test("not granted without a part", () =>
    expect(whyNotRecordAnswer(filing, { ...granted, parts: [] }, today)?.key).toBe("filings.whyNot.noParts"));
  test("the day lies between the filing and today", () => {
    expect(whyNotRecordAnswer(filing, { ...granted, answeredOn: "2026-11-22" }, today)?.key).toBe(
      "filings.whyNot.beforeSent",
    );
    expect(whyNotRecordAnswer(filing, { ...granted, answeredOn: "2026-11-23" }, today)).toBeNull();
    expect(whyNotRecordAnswer(filing, { ...granted, answeredOn: "2027-01-21" }, today)?.key).toBe(
      "filings.whyNot.dayAhead",
    );
  });
  test("the decision's day counts for the fund's last day, not the recording's", () => {
    const late = "2027-08-01";
    expect(whyNotRecordAnswer(filing, { ...granted, answeredOn: "2027-06-30" }, late)).toBeNull();
    expect(whyNotRecordAnswer(filing, { ...granted, answeredOn: "2027-07-01" }, late)?.key).toBe(
      "filings.whyNot.grantTooLate",
    );
  });
  test.each(["returned", "rejected"] as const)("%s says why, also after the grant's day", (outcome) => {
    const answer = { outcome, answeredOn: "2027-07-01", text: "Saknar offert.", parts: [] };
    expect(whyNotRecordAnswer(filing, answer, "2027-08-01")).toBeNull();
    expect(whyNotRecordAnswer(filing, { ...answer, text: "" }, "2027-08-01")?.key).toBe(
      "filings.whyNot.noWords",
    );
  });
  test.each(FILING_STATUSES.filter((status) => status !== "sent"))(
    "a filing that is %s takes no answer",
    (status) => expect(whyNotRecordAnswer({ ...filing, status }, granted, today)).toEqual(MOVED_ON),
  );
});

describe("closing the reservation", () => {
  const one = (change: Partial<Standing>): Standing => ({
    title: "Språkstöd",
    status: "planned",
    parts: 0,
    lastFiling: null,
    ...change,
  });
  const granted = one({ status: "scheduled", parts: 1, lastFiling: "granted" });

  test.each([
    ["granted", granted, true],
    ["rejected", one({ lastFiling: "rejected" }), true],
    ["cancelled", one({ status: "cancelled" }), true],
    ["not carried out", one({ status: "notCarriedOut" }), true],
    ["never filed", one({}), false],
    ["a draft", one({ lastFiling: "draft" }), false],
    ["waiting", one({ lastFiling: "sent" }), false],
    ["returned", one({ lastFiling: "returned" }), false],
  ] as const)("%s", (_, initiative, answered) => {
    expect(isAnswered(initiative)).toBe(answered);
    expect(whyNotClose({ caseStatus: "approved", initiatives: [granted, initiative] })).toHaveLength(
      answered ? 0 : 1,
    );
  });

  test("every initiative in the way is named", () =>
    expect(
      whyNotClose({
        caseStatus: "approved",
        initiatives: [one({ title: "A", lastFiling: "sent" }), granted, one({ title: "B" })],
      }),
    ).toEqual([
      { key: "filings.whyNot.waits", values: { title: "A" } },
      { key: "filings.whyNot.notAnswered", values: { title: "B" } },
    ]));

  test("only of an approved case", () =>
    expect(whyNotClose({ caseStatus: "converted", initiatives: [] })[0]?.key).toBe(
      "filings.whyNot.notApproved",
    ));

  test("converted when anything was granted, also when that was cancelled later; else withdrawn", () => {
    expect(closesAs([granted, one({ lastFiling: "rejected" })])).toBe("converted");
    expect(closesAs([one({ status: "cancelled", parts: 1 })])).toBe("converted");
    expect(closesAs([one({ lastFiling: "rejected" })])).toBe("withdrawn");
    expect(closesAs([])).toBe("withdrawn");
  });
});
