import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Alarm,
  agreementAlarms,
  alarmChanges,
  balanceAlarms,
  CLAIM_DAYS,
  claimAlarms,
  fundAlarms,
  GRACE_DAYS,
  initiativeAlarms,
  type KnownAlarm,
  nearestThreshold,
  versionAlarms,
} from "./alarm";
import { addDays, type Day, daysBetween } from "./day";
import type { ReversionFacts } from "./fund-reversion";

const FACTS: ReversionFacts = {
  fund: {
    id: "f",
    from: "2024-01-01",
    until: "2026-12-31",
    applicationDay: "2026-12-15",
    reserveDay: "2026-12-31",
    grantDay: "2027-06-30",
    requisitionDay: "2029-12-31",
    reverts: true,
    securedBy: "initiative",
  },
  pots: [
    { id: "central", available: 1_000n },
    { id: "care", available: 200n },
  ],
  cases: [{ id: "c", potId: "care", status: "approved", reserved: 30n, grantedAny: false, filings: [] }],
  parts: [
    { id: "p", caseId: "c", potId: "care", committed: 4n, claimedOn: null },
    { id: "q", caseId: "c", potId: "care", committed: 50_000n, claimedOn: "2026-11-01" },
  ],
};
const fund = (changes: Partial<ReversionFacts["fund"]>): ReversionFacts => ({
  ...FACTS,
  fund: { ...FACTS.fund, ...changes },
});
const told = (facts: ReversionFacts, today: Day) =>
  fundAlarms(facts, today).map(({ kind, key, amount }) => `${kind} ${key} ${amount}`);

describe("a fund's last days", () => {
  it.each([
    [91, null],
    [90, 90],
    [31, 90],
    [30, 30],
    [15, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [0, 7],
    [-1, null],
  ])("with %s days left the nearest threshold is %s", (left, threshold) => {
    expect(nearestThreshold("2026-12-31", addDays("2026-12-31", -left))).toBe(threshold);
  });

  it("are told with what is available and not secured; the last day to apply beside the last day to reserve", () => {
    expect(told(FACTS, "2026-09-16")).toEqual(["applicationDay 2026-12-15 90 1230"]);
    expect(told(FACTS, "2026-12-08")).toEqual([
      "applicationDay 2026-12-15 7 1230",
      "reserveDay 2026-12-31 30 1230",
    ]);
    expect(told(FACTS, "2026-12-16")).toEqual(["reserveDay 2026-12-31 30 1230"]);
  });

  it("wait for the day before them", () => {
    expect(told(fund({ grantDay: "2027-01-15" }), "2026-12-31")).toEqual(["reserveDay 2026-12-31 7 1230"]);
    expect(told(fund({ grantDay: "2027-01-15" }), "2027-01-01")).toEqual(["grantDay 2027-01-15 14 1230"]);
  });

  it("count what is committed without a claim at the last day to claim, also where nothing reverts", () => {
    expect(told(FACTS, "2029-12-24")).toEqual(["requisitionDay 2029-12-31 7 1234"]);
    const stays = fund({ reverts: false, applicationDay: null, reserveDay: null, grantDay: null });
    expect(told(stays, "2029-12-24")).toEqual(["requisitionDay 2029-12-31 7 4"]);
  });

  it("are silent where nothing is at stake, and for days that are absent", () => {
    expect(told(fund({ reverts: false }), "2026-12-10")).toEqual([]);
    expect(told({ ...FACTS, pots: [], cases: [] }, "2026-12-10")).toEqual([]);
    expect(told(fund({ applicationDay: null, reserveDay: null }), "2026-12-10")).toEqual([]);
  });
});

describe("what stands still", () => {
  const GRANTED = {
    id: "i",
    unitId: "u",
    hasOwner: false,
    waits: true,
    grantedOn: "2026-10-01",
    periodFrom: "2026-11-01",
    amount: 5n,
  };
  const kinds = (changes: Partial<typeof GRANTED>, today: Day) =>
    initiativeAlarms({ ...GRANTED, ...changes }, today).map((alarm) => alarm.kind);

  it("is granted without an owner, after two weeks", () => {
    expect(kinds({}, addDays(GRANTED.grantedOn, GRACE_DAYS))).toEqual([]);
    expect(kinds({}, addDays(GRANTED.grantedOn, GRACE_DAYS + 1))).toEqual(["noOwner"]);
    expect(kinds({ hasOwner: true }, "2026-11-01")).toEqual([]);
  });

  it("is granted and not begun two weeks after its planned start", () => {
    expect(kinds({ hasOwner: true }, addDays(GRANTED.periodFrom, GRACE_DAYS))).toEqual([]);
    expect(kinds({ hasOwner: true }, addDays(GRANTED.periodFrom, GRACE_DAYS + 1))).toEqual(["notStarted"]);
    expect(kinds({ hasOwner: true, waits: false }, "2027-01-01")).toEqual([]);
  });

  it("is a claim that the national fund has had for more than 60 days", () => {
    const claim = { id: "r", unitId: "u", sentOn: "2026-09-01", amount: 7n };
    expect(claimAlarms(claim, addDays(claim.sentOn, CLAIM_DAYS))).toEqual([]);
    expect(claimAlarms(claim, addDays(claim.sentOn, CLAIM_DAYS + 1))).toMatchObject([
      { kind: "claimWaits", key: "2026-09-01", amount: 7n },
    ]);
  });

  it("is a local agreement three months before its end, until it has ended", () => {
    const agreement = { id: "a", state: "inForce" as const, from: "2024-01-01", until: "2026-12-31" };
    expect(agreementAlarms(agreement, "2026-09-29")).toEqual([]);
    expect(agreementAlarms(agreement, "2026-09-30")).toMatchObject([{ key: "2026-12-31" }]);
    expect(agreementAlarms(agreement, "2027-01-01")).toEqual([]);
    expect(agreementAlarms({ ...agreement, until: null }, "2026-12-01")).toEqual([]);
  });

  it("is a case whose version ended before it was filed", () => {
    const it2021 = { id: "c", unitId: "u", version: "komKr2021" as const, amount: 9n };
    expect(versionAlarms(it2021, "2022-09-30")).toEqual([]);
    expect(versionAlarms(it2021, "2022-10-01")).toMatchObject([{ key: "2022-09-30", amount: 9n }]);
    expect(versionAlarms({ ...it2021, version: "komKr2022" }, "2030-01-01")).toEqual([]);
  });

  it("is an LOM balance of two yearly provisions or more, once for each further year", () => {
    const years = (available: bigint, yearly: bigint) =>
      balanceAlarms({ employerId: "e", available, yearly }, "2026-11-23").map(({ key }) => key);
    expect(years(199n, 100n)).toEqual([]);
    expect(years(200n, 100n)).toEqual(["2"]);
    expect(years(299n, 100n)).toEqual(["2"]);
    expect(years(1_000n, 100n)).toEqual(["10"]);
    expect(years(1_000n, 0n)).toEqual([]);
  });
});

/** Alarms as they are stored, and each time that one was raised. */
function asked(days: readonly Day[], holdingOn: (day: Day) => Alarm[]) {
  const known: KnownAlarm[] = [];
  const raised: string[] = [];
  for (const day of days) {
    const { raise, end } = alarmChanges(holdingOn(day), known);
    for (const it of end) it.ended = true;
    for (const { kind, subjectId, key } of raise) {
      raised.push(`${kind} ${key}`);
      const same = known.find((it) => it.kind === kind && it.subjectId === subjectId && it.key === key);
      if (same) same.ended = false;
      else known.push({ kind, subjectId, key, ended: false });
    }
  }
  return { raised, standing: known.filter((it) => !it.ended).map(({ kind, key }) => `${kind} ${key}`) };
}

describe("what changes", () => {
  const alarm: Alarm = {
    kind: "noOwner",
    subjectId: "i",
    key: "k",
    unitId: null,
    day: "2026-11-01",
    amount: null,
  };

  it("is raised once, ended when it holds no more, and raised again when it holds again", () => {
    expect(alarmChanges([alarm, alarm], []).raise).toEqual([alarm]);
    expect(alarmChanges([alarm], [{ ...alarm, ended: false }])).toEqual({ raise: [], end: [] });
    expect(alarmChanges([], [{ ...alarm, ended: false }]).end).toHaveLength(1);
    expect(alarmChanges([], [{ ...alarm, ended: true }]).end).toEqual([]);
    expect(alarmChanges([alarm], [{ ...alarm, ended: true }]).raise).toEqual([alarm]);
  });

  it("tells every threshold once when it is asked every day", () => {
    const days = Array.from({ length: 120 }, (_, n) => addDays("2026-09-10", n));
    const only = fund({ applicationDay: null });
    expect(asked(days, (day) => fundAlarms(only, day)).raised).toEqual(
      [90, 30, 14, 7].map((left) => `reserveDay 2026-12-31 ${left}`),
    );
  });

  it("leaves the same alarms standing however many days were missed, and raises none twice", () => {
    const last = fc.integer({ min: -20, max: 200 }).map((left) => addDays("2026-12-31", -left));
    const holding = (day: Day) => [
      ...fundAlarms(FACTS, day),
      ...claimAlarms({ id: "r", unitId: "u", sentOn: "2026-08-01", amount: 1n }, day),
      ...initiativeAlarms(
        {
          id: "i",
          unitId: "u",
          hasOwner: true,
          waits: true,
          grantedOn: "2026-07-01",
          periodFrom: "2026-09-15",
          amount: 1n,
        },
        day,
      ),
    ];
    fc.assert(
      fc.property(last, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), (until, gaps) => {
        const from = addDays(until, -150);
        const daily = Array.from({ length: 151 }, (_, n) => addDays(from, n));
        const few = [from];
        for (const gap of gaps) few.push(addDays(few.at(-1) ?? from, gap));
        const late = asked([...few.filter((day) => daysBetween(day, until) > 0), until], holding);
        const every = asked(daily, holding);
        expect(new Set(late.standing)).toEqual(new Set(every.standing));
        expect(new Set(every.raised).size).toBe(every.raised.length);
        expect(new Set(late.raised).size).toBe(late.raised.length);
        for (const one of late.raised) expect(every.raised).toContain(one);
      }),
    );
  });
});
