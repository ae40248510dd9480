import { describe, expect, test } from "vitest";
import { FILING_STATUSES } from "./filing";
import { INITIATIVE_STATUSES } from "./initiative";
import { type BallFacts, ballOfInitiative, initiativeSteps } from "./initiative-ball";
import { REQUISITION_STATUSES } from "./requisition";

const planned: BallFacts = {
  status: "planned",
  files: true,
  filing: null,
  granted: false,
  calledOff: false,
  claims: [],
  unclaimed: 0,
};
const ball = (change: Partial<BallFacts>) => {
  const { holder, doing } = ballOfInitiative({ ...planned, ...change });
  return `${holder} ${doing}`;
};

describe("who has the ball", () => {
  test.each([
    ["nothing filed", {}, "coordinator file"],
    ["a draft", { filing: "draft" }, "sender send"],
    ["sent", { filing: "sent" }, "nationalFund answer"],
    ["returned", { filing: "returned" }, "coordinator fileAgain"],
    ["rejected", { filing: "rejected" }, "coordinator stopOrFile"],
    ["granted, without owner", { filing: "granted", granted: true }, "coordinator assign"],
    ["under LOM, without owner", { files: false }, "coordinator assign"],
    ["scheduled", { status: "scheduled" }, "owner start"],
    ["under way", { status: "underWay" }, "owner carryOut"],
    ["completed", { status: "completed", unclaimed: 1 }, "claimant claim"],
    ["delivered by the national fund", { status: "completed", unclaimed: 1, calledOff: true }, "hr callOff"],
    ["a draft beside a paid claim", { status: "completed", claims: ["paid", "draft"] }, "claimant evidence"],
    ["evidence complete", { status: "completed", claims: ["evidenceComplete"] }, "sender sendClaim"],
    ["sent claim", { status: "completed", claims: ["sent", "paid"] }, "payer pay"],
    ["returned claim", { status: "completed", claims: ["returned"] }, "claimant mend"],
    ["partly rejected claim", { status: "completed", claims: ["partlyRejected"] }, "claimant supplement"],
    ["paid claim", { status: "completed", claims: ["paid"] }, "hr reconcile"],
    ["settled", { status: "settled" }, "nobody nothing"],
    ["followed up", { status: "followedUp" }, "nobody nothing"],
    ["cancelled", { status: "cancelled" }, "nobody nothing"],
    ["not carried out", { status: "notCarriedOut" }, "nobody nothing"],
  ] as const)("%s", (_, change, who) => expect(ball(change)).toBe(who));

  test("somebody has it as long as it is open, whatever is filed or claimed", () => {
    for (const status of ["planned", "scheduled", "underWay"] as const)
      for (const filing of [null, ...FILING_STATUSES])
        for (const granted of [true, false])
          expect(ball({ status, filing, granted })).not.toContain("nobody");
    for (const claim of REQUISITION_STATUSES)
      expect(ball({ status: "completed", claims: [claim] }) === "nobody nothing").toBe(
        claim === "reconciled",
      );
  });
});

describe("the way", () => {
  const current = (change: Partial<BallFacts>) =>
    initiativeSteps({ ...planned, ...change }).find(({ state }) => state === "current")?.step;
  test.each([
    [{}, "planned"],
    [{ filing: "returned" }, "planned"],
    [{ filing: "sent" }, "sent"],
    [{ filing: "granted", granted: true }, "granted"],
    [{ status: "scheduled", granted: true }, "granted"],
    [{ status: "scheduled", files: false }, "planned"],
    [{ status: "underWay" }, "underWay"],
    [{ status: "completed", unclaimed: 1 }, "completed"],
    [{ status: "completed", claims: ["sent"] }, "claimed"],
    [{ status: "settled" }, "settled"],
  ] as const)("%o stands on %s", (change, step) => expect(current(change)).toBe(step));

  test("one step is current, those before it done, those after it ahead", () => {
    for (const status of INITIATIVE_STATUSES) {
      const states = initiativeSteps({ ...planned, status }).map(({ state }) => state);
      if (status === "cancelled" || status === "notCarriedOut") expect(states).toEqual([]);
      else expect(states.join(" ")).toMatch(/^(done )*current( ahead)*$/);
    }
  });
  test("LOM sends nothing to anybody outside", () =>
    expect(initiativeSteps({ ...planned, files: false }).map(({ step }) => step)).toEqual([
      "planned",
      "underWay",
      "completed",
      "claimed",
      "settled",
    ]));
});
