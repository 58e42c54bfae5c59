// The page of a ticket.

import type { Locator, Page } from "@playwright/test";
import type { Words } from "../support/words";

/** In one word where it stands, beside its title. */
export function tag(page: Page, words: string): Locator {
  return page.locator(".page__head").getByText(words, { exact: true });
}

/** What was said and what happened. */
export function timeline(page: Page): Locator {
  return page.locator("ol.timeline");
}

/** One entry of it. */
export function entry(page: Page, words: string): Locator {
  // What was just sent stands there twice for a moment: as it was sent, and as it arrived.
  return timeline(page).getByRole("listitem").filter({ hasText: words }).first();
}

/** Where one writes. */
export function box(page: Page, w: Words): Locator {
  return page.getByRole("textbox", { name: w("ticket_page.reply"), exact: true });
}

/** Writes and sends. */
export async function reply(page: Page, w: Words, words: string): Promise<void> {
  await box(page, w).fill(words);
  await page.getByRole("button", { name: w("ticket_page.send_reply"), exact: true }).click();
}

/** Presses the button of an action and gives the form that opens. */
export async function begin(page: Page, action: string): Promise<Locator> {
  await page.getByRole("button", { name: action, exact: true }).click();
  return sheet(page, action);
}

/** The form of an action: its button has the same name as the one that opened it. */
export function sheet(page: Page, action: string): Locator {
  return page.locator("form").filter({ has: page.getByRole("heading", { name: action, exact: true }) });
}
