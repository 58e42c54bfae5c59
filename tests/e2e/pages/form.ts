// Parts that every form has.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Words } from "../support/words";

/** One of a question's answers. */
export function radio(page: Page, question: string, answer: string): Locator {
  return page.getByRole("group", { name: question }).getByRole("radio", { name: answer });
}

/** The box that names every mistake. */
export function mistakes(page: Page, w: Words): Locator {
  const title = page.getByRole("heading", { name: w("common.problem_title") });
  return page.getByRole("alert").filter({ has: title });
}

/** The box of mistakes has the focus, and the mistake in it leads to its field. `words` say which of several. */
export async function followMistake(page: Page, w: Words, field: Locator, words?: string): Promise<void> {
  await expect(mistakes(page, w)).toBeFocused();
  await mistakes(page, w).getByRole("link", { name: words }).click();
  await expect(field).toBeFocused();
}

/** Types into a field that looks things up, and takes the answer that is offered. */
export async function lookUp(page: Page, question: string, typed: string, answer: RegExp | string): Promise<void> {
  const field = page.getByRole("combobox", { name: question });
  await field.click();
  await field.fill(typed);
  const list = page.getByRole("listbox", { name: question });
  await list.getByRole("option", { name: answer }).first().click();
  // It makes room for what was chosen.
  await expect(list).toHaveCount(0);
}

/** The mistake at a field is said with it. */
export async function expectMistake(field: Locator, words: string): Promise<void> {
  await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
}

/** The number of the ticket that was just filed: in the address, and on the page to read. */
export async function receipt(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/tickets\/[A-Z]+-\d+\?new=1$/);
  const id = new URL(page.url()).pathname.split("/").pop() ?? "";
  await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
  return id;
}

/** A file made of nothing but its name, type and first bytes. */
export function file(name: string, mimeType: string, content: string | Buffer = "As seen on my screen.\n") {
  return { name, mimeType, buffer: Buffer.from(content) };
}

/** The smallest picture there is. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The day so many days from today, as a date field wants it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
