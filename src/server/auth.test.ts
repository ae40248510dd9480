import { describe, expect, test } from "vitest";
import { ownPath } from "./auth";
import { localeFrom } from "./locale";
import { isOwnOrigin } from "./own-origin";

describe("ownPath", () => {
  test.each(["/", "/ideas", "/ideas?after=x&said=y", "/funds/1#top"])("%s is ours", (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each([
    undefined,
    null,
    "",
    "ideas",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/api/auth/signin",
    "/api/health/live",
  ])("%j leads to the start page", (path) => {
    expect(ownPath(path)).toBe("/");
  });
});

describe("isOwnOrigin", () => {
  test.each<[string | null, string | null, boolean]>([
    ["http://127.0.0.1:3000", "127.0.0.1:3000", true],
    ["https://portal.example.se", "portal.example.se", true],
    [null, "portal.example.se", false],
    ["null", "portal.example.se", false],
    ["", "portal.example.se", false],
    ["https://portal.example.se", null, false],
    ["https://evil.example", "portal.example.se", false],
    ["https://portal.example.se.evil.example", "portal.example.se", false],
    ["https://portal.example.se:8443", "portal.example.se", false],
    ["nonsense", "portal.example.se", false],
  ])("origin %j at host %j: %s", (origin, host, own) => {
    expect(isOwnOrigin(origin, host)).toBe(own);
  });
});

describe("localeFrom", () => {
  test.each<[string | undefined, string | null, string]>([
    [undefined, null, "sv"],
    ["en", "sv-SE", "en"],
    ["sv", "en-GB", "sv"],
    ["de", "en-GB,en;q=0.9", "en"],
    [undefined, "en-US,en;q=0.9,sv;q=0.8", "en"],
    [undefined, "sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    [undefined, "fi-FI,sv;q=0.9,en;q=0.8", "sv"],
    [undefined, "de-DE", "sv"],
    [undefined, "*", "sv"],
  ])("cookie %j, browser %j: %s", (cookie, accepts, locale) => {
    expect(localeFrom(cookie, accepts)).toBe(locale);
  });
});
