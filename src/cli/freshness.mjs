// What has to be done again, judged by what files say and not by when they were written: a checkout gives every file
// the time of day, and going back to an older branch makes nothing newer.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inCheckout } from "./checkout.mjs";

/** @param {string} path */
function json(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules is what package-lock.json asks for, development packages included. npm writes its own list last,
 * so an interrupted install has none.
 */
export function installIsFresh() {
  const wanted = json(inCheckout("package-lock.json"))?.packages;
  const got = json(inCheckout("node_modules/.package-lock.json"))?.packages;
  if (!wanted || !got) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    // Optional ones are mostly for other machines.
    if (got[path] ? got[path].version !== entry.version : !entry.optional && !entry.devOptional) return false;
  }
  return Object.keys(got).every((path) => wanted[path]);
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * One number for the words of many files.
 * @param {readonly string[]} paths in the checkout
 * @param {(path: string) => boolean} [counts]
 */
function fingerprint(paths, counts = () => true) {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  for (const path of paths.flatMap((one) => filesUnder(inCheckout(one))).filter(counts)) {
    hash
      .update(`${path.slice(inCheckout("").length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/** What Prisma's client is made of. */
export function schemaFingerprint() {
  return fingerprint(["prisma", "prisma.config.ts", "node_modules/prisma/package.json"], (path) =>
    /\.(prisma|ts|json)$/.test(path),
  );
}

/** What the web server is made of. */
export function buildFingerprint() {
  const paths = [
    "src",
    "prisma",
    "public",
    "package.json",
    "package-lock.json",
    "next.config.ts",
    "tsconfig.json",
  ];
  paths.push("postcss.config.mjs");
  const code = fingerprint(
    paths,
    // cli is started beside the server and tests are no part of it; the generated client follows from the schema.
    (path) => !/\.test\.tsx?$|\/src\/cli\/|\/src\/server\/generated\//.test(path),
  );
  // The key is written into the build, so another key is another build.
  const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "";
  return createHash("sha256").update(code).update(key).digest("hex");
}

/** Lies in the folder that `next build` empties first, so that it never outlives what it speaks of. */
export const buildStamp = inCheckout(".next/standalone/built-from");

export function buildIsFresh() {
  return existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === buildFingerprint();
}
