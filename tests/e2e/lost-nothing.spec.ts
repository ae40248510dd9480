import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { signInAs, stored, t } from "./people";
import * as step from "./steps";

// What a hurried hand, a back button, a slip and a colleague at the same page can do to what was written: nothing.

const unique = (title: string) => `${title} ${randomUUID().slice(0, 8)}`;

async function openNewIdea(page: Page): Promise<void> {
  await step.follow(page, page.getByRole("navigation").getByRole("link", { name: t("app.nav.newIdea") }));
}

async function fillIdea(page: Page, title: string): Promise<void> {
  await step.field(page, t("ideas.form.what")).fill(title);
  await step.field(page, t("ideas.form.why")).fill("Vi behöver det båda två.");
  await step.choice(page, t("ideas.audience.workplace")).check();
}

const ideasCalled = async (title: string) =>
  (await stored<{ status: string }>("SELECT status FROM idea WHERE title = $1", [title])).map(
    (idea) => idea.status,
  );

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a double click hands in one idea", async ({ page }) => {
      const title = unique("Två klick");
      await signInAs(page, "David Öberg");
      await openNewIdea(page);
      await fillIdea(page, title);
      await step.button(page, t("ideas.form.alone")).dblclick();
      await expect(page.getByText(t("ideas.receipt.title", { title }))).toBeVisible();
      expect(await ideasCalled(title)).toEqual(["submitted"]);
    });

    test("going back and sending again hands in one idea", async ({ page }) => {
      const title = unique("Tillbaka");
      await signInAs(page, "David Öberg");
      await openNewIdea(page);
      await fillIdea(page, title);
      await step.button(page, t("ideas.form.alone")).click();
      await expect(page.getByText(t("ideas.receipt.title", { title }))).toBeVisible();
      await page.goBack();
      await expect(step.field(page, t("ideas.form.what"))).toBeVisible();
      await step.button(page, t("ideas.form.alone")).click();
      // Either the first receipt again, or an empty form that asks for the words: never a second idea.
      await expect(
        page
          .getByText(t("ideas.receipt.title", { title }))
          .or(page.getByRole("alert").filter({ hasText: "rättas" })),
      ).toBeVisible();
      expect(await ideasCalled(title)).toEqual(["submitted"]);
    });

    test("a refused form gives back what was typed", async ({ page }) => {
      const title = unique("Inte färdig");
      await signInAs(page, "David Öberg");
      await openNewIdea(page);
      await step.field(page, t("ideas.form.what")).fill(title);
      await step.choice(page, t("ideas.audience.some")).check();
      await step.field(page, t("ideas.form.howMany")).fill("en handfull");
      await step.button(page, t("ideas.form.alone")).click();
      const summary = page.getByRole("alert").filter({ hasText: t("ideas.form.needWhy") });
      await expect(summary).toContainText(t("refusals.badNumber"));
      if (javaScriptEnabled) await expect(page).toHaveTitle(new RegExp(`^${t("refusals.prefix")}`));
      await expect(step.field(page, t("ideas.form.what"))).toHaveValue(title);
      await expect(step.choice(page, t("ideas.audience.some"))).toBeChecked();
      await expect(step.field(page, t("ideas.form.howMany"))).toHaveValue("en handfull");
      expect(await ideasCalled(title)).toEqual([]);
    });
  });
}

test("what was typed and never sent is there the next time", async ({ browser }) => {
  const text = unique("Halvvägs skrivet");
  await inOwnBrowser(browser, async (page) => {
    await signInAs(page, "Vidar Snäll");
    await openNewIdea(page);
    await step.field(page, t("ideas.form.why")).fill(text);
    await expect(page.getByText(t("ideas.form.saved"))).toBeVisible();
  });
  await inOwnBrowser(browser, async (page) => {
    await signInAs(page, "Vidar Snäll");
    await openNewIdea(page);
    await expect(step.field(page, t("ideas.form.why"))).toHaveValue(text);
  });
});

test("two people who write the same section both keep their words", async ({ browser }) => {
  const title = unique("Samma avsnitt");
  await giveCoordinatorRole("Ove Rask");
  const need = t("preRegistrations.edit.need.label");
  const save = t("preRegistrations.edit.save");

  await inOwnBrowser(browser, async (one) => {
    await signInAs(one, "Camilla Ståhl");
    await one.goto("/pre-registrations/new");
    await step.field(one, t("preRegistrations.create.titleLabel")).fill(title);
    await step.button(one, t("preRegistrations.create.make")).click();
    await step.told(one, "caseCreated");
    const tasks = new URL(one.url()).pathname;

    await inOwnBrowser(browser, async (other) => {
      await signInAs(other, "Ove Rask");
      await step.actAs(other, t("words.roles.coordinator"));
      for (const page of [one, other]) await page.goto(`${tasks}/need`);

      await step.field(one, need).fill("Camilla: flygbilderna tolkas av modeller.");
      await step.button(one, save).click();
      await step.told(one, "sectionSaved");

      await step.field(other, need).fill("Ove: vi saknar folk som kan ta hand om modellerna.");
      await step.button(other, save).click();
      await expect(other.getByText(t("refusals.changedMeanwhile"))).toBeVisible();
      await expect(step.field(other, need)).toHaveValue("Ove: vi saknar folk som kan ta hand om modellerna.");
      await expect(other.getByText("Camilla: flygbilderna tolkas av modeller.")).toBeVisible();
      expect(await needOf(title)).toBe("Camilla: flygbilderna tolkas av modeller.");

      const both = "Flygbilderna tolkas av modeller, och vi saknar folk som kan ta hand om dem.";
      await step.field(other, need).fill(both);
      await step.button(other, save).click();
      await step.told(other, "sectionSaved");
      expect(await needOf(title)).toBe(both);
    });
  });
});

const needOf = async (title: string) =>
  (await stored<{ need: string }>("SELECT need FROM pre_registration WHERE title = $1", [title]))[0]?.need;

/** The demo has one coordinator at each employer; this makes somebody a second one, once. */
async function giveCoordinatorRole(name: string): Promise<void> {
  await stored(
    `INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from)
     SELECT p.employer_id, gen_random_uuid(), p.id, 'coordinator', u.id, current_date - 30
     FROM person p JOIN unit u ON u.employer_id = p.employer_id AND u.parent_id IS NULL
     WHERE p.given_name || ' ' || p.family_name = $1
       AND NOT EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = p.id AND r.role = 'coordinator')`,
    [name],
  );
}

async function inOwnBrowser(browser: Browser, story: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await story(await context.newPage());
  await context.close();
}
