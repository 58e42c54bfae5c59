// Every page, full, as axe sees it: in light and dark, on a wide screen and on a phone.

import { axeInBothSchemes, expect, test } from "../fixtures";
import { mistakes, radio } from "../pages/form";
import { begin } from "../pages/ticket";
import { fill, toCheck } from "../pages/laptop";
import { PLACES } from "../support/places";
import { settled } from "../support/settle";

for (const { name, who, path } of PLACES) {
  test(`${name}, full`, async ({ page, enter, as, watch }) => {
    const to = await path(as);
    if (who) {
      await enter(who, to);
    } else {
      watch.expect(/: 401$/);
      await page.goto(to);
    }
    await settled(page);
    await axeInBothSchemes(page);
  });
}

test("a form with mistakes, and its answers to check", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/services/laptop/request");
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toBeVisible();
  await axeInBothSchemes(page);
  await fill(page, w, company);
  await radio(page, w("requests.whom"), w("requests.whom_other")).check();
  const field = page.getByRole("combobox", { name: w("requests.whom_person") });
  await field.fill("Mar");
  await expect(page.getByRole("option", { name: /Mara Lindt/ })).toBeVisible();
  await axeInBothSchemes(page);
  await radio(page, w("requests.whom"), w("requests.whom_me")).check();
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await settled(page);
  await axeInBothSchemes(page);
});

test("the form of an action with mistakes, the explained date and what is solved", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report("No sound in meetings");
  const desk = await as("Tomasz Sikora");
  await desk.act(id, "take");
  await enter("Tomasz Sikora", `/tickets/${id}`);
  await page.getByRole("button", { name: w("ticket_page.explain") }).click();
  await expect(page.getByRole("table")).toBeVisible();
  const form = await begin(page, w("ticket_page.resolve"));
  await form.getByRole("button", { name: w("ticket_page.resolve") }).click();
  await expect(mistakes(page, w)).toBeVisible();
  await axeInBothSchemes(page);
  await desk.act(id, "resolve", { resolution_code: "solved", resolution_text: "The driver was old." });
  await enter("Aylin Kaya", `/tickets/${id}`);
  await expect(page.getByRole("button", { name: w("ticket_page.works_again") })).toBeVisible();
  await axeInBothSchemes(page);
});

test("the palette, the help and the menu", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services");
  await settled(page);
  await page.getByRole("button", { name: w("shell.search"), exact: true }).click();
  const palette = page.getByRole("dialog", { name: w("search.title") });
  await palette.getByRole("combobox").fill("vpn");
  await expect(palette.getByRole("option").filter({ hasText: "VPN" }).first()).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: w("shell.help") })).toBeVisible();
  await axeInBothSchemes(page);
  await page.keyboard.press("Escape");
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  await expect(page.getByRole("button", { name: w("shell.sign_out") })).toBeVisible();
  // The menu covers a part of what is beside it, for as long as it is open.
  await axeInBothSchemes(page, ["target-size"]);
  await axeInBothSchemes(page, [], ".menu__panel");
});
