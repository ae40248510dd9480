import { describe, expect, test } from "vitest";
import { ROLES } from "./actor";
import { EVENT_KINDS } from "./event";
import { mayReadPerson, mayReadWords, shownAs } from "./history";

const told = { kind: "idea.submitted", personId: "author", role: "employee", detail: "withManager" } as const;
const reader = (role: (typeof ROLES)[number], personId = "reader") => ({ role, personId });

describe("who did it", () => {
  test.each(ROLES)("everybody (%s) is told of their own acts as you, and of jobs as the portal", (role) => {
    expect(shownAs(reader(role, "author"), told)).toBe("you");
    expect(shownAs(reader(role), { ...told, personId: null, role: null })).toBe("portal");
  });

  test.each([
    ["employee", "hidden"],
    ["unionRep", "hidden"],
    ["manager", "named"],
    ["coordinator", "named"],
    ["hr", "named"],
    ["admin", "named"],
  ] as const)("an applicant is %s → %s", (role, shown) => {
    expect(shownAs(reader(role), told)).toBe(shown);
    expect(shownAs(reader(role), { ...told, role: "manager" })).toBe(shown);
    expect(shownAs(reader(role), { ...told, kind: "initiative.counted" })).toBe(shown);
  });

  test("who went past the manager is not named to a manager", () => {
    expect(shownAs(reader("manager"), { ...told, detail: "alone" })).toBe("hidden");
    expect(shownAs(reader("coordinator"), { ...told, detail: "alone" })).toBe("named");
  });

  test.each(ROLES)("what was done in office is named to all (%s)", (role) => {
    expect(
      shownAs(reader(role), { kind: "idea.endorsed", personId: "m", role: "manager", detail: null }),
    ).toBe("named");
  });
});

test("words are for those who prepare the case, for the unions what was said with them, else only one's own", () => {
  for (const kind of EVENT_KINDS) {
    const withUnions = /^(consultation|statement|voice)\./.test(kind);
    expect(mayReadWords(reader("unionRep"), kind, false)).toBe(withUnions);
    expect(mayReadWords(reader("employee"), kind, false)).toBe(false);
    expect(mayReadWords(reader("employee"), kind, true)).toBe(true);
    expect(mayReadWords(reader("manager"), kind, false)).toBe(true);
    expect(mayReadWords(reader("coordinator"), kind, false)).toBe(true);
  }
});

test("people whom an event is about are named to those who work with the case", () => {
  expect(ROLES.filter((role) => mayReadPerson(reader(role)))).toEqual([
    "manager",
    "coordinator",
    "hr",
    "admin",
  ]);
});
