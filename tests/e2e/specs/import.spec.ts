// Pages of a wiki, imported: they are found, read, and lead to one another as every other answer does.

import { axeInBothSchemes, expect, type Page } from "../fixtures";
import { enterAt } from "../pages/keys";
import { settled } from "../support/settle";
import { test } from "../support/imported";

/** In the text of the answer. */
function prose(page: Page) {
  return page.locator("article > .stack > .prose");
}

test("a page of HTML is an answer", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/answers/setup.printer");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up a printer");
  const text = prose(page);
  await expect(text.getByRole("heading", { level: 2 })).toHaveText("The driver");
  await expect(text.getByRole("listitem")).toHaveCount(4);
  await expect(text.getByRole("note")).toContainText("Never install drivers from a website.");
  await expect(text.getByRole("group", { name: w("knowledge.table") }).locator("th[scope=col]")).toHaveText(["Light", "Means"]);
  await expect(text.getByRole("img", { name: "The panel with its green button" })).toBeVisible();
  await expect(text.getByText("lpr -P floor2 letter.pdf")).toBeVisible();
  // Nothing that stood around it, and nothing that ran.
  await expect(page.getByText("Acme", { exact: true })).toHaveCount(0);
  await expect(text.getByText(/track\(/)).toHaveCount(0);
  await settled(page);
  await axeInBothSchemes(page);
});

test("its links lead to parts of other pages, and back", async ({ page, enter }) => {
  await enter("Aylin Kaya", "/answers/setup.printer");
  await page.getByRole("link", { name: /paper.jam/ }).click();
  await expect(page).toHaveURL("/answers/faq#paper-jam");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Questions & answers");
  await expect(page.getByRole("heading", { name: "Paper jam" })).toBeFocused();
  await prose(page).getByRole("link", { name: "the driver" }).click();
  await expect(page.getByRole("heading", { name: "The driver" })).toBeFocused();
});

test("and with the keyboard alone @wide", async ({ page, enter }) => {
  await enter("Aylin Kaya", "/answers/index");
  await enterAt(page, prose(page).getByRole("link", { name: "printers" }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set up a printer");
  await enterAt(page, prose(page).getByRole("link", { name: "the driver", exact: true }));
  await expect(page.getByRole("heading", { name: "The driver" })).toBeFocused();
});

test("it is found by its words", async ({ page, enter }) => {
  await enter("Aylin Kaya", "/search?q=set%20up%20printer&kind=article");
  await page.getByRole("main").getByRole("link", { name: "Set up a printer" }).click();
  await expect(page).toHaveURL(/\/answers\/setup\.printer/);
});

test.describe("in German @wide", () => {
  test.use({ language: "de" });

  test("who reads another language is told in which it is", async ({ page, enter, w }) => {
    await enter("Aylin Kaya", "/answers/setup.printer");
    await expect(page.getByText(w("knowledge.other_language", { language: "Englisch" }))).toBeVisible();
    await expect(prose(page)).toHaveAttribute("lang", "en");
    await expect(prose(page).getByRole("heading", { name: "The driver" })).toBeVisible();
  });
});
