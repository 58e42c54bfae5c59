// What the browser keeps, and how forms show it.

import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import type { Company } from "../support/company";
import type { Words } from "../support/words";

/** The form for a laptop. */
export const LAPTOP = "/services/laptop/request";

/** A field of it that is one line of text. */
export function centre(page: Page, { laptop }: Company): Locator {
  return page.getByRole("textbox", { name: laptop.centre });
}

/** The drafts on the start page. */
export function drafts(page: Page, w: Words): Locator {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: w("drafts.title") }) });
}

/** Whoever looks on is told so. */
export function elsewhere(page: Page, w: Words): Locator {
  return page.getByRole("status").filter({ hasText: w("drafts.elsewhere_title") });
}

/** Everything that the browser keeps of the portal, in every storage and database, as one text. */
export function everything(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((found, failed) => {
        request.onsuccess = () => found(request.result);
        request.onerror = () => failed(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name ?? ""));
      for (const store of Array.from(database.objectStoreNames)) {
        kept.push(await answer(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(kept);
  });
}

/** Waits until the browser keeps `words`. */
export async function untilKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => everything(page)).toContain(words);
}

/** As if the draft had last been saved so many days ago. */
export async function age(page: Page, days: number): Promise<void> {
  await page.evaluate(async (days) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((found, failed) => {
        request.onsuccess = () => found(request.result);
        request.onerror = () => failed(request.error);
      });
    const database = await answer(indexedDB.open("guichet"));
    const store = database.transaction("drafts", "readwrite").objectStore("drafts");
    for (const row of await answer(store.getAll())) {
      const record = JSON.parse(row.record);
      record.saved_at -= days * 86_400_000;
      await answer(store.put({ ...row, record: JSON.stringify(record) }));
    }
    database.close();
  }, days);
}

/** Another tab of the same browser. */
export async function tab(context: BrowserContext, to: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(to);
  return page;
}
