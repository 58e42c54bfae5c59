// What a view shows while its data are on their way, when there are none, and when they do not come.

import type { Route } from "@playwright/test";
import { axeInBothSchemes, expect, test } from "../fixtures";
import { settled } from "../support/settle";

/** What a page needs before it can show any view. */
const ALWAYS = /\/itsm\/v1\/(me|capabilities|session)\b/;
const API = /\/itsm\/v1\//;

/** Pages whose views all come from the backend. */
const VIEWS = {
  home: ["Aylin Kaya", "/"],
  services: ["Aylin Kaya", "/services"],
  service: ["Aylin Kaya", "/services/laptop"],
  request: ["Aylin Kaya", "/services/laptop/request"],
  tickets: ["Aylin Kaya", "/tickets"],
  answers: ["Aylin Kaya", "/answers"],
  answer: ["Aylin Kaya", "/answers/vpn-does-not-connect"],
  approvals: ["Mara Lindt", "/approvals"],
  status: ["Aylin Kaya", "/status"],
  search: ["Aylin Kaya", "/search?q=vpn"],
} as const;

for (const [name, [who, path]] of Object.entries(VIEWS)) {
  test(`${name}, on its way`, async ({ page, enter, w }) => {
    const held: Route[] = [];
    await page.route(API, async (route) => {
      if (ALWAYS.test(route.request().url())) await route.continue();
      else held.push(route);
    });
    await enter(who, path);
    await expect(page.locator(".skeleton").first()).toBeVisible();
    // What is not known yet has no name.
    await axeInBothSchemes(page, ["page-has-heading-one"]);
    // Late is not lost.
    await page.unroute(API);
    await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    await settled(page);
    await expect(page.getByText(w("common.failed_title"))).toHaveCount(0);
  });

  test(`${name}, not to be had, and had after all`, async ({ page, enter, w, watch }) => {
    watch.expect(/^GET \/itsm\/v1\/\S+: net::ERR_FAILED$/);
    let down = true;
    await page.route(API, (route) => (down && !ALWAYS.test(route.request().url()) ? route.abort() : route.continue()));
    await enter(who, path);
    await expect(page.getByText(w("common.failed_offline")).first()).toBeVisible();
    await axeInBothSchemes(page);
    down = false;
    // Each view of the page is tried again by itself.
    const retry = page.getByRole("button", { name: w("common.retry") });
    await expect(async () => {
      if ((await retry.count()) > 0) await retry.first().click({ timeout: 1_000 });
      expect(await retry.count()).toBe(0);
    }).toPass();
    await settled(page);
    await expect(page.getByText(w("common.failed_offline"))).toHaveCount(0);
  });
}

test("home of somebody for whom nothing waits", async ({ page, enter, w }) => {
  const nothing = (route: Route) => route.fulfill({ json: { items: [], total: 0 } });
  await page.route(/\/itsm\/v1\/(tickets|approvals)\?/, nothing);
  await enter("Aylin Kaya", "/");
  await expect(page.getByText(w("home.waiting_empty_title"))).toBeVisible();
  await expect(page.getByText(w("home.tickets_empty_title"))).toBeVisible();
  await axeInBothSchemes(page);
});

test("no tickets, no approvals, nothing found", async ({ page, enter, w }) => {
  const nothing = (route: Route) => route.fulfill({ json: { items: [], total: 0 } });
  await page.route(/\/itsm\/v1\/(tickets|approvals)\?/, nothing);
  await enter("Aylin Kaya", "/tickets");
  await expect(page.getByText(w("ticket_list.empty_open_title"))).toBeVisible();
  await axeInBothSchemes(page);
  await page.goto("/approvals");
  await expect(page.getByText(w("approvals.nothing_waits_title"))).toBeVisible();
  await axeInBothSchemes(page);
  await page.goto("/services?q=qqjxwvq");
  await expect(page.getByText(w("catalog.empty_title"))).toBeVisible();
  await axeInBothSchemes(page);
  for (const path of ["/answers?q=qqjxwvq", "/search?q=qqjxwvq"]) {
    await page.goto(path);
    await settled(page);
    await expect(page.getByRole("main")).toContainText("qqjxwvq");
    await axeInBothSchemes(page);
  }
});

test("while newer data are on their way the old ones stay", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services");
  const cards = page.getByRole("main").getByRole("heading", { level: 3 });
  await expect(cards.first()).toBeVisible();
  const held: Route[] = [];
  await page.route(/\/catalog\/items\?/, (route) => void held.push(route));
  await page.getByRole("link", { name: w("catalog.only_free") }).click();
  await expect(page.locator("main [aria-busy=true]").first()).toBeVisible();
  await expect(cards.first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
  // Taking the route away would let them go on by itself.
  await Promise.all(held.map((route) => route.continue()));
  await settled(page);
});
