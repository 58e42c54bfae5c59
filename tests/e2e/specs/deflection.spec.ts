// Answers while a form is filled in: they open over it, and "this solved it" closes it and counts.

import type { Page } from "@playwright/test";
import { expect, inEachLanguage, test, type Words } from "../fixtures";
import { LINES, inCart, line, link } from "../pages/cart";
import { radio } from "../pages/form";
import { typeAt } from "../pages/keys";
import { axe } from "../support/axe";
import { MISSING, reads, refuse } from "../support/refuse";
import { settled } from "../support/settle";

/** What may help. */
const help = (page: Page, w: Words) => page.getByRole("complementary", { name: w("report.suggest") });

inEachLanguage(() => {
  test("an answer opens over a report, and closes it where it has helped", async ({ page, enter, w, company }) => {
    test.slow();
    await enter("Aylin Kaya", "/report");
    const title = page.getByRole("textbox", { name: w("report.title") });
    await title.fill(company.vpn.words);
    await expect(help(page, w).getByText(w("learning.known_error"))).toBeVisible();
    // The focus stays where it is typed.
    await expect(title).toBeFocused();
    await help(page, w).getByRole("link", { name: company.vpn.title }).click();
    const reader = page.getByRole("dialog", { name: company.vpn.title });
    await expect(reader.getByRole("heading", { name: company.vpn.first })).toBeVisible();
    await expect(page).toHaveURL(/\/report$/);
    await axe(page);
    await page.keyboard.press("Escape");
    await expect(reader).toHaveCount(0);
    await expect(title).toHaveValue(company.vpn.words);

    await help(page, w).getByRole("link", { name: company.vpn.title }).click();
    await reader.getByRole("button", { name: w("learning.solved") }).click();
    await expect(page.getByText(w("learning.thanks"))).toBeVisible();
    await expect(title).toHaveValue("");
    await page.getByRole("button", { name: w("learning.undo") }).click();
    await expect(title).toHaveValue(company.vpn.words);
    await expect(title).toBeFocused();

    const told = page.waitForResponse(/\/articles\/[^/]+\/solved$/, { timeout: 40_000 });
    await help(page, w).getByRole("button", { name: `${w("learning.solved")}: ${company.vpn.title}` }).click();
    // Once a day: another run of this test was counted for all of them.
    expect(await (await told).json()).toEqual({ counted: expect.any(Boolean) });
    await page.reload();
    await settled(page);
    await expect(title, "the draft is gone").toHaveValue("");
  });
});

test("an answer over a form is no wider than its dialog on a phone @phone", async ({ page, enter, w, company }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enter("Aylin Kaya", "/report");
  await page.getByRole("textbox", { name: w("report.title") }).fill(company.vpn.words);
  await help(page, w).getByRole("link", { name: company.vpn.title }).click();
  const reader = page.getByRole("dialog", { name: company.vpn.title });
  await expect(reader.getByRole("heading", { name: company.vpn.first })).toBeVisible();
  // Code scrolls in its own box.
  expect(await reader.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
});

test("an answer that was read before opens over a form without a connection", async ({ page, enter, w, company, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: net::ERR_FAILED$/);
  const ANSWERS = /\/itsm\/v1\/knowledge\/articles\//;
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  const link = help(page, w).getByRole("link", { name: company.vpn.title });
  const reader = page.getByRole("dialog", { name: company.vpn.title });
  const text = reader.getByRole("heading", { name: company.vpn.first });
  const copy = reader.getByRole("status").filter({ hasText: w.like("knowledge.saved_copy") });
  // What is read over a form is kept as what is read on its page.
  await title.fill(company.vpn.words);
  await link.click();
  await expect(text).toBeVisible();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:articles"))).toContain(company.vpn.id);
  await page.reload();
  await page.route(ANSWERS, (route) => route.abort());
  await title.fill(company.vpn.words);
  await link.click();
  await expect(copy).toBeVisible();
  await expect(text).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");

  // One that was never read says that it cannot be had, and the copy is none of it.
  await help(page, w).getByRole("link").filter({ hasNotText: company.vpn.title }).first().click();
  const lost = page.getByRole("dialog", { name: w("shell.answers"), exact: true });
  await expect(lost.getByText(w("common.failed_offline"))).toBeVisible();
  await expect(lost.getByRole("heading", { name: company.vpn.first })).toHaveCount(0);
  await expect(lost.getByRole("button", { name: w("learning.solved") })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await link.click();
  await expect(copy).toBeVisible();
  await page.unroute(ANSWERS);
  await copy.getByRole("button", { name: w("common.retry") }).click();
  await expect(copy).toHaveCount(0);
  await expect(text).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(title).toHaveValue(company.vpn.words);
});

test("a copy over a form makes way once the answer is no longer there for its reader", async ({
  page,
  enter,
  w,
  company,
  watch,
}) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: (net::ERR_FAILED|404)$/);
  await enter("Aylin Kaya", `/answers/${company.vpn.id}`);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:articles"))).toContain(company.vpn.id);
  await page.route(reads(company.vpn.id), (route) => route.abort());
  await page.goto("/report");
  await page.getByRole("textbox", { name: w("report.title") }).fill(company.vpn.words);
  await help(page, w).getByRole("link", { name: company.vpn.title }).click();
  const reader = page.getByRole("dialog", { name: company.vpn.title });
  const copy = reader.getByRole("status").filter({ hasText: w.like("knowledge.saved_copy") });
  await expect(copy).toBeVisible();
  await refuse(page, company.vpn.id, MISSING);
  await copy.getByRole("button", { name: w("common.retry") }).click();
  const dialog = page.getByRole("dialog", { name: w("knowledge.missing_title") });
  await expect(dialog.getByText(w("learning.withdrawn"))).toBeVisible();
  await expect(dialog.getByRole("heading", { name: company.vpn.first })).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: w("learning.solved") })).toHaveCount(0);
});

test("an answer that another one leads to opens over the form too", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill(company.vpn.words);
  await help(page, w).getByRole("link", { name: company.vpn.title }).click();
  const reader = page.getByRole("dialog", { name: company.vpn.title });
  await reader.getByRole("link", { name: company.vpn.password }).click();
  const next = page.getByRole("dialog", { name: company.vpn.password });
  await expect(next.getByRole("heading", { level: 2 }).nth(1)).toBeVisible();
  await expect(page).toHaveURL(/\/report$/);
  await page.keyboard.press("Escape");
  await expect(next).toHaveCount(0);
  await expect(title).toHaveValue(company.vpn.words);
});

test("the way round a known error is read in the form", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", `/report?title=${encodeURIComponent(company.vpn.words)}`);
  await help(page, w).getByText(w("learning.workaround")).click();
  await expect(help(page, w).getByText("Hamburg", { exact: true }).first()).toBeVisible();
  // It can be put away.
  await help(page, w).getByText(w("report.suggest")).click();
  await expect(help(page, w).getByText(w("learning.known_error"))).toBeHidden();
});

test("a request suggests what is about its service, and comes back whole", async ({ page, enter, w }) => {
  await enter("Mara Lindt", "/services/mailbox-size/request");
  await radio(page, "Which mailbox?", "The personal mailbox").check();
  await radio(page, "How should there be more room?", "100 GB").check();
  const why = page.getByRole("textbox", { name: /Why must the mail stay/ });
  await why.fill("My mailbox is full");
  await help(page, w).getByRole("button", { name: w("learning.solved") }).first().click();
  await expect(page.getByText(w("learning.thanks"))).toBeVisible();
  await expect(why).toHaveCount(0);
  await page.getByRole("button", { name: w("learning.undo") }).click();
  await expect(why).toHaveValue("My mailbox is full");
  await expect(radio(page, "Which mailbox?", "The personal mailbox")).toBeChecked();
});

test("a line of the cart that is not needed any more is taken out, says so, and comes back", async ({ page, enter, w }) => {
  test.slow();
  const [mara, name] = ["Mara Lindt", "Larger mailbox"];
  const waiting = () => page.evaluate(() => localStorage.getItem("guichet:solved:mara-lindt"));
  await enter(mara, "/status");
  await inCart(page, mara, [LINES.mailbox, LINES.headset]);
  await page.goto("/cart");
  const change = line(page, name).getByRole("link", { name: `${w("requests.change")} ${name}` });
  await change.click();
  const why = page.getByRole("textbox", { name: /Why must the mail stay/ });
  await why.fill("My mailbox is full");
  await help(page, w).getByRole("button", { name: w("learning.solved") }).first().click();
  await expect(page).toHaveURL("/cart");
  await expect(page.getByText(w("cart.not_needed", { item: name }))).toBeFocused();
  await expect(line(page, name)).toHaveCount(0);
  await expect(line(page, "Headset")).toBeVisible();
  await expect(link(page, w, 1)).toBeVisible();
  expect(await waiting()).toContain("mailbox-size");
  await settled(page);
  await axe(page);

  // Where it was, with what was typed last, and counted no more.
  await page.getByRole("button", { name: w("cart.needed"), exact: true }).click();
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toHaveText(name);
  await expect(line(page, name)).toContainText("My mailbox is full");
  await expect(change).toBeFocused();
  expect(await waiting()).toBeNull();

  await change.click();
  await expect(why).toHaveValue("My mailbox is full");
  await help(page, w).getByRole("link").first().click();
  // It is counted on the page of the cart as well.
  const told = page.waitForResponse(/\/articles\/[^/]+\/solved$/, { timeout: 40_000 });
  await page.getByRole("dialog").getByRole("button", { name: w("learning.solved") }).click();
  await expect(page).toHaveURL("/cart");
  expect((await told).request().postDataJSON()).toEqual({ form: "mailbox-size" });
  expect(await (await told).json()).toEqual({ counted: expect.any(Boolean) });
  await page.reload();
  await expect(line(page, "Headset")).toBeVisible();
  await expect(line(page, name)).toHaveCount(0);
});

test("an answer that was retired meanwhile says so, and leads to what replaces it", async ({
  page,
  enter,
  w,
  company,
  watch,
}) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: 410$/);
  const instead = company.guide;
  const retired = {
    type: "about:blank",
    title: "Retired",
    status: 410,
    detail: "It was retired.",
    code: "retired",
    request_id: "r-1",
    current: {
      id: company.vpn.id,
      title: company.vpn.title,
      retired_at: "2026-11-20T10:00:00Z",
      comment: "There is a new network",
      replaced_by: { id: instead.id, title: instead.title },
    },
  };
  await refuse(page, company.vpn.id, retired);
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill(company.vpn.words);
  await help(page, w).getByRole("link", { name: company.vpn.title }).click();
  const gone = page.getByRole("dialog", { name: w("writing.gone") });
  await expect(gone.getByText("There is a new network")).toBeVisible();
  await expect(gone.getByRole("button", { name: w("learning.solved") })).toHaveCount(0);
  await axe(page);
  await gone.getByRole("button", { name: w("writing.gone_instead", { title: instead.title }) }).click();
  await expect(page.getByRole("dialog", { name: instead.title })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(title).toHaveValue(company.vpn.words);
});

test("what is typed after closing is not lost to the way back", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill(company.vpn.words);
  await help(page, w).getByRole("button", { name: w("learning.solved") }).first().click();
  await title.fill("The beamer stays dark");
  await expect(page.getByRole("button", { name: w("learning.undo") })).toHaveCount(0);
  await expect(title).toHaveValue("The beamer stays dark");
});

test("without a connection it is sent later", async ({ page, enter, w, company, watch }) => {
  test.slow();
  watch.expect(/solved: net::ERR_FAILED$/);
  await page.route(/\/solved$/, (route) => route.abort());
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill(company.vpn.words);
  const failed = page.waitForEvent("requestfailed", { predicate: (r) => r.url().endsWith("/solved"), timeout: 40_000 });
  await help(page, w).getByRole("button", { name: w("learning.solved") }).first().click();
  await failed;
  // It is tried again, here or after the reload.
  const told = page.waitForResponse(/\/solved$/, { timeout: 40_000 });
  await page.unroute(/\/solved$/);
  await page.reload();
  expect((await told).status()).toBe(200);
});

test("by keyboard alone @wide", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  // A page takes the focus when it opens.
  await settled(page);
  await typeAt(page, title, company.vpn.words);
  const link = help(page, w).getByRole("link", { name: company.vpn.title });
  await expect(link).toBeVisible();
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  const reader = page.getByRole("dialog", { name: company.vpn.title });
  await expect(reader).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
});

test("an answer that does not come says why, and says nothing of the next one", async ({ page, enter, w, company, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: 404$/);
  await refuse(page, company.vpn.id, MISSING);
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill(company.vpn.words);
  await help(page, w).getByRole("link", { name: company.vpn.title }).click();
  const dialog = page.getByRole("dialog", { name: w("knowledge.missing_title") });
  await expect(dialog.getByText(w("learning.withdrawn"))).toBeVisible();
  await expect(dialog.getByRole("button", { name: w("learning.solved") })).toHaveCount(0);
  await page.keyboard.press("Escape");

  // The next one is held back: until it is there nothing is said of it.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const other = help(page, w).getByRole("link").filter({ hasNotText: company.vpn.title }).first();
  await page.route(/\/knowledge\/articles\/[\w-]+(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await other.click();
  const coming = page.getByRole("dialog", { name: w("shell.loading") });
  await expect(coming).toBeVisible();
  await expect(coming.getByRole("button", { name: w("learning.solved") }), "nobody has read it yet").toHaveCount(0);
  await expect(page.getByText(w("learning.withdrawn"))).toHaveCount(0);
  await expect(page.getByText(w("common.failed_title"))).toHaveCount(0);
  release();
  await expect(page.getByRole("dialog").getByRole("button", { name: w("learning.solved") })).toBeVisible();
});
