// `npm run bench`: a cluster of its own with a large world and a fiftieth of it, the built portal on each, a bare Next
// page beside them. Everything is made in a temporary folder, ended and removed afterwards.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout, inCheckout } from "./checkout.mjs";
import { runQuietly } from "./child-processes.mjs";
import { isRoot } from "./data-folder.mjs";
import { ownerLogin, startCluster } from "./embedded-postgres.mjs";
import { migrate, readDotEnv, runScript } from "./environment.mjs";
import { live, PlainError, whenStopping } from "./lifetime.mjs";
import { addressOf, ensureDatabase, webLogin } from "./portal-database.mjs";
import { build, generateClient, nextScript, refuseWithoutPackages, serverScript } from "./preparations.mjs";
import { step } from "./progress.mjs";
import { startWeb } from "./web-server.mjs";

const CASES = { small: 1_000, large: 50_000, race: 100 };
const password = "only-on-loopback-and-only-for-this-run";
const secret = "a secret that signs the sessions of one run";

/** One dynamic page with one word, built and served as the portal is. */
async function bareNext() {
  // Inside the checkout, so that next and react are found; the folder is one that git does not see.
  const folder = inCheckout("tests/.out/bare-next");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  whenStopping(remove);
  mkdirSync(join(folder, "app"), { recursive: true });
  writeFileSync(
    join(folder, "next.config.mjs"),
    `export default { output: "standalone", poweredByHeader: false, outputFileTracingRoot: ${JSON.stringify(checkout)}, turbopack: { root: ${JSON.stringify(checkout)} } };\n`,
  );
  writeFileSync(
    join(folder, "app/layout.js"),
    "export default function Layout({ children }) { return <html lang='sv'><body>{children}</body></html>; }\n",
  );
  writeFileSync(
    join(folder, "app/page.js"),
    "import { headers } from 'next/headers';\nexport default async function Page() { await headers(); return <h1>Hej</h1>; }\n",
  );
  await runQuietly("Building a bare page", process.execPath, [nextScript, "build", folder], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const served = join(folder, ".next/standalone/tests/.out/bare-next");
  cpSync(join(folder, ".next/static"), join(served, ".next/static"), { recursive: true });
  return join(served, "server.js");
}

async function main() {
  readDotEnv();
  refuseWithoutPackages();
  await generateClient();
  await build();
  const bare = await step("Building a bare Next page beside it", bareNext);

  const folder = mkdtempSync(join(isRoot ? "/tmp" : tmpdir(), "omstallningsportalen-bench-"));
  whenStopping(() => rmSync(folder, { recursive: true, force: true }));
  const cluster = await step("Starting a database", () => startCluster({ folder, home: folder, password }));
  /** @param {keyof typeof CASES} name */
  const variables = (name) => ({
    DATABASE_URL: addressOf(webLogin, password, cluster.port, `bench_${name}`),
    DATABASE_OWNER_URL: addressOf(ownerLogin, password, cluster.port, `bench_${name}`),
    NEXTAUTH_SECRET: secret,
  });
  for (const name of /** @type {(keyof typeof CASES)[]} */ (Object.keys(CASES))) {
    await ensureDatabase({ port: cluster.port, owner: password, web: password, name: `bench_${name}` });
    await migrate(variables(name));
    const wish = { owner: variables(name).DATABASE_OWNER_URL, cases: CASES[name], races: name === "race" };
    await step(`Making a world of ${CASES[name]} cases`, async () => {
      const code = await runScript("bench", ["fill", JSON.stringify(wish)], variables(name));
      if (code !== 0) throw new PlainError(`The world of ${CASES[name]} cases was not made.`);
    });
  }

  /** @param {string} script @param {Record<string, string>} its */
  const serve = async (script, its) => {
    const web = await startWeb({
      command: [script],
      port: 0,
      variables: { ...its, NODE_ENV: "production" },
      output: "ignore",
    });
    return { address: web.address, pid: web.child.pid };
  };
  const servers = {
    bare: await serve(bare, {}),
    small: await serve(serverScript, variables("small")),
    large: await serve(serverScript, variables("large")),
  };
  const wish = {
    owner: {
      small: variables("small").DATABASE_OWNER_URL,
      large: variables("large").DATABASE_OWNER_URL,
      race: variables("race").DATABASE_OWNER_URL,
    },
    web: { race: variables("race").DATABASE_URL },
    servers,
    secret,
    folder,
  };
  console.log("Measuring; this takes some minutes.");
  return runScript("bench", ["measure", JSON.stringify(wish)], variables("race"));
}

await live(main);
