// Writing a form, in every way.

import { expect } from "../fixtures";
import { parts, rewrite, source, toggle } from "../pages/studio";
import { inEveryWay, test, type Way } from "../support/ways";

/** They write at the same time, each into a file of its own. */
const ITEMS: Record<Way["name"], string> = {
  phone: "calendar-delegate",
  german: "mailbox-size",
  dark: "build-runner",
  keys: "code-repository",
};

/**
 * Tab writes into the text; and as parts of the page grow with the window, the bar at its end always covers something.
 */
const WRITES = { tab: false, without: ["target-size"] };

inEveryWay(() => {
  test("a mistake is named and mended, the form tried, and a version saved", async ({
    page,
    enter,
    hand,
    look,
    w,
    way,
  }) => {
    const item = ITEMS[way.name];
    await enter("Hana Mori", `/studio/form/${item}`);
    const { editor, form, rules, findings, save, saved } = parts(page, w);
    await expect(editor).toHaveValue(source(item));
    await expect(form.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await rewrite(editor, "form:", "form: [");
    const mistake = findings.getByRole("listitem").filter({ hasText: "this is no YAML" });
    await expect(mistake).toBeVisible();
    await expect(save).toHaveAccessibleDescription(w.like("studio.mend_first", { count: 1 }));
    await look(WRITES);
    // Tab leads out of the text after Esc.
    await editor.press("Escape");
    await hand.press(mistake.getByRole("button").first());
    await expect(editor).toBeFocused();
    await rewrite(editor, "form: [", "form:");
    await expect(mistake).toHaveCount(0);
    await editor.press("Escape");

    await hand.press(form.getByRole("button").last());
    await expect(form.getByRole("heading", { name: w("common.problem_title") })).toBeVisible();
    await hand.press(toggle(page, w("studio.rules_show"), w("studio.tab_sent")));
    await expect(rules.getByRole("group", { name: w("studio.tab_sent") })).toBeVisible();
    await look(WRITES);
    const text = source(item);
    if (way.name === "keys") {
      await editor.focus();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("# tried\n");
      await page.keyboard.press("Control+s");
    } else {
      await editor.fill(`${text}# tried\n`);
      await save.click();
    }
    await expect(saved).toContainText(w("studio.live"));
    expect(source(item)).toContain("# tried");
  });
});
