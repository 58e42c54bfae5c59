// From a key to its paint in a form of 200 questions with 400 conditions: ours, from the real backend, and the same form in
// React JSON Schema Form, by turns in one Chromium. Prints JSON for `cargo xtask bench forms`:
// {ours: [[ms, …], …], peer: [[ms, …], …], bare: [[ms, …], …]}, a list a round. `bare` is our page without its program: what
// Chromium needs by itself for a key in as many fields.

import { chromium } from "@playwright/test";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keys } from "./forms/keys.mjs";
import { form, item, peer } from "./forms/large.mjs";
import { serve } from "./forms/rjsf/serve.mjs";
import { DEMO, freePort, ready, start } from "./support/backend.mjs";

const PERSON = "aylin-kaya";
/** So often each side has its turn. */
const ROUNDS = 3;
// A frame as soon as there is something to draw: otherwise most of what is measured is the wait for the next one.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-frame-rate-limit",
  "--disable-gpu-vsync",
];
const WINDOW = { locale: "en-GB", viewport: { width: 1280, height: 900 } };

/** The demo company with this form in its catalog. */
function company() {
  const folder = mkdtempSync(join(tmpdir(), "guichet-forms-"));
  cpSync(DEMO, folder, { recursive: true });
  // JSON is YAML too.
  writeFileSync(join(folder, "items", `${item.id}.yaml`), JSON.stringify(item));
  return folder;
}

async function ours(browser, origin, still = false) {
  const context = await browser.newContext({ ...WINDOW, baseURL: origin });
  const signedIn = await context.request.post("/itsm/v1/session", { data: { person: PERSON } });
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`);
  const times = await keys(context, `${origin}/services/${form.id}/request`, still);
  await context.close();
  return times;
}

async function theirs(browser, origin) {
  const context = await browser.newContext(WINDOW);
  const times = await keys(context, `${origin}/`);
  await context.close();
  return times;
}

const content = company();
const backend = start(await freePort(), content);
let browser;
let other;
try {
  other = await serve(peer, process.env.RJSF ?? "", await freePort());
  await ready(backend);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
  const times = { ours: [], peer: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await ours(browser, backend.origin));
    times.peer.push(await theirs(browser, other.origin));
    times.bare.push(await ours(browser, backend.origin, true));
  }
  console.log(JSON.stringify(times));
} finally {
  await browser?.close();
  other?.stop();
  await backend.stop();
  rmSync(content, { recursive: true, force: true });
}
