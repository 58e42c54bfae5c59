// Every engine in a worker of one Chromium, with its index made before. Prints JSON for `cargo xtask bench search`:
// [{engine, cold, times, heap}], in milliseconds and bytes.
//
// `node speed.mjs FOLDER QUERIES ENGINE…`: FOLDER holds a folder an engine, with its worker and what it fetches.

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";

const { chromium } = createRequire(new URL("../e2e/package.json", import.meta.url))("@playwright/test");

const [folder, list, ...engines] = process.argv.slice(2);
const queries = JSON.parse(readFileSync(list, "utf8"));
/** So many times each engine begins anew; the middle one counts. */
const STARTS = 5;
/** For the keys of one engine, in milliseconds. */
const BUDGET = 60_000;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

const server = createServer((request, response) => {
  // Isolated, a page has a clock of five microseconds and may ask what its workers weigh.
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-embedder-policy", "require-corp");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("cache-control", "no-store");
  if (request.url === "/") return response.setHeader("content-type", "text/html").end("<!doctype html><title>Search</title>");
  const file = normalize(join(folder, request.url));
  if (!file.startsWith(normalize(folder)) || !existsSync(file)) return response.writeHead(404).end();
  response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
  return createReadStream(file).pipe(response);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // The last one: memory is measured when asked, and not some time later.
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-blink-features=ForceEagerMeasureMemory"],
});

/** In the page: opens the engine anew, and gives how long its first answer took. */
function start({ engine, text }) {
  const began = performance.now();
  window.worker?.terminate();
  window.worker = new Worker(`/${engine}/worker.js`, { type: "module" });
  return new Promise((done, failed) => {
    window.worker.onmessage = () => done(performance.now() - began);
    window.worker.onerror = (event) => failed(new Error(event.message));
    window.worker.postMessage({ op: "open", text });
  });
}

function ask(message) {
  return new Promise((done, failed) => {
    window.worker.onmessage = ({ data }) => done(data);
    window.worker.onerror = (event) => failed(new Error(event.message));
    window.worker.postMessage(message);
  });
}

/** What the workers of the page weigh. */
async function workers() {
  const { breakdown } = await performance.measureUserAgentSpecificMemory();
  const ofWorkers = breakdown.filter(({ attribution }) => attribution.some(({ scope }) => /Worker/.test(scope)));
  return ofWorkers.reduce((sum, { bytes }) => sum + bytes, 0);
}

const results = [];
for (const engine of engines) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  const colds = [];
  for (let n = 0; n < STARTS; n += 1) colds.push(await page.evaluate(start, { engine, text: queries[0] }));
  colds.sort((a, b) => a - b);
  const heap = (await page.evaluate(workers)) + (await page.evaluate(ask, { op: "memory" }));
  const times = await page.evaluate(ask, { op: "ask", queries, budget: BUDGET });
  results.push({ engine, cold: colds[STARTS >> 1], times, heap });
  console.error(`${engine}: ${times.length} keys`);
  await context.close();
}
await browser.close();
server.close();
console.log(JSON.stringify(results));
