import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The dark theme changes colours and not what a page is made of, so these are what can differ in it. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What browsers have complained of since the page was last looked at. */
const complaints = new WeakMap<Page, string[]>();

/** From now on every page that a step leads to is looked at, in both colour themes. The story goes on all the same. */
export async function lookAtEveryPage(page: Page): Promise<void> {
  const heard: string[] = [];
  page.on("pageerror", (fault) => heard.push(`${page.url()}: ${fault.message}`));
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat|Minified React/i.test(message.text())) heard.push(message.text());
  });
  // Colours that are on their way from one to another would be judged by what they never are.
  await page.emulateMedia({ reducedMotion: "reduce" });
  complaints.set(page, heard);
}

/** Looks at the page as it stands now, if its walk is watched. */
export async function look(page: Page): Promise<void> {
  const heard = complaints.get(page);
  if (!heard) return;
  const faults = await faultsOf(page);
  expect.soft([...heard.splice(0), ...faults], page.url()).toEqual([]);
}

/** What axe finds on the page, as lines that name page, theme, rule and place. */
export async function faultsOf(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const judge = colorScheme === "light" ? axe.withTags(RULES) : axe.withRules(OF_COLOUR);
    const { violations } = await judge.analyze();
    const path = new URL(page.url()).pathname.replace(/[0-9a-f-]{36}/g, "…");
    for (const { id, nodes } of violations)
      lines.push(
        `${path} (${colorScheme}) ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
      );
  }
  await page.emulateMedia({ colorScheme: "light" });
  return lines;
}
