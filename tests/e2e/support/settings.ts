// What the tests and the screenshots have in common: which browser, which backend.

import type { PlaywrightTestConfig } from "@playwright/test";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PORT = 8490;
export const ORIGIN = `http://127.0.0.1:${PORT}`;
/** The content that the backend serves: `contentOf` in backend.mjs. */
export const CONTENT = join(tmpdir(), `guichet-e2e-content-${PORT}`);

/** The system's Chromium: a download of Playwright's own is not possible everywhere. */
export const use: PlaywrightTestConfig["use"] = {
  baseURL: ORIGIN,
  browserName: "chromium",
  locale: "en-GB",
  timezoneId: "Europe/Berlin",
  colorScheme: "light",
  // Nothing moves, so nothing has to be waited for.
  contextOptions: { reducedMotion: "reduce" },
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

/** The real backend with data of its own. */
export const webServer: PlaywrightTestConfig["webServer"] = {
  command: `node support/backend.mjs ${PORT}`,
  url: `${ORIGIN}/itsm/v1/capabilities`,
  // A debug build makes up the tickets of a year.
  timeout: 180_000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  stdout: "ignore",
  stderr: "pipe",
};
