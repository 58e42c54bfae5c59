// The journeys of people through the portal, in a real Chromium against the real backend.

import { defineConfig } from "@playwright/test";
import { use, webServer } from "./support/settings";

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // A snapshot fetches the pictures of a page once more, which the policy of the portal forbids.
  use: { ...use, trace: { mode: "retain-on-failure", snapshots: false }, screenshot: "only-on-failure" },
  webServer,
  projects: [
    { name: "wide", use: { viewport: { width: 1280, height: 900 } } },
    {
      // What people do, and how it reads to assistive technology, also at 360 px. German is wider and tested in `wide`,
      // where the address of every page is the same; a phone has no keyboard.
      name: "phone",
      testMatch:
        /(approvals|delegation|cart|order|guides|catalog|request|mailbox|repair|tickets|report|knowledge|reading|import|search|together|secrets|shell|states|lookups|writing|learning|deflection|axe)\.spec\.ts$/,
      grepInvert: /@wide/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
});
