import { expect, test } from "@playwright/test";
import { look, lookAtEveryPage } from "./axe";
import { signInAs } from "./people";

// The pages about money that no other story passes: read by those they are for, on a phone and at a desk. Nothing is
// changed here, so that other stories may go on meanwhile.

const READERS = {
  "Maria Holm": [
    "/funds",
    "/funds/new",
    "/ledger",
    "/alarms",
    "/agreements",
    "/agreements/komKr2022",
    "/agreements/tloKl2017",
    "/reports",
    "/reports/granted",
    "/reports/commitments",
  ],
  "Karin Ek": [
    "/",
    "/funds/rates",
    "/coding",
    "/coding/new",
    "/coding/faults",
    "/reconciliation",
    "/reconciliation/import",
    "/reports/spending",
    "/reports/ageing",
    "/reports/uncovered",
    "/reports/statistics",
    "/reports/saved",
    "/reports/sie",
  ],
  "Tomas Alm": ["/admin/jobs", "/admin/agreements"],
} as const;

for (const [who, addresses] of Object.entries(READERS))
  for (const width of [390, 1440])
    test(`${who} reads about the money at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await lookAtEveryPage(page);
      await signInAs(page, who);
      for (const address of addresses) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(width);
        await look(page);
      }
    });
