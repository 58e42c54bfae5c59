// Hostile texts wherever a backend can put a text: nothing runs, and nothing dangerous enters the page. A dialog, a console
// error or a violated policy fails every test.

import type { Page } from "@playwright/test";
import { expect, test, unique } from "../fixtures";
import { mistakes, radio } from "../pages/form";
import { begin, timeline } from "../pages/ticket";
import { draft, editor } from "../pages/writing";
import { alter } from "../support/alter";
import { expectHarmless, HOSTILE } from "../support/hostile";
import { settled } from "../support/settle";

const ALL = HOSTILE.join("\n\n");
const ARTICLE = "vpn-does-not-connect";

type Json = Record<string, unknown>;

/** How often each text stands on the page, as it was written: texts without markup are shown as they are. */
async function expectShown(page: Page, texts: string[]): Promise<void> {
  const shown = await page.locator("body").evaluate((body) => body.textContent ?? "");
  const missing = texts.filter((text) => !shown.includes(text));
  expect(missing, "texts that are not on the page as they were written").toEqual([]);
}

test("there is something to be afraid of", () => {
  expect(HOSTILE.length).toBeGreaterThan(150);
});

test("articles: title, text, known errors, and everything around", async ({ page, enter }) => {
  test.slow();
  let body = ALL;
  // Pictures of articles that are not there are not found.
  await page.route(/\/knowledge\/pictures\//, (route) => route.fulfill({ status: 200, contentType: "image/png", body: "" }));
  await alter(page, new RegExp(`/knowledge/articles/${ARTICLE}(\\?|$)`), (real: Json) => ({
    ...real,
    title: ALL,
    summary: ALL,
    category_name: ALL,
    body,
    owner: { id: "network", name: ALL },
    services: [{ id: "vpn", name: ALL }],
    items: [{ id: "vpn-access", name: ALL }],
    related: HOSTILE.map((title, n) => ({ id: `r${n}`, title })),
    // Each text by itself: none can hide in what another one left open.
    known_errors: HOSTILE.map((text, n) => ({
      id: `p${n}`,
      title: text,
      workaround: text,
      fix: text,
      services: [{ id: "vpn", name: text }],
      since: "2026-11-01",
    })),
  }));
  await enter("Aylin Kaya", `/answers/${ARTICLE}`);
  await expect(page.getByRole("article")).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
  // And as the text of the article, where headings and footnotes have ids and links lead to them.
  for (let first = 0; first < HOSTILE.length; first += 10) {
    const texts = HOSTILE.slice(first, first + 10);
    body = texts.map((text) => `# ${text.split("\n")[0]}\n\n${text}`).join("\n\n");
    await page.goto(`/answers/${ARTICLE}`);
    await expect(page.getByRole("article")).toBeVisible();
    await expectHarmless(page);
  }
  for (const link of await page.getByRole("article").getByRole("link").all()) {
    expect(await link.getAttribute("href")).toMatch(/^(\/|https?:\/\/|mailto:|tel:)/);
  }
});

test("a deep link to a heading that says something hostile", async ({ page, enter }) => {
  await enter("Aylin Kaya", "/");
  for (const part of [`"]`, `x"] , [id="main`, "<img src=x onerror=alert(1)>", "javascript:alert(1)", "%", "%00"]) {
    // Another fragment alone loads nothing.
    await page.goto("about:blank");
    await page.goto(`/answers/${ARTICLE}#${encodeURIComponent(part)}`);
    await expect(page.getByRole("article")).toBeVisible();
    await expectHarmless(page);
  }
});

test("versions of an article: notes, names, and what changed", async ({ page, enter, w }) => {
  await alter(page, /\/itsm\/v1\/\S+\/versions(\?|$)/, (real: { items: Json[] }) => ({
    items: [...HOSTILE.map((note, n) => ({ ...real.items[0], version: 1000 - n, note, by: { id: "x", name: note } }))],
  }));
  const text = (version: number, body: string) => ({
    ...{ version, published_at: "2026-11-01T12:00:00Z", readable: true, language: "en" },
    ...{ title: body, summary: body, body },
  });
  const before = [...HOSTILE].reverse().join("\n");
  await page.route(/\/itsm\/v1\/\S+\/versions\/1000/, (route) => route.fulfill({ json: text(1000, ALL) }));
  await page.route(/\/itsm\/v1\/\S+\/versions\/999/, (route) => route.fulfill({ json: text(999, before) }));
  await enter("Aylin Kaya", `/answers/${ARTICLE}/versions?version=1000`);
  await expect(page.getByRole("insertion").first()).toBeVisible();
  await expect(page.getByText(w("knowledge.as_it_was"))).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
});

test("forms: labels, hints, options, paragraphs, notices, and what is wrong", async ({ page, enter, w }) => {
  const options = HOSTILE.map((label, n) => ({ id: `o${n}`, label, hint: label }));
  const texts = HOSTILE.flatMap((text, n) => [
    { id: `p${n}`, type: "paragraph", label: "", text },
    { id: `n${n}`, type: "notice", label: "", text },
  ]);
  const questions = [
    { id: "radio", type: "single_choice", label: ALL, hint: ALL, required: true, required_message: ALL, options, display: "radio" },
    { id: "list", type: "single_choice", label: ALL, because: ALL, options, display: "select" },
    { id: "boxes", type: "many_choice", label: ALL, options },
    { id: "text", type: "short_text", label: ALL, hint: ALL, required: true },
    { id: "heading", type: "heading", label: ALL },
    ...texts,
  ];
  const form = { id: "headset", version: 1, pages: [{ id: "all", title: ALL, questions }] };
  await page.route(/\/forms\/headset/, (route) => route.fulfill({ json: { form, newest: 1 } }));
  await alter(page, /\/catalog\/items\/headset/, (real: Json) => ({ ...real, name: ALL, verb: ALL, summary: ALL, description: ALL }));
  const preview = { problems: [], price: { currency: "EUR", total: {} }, approvals: [], calendar: ALL };
  await page.route(/\/requests\/validate$/, (route) => route.fulfill({ json: preview }));
  await page.route(/\/knowledge\/pictures\//, (route) => route.fulfill({ status: 200, contentType: "image/png", body: "" }));
  await enter("Aylin Kaya", "/services/headset/request");
  await expect(page.getByRole("radio").nth(HOSTILE.length - 1)).toBeAttached();
  await expectHarmless(page);
  await page.locator(".form__actions .button--primary").click();
  await expect(mistakes(page, w)).toBeVisible();
  await expectHarmless(page);
  await page.goto("/services/headset");
  await settled(page);
  await expectHarmless(page);
});

test("a ticket: its title, comments, names of people and of files", async ({ page, enter, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  await alter(page, new RegExp(`/tickets/${id}/timeline`), (real: Json[]) =>
    HOSTILE.map((text, n) => ({
      ...real[0],
      ...{ id: `e${n}`, event: "comment", role: "agent", text, author: { id: "x", name: text, about: text } },
      attachments: [{ id: `a${n}`, name: text, media_type: "text/plain", size: 1 }],
    })),
  );
  await page.route(/\/knowledge\/pictures\//, (route) => route.fulfill({ status: 200, contentType: "image/png", body: "" }));
  const answers = HOSTILE.flatMap((text) => [
    { label: text, value: text },
    { label: text, value: text, marked: true },
  ]);
  await alter(page, new RegExp(`/tickets/${id}(\\?|$)`), (real: Json) => ({ ...real, title: ALL, description: ALL, answers }));
  await enter("Aylin Kaya", `/tickets/${id}`);
  await expect(timeline(page).getByRole("listitem").first()).toBeVisible();
  await settled(page);
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
  const files = timeline(page).getByRole("link");
  for (const href of await files.evaluateAll((all) => all.map((link) => link.getAttribute("href")))) {
    expect(href).toMatch(/^\/itsm\/v1\/attachments\/a\d+$/);
  }
});

test("a comment that somebody really writes", async ({ page, enter, as }) => {
  const aylin = await as("Aylin Kaya");
  const { id } = await aylin.report(unique("Zzyzx"));
  // As many at a time as a comment may hold.
  const parts: string[] = [""];
  for (const text of HOSTILE) {
    const longer = `${parts.at(-1)}${text}\n`;
    if (longer.length > 3_000) parts.push(`${text}\n`);
    else parts[parts.length - 1] = longer;
  }
  for (const text of parts) await aylin.comment(id, text);
  await enter("Aylin Kaya", `/tickets/${id}`);
  await expect(timeline(page)).toContainText(HOSTILE[0]);
  await expectHarmless(page);
  await expect(timeline(page).locator("img, script, iframe, a[href^=javascript]")).toHaveCount(0);
});

test("lists, announcements and services", async ({ page, enter, w }) => {
  const start = "2099-01-01T10:00:00Z";
  await page.route(/\/itsm\/v1\/announcements/, (route) =>
    route.fulfill({
      json: HOSTILE.map((text, n) => ({ id: `n${n}`, title: text, text, kind: "planned", services: [], starts: start, zone: "UTC" })),
    }),
  );
  await alter(page, /\/itsm\/v1\/services/, (real: Json[]) =>
    HOSTILE.map((text, n) => ({ ...real[0], id: `s${n}`, name: text, summary: text, status_text: text })),
  );
  await alter(page, /\/itsm\/v1\/tickets\?/, (real: { items: Json[] }) => ({
    ...real,
    items: real.items.slice(0, 1).flatMap((one) => HOSTILE.map((title, n) => ({ ...one, id: `INC-${n}`, title }))),
  }));
  await enter("Aylin Kaya", "/");
  await expect(page.getByRole("region", { name: w("home.announcements") })).toBeVisible();
  await settled(page);
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
  await page.goto("/status");
  await settled(page);
  await expectHarmless(page);
  await page.goto("/tickets");
  await settled(page);
  await expectHarmless(page);
});

test("words to search for, and what is found for them", async ({ page, enter, w }) => {
  test.slow();
  // Without an index every search is the backend's.
  await alter(page, /\/itsm\/v1\/capabilities$/, (real: { features: string[] }) => ({
    ...real,
    features: real.features.filter((feature) => feature !== "index"),
  }));
  await alter(page, /\/itsm\/v1\/search\?/, () => ({
    hits: HOSTILE.map((text, n) => ({
      ...{ kind: ["item", "article", "ticket"][n % 3], id: `x${n}`, title: text, summary: text, category: "network" },
      ...{ language: n % 2 ? text : "en", heading: { text, anchor: text, marks: [[1, 4]] } },
      ...{ title_marks: [[0, 2], [3, 9_999]], summary_marks: [[5, 1]], excerpt: text, excerpt_marks: [[1, 3]] },
    })),
    suggestion: ALL,
  }));
  await enter("Aylin Kaya", "/search?q=alert");
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
  const field = page.getByRole("searchbox", { name: w("search.label") });
  for (const [n, text] of HOSTILE.entries()) {
    const line = text.replace(/\s+/g, " ").trim();
    await field.fill(line);
    if (n % 20 === 0) {
      await expect(page).toHaveURL(/search\?q=./);
      await expectHarmless(page);
      await expect(field).toHaveValue(line);
    }
  }
  await page.reload();
  await settled(page);
  await expectHarmless(page);
});

test("what a refusal says", async ({ page, enter, watch, w, company, as }) => {
  watch.expect(/: 4(09|22|03)$/);
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  const problem = (status: number, code: string) => ({
    status,
    contentType: "application/problem+json",
    body: JSON.stringify({
      ...{ type: "about:blank", title: ALL, status, detail: ALL, code, request_id: HOSTILE[0] },
      errors: HOSTILE.map((detail) => ({ pointer: "/title", code: "required", detail, params: {} })),
    }),
  });
  await page.route(/\/itsm\/v1\/knowledge\/articles/, (route) => route.fulfill(problem(403, "not_allowed")));
  await page.route(/\/actions\/cancel$/, (route) => route.fulfill(problem(409, "refused")));
  await page.route(/\/itsm\/v1\/incidents$/, (route) => route.fulfill(problem(422, "invalid")));
  await enter("Aylin Kaya", "/answers");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectHarmless(page);
  await page.goto(`/tickets/${id}`);
  const sheet = await begin(page, w("ticket_page.cancel"));
  await sheet.getByRole("button", { name: w("ticket_page.cancel") }).click();
  await expect(page.getByText(HOSTILE[0] ?? "").first()).toBeAttached();
  await expectHarmless(page);
  await page.goto("/report?title=Zzyzx");
  await radio(page, w("report.impact"), company.onlyMe).check();
  await radio(page, w("report.urgency"), company.cannotWork).check();
  await page.getByRole("button", { name: w("report.send") }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectHarmless(page);
});

test("what is written, proposed and retired", async ({ page, enter, as, w, watch }) => {
  test.slow();
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: 410$/);
  const { id } = await draft(await as("Tomasz Sikora"), unique("Reader"));
  const [at, who] = ["2026-11-01T12:00:00Z", { id: "x", name: ALL }];
  const content = { title: ALL, summary: ALL, keywords: HOSTILE, category: "network", owner: "network", body: ALL };
  await page.route(/\/itsm\/v1\/(knowledge\/pictures|attachments)\//, (route) =>
    route.fulfill({ status: 200, contentType: "image/png", body: "" }),
  );
  await alter(page, new RegExp(`/knowledge/proposals/${id}$`), (real: Json) => ({
    ...real,
    ...{ title: ALL, author: who, content, before: { ...content, body: [...HOSTILE].reverse().join("\n\n") } },
    remarks: HOSTILE.map((comment) => ({ at, by: { id: "x", name: comment }, action: "propose", comment })),
  }));
  await enter("Tomasz Sikora", `/knowledge/write?draft=${id}`);
  // What is lost of them is named, each with its address.
  await expect(editor(page, w).losses.getByRole("listitem").nth(100)).toBeAttached();
  await expectHarmless(page);
  await page.goto(`/knowledge/proposals/${id}`);
  await expect(page.getByRole("insertion").first()).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);

  const listed = (part: Json) => HOSTILE.map((title, n) => ({ ...part, id: `h${n}`, title }));
  const proposed = { article: "h", language: "en", author: who, changed_at: at, is_new: true };
  const kept = { owner: { id: "network", name: ALL }, version: 0 };
  const instead = { id: "h0", title: ALL };
  await alter(page, /\/knowledge\/work$/, (real: Json) => ({
    ...real,
    mine: listed({ ...proposed, state: "draft" }),
    to_review: listed({ ...proposed, state: "proposed" }),
  }));
  await alter(page, /\/knowledge\/due(\?|$)/, () => ({
    items: listed({ ...kept, reviewed: "2026-01-01", review_due: "2026-02-01" }),
  }));
  await alter(page, /\/knowledge\/retired(\?|$)/, () => ({
    items: listed({ ...kept, retired_at: at, retired_by: who, comment: ALL, replaced_by: instead }),
  }));
  await page.goto("/knowledge/work");
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  await settled(page);
  await expectHarmless(page);
  await expectShown(page, HOSTILE);

  const current = { id: ARTICLE, title: ALL, retired_at: at, comment: ALL, replaced_by: instead };
  const problem = { type: "about:blank", title: ALL, status: 410, detail: ALL, code: "retired", request_id: ALL, errors: [], current };
  await page.route(new RegExp(`/itsm/v1/knowledge/articles/${ARTICLE}(\\?|$)`), (route) =>
    route.fulfill({ status: 410, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await page.goto(`/answers/${ARTICLE}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("writing.gone"));
  await expectHarmless(page);

  // Who writes sees what it said.
  Object.assign(current, { readable: true });
  const said = { language: ALL, summary: ALL, body: HOSTILE.join("\n\n"), actions: [] };
  const text = { ...kept, ...current, ...said, retired_by: who };
  await page.route(new RegExp(`/itsm/v1/knowledge/retired/${ARTICLE}(\\?|$)`), (route) => route.fulfill({ json: text }));
  await page.reload();
  await expect(page.getByText(w("writing.retired_unseen"))).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
});

test("what people search for, and why answers did not help", async ({ page, enter }) => {
  const decided = (text: string) => ({
    ...{ choice: "article", reason: text, by: { id: "x", name: text }, at: "2026-11-01T12:00:00Z" },
    article: { id: "h0", title: text },
  });
  const searched = HOSTILE.map((words, n) => ({
    ...{ id: `h${n}`, words, language: n % 3 ? "en" : words, people: 2, last: "2026-11-01" },
    ...{ no_result: 1, no_click: 0, clicked: 0, tickets: 0, nearest: [{ id: "h0", title: words }] },
    decision: n % 2 ? decided(words) : undefined,
  }));
  const figures = HOSTILE.map((title, n) => ({
    ...{ article: { id: `h${n}`, title }, owner: { id: "network", name: title }, reasons: [title] },
    ...{ views: 1, searches: 1, solved: 1, tickets: 1, helpful: 1, unhelpful: 1 },
  }));
  await page.route(/\/itsm\/v1\/knowledge\/learning\?/, (route) => route.fulfill({ json: { items: searched } }));
  await page.route(/\/itsm\/v1\/knowledge\/figures\?/, (route) => route.fulfill({ json: { items: figures } }));
  await enter("Hana Mori", "/knowledge/learning");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).nth(HOSTILE.length - 1)).toBeAttached();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
  await page.goto("/knowledge/figures");
  await expect(page.getByRole("main").getByRole("table")).toBeVisible();
  await expectHarmless(page);
  await expectShown(page, HOSTILE);
});
