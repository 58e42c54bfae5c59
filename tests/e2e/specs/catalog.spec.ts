// Looking for a service: browsing, searching, narrowing, and what an item says before anyone asks for it.

import type { Route } from "@playwright/test";
import { expect, inEachLanguage, test, type Locator } from "../fixtures";
import { alter } from "../support/alter";
import { ITEMS } from "../support/company";
import { inParts } from "../support/parts";
import { settled } from "../support/settle";

inEachLanguage(() => {
  test("from the search on home to the form of a service", async ({ page, signIn, w, company }) => {
    const { laptop } = company;
    await signIn(page, "Aylin Kaya");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("home.title", { name: "Aylin" }));
    const search = page.getByRole("combobox", { name: w("search.label") });
    await search.fill("laptop");
    const list = page.getByRole("listbox", { name: w("search.results") });
    await list.getByRole("option", { name: new RegExp(`^${laptop.name}\\s*Standard`) }).click();

    await expect(page).toHaveURL("/services/laptop");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(laptop.name);
    await expect(page.getByRole("main")).toContainText(w("common.from_price", { price: laptop.from }));
    await expect(page.getByRole("main")).toContainText(w("catalog.price_from_hint"));
    await expect(page.getByRole("heading", { name: w("catalog.approvals") })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(laptop.financeBecause);
    await expect(page.getByRole("main")).toContainText(w("catalog.for_anyone"));
    await page.getByRole("link", { name: laptop.verb }).click();
    await expect(page).toHaveURL("/services/laptop/request");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(laptop.verb);
  });

  test("by shelf, by words and by price, and the link to it", async ({ page, enter, w, company }) => {
    const { laptop, repair } = company;
    const cards = page.getByRole("main").getByRole("heading", { level: 3 });
    await enter("Aylin Kaya", "/services");
    await expect(cards).toHaveCount(ITEMS);
    await page
      .getByRole("navigation", { name: w("catalog.categories") })
      .getByRole("link", { name: company.computers })
      .click();
    await expect(page).toHaveURL("/services?category=computers");
    await expect(page.getByRole("heading", { level: 2 })).toHaveText([company.computers]);

    await page.getByRole("searchbox", { name: w("catalog.search") }).fill("laptop");
    await expect(page).toHaveURL(/q=laptop/);
    await expect(cards.filter({ hasText: laptop.name }).first()).toBeVisible();
    await page
      .getByRole("navigation", { name: w("catalog.show") })
      .getByRole("link", { name: w("catalog.only_free") })
      .click();
    await expect(page).toHaveURL("/services?q=laptop&category=computers&only=free");
    await expect(cards.filter({ hasText: repair.name })).toBeVisible();
    await expect(cards.filter({ hasText: new RegExp(`^${laptop.name}$`) })).toHaveCount(0);
    const shown = await cards.allTextContents();
    await expect(
      page.getByRole("status").filter({ hasText: w("catalog.results", { count: shown.length }) }),
    ).toBeVisible();

    // Whoever is sent the link sees the same.
    await page.reload();
    await expect(cards).toHaveText(shown);
    await expect(page.getByRole("searchbox", { name: w("catalog.search") })).toHaveValue("laptop");
    const free = page.getByRole("link", { name: w("catalog.only_free") });
    await expect(free).toHaveAttribute("aria-current", "page");
  });
});

inEachLanguage(() => {
  test("amounts have the decimals of their currency, whatever the browser knows of it", async ({ page, enter, w }) => {
    let price = {};
    await enter("Aylin Kaya", "/status");
    await alter(page, /\/catalog\/items\/headset$/, (real: object) => ({ ...real, price }));
    for (const [currency, minor, english, german] of [
      ["EUR", 5950, "€59.50", "59,50 €"],
      ["HUF", 5950, "HUF 59.50", "59,50 HUF"],
      ["IQD", 1500, "IQD 1.500", "1,500 IQD"],
      ["JPY", 5950, "JP¥5,950", "5.950 ¥"],
      ["KWD", 1234, "KWD 1.234", "1,234 KWD"],
    ] as const) {
      price = { currency, amounts: { one_off: minor }, from: false };
      await page.goto("/services/headset");
      await expect(page.getByRole("main")).toContainText(w.language === "de" ? german : english);
    }
  });
});

test("where nothing fits there is a way on", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services?q=zzyzx");
  await expect(page.getByText(w("catalog.empty_title"))).toBeVisible();
  await expect(page.getByText(w("catalog.empty_words", { words: "zzyzx" }))).toBeVisible();
  const ask = page.getByRole("link", { name: w("catalog.empty_ask") });
  await expect(ask).toHaveAttribute("href", "/report?title=zzyzx");
  await page.getByRole("link", { name: w("catalog.empty_clear") }).click();
  await expect(page).toHaveURL("/services");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(ITEMS);
});

test("what one may not request is shown, with the reason", async ({ page, enter, w, company }) => {
  const { guest, laptop } = company;
  await enter("Lena Hoffmann", "/services?category=access");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: guest.name }) });
  await expect(card).toContainText(guest.reason);
  await page.getByRole("link", { name: w("catalog.only_orderable") }).click();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(card).toHaveCount(0);

  await page.goto("/services/guest-account");
  await expect(page.getByRole("main")).toContainText(guest.reason);
  const button = page.getByRole("button", { name: guest.verb });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(new RegExp(guest.reason));
  await button.focus();
  await button.press("Enter");
  await expect(page).toHaveURL("/services/guest-account");

  // Not by its address either.
  await page.goto("/services/guest-account/request");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.not_orderable"));
  await expect(page.getByRole("main")).toContainText(guest.reason);
  await page.goto("/services/laptop");
  await expect(page.getByRole("link", { name: laptop.verb })).toBeVisible();
});

test("an item that nobody has to agree to says so", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/services/laptop-repair");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(company.repair.name);
  await expect(page.getByText(w("catalog.approvals_none"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText(w("common.free"));
});

test("going back leads to the list as it was left", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/services?category=computers");
  await page.getByRole("searchbox", { name: w("catalog.search") }).fill("repair");
  await expect(page).toHaveURL(/q=repair/);
  await page.getByRole("link", { name: company.repair.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(company.repair.name);
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: w("catalog.search") })).toHaveValue("repair");
  await expect(page.getByRole("link", { name: company.repair.name })).toBeVisible();
});

test("order guides that come late push nothing down", async ({ page, enter, w }) => {
  const held: Route[] = [];
  await page.route(/\/itsm\/v1\/catalog\/guides$/, (route) => void held.push(route));
  await enter("Mara Lindt", "/services");
  // They are waited for, though not for long.
  const first = page.getByRole("main").getByRole("heading", { level: 3 }).first();
  await expect(first).toBeVisible();
  const guides = page.getByRole("heading", { name: w("cart.guides") });
  await expect(guides).toHaveCount(0);
  const top = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
  const before = await top(first);
  await Promise.all(held.map((route) => route.continue()));
  await expect(guides).toBeVisible();
  expect(await top(first)).toBe(before);
  expect(await top(guides)).toBeGreaterThan(before);
  await settled(page);
  expect(await top(first)).toBe(before);
});

test("order guides that come in time stand above the services", async ({ page, enter, w }) => {
  const come = page.waitForResponse(/\/itsm\/v1\/catalog\/guides$/);
  await page.route(/\/itsm\/v1\/catalog\/items\?/, async (route) => {
    await come;
    await route.continue();
  });
  await enter("Mara Lindt", "/services");
  const first = page.getByRole("main").getByRole("heading", { level: 3 }).first();
  await expect(first).toBeVisible();
  const guides = page.getByRole("heading", { name: w("cart.guides") });
  const top = async (part: Locator) => (await part.boundingBox())?.y ?? Number.NaN;
  expect(await top(guides)).toBeLessThan(await top(first));
});

test("a long catalog comes in parts, and says what did not come", async ({ page, enter, w, watch }) => {
  watch.expect(/items\?\S*cursor=2\S*: net::ERR_FAILED$/);
  await inParts(page, /\/itsm\/v1\/catalog\/items\?/, 2, (items) => items.slice(0, 4));
  const lost = /\/itsm\/v1\/catalog\/items\?.*cursor=2/;
  await page.route(lost, (route) => route.abort());
  await enter("Aylin Kaya", "/services");
  const cards = page.getByRole("main").getByRole("heading", { level: 3 });
  await expect(cards).toHaveCount(2);
  const more = page.getByRole("button", { name: w("common.more"), exact: true });
  await more.click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.unroute(lost);
  await more.click();
  await expect(cards).toHaveCount(4);
  await expect(more).toHaveCount(0);
  await expect(page.getByText(w("catalog.results", { count: 4 })).last()).toBeFocused();
});
