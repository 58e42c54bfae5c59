// A person without a mouse.

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const MOST = 250;

/** Presses Tab until `target` has the focus, which then is to be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await focusAt(page, target);
  await expect(target).toBeInViewport();
}

/** Presses Tab until `target` has the focus: a field that is not shown itself. */
export async function focusAt(page: Page, target: Locator): Promise<void> {
  const there = await untilAt(page, target, (element) => element === document.activeElement);
  if (!there) throw new Error(`Tab does not lead to ${String(target)}`);
}

/** Presses Tab until the focus `isAt` the element; false where that never comes. */
async function untilAt(page: Page, target: Locator, isAt: (element: Node) => boolean): Promise<boolean> {
  for (let stops = 0; stops < MOST; ) {
    // To look an element up takes longer than a key; but a page may make it anew.
    const element = await target.elementHandle();
    for (let more = 0; element && more < 40; more += 1, stops += 1) {
      if (await element.evaluate(isAt)) return true;
      await page.keyboard.press("Tab");
    }
  }
  return false;
}

/** Goes there and presses Enter. */
export async function enterAt(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Goes to a field and types. */
export async function typeAt(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Goes to a group of radio buttons, which is one stop, and with the arrows to one of them. */
export async function chooseAt(page: Page, group: Locator, answer: string): Promise<void> {
  const radios = group.getByRole("radio");
  await expect(radios.first()).toBeVisible();
  await untilAt(page, group, (element) => {
    const here = document.activeElement;
    return here instanceof HTMLInputElement && here.type === "radio" && element.contains(here);
  });
  const wanted = radios.and(page.getByRole("radio", { name: answer }));
  await page.keyboard.press("Space");
  for (let steps = await radios.count(); steps > 0 && !(await wanted.isChecked()); steps -= 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}
