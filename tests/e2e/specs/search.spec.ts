// The search as one types: on the device, from an index of what this person may find.

import { axeInBothSchemes, expect, inEachLanguage, test, unique, type Locator } from "../fixtures";
import { ASKED, INDEX, box, calls, filters, kept, onDevice, onTheirWay, options, palette } from "../pages/search";
import { settled } from "../support/settle";

/** What people type, to be answered in the same order here and there. */
const TYPED = [
  ...["vpn", "vpn no answer", "lapt", "laptop", "laptpo", "notebook", "print", "pirnter", "password", "passw"],
  ...["pasword", "forgot my password", "mfa new phone", "wlan", "wi-fi", "e-mail", "email", "shared mailbox", "INC"],
  ...["monitor", "screen stays black", "badge", "guest account", "how do i print", "sap", "a", "zzyzx", "headset"],
  ...["mobile phone", "new colleague"],
];

inEachLanguage(() => {
  test("typing finds what was meant: mistakes, beginnings, other words for it", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", "/");
    await box(page, w).focus();
    await onDevice(page, `aylin-kaya/${w.language}`);
    const asked = calls(page, ASKED);
    const german = w.language === "de";
    for (const [typed, found] of [
      [german ? "latpop" : "laptpo", company.laptop.name],
      ["lapt", company.laptop.name],
      [german ? "Klapprechner" : "portable computer", company.laptop.name],
      [german ? "Kennwort vergessen" : "forgot passphrase", company.vpn.password],
      ["vpn", company.vpn.title],
    ]) {
      await box(page, w).fill(typed);
      await expect(options(page).filter({ hasText: found }).first(), typed).toBeVisible();
    }
    await expect(options(page).first().locator("mark").first()).toContainText("VPN");
    await expect(page.getByRole("listbox")).toContainText(w("finding.top"));
    expect(asked, "everything was found on the device").toEqual([]);
  });

  test("a part of an answer that fits is where its line leads", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", "/services");
    await settled(page);
    const field = await palette(page, w);
    await field.fill(`VPN ${company.vpn.messages}`);
    await expect(options(page).first()).toContainText(company.vpn.messages);
    await field.press("ArrowDown");
    await field.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/answers/${company.vpn.id}#`));
    const heading = page.getByRole("heading", { name: company.vpn.messages });
    await expect(heading).toBeInViewport();
    await expect(heading).toBeFocused();
  });
});

test("a part that was found in another language is gone to, also from the same answer in one's own", async ({
  page,
  enter,
  w,
  company,
}) => {
  await enter("Aylin Kaya", `/answers/${company.vpn.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(company.vpn.title);
  await page.evaluate(() => Object.assign(window, { same: true }));
  const german = page.getByRole("heading", { name: "Was die Meldung bedeutet", exact: true });
  await page.evaluate((to) => {
    const link = document.querySelector<HTMLAnchorElement>("main a[href^='/answers']");
    link?.setAttribute("href", to);
    link?.click();
  }, `/answers/${company.vpn.id}?language=de#was-die-meldung-bedeutet`);
  await expect(german).toBeFocused();
  await expect(german).toBeInViewport();
  expect(await page.evaluate(() => "same" in window)).toBe(true);

  await page.goto(`/search?q=${encodeURIComponent("VPN Was die Meldung bedeutet")}&language=de`);
  await page.getByRole("main").getByRole("link", { name: "VPN verbindet sich nicht" }).click();
  await expect(page).toHaveURL(`/answers/${company.vpn.id}?language=de#was-die-meldung-bedeutet`);
  await expect(german).toBeFocused();
  await expect(page.getByText(w("knowledge.also_in"))).toBeVisible();
});

test("offline it finds what is there, and the pages that show it are there too", async ({
  page,
  enter,
  w,
  company,
  context,
  watch,
}) => {
  watch.expectOffline();
  await enter("Aylin Kaya", "/");
  const going = onTheirWay(page);
  const answers = page.waitForResponse(/\/assets\/split_knowledge/);
  await box(page, w).fill("lap");
  await onDevice(page, "aylin-kaya/en");
  await answers;
  await expect.poll(going, "all of their parts have arrived").toBe(0);
  await context.setOffline(true);
  await box(page, w).fill("qqwxzj");
  await expect(page.getByText(w("search.nothing", { words: "qqwxzj" }))).toBeVisible();
  await box(page, w).fill("vpn no answer");
  await expect(options(page).filter({ hasText: company.vpn.title }).first()).toBeVisible();
  await box(page, w).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("finding.title"));
  await page.getByRole("main").getByRole("link", { name: company.vpn.title }).first().click();
  // The page of answers is there; what it says of this one was never read on this device.
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
  await context.setOffline(false);
});

test("a word that only a text has is shown in it; offline the row stands without", async ({
  page,
  enter,
  company,
  context,
  watch,
}) => {
  watch.expectOffline();
  await enter("Aylin Kaya", "/search?q=hotspot");
  const main = page.getByRole("main");
  const link = page.getByRole("link", { name: company.vpn.title, exact: true });
  const row = main.getByRole("listitem").filter({ has: link });
  await expect(row.locator("mark")).toHaveText(["hotspot"]);
  await onDevice(page, "aylin-kaya/en");
  // The device answers at once. The passage comes later, into the same row.
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(ASKED, async (route) => {
    await there;
    await route.continue();
  });
  await main.getByRole("searchbox").fill("hotsp");
  await expect(page).toHaveURL("/search?q=hotsp");
  await expect(row).toContainText("What to check when the VPN");
  await expect(row.locator("mark")).toHaveCount(0);
  await row.evaluate((element) => Object.assign(element, { same: true }));
  arrive();
  await expect(row).toContainText("for example your phone's hotspot");
  await expect(row.locator("mark")).toHaveText(["hotspot"]);
  expect(await row.evaluate((element) => "same" in element)).toBe(true);
  await page.unroute(ASKED);

  await context.setOffline(true);
  const asked = calls(page, ASKED);
  await main.getByRole("searchbox").fill("hotspo");
  await expect(page).toHaveURL("/search?q=hotspo");
  await expect(row).toContainText("What to check when the VPN");
  // As long as it takes to ask.
  await page.waitForTimeout(600);
  await expect(row.locator("mark")).toHaveCount(0);
  await expect(main.getByRole("alert")).toHaveCount(0);
  expect(asked).toEqual([]);
  await context.setOffline(false);
});

test("what was searched for before comes back, until it is forgotten", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await box(page, w).fill("vpn slow");
  await expect(options(page).first()).toBeVisible();
  await box(page, w).press("Enter");
  await expect(page).toHaveURL("/search?q=vpn%20slow");
  await page.goto("/");
  await box(page, w).focus();
  await expect(page.getByRole("listbox")).toContainText(w("finding.recent"));
  await expect(options(page)).toHaveText([/vpn slow/, w("finding.clear")]);
  await box(page, w).press("ArrowDown");
  await box(page, w).press("Enter");
  await expect(box(page, w)).toHaveValue("vpn slow");
  await expect(options(page).filter({ hasText: "VPN" }).first()).toBeVisible();

  // Somebody else at the same device is shown nothing of it.
  await enter("Mara Lindt", "/");
  await box(page, w).focus();
  await box(page, w).fill("lap");
  await expect(options(page).first()).toBeVisible();
  await box(page, w).fill("");
  await expect(page.getByRole("listbox")).toHaveCount(0);

  await enter("Aylin Kaya", "/");
  await box(page, w).focus();
  await options(page).filter({ hasText: w("finding.clear") }).click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await page.reload();
  await box(page, w).fill("lap");
  await expect(options(page).first()).toBeVisible();
  await box(page, w).fill("");
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("a word that nothing has is put right", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/services");
  await settled(page);
  const field = await palette(page, w);
  await field.fill("pasword");
  const meant = options(page).filter({ hasText: w.like("finding.meant") });
  await expect(meant).toContainText(/password/i);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue(/^password$/i);
  await expect(meant).toHaveCount(0);
  await expect(options(page).filter({ hasText: /password/i }).first()).toBeVisible();
  await page.goto("/search?q=pasword");
  await page.getByRole("main").getByRole("link", { name: w.like("finding.meant") }).click();
  await expect(page).toHaveURL(/\/search\?q=password$/i);
});

test("where nothing is found the next step is to report it", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await box(page, w).fill("qqwxzj");
  await expect(page.getByText(w("search.nothing", { words: "qqwxzj" }))).toBeVisible();
  await page.getByRole("search").getByRole("link", { name: w("shell.report") }).click();
  await expect(page).toHaveURL("/report?title=qqwxzj");
});

test("an order guide is found like an item", async ({ page, enter, w, company }) => {
  await enter("Mara Lindt", "/");
  await settled(page);
  const field = await palette(page, w);
  await field.fill("onboarding");
  await options(page).filter({ hasText: company.newEmployee.name }).first().click();
  await expect(page).toHaveURL("/guides/new-employee");
  await page.goto("/search?q=onboarding");
  const main = page.getByRole("main");
  await filters(page, w);
  await main.getByRole("navigation", { name: w("finding.show") }).getByRole("link", { name: w("cart.guides") }).click();
  await expect(page).toHaveURL("/search?q=onboarding&kind=guide");
  await main.getByRole("link", { name: company.newEmployee.name }).click();
  await expect(page).toHaveURL("/guides/new-employee");
});

test("results are narrowed by kind, category, service and language", async ({ page, enter, w, company, as }) => {
  await (await as("Aylin Kaya")).report("VPN drops in the lift", { service: "vpn" });
  await enter("Aylin Kaya", "/search?q=vpn");
  const main = page.getByRole("main");
  const rows = main.getByRole("listitem").filter({ has: page.getByRole("link") });
  const of = (kind: string) => rows.filter({ has: page.getByText(w(kind), { exact: true }) });
  const choice = (name: string) => main.getByRole("combobox", { name: w(name), exact: true });
  await expect(of("shell.services").first()).toBeVisible();
  await expect(of("shell.tickets").first()).toBeVisible();
  const kinds = main.getByRole("navigation", { name: w("finding.show") });
  await filters(page, w);
  await kinds.getByRole("link", { name: w("shell.answers") }).click();
  await expect(page).toHaveURL("/search?q=vpn&kind=article");
  await expect(of("shell.services")).toHaveCount(0);
  await expect(of("shell.answers").first()).toBeVisible();
  await kinds.getByRole("link", { name: w("finding.all"), exact: true }).click();
  await choice("finding.service").selectOption({ label: "VPN" });
  await expect(page).toHaveURL("/search?q=vpn&service=vpn");
  await expect(rows.filter({ hasText: "VPN drops in the lift" }).first()).toBeVisible();
  await choice("finding.category").selectOption({ label: company.computers });
  await expect(page).toHaveURL("/search?q=vpn&category=computers&service=vpn");
  await main.getByRole("link", { name: w("finding.without_filters") }).click();
  await expect(page).toHaveURL("/search?q=vpn");
  await choice("finding.language").selectOption({ label: "German" });
  await expect(page).toHaveURL("/search?q=vpn&language=de");
  await expect(rows.getByRole("link", { name: "VPN verbindet sich nicht" })).toBeVisible();
  // The address alone shows the same.
  await page.reload();
  await expect(rows.getByRole("link", { name: "VPN verbindet sich nicht" })).toBeVisible();
  await filters(page, w);
  await expect(choice("finding.language")).toHaveValue("de");
  // It opens in the language that it was found in.
  await rows.getByRole("link", { name: "VPN verbindet sich nicht" }).click();
  await expect(page).toHaveURL(/\/answers\/vpn-does-not-connect\?language=de(#|$)/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("VPN verbindet sich nicht");
});

test("on a phone the results come first, and the filters when somebody asks for them", async ({ page, enter, w }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enter("Aylin Kaya", "/search?q=vpn&kind=article&service=vpn");
  const main = page.getByRole("main");
  const button = main.getByRole("button", { name: w("finding.filters_set", { count: 2 }) });
  const kinds = main.getByRole("navigation", { name: w("finding.show") });
  const row = main.getByRole("listitem").filter({ has: page.getByRole("link") }).first();
  await expect(row).toBeVisible();
  expect((await row.boundingBox())?.y, "the first result is in the upper half").toBeLessThan(370);
  await expect(kinds).toHaveCount(0);
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(kinds.getByRole("link", { name: w("finding.all"), exact: true })).toBeFocused();
  await axeInBothSchemes(page);
  // They stay open, to set another one.
  await main.getByRole("combobox", { name: w("finding.service"), exact: true }).selectOption("");
  await expect(page).toHaveURL("/search?q=vpn&kind=article");
  const fewer = main.getByRole("button", { name: w("finding.filters_set", { count: 1 }) });
  await expect(fewer).toHaveAttribute("aria-expanded", "true");
  await fewer.click();
  await expect(kinds).toHaveCount(0);
  await expect(main.getByRole("combobox", { name: w("finding.service"), exact: true })).toHaveCount(0);

  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(kinds).toBeVisible();
  await expect(fewer).toBeHidden();
});

test("the arrows go through all lines and around, Escape closes @wide", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  const field = box(page, w);
  await field.fill("vpn");
  await expect(options(page).first()).toBeVisible();
  const many = await options(page).count();
  expect(many).toBeGreaterThan(3);
  // Who does not see the list hears of it.
  await expect(page.getByRole("status").filter({ hasText: w("search.found", { count: many }) })).toBeAttached();
  const chosen = page.getByRole("option", { selected: true });
  for (let line = 0; line < many; line++) {
    await field.press("ArrowDown");
    await expect(field).toHaveAttribute("aria-activedescendant", (await chosen.getAttribute("id")) ?? "");
    await expect(options(page).nth(line)).toHaveAttribute("aria-selected", "true");
  }
  await field.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await field.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(field).toBeFocused();
  await field.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(field).toHaveAttribute("aria-expanded", "false");
});

test("the chosen line is in sight in a long list, and the way to all results too @wide", async ({ page, enter, w }) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await enter("Aylin Kaya", "/");
  const walk = async (field: Locator) => {
    await field.fill("laptop");
    await expect(options(page).first()).toBeVisible();
    const many = await options(page).count();
    expect(many).toBeGreaterThan(8);
    for (let line = 0; line < many; line++) {
      await field.press("ArrowDown");
      await expect(options(page).nth(line)).toBeInViewport({ ratio: 0.9 });
    }
    await field.press("ArrowDown");
    await expect(options(page).first()).toBeInViewport({ ratio: 0.9 });
    await field.press("ArrowUp");
    await expect(options(page).last()).toBeInViewport({ ratio: 0.9 });
    await expect(page.getByRole("link", { name: w("search.all", { words: "laptop" }) })).toBeInViewport({ ratio: 0.9 });
  };
  await walk(box(page, w));
  await page.goto("/services");
  await settled(page);
  await walk(await palette(page, w));
  const dialog = page.getByRole("dialog", { name: w("search.title") });
  expect(await dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
});

test("a key that puts a character together follows no line @wide", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  const field = box(page, w);
  await field.fill("vpn");
  await expect(options(page).first()).toBeVisible();
  await field.press("ArrowDown");
  const first = await options(page).first().getAttribute("href");
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await expect(page).toHaveURL("/");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(page).toHaveURL(first ?? "");
});

test("letters typed while the palette is on its way are in it @wide", async ({ page, enter }) => {
  await enter("Aylin Kaya", "/tickets");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await there;
    await route.continue();
  });
  await page.keyboard.press("/");
  await page.keyboard.type("vp");
  arrive();
  const field = page.getByRole("dialog").getByRole("combobox");
  await expect(field).toHaveValue("vp");
  await page.keyboard.type("n");
  await expect(field).toHaveValue("vpn");
  await expect(options(page).filter({ hasText: "VPN" }).first()).toBeVisible();
});

test("what was found before is no answer where the search fails", async ({ page, enter, w, watch }) => {
  watch.expect(/\/assets\/search-[0-9a-f]+\.js: net::ERR_FAILED$/, /^console: .*search-[0-9a-f]+\.js/);
  watch.expect(/^GET \/itsm\/v1\/search\?\S+: net::ERR_FAILED$/);
  await page.route(/\/assets\/search-[0-9a-f]+\.js$/, (route) => route.abort());
  await enter("Aylin Kaya", "/");
  await box(page, w).fill("vpn");
  await expect(options(page).first()).toContainText("VPN");
  await page.route(ASKED, (route) => route.abort());
  await box(page, w).fill("printer");
  await expect(page.getByText(w("search.failed"))).toBeInViewport();
  await expect(options(page)).toHaveCount(0);
  await page.unroute(ASKED);
  await box(page, w).fill("printers");
  await expect(options(page).first()).toContainText(/print/i);
  await expect(page.getByText(w("search.failed"))).toHaveCount(0);
});

test("the device and the backend find the same in the same order", async ({ page, enter, w, as }) => {
  // Somebody for whom no other test files anything meanwhile.
  const ulrike = await as("Ulrike Sommerfeld");
  await ulrike.report(unique("VPN drops in the train"));
  await enter("Ulrike Sommerfeld", "/");
  await box(page, w).fill("vpn");
  await onDevice(page, "ulrike-sommerfeld/en");
  const differences = await page.evaluate(async (typed) => {
    interface Reply {
      hits: { kind: string; id: string }[];
    }
    const names = performance.getEntriesByType("resource").map((entry) => entry.name);
    const script = names.find((name) => /\/assets\/search-[0-9a-f]+\.js$/.test(name));
    if (!script) return ["search.js was never fetched"];
    const device = (await import(script)) as { search: (asked: string) => Promise<string> };
    const keys = ({ hits }: Reply) => hits.map(({ kind, id }) => `${kind}:${id}`).join(" ");
    const differences: string[] = [];
    for (const text of typed) {
      const asked = { person: "ulrike-sommerfeld", place: "test", text, each: 5, kind: "", category: "", language: "", service: "" };
      const here = keys(JSON.parse(await device.search(JSON.stringify(asked))) as Reply);
      const url = `/itsm/v1/search?limit=5&q=${encodeURIComponent(text)}`;
      const there = keys((await (await fetch(url, { headers: { "Accept-Language": "en" } })).json()) as Reply);
      if (here !== there) differences.push(`${text}: ${here} | ${there}`);
    }
    return differences;
  }, TYPED);
  expect(differences).toEqual([]);
  expect(TYPED.length).toBeGreaterThanOrEqual(30);
});

test("what is filed is found at once, and only that is fetched", async ({ page, enter, w, as }) => {
  const aylin = await as("Aylin Kaya");
  await enter("Aylin Kaya", "/");
  await box(page, w).focus();
  await onDevice(page, "aylin-kaya/en");
  const [word, asked] = [unique("Qx").replace(" ", ""), calls(page, ASKED)];
  const refreshed = page.waitForResponse((answer) => /index\?since=/.test(answer.url()));
  const { id } = await aylin.report(`${word} makes a noise`);
  const whole = await (await page.request.get("/itsm/v1/knowledge/index")).body();
  const difference = await (await refreshed).body();
  expect(difference.length * 3).toBeLessThan(whole.length);
  await box(page, w).fill(word);
  await expect(options(page).filter({ hasText: id })).toBeVisible();
  expect(asked).toEqual([]);
});

test("whoever leaves takes their index along", async ({ page, enter, w, watch }) => {
  // Whoever is not signed in any more asks once who they are.
  watch.expect(/^GET \/itsm\/v1\/\S+: 401$/);
  await enter("Aylin Kaya", "/");
  await box(page, w).fill("vpn slow");
  await onDevice(page, "aylin-kaya/en");
  await enter("Mara Lindt", "/");
  await box(page, w).focus();
  await onDevice(page, "mara-lindt/en");
  await box(page, w).fill("garden leave");
  await expect(options(page).first()).toContainText("Before somebody leaves your team");
  await options(page).first().click();
  const own = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /guichet:(searches|articles)/.test(key)));
  await expect.poll(own, "what she searched for and what she read").toEqual(
    expect.arrayContaining(["guichet:searches:mara-lindt", "guichet:articles:en:before-somebody-leaves-your-team"]),
  );
  await page.getByLabel(w("shell.account", { name: "Mara Lindt" })).click();
  await page.getByRole("button", { name: w("shell.sign_out") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
  expect(await kept(page)).toEqual([]);
  expect(await own()).toEqual([]);
});

test("what did not come without a connection is looked for again by itself", async ({ page, enter, w, context, watch }) => {
  watch.expectOffline();
  // Without the index on the device the backend is asked.
  watch.expect(/\/assets\/search-[0-9a-f]+\.js: net::ERR_FAILED$/, /^console: .*search-[0-9a-f]+\.js/);
  await page.route(/\/assets\/search-[0-9a-f]+\.js$/, (route) => route.abort());
  await enter("Aylin Kaya", "/search");
  await settled(page);
  await context.setOffline(true);
  const field = page.getByRole("main").getByRole("searchbox");
  await field.fill("vpn");
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
  await context.setOffline(false);
  await expect(page.getByRole("main").getByRole("listitem").filter({ hasText: "VPN" }).first()).toBeVisible();
  await expect(field).toHaveValue("vpn");
});

test("nobody is sent what they may not know of", async ({ page, enter, as, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/before-somebody-leaves-your-team: 404$/);
  const secret = unique("Quokka").replace(" ", "");
  await (await as("Mara Lindt")).report(`${secret} is broken`);
  await enter("Aylin Kaya", "/");
  const index = await (await page.request.get("/itsm/v1/knowledge/index")).body();
  const text = index.toString("latin1").toLowerCase();
  expect(text).toContain("laptop");
  expect(text).not.toContain("quokka");
  expect(text).not.toContain("before-somebody-leaves");
  await page.goto("/answers/before-somebody-leaves-your-team");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Before somebody");
});

test("without the worker the backend is asked", async ({ page, enter, w, company, watch }) => {
  watch.expect(/\/assets\/search-[0-9a-f]+\.js: net::ERR_FAILED$/, /^console: .*search-[0-9a-f]+\.js/);
  await page.route(/\/assets\/search-[0-9a-f]+\.js$/, (route) => route.abort());
  await enter("Aylin Kaya", "/");
  const asked = calls(page, ASKED);
  await box(page, w).fill("vpn no answer");
  await expect(options(page).filter({ hasText: company.vpn.title }).first()).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  expect(await kept(page)).toEqual([]);
});

test("an idle page gets ready by itself, not where somebody saves data", async ({ page, enter, context }) => {
  const arrived = page.waitForResponse(INDEX, { timeout: 20_000 });
  await enter("Aylin Kaya", "/services");
  expect((await arrived).status()).toBe(200);
  await onDevice(page, "aylin-kaya/en");

  const thrifty = await context.newPage();
  await thrifty.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  const asked = calls(thrifty, INDEX);
  const begun = thrifty.waitForResponse(/\/assets\/search-[0-9a-f]+\.js$/, { timeout: 20_000 });
  await thrifty.goto("/services");
  // What gets ready is fetched, and decides. That it asks for nothing then can only be seen by waiting.
  await begun;
  await thrifty.waitForTimeout(2_000);
  expect(asked).toEqual([]);
});

test("results and filters, for everybody, in light and dark", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/");
  await box(page, w).fill("pasword");
  await expect(options(page).filter({ hasText: w.like("finding.meant") })).toBeVisible();
  await axeInBothSchemes(page);
  await page.goto("/search?q=vpn&kind=article&category=network");
  await settled(page);
  await expect(page.getByRole("main").locator("mark").first()).toBeVisible();
  await axeInBothSchemes(page);
  await page.goto("/search?q=vpn&kind=ticket&category=people");
  await expect(page.getByRole("link", { name: w("finding.without_filters") })).toBeVisible();
  await axeInBothSchemes(page);
});
