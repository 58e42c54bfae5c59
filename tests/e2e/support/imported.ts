// A backend of its own whose company has the pages of crates/backend/tests/import as articles.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "../fixtures";

const ROOT = join(__dirname, "../../..");
const PAGES = join(ROOT, "crates/backend/tests/import/wiki");

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
}

/** Imports the pages into a copy of the demo company; gives its folder. */
function company(): string {
  const content = mkdtempSync(join(tmpdir(), "guichet-imported-"));
  cpSync(join(ROOT, "content/demo"), content, { recursive: true });
  const program = process.env.GUICHET_BACKEND ?? join(ROOT, "target/debug/guichet-backend");
  const to = ["--into", content, "--language", "en", "--category", "workplace", "--owner", "service-desk"];
  execFileSync(program, ["import", "knowledge", PAGES, ...to], { stdio: ["ignore", "ignore", "inherit"] });
  return content;
}

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/itsm/v1/capabilities`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Tests that ask that backend, one for all tests of a worker. */
export const test = base.extend<object, { imported: string }>({
  imported: [
    async ({}, use) => {
      const [content, port] = [company(), await freePort()];
      const script = join(ROOT, "tests/e2e/support/backend.mjs");
      const backend = spawn("node", [script, String(port), content], { stdio: ["ignore", "ignore", "inherit"] });
      const ended = new Promise((done) => backend.once("exit", done));
      const origin = `http://127.0.0.1:${port}`;
      while (backend.exitCode === null && !(await answers(origin))) await new Promise((done) => setTimeout(done, 150));
      await use(origin);
      backend.kill("SIGTERM");
      await ended;
      rmSync(content, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ imported }, use) => use(imported),
});
