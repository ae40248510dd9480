import { expect, type Page, test } from "@playwright/test";
import { roundMoney } from "@/messages/format";
import { lookAtEveryPage } from "./axe";
import { signInAs, t } from "./people";
import * as step from "./steps";

// The coordinator opens the portal, reads what will be lost and when, and does what a case lacks to make it in time.
// The stage is the city's; other stories book and return its money meanwhile, so that sums are read, never expected.

const region = (page: Page) => page.locator("section[aria-labelledby=can-still]");

/** The first sum in kronor of a text, as "1 234 567 kr", in öre. */
function oreIn(text: string): bigint {
  const found = text.match(/(\d[\d\s]*)\skr/)?.[1];
  if (!found) throw new Error(`${text} names no sum`);
  return BigInt(found.replace(/\s/g, "")) * 100n;
}

test("the coordinator sees what will be lost and acts on it", async ({ page }) => {
  await lookAtEveryPage(page);
  let title = "";

  await test.step("the home's first sentence says what will be unused and when", async () => {
    await signInAs(page, "Maria Holm");
    const sentence = page.getByRole("main").locator("h1.sentence");
    await expect(sentence).toContainText(/är kvar att boka\. I den här takten blir .+ oanvända den \d+ \w+/);
    const chart = page.getByRole("img", { name: /Prognosen slutar på/ });
    await expect(chart).toBeVisible();
    await expect(page.getByText(t("money.forecast.paceNeeded"))).toBeVisible();
    await expect(page.getByText(t("money.forecast.newProposals"))).toBeVisible();
    await page.getByText(t("money.forecast.chart.twin")).click();
    await expect(page.getByRole("table", { name: t("money.forecast.chart.table") })).toBeVisible();
    await expect(page.getByText(t("money.forecast.rule.lost"))).toBeVisible();
    await step.follow(page, page.getByRole("link", { name: t("money.forecast.next.link") }));
  });

  await test.step("the fund says why, and lists the cases with what each lacks", async () => {
    expect(new URL(page.url()).hash).toBe("#can-still");
    const why = (await region(page).locator("p").first().innerText()).split(" och ");
    const lost = roundMoney(oreIn(why[0] ?? "") + oreIn(why[1] ?? ""), "sv");
    await expect(region(page).getByRole("heading", { level: 2 })).toContainText(lost);
    const lacking = region(page)
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: t("money.forecast.lacks.endorsed"), exact: true }) })
      .first();
    title = await lacking.getByRole("link").innerText();
    await step.follow(page, lacking.getByRole("link"));
  });

  await test.step("the coordinator does the step it lacks, and it lacks the next one", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await step.button(page, t("preRegistrations.case.prepare")).click();
    await step.told(page, "casePrepared");
    await page.goto("/");
    await step.follow(page, page.getByRole("link", { name: t("money.forecast.next.link") }));
    const row = region(page)
      .getByRole("row")
      .filter({ has: page.getByRole("link", { name: title, exact: true }) });
    await expect(row).toContainText(t("money.forecast.lacks.prepared"));
  });
});
