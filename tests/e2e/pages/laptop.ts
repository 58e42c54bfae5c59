// The form for a laptop: the one with a price, a question that depends on another, and two who have to agree.

import type { Locator, Page } from "@playwright/test";
import type { Company } from "../support/company";
import type { Words } from "../support/words";
import { radio } from "./form";

/** What comes of it, beside the form. */
export function side(page: Page, w: Words): Locator {
  return page.getByRole("complementary", { name: w("requests.side_title") });
}

/** Answers everything that is asked for the costly model. */
export async function fill(page: Page, w: Words, { laptop }: Company): Promise<void> {
  await radio(page, laptop.model, laptop.design).check();
  await page.getByRole("textbox", { name: laptop.use }).fill("Packaging, some video");
  await radio(page, laptop.carePlan, w("common.yes")).check();
  await page.getByRole("textbox", { name: laptop.centre }).fill("4410");
}

/** Leads from the form to the answers, all of them once more. */
export function toCheck(page: Page, w: Words): Locator {
  return page.getByRole("button", { name: w("requests.check"), exact: true });
}

/** Sends it, from there. */
export function send(page: Page, { laptop }: Company): Locator {
  return page.getByRole("button", { name: laptop.verb, exact: true });
}
