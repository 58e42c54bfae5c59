// What a first visit to home downloads, byte by byte, and what each further page adds. Prints JSON for
// `cargo xtask bench size`: [{page, files: [{name, bytes}]}], bytes with brotli 11.

import { chromium } from "@playwright/test";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, ready, start } from "./support/backend.mjs";
import { Visit } from "./support/visit.mjs";

const PERSON = "aylin-kaya";
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Pages after home, in the order in which a person might open them. */
const PAGES = (ticket) => [
  ["services", "/services"],
  ["service", "/services/laptop"],
  ["request", "/services/laptop/request"],
  ["tickets", "/tickets"],
  ["ticket", `/tickets/${ticket}`],
  ["report", "/report"],
  ["answers", "/answers"],
  ["answer", "/answers/vpn-does-not-connect"],
  ["approvals", "/approvals"],
  ["sign-in", "/sign-in"],
];

/** Goes there and waits until it is there. */
async function open(page, visit, url) {
  await page.goto(url);
  await page.locator("h1").first().waitFor();
  await visit.quiet();
}

async function portal(browser, origin) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: "en-GB",
    viewport: { width: 1280, height: 900 },
  });
  const signedIn = await context.request.post("/itsm/v1/session", { data: { person: PERSON } });
  if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`);
  const page = await context.newPage();
  const visit = await Visit.of(page);
  await open(page, visit, "/");
  const home = await visit.files();
  const linked = await page
    .locator("link[rel=icon], link[rel=manifest]")
    .evaluateAll((all) => all.map((link) => link.href));
  for (const url of linked) home.push(...(await visit.also(url)));
  const visits = [{ page: "home", files: home }];

  const tickets = await (await context.request.get("/itsm/v1/tickets?limit=1")).json();
  const input = { title: "VPN drops", description: "", impact: "person", urgency: "slowed" };
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  const ticket =
    tickets.items[0] ?? (await (await context.request.post("/itsm/v1/incidents", { data: input, headers })).json());
  for (const [name, path] of PAGES(ticket.id)) {
    await open(page, visit, path);
    // Inside the portal a page is reached without fetching the document anew.
    visits.push({ page: name, files: await visit.files(["Document"]) });
  }
  await context.close();
  return visits;
}

const TYPES = { ".html": "text/html", ".js": "text/javascript" };

/** The peer: served as it is. */
async function peer(browser) {
  const dist = fileURLToPath(new URL("react-hello/dist", import.meta.url));
  const server = createServer((request, response) => {
    const file = join(dist, request.url === "/" ? "index.html" : request.url.slice(1));
    if (!file.startsWith(dist) || !existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
    return createReadStream(file).pipe(response);
  });
  const port = await freePort();
  await new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  const context = await browser.newContext();
  const page = await context.newPage();
  const visit = await Visit.of(page);
  await open(page, visit, `http://127.0.0.1:${port}/`);
  const files = await visit.files();
  await context.close();
  server.close();
  return { page: "react-hello", files };
}

const backend = start(await freePort());
let browser;
try {
  await ready(backend);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
  const visits = [...(await portal(browser, backend.origin)), await peer(browser)];
  console.log(JSON.stringify(visits, null, 2));
} finally {
  await browser?.close();
  await backend.stop();
}
