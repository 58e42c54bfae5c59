// The pictures in the README; with `SHOTS=/some/dir` every page in every way, for a look at all of them.

import { defineConfig } from "@playwright/test";
import { use, webServer } from "./support/settings";

export default defineConfig({
  testDir: ".",
  testMatch: "screenshots.spec.ts",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use,
  webServer,
});
