import { describe, expect, test } from "vitest";
import { PROVIDER_KINDS } from "./agreement";
import { INITIATIVE_STATUSES } from "./initiative";
import { MOVED_ON } from "./reason";
import {
  type Claimable,
  EVIDENCE_KINDS,
  type EvidenceRow,
  missingEvidence,
  PROOF_OF_COST,
  REQUISITION_MOVES,
  REQUISITION_STATUSES,
  type RequisitionStatus,
  whyNotAmount,
  whyNotCallOff,
  whyNotClaim,
  whyNotEvidence,
  whyNotMoveRequisition,
  whyNotPay,
  whyNotSendClaim,
} from "./requisition";

const ALLOWED: Record<RequisitionStatus, readonly RequisitionStatus[]> = {
  draft: ["evidenceComplete"],
  evidenceComplete: ["sent"],
  sent: ["returned", "partlyRejected", "paid"],
  returned: ["evidenceComplete"],
  partlyRejected: ["sent", "paid"],
  paid: ["reconciled"],
  reconciled: [],
};

describe("the table", () => {
  test.each(REQUISITION_STATUSES.flatMap((from) => REQUISITION_STATUSES.map((to) => [from, to] as const)))(
    "%s → %s",
    (from, to) =>
      expect(whyNotMoveRequisition(from, to)).toEqual(ALLOWED[from].includes(to) ? null : MOVED_ON),
  );
  test("who takes each step", () => {
    const by = Object.fromEntries(REQUISITION_MOVES.map((move) => [`${move.from} ${move.to}`, move.by]));
    expect(by).toEqual({
      "draft evidenceComplete": "preparer",
      "evidenceComplete sent": "sender",
      "sent returned": "payer",
      "sent partlyRejected": "payer",
      "sent paid": "payer",
      "returned evidenceComplete": "preparer",
      "partlyRejected sent": "sender",
      "partlyRejected paid": "payer",
      "paid reconciled": "hr",
    });
  });
});

const TODAY = "2027-06-15";
const claimable: Claimable = {
  providerKind: "external",
  initiativeStatus: "completed",
  parts: 1,
  earliestClaimDay: null,
  settled: false,
  claimed: false,
  requisitionDay: "2029-12-31",
};

describe("claiming a part", () => {
  test("once the whole initiative is completed", () => expect(whyNotClaim(claimable, TODAY)).toBeNull());
  test.each(INITIATIVE_STATUSES.filter((status) => status !== "completed"))(
    "not while it is %s",
    (initiativeStatus) =>
      expect(whyNotClaim({ ...claimable, initiativeStatus }, TODAY)?.key).toBe(
        "requisitions.whyNot.notCompleted",
      ),
  );
  test("once", () =>
    expect(whyNotClaim({ ...claimable, claimed: true }, TODAY)?.key).toBe("refusals.claimedTwice"));
  test("not when settled", () =>
    expect(whyNotClaim({ ...claimable, settled: true }, TODAY)?.key).toBe("requisitions.whyNot.settled"));
  test("not what the national fund delivered", () =>
    expect(whyNotClaim({ ...claimable, providerKind: "nationalFund" }, TODAY)?.key).toBe(
      "requisitions.whyNot.callOff",
    ));
  test("on the last day to claim, not the day after", () => {
    expect(whyNotClaim(claimable, "2029-12-31")).toBeNull();
    expect(whyNotClaim(claimable, "2030-01-01")?.key).toBe("requisitions.whyNot.tooLate");
    expect(whyNotClaim({ ...claimable, requisitionDay: null }, "2040-01-01")).toBeNull();
  });
  test("not before its earliest day", () => {
    const part = { ...claimable, earliestClaimDay: "2027-06-15" };
    expect(whyNotClaim(part, "2027-06-14")?.key).toBe("requisitions.whyNot.tooEarly");
    expect(whyNotClaim(part, "2027-06-15")).toBeNull();
  });
  test("a partial claim granted in advance: under way, from its own day", () => {
    const partial: Claimable = {
      ...claimable,
      initiativeStatus: "underWay",
      parts: 2,
      earliestClaimDay: "2027-06-15",
    };
    expect(whyNotClaim(partial, TODAY)).toBeNull();
    expect(whyNotClaim(partial, "2027-06-14")?.key).toBe("requisitions.whyNot.tooEarly");
    expect(whyNotClaim({ ...partial, earliestClaimDay: null }, TODAY)?.key).toBe(
      "requisitions.whyNot.notCompleted",
    );
    expect(whyNotClaim({ ...partial, parts: 1 }, TODAY)?.key).toBe("requisitions.whyNot.notCompleted");
    expect(whyNotClaim({ ...partial, initiativeStatus: "scheduled" }, TODAY)?.key).toBe(
      "requisitions.whyNot.notCompleted",
    );
  });
});

describe("a call-off", () => {
  const delivered: Claimable = { ...claimable, providerKind: "nationalFund" };
  test("of what the national fund delivered, also after the last day to claim", () => {
    expect(whyNotCallOff(delivered, 100n, 100n, TODAY)).toBeNull();
    expect(whyNotCallOff(delivered, 100n, 100n, "2031-01-01")).toBeNull();
  });
  test.each(["external", "ownRegime"] as const)("not of what %s delivered", (providerKind) =>
    expect(whyNotCallOff({ ...delivered, providerKind }, 1n, 100n, TODAY)?.key).toBe(
      "requisitions.whyNot.noCallOff",
    ),
  );
  test("not more than is committed, not twice, not before delivery", () => {
    expect(whyNotCallOff(delivered, 101n, 100n, TODAY)?.key).toBe("requisitions.whyNot.moreThanCommitted");
    expect(whyNotCallOff({ ...delivered, settled: true }, 1n, 100n, TODAY)?.key).toBe(
      "requisitions.whyNot.settled",
    );
    expect(whyNotCallOff({ ...delivered, initiativeStatus: "underWay" }, 1n, 100n, TODAY)?.key).toBe(
      "requisitions.whyNot.notCompleted",
    );
  });
});

describe("evidence", () => {
  const row = (kind: EvidenceRow["kind"], amount: bigint | null = null): EvidenceRow => ({ kind, amount });
  const list = row("participantList");

  test.each(PROVIDER_KINDS.flatMap((provider) => EVIDENCE_KINDS.map((kind) => [provider, kind] as const)))(
    "%s with a list and: %s",
    (provider, kind) => {
      const missing = missingEvidence(provider, 100n, [
        list,
        row(kind, kind === "participantList" ? null : 100n),
      ]);
      const proof = PROOF_OF_COST[provider];
      const proves = proof.length === 0 || proof.includes(kind);
      expect(missing.some((reason) => reason.key === "requisitions.missing.invoice")).toBe(
        provider === "external" && !proves,
      );
      expect(missing.some((reason) => reason.key === "requisitions.missing.ownCost")).toBe(
        provider === "ownRegime" && !proves,
      );
    },
  );
  test("the list of participants always", () =>
    expect(missingEvidence("external", 100n, [row("invoice", 100n)]).map((reason) => reason.key)).toEqual([
      "requisitions.missing.participantList",
    ]));
  test("the rows together cover what is claimed, to the öre", () => {
    const rows = [list, row("invoice", 60n), row("receipt", 40n)];
    expect(missingEvidence("external", 100n, rows)).toEqual([]);
    expect(missingEvidence("external", 101n, rows).map((reason) => reason.key)).toEqual([
      "requisitions.missing.amount",
    ]);
  });
  test("an invoice and a receipt are never both demanded", () =>
    expect(missingEvidence("external", 100n, [list, row("invoice", 100n)])).toEqual([]));
  test("a cost has an amount, a list has none", () => {
    for (const kind of EVIDENCE_KINDS) {
      const isList = kind === "participantList";
      expect(whyNotEvidence(row(kind, null)) === null).toBe(isList);
      expect(whyNotEvidence(row(kind, 1n)) === null).toBe(!isList);
      expect(whyNotEvidence(row(kind, 0n))).not.toBeNull();
    }
  });
});

describe("sending and paying", () => {
  const claim = {
    status: "evidenceComplete",
    missing: [],
    amount: 100n,
    committed: 100n,
    sentOn: null,
    requisitionDay: "2029-12-31",
  } as const;
  test("complete, in time, within the part", () => expect(whyNotSendClaim(claim, "2029-12-31")).toBeNull());
  test("not after the last day, unless it was sent in time and came back", () => {
    expect(whyNotSendClaim(claim, "2030-01-01")).toEqual({
      key: "requisitions.whyNot.tooLate",
      values: { day: "2029-12-31" },
    });
    expect(
      whyNotSendClaim({ ...claim, sentOn: "2029-12-31", status: "partlyRejected" }, "2030-02-01"),
    ).toBeNull();
  });
  test("not with something missing", () =>
    expect(
      whyNotSendClaim({ ...claim, missing: [{ key: "requisitions.missing.participantList" }] }, "2027-06-15")
        ?.key,
    ).toBe("requisitions.missing.participantList"));
  test("not more than is committed", () => {
    expect(whyNotSendClaim({ ...claim, amount: 101n }, "2027-06-15")?.key).toBe(
      "requisitions.whyNot.moreThanCommitted",
    );
    expect(whyNotAmount(100n, 100n)).toBeNull();
  });
  test.each(REQUISITION_STATUSES.filter((status) => !ALLOWED[status].includes("sent")))(
    "not from %s",
    (status) => expect(whyNotSendClaim({ ...claim, status }, "2027-06-15")).toEqual(MOVED_ON),
  );

  const sent = { status: "sent", amount: 100n, sentOn: "2027-06-15" } as const;
  const payment = { paidAmount: 100n, paidOn: "2027-07-01", cause: "" };
  test("paid in full needs no cause, less does", () => {
    expect(whyNotPay(sent, payment, "2027-07-01")).toBeNull();
    expect(whyNotPay(sent, { ...payment, paidAmount: 99n }, "2027-07-01")?.key).toBe(
      "requisitions.whyNot.noCause",
    );
    expect(whyNotPay(sent, { ...payment, paidAmount: 0n, cause: "Avslag" }, "2027-07-01")).toBeNull();
  });
  test("never more than was claimed", () =>
    expect(whyNotPay(sent, { ...payment, paidAmount: 101n }, "2027-07-01")?.key).toBe(
      "requisitions.whyNot.moreThanClaimed",
    ));
  test("on a day from the sending to today", () => {
    expect(whyNotPay(sent, { ...payment, paidOn: "2027-06-14" }, "2027-07-01")?.key).toBe(
      "requisitions.whyNot.beforeSent",
    );
    expect(whyNotPay(sent, { ...payment, paidOn: "2027-06-15" }, "2027-07-01")).toBeNull();
    expect(whyNotPay(sent, { ...payment, paidOn: "2027-07-02" }, "2027-07-01")?.key).toBe(
      "requisitions.whyNot.dayAhead",
    );
  });
  test.each(REQUISITION_STATUSES)("from %s or not", (status) =>
    expect(whyNotPay({ ...sent, status }, payment, "2027-07-01")).toEqual(
      ALLOWED[status].includes("paid") ? null : MOVED_ON,
    ),
  );
});
