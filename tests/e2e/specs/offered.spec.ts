// A backend may leave parts out: the portal does without them, and says so to whoever follows an old link.

import type { Page } from "@playwright/test";
import { axeInBothSchemes, expect, test, type Words } from "../fixtures";
import { LINES, inCart } from "../pages/cart";
import { without } from "../support/offer";
import { settled } from "../support/settle";

/** Opens the palette. */
async function palette(page: Page, w: Words) {
  await page.getByRole("button", { name: w("shell.search"), exact: true }).click();
  return page.getByRole("dialog", { name: w("search.title") });
}

test("without articles nothing leads to them", async ({ page, enter, w, company }) => {
  await without(page, "knowledge");
  await enter("Aylin Kaya", "/");
  await settled(page);
  const navigation = page.getByRole("navigation", { name: w("shell.navigation") });
  await expect(navigation.getByRole("link", { name: w("shell.approvals") }).first()).toBeVisible();
  await expect(navigation.getByRole("link", { name: w("shell.answers") })).toHaveCount(0);
  const chips = page.getByRole("list", { name: w("home.chips") });
  await expect(chips.getByRole("link", { name: w("home.chip_laptop") })).toBeVisible();
  await expect(chips.getByRole("link", { name: w("home.chip_vpn") })).toHaveCount(0);
  const places = await palette(page, w);
  await expect(places.getByRole("option", { name: w("shell.approvals") })).toBeVisible();
  await expect(places.getByRole("option", { name: w("shell.answers") })).toHaveCount(0);

  for (const path of ["/answers", `/answers/${company.vpn.id}`]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_offered_title"));
  }
  await axeInBothSchemes(page);
  await page.getByRole("main").getByRole("link", { name: w("shell.report") }).click();
  await expect(page).toHaveURL("/report");
});

test("without a search there are the places to go to", async ({ page, enter, w }) => {
  await without(page, "search");
  await enter("Aylin Kaya", "/");
  await settled(page);
  await expect(page.getByRole("main").getByRole("combobox", { name: w("search.label") })).toHaveCount(0);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/itsm/v1/search")) asked.push(request.url());
  });
  const places = await palette(page, w);
  await places.getByRole("combobox").fill(w("shell.services"));
  await expect(places.getByRole("option")).toHaveText([new RegExp(w("shell.services"))]);
  await expect(places.getByRole("link", { name: w("search.all", { words: w("shell.services") }) })).toHaveCount(0);
  await places.getByRole("option").click();
  await expect(page).toHaveURL("/services");
  expect(asked).toEqual([]);

  await page.goto("/search?q=vpn");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_offered_title"));
  await page.getByRole("link", { name: w("common.not_found_action") }).click();
  await expect(page).toHaveURL("/");
});

test("without room for files none are asked for", async ({ page, enter, w }) => {
  await without(page, "attachments");
  await enter("Aylin Kaya", "/report");
  await expect(page.getByRole("textbox", { name: w("report.title") })).toBeVisible();
  await expect(page.getByLabel(w("ticket_page.files_label"))).toHaveCount(0);
});

test("without an index every search is the backend's", async ({ page, enter, w, company }) => {
  await without(page, "index");
  await enter("Aylin Kaya", "/");
  await settled(page);
  const [asked, fetched]: string[][] = [[], []];
  page.on("request", (request) => {
    if (request.url().includes("/itsm/v1/search?")) asked.push(request.url());
    if (request.url().includes("/knowledge/index")) fetched.push(request.url());
  });
  await page.getByRole("main").getByRole("combobox", { name: w("search.label") }).fill(company.vpn.words);
  await expect(page.getByRole("option").filter({ hasText: company.vpn.title }).first()).toBeVisible();
  await page.goto("/search?q=vpn");
  await expect(page.getByRole("main").getByRole("link", { name: company.vpn.title, exact: true })).toBeVisible();
  expect(asked.length).toBeGreaterThan(1);
  expect(fetched).toEqual([]);
});

test("without orders one thing is requested at a time", async ({ page, enter, w, company, as }) => {
  const { headset, newEmployee } = company;
  const { id } = await (await as("Aylin Kaya")).request("headset", LINES.headset.answers);
  await without(page, "orders");
  await enter("Aylin Kaya", "/services");
  await inCart(page, "Aylin Kaya", [LINES.headset]);
  await page.reload();
  await settled(page);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(main.getByRole("link", { name: newEmployee.name })).toHaveCount(0);
  await expect(page.getByRole("link", { name: w.like("shell.cart") })).toHaveCount(0);

  await page.goto("/services/headset");
  await expect(main.getByRole("link", { name: headset.verb })).toBeVisible();
  await expect(page.getByRole("button", { name: w("cart.wish") })).toHaveCount(0);
  await page.goto("/services/headset/request");
  await expect(page.getByRole("button", { name: headset.verb, exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: w("cart.add"), exact: true })).toHaveCount(0);
  await page.goto(`/tickets/${id}`);
  await expect(page.getByRole("button", { name: w("cart.order_print") })).toBeVisible();
  await expect(page.getByRole("link", { name: w("cart.order_again") })).toHaveCount(0);

  for (const path of ["/cart", "/guides/new-employee"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_offered_title"));
  }
});
