import { describe, expect, test } from "vitest";
import { BadEnvironment, readEnvironment } from "./env";

const GOOD = {
  DATABASE_URL: "postgresql://web:secret@127.0.0.1:5432/portal",
  NEXTAUTH_URL: "https://omstallning.example.se",
  NEXTAUTH_SECRET: "0123456789012345678901234567890x",
};
const OIDC = {
  OIDC_ISSUER: "https://login.example.se/",
  OIDC_CLIENT_ID: "portal",
  OIDC_CLIENT_SECRET: "s",
  OIDC_EMPLOYER: "sundhamn",
};

function faultsOf(changed: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment({ ...GOOD, ...changed });
    return [];
  } catch (fault) {
    if (fault instanceof BadEnvironment) return fault.faults;
    throw fault;
  }
}

describe("readEnvironment", () => {
  test("reads what is set and fills in the rest", () => {
    expect(readEnvironment({ ...GOOD, DEMO_SIGN_IN: "" })).toEqual({
      databaseUrl: GOOD.DATABASE_URL,
      origin: GOOD.NEXTAUTH_URL,
      secret: GOOD.NEXTAUTH_SECRET,
      demoSignIn: false,
      oidc: null,
    });
    expect(readEnvironment({ ...GOOD, ...OIDC, OIDC_NAME: "" }).oidc).toEqual({
      issuer: "https://login.example.se",
      clientId: "portal",
      clientSecret: "s",
      employer: "sundhamn",
      name: null,
      rolesClaim: "roles",
      numberClaim: "employee_number",
    });
  });

  test.each(["embedded-database", "outside-database"])("DEMO_SIGN_IN=%s lets demo people in", (value) => {
    expect(readEnvironment({ ...GOOD, DEMO_SIGN_IN: value }).demoSignIn).toBe(true);
  });

  test.each<[string, Record<string, string | undefined>, RegExp]>([
    ["no database", { DATABASE_URL: undefined }, /DATABASE_URL is not set/],
    ["another kind of database", { DATABASE_URL: "mysql://x" }, /begin with postgresql/],
    ["no address", { NEXTAUTH_URL: "" }, /NEXTAUTH_URL is not set/],
    ["an address without http", { NEXTAUTH_URL: "omstallning.example.se" }, /begins with http/],
    ["an address with a path", { NEXTAUTH_URL: "https://example.se/portal" }, /without a path/],
    ["a short secret", { NEXTAUTH_SECRET: "short" }, /at least 32/],
    ["DEMO_SIGN_IN=yes", { DEMO_SIGN_IN: "yes" }, /DEMO_SIGN_IN is either/],
    [
      "half of OIDC",
      { OIDC_ISSUER: "https://login.example.se", OIDC_CLIENT_ID: "portal" },
      /OIDC_CLIENT_SECRET, OIDC_EMPLOYER is missing/,
    ],
    ["an issuer that is no address", { ...OIDC, OIDC_ISSUER: "login" }, /OIDC_ISSUER must be/],
  ])("refuses %s", (_, changed, said) => {
    const faults = faultsOf(changed);
    expect(faults.join("\n")).toMatch(said);
    expect(faults).toHaveLength(1);
  });

  test("names everything that is wrong at once, and no value of any", () => {
    const faults = faultsOf({ DATABASE_URL: "", NEXTAUTH_SECRET: "hemligt", OIDC_CLIENT_SECRET: "hemligt" });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain("hemligt");
  });
});
