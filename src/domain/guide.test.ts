import { describe, expect, test } from "vitest";
import { AGREEMENTS, type Version } from "./agreement";
import {
  GUIDE_COSTS,
  GUIDE_LEADS,
  GUIDE_ORDINARY,
  GUIDE_QUESTIONS,
  type GuideAnswers,
  isComplete,
  mayBeUsed,
  readGuide,
} from "./guide";

const good: GuideAnswers = { employed: "yes", leadsTo: "newTasks", ordinary: "no", pays: "courseFee" };

type Row = [Version, Partial<GuideAnswers>, string, string];
const rows: Row[] = [
  ["komKr2022", {}, "yes", "newTasks"],
  ["komKr2022", { leadsTo: "moreSecure" }, "yes", "moreSecure"],
  ["komKr2022", { pays: "supervision" }, "yes", "newTasks"],
  ["komKr2022", { pays: "internalResource" }, "yes", "newTasks"],
  ["komKr2022", { employed: "no" }, "no", "notEmployed"],
  ["komKr2022", { ordinary: "yes" }, "no", "ordinary"],
  ["komKr2022", { leadsTo: "presentJob" }, "no", "presentJob"],
  ["komKr2022", { pays: "participantSalary" }, "no", "participantSalary"],
  ["komKr2022", { pays: "substitute" }, "no", "substitute"],
  ["komKr2022", { pays: "consultant" }, "no", "costNotCovered"],
  ["komKr2022", { leadsTo: "unsure" }, "maybe", "unsureLeadsTo"],
  ["komKr2022", { ordinary: "unsure" }, "maybe", "unsureOrdinary"],
  // What rules it out comes before what is not known.
  [
    "komKr2022",
    { employed: "no", ordinary: "yes", leadsTo: "unsure", pays: "participantSalary" },
    "no",
    "notEmployed",
  ],
  ["komKr2022", { leadsTo: "unsure", ordinary: "yes" }, "no", "ordinary"],
  ["komKr2022", { leadsTo: "unsure", pays: "participantSalary" }, "no", "participantSalary"],
  ["lom", {}, "yes", "newTasks"],
  ["lom", { leadsTo: "moreSecure" }, "yes", "moreSecure"],
  ["lom", { ordinary: "yes" }, "no", "ordinary"],
  ["lom", { leadsTo: "presentJob" }, "no", "presentJob"],
  ["lom", { employed: "no" }, "no", "notEmployed"],
  ["lom", { pays: "substitute" }, "maybe", "localAgreementDecides"],
  ["lom", { pays: "consultant" }, "maybe", "localAgreementDecides"],
  ["lom", { pays: "participantSalary" }, "no", "participantSalary"],
];

describe("may the money be used for this?", () => {
  test.each(rows)("%s, but %o: %s, %s", (version, but, answer, reason) => {
    expect(mayBeUsed(version, { ...good, ...but }, true)).toEqual({
      answer,
      reason: `ideas.guide.reasons.${reason}`,
    });
  });

  test("without a local agreement LOM is never more than maybe, and KOM-KR does not ask for one", () => {
    expect(mayBeUsed("lom", good, false)).toEqual({
      answer: "maybe",
      reason: "ideas.guide.reasons.noLocalAgreement",
    });
    expect(mayBeUsed("lom", { ...good, ordinary: "yes" }, false).answer).toBe("no");
    expect(mayBeUsed("komKr2022", good, false).answer).toBe("yes");
  });

  test.each(Object.keys(AGREEMENTS) as Version[])(
    "%s: yes only to what it covers and nobody gets anyway",
    (version) => {
      const all = GUIDE_LEADS.flatMap((leadsTo) =>
        GUIDE_ORDINARY.flatMap((ordinary) =>
          GUIDE_COSTS.map((pays): GuideAnswers => ({ employed: "yes", leadsTo, ordinary, pays })),
        ),
      );
      const yes = all.filter((answers) => mayBeUsed(version, answers, true).answer === "yes");
      expect(yes.length).toBeGreaterThan(0);
      for (const { leadsTo, ordinary, pays } of yes) {
        expect(["newTasks", "moreSecure"]).toContain(leadsTo);
        expect(ordinary).toBe("no");
        expect(AGREEMENTS[version].costTypes).toContain(pays);
      }
    },
  );
});

describe("the answers in the address", () => {
  test("are read back", () => {
    expect(readGuide({ ...good, title: "C1" })).toEqual(good);
    expect(isComplete(readGuide(good))).toBe(true);
  });

  test("are left out when missing or unknown", () => {
    expect(readGuide({ employed: "perhaps", leadsTo: "newTasks", pays: "lodging" })).toEqual({
      leadsTo: "newTasks",
    });
    for (const question of GUIDE_QUESTIONS)
      expect(isComplete({ ...good, [question]: undefined })).toBe(false);
  });
});
