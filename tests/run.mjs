// `npm test`: every suite, each also when an earlier one failed; the last line alone is the sum.
// `npm run check` (--check): what needs neither database nor browser.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { checkout, inCheckout } from "../src/cli/checkout.mjs";
import { endGroup, exitCode, launch } from "../src/cli/child-processes.mjs";
import { Interrupted, isStopping, live } from "../src/cli/lifetime.mjs";
import { build, generateClient, install, nextScript } from "../src/cli/preparations.mjs";

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Suite */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */
/** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} Stats */

const reports = inCheckout("tests/.out");
const vitest = inCheckout("node_modules/vitest/vitest.mjs");
// Biome colours its words also where they go into a file.
const colours = `--colors=${process.stdout.isTTY ? "force" : "off"}`;
const playwright = inCheckout("node_modules/@playwright/test/cli.js");

// A suite must meet the database it makes itself and never one that this shell or its .env points at.
const foreign = /^(DATABASE_|NEXTAUTH_|OIDC_|DEMO_SIGN_IN$|PORT$|HOSTNAME$|NODE_ENV$)/;
for (const name of Object.keys(process.env)) if (foreign.test(name)) delete process.env[name];

/**
 * Runs a tool of node_modules with its own output; a suite that hangs is ended and has failed.
 * @param {string} script
 * @param {readonly string[]} args
 * @param {number} minutes
 */
async function tool(script, args, minutes) {
  const child = launch(process.execPath, [script, ...args], {
    cwd: checkout,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const timer = setTimeout(() => {
    console.error(`Ended after ${minutes} minutes.`);
    endGroup(child, 5000);
  }, minutes * 60_000);
  const code = await exitCode(child);
  clearTimeout(timer);
  if (isStopping()) throw new Interrupted();
  return code;
}

/**
 * @param {number} code
 * @returns {Count}
 */
function asOne(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts a report; what says nothing, or less than the exit code, counts as one failure.
 * @param {string} file
 * @param {number} code
 * @param {(report: { testResults: TestFile[], stats: Stats, errors: unknown[] }) => Count} count
 * @returns {Count}
 */
function counted(file, code, count) {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = count(JSON.parse(readFileSync(file, "utf8")));
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

/**
 * @param {string} project
 * @param {number} minutes
 */
async function vitestSuite(project, minutes) {
  const file = `${reports}/${project}.json`;
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await tool(vitest, ["run", "--project", project, ...reporters], minutes);
  return counted(file, code, ({ testResults: files }) => {
    const tests = files.flatMap((one) => one.assertionResults);
    const passed = tests.filter((one) => one.status === "passed").length;
    // A file that could not even be loaded has no tests to fail. A skipped test is not a passed one.
    const broken = files.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length;
    return { passed, failed: tests.length - passed + broken };
  });
}

async function journeys() {
  const file = `${reports}/journeys.json`;
  rmSync(file, { force: true });
  const code = await tool(playwright, ["test"], 12);
  return counted(file, code, ({ stats, errors }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  }));
}

async function types() {
  // Writes the types of the routes, which tsc reads; a fresh clone has none, an old one those of deleted pages.
  const generated = await tool(nextScript, ["typegen"], 2);
  return asOne(generated || (await tool(inCheckout("node_modules/typescript/bin/tsc"), ["--noEmit"], 2)));
}

/** @type {Suite[]} */
const quick = [
  { name: "types", run: types },
  {
    name: "lint",
    run: async () =>
      asOne(await tool(inCheckout("node_modules/@biomejs/biome/bin/biome"), ["ci", colours], 1)),
  },
  { name: "unit", run: () => vitestSuite("unit", 3) },
];
/** @type {Suite[]} */
const slow = [
  { name: "integration", run: () => vitestSuite("integration", 9) },
  { name: "build", run: () => build().then(() => asOne(0)) },
  { name: "journeys", run: journeys },
];

async function main() {
  mkdirSync(reports, { recursive: true });
  await install();
  const suites = process.argv.includes("--check") ? quick : [...quick, ...slow];
  suites.unshift({
    name: "Prisma's client",
    run: () => generateClient().then(() => ({ passed: 0, failed: 0 })),
  });
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const { name, run } of suites) {
    const start = Date.now();
    console.log(`\n—— ${name}`);
    /** @type {Count} */
    let count = { passed: 0, failed: 1 };
    try {
      count = await run();
    } catch (error) {
      if (isStopping()) throw error;
      console.error(error instanceof Error ? error.message : error);
    }
    sum.passed += count.passed;
    sum.failed += count.failed;
    const seconds = Math.round((Date.now() - start) / 1000);
    lines.push(`${name.padEnd(16)} ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  }
  console.log(`\n${lines.join("\n")}\n`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

await live(main);
