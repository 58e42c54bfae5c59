// What is around every page: signing in and out, language, appearance, keys, and what is said on the way.

import { expect, test } from "../fixtures";
import { settled } from "../support/settle";

test("signing in leads to where one wanted to go, signing out leads away", async ({ page, signIn, w }) => {
  await signIn(page, "Aylin Kaya", "/services?category=computers");
  await expect(page).toHaveURL("/services?category=computers");
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  await page.getByRole("button", { name: w("shell.sign_out") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
  await page.goto("/tickets");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
});

test("in German, on this device, from now on", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services/laptop");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  await page.getByRole("button", { name: w("shell.language_de") }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("link", { name: "Laptop anfordern" })).toBeVisible();
  await page.goto("/services");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Leistungen");
});

test("dark, light, or as the device", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  const choose = async (name: string) => {
    await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
    await page.getByRole("button", { name, exact: true }).click();
  };
  await choose(w("shell.theme_dark"));
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await settled(page);
  expect(await paper()).toBe(dark);
  await choose(w("shell.theme_auto"));
  await expect.poll(paper).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).toBe(dark);
});

test("a new page takes the focus, is named and announced", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await settled(page);
  const main = page.getByRole("navigation", { name: w("shell.navigation") });
  await main.getByRole("link", { name: w("shell.services") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(w("shell.title", { page: w("catalog.title"), company: "Nordlicht Instruments" }));
  const announced = w("shell.page_loaded", { page: w("catalog.title") });
  await expect(page.getByRole("status").filter({ hasText: announced })).toBeAttached();
  await expect(main.getByRole("link", { name: w("shell.services") })).toHaveAttribute("aria-current", "page");
});

test("the content can be reached past the navigation @wide", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services");
  await settled(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: w("shell.skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveURL("/services");
});

test("keys: search, help, and Escape @wide", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services");
  await settled(page);
  const palette = page.getByRole("dialog", { name: w("search.title") });
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(w("shell.report"));
  await expect(palette.getByRole("option", { name: w("shell.report"), exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: w("shell.help") });
  await expect(help).toContainText(w("shell.help_palette"));
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  // Whoever types means what they type.
  await page.getByRole("searchbox", { name: w("catalog.search") }).focus();
  await page.keyboard.type("a/?");
  await expect(page.getByRole("searchbox", { name: w("catalog.search") })).toHaveValue("a/?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("on home the keys lead to the search that is there @wide", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await settled(page);
  await page.keyboard.press("/");
  const palette = page.getByRole("dialog").getByRole("combobox", { name: w("search.label") });
  await expect(palette).toBeFocused();
  await page.keyboard.type("vpn");
  await expect(page.getByRole("option").filter({ hasText: "VPN" }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=vpn");
});

test("how the services do, and what is planned", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await page.getByRole("link", { name: w("home.status_link") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("home.status_title"));
  const vpn = page.getByRole("listitem").filter({ hasText: "VPN" }).first();
  await expect(vpn).toBeVisible();
  const news = page.getByRole("region", { name: w("home.announcements") });
  await expect(news.getByRole("heading", { name: "VPN is slow for some" })).toBeVisible();
});
