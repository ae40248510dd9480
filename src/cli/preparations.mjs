// What must be there before anything can be served: packages, Prisma's client, the built server.
import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { checkout, inCheckout } from "./checkout.mjs";
import { runQuietly } from "./child-processes.mjs";
import { buildFingerprint, buildIsFresh, buildStamp, installIsFresh } from "./freshness.mjs";
import { PlainError } from "./lifetime.mjs";
import { step } from "./progress.mjs";

export const serverScript = inCheckout(".next/standalone/server.js");
export const nextScript = inCheckout("node_modules/next/dist/bin/next");

export async function install() {
  if (installIsFresh()) return;
  // npm tells its scripts where it lies; started by hand, it is looked for like any command.
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  // Development packages too, also under NODE_ENV=production: what builds the server is among them.
  const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund"];
  // So that no package's script tries to fetch an engine that is never used.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
  await step("Installing packages (npm ci)", () =>
    // An interrupted npm tidies up for long; the next install begins by removing all anyway.
    runQuietly("npm ci", command, args, { cwd: checkout, env }, 1500),
  );
}

export async function generateClient() {
  await runQuietly("Writing Prisma's client", process.execPath, [inCheckout("src/cli/generate.mjs")], {
    cwd: checkout,
  });
}

export async function build() {
  if (buildIsFresh()) return;
  // Taken before: what is saved during the build belongs to the next one.
  const fingerprint = buildFingerprint();
  await step("Building (next build)", () =>
    runQuietly("next build", process.execPath, [nextScript, "build"], {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    }),
  );
  if (!existsSync(serverScript)) throw new PlainError(`The build left no ${serverScript}.`);
  // Next leaves these out for those who serve them from elsewhere.
  for (const [from, to] of [
    [".next/static", ".next/standalone/.next/static"],
    ["public", ".next/standalone/public"],
  ]) {
    const target = inCheckout(to ?? "");
    rmSync(target, { recursive: true, force: true });
    if (existsSync(inCheckout(from ?? ""))) cpSync(inCheckout(from ?? ""), target, { recursive: true });
  }
  writeFileSync(buildStamp, fingerprint);
}

export function refuseWithoutPackages() {
  if (!existsSync(inCheckout("node_modules/tsx")))
    throw new PlainError("Nothing is installed yet. Run npm ci first.");
}
