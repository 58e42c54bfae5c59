// The list of what can be ordered.

import { expect, type Page } from "@playwright/test";
import type { Words } from "../support/words";

/** The list that failed is tried again, and is there. */
export async function tryAgain(page: Page, w: Words): Promise<void> {
  await page
    .getByRole("button", { name: w("common.retry") })
    .first()
    .click();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toBeVisible();
}
