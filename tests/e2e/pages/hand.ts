// What somebody does to a page: with a finger or a mouse, or with the keyboard alone. A journey says what; the hand knows how.

import { expect, type Locator, type Page } from "@playwright/test";
import { chooseAt, focusAt, tabTo, typeAt } from "./keys";

/** How far around what has the focus its mark may stand: on the row of a choice, on the label of a hidden field. */
const AROUND = 3;

export class Hand {
  constructor(
    private readonly page: Page,
    /** Without a mouse. */
    readonly keys: boolean,
  ) {}

  /** A button or a link. */
  async press(target: Locator): Promise<void> {
    if (!this.keys) return target.click();
    await this.reach(target);
    await this.page.keyboard.press("Enter");
  }

  /** A field of text. What stands there is replaced. */
  async type(field: Locator, text: string): Promise<void> {
    if (!this.keys) return field.fill(text);
    await this.reach(field);
    await this.page.keyboard.press("Control+A");
    await typeAt(this.page, field, text);
  }

  /** A day or a time: how it is typed depends on the browser's language, that it can be reached does not. */
  async set(field: Locator, value: string): Promise<void> {
    if (this.keys) await this.reach(field);
    await field.fill(value);
  }

  /** One answer of several in sight. */
  async choose(question: string, answer: string): Promise<void> {
    const group = this.page.getByRole("group", { name: question });
    if (!this.keys) return group.getByRole("radio", { name: answer }).check();
    await chooseAt(this.page, group, answer);
    await this.expectMarked();
  }

  /** A box to tick, or to untick. */
  async tick(box: Locator): Promise<void> {
    if (!this.keys) return box.click();
    await this.reach(box);
    await this.page.keyboard.press("Space");
  }

  /** The browser's own list. */
  async select(field: Locator, label: string): Promise<void> {
    if (!this.keys) {
      await field.selectOption(label);
      return;
    }
    await this.reach(field);
    await this.page.keyboard.type(label);
    await expect(field.locator("option:checked")).toHaveText(label);
  }

  /** Types into a field that looks things up, and takes the first that is offered, which has to be `answer`. */
  async lookUp(question: string, typed: string, answer: RegExp): Promise<void> {
    const field = this.page.getByRole("combobox", { name: question });
    const list = this.page.getByRole("listbox", { name: question });
    await this.type(field, typed);
    await expect(list.getByRole("option").first()).toHaveText(answer);
    if (this.keys) {
      await this.page.keyboard.press("ArrowDown");
      await this.page.keyboard.press("Enter");
    } else {
      await list.getByRole("option").first().click();
    }
    // It makes room for what was chosen.
    await expect(list).toHaveCount(0);
  }

  /** Presses what lets one choose files, and chooses. */
  async pick(input: Locator, files: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    if (!this.keys) return input.setInputFiles(files);
    await focusAt(this.page, input);
    // What one sees of it is its label.
    await expect(this.page.locator("label").filter({ has: input })).toBeInViewport();
    await this.expectMarked();
    // While the last one is still closing, the browser opens no other.
    await expect(async () => {
      const asked = this.page.waitForEvent("filechooser", { timeout: 2000 });
      await this.page.keyboard.press("Space");
      await (await asked).setFiles(files);
    }).toPass();
  }

  /** With Tab, and the focus can be seen. */
  private async reach(target: Locator): Promise<void> {
    await tabTo(this.page, target);
    await this.expectMarked();
  }

  private async expectMarked(): Promise<void> {
    const found = await this.page.evaluate(marked, AROUND);
    expect(found, "what has the focus can be seen to have it").toBe(true);
  }
}

/** Whether what has the focus, or what it stands in, is marked. */
function marked(around: number): boolean {
  let element = document.activeElement;
  const drawn = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration) =>
    outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  for (let step = 0; element && step <= around; step += 1, element = element.parentElement) {
    // A link that covers its row draws it there.
    if (drawn(getComputedStyle(element)) || drawn(getComputedStyle(element, "::after"))) return true;
  }
  return false;
}

/** A stop of the Tab key. */
interface Stop {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Something else lies over it. */
  covered: boolean;
  /** After the stop before it in the document. */
  after: boolean;
}

/**
 * Walks over the page with Tab: each stop comes after the one before it, also to the eye, and nothing lies over any of them.
 * Ends at the heading of the page, where a reader begins.
 */
export async function walk(page: Page): Promise<void> {
  const title = page.getByRole("heading", { level: 1 }).first();
  await title.focus();
  await page.evaluate(() => Object.assign(window, { lastStop: undefined }).name);
  const stops: Stop[] = [];
  let same = 0;
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopHere);
    if (!stop) break;
    same = stop === "same" ? same + 1 : 0;
    // A date has a handful of parts.
    expect(same, `Tab leads out of ${stops.at(-1)?.name}`).toBeLessThan(10);
    if (stop === "same") continue;
    stops.push(stop);
    expect(stop.covered, `${stop.name} is covered`).toBe(false);
    expect(stop.after, `${stop.name} comes after ${stops.at(-2)?.name}`).toBe(true);
  }
  expect(stops.length, "stops of the Tab key").toBeGreaterThan(0);
  stops.slice(1).forEach((stop, n) => {
    const before = stops[n];
    // A column further along begins at the top again.
    const back = stop.bottom <= before.top && stop.left < before.right;
    expect(back, `from ${before.name} back up to ${stop.name}`).toBe(false);
  });
  await title.focus();
}

/** The stop that has the focus, or that it is the same as before: a date has several. Null outside of the page's content. */
function stopHere(): Stop | "same" | null {
  const here = document.activeElement as HTMLElement | null;
  if (!here?.closest("main")) return null;
  const seen = window as unknown as { lastStop?: Element };
  const last = seen.lastStop;
  if (last === here) return "same";
  seen.lastStop = here;
  const after = !last?.closest("main") || Boolean(here.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_PRECEDING);
  // Of a field that is not shown itself its label is what one sees.
  const field = here as HTMLInputElement;
  const box = here.getBoundingClientRect();
  const shown = box.width > 1 ? here : (field.labels?.[0] ?? here);
  const { left, right, top, bottom } = shown.getBoundingClientRect();
  const middle = document.elementFromPoint((left + right) / 2, Math.min((top + bottom) / 2, innerHeight - 1));
  const own = [shown, ...(field.labels ?? [])];
  const covered = !!middle && !own.some((each) => each.contains(middle) || middle.contains(each));
  const name = here.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? here.textContent ?? here.tagName;
  const y = (at: number) => at + scrollY;
  const place = { left, right, top: y(top), bottom: y(bottom) };
  return { name: name.trim().slice(0, 60), ...place, covered, after };
}
