// Hostile texts, the same that `cargo test` reads, and what a page must not hold after it was given them.

import { expect, type Page } from "@playwright/test";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "../../hostile");

/** Every text of `tests/hostile`. */
export const HOSTILE: string[] = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(join(FOLDER, file), "utf8").replace(/\n+$/, "").split("\n%%\n"),
);

/** Every element that the portal itself makes. */
const ELEMENTS = `a article aside blockquote br button caption code dd del details dialog div dl dt em fieldset footer form h1 h2 h3 h4
  h5 h6 header hr img input ins kbd label legend li main mark nav noscript ol option output p path pre progress section select span
  strong summary sup svg table tbody td textarea th thead time tr ul`.split(/\s+/);

/** Asserts that nothing ran, and that nothing is on the page that could. */
export async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate((elements) => {
    const known = new Set(elements);
    const found: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const name = element.localName;
      if (!known.has(name)) found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        const what = `${attribute}="${value.slice(0, 80)}" of <${name}>`;
        if (/^on/i.test(attribute)) found.push(what);
        // Blanks and control characters in an address are nothing to a browser.
        // eslint-disable-next-line no-control-regex
        const address = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
        const leads = ["href", "xlink:href", "action", "formaction", "src", "srcset", "srcdoc", "data"].includes(attribute);
        if (leads && /^(javascript|vbscript|data|blob|file|filesystem|about|view-source):/.test(address)) found.push(what);
        if (["src", "srcset"].includes(attribute) && !/^(\/(?!\/)|https?:\/\/127\.0\.0\.1[:/])/.test(address)) found.push(what);
        // The portal's own: how wide a part of a bar is.
        const ours = attribute === "style" && /^flex-grow: \d+;$/.test(value);
        if (["srcdoc", "style"].includes(attribute) && !ours) found.push(what);
      }
    }
    if ("hostile" in window) found.push("window.hostile");
    return found;
  }, ELEMENTS);
  expect(found, `what hostile texts left on ${page.url()}`).toEqual([]);
}
