// Reporting a problem: what is missing, what may already help, what it promises.

import type { Page, Route } from "@playwright/test";
import { expect, inEachLanguage, test, unique } from "../fixtures";
import { file, lookUp, mistakes, radio, receipt } from "../pages/form";
import { tag } from "../pages/ticket";
import { settled } from "../support/settle";

inEachLanguage(() => {
  test("a problem, from the first words to its number", async ({ page, signIn, w, company, as }) => {
    await signIn(page, "Aylin Kaya", "/report");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.report"));
    const send = page.getByRole("button", { name: w("report.send") });
    await send.click();
    await expect(mistakes(page, w)).toBeFocused();
    const links = mistakes(page, w).getByRole("link");
    await expect(links).toHaveText([w("report.need_title"), w("report.need_impact"), w("report.need_urgency")]);
    await links.first().click();
    const title = page.getByRole("textbox", { name: w("report.title") });
    await expect(title).toBeFocused();

    // An answer may save the report.
    await title.fill(company.vpn.words);
    const help = page.getByRole("complementary", { name: w("report.suggest") });
    await expect(help.getByRole("link", { name: company.vpn.title })).toBeVisible();
    const own = unique("Zzyzx");
    await title.fill(own);
    await expect(help).toHaveCount(0);

    await page.getByRole("textbox", { name: w("report.description") }).fill("Since nine this morning.");
    await page.getByLabel(w("ticket_page.files_label")).setInputFiles(file("zzyzx.txt", "text/plain"));
    await expect(page.getByRole("button", { name: /zzyzx\.txt/ })).toBeVisible();
    await radio(page, w("report.impact"), company.onlyMe).check();
    await radio(page, w("report.urgency"), company.cannotWork).check();
    await expect(page.getByRole("status").filter({ hasText: w.like("report.solved_by") })).toBeVisible();
    await lookUp(page, w("report.service"), "VPN", /VPN/);
    await page
      .getByRole("combobox", { name: w("report.device") })
      .selectOption({ label: "ThinkBook 14 · NI-LT-04417" });
    await expect(mistakes(page, w)).toHaveCount(0);
    await send.click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_incident"));
    const id = await receipt(page);
    await expect(page.getByRole("heading", { name: own })).toBeVisible();
    await expect(tag(page, w("ticket.new"))).toBeVisible();
    await expect(page.getByRole("link", { name: /zzyzx\.txt/ }).first()).toBeVisible();
    expect(await (await as("Aylin Kaya")).find(own)).toEqual([id]);
  });
});

test("a report survives a reload, and another one does not overwrite it", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/report");
  const title = page.getByRole("textbox", { name: w("report.title") });
  await title.fill("The beamer stays dark");
  await radio(page, w("report.impact"), company.team).check();
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await page.reload();
  await expect(title).toHaveValue("The beamer stays dark");
  await expect(radio(page, w("report.impact"), company.team)).toBeChecked();

  await page.goto("/report?title=Zzyzx");
  await expect(title).toHaveValue("The beamer stays dark");
  await expect(page.getByText(w("report.other_text", { title: "The beamer stays dark" }))).toBeVisible();
  await page.getByRole("button", { name: w("report.other_action", { title: "Zzyzx" }) }).click();
  await expect(title).toHaveValue("Zzyzx");
});

test("a problem of someone else", async ({ page, enter, w, company, as }) => {
  const own = unique("Mara cannot print");
  await enter("Aylin Kaya", "/report");
  await page.getByRole("textbox", { name: w("report.title") }).fill(own);
  await radio(page, w("report.impact"), company.onlyMe).check();
  await radio(page, w("report.urgency"), company.slowly).check();
  await radio(page, w("report.whom"), w("report.whom_other")).check();
  await page.getByRole("button", { name: w("report.send") }).click();
  await expect(mistakes(page, w)).toContainText(w("report.need_person"));
  await lookUp(page, w("report.person"), "Mara", /Mara Lindt/);
  await page.getByRole("button", { name: w("report.send") }).click();
  const id = await receipt(page);
  expect(await (await as("Mara Lindt")).find(own)).toEqual([id]);
});

test("a file that is too large is refused, and the rest goes through", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/report");
  await settled(page);
  await page.getByRole("textbox", { name: w("report.title") }).fill(unique("Zzyzx"));
  const large = file("film.log", "text/plain", Buffer.alloc(11 << 20, "x"));
  await page.getByLabel(w("ticket_page.files_label")).setInputFiles([large, file("short.log", "text/plain")]);
  await expect(page.getByText(w.like("files.too_large", { name: "film.log" }))).toBeVisible();
  await radio(page, w("report.impact"), company.onlyMe).check();
  await radio(page, w("report.urgency"), company.slowly).check();
  await page.getByRole("button", { name: w("report.send") }).click();
  await receipt(page);
  await expect(page.getByRole("link", { name: /short\.log/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /film\.log/ })).toHaveCount(0);
});

/** Which files the page sends, from now on. */
function uploads(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/attachments")) sent.push(request.url());
  });
  return sent;
}

test("a file that is too large waits for the limits and is not sent", async ({ page, enter, w }) => {
  const sent = uploads(page);
  const held: Route[] = [];
  await page.route(/\/itsm\/v1\/capabilities$/, (route) => void held.push(route));
  await enter("Aylin Kaya", "/report");
  const large = file("film.log", "text/plain", Buffer.alloc(11 << 20, "x"));
  await page.getByLabel(w("ticket_page.files_label")).setInputFiles([large]);
  await expect(page.getByText(w("files.checking"))).toBeVisible();
  // The page asks once, and so does whoever has a file to send.
  await expect.poll(() => held.length).toBe(2);
  await Promise.all(held.map((route) => route.continue()));
  await expect(page.getByText(w.like("files.too_large", { name: "film.log" }))).toBeVisible();
  expect(sent).toEqual([]);
});

test("a file that is refused for its size says so where nobody knows the limits", async ({ page, enter, w, watch }) => {
  watch.expect(/capabilities: net::ERR_FAILED$/, /attachments: 413$/);
  const sent = uploads(page);
  await page.route(/\/itsm\/v1\/capabilities$/, (route) => route.abort());
  await page.route(/\/itsm\/v1\/attachments$/, (route) =>
    route.fulfill({ status: 413, contentType: "text/html", body: "<h1>Request Entity Too Large</h1>" }),
  );
  await enter("Aylin Kaya", "/report");
  await page.getByLabel(w("ticket_page.files_label")).setInputFiles([file("short.log", "text/plain")]);
  await expect(page.getByText(w("files.too_large_unknown", { name: "short.log" }))).toBeVisible();
  expect(sent).toHaveLength(1);
});
