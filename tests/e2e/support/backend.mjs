// The backend of the browser tests: the demo company, the built portal, and data of its own that are gone afterwards.
//
// `node support/backend.mjs 8490` runs it until it is told to stop, which is how Playwright starts it; with a folder behind the port it
// has the company in that one.

import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The folder of the demo company. */
export const DEMO = join(root, "content/demo");

/** A port that nothing listens on. */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** The content of the backend on `port`: a copy, since whoever writes forms writes into it. */
export const contentOf = (port) => join(tmpdir(), `guichet-e2e-content-${port}`);

/** Starts it on `port`, with fresh data and a copy of the company in the folder `company`. */
export function start(port, company = DEMO) {
  const data = mkdtempSync(join(tmpdir(), "guichet-e2e-"));
  const content = contentOf(port);
  rmSync(content, { recursive: true, force: true });
  cpSync(company, content, { recursive: true });
  const program = process.env.GUICHET_BACKEND ?? join(root, "target/debug/guichet-backend");
  const child = spawn(
    program,
    [
      "serve",
      ...["--content", content, "--data", data, "--listen", `127.0.0.1:${port}`],
      ...["--portal", join(root, "dist"), "--sign-in", "demo", "--demo-tickets", "300"],
    ],
    {
      // What it logs must not mix with what a script prints, and a line a call is too much of it.
      stdio: ["ignore", process.stderr, process.stderr],
      env: { RUST_LOG: "warn", ...process.env },
    },
  );
  const ended = new Promise((done) => {
    child.once("exit", (code) => done(code ?? 1));
    child.once("error", (error) => {
      console.error(`${program}: ${error.message}`);
      done(1);
    });
  }).then((code) => {
    for (const folder of [data, content]) rmSync(folder, { recursive: true, force: true });
    return code;
  });
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { origin: `http://127.0.0.1:${port}`, ended, stop };
}

/** Waits until it answers. Making up the tickets of a year takes a while. */
export async function ready({ origin, ended }) {
  let gone = false;
  ended.then(() => (gone = true));
  for (let tries = 0; tries < 1200; tries += 1) {
    if (gone) throw new Error("the backend ended before it answered");
    const there = await fetch(`${origin}/itsm/v1/capabilities`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (there) return;
    await new Promise((done) => setTimeout(done, 150));
  }
  throw new Error("the backend does not answer");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const backend = start(Number(process.argv[2] ?? 8490), process.argv[3]);
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, backend.stop);
  process.exit(await backend.ended);
}
