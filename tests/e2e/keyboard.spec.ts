import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { stored, t } from "./people";
import * as step from "./steps";

// Two journeys by Tab, Enter, Space and typing alone, from signing in on. Wherever the focus stands it can be seen.

/** Presses Tab until this has the focus. Fails when it is out of reach, or when a place on the way cannot be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await isMarked(target), "the focus can be seen").toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

/** Whether who has the focus is drawn otherwise than without it. */
async function isMarked(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
}

async function tabAndPress(page: Page, target: Locator, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function tabAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  const person = new RegExp(`${t("signIn.demoButtonAs", { person: name })}$`);
  await tabAndPress(page, page.getByRole("button", { name: person }), "Enter");
  await page.waitForURL((url) => url.pathname === "/");
}

/** Past the menu, as the first link on every page promises. */
async function skipToContent(page: Page): Promise<void> {
  await tabAndPress(page, page.getByRole("link", { name: t("app.frame.skip") }), "Enter");
  await expect(page.getByRole("main")).toBeFocused();
}

test("an employee hands in an idea with the keyboard alone", async ({ page }) => {
  const title = `Sjökort på en ny skärm ${randomUUID().slice(0, 8)}`;
  await signInByKeyboard(page, "Karl Munk");
  const nav = page.getByRole("navigation", { name: t("app.frame.mainNav") });
  await tabAndPress(page, nav.getByRole("link", { name: t("app.nav.newIdea") }), "Enter");
  await page.waitForURL("**/ideas/new");
  await skipToContent(page);

  // Sent too early: the focus goes to what has to be put right, and from there to the field.
  await tabAndPress(page, step.button(page, t("ideas.form.toManager", { name: "Ingrid Vall" })), "Enter");
  const summary = page.getByRole("alert").filter({ hasText: t("ideas.form.needTitle") });
  await expect(summary).toBeFocused();
  await tabAndPress(page, summary.getByRole("link", { name: t("ideas.form.needTitle") }), "Enter");
  await expect(step.field(page, t("ideas.form.what"))).toBeFocused();

  await page.keyboard.type(title);
  await tabAndType(page, step.field(page, t("ideas.form.why")), "Vi byter sjökort i vår.");
  await tabAndPress(page, step.choice(page, t("ideas.audience.me")), "Space");
  await tabAndPress(page, step.button(page, t("ideas.form.toManager", { name: "Ingrid Vall" })), "Enter");
  await expect(page.getByText(t("ideas.receipt.title", { title }))).toBeVisible();
  await tabAndPress(page, page.getByRole("link", { name: t("ideas.receipt.toIdea") }), "Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await step.expectBallWith(page, "Ingrid Vall");
});

test("a union representative answers with the keyboard alone", async ({ page }) => {
  const statements = () =>
    stored<{ id: string }>(
      `SELECT s.id FROM statement s JOIN person p ON p.id = s.person_id
       WHERE p.given_name = 'Roger' AND p.family_name = 'Falk' AND s.kind = 'noObjection'`,
      [],
    );
  const before = (await statements()).length;
  await signInByKeyboard(page, "Roger Falk");
  const nav = page.getByRole("navigation", { name: t("app.frame.mainNav") });
  await tabAndPress(page, nav.getByRole("link", { name: t("app.nav.consultations") }), "Enter");
  await page.waitForURL("**/consultations");
  await skipToContent(page);
  const meeting = page.getByRole("row").filter({ hasText: "rum Bryggan" }).getByRole("link").first();
  await tabAndPress(page, meeting, "Enter");
  await page.waitForURL("**/consultations/*");
  await skipToContent(page);
  await tabAndPress(page, step.choice(page, t("consultations.answers.noObjection")), "Space");
  await tabAndPress(page, step.button(page, t("consultations.answer.submit")), "Enter");
  await step.told(page, "statementGiven");
  expect((await statements()).length).toBe(before + 1);
});
