// Answers: finding one, finding one's way in it, and saying whether it helped.

import { expect, inEachLanguage, test } from "../fixtures";
import { inParts } from "../support/parts";

inEachLanguage(() => {
  test("from a problem to its answer, and whether it helped", async ({ page, signIn, w, company }, { project }) => {
    const { vpn } = company;
    // What one person says of an answer stays: each run of this test is another person.
    const reader = project.name === "phone" ? "Yuki Tanabe" : w.language === "de" ? "Daniel Reyes" : "Aylin Kaya";
    await signIn(page, reader, "/answers");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.answers"));
    await page.getByRole("searchbox", { name: w("knowledge.search") }).fill(vpn.words);
    await expect(page).toHaveURL(/\/answers\?q=VPN/);
    await page.getByRole("main").getByRole("link", { name: vpn.title }).click();
    await expect(page).toHaveURL(`/answers/${vpn.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpn.title);
    await expect(page.getByText(w.like("knowledge.meta"))).toBeVisible();
    await expect(page.getByRole("table")).toBeVisible();

    // To a part of it, and by its address to the same part.
    const messages = page.getByRole("heading", { name: vpn.messages });
    // Where nothing fits beside the answer, they open above it.
    if (project.name === "phone") await page.locator("summary").filter({ hasText: w("knowledge.contents") }).click();
    await page
      .getByRole("navigation", { name: w("knowledge.contents") })
      .getByRole("link", { name: vpn.messages })
      .click();
    await expect(messages).toBeFocused();
    await expect(messages).toBeInViewport();
    await expect(page).toHaveURL(/#/);
    await page.reload();
    await expect(messages).toBeInViewport();

    const helped = page.getByRole("group", { name: w("knowledge.helped") });
    await helped.getByRole("button", { name: w("common.yes") }).click();
    await expect(helped.getByRole("button", { name: w("common.yes") })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText(w("knowledge.thanks_yes"))).toBeVisible();
    await helped.getByRole("button", { name: w("common.no") }).click();
    await page.getByRole("textbox", { name: w("knowledge.reason") }).fill("The second gateway is missing.");
    await page.getByRole("button", { name: w("knowledge.reason_send"), exact: true }).click();
    await expect(page.getByText(w("knowledge.thanks_reason"))).toBeVisible();
    await page.reload();
    await expect(page.getByText(w("knowledge.said_no"))).toBeVisible();
    await expect(helped.getByRole("button", { name: w("common.no") })).toHaveAttribute("aria-pressed", "true");
  });
});

test("links in an answer lead to other answers and to services", async ({ page, enter, company }) => {
  const { vpn } = company;
  await enter("Aylin Kaya", `/answers/${vpn.id}`);
  const article = page.getByRole("article");
  await article.getByRole("link", { name: vpn.password }).click();
  await expect(page).toHaveURL("/answers/forgotten-password");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpn.password);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpn.title);
  await article.getByRole("link", { name: vpn.access }).last().click();
  await expect(page).toHaveURL("/services/vpn-access");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpn.access);
});

test("where an answer does not help, its title becomes the report", async ({ page, enter, w, company }) => {
  const { vpn } = company;
  await enter("Aylin Kaya", `/answers/${vpn.id}`);
  const help = page.locator("section").filter({ has: page.getByRole("heading", { name: w("knowledge.help") }) });
  await help.getByRole("link", { name: w("shell.report") }).click();
  await expect(page.getByRole("textbox", { name: w("report.title") })).toHaveValue(vpn.title);
});

test("one search finds services, answers and tickets", async ({ page, enter, w, company, as }) => {
  const { id } = await (await as("Aylin Kaya")).report("VPN drops in the train");
  await enter("Aylin Kaya", "/search?q=vpn");
  const rows = page.getByRole("main").getByRole("listitem");
  const of = (kind: string) => rows.filter({ has: page.getByText(w(kind), { exact: true }) });
  await expect(of("shell.services").getByRole("link", { name: company.vpn.access })).toBeVisible();
  await expect(of("shell.answers").getByRole("link", { name: company.vpn.title, exact: true })).toBeVisible();
  await expect(of("shell.tickets").getByRole("link").first()).toBeVisible();
  // A number leads to its ticket.
  await page.getByRole("searchbox", { name: w("search.label") }).fill(id);
  await expect(page).toHaveURL(`/search?q=${id}`);
  await expect(rows.first().getByRole("link", { name: "VPN drops in the train" })).toBeVisible();
});

test("answers by category", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/answers");
  await page
    .getByRole("navigation", { name: w("knowledge.categories") })
    .getByRole("link", { name: company.computers, exact: true })
    .click();
  await expect(page).toHaveURL("/answers?category=computers");
  await expect(page.getByRole("status").filter({ hasText: w.like("knowledge.count") })).toBeVisible();
  const rows = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: w.like("knowledge.reviewed") });
  await expect(rows.first()).toContainText(company.computers);
  await page.goto("/answers?q=zzyzx");
  await expect(page.getByText(w("search.nothing", { words: "zzyzx" }))).toBeVisible();
});

test("a long list comes in parts, and the focus goes to what arrived", async ({ page, enter, w }) => {
  await inParts(page, /\/itsm\/v1\/knowledge\/articles\?/, 2, (items) => items.slice(0, 4));
  await enter("Aylin Kaya", "/answers");
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole("status").filter({ hasText: w("knowledge.first", { count: 2 }) })).toBeVisible();
  const more = page.getByRole("button", { name: w("common.more"), exact: true });
  await more.click();
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(2).getByRole("link")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: w("knowledge.count", { count: 4 }) })).toBeVisible();
  await expect(more).toHaveCount(0);
});
