import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MANDATES, ROLES } from "./actor";
import { addDays } from "./day";
import {
  holdsPersonalNumber,
  overlaps,
  shownName,
  whyNotEmployeeNumber,
  whyNotEndMandate,
  whyNotEndRole,
  whyNotGiveMandate,
  whyNotGiveRole,
  whyNotNameSubstitute,
} from "./person";

const TODAY = "2026-11-23";
const key = (reason: { key: string; field?: string } | null) =>
  reason && [reason.key.split(".").at(-1), reason.field];

/** The last digit that makes nine digits pass Luhn. */
function withCheckDigit(nine: string): string {
  const sum = [...nine].reduce((total, digit, nth) => {
    const value = Number(digit) * (nth % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return nine + String((10 - (sum % 10)) % 10);
}

describe("a personal identity number is known in every dress", () => {
  // The tax agency's published test series; they belong to nobody.
  test.each([
    "191212121212",
    "19121212-1212",
    "121212-1212",
    "121212+1212",
    "1212121212",
    " 12 12 12 - 12 12 ",
    "121212–1212",
    "Nr 191212121212",
    "AB19121212-1212",
  ])("%s", (text) => expect(holdsPersonalNumber(text)).toBe(true));
  test("a coordination number too: the day plus 60, also without a known day", () => {
    for (const nine of ["701063239", "701091239", "701060239", "700060239"]) {
      expect(holdsPersonalNumber(withCheckDigit(nine)), nine).toBe(true);
      expect(holdsPersonalNumber(`19${withCheckDigit(nine)}`), nine).toBe(true);
    }
  });
  test("the 29th of February in the years that have one", () => {
    expect(holdsPersonalNumber(`20${withCheckDigit("000229123")}`)).toBe(true);
    expect(holdsPersonalNumber(`19${withCheckDigit("000229123")}`)).toBe(false);
    expect(holdsPersonalNumber(withCheckDigit("000229123"))).toBe(true);
  });
  test("any day with any three digits and the right last one", () => {
    const days = fc
      .date({ min: new Date("1930-01-01"), max: new Date("2015-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom("", "-", "+"),
        fc.boolean(),
        (birthday, serial, sign, full) => {
          const ten = withCheckDigit(birthday.slice(2).replaceAll("-", "") + String(serial).padStart(3, "0"));
          return holdsPersonalNumber(
            `${full ? birthday.slice(0, 2) : ""}${ten.slice(0, 6)}${sign}${ten.slice(6)}`,
          );
        },
      ),
    );
  });
});

describe("an employee number is not taken for one", () => {
  test.each([
    "",
    "12345",
    "A-1044",
    "1212121213",
    "121212-1213",
    "121312-1212",
    "123456-7890",
    "556016-0680",
    "12121212121212",
    "2026-11-23",
    "0046701740605",
    "121212 121",
  ])("%s", (text) => expect(holdsPersonalNumber(text)).toBe(false));
  test("the reason stands at its field", () => {
    expect(key(whyNotEmployeeNumber("121212-1212"))).toEqual(["personalNumber", "employeeNumber"]);
    expect(whyNotEmployeeNumber("10044")).toBeNull();
  });
});

test("a protected person has no name to show", () => {
  const ada = { givenName: "Ada", familyName: "Ek", isProtected: false };
  expect(shownName(ada)).toBe("Ada Ek");
  expect(shownName({ ...ada, isProtected: true })).toBeNull();
});

test("two periods share a day: the same whichever is named first, and as counting day by day says", () => {
  const offset = fc.integer({ min: 0, max: 20 });
  const period = fc.tuple(offset, fc.option(offset)).map(([from, length]) => ({
    from: addDays(TODAY, from),
    until: length === null ? null : addDays(TODAY, from + length),
  }));
  const on = (it: { from: string; until: string | null }, day: string) =>
    it.from <= day && (it.until === null || day <= it.until);
  fc.assert(
    fc.property(period, period, (a, b) => {
      const shared = Array.from({ length: 60 }, (_, nth) => addDays(TODAY, nth)).some(
        (day) => on(a, day) && on(b, day),
      );
      return overlaps(a, b) === shared && overlaps(b, a) === shared;
    }),
  );
});

describe("giving a role", () => {
  const wish = { role: "manager" as const, unitId: "care", unionId: null, from: TODAY, until: null };
  test("a union representative has a union, nobody else does", () => {
    for (const role of ROLES) {
      expect(key(whyNotGiveRole({ ...wish, role, unionId: null }, []))).toEqual(
        role === "unionRep" ? ["unionMissing", "unionId"] : null,
      );
      expect(key(whyNotGiveRole({ ...wish, role, unionId: "u" }, []))).toEqual(
        role === "unionRep" ? null : ["unionNotHere", "unionId"],
      );
    }
  });
  test("not backwards, and not twice for the same unit at the same time", () => {
    expect(key(whyNotGiveRole({ ...wish, until: "2026-11-22" }, []))).toEqual(["endBeforeStart", "until"]);
    expect(whyNotGiveRole({ ...wish, until: TODAY }, [])).toBeNull();
    expect(key(whyNotGiveRole(wish, [{ ...wish, from: "2020-01-01", until: TODAY }]))).toEqual([
      "roleHeld",
      "role",
    ]);
    expect(whyNotGiveRole(wish, [{ ...wish, from: "2020-01-01", until: "2026-11-22" }])).toBeNull();
    expect(
      whyNotGiveRole(wish, [
        { ...wish, unitId: "school" },
        { ...wish, role: "hr" },
      ]),
    ).toBeNull();
  });
});

describe("ending a role", () => {
  const admin = { role: "admin" as const, wholeEmployer: true, from: "2024-01-01", until: null };
  test("the last administrator of the whole employer stays", () => {
    expect(key(whyNotEndRole(admin, TODAY, 0))).toEqual(["lastAdmin", undefined]);
    expect(whyNotEndRole(admin, TODAY, 1)).toBeNull();
    expect(whyNotEndRole({ ...admin, wholeEmployer: false }, TODAY, 0)).toBeNull();
    for (const role of ROLES.filter((it) => it !== "admin"))
      expect(whyNotEndRole({ ...admin, role }, TODAY, 0)).toBeNull();
  });
  test("not before it began, nor later than it ends", () => {
    expect(key(whyNotEndRole(admin, "2023-12-31", 1))).toEqual(["endBeforeStart", "until"]);
    expect(key(whyNotEndRole({ ...admin, until: TODAY }, TODAY, 1))).toEqual(["endsAlready", "until"]);
    expect(key(whyNotEndMandate(admin, "2023-12-31"))).toEqual(["endBeforeStart", "until"]);
    expect(key(whyNotEndMandate({ ...admin, until: TODAY }, "2026-12-01"))).toEqual(["endsAlready", "until"]);
    expect(whyNotEndMandate(admin, TODAY)).toBeNull();
  });
});

describe("giving a mandate: each kind has its own limits", () => {
  const plain = { paragraph: null, amountLimit: null, side: null, from: TODAY, until: null };
  test.each(MANDATES)("%s", (kind) => {
    const right = {
      ...plain,
      kind,
      ...(kind === "decisionMaker" ? { paragraph: "4.2" } : {}),
      ...(kind === "jointGroupMember" ? { side: "union" as const } : {}),
    };
    expect(whyNotGiveMandate(right)).toBeNull();
    expect(key(whyNotGiveMandate({ ...plain, kind }))).toEqual(
      kind === "decisionMaker"
        ? ["paragraphMissing", "paragraph"]
        : kind === "jointGroupMember"
          ? ["sideMissing", "side"]
          : null,
    );
    expect(key(whyNotGiveMandate({ ...right, amountLimit: 1n }))).toEqual(
      kind === "decisionMaker" ? null : ["limitNotHere", "amountLimit"],
    );
    expect(key(whyNotGiveMandate({ ...right, side: "employer" }))).toEqual(
      kind === "jointGroupMember" ? null : ["sideNotHere", "side"],
    );
    expect(key(whyNotGiveMandate({ ...right, until: "2026-11-22" }))).toEqual(["endBeforeStart", "until"]);
  });
});

describe("naming a substitute", () => {
  const wish = { personId: "a", substituteId: "b", from: "2026-12-01", until: "2026-12-14" };
  const free = { own: [], colleagueAway: [], colleagueLeftOn: null };
  const name = (
    more: Partial<typeof wish>,
    facts: Partial<Parameters<typeof whyNotNameSubstitute>[2]> = {},
  ) => key(whyNotNameSubstitute({ ...wish, ...more }, TODAY, { ...free, ...facts }));
  test("a colleague, for days to come", () => {
    expect(name({})).toBeNull();
    expect(name({ from: "2026-11-01", until: TODAY })).toBeNull();
    expect(name({ substituteId: "a" })).toEqual(["substituteSelf", "substituteId"]);
    expect(name({ until: "2026-11-30" })).toEqual(["endBeforeStart", "until"]);
    expect(name({ from: "2026-11-01", until: "2026-11-22" })).toEqual(["periodPast", "until"]);
  });
  test("one at a time", () => {
    expect(name({}, { own: [{ from: "2026-12-14", until: "2026-12-20" }] })).toEqual([
      "substituteTaken",
      "from",
    ]);
    expect(name({}, { own: [{ from: "2026-12-15", until: "2026-12-20" }] })).toBeNull();
  });
  test("not one who leaves, or is away themselves", () => {
    // leftOn is the first day without the colleague.
    expect(name({}, { colleagueLeftOn: "2026-12-14" })).toEqual(["colleagueLeft", "substituteId"]);
    expect(name({}, { colleagueLeftOn: "2026-12-15" })).toBeNull();
    expect(name({}, { colleagueAway: [{ from: "2026-11-01", until: "2026-12-01" }] })).toEqual([
      "colleagueAway",
      "substituteId",
    ]);
    expect(name({}, { colleagueAway: [{ from: "2026-11-01", until: "2026-11-30" }] })).toBeNull();
  });
});
