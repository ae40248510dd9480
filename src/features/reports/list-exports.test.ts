import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { MESSAGES } from "@/messages/messages";
import { LIST_EXPORTS, type ListName, listAt } from "./list-exports";

const app = fileURLToPath(new URL("../../app", import.meta.url));
const pages = (readdirSync(app, { recursive: true, encoding: "utf8" }) as string[])
  .map((path) => path.split(sep).join("/"))
  .filter((path) => /(^|\/)page\.tsx$/.test(path) && !path.includes("["))
  .map((path) => ({
    address: `/${path.replace(/\/?page\.tsx$/, "")}`,
    text: readFileSync(join(app, path), "utf8"),
  }));

/** Pages that list nothing that anybody would take home: forms, texts, set-up of a few rows, and what another file holds. */
const NO_LISTS = [
  "/",
  "/accessibility",
  "/admin",
  "/admin/agreements",
  "/admin/agreements/new",
  "/admin/claims",
  "/admin/jobs",
  "/admin/people/new",
  "/admin/settings",
  "/admin/unions",
  "/admin/units/new",
  "/agreements",
  "/coding",
  "/coding/new",
  "/funds/new",
  "/funds/rates",
  "/guide",
  "/help",
  "/how-the-money-is-used",
  "/ideas/new",
  "/ideas/outcomes",
  "/initiatives/new",
  "/me",
  "/personal-data",
  "/pre-registrations/new",
  // The cases that are prepared: the list of cases holds them.
  "/prioritise",
  "/reconciliation/import",
  // Reports have files of their own.
  "/reports",
  "/reports/saved",
  "/reports/sie",
  "/requisitions/new",
  "/search",
  "/sign-in",
];

describe("every list can be taken home", () => {
  test.each(
    pages.filter(({ address }) => !NO_LISTS.includes(address)).map((page) => [page.address, page.text]),
  )("%s", (address, text) => {
    const fetched = [...text.matchAll(/<FetchList\s+list="(\w+)"/g)].map(([, name = ""]) => name);
    expect(
      fetched.length,
      `${address} shows a list without its files, or belongs to NO_LISTS`,
    ).toBeGreaterThan(0);
    for (const name of fetched) expect(listAt(name)?.list.page).toBe(address);
  });

  test("on the page that shows it", () => {
    expect(NO_LISTS.filter((address) => !pages.some((page) => page.address === address))).toEqual([]);
    for (const [name, { page }] of Object.entries(LIST_EXPORTS))
      expect(pages.find(({ address }) => address === page)?.text, name).toContain(`list="${name}"`);
  });
});

test("a name in an address that is no list finds none", () => {
  expect(listAt("constructor")).toBeNull();
  expect(listAt("")).toBeNull();
  expect(listAt("ideas")?.name).toBe("ideas");
});

test.each(Object.entries(LIST_EXPORTS))("%s names each of its columns once", (_, { heads }) => {
  const keys = heads.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(["sv", "en"] as const)("every file has a name that any system can keep (%s)", (locale) => {
  const files = (Object.keys(LIST_EXPORTS) as ListName[]).map(
    (name) => MESSAGES[locale].exports.lists[name].file,
  );
  for (const file of files) expect(file).toMatch(/^[a-z-]+$/);
  expect(new Set(files).size).toBe(files.length);
});
