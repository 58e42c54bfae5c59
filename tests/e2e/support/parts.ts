// Long lists, of what there is.

import type { Page } from "@playwright/test";

type Item = Record<string, unknown>;

/** As if the backend gave of the list at `path` no more than `size` at once. It holds what `pick` leaves of it. */
export async function inParts(
  page: Page,
  path: RegExp,
  size: number,
  pick: (items: Item[]) => Item[] = (items) => items,
): Promise<void> {
  await page.route(path, async (route) => {
    const url = new URL(route.request().url());
    const from = Number(url.searchParams.get("cursor") ?? 0);
    url.searchParams.delete("cursor");
    url.searchParams.set("limit", "100");
    // All of it, whatever the page has of it already.
    const { "if-none-match": _, ...headers } = route.request().headers();
    const answer = await route.fetch({ url: url.href, headers });
    const whole = (await answer.json()) as { items: Item[] };
    const all = pick(whole.items);
    const next = from + size < all.length ? String(from + size) : undefined;
    const json = { ...whole, items: all.slice(from, from + size), next, total: all.length };
    await route.fulfill({ response: answer, json });
  });
}
