import { openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { createEmployer } from "@/cli/create-employer";
import { newId } from "@/server/id";
import { endGroup } from "../../src/cli/child-processes.mjs";
import { serverScript } from "../../src/cli/preparations.mjs";
import { startWeb, type Web } from "../../src/cli/web-server.mjs";
import { startTestCluster } from "../test-cluster.mjs";
import { type IdentityProvider, startIdentityProvider } from "./identity-provider";

// A portal as an employer runs it: no demo people, sign-in only through the employer's own provider. Its own database,
// so that no other journey's people are here.

test.describe.configure({ mode: "serial" });

const CLIENT = { clientId: "omstallningsportalen", clientSecret: "a secret between the two" };

let provider: IdentityProvider;
let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let web: Web;
let owner: pg.Client;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  [provider, cluster] = await Promise.all([startIdentityProvider(), startTestCluster()]);
  await cluster.migrate();
  owner = new pg.Client({ connectionString: cluster.variables.DATABASE_OWNER_URL });
  await owner.connect();
  await makeEmployer();
  const log = openSync(fileURLToPath(new URL("../.out/oidc-web-server.log", import.meta.url)), "w");
  web = await startWeb({
    command: [serverScript],
    port: 0,
    variables: {
      ...cluster.variables,
      NODE_ENV: "production",
      DEMO_SIGN_IN: undefined,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_EMPLOYER: "provstad",
      OIDC_NAME: "Logga in med stadens konto",
    },
    output: [log, log],
  });
  provider.serve({ ...CLIENT, address: web.address });
  provider.accounts.set("anna", { employee_number: "1001", roles: ["portal-coordinator", "everybody"] });
  provider.accounts.set("bo", { employee_number: "1002" });
  provider.accounts.set("stranger", { employee_number: "9999", roles: ["portal-coordinator"] });
});

test.afterAll(async () => {
  await owner?.end();
  if (web) await endGroup(web.child, 8000);
  await provider?.stop();
  await cluster?.stop();
});

/** A city with two employees, and a mapping of two of the provider's roles. */
async function makeEmployer(): Promise<void> {
  const { employerId, unitId } = await createEmployer(
    owner,
    {
      slug: "provstad",
      name: "Provstads stad",
      scheme: "tlo",
      demo: false,
      admin: { givenName: "Ada", familyName: "Ek" },
    },
    new Date(),
    "2024-01-01",
  );
  for (const [number, given, family] of [
    ["1001", "Anna", "Alm"],
    ["1002", "Bo", "Björk"],
  ]) {
    const personId = newId();
    await owner.query(
      "INSERT INTO person (employer_id, id, unit_id, given_name, family_name, employee_number) VALUES ($1, $2, $3, $4, $5, $6)",
      [employerId, personId, unitId, given, family, number],
    );
    await owner.query(
      "INSERT INTO role_assignment (employer_id, id, person_id, role, unit_id, valid_from) VALUES ($1, $2, $3, 'employee', $4, '2024-01-01')",
      [employerId, newId(), personId, unitId],
    );
  }
  for (const [value, role] of [
    ["portal-coordinator", "coordinator"],
    ["portal-hr", "hr"],
  ])
    await owner.query(
      "INSERT INTO claim_mapping (employer_id, id, value, role, unit_id) VALUES ($1, $2, $3, $4, $5)",
      [employerId, newId(), value, role, unitId],
    );
}

/** Fills in the provider's own forms, as far as it asks. */
async function passProvider(page: Page, name: string): Promise<void> {
  await page.waitForURL(`${provider.issuer}/**`);
  await page.locator("[name=login]").fill(name);
  await page.locator("[name=password]").fill("any");
  await page.getByRole("button").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function pressSignIn(page: Page, to = "/me"): Promise<void> {
  await page.goto(`/sign-in?to=${to}`);
  await page.getByRole("button", { name: "Logga in med stadens konto" }).click();
}

/** A browser of its own for each story: nobody is signed in anywhere. */
async function inBrowser(
  browser: import("@playwright/test").Browser,
  story: (page: Page, context: BrowserContext) => Promise<void>,
  javaScriptEnabled = true,
) {
  const context = await browser.newContext({ baseURL: web.address, javaScriptEnabled, locale: "sv-SE" });
  try {
    await story(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

for (const script of [true, false])
  test(`an employee comes in with the employer's account and is coordinator by its roles, JavaScript ${script ? "on" : "off"}`, async ({
    browser,
  }) => {
    await inBrowser(
      browser,
      async (page, context) => {
        await pressSignIn(page);
        await passProvider(page, "anna");
        await page.waitForURL(`${web.address}/me`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(
          "Du har 2 roller i dag och arbetar nu som samordnare.",
        );
        await expect(page.getByRole("row", { name: /Samordnare/ })).toContainText(
          "Den följer med ditt konto hos arbetsgivaren",
        );
        await expect(page.getByRole("row", { name: /Medarbetare/ })).toContainText(
          "En administratör har lagt in den.",
        );
        // What the browser keeps is a sealed reference, and no script can read it.
        const cookies = await context.cookies(web.address);
        expect(cookies.find((cookie) => cookie.name === "next-auth.session-token")).toMatchObject({
          httpOnly: true,
          sameSite: "Lax",
        });
      },
      script,
    );
  });

test("a role that the provider no longer vouches for is gone after the next sign-in, also where one is still signed in", async ({
  browser,
}) => {
  await inBrowser(browser, async (still) => {
    await pressSignIn(still);
    await passProvider(still, "anna");
    await expect(still.getByRole("heading", { level: 1 })).toContainText("arbetar nu som samordnare");
    provider.accounts.set("anna", { employee_number: "1001", roles: "portal-hr" });
    await inBrowser(browser, async (page) => {
      await pressSignIn(page);
      await passProvider(page, "anna");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Du har 2 roller i dag och arbetar nu som HR och ekonomi.",
      );
    });
    await still.reload();
    await expect(still.getByRole("heading", { level: 1 })).toContainText("arbetar nu som HR och ekonomi");
  });
  const { rows } = await owner.query(
    "SELECT kind, detail FROM case_event WHERE kind LIKE 'role.%' ORDER BY seq",
  );
  expect(rows).toEqual([
    { kind: "role.given", detail: "coordinator" },
    { kind: "role.ended", detail: "coordinator" },
    { kind: "role.given", detail: "hr" },
  ]);
});

test("who signs out, or whose session is deleted, is out at the next page", async ({ browser }) => {
  await inBrowser(browser, async (page, context) => {
    await pressSignIn(page);
    await passProvider(page, "bo");
    await page.waitForURL(`${web.address}/me`);
    const kept = await context.cookies(web.address);
    await page.locator("summary", { hasText: "Bo Björk" }).click();
    await page.getByRole("button", { name: "Logga ut" }).click();
    await expect(page.getByRole("status")).toContainText("Du är utloggad.");
    // A copy of the cookie is worth nothing.
    await context.addCookies(kept);
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fme$/);

    // The provider still knows Bo and asks nothing.
    await pressSignIn(page);
    await page.waitForURL(`${web.address}/me`);
    await owner.query("DELETE FROM session");
    await page.reload();
    await expect(page).toHaveURL(/\/sign-in\?to=%2Fme$/);
  });
});

test("a person whom the portal does not know hears whom to ask", async ({ browser }) => {
  await inBrowser(browser, async (page) => {
    await pressSignIn(page);
    await passProvider(page, "stranger");
    await expect(page).toHaveURL(`${web.address}/sign-in?error=unknownPerson`);
    await expect(page.getByRole("alert").first()).toContainText(
      "Be administratören för portalen att lägga in dig med ditt anställningsnummer.",
    );
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("who cancels at the provider, or comes with an answer nobody asked for, is told to begin again", async ({
  browser,
}) => {
  await inBrowser(browser, async (page) => {
    await pressSignIn(page);
    await page.getByRole("link", { name: /Cancel/ }).click();
    await expect(page.getByRole("alert").first()).toContainText("Inloggningen avbröts hos din arbetsgivare.");
    await page.goto("/api/auth/callback/oidc?code=made-up&state=made-up");
    await expect(page.getByRole("alert").first()).toContainText("Inloggningen blev inte klar.");
    await page.goto("/me");
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("the way back leads nowhere but into the portal", async ({ browser }) => {
  await inBrowser(browser, async (page) => {
    await page.goto("/sign-in?to=//evil.example/me");
    await expect(page.locator("input[name=to]").first()).toHaveValue("/");
    // Also when the form itself was changed.
    await page.locator("input[name=to]").evaluateAll((fields) => {
      for (const field of fields) (field as HTMLInputElement).value = "https://evil.example/me";
    });
    await page.getByRole("button", { name: "Logga in med stadens konto" }).click();
    await passProvider(page, "bo");
    await page.waitForURL((url) => url.origin === web.address);
    expect(new URL(page.url()).pathname).toBe("/");
  });
});

test("nothing else of the sign-in library answers, and no other site starts a sign-in", async ({
  request,
}) => {
  for (const path of ["session", "csrf", "providers", "signout"])
    expect((await request.get(`${web.address}/api/auth/${path}`)).status(), path).toBe(404);
  const post = (origin: string | undefined, path = "signin/oidc") =>
    request.post(`${web.address}/api/auth/${path}`, {
      form: { to: "/" },
      headers: origin === undefined ? {} : { origin },
      maxRedirects: 0,
    });
  for (const origin of [undefined, "null", "https://evil.example"])
    expect((await post(origin)).status(), String(origin)).toBe(403);
  expect((await post(web.address)).status()).toBe(200);
  for (const path of ["signout", "session", "signin/credentials", "callback/credentials"])
    expect((await post(web.address, path)).status(), path).toBe(404);
});

test("demo people do not exist here", async ({ request }) => {
  expect(await (await request.get(`${web.address}/sign-in`)).text()).not.toContain(
    "Prova portalen som någon annan",
  );
});

test("while the provider is down the portal says so, and stays", async ({ browser }) => {
  await provider.stop();
  await inBrowser(browser, async (page) => {
    await pressSignIn(page);
    await expect(page.getByRole("alert").first()).toContainText(
      "Din arbetsgivares inloggning svarar inte just nu.",
    );
    await expect(page.getByRole("button", { name: "Logga in med stadens konto" })).toBeVisible();
  });
});
