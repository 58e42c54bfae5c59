// When a page is as it stays.

import { expect, type Page } from "@playwright/test";

/** Its heading is there, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.locator(".skeleton, .route-progress, main [aria-busy=true]")).toHaveCount(0);
}
