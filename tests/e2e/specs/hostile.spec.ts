// What people write is text, whatever it looks like. A dialog, a console error or a violated policy fails every test.

import { expect, test, unique } from "../fixtures";
import { file } from "../pages/form";
import { entry, reply, timeline } from "../pages/ticket";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(2)</script>",
  "[click](javascript:alert(3))",
  "![picture](x)",
  "<a href=javascript:alert(4)>me</a>",
  "{{7*7}} ${7*7} %s %n",
  "\u202Etxt.exe",
];

test("a comment stays what was typed", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  await reply(page, w, HOSTILE.slice(0, 6).join("\n"));
  const said = entry(page, HOSTILE[0]);
  for (const words of HOSTILE.slice(0, 6)) await expect(said).toContainText(words);
  await expect(said.locator("img, script, iframe, a")).toHaveCount(0);
  await page.reload();
  await expect(said).toContainText(HOSTILE[1]);
  await expect(said.locator("img, script, iframe, a")).toHaveCount(0);
});

test("titles stay what was typed, in every list", async ({ page, enter, as, w }) => {
  const mark = unique("zz").replace(" ", "");
  const title = `${mark} ${HOSTILE[0]} ${HOSTILE[2]}`;
  const { id } = await (await as("Aylin Kaya")).report(title, { description: HOSTILE.join("\n\n") });
  await enter("Aylin Kaya", `/tickets?q=${mark}`);
  await page.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(`/tickets/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(await page.title()).toContain(title);
  await expect(timeline(page).locator("img, script, iframe, a")).toHaveCount(0);
  await page.goto(`/search?q=${mark}`);
  await expect(page.getByRole("main").getByRole("link", { name: title })).toBeVisible();
  await page.goto("/");
  await page.getByRole("combobox", { name: w("search.label") }).fill(mark);
  await expect(page.getByRole("option").filter({ hasText: title })).toBeVisible();
});

test("names of files stay names", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const names = ["<img src=x onerror=alert(1)>.txt", "../../etc/passwd.txt", "a\u202Etxt.exe", '"; rm -rf.txt'];
  await page.getByLabel(w("ticket_page.files_label")).setInputFiles(names.map((name) => file(name, "text/plain")));
  const remove = page.getByRole("button", { name: new RegExp(`^${w("files.remove")}`) });
  await expect(remove).toHaveCount(names.length);
  await expect(page.getByText(w("files.sending"))).toHaveCount(0);
  await reply(page, w, "Four files");
  const said = entry(page, "Four files");
  const links = said.getByRole("link");
  await expect(links).toHaveCount(names.length);
  await expect(said.locator("img")).toHaveCount(0);
  for (const link of await links.all()) {
    expect(await link.getAttribute("href")).toMatch(/^\/itsm\/v1\/attachments\/\w+$/);
    const download = page.waitForEvent("download");
    await link.click();
    const name = (await download).suggestedFilename();
    expect(name).toMatch(/\.txt$/);
    expect(name).not.toMatch(/[/\\<>\u202E]/);
  }
});

test("files that a browser would run are not taken", async ({ page, enter, w, as, watch }) => {
  watch.expect(/^POST \/itsm\/v1\/attachments: 415$/);
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const html = file("page.txt", "text/plain", "<!DOCTYPE html><script>alert(1)</script>");
  const picture = file(
    "logo.svg",
    "image/svg+xml",
    "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
  );
  for (const each of [html, picture]) {
    await page.getByLabel(w("ticket_page.files_label")).setInputFiles(each);
    const row = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: each.name }) });
    await expect(row.getByRole("alert")).toBeVisible();
    await row.getByRole("button", { name: each.name }).click();
    await expect(row).toHaveCount(0);
  }
});

test("an address cannot send whoever signs in elsewhere", async ({ page, watch, w }) => {
  watch.expect(/: 401$/);
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: "Aylin Kaya" }).click();
    await expect(page.getByLabel(w("shell.account", { name: "Aylin Kaya" }))).toBeVisible();
    expect(new URL(page.url()).pathname).toBe("/");
    expect(new URL(page.url()).host).toBe("127.0.0.1:8490");
  }
});

test("words to search for stay words", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", `/services?q=${encodeURIComponent(HOSTILE[0])}`);
  await expect(page.getByRole("searchbox", { name: w("catalog.search") })).toHaveValue(HOSTILE[0]);
  await expect(page.getByRole("main").locator("img")).toHaveCount(0);
  await page.goto(`/report?title=${encodeURIComponent(HOSTILE[1])}`);
  await expect(page.getByRole("textbox", { name: w("report.title") })).toHaveValue(HOSTILE[1]);
});
