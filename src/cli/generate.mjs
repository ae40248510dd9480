// Writes Prisma's client from the schema, when it is missing or older than the schema. Prisma's command line wants to
// download a schema engine before any command, also for this one that needs none: any existing file in its place is
// enough, so that nobody's install fails behind a closed network.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { checkout, inCheckout } from "./checkout.mjs";
import { schemaFingerprint } from "./freshness.mjs";

const prisma = inCheckout("node_modules/prisma/build/index.js");
const generated = inCheckout("src/server/generated");
const stamp = `${generated}/made-from`;

// `npm install --omit` may leave Prisma out; then there is nothing to write with, and nothing that needs it.
if (!existsSync(prisma)) process.exit(0);
const fingerprint = schemaFingerprint();
if (existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) process.exit(0);
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
  cwd: checkout,
  encoding: "utf8",
  stdio: ["ignore", "pipe", "pipe"],
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
if (status !== 0) {
  console.error(`${stdout}${stderr}`);
  process.exit(status ?? 1);
}
// After the client: Prisma empties the folder first.
mkdirSync(generated, { recursive: true });
writeFileSync(stamp, fingerprint);
