// What people search for, for those who look after the answers: never a name, and never what one person alone looked for.

import type { Page } from "@playwright/test";
import { expect, inEachLanguage, test } from "../fixtures";
import { lookUp } from "../pages/form";
import { options, palette } from "../pages/search";
import type { Api } from "../support/api";
import { without } from "../support/offer";
import { settled } from "../support/settle";

/** Words that nobody has searched for: letters alone, since numbers are not counted. */
function unheard(): string {
  // A word of another test would be found: an answer learns the words that it is told of.
  const letter = () => "bcdfghjklmnpqrstvwxz"[Math.floor(Math.random() * 20)];
  const word = () => Array.from({ length: 7 }, letter).join("");
  return `${word()} ${word()}`;
}

const search = (words: string, language: string, outcome = "no_result") => ({
  searches: [{ words, language, outcome }],
});

async function isListed(hana: Api, words: string): Promise<boolean> {
  const { items } = await hana.get<{ items: { words: string }[] }>("/knowledge/learning?limit=100&outcome=no_result");
  return items.some((entry) => entry.words === words);
}

/** The row of these words. */
const row = (page: Page, words: string) =>
  page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("heading", { name: words, exact: true }) });

inEachLanguage(() => {
  test("words that two people searched for are dealt with, and come back", async ({ page, enter, w, as, company }) => {
    const words = unheard();
    for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
      await (await as(name)).post("/knowledge/learning", search(words, w.language));
    }
    await enter("Hana Mori", "/knowledge/learning?outcome=no_result");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("learning.title"));
    const entry = row(page, words);
    await expect(entry).toContainText(w("learning.times_no_result", { count: 2 }));
    await expect(entry).toContainText(w("learning.nothing_near"));
    const write = entry.getByRole("link", { name: w("learning.write") });
    expect(decodeURIComponent((await write.getAttribute("href")) ?? "")).toBe(
      `/knowledge/write?title=${words.charAt(0).toUpperCase()}${words.slice(1)}&keywords=${words}&language=${w.language}`,
    );

    await entry.getByRole("button", { name: w("learning.not_needed") }).click();
    const why = entry.getByRole("textbox", { name: w("learning.why") });
    await why.fill("A slip of the finger.");
    // It is kept until it is sent.
    await page.reload();
    await entry.getByRole("button", { name: w("learning.not_needed") }).click();
    await expect(why).toHaveValue("A slip of the finger.");
    await entry.getByRole("button", { name: w("learning.confirm") }).click();
    await expect(entry).toContainText("A slip of the finger.");
    const back = entry.getByRole("button", { name: w("learning.take_back") });
    await expect(back).toBeFocused();
    await back.click();

    const answered = entry.getByRole("button", { name: w("learning.answered") });
    await expect(answered).toBeFocused();
    await answered.click();
    await entry.getByRole("button", { name: w("learning.confirm") }).click();
    await expect(entry.getByRole("alert")).toHaveText(w("learning.which_needed"));
    // What others search for meanwhile moves nothing under these hands.
    for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
      await (await as(name)).post("/knowledge/learning", search(`${words} later`, w.language));
    }
    await lookUp(page, w("learning.which"), "VPN", company.vpn.title);
    await entry.getByRole("button", { name: w("learning.confirm") }).click();
    await expect(entry).toContainText(
      w("learning.decided_answered", { title: company.vpn.title, name: "Hana Mori" }),
    );
    // From now on they find it.
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole("main").getByRole("link", { name: company.vpn.title })).toBeVisible();
    await page.goto("/knowledge/learning?show=done");
    await expect(row(page, words)).toBeVisible();
  });
});

test("the language of words is named in the language of the page", async ({ page, enter, w, as }) => {
  const words = unheard();
  for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
    await (await as(name)).post("/knowledge/learning", search(words, "de"));
  }
  await enter("Hana Mori", "/knowledge/learning?outcome=no_result");
  await expect(row(page, words)).toContainText(w("learning.in_language", { language: "German" }));
});

test("a long list comes in parts", async ({ page, enter, w }) => {
  const entry = (words: string) => ({
    id: words,
    words,
    language: "en",
    people: 2,
    no_result: 3,
    no_click: 0,
    clicked: 0,
    tickets: 0,
    last: "2026-11-20",
    nearest: [],
  });
  await page.route(/\/itsm\/v1\/knowledge\/learning\?/, (route) => {
    const behind = new URL(route.request().url()).searchParams.has("cursor");
    return route.fulfill({ json: behind ? { items: [entry("beta")] } : { items: [entry("alpha")], next: "1" } });
  });
  await enter("Hana Mori", "/knowledge/learning");
  await expect(row(page, "alpha")).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: w("learning.first", { many: 1 }) })).toBeVisible();
  const more = page.getByRole("button", { name: w("common.more"), exact: true });
  await more.click();
  await expect(row(page, "beta")).toBeVisible();
  await expect(row(page, "alpha")).toBeVisible();
  await expect(more).toHaveCount(0);
  await expect(page.getByText(w("learning.count", { count: 2 })).last()).toBeFocused();
});

test("a search is told when the page goes away, and stays with one person", async ({ page, enter, beside, as, w }) => {
  const words = unheard();
  const hana = await as("Hana Mori");
  await enter("Aylin Kaya", `/search?q=${encodeURIComponent(words)}`);
  await expect(page.getByText(w("search.nothing", { words })).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.goto("about:blank");
  // The same person once more changes nothing.
  await (await as("Aylin Kaya")).post("/knowledge/learning", search(words, "en"));
  expect(await isListed(hana, words)).toBe(false);
  const other = await beside("Daniel Reyes", `/search?q=${encodeURIComponent(words)}`);
  await expect(other.getByText(w("search.nothing", { words })).first()).toBeVisible();
  await other.waitForLoadState("networkidle");
  await other.goto("about:blank");
  await expect.poll(() => isListed(hana, words)).toBe(true);
});

test("what looks private never leaves the page, and neither does anything of who does not want it", async ({
  page,
  enter,
  w,
  as,
}) => {
  const told: string[] = [];
  page.context().on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/knowledge/learning")) told.push(request.postData() ?? "");
  });
  const searched = async (words: string) => {
    await page.goto(`/search?q=${encodeURIComponent(words)}`);
    await expect(page.getByText(w("search.nothing", { words })).first()).toBeVisible();
  };
  await enter("Aylin Kaya", "/");
  await searched("qxvbk@wqzzk.xqzzk");
  await searched("qxvbk 099 8877665");
  await page.goto("/");
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  const counting = page.getByRole("button", { name: w("learning.counting") });
  await expect(counting).toHaveAttribute("aria-pressed", "true");
  await counting.click();
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  await expect(counting).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Escape");
  const words = unheard();
  await searched(words);
  await page.waitForLoadState("networkidle");
  await page.goto("/");
  await settled(page);
  expect(told).toEqual([]);
  // Whoever else searches for it is alone.
  await (await as("Daniel Reyes")).post("/knowledge/learning", search(words, "en"));
  expect(await isListed(await as("Hana Mori"), words)).toBe(false);
});

test("a place that is chosen in the palette is no answer, and its name no search", async ({ page, enter, w }) => {
  // What is told when a page goes away is seen on the next one.
  await page.addInitScript(() => {
    const real = window.fetch;
    window.fetch = (address, options) => {
      if (String(address).endsWith("/knowledge/learning")) {
        sessionStorage.setItem("told", `${sessionStorage.getItem("told") ?? ""}${options?.body}`);
      }
      return real(address, options);
    };
  });
  await enter("Aylin Kaya", "/services");
  await settled(page);
  // It is the name of a page, and answers hold the word.
  const words = w("shell.approvals");
  await (await palette(page, w)).fill(words);
  await expect(page.getByRole("status").filter({ hasText: w.like("search.found") })).toBeAttached();
  await options(page).filter({ hasText: words }).last().click();
  await expect(page).toHaveURL("/approvals");
  await settled(page);
  const field = await palette(page, w);
  await expect(options(page).first()).toBeVisible();
  await expect(page.getByText(w("finding.recent"), { exact: true })).toHaveCount(0);
  await field.fill("vpn slow");
  await options(page).filter({ hasText: "VPN" }).first().click();
  await expect(page).not.toHaveURL("/approvals");
  await settled(page);
  await page.reload();
  await settled(page);
  const told = await page.evaluate(() => sessionStorage.getItem("told") ?? "");
  expect(told).toContain('"vpn slow"');
  expect(told.toLowerCase()).not.toContain(`"${words.toLowerCase()}"`);
});

test("figures are sorted by what somebody wants to know", async ({ page, enter, w, as, company }) => {
  await (await as("Aylin Kaya")).post("/knowledge/learning", { reads: [{ article: company.vpn.id }] });
  await enter("Hana Mori", "/knowledge/figures?period=half_year");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("learning.figures"));
  await settled(page);
  const table = page.getByRole("table");
  await expect(table.getByRole("link", { name: company.vpn.title })).toBeVisible();
  // On a phone it is a line as any other, and not a letter wide.
  const caption = await table.getByText(w("learning.figures_caption", { sort: w("learning.views") })).boundingBox();
  expect(caption?.width).toBeGreaterThan(200);
  await page.getByRole("combobox", { name: w("learning.sort"), exact: true }).selectOption("tickets");
  await expect(page).toHaveURL(/sort=tickets&period=half_year$/);
  await expect(table.getByText(w("learning.figures_caption", { sort: w("learning.tickets") }))).toBeVisible();
  if ((page.viewportSize()?.width ?? 0) < 704) return;
  await table.getByRole("link", { name: w("learning.sort_by", { column: w("learning.solved_count") }) }).click();
  await expect(page).toHaveURL(/sort=solved&period=half_year$/);
  await expect(table.getByRole("columnheader", { name: w("learning.solved_count") })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await settled(page);
  const column = await table.getByRole("row").evaluateAll((rows) =>
    rows.slice(1).map((each) => Number(each.querySelectorAll("td")[2]?.textContent?.replace(/\D/g, ""))),
  );
  expect(column).toEqual([...column].sort((a, b) => b - a));
});

test("the list by keyboard alone @wide", async ({ page, enter, w, as }) => {
  const words = unheard();
  for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
    await (await as(name)).post("/knowledge/learning", search(words, "en"));
  }
  await enter("Hana Mori", "/knowledge/learning?outcome=no_result");
  const entry = row(page, words);
  const button = entry.getByRole("button", { name: w("learning.not_needed") });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Once is enough.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const back = entry.getByRole("button", { name: w("learning.take_back") });
  await expect(back).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button).toBeVisible();
});

test("one way leads to all that those who look after the answers do", async ({ page, enter, w }) => {
  await enter("Hana Mori", "/");
  await page.getByLabel(w("shell.account", { name: "Hana Mori" })).click();
  await page.getByRole("link", { name: w("writing.work_title") }).click();
  await expect(page).toHaveURL("/knowledge/work");
  const area = page.getByRole("navigation", { name: w("writing.work_title") });
  await area.getByRole("link", { name: w("learning.title") }).click();
  await expect(page).toHaveURL("/knowledge/learning");
  await expect(area.getByRole("link", { name: w("learning.title") })).toHaveAttribute("aria-current", "page");
  await area.getByRole("link", { name: w("learning.figures") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("learning.figures"));
  await area.getByRole("link", { name: w("writing.work") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("writing.work_title"));
});

test("where articles are written elsewhere, the list has no way to write one", async ({ page, enter, w, as }) => {
  const words = unheard();
  for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
    await (await as(name)).post("/knowledge/learning", search(words, "en"));
  }
  await without(page, "writing");
  await enter("Hana Mori", "/answers");
  await page.getByRole("main").getByRole("link", { name: w("writing.work_title") }).click();
  await expect(page).toHaveURL("/knowledge/learning");
  await page.goto("/knowledge/learning?outcome=no_result");
  const entry = row(page, words);
  await expect(entry.getByRole("button", { name: w("learning.not_needed") })).toBeVisible();
  await expect(entry.getByRole("link", { name: w("learning.write") })).toHaveCount(0);
});

test("who looks after no answers is told so", async ({ page, enter, w, watch }) => {
  watch.expect(/knowledge\/(learning|figures)\S*: 404$/);
  await enter("Aylin Kaya", "/knowledge/learning");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("learning.missing_title"));
  await page.goto("/knowledge/figures");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("learning.missing_title"));
});

test("a decision that did not arrive is sent again as the same one", async ({ page, enter, w, as, watch }) => {
  test.slow();
  watch.expect(/^POST \/itsm\/v1\/knowledge\/learning\/\w+\/decision: net::ERR_FAILED$/);
  const words = unheard();
  for (const name of ["Aylin Kaya", "Daniel Reyes"]) {
    await (await as(name)).post("/knowledge/learning", search(words, w.language));
  }
  const keys = new Set<string>();
  let broken = true;
  await page.route(/\/knowledge\/learning\/\w+\/decision$/, (route) => {
    keys.add(route.request().headers()["idempotency-key"] ?? "");
    return broken ? route.abort() : route.continue();
  });
  await enter("Hana Mori", "/knowledge/learning?outcome=no_result");
  const entry = row(page, words);
  await entry.getByRole("button", { name: w("learning.not_needed") }).click();
  await entry.getByRole("button", { name: w("learning.confirm") }).click();
  await expect(entry.getByRole("alert")).toBeVisible({ timeout: 20_000 });
  broken = false;
  await entry.getByRole("button", { name: w("learning.confirm") }).click();
  await expect(entry.getByRole("button", { name: w("learning.take_back") })).toBeFocused();
  expect(keys.size).toBe(1);
});
