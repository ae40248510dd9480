import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

// Finds a browser without downloading one: the machine's own, else the one that npm brought along.

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));

/** As quiet as a browser gets: it looks up nothing of its own, and needs no sandbox, GPU or shared memory. */
const quiet = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--no-first-run",
  "--disable-dev-shm-usage",
  "--disable-gpu",
];

function unpacked(name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(modules, "@sparticuz/chromium/bin", `${name}.br`)));
}

/** Files of a tar archive: a header of 512 bytes (name, size in octal at 124), then the file in blocks of 512. */
function untar(archive: Buffer, into: string): void {
  for (let at = 0; at < archive.length; ) {
    const name = archive.toString("latin1", at, at + 100).replace(/\0.*$/s, "");
    if (name === "") return;
    const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8);
    if (!name.endsWith("/")) {
      mkdirSync(dirname(join(into, name)), { recursive: true });
      writeFileSync(join(into, name), archive.subarray(at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

type Browser = { readonly executablePath: string; readonly env?: Record<string, string> };

/** Unpacks Chromium with the libraries and fonts that a bare machine lacks, once per version. */
function bundledBrowser(): Browser {
  const { version } = JSON.parse(readFileSync(join(modules, "@sparticuz/chromium/package.json"), "utf8"));
  const cache = join(modules, ".cache");
  const folder = join(cache, `chromium-${version}`);
  if (process.arch !== "x64" || process.platform !== "linux") {
    throw new Error(
      "No browser found, and npm brings one for Linux x64 only. Set CHROMIUM to one of your own.",
    );
  }
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const half = mkdtempSync(join(cache, "chromium.new-"));
    writeFileSync(join(half, "chromium"), unpacked("chromium"));
    chmodSync(join(half, "chromium"), 0o755);
    untar(unpacked("al2023.tar"), half);
    untar(unpacked("fonts.tar"), half);
    untar(unpacked("swiftshader.tar"), half);
    // The archive's own names the place where a cloud function would have it.
    writeFileSync(
      join(half, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`,
    );
    try {
      renameSync(half, folder);
    } catch (error) {
      // Another worker was faster.
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "lib"), FONTCONFIG_FILE: join(folder, "fonts.conf") },
  };
}

function findBrowser(): Browser {
  if (process.env.FORCE_BUNDLED_BROWSER) return bundledBrowser();
  const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = places.find((place) => place !== undefined && existsSync(place));
  return found ? { executablePath: found } : bundledBrowser();
}

/** What Playwright needs to launch the browser of this machine. */
export function launchOptions() {
  const { executablePath, env } = findBrowser();
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { executablePath, args: quiet, env: { ...Object.fromEntries(inherited), ...env } };
}
