// The page of those who write a form, and the file behind it.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { Words } from "../support/words";
import { CONTENT } from "../support/settings";

/** The text that is stored. */
export function source(item: string): string {
  return readFileSync(file(item), "utf8");
}

/** Changes the file, as somebody with an editor of their own does. */
export function change(item: string, from: string, to: string): void {
  const text = source(item);
  if (!text.includes(from)) throw new Error(`${item} does not hold ${from}`);
  writeFileSync(file(item), text.replace(from, to));
}

function file(item: string): string {
  return join(CONTENT, "items", `${item}.yaml`);
}

/** The parts of the page. */
export function parts(page: Page, w: Words) {
  return {
    editor: page.getByRole("textbox", { name: w("studio.text"), exact: true }),
    form: page.getByRole("group", { name: w("studio.tried"), exact: true }),
    rules: page.getByRole("group", { name: w("studio.rules"), exact: true }),
    findings: page.getByRole("list", { name: w("studio.findings") }),
    save: page.getByRole("button", { name: whole(w.like("studio.save_as")) }),
    saved: page.getByRole("alert").filter({ hasText: w.like("studio.saved") }),
  };
}

function whole(pattern: RegExp): RegExp {
  return new RegExp(`^${pattern.source}$`);
}

/** One of a few things of which one holds. */
export function toggle(page: Page, group: string, name: string): Locator {
  return page.getByRole("group", { name: group, exact: true }).getByRole("button", { name, exact: true });
}

/** Writes something else in the place of `from`. */
export async function rewrite(editor: Locator, from: string, to: string): Promise<void> {
  const text = await editor.inputValue();
  if (!text.includes(from)) throw new Error(`the text does not hold ${from}`);
  await editor.fill(text.replace(from, to));
}
