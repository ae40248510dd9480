import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { translator } from "@/messages/translator";
import { addDays } from "./day";
import { FORECAST_RULE, type ForecastFacts, forecast, weeksMeasured } from "./forecast";
import { STEPS_BEFORE } from "./pipeline";

const TKR = 1_000_00n;
const UNKNOWN = { submitted: null, endorsed: null, inConsultation: null, toDecision: null };

/** A coordinator's November: 4.1 of 9.8 million left, 2.1 reserved in 28 days, 38 days to go. */
const HOME: ForecastFacts = {
  available: 4_100n * TKR,
  unsecured: 740n * TKR,
  bookedByWeek: [300n * TKR, 400n * TKR, 750n * TKR, 650n * TKR, 5_000n * TKR],
  today: "2026-11-23",
  lastDay: "2026-12-31",
  medianDays: { submitted: 4, endorsed: 6, inConsultation: 11, toDecision: 2 },
  cases: [],
};

describe("a coordinator's November", () => {
  const it = forecast(HOME);
  test("1.3 million unused, between 0.3 and 2.2", () => {
    expect(it.daysLeft).toBe(38);
    expect(it.pacePerWeek).toBe(525n * TKR);
    expect(it.expectedLeft).toBe(1_250n * TKR);
    expect(it.best).toBe(300n * TKR);
    expect(it.worst).toBe(2_200n * TKR);
  });
  test("0.76 million a week is needed, to the öre above", () => expect(it.paceNeeded).toBe(755_263_16n));
  test("23 days from handed in to decided: new proposals until 8 December", () => {
    expect(it.wholeWayDays).toBe(23);
    expect(it.lastDayForNewProposals).toBe("2026-12-08");
  });
  test("lost if nothing happens: what is left and what is not secured", () =>
    expect(it.lost).toBe(4_840n * TKR));
  test("only four weeks count, however good the fifth was", () =>
    expect(forecast({ ...HOME, bookedByWeek: HOME.bookedByWeek.slice(0, 4) })).toEqual(it));
});

describe("the weeks that the pace is measured by", () => {
  test("on a Monday the four before it, the newest first; on a Sunday the week that it ends is not full yet", () => {
    const four = ["2026-11-16", "2026-11-09", "2026-11-02", "2026-10-26"];
    expect(weeksMeasured("2024-01-01", "2026-11-23").map(({ from }) => from)).toEqual(four);
    expect(weeksMeasured("2024-01-01", "2026-11-29").map(({ from }) => from)).toEqual(four);
    expect(weeksMeasured("2024-01-01", "2026-11-30")[0]).toEqual({ from: "2026-11-23", until: "2026-11-29" });
  });
  test("a young fund has those that began with it or after it", () => {
    expect(weeksMeasured("2026-11-09", "2026-11-23").map(({ from }) => from)).toEqual([
      "2026-11-16",
      "2026-11-09",
    ]);
    expect(weeksMeasured("2026-11-10", "2026-11-23")).toHaveLength(1);
    expect(weeksMeasured("2026-11-17", "2026-11-23")).toEqual([]);
  });
});

describe("cases under way", () => {
  const on = (step: (typeof STEPS_BEFORE)[number], since: string, lastDay = HOME.lastDay) =>
    forecast({ ...HOME, lastDay, cases: [{ id: "a", step, amount: TKR, since }] });

  test.each([
    // Today is 2026-11-23. 11 + 2 days are left of the way for what came to the unions today.
    ["inConsultation", "2026-11-23", "2026-12-06", true],
    ["inConsultation", "2026-11-23", "2026-12-05", false],
    // It has lain 5 of 11 days.
    ["inConsultation", "2026-11-18", "2026-12-01", true],
    ["inConsultation", "2026-11-18", "2026-11-30", false],
    // Longer than the median: it leaves today, and two days of the next step are left.
    ["inConsultation", "2026-09-01", "2026-11-25", true],
    ["inConsultation", "2026-09-01", "2026-11-24", false],
    ["submitted", "2026-11-23", "2026-12-16", true],
    ["submitted", "2026-11-23", "2026-12-15", false],
    ["toDecision", "2026-11-21", "2026-11-23", true],
    ["toDecision", "2026-11-22", "2026-11-23", false],
    ["toDecision", "2026-11-01", "2026-11-22", false],
  ] as const)("%s since %s, last day %s: %s", (step, since, lastDay, makesIt) => {
    const { readyInTime, tooLate, readyAmount } = on(step, since, lastDay);
    expect({ readyInTime, tooLate, readyAmount }).toEqual(
      makesIt
        ? { readyInTime: ["a"], tooLate: [], readyAmount: TKR }
        : { readyInTime: [], tooLate: ["a"], readyAmount: 0n },
    );
  });

  test("a step of which nothing is known counts as no days", () =>
    expect(
      forecast({
        ...HOME,
        lastDay: HOME.today,
        medianDays: UNKNOWN,
        cases: [{ id: "a", step: "submitted", amount: TKR, since: HOME.today }],
      }).readyInTime,
    ).toEqual(["a"]));
});

describe("at the edges", () => {
  test("on the last day nothing is forecast away, and no pace is enough", () => {
    const it = forecast({ ...HOME, today: HOME.lastDay });
    expect(it).toMatchObject({ daysLeft: 0, paceNeeded: null });
    for (const amount of [it.expectedLeft, it.best, it.worst]) expect(amount).toBe(HOME.available);
  });
  test("after it the same, and nothing makes it", () => {
    const it = forecast({
      ...HOME,
      today: "2027-01-01",
      cases: [{ id: "a", step: "toDecision", amount: TKR, since: "2026-12-01" }],
    });
    expect(it).toMatchObject({ daysLeft: 0, paceNeeded: null, readyInTime: [], tooLate: ["a"] });
    expect(it.expectedLeft).toBe(HOME.available);
  });
  test("the day before, one day's pace is left", () =>
    expect(forecast({ ...HOME, today: "2026-12-30" })).toMatchObject({
      daysLeft: 1,
      expectedLeft: HOME.available - 75n * TKR,
      paceNeeded: HOME.available * 7n,
    }));
  test("no weeks: no pace, all of it left", () => {
    const it = forecast({ ...HOME, bookedByWeek: [] });
    expect(it.pacePerWeek).toBe(0n);
    for (const amount of [it.expectedLeft, it.best, it.worst]) expect(amount).toBe(HOME.available);
  });
  test("one week is the pace, and its own cone", () => {
    const it = forecast({ ...HOME, bookedByWeek: [70n * TKR] });
    expect(it.pacePerWeek).toBe(70n * TKR);
    for (const amount of [it.expectedLeft, it.best, it.worst])
      expect(amount).toBe(HOME.available - 380n * TKR);
  });
  test("weeks that gave back more than they took do not make more money", () => {
    const it = forecast({ ...HOME, bookedByWeek: [-9n * TKR, -9n * TKR, 1n * TKR, 2n * TKR] });
    expect(it.pacePerWeek).toBe(0n);
    expect(it.expectedLeft).toBe(HOME.available);
    expect(it.worst).toBe(HOME.available);
    expect(it.best < HOME.available).toBe(true);
  });
  test("nothing left: nothing needed, nothing lost, also on the last day", () =>
    expect(forecast({ ...HOME, available: 0n, unsecured: 0n, today: HOME.lastDay })).toMatchObject({
      paceNeeded: 0n,
      expectedLeft: 0n,
      lost: 0n,
    }));
  test("no medians: until when new proposals make it is not known", () =>
    expect(forecast({ ...HOME, medianDays: UNKNOWN })).toMatchObject({
      wholeWayDays: null,
      lastDayForNewProposals: null,
    }));
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 11n });
const weeks = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 10n }), { maxLength: 7 });
const medians = fc.option(fc.nat({ max: 60 }), { nil: null });
const facts = fc.record({
  available: amounts,
  unsecured: amounts,
  bookedByWeek: weeks,
  today: fc.constant("2026-11-23"),
  lastDay: fc.integer({ min: -20, max: 400 }).map((days) => addDays("2026-11-23", days)),
  medianDays: fc.record({
    submitted: medians,
    endorsed: medians,
    inConsultation: medians,
    toDecision: medians,
  }),
  cases: fc
    .array(
      fc.record({
        step: fc.constantFrom(...STEPS_BEFORE),
        amount: amounts,
        since: fc.integer({ min: -90, max: 3 }).map((days) => addDays("2026-11-23", days)),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map((one, nth) => ({ ...one, id: String(nth) }))),
});
const RUNS = { numRuns: 500 };

describe("laws", () => {
  test("nothing negative, never more left than today, best ≤ expected ≤ worst", () =>
    fc.assert(
      fc.property(facts, (given) => {
        const it = forecast(given);
        const inOrder = [0n, it.best, it.expectedLeft, it.worst, given.available];
        for (const [nth, amount] of inOrder.entries())
          expect(amount <= (inOrder[nth + 1] ?? amount)).toBe(true);
        expect(it.pacePerWeek >= 0n && (it.paceNeeded ?? 0n) >= 0n && it.daysLeft >= 0).toBe(true);
        expect(it.lost).toBe(given.available + given.unsecured);
      }),
      RUNS,
    ));

  test("a better week never leaves more", () =>
    fc.assert(
      fc.property(facts, fc.nat({ max: 6 }), amounts, (given, which, more) => {
        const faster = given.bookedByWeek.map((week, nth) => (nth === which ? week + more : week));
        const before = forecast(given);
        const after = forecast({ ...given, bookedByWeek: faster });
        for (const edge of ["expectedLeft", "best", "worst"] as const)
          expect(after[edge] <= before[edge]).toBe(true);
        expect(after.pacePerWeek >= before.pacePerWeek).toBe(true);
      }),
      RUNS,
    ));

  test("the pace needed is enough, and an öre less is not", () =>
    fc.assert(
      fc.property(facts, (given) => {
        const { paceNeeded, daysLeft } = forecast(given);
        if (paceNeeded === null || given.available === 0n) {
          expect([paceNeeded, given.available > 0n && daysLeft === 0]).toEqual(
            given.available === 0n ? [0n, false] : [null, true],
          );
          return;
        }
        expect(forecast({ ...given, bookedByWeek: [paceNeeded] }).expectedLeft).toBe(0n);
        expect((paceNeeded - 1n) * BigInt(daysLeft) < given.available * 7n).toBe(true);
      }),
      RUNS,
    ));

  test("every case either makes it or not; a later last day loses none; new proposals agree with the cases", () =>
    fc.assert(
      fc.property(facts, fc.nat({ max: 60 }), (given, later) => {
        const it = forecast(given);
        expect([...it.readyInTime, ...it.tooLate].sort()).toEqual(given.cases.map(({ id }) => id).sort());
        const longer = forecast({ ...given, lastDay: addDays(given.lastDay, later) });
        for (const id of it.readyInTime) expect(longer.readyInTime).toContain(id);
        if (it.lastDayForNewProposals === null) return;
        const fresh = { id: "new", step: "submitted", amount: 1n, since: given.today } as const;
        expect(forecast({ ...given, cases: [fresh] }).readyInTime.length === 1).toBe(
          given.today <= it.lastDayForNewProposals,
        );
      }),
      RUNS,
    ));
});

test.each(["sv", "en"] as const)("the rule can be read in %s", (locale) => {
  for (const key of FORECAST_RULE) expect(translator(locale)(key)).not.toBe(key);
});
