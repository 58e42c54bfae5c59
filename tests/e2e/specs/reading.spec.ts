// Reading an answer: everything that its text can hold, its parts, its languages and versions, on paper and without a
// connection.

import { axeInBothSchemes, expect, inEachLanguage, test, whole, type Page } from "../fixtures";
import { enterAt, tabTo } from "../pages/keys";
import { onDevice, palette } from "../pages/search";
import { companyIn } from "../support/company";
import { MISSING, reads, refuse } from "../support/refuse";
import { settled } from "../support/settle";

/** In the text of the answer. */
function prose(page: Page) {
  return page.locator("article > .stack > .prose");
}

inEachLanguage(() => {
  test("everything that a text can hold", async ({ page, enter, w, company }) => {
    const { guide } = company;
    await enter("Aylin Kaya", `/answers/${guide.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);
    const text = prose(page);

    // Blocks that are set apart say in words why.
    await expect(text.getByRole("note").locator(".notice__title")).toHaveText(
      ["important", "note", "tip", "warning", "caution"].map((kind) => w(`knowledge.alert_${kind}`)),
    );
    await expect(text.getByRole("deletion")).toHaveText(guide.struck);
    await expect(text.getByRole("img", { name: w("knowledge.task_done") })).toHaveCount(2);
    await expect(text.getByRole("img", { name: w("knowledge.task_open") })).toHaveCount(1);

    // A table says what its columns are: on a phone in every cell, elsewhere in its head.
    const box = text.getByRole("group", { name: w("knowledge.table") });
    await expect(box.locator("th[scope=col]")).toHaveCount(4);
    await expect(box.locator(`td[data-label="${guide.aligned}"]`)).toHaveCount(3);

    // A video is a link, out of the portal and with a word that says what it is.
    const video = text.getByRole("link", { name: guide.video });
    await expect(video).toHaveAttribute("href", /^https:\/\/videos\..+\.mp4$/);
    await expect(video).toHaveAttribute("rel", /noopener/);
    await expect(text.getByText(w("knowledge.video"), { exact: true })).toBeVisible();
    await expect(text.locator("video, iframe, embed, object")).toHaveCount(0);
    const outside = text.getByRole("link", { name: `CommonMark (${w("knowledge.outside")})` });
    await expect(outside).toHaveAttribute("rel", "external noopener");
    await expect(text.getByRole("link", { name: company.vpn.title })).toHaveAttribute("href", `/answers/${company.vpn.id}`);
  });

  test("a footnote, and back to where the text needs it", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", `/answers/${company.guide.id}`);
    const notes = page.getByRole("region", { name: w("knowledge.footnotes") });
    await expect(notes.getByRole("listitem")).toHaveCount(2);
    const reference = page.getByRole("link", { name: w("knowledge.footnote", { number: "1" }), exact: true }).first();
    await reference.click();
    const note = notes.getByRole("listitem").first();
    await expect(note).toBeFocused();
    await expect(note).toBeInViewport();
    await note.getByRole("link", { name: w("knowledge.footnote_back", { number: "1" }) }).first().click();
    await expect(reference).toBeFocused();
    await expect(reference).toBeInViewport();
  });

  test("the other language, and back", async ({ page, enter, w, company }, { project }) => {
    const { vpn } = company;
    // What one person says of an answer stays: each run of this test is another person.
    const reader = project.name === "phone" ? "Lena Hoffmann" : w.language === "de" ? "Mara Lindt" : "Ingrid Solberg";
    const [other, own, title] =
      w.language === "de" ? ["English", "Deutsch", "VPN does not connect"] : ["Deutsch", "English", "VPN verbindet sich nicht"];
    await enter(reader, `/answers/${vpn.id}`);
    await expect(page.getByText(w("knowledge.also_in"))).toBeVisible();
    await page.getByRole("link", { name: other, exact: true }).click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(title);
    await expect(page).toHaveURL(new RegExp(`/answers/${vpn.id}\\?language=(en|de)$`));
    // The text is in that language, also to a screen reader; what stands around it is not.
    const tag = w.language === "de" ? "en" : "de";
    await expect(prose(page)).toHaveAttribute("lang", tag);
    await expect(page.getByText(w("knowledge.helped"))).toBeVisible();
    // It is there in the reader's language, so there is nothing to apologise for.
    await expect(page.getByText(w.like("knowledge.other_language"))).toHaveCount(0);
    await page.reload();
    await expect(heading).toHaveText(title);
    // Saying that it helped does not change what is being read.
    await page.getByRole("group", { name: w("knowledge.helped") }).getByRole("button", { name: w("common.yes") }).click();
    await expect(page.getByText(w("knowledge.thanks_yes"))).toBeVisible();
    await expect(heading).toHaveText(title);
    await page.getByRole("link", { name: own, exact: true }).click();
    await expect(heading).toHaveText(vpn.title);
    await expect(page).toHaveURL(`/answers/${vpn.id}`);
  });

  test("known errors, with a way round", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", `/answers/${company.vpn.id}`);
    const known = page.getByRole("region", { name: w("knowledge.known_errors") });
    const steps = known.getByRole("listitem").first();
    await expect(steps).toBeHidden();
    await known.getByText(company.drops).click();
    await expect(steps).toBeVisible();
    await expect(known.getByText(w.like("knowledge.known_since"))).toBeVisible();
    await expect(known.getByText(w.like("knowledge.known_fix"))).toBeVisible();
    await known.getByRole("link").click();
    await expect(page).toHaveURL("/answers/vpn-slow-or-drops");
  });

  test("versions, and what changed", async ({ page, enter, w, company }) => {
    const { vpn } = company;
    await enter("Aylin Kaya", `/answers/${vpn.id}`);
    await page.getByRole("link", { name: w("knowledge.version", { number: "3" }) }).click();
    await expect(page).toHaveURL(`/answers/${vpn.id}/versions`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("knowledge.versions"));
    const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: w.like("knowledge.version") });
    await expect(rows).toHaveCount(3);
    // Of the first the text is gone: there is nothing to open.
    await expect(rows.last().getByRole("link")).toHaveCount(0);
    await rows.first().getByRole("link").click();
    await expect(page.getByText(w("knowledge.changes", { after: "3", before: "2" }))).toBeVisible();
    await expect(page.getByRole("deletion").filter({ hasText: /two|zwei/ }).first()).toBeVisible();
    await expect(page.getByRole("insertion").filter({ hasText: /three|drei/ }).first()).toBeVisible();
    await expect(page.getByText(whole(w.like("knowledge.lines_same"))).first()).toBeVisible();
    await rows.nth(1).getByRole("link").click();
    await expect(page).toHaveURL(`/answers/${vpn.id}/versions?version=2`);
    await expect(page.getByText(w("knowledge.nothing_before"))).toBeVisible();
    await page.goBack();
    await expect(page.getByText(w("knowledge.changes", { after: "3", before: "2" }))).toBeVisible();
    await page.getByText(w("knowledge.as_it_was")).click();
    await expect(page.getByRole("heading", { name: vpn.messages })).toBeVisible();
  });
});

test("headings can be linked to", async ({ page, enter, w, company }) => {
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}#length`);
  const length = page.getByRole("heading", { name: guide.length, exact: true });
  await expect(length).toBeFocused();
  await expect(length).toBeInViewport();

  const link = page.getByRole("link", { name: w("knowledge.link_to_part", { words: guide.before }) });
  // The whole address, for whoever copies it.
  await expect(link).toHaveAttribute("href", `/answers/${guide.id}#before-you-write`);
  await link.focus();
  await expect(link).toHaveCSS("opacity", "1");
  await link.press("Enter");
  const before = page.getByRole("heading", { name: guide.before });
  await expect(before).toBeFocused();
  await expect(page).toHaveURL(`/answers/${guide.id}#before-you-write`);
  await prose(page).getByRole("link", { name: guide.same }).click();
  await expect(before).toBeFocused();
  await expect(before).toBeInViewport();
  // With the line of its focus around it, not at the very edge.
  await expect.poll(async () => (await before.boundingBox())?.y).toBeGreaterThan(40);
});

test("the contents stay in sight and say which part is being read @wide", async ({ page, enter, w, company }) => {
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  await settled(page);
  const contents = page.getByRole("navigation", { name: w("knowledge.contents") });
  const code = page.getByRole("heading", { name: guide.code, exact: true });
  await code.evaluate((heading) => heading.scrollIntoView());
  const current = contents.getByRole("link", { name: guide.code, exact: true });
  await expect(current).toHaveAttribute("aria-current", "true");
  await expect(current).toBeInViewport();
});

test("a link elsewhere that names a part of an answer leads there without loading the page anew", async ({
  page,
  enter,
  company,
}) => {
  await enter("Aylin Kaya", "/answers");
  await page.locator("main a[href^='/answers/']").first().waitFor();
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.evaluate((to) => {
    const link = document.querySelector<HTMLAnchorElement>("main a[href^='/answers/']");
    link?.setAttribute("href", to);
    link?.click();
  }, `/answers/${company.guide.id}#length`);
  await expect(page.getByRole("heading", { name: company.guide.length, exact: true })).toBeFocused();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
});

test("code is copied, and marked where the browser does not copy", async ({ page, enter, w, context, company }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("Aylin Kaya", `/answers/${company.guide.id}`);
  const code = prose(page).locator(".code-block").first();
  await expect(code.getByText("powershell")).toBeVisible();
  await code.getByRole("button", { name: w("knowledge.copy") }).click();
  await expect(code.getByRole("button", { name: w("knowledge.copied") })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: w("knowledge.copied") })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Test-NetConnection login.nordlicht.example");
  // After a moment it has its own name again.
  await expect(code.getByRole("button", { name: w("knowledge.copy"), exact: true })).toBeVisible();

  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.reload();
  await code.getByRole("button", { name: w("knowledge.copy") }).click();
  await expect(page.getByRole("status").filter({ hasText: w("knowledge.copy_by_hand") })).toBeAttached();
  await expect(code.locator("pre")).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain("Get-NetAdapter");
});

test("a picture opens large, and is described where it does not come", async ({ page, enter, w, company, watch }) => {
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  const zoom = page.getByRole("button", { name: w("knowledge.zoom", { name: guide.picture }) });
  await expect(zoom.locator("img")).toHaveAttribute("loading", "lazy");
  await expect(zoom.locator("img")).toHaveAttribute("alt", guide.picture);
  await zoom.click();
  const large = page.getByRole("dialog", { name: guide.picture });
  await expect(large.locator("img")).toBeVisible();
  await expect
    .poll(() => large.locator("img").evaluate((picture: HTMLImageElement) => picture.naturalWidth))
    .toBe(720);
  await axeInBothSchemes(page);
  // Also on a phone it is as large as it is: it is moved within its dialog.
  await page.setViewportSize({ width: 360, height: 740 });
  const width = () => large.locator("img").evaluate((picture) => picture.getBoundingClientRect().width);
  await expect.poll(width).toBeGreaterThanOrEqual(720);
  expect(await large.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  await page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await expect(zoom).toBeFocused();

  watch.expect(/pictures\/\S+: net::ERR_FAILED$/);
  await page.route(/\/knowledge\/pictures\//, (route) => route.abort());
  await page.reload();
  await page.getByRole("heading", { name: guide.code, exact: true }).scrollIntoViewIfNeeded();
  await expect(prose(page).getByText(guide.picture)).toBeVisible();
  await expect(zoom).toHaveCount(0);
});

test("a picture has its room before it is there, so that nothing moves when it comes", async ({ page, enter, w, company }) => {
  const { guide } = company;
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/\/knowledge\/pictures\//, async (route) => {
    await there;
    await route.continue();
  });
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  const picture = page.getByRole("button", { name: w("knowledge.zoom", { name: guide.picture }) }).locator("img");
  await expect(picture).toHaveAttribute("width", "720");
  await expect(picture).toHaveAttribute("height", "400");
  await picture.scrollIntoViewIfNeeded();
  const room = async () => {
    const box = await picture.boundingBox();
    return [Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)];
  };
  const [width, height] = await room();
  expect(width / height).toBeCloseTo(720 / 400, 1);
  arrive();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBe(720);
  expect(await room()).toEqual([width, height]);
});

test("whoever keeps an answer right is told that it is time, and nobody else", async ({ page, enter, w, beside }) => {
  const path = "/answers/network-cable-no-connection";
  await enter("Tomasz Sikora", path);
  await expect(page.getByText(w.like("knowledge.review_overdue"))).toBeVisible();
  await expect(page.getByText(w("knowledge.review_text"))).toBeVisible();
  const reader = await beside("Aylin Kaya", path);
  await expect(reader.getByText(w.like("knowledge.meta"))).toBeVisible();
  await expect(reader.getByText(w.like("knowledge.review_overdue"))).toHaveCount(0);
});

test("whoever comes back goes on where they stopped, if they want to", async ({ page, enter, w, company }) => {
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  const length = page.getByRole("heading", { name: guide.length, exact: true });
  const go = page.getByRole("button", { name: w("knowledge.go_on_at", { part: guide.length }) });
  await expect(length).toBeVisible();
  await expect(page.getByRole("button", { name: w("knowledge.go_on") })).toHaveCount(0);
  await length.evaluate((heading) => heading.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:reading"))).toContain(guide.id);

  await page.getByRole("navigation", { name: w("shell.breadcrumb") }).getByRole("link", { name: w("shell.answers") }).click();
  await expect(page).toHaveURL("/answers");
  await page.goto(`/answers/${guide.id}`);
  await expect(go).toBeVisible();
  // Nobody is taken there against their will.
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await go.click();
  await expect(length).toBeInViewport();
  await expect(go).toHaveCount(0);

  // At the end there is nothing to go on with.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:reading"))).not.toContain(guide.id);
  await page.goto(`/answers/${guide.id}`);
  await expect(length).toBeVisible();
  await expect(go).toHaveCount(0);
});

test("where somebody stopped in one language is nothing to the other", async ({ page, enter, w, company }) => {
  const { guide } = company;
  const german = companyIn("de").guide;
  const go = page.getByRole("button", { name: w.like("knowledge.go_on_at") });
  await enter("Aylin Kaya", `/answers/${guide.id}?language=de`);
  await page.getByRole("heading", { name: german.length, exact: true }).evaluate((heading) => heading.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:reading"))).toContain(german.length);
  await page.goto(`/answers/${guide.id}`);
  await expect(page.getByRole("heading", { name: guide.length, exact: true })).toBeVisible();
  await settled(page);
  await expect(go).toHaveCount(0);
  await page.getByRole("link", { name: "Deutsch", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(german.title);
  await expect(page.getByRole("button", { name: w("knowledge.go_on_at", { part: german.length }) })).toBeVisible();
});

test("what one person read is nothing to the next on the same device", async ({ page, enter, w, company }) => {
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  const length = page.getByRole("heading", { name: guide.length, exact: true });
  await length.evaluate((heading) => heading.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:reading"))).toContain(guide.id);
  await enter("Mara Lindt", `/answers/${guide.id}`);
  await expect(length).toBeVisible();
  await expect(page.getByRole("button", { name: new RegExp(w("knowledge.go_on")) })).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("guichet:articles")))
    .toMatch(/^(?!.*aylin-kaya).*mara-lindt/);
});

test("whoever signs out leaves no places behind", async ({ page, enter, w, company, watch }) => {
  // Whoever is not signed in any more asks once who they are.
  watch.expect(/^GET \/itsm\/v1\/\S+: 401$/);
  const { guide } = company;
  const kept = () => page.evaluate(() => localStorage.getItem("guichet:reading"));
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  await page.getByRole("heading", { name: guide.length, exact: true }).evaluate((heading) => heading.scrollIntoView());
  await expect.poll(kept).toContain(guide.id);
  await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
  await page.getByRole("button", { name: w("shell.sign_out") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
  expect(await kept()).toBeNull();
});

test("an answer that was read can be read again without a connection", async ({ page, enter, w, company, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/\S+: net::ERR_FAILED$/);
  const { guide } = company;
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:articles"))).toContain(guide.id);
  await page.goto("/answers");
  await settled(page);
  await page.route(/\/itsm\/v1\/knowledge\/articles\//, (route) => route.abort());
  const main = page.getByRole("main");
  await main.getByRole("searchbox").fill(guide.title);
  await main.getByRole("link", { name: guide.title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);
  const copy = page.getByRole("status").filter({ hasText: w.like("knowledge.saved_copy") });
  await expect(copy).toBeVisible();
  await expect(prose(page).getByRole("note").first()).toBeVisible();
  await axeInBothSchemes(page);

  // One that was never read says that it cannot be had, and why.
  await page.goBack();
  await main.getByRole("searchbox").fill(company.vpn.words);
  await main.getByRole("link", { name: company.vpn.title }).click();
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
  await page.goBack();
  await main.getByRole("searchbox").fill(guide.title);
  await main.getByRole("link", { name: guide.title }).click();
  await expect(copy).toBeVisible();

  // Once there is a connection again, a press fetches what is there now.
  await page.unroute(/\/itsm\/v1\/knowledge\/articles\//);
  await copy.getByRole("button", { name: w("common.retry") }).click();
  await expect(copy).toHaveCount(0);
  await expect(prose(page).getByRole("note").first()).toBeVisible();
});

inEachLanguage(() => {
  test("without a connection the list is what the device knows, and what was read before opens", async ({
    page,
    enter,
    w,
    company,
    context,
    watch,
  }) => {
    watch.expectOffline();
    const { guide, vpn } = company;
    await enter("Aylin Kaya", `/answers/${guide.id}`);
    await expect.poll(() => page.evaluate(() => localStorage.getItem("guichet:articles"))).toContain(guide.id);
    await settled(page);
    // Who searches has the index, and soon all that shows what is in it.
    const named = page.waitForResponse(/\/itsm\/v1\/catalog\/categories/);
    const field = await palette(page, w);
    await field.fill("vpn");
    await onDevice(page, `aylin-kaya/${w.language}`);
    await named;
    await field.press("Escape");

    await context.setOffline(true);
    await page
      .getByRole("navigation", { name: w("shell.navigation") })
      .getByRole("link", { name: w("shell.answers"), exact: true })
      .click();
    await expect(page).toHaveURL("/answers");
    const main = page.getByRole("main");
    const note = page.getByRole("status").filter({ hasText: w("knowledge.on_device") });
    const row = (title: string) =>
      main.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });
    await expect(note).toBeVisible();
    await expect(row(vpn.title)).toBeVisible();
    await expect(row(vpn.title)).not.toContainText(w("knowledge.on_device_saved"));
    await expect(row(guide.title)).toContainText(w("knowledge.on_device_saved"));

    const categories = page.getByRole("navigation", { name: w("knowledge.categories") });
    await categories.getByRole("link", { name: company.computers, exact: true }).click();
    await expect(page).toHaveURL("/answers?category=computers");
    await expect(row(vpn.title)).toHaveCount(0);
    await expect(main.getByRole("listitem").first()).toContainText(company.computers);
    await categories.getByRole("link", { name: w("knowledge.all"), exact: true }).click();
    await main.getByRole("searchbox").fill("qqwxzj");
    await expect(page.getByText(w("search.nothing", { words: "qqwxzj" }))).toBeVisible();
    await expect(main.getByRole("listitem")).toHaveCount(0);
    await main.getByRole("searchbox").fill(vpn.words);
    await expect(row(vpn.title).locator("mark").first()).toBeVisible();

    await main.getByRole("searchbox").fill(guide.title);
    await expect(page).toHaveURL(`/answers?q=${encodeURIComponent(guide.title)}`);
    await row(guide.title).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);
    await expect(page.getByRole("status").filter({ hasText: w.like("knowledge.saved_copy") })).toBeVisible();
    await expect(prose(page).getByRole("note").first()).toBeVisible();

    // Once there is a connection the list comes by itself.
    await page.goBack();
    await expect(note).toBeVisible();
    await context.setOffline(false);
    await expect(note).toHaveCount(0);
    await expect(row(guide.title)).toContainText(w.like("knowledge.reviewed"));

    // Last: axe sums up in a page of its own, and when that one closes, this page is told that it is online.
    await context.setOffline(true);
    await categories.getByRole("link", { name: company.computers, exact: true }).click();
    await expect(note).toBeVisible();
    await axeInBothSchemes(page);
  });
});

test("a copy of an answer makes way once the answer is no longer there for its reader", async ({
  page,
  enter,
  w,
  company,
  watch,
}) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: (net::ERR_FAILED|404)$/);
  const { guide } = company;
  const itself = reads(guide.id);
  const kept = () => page.evaluate(() => localStorage.getItem("guichet:articles"));
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  await expect.poll(kept).toContain(guide.id);
  await page.route(itself, (route) => route.abort());
  await page.reload();
  const copy = page.getByRole("status").filter({ hasText: w.like("knowledge.saved_copy") });
  await expect(copy).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(guide.title);

  await refuse(page, guide.id, MISSING);
  await copy.getByRole("button", { name: w("common.retry") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("knowledge.missing_title"));
  await expect(prose(page)).toHaveCount(0);
  // Nor is it read again without a connection.
  await expect.poll(kept).not.toContain(guide.id);
});

test("an answer that is no longer there for its reader does not come back in the same tab", async ({
  page,
  enter,
  w,
  company,
  watch,
}) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: (net::ERR_FAILED|404)$/);
  const { guide } = company;
  const itself = reads(guide.id);
  const title = page.getByRole("heading", { level: 1 });
  const areas = page.getByRole("navigation", { name: w("shell.navigation") });
  const away = async () => {
    await areas.getByRole("link", { name: w("shell.answers"), exact: true }).click();
    await expect(page).toHaveURL("/answers");
  };
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  await expect(title).toHaveText(guide.title);
  await away();
  await refuse(page, guide.id, MISSING);
  await page.goBack();
  await expect(title).toHaveText(w("knowledge.missing_title"));
  await away();
  await page.unroute(itself);
  await page.route(itself, (route) => route.abort());
  await page.goBack();
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
  await expect(prose(page)).toHaveCount(0);
});

test("on paper: the text, where it is from and where its links lead, and nothing else", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", `/answers/${company.guide.id}`);
  await settled(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(w.like("knowledge.printed"))).toBeVisible();
  await expect(page.getByText(new RegExp(`/answers/${company.guide.id}`)).first()).toBeVisible();
  for (const chrome of [
    page.getByRole("banner"),
    page.getByText(w("knowledge.helped")),
    page.getByRole("complementary"),
    prose(page).getByRole("button", { name: w("knowledge.copy") }).first(),
  ]) {
    await expect(chrome).toBeHidden();
  }
  const address = (name: string) =>
    prose(page)
      .getByRole("link", { name })
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(await address("CommonMark")).toContain("https://commonmark.org/help/");
  expect(await address(company.vpn.title)).toContain(`/answers/${company.vpn.id}`);
});

test("on a phone nothing is wider than the window, and the contents open above the text @phone", async ({
  page,
  enter,
  w,
  company,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enter("Aylin Kaya", `/answers/${company.guide.id}`);
  await settled(page);
  const contents = page.getByRole("navigation", { name: w("knowledge.contents") });
  await expect(contents).toHaveCount(0);
  await page.locator("summary").filter({ hasText: w("knowledge.contents") }).click();
  await contents.getByRole("link", { name: company.guide.length }).click();
  await expect(page.getByRole("heading", { name: company.guide.length, exact: true })).toBeFocused();
  const wide = await prose(page).evaluate((text) =>
    [...text.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((e) => e.localName),
  );
  // Code scrolls in its own box.
  expect(wide.filter((name) => name !== "code")).toEqual([]);
});

test("a long cell leaves room for its label on a phone @phone", async ({ page, enter, company }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enter("Aylin Kaya", `/answers/${company.vpn.id}`);
  const cell = prose(page).getByRole("cell").nth(1);
  await expect(cell).toBeVisible();
  const lines = await cell.evaluate((cell) => {
    const label = getComputedStyle(cell, "::before");
    return parseFloat(label.height) / parseFloat(label.lineHeight);
  });
  expect(lines).toBeLessThan(1.5);
});

test("an answer by keyboard alone @wide", async ({ page, enter, w, context, company }) => {
  const { guide } = company;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("Aylin Kaya", `/answers/${guide.id}`);
  const text = prose(page);
  await tabTo(page, text.getByRole("group", { name: w("knowledge.table") }));
  await enterAt(page, text.getByRole("button", { name: w("knowledge.copy") }).first());
  await expect(text.getByRole("button", { name: w("knowledge.copied") })).toBeVisible();
  await tabTo(page, text.locator("pre").first());
  await enterAt(page, page.getByRole("button", { name: w("knowledge.zoom", { name: guide.picture }) }));
  await expect(page.getByRole("dialog", { name: guide.picture })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: w("knowledge.zoom", { name: guide.picture }) })).toBeFocused();
  await enterAt(page, page.getByRole("link", { name: w("knowledge.footnote_back", { number: "2" }) }));
  await expect(page.getByRole("link", { name: w("knowledge.footnote", { number: "2" }), exact: true })).toBeFocused();
});
