// A person without a mouse.

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const MOST = 250;

/** Presses Tab until `target` has the focus, which then is to be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MOST; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
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
  for (let stops = 0; stops < MOST; stops += 1) {
    const inside = await radios.evaluateAll((all) => all.some((one) => one === document.activeElement));
    if (inside) break;
    await page.keyboard.press("Tab");
  }
  const wanted = radios.and(page.getByRole("radio", { name: answer }));
  await page.keyboard.press("Space");
  for (let steps = await radios.count(); steps > 0 && !(await wanted.isChecked()); steps -= 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(wanted).toBeChecked();
}
