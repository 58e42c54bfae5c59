// Answers of the backend, changed on their way.

import type { Page } from "@playwright/test";

/** Answers calls of `url` with what `change` makes of the real answer. */
export async function alter(page: Page, url: RegExp, change: (real: never) => unknown): Promise<void> {
  await page.route(url, async (route) => {
    // The page may have the same path.
    if (!route.request().url().includes("/itsm/v1/")) return route.fallback();
    // All of it, whatever the page has of it already.
    const { "if-none-match": _, ...headers } = route.request().headers();
    const answer = await route.fetch({ headers });
    const real = (await answer.json()) as never;
    await route.fulfill({ response: answer, json: change(real) });
  });
}
