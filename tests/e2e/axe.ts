import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The dark theme changes colours and not what a page is made of, so these are what can differ in it. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** A story's way through the portal: what its browser has complained of, which views have been looked at, and where. */
type Walk = { heard: string[]; seen: Set<string>; eyes: Page };
const walks = new WeakMap<Page, Walk>();

/**
 * From now on every page that a step leads to is looked at, in both colour themes. The story goes on all the same.
 * axe is a script: where the story goes without, the same addresses are opened beside it, by the same person.
 */
export async function lookAtEveryPage(page: Page, eyes = page): Promise<void> {
  const heard: string[] = [];
  page.on("pageerror", (fault) => heard.push(`${page.url()}: ${fault.message}`));
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat|Minified React/i.test(message.text())) heard.push(message.text());
  });
  // Colours that are on their way from one to another would be judged by what they never are.
  await eyes.emulateMedia({ reducedMotion: "reduce" });
  walks.set(page, { heard, seen: new Set(), eyes });
}

/** Looks at the page as it stands now, if its walk is watched: once for each view that a person meets in a story. */
export async function look(page: Page): Promise<void> {
  const walk = walks.get(page);
  if (!walk) return;
  const { eyes } = walk;
  if (eyes !== page) {
    await eyes.context().addCookies(await page.context().cookies());
    await eyes.goto(page.url());
  }
  const heard = walk.heard.splice(0);
  const view = await viewOf(eyes);
  const faults = walk.seen.has(view) ? [] : await faultsOf(eyes);
  walk.seen.add(view);
  expect.soft([...heard, ...faults], page.url()).toEqual([]);
}

/** The same address in the same state: what was just done, the page's first sentence and who reads it. */
async function viewOf(page: Page): Promise<string> {
  const { pathname, searchParams } = new URL(page.url());
  const said = await page.evaluate(() => [
    document.querySelector(".role-switch summary")?.textContent,
    document.querySelector("main .sentence, main h1")?.textContent,
  ]);
  return [pathname.replace(ID, "…"), searchParams.get("said"), ...said].join("\n");
}

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What axe finds on the page, as lines that name page, theme, rule and place. */
export async function faultsOf(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const judge = colorScheme === "light" ? axe.withTags(RULES) : axe.withRules(OF_COLOUR);
    const { violations } = await judge.analyze();
    const path = new URL(page.url()).pathname.replace(ID, "…");
    for (const { id, nodes } of violations)
      lines.push(
        `${path} (${colorScheme}) ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
      );
  }
  await page.emulateMedia({ colorScheme: "light" });
  return lines;
}
