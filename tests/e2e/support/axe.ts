// axe-core in the page. Our policy lets no script be added, so it comes in through the debugger.

import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";

const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[]; failureSummary?: string }[];
}

/** Asserts that axe finds nothing on the page as it is now, `without` some of its rules, or only `within` a part of it. */
export async function axe(page: Page, without: string[] = [], within?: string): Promise<void> {
  // The tab bar of a phone covers what scrolls beneath it, so everything is brought into view first.
  const before = page.viewportSize();
  // What comes into view may load, and make the page longer; and what takes a share of the window grows with it.
  for (let tall = before?.height ?? 0, attempt = 0; before && attempt < 20; attempt++) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (height <= tall) break;
    await page.setViewportSize({ width: before.width, height });
    // Also what is folded away or scrolled out of sight, which would wait for a reader.
    await page.evaluate(() => [...document.images].forEach((image) => (image.loading = "eager")));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
    tall = height;
  }
  const debug = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await debug.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
  // Its own value need not travel.
  await evaluate(`${SOURCE};0`);
  const options = JSON.stringify({
    runOnly: { type: "tag", values: RULES },
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
  });
  // Others work at the same time, and a list that is being renewed is dimmed: what is wrong is wrong three times.
  let violations: Violation[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    violations = (await evaluate(`axe.run(${within ? JSON.stringify(within) : "document"}, ${options}).then((r) => r.violations)`)) as Violation[];
    if (violations.length === 0) break;
    // What is meant to be on its way stays so; anything else is there by then.
    await page.locator("main [aria-busy=true]").first().waitFor({ state: "detached", timeout: 2000 }).catch(() => {});
  }
  await debug.detach();
  if (before) await page.setViewportSize(before);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")}\n${node.failureSummary ?? ""}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** In light and in dark. */
export async function axeInBothSchemes(page: Page, without: string[] = [], within?: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await axe(page, without, within);
  }
}
