import { mkdirSync, openSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { createEmployer } from "@/cli/create-employer";
import { endGroup, exitCode, launch } from "../../src/cli/child-processes.mjs";
import { serverScript } from "../../src/cli/preparations.mjs";
import { startWeb, type Web } from "../../src/cli/web-server.mjs";
import { startTestCluster } from "../test-cluster.mjs";

// What stands round every page, on good days and on bad ones: the database is reached through a line that can be cut.

test.describe.configure({ mode: "serial" });

type Line = { port: number; cut(): Promise<void>; mend(): Promise<void> };

/** A port that leads to another one, until it is cut; mended, it is the same port again. */
async function lineTo(target: number): Promise<Line> {
  const open = new Set<Socket>();
  let server: Server;
  const listen = async (port: number) => {
    server = createServer((near) => {
      const far = connect(target, "127.0.0.1");
      for (const end of [near, far]) {
        open.add(end);
        end.on("error", () => end.destroy());
        end.on("close", () => {
          open.delete(end);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    cut: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of open) socket.destroy();
      }),
    mend: async () => {
      await listen(port);
    },
  };
}

let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let line: Line;
let web: Web;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  cluster = await startTestCluster();
  await cluster.migrate();
  const owner = new pg.Client({ connectionString: cluster.variables.DATABASE_OWNER_URL });
  await owner.connect();
  await createEmployer(
    owner,
    {
      slug: "provstad",
      name: "Provstads stad",
      scheme: "tlo",
      demo: true,
      admin: { givenName: "Ada", familyName: "Ek" },
    },
    new Date(),
    "2024-01-01",
  );
  await owner.query("UPDATE employer SET brand_hue = 150");
  await owner.end();

  const database = new URL(cluster.variables.DATABASE_URL);
  line = await lineTo(Number(database.port));
  database.port = String(line.port);
  mkdirSync(fileURLToPath(new URL("../.out", import.meta.url)), { recursive: true });
  const log = openSync(fileURLToPath(new URL("../.out/frame-web-server.log", import.meta.url)), "w");
  // The portal starts while the database is away, and finds it by itself.
  await line.cut();
  web = await startWeb({
    command: [serverScript],
    port: 0,
    variables: { ...cluster.variables, DATABASE_URL: database.href, NODE_ENV: "production" },
    output: [log, log],
  });
});

test.afterAll(async () => {
  if (web) await endGroup(web.child, 8000);
  await line?.cut();
  await cluster?.stop();
});

async function inBrowser(
  browser: Browser,
  javaScriptEnabled: boolean,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: web.address, javaScriptEnabled, locale: "sv-SE" });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|hydrat|Minified React/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (fault) => complaints.push(fault.message));
  await story(page);
  await context.close();
  expect(complaints).toEqual([]);
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in?to=/me");
  await page.getByRole("button", { name: "som Ada Ek" }).click();
  await page.waitForURL(`${web.address}/me`);
}

test("started without a database the portal says so, answers for itself, and finds the database by itself", async ({
  browser,
  request,
}) => {
  expect((await request.get(`${web.address}/api/health/live`)).status()).toBe(200);
  const ready = await request.get(`${web.address}/api/health/ready`);
  expect([ready.status(), await ready.json()]).toEqual([
    503,
    { database: "away", migrations: "unknown", jobs: { state: "unknown", tasks: [] } },
  ]);
  await inBrowser(browser, false, async (page) => {
    await page.goto("/sign-in");
    await expect(page.getByRole("alert")).toContainText("Portalen når inte sin databas just nu.");
    await line.mend();
    await signIn(page);
  });
  const now = await request.get(`${web.address}/api/health/ready`);
  expect([now.status(), await now.json()]).toMatchObject([200, { database: "ok", migrations: "ok" }]);
});

for (const script of [true, false]) {
  const how = `JavaScript ${script ? "on" : "off"}`;

  test(`when the database goes away the page says so, and the same page comes back with it, ${how}`, async ({
    browser,
  }) => {
    await inBrowser(browser, script, async (page) => {
      await signIn(page);
      await line.cut();
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Portalen når inte sin databas just nu",
      );
      await page.goto("/help");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Börja med samordnaren");
      await page.goto("/me");
      await line.mend();
      await page.getByRole("link", { name: "Försök igen" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Du har 2 roller i dag");
    });
  });

  test(`role and language are changed in the menu under one's name, ${how}`, async ({ browser }) => {
    await inBrowser(browser, script, async (page) => {
      await signIn(page);
      const menu = page.locator("summary", { hasText: "Ada Ek" });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Du har 2 roller i dag och arbetar nu som administratör.",
      );
      await menu.click();
      await page.getByRole("button", { name: "In English" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "You have 2 roles today and now work as administrator.",
      );
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await menu.click();
      await page.getByRole("button", { name: "Employee" }).click();
      await page.waitForURL(`${web.address}/?said=roleChosen`);
      await expect(page.getByRole("status").first()).toContainText("You now work in the role you chose.");
      await menu.click();
      await page.getByRole("link", { name: "How you got your roles" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "You have 2 roles today and now work as employee.",
      );
      await menu.click();
      await page.getByRole("button", { name: "På svenska" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "sv");
    });
  });
}

test("the employer's own colour stays through a change of page, and no page breaks the content policy", async ({
  browser,
}) => {
  await inBrowser(browser, true, async (page) => {
    const hue = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--brand-hue"));
    await page.goto("/help");
    expect(await hue()).toBe("212");
    await signIn(page);
    await expect.poll(hue).toBe("150");
    await page.getByRole("link", { name: "Personuppgifter" }).click();
    await page.waitForURL(`${web.address}/personal-data`);
    await expect.poll(hue).toBe("150");
  });
});

test("what everybody may read has no fault that axe finds, in both themes", async ({ browser }) => {
  test.slow();
  await inBrowser(browser, true, async (page) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // Dark changes colours, not what a page is made of: one page with everything on it is enough.
      const light = ["/help", "/no-such-page", "/accessibility", "/personal-data", "/how-the-money-is-used"];
      for (const path of ["/sign-in?error=denied", ...(colorScheme === "light" ? light : [])]) {
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [path, colorScheme, id, nodes[0]?.html])).toEqual([]);
      }
      await signIn(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => ["/me", colorScheme, id, nodes[0]?.html])).toEqual([]);
    }
  });
});

test("an address that leads nowhere, or to an id that none could be, is answered in words also without JavaScript", async ({
  browser,
}) => {
  await inBrowser(browser, false, async (page) => {
    await page.goto("/no-such-page");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sidan finns inte");
    await signIn(page);
    await page.goto("/ideas/not-an-id");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sidan finns inte");
    await expect(page.getByRole("navigation", { name: "Huvudmeny" })).toBeVisible();
  });
});

test("nothing that another site sends changes anything", async ({ request }) => {
  for (const origin of [
    undefined,
    "null",
    "https://evil.example",
    web.address.replace("127.0.0.1", "localhost"),
  ])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(`${web.address}/me`, {
        method,
        form: { a: "1" },
        headers: origin === undefined ? {} : { origin },
      });
      expect(answer.status(), `${method} ${origin}`).toBe(403);
      expect(await answer.text()).toContain("Öppna portalen och försök igen.");
    }
});

test("the portal does not start with a login that owns the tables, nor with settings that are wrong", async () => {
  const start = async (variables: Record<string, string>) => {
    const child = launch(process.execPath, [serverScript], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ...cluster.variables,
        NEXTAUTH_URL: "http://127.0.0.1:1",
        HOSTNAME: "127.0.0.1",
        PORT: "0",
        ...variables,
      },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
    return { code: await exitCode(child), said };
  };
  const owner = await start({ DATABASE_URL: cluster.variables.DATABASE_OWNER_URL });
  expect(owner.code).toBe(1);
  expect(owner.said).toContain("can look past row-level security");
  const wrong = await start({
    NEXTAUTH_SECRET: "short",
    DEMO_SIGN_IN: "yes",
    OIDC_ISSUER: "https://login.example.se",
  });
  expect(wrong.code).toBe(1);
  for (const name of [
    "NEXTAUTH_SECRET must have",
    "DEMO_SIGN_IN is either",
    "OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_EMPLOYER is missing",
  ])
    expect(wrong.said).toContain(name);
});
