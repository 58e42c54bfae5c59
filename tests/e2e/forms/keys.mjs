// How long it takes from a key to what it changes being painted, in any page.

import { APPEARS, TYPED, WARM, typed } from "./large.mjs";

/** Longer than any page may take for a key. */
const PATIENCE_MS = 20_000;
/** So long everything else that a page does at its beginning may take. */
const SETTLE_MS = 1_500;

/** Runs in the page, before anything of it: `window.arm()` before a key, then `window.painted` is its time. */
function clock() {
  let began = 0;
  addEventListener("keydown", () => (began = performance.now()), { capture: true });
  // What comes right after a frame was drawn: a frame's callbacks run before it, and a task of this priority after it, before
  // any that waits already, as Chromium's own for filling in forms does.
  const afterPaint = (then) =>
    requestAnimationFrame(() => void scheduler.postTask(then, { priority: "user-blocking" }));
  window.arm = () => {
    window.painted = new Promise((resolve) => {
      // Whenever a page gets round to it: the frame that counts is the first with something new in it.
      const changes = new MutationObserver(() => {
        changes.disconnect();
        afterPaint(() => resolve(performance.now() - began));
      });
      const watch = () => changes.observe(document.body, { childList: true, subtree: true });
      addEventListener("input", watch, { capture: true, once: true });
    });
  };
}

/** Runs in the page: takes the program out of it and leaves what is drawn. A number at its end says how many keys came. */
function bare() {
  const still = document.body.cloneNode(true);
  document.body.replaceWith(still);
  const count = still.appendChild(document.createElement("p"));
  let keys = 0;
  still.addEventListener("input", () => (count.textContent = String(++keys)));
}

/**
 * Types into the form at `url`; gives the milliseconds of each key that counts. `still` takes the program out first: what is
 * left is what the browser does by itself.
 */
export async function keys(context, url, still = false) {
  const page = await context.newPage();
  await page.addInitScript(clock);
  await page.goto(url);
  const field = page.getByRole("textbox", { name: TYPED });
  await field.waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const appeared = page.getByLabel(new RegExp(`${APPEARS}\\b`));
  if (await appeared.count()) throw new Error(`${url}: ${APPEARS} is there before anything was typed`);
  if (still) await page.evaluate(bare);
  await field.click();
  const times = [];
  for (const key of typed) {
    await page.evaluate(() => window.arm());
    await page.keyboard.press(key);
    times.push(await within(page.evaluate(() => window.painted), `${url}: nothing changed after a key`));
  }
  if ((await field.inputValue()) !== typed.join("")) throw new Error(`${url}: keys got lost`);
  if (!still && !(await appeared.count())) throw new Error(`${url}: ${APPEARS} did not appear`);
  await page.close();
  return times.slice(WARM);
}

async function within(promise, otherwise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(otherwise)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
