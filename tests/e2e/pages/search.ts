// The search: its field on home, the palette, and what is kept of it on the device.

import { expect, type Locator, type Page, type Request } from "@playwright/test";
import type { Words } from "../support/words";

/** Calls of the backend's own search. */
export const ASKED = /\/itsm\/v1\/search\?/;
/** Calls for the index. */
export const INDEX = /\/itsm\/v1\/knowledge\/index/;

/** The field on home. */
export function box(page: Page, w: Words): Locator {
  return page.getByRole("main").getByRole("combobox", { name: w("search.label") });
}

/** Opens the palette; gives its field. */
export async function palette(page: Page, w: Words): Promise<Locator> {
  await page.getByRole("button", { name: w("shell.search"), exact: true }).click();
  return page.getByRole("dialog", { name: w("search.title") }).getByRole("combobox");
}

/** Shows what narrows the results, which is behind a button on a phone. */
export async function filters(page: Page, w: Words): Promise<void> {
  const main = page.getByRole("main");
  const kinds = main.getByRole("navigation", { name: w("finding.show") });
  const button = main.getByRole("button", { name: w("finding.filters") });
  await expect(kinds.or(button)).toBeVisible();
  if (await button.isVisible()) await button.click();
  await expect(kinds).toBeVisible();
}

/** What is found below the field. */
export function options(page: Page): Locator {
  return page.getByRole("listbox").getByRole("option");
}

/** Whose index is kept on the device: `aylin-kaya/en`. */
export function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (!(await caches.has("guichet-search"))) return [];
    const keys = await (await caches.open("guichet-search")).keys();
    return keys.map((key) => key.url.split("/search-index/")[1] ?? key.url);
  });
}

/** Waits until the device can search for this person. */
export async function onDevice(page: Page, who: string): Promise<void> {
  await expect.poll(() => kept(page), "the index arrives and is kept").toEqual([who]);
}

/** The addresses that match and are called from now on. */
export function calls(page: Page, address: RegExp): string[] {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (address.test(request.url())) seen.push(request.url());
  });
  return seen;
}

/** How many files of the portal are on their way, of those that are asked for from now on. */
export function onTheirWay(page: Page): () => number {
  const going = new Set<Request>();
  page.on("request", (request) => {
    if (request.url().includes("/assets/")) going.add(request);
  });
  page.on("requestfinished", (request) => going.delete(request));
  page.on("requestfailed", (request) => going.delete(request));
  return () => going.size;
}
