import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { translator } from "@/messages/translator";

// Who is who in the demo, and how one becomes any of them. The stories speak of people by their names.

export const t = translator("sv");

/** Asks the database as its owner: what the portal shows is compared with what is stored. */
export async function stored<Row extends pg.QueryResultRow>(
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const owner = new pg.Client({ connectionString: process.env.E2E_DATABASE_OWNER_URL });
  await owner.connect();
  try {
    return (await owner.query<Row>(sql, [...values])).rows;
  } finally {
    await owner.end();
  }
}

/**
 * Signs in with one press on the sign-in page. It lists two people of each role and employer; for a colleague of theirs
 * the same form is sent with the colleague's id, as it would be were the list longer.
 */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto("/sign-in");
  const listed = page.getByRole("button", {
    name: new RegExp(`${t("signIn.demoButtonAs", { person: name })}$`),
  });
  if ((await listed.count()) === 0) await pressForColleague(page, name);
  else await listed.click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.locator(".role-switch summary")).toContainText(name);
}

async function pressForColleague(page: Page, name: string): Promise<void> {
  const [colleague, ...others] = await stored<{ id: string; employer: string }>(
    `SELECT p.id, p.employer_id AS employer FROM person p JOIN employer e ON e.id = p.employer_id
     WHERE e.demo AND p.given_name || ' ' || p.family_name = $1`,
    [name],
  );
  if (!colleague || others.length > 0) throw new Error(`There is not exactly one ${name} in the demo.`);
  const form = page
    .locator("form")
    .filter({ has: page.locator(`input[name=employerId][value="${colleague.employer}"]`) })
    .first();
  await form.locator("input[name=personId]").evaluate((field, id) => {
    (field as HTMLInputElement).value = id;
  }, colleague.id);
  await form.getByRole("button").click();
}
