import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/browser";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/.out/journeys",
  globalSetup: "./tests/e2e/global-setup.ts",
  workers: 2,
  fullyParallel: true,
  // A journey that only succeeds the second time has found something.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "tests/.out/journeys.json" }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    launchOptions: launchOptions(),
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
  },
  projects: [{ name: "chromium" }],
});
