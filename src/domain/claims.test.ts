import { describe, expect, test } from "vitest";
import { type ClaimMapping, roleChanges, rolesFromClaims } from "./claims";

const MAPPINGS: ClaimMapping[] = [
  { value: "portal-coordinator", role: "coordinator", unitId: "top", unionId: null },
  { value: "portal-hr", role: "hr", unitId: "top", unionId: null },
  { value: "Chef Omsorg", role: "manager", unitId: "care", unionId: null },
  { value: "kommunal", role: "unionRep", unitId: "top", unionId: "kommunal" },
  // One value may give several roles, and two values the same.
  { value: "boss", role: "manager", unitId: "care", unionId: null },
  { value: "boss", role: "employee", unitId: "top", unionId: null },
  { value: "constructor", role: "employee", unitId: "top", unionId: null },
];

const COORDINATOR = { role: "coordinator", unitId: "top", unionId: null };
const HR = { role: "hr", unitId: "top", unionId: null };
const MANAGER = { role: "manager", unitId: "care", unionId: null };
const REP = { role: "unionRep", unitId: "top", unionId: "kommunal" };
const EMPLOYEE = { role: "employee", unitId: "top", unionId: null };

describe("rolesFromClaims", () => {
  test.each<[string, Record<string, unknown>, object[], string[]]>([
    ["a list", { roles: ["portal-coordinator", "portal-hr"] }, [COORDINATOR, HR], []],
    ["one value as a text", { roles: "portal-hr" }, [HR], []],
    ["an empty list", { roles: [] }, [], []],
    ["no such claim", { groups: ["portal-hr"] }, [], []],
    ["a claim that is null", { roles: null }, [], []],
    ["an empty text", { roles: "" }, [], []],
    ["what nobody mapped", { roles: ["everybody", "portal-hr"] }, [HR], ["everybody"]],
    [
      "what is no text is passed over",
      { roles: [7, null, { name: "portal-hr" }, ["portal-hr"], "portal-hr"] },
      [HR],
      [],
    ],
    ["a list given as an object", { roles: { 0: "portal-hr" } }, [], []],
    ["other case and spaces", { roles: [" PORTAL-HR ", "chef omsorg"] }, [HR, MANAGER], []],
    ["the same value twice", { roles: ["portal-hr", "portal-hr"] }, [HR], []],
    ["a value that gives two roles", { roles: ["boss"] }, [MANAGER, EMPLOYEE], []],
    ["two values that give the same role", { roles: ["boss", "Chef Omsorg"] }, [MANAGER, EMPLOYEE], []],
    ["a union representative keeps the union", { roles: ["kommunal"] }, [REP], []],
    [
      "part of a value is not the value",
      { roles: ["portal", "portal-hr,portal-coordinator"] },
      [],
      ["portal", "portal-hr,portal-coordinator"],
    ],
    [
      "a value named like something every object has",
      { roles: ["toString", "constructor"] },
      [EMPLOYEE],
      ["toString"],
    ],
  ])("%s", (_, claims, grants, unmapped) => {
    expect(rolesFromClaims(claims, "roles", MAPPINGS)).toEqual({ grants, unmapped });
  });

  test("the claim's name is the employer's choice, and never one that every object has", () => {
    expect(
      rolesFromClaims({ "https://idp.example/groups": "portal-hr" }, "https://idp.example/groups", MAPPINGS)
        .grants,
    ).toEqual([HR]);
    expect(rolesFromClaims({ roles: "portal-hr" }, "constructor", MAPPINGS)).toEqual({
      grants: [],
      unmapped: [],
    });
  });

  test("without mappings nobody gets anything", () => {
    expect(rolesFromClaims({ roles: ["portal-hr"] }, "roles", [])).toEqual({
      grants: [],
      unmapped: ["portal-hr"],
    });
  });
});

describe("roleChanges", () => {
  const held = [
    { id: "a", role: "coordinator" as const, unitId: "top", unionId: null },
    { id: "b", role: "manager" as const, unitId: "care", unionId: null },
  ];

  test("what stays is left alone, what is gone ends, what is new begins", () => {
    expect(
      roleChanges(held, [
        { role: "coordinator", unitId: "top", unionId: null },
        { role: "hr", unitId: "top", unionId: null },
      ]),
    ).toEqual({ end: [held[1]], begin: [{ role: "hr", unitId: "top", unionId: null }] });
  });

  test("the same role in another unit, or for another union, is another role", () => {
    expect(roleChanges(held, [{ role: "manager", unitId: "school", unionId: null }]).end).toEqual(held);
    const rep = { role: "unionRep" as const, unitId: "top", unionId: "kommunal" };
    expect(roleChanges([rep], [{ ...rep, unionId: "vision" }])).toEqual({
      end: [rep],
      begin: [{ ...rep, unionId: "vision" }],
    });
  });

  test("no claims at all end everything; the same claims change nothing", () => {
    expect(roleChanges(held, [])).toEqual({ end: held, begin: [] });
    expect(roleChanges(held, held)).toEqual({ end: [], begin: [] });
  });
});
