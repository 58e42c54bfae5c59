// Knowledge articles are written, proposed, decided on, published and retired.

import { axeInBothSchemes, expect, inEachLanguage, test, unique, type Locator } from "../fixtures";
import { paste } from "../pages/files";
import { PIXEL } from "../pages/form";
import { enterAt, tabTo, typeAt } from "../pages/keys";
import { content, decide, draft, editor, published, retire } from "../pages/writing";
import { without } from "../support/offer";
import { settled } from "../support/settle";

/** The review of this one is over; other tests count on that, so nobody confirms it here. */
const OVERDUE = "No connection through the network cable";
const [TOMASZ, GREGOR, AYLIN] = ["Tomasz Sikora", "Gregor Hansen", "Aylin Kaya"];

inEachLanguage(() => {
  test("an article goes from a link over a draft and a review to its readers", async ({ page, enter, beside, w, watch }) => {
    // The backend names what is missing.
    watch.expect(/^POST \/itsm\/v1\/knowledge\/proposals\/p\w+\/actions\/propose: 422$/);
    const title = unique("Door code");
    await enter(TOMASZ, `/knowledge/write?title=${encodeURIComponent(title)}&keywords=door,badge`);
    const { text, preview, propose, save, ...parts } = editor(page, w);
    await expect(parts.title).toHaveValue(title);
    await expect(parts.keywords).toHaveValue("door, badge");
    await text.fill("## Where\n\nAt the **north** door.\n");
    // On a phone one of the two sides shows at a time.
    const tab = page.getByRole("button", { name: w("writing.preview"), exact: true });
    if (await tab.isVisible()) await tab.click();
    await expect(preview.getByRole("heading", { name: "Where" })).toBeVisible();
    const back = page.getByRole("button", { name: w("writing.body"), exact: true });
    if (await back.isVisible()) await back.click();
    await save.click();
    await expect(page).toHaveURL(/\/knowledge\/write\?draft=p\w+$/);

    // What is missing is named, field by field, and leads there.
    await propose.click();
    const mistakes = page.getByRole("alert").filter({ hasText: w("common.problem_title") });
    await expect(mistakes.getByRole("link")).toHaveCount(3);
    const named = w("shell.title_error", { page: w("writing.new_title") });
    await expect(page).toHaveTitle(w.like("shell.title", { page: named }));
    await mistakes.getByRole("link").first().click();
    await expect(parts.summary).toBeFocused();
    await parts.summary.fill("Where to type it");
    await parts.category.selectOption("network");
    await parts.owner.selectOption("network");
    await parts.note.fill("Asked every day");
    await settled(page);
    await axeInBothSchemes(page);
    await propose.click();
    await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
    await expect(page.getByText(w("writing.own_proposal"))).toBeVisible();

    const other = await beside(GREGOR, "/knowledge/work");
    await other.getByRole("link", { name: title }).click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(other.getByText("Asked every day")).toBeVisible();
    await settled(other);
    await axeInBothSchemes(other);
    for (const way of ["publish", "ask_changes", "reject"]) {
      // Its words are on one line, and no word is broken.
      const button = await other.getByRole("button", { name: w(`writing.${way}`) }).boundingBox();
      expect(button?.height).toBeLessThan(60);
    }
    await other.getByRole("button", { name: w("writing.ask_changes") }).click();
    const comment = other.getByRole("textbox", { name: w("writing.comment") });
    await expect(comment).toBeFocused();
    await comment.fill("Which floor?");
    await other.getByRole("button", { name: w("writing.ask_changes") }).click();
    await expect(other.getByText(w("writing.state_returned"))).toBeVisible();

    // Its author hears of it, and goes on.
    await expect(page.getByText("Which floor?")).toBeVisible();
    await page.getByRole("link", { name: w("writing.go_on") }).click();
    await text.fill("## Where\n\nAt the **north** door, first floor.\n");
    await propose.click();
    await expect(page.getByText(w("writing.own_proposal"))).toBeVisible();
    await other.getByRole("button", { name: w("writing.publish") }).click();
    await expect(other.getByText(w("writing.is_published"))).toBeVisible();
    // Nothing of it is left to change.
    await expect(other.getByRole("heading", { name: w("writing.changes") })).toHaveCount(0);
    await other.getByRole("link", { name: w("writing.read_article") }).click();
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(other.getByText("first floor")).toBeVisible();
  });
});

inEachLanguage(() => {
  test("labels stand above their fields, and in a row all of them in one line", async ({ page, enter, w }) => {
    await enter(TOMASZ, "/knowledge/write");
    const { save } = editor(page, w);
    const keys = ["title", "summary", "keywords", "category", "owner", "readers", "review_by", "language"];
    // On the page, wherever it is scrolled to.
    const place = (found: Locator) =>
      found.first().evaluate((element) => {
        const { x, y } = element.getBoundingClientRect();
        return { x: Math.round(x), y: Math.round(y + scrollY) };
      });
    const main = page.getByRole("main");
    const places = async () => {
      const all = [];
      for (const key of keys) {
        const [label, control] = [
          await place(main.locator("label").filter({ hasText: w(`writing.${key}`) })),
          await place(main.getByLabel(w(`writing.${key}`))),
        ];
        expect(label.x, `${key}: the label is above`).toBe(control.x);
        expect(label.y, `${key}: the label is above`).toBeLessThan(control.y);
        all.push({ label: label.y, control: control.y });
      }
      return all;
    };
    const rows = async () => {
      const all = await places();
      const lines = new Set(all.map(({ control }) => control)).size;
      // Whatever is as high as another in one of them is so in both.
      expect(new Set(all.map(({ label }) => label)).size).toBe(lines);
      expect(new Set(all.map(({ label, control }) => `${label} ${control}`)).size).toBe(lines);
      return lines;
    };
    await settled(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await rows()).toBe(3);
    await save.click();
    await expect(page.getByRole("alert").filter({ hasText: w("common.problem_title") })).toBeVisible();
    expect(await rows(), "with a mistake in one of them").toBe(3);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await rows()).toBe(keys.length);
  });
});

test("what was typed outlives a reload and is thrown away with the draft", async ({ page, enter, as, w, watch }) => {
  // The page may hear of it before it is left.
  watch.expect(/^GET \/itsm\/v1\/knowledge\/proposals\/p\w+: 404$/);
  const { id } = await draft(await as(TOMASZ), unique("Badge"));
  await enter(TOMASZ, `/knowledge/write?draft=${id}`);
  const { text, note, save } = editor(page, w);
  await text.fill("Typed and not saved");
  await expect(page.getByText(w("writing.kept_here"))).toBeVisible();
  await page.reload();
  await expect(text).toHaveValue("Typed and not saved");
  await save.click();
  await expect(page.getByText(w("writing.kept_here"))).toHaveCount(0);
  await text.fill("Typed once more");
  await note.fill("For nobody");
  const kept = () => page.evaluate((id) => Object.keys(localStorage).filter((key) => key.includes(id)).length, id);
  await expect.poll(kept, "the text, and what changed in it").toBe(2);
  await page.goto(`/knowledge/proposals/${id}`);
  await page.getByRole("button", { name: w("writing.discard") }).click();
  await expect(page).toHaveURL("/knowledge/work");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("writing.work_title"));
  expect(await kept()).toBe(0);
});

test("what was typed is there when the same person signs in again", async ({ page, enter, w, watch }) => {
  // Whoever is not signed in any more asks once who they are.
  watch.expect(/^GET \/itsm\/v1\/\S+: 401$/);
  await enter(TOMASZ, "/knowledge/write");
  const { text } = editor(page, w);
  const typed = unique("Not saved yet");
  await text.fill(typed);
  await expect(page).toHaveURL(/\/knowledge\/write\?kept=/);
  await expect(page.getByText(w("writing.kept_here"))).toBeVisible();
  const address = page.url();
  await page.getByLabel(w("shell.account", { name: TOMASZ })).click();
  await page.getByRole("button", { name: w("shell.sign_out") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
  await enter(TOMASZ, address);
  await expect(text).toHaveValue(typed);
});

test("a mistake in the text leads to the text, also where a phone shows the preview", async ({ page, enter, w, watch }) => {
  watch.expect(/^POST \/itsm\/v1\/knowledge\/proposals\/p\w+\/actions\/propose: 422$/);
  await page.setViewportSize({ width: 360, height: 740 });
  await enter(TOMASZ, "/knowledge/write");
  const { title, text, propose } = editor(page, w);
  await title.fill(unique("Empty"));
  await page.getByRole("button", { name: w("writing.preview"), exact: true }).click();
  await expect(text).toBeHidden();
  await propose.click();
  const mistakes = page.getByRole("alert").filter({ hasText: w("common.problem_title") });
  await mistakes.getByRole("link").last().click();
  await expect(text).toBeFocused();
});

test("what was rejected is begun again by its author, and nothing that was typed is lost", async ({ page, enter, as, beside, w }) => {
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const { id, article } = await draft(tomasz, unique("Side door"), "At the side.\n");
  await decide(tomasz, id, "propose");
  await decide(gregor, id, "reject", "There is none");
  // Only whoever wrote it goes on with it.
  const other = await beside(GREGOR, `/knowledge/proposals/${id}`);
  await expect(other.getByText(w("writing.is_rejected"))).toBeVisible();
  await expect(other.getByRole("link", { name: w("writing.again") })).toHaveCount(0);

  await enter(TOMASZ, `/knowledge/proposals/${id}`);
  await page.getByRole("link", { name: w("writing.again") }).click();
  await expect(page).toHaveURL(`/knowledge/write?draft=${id}`);
  const { text, note, save, propose } = editor(page, w);
  await expect(text).toHaveValue("At the side.\n");
  await expect(page.getByText("There is none")).toBeVisible();
  await settled(page);
  await axeInBothSchemes(page);
  await text.fill("At the back.\n");
  await note.fill("It is at the back");
  await page.reload();
  await expect(text).toHaveValue("At the back.\n");
  await expect(note).toHaveValue("It is at the back");
  await save.click();
  // Another draft, which has an address of its own: the rejected text stays.
  await expect.poll(() => page.url()).not.toContain(id);
  await expect(page).toHaveURL(/\/knowledge\/write\?draft=p\w+$/);
  await page.reload();
  await expect(text).toHaveValue("At the back.\n");
  await expect(note).toHaveValue("It is at the back");
  await propose.click();
  await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
  await expect(page.getByText("It is at the back")).toBeVisible();
  const anew = new URL(page.url()).pathname.split("/").pop() ?? "";
  expect((await tomasz.get<{ article: string }>(`/knowledge/proposals/${anew}`)).article).toBe(article);
});

test("what changed is kept over a reload from the first letter on, until it is proposed", async ({ page, enter, as, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  const { note } = editor(page, w);
  await note.fill("Asked every day");
  await expect(page).toHaveURL(/\/knowledge\/write\?kept=/);
  await expect(page.getByText(w("writing.kept_here"))).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue("Asked every day");

  const { id } = await draft(await as(TOMASZ), unique("Gate"));
  await page.goto(`/knowledge/write?draft=${id}`);
  await expect(note).toHaveValue("");
  await note.fill("The gate is new");
  await page.reload();
  await expect(note).toHaveValue("The gate is new");
  await editor(page, w).propose.click();
  await expect(page).toHaveURL(`/knowledge/proposals/${id}`);
  await page.getByRole("button", { name: w("writing.withdraw") }).click();
  await page.getByRole("link", { name: w("writing.go_on") }).click();
  await expect(editor(page, w).text).toBeVisible();
  await expect(note).toHaveValue("");
});

test("what a decision and a retirement are given as a reason is kept over a reload", async ({ page, enter, as, w }) => {
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const article = await published(tomasz, gregor, unique("Old gate"));
  const { id } = await draft(tomasz, unique("New gate"));
  await decide(tomasz, id, "propose");
  await enter(GREGOR, `/knowledge/proposals/${id}`);
  const comment = page.getByRole("textbox", { name: w("writing.comment") });
  await comment.fill("Which colour?");
  await page.reload();
  await expect(comment).toHaveValue("Which colour?");
  // Whoever comes to the same device takes nothing away.
  await enter(TOMASZ, `/knowledge/proposals/${id}`);
  await expect(page.getByText(w("writing.own_proposal"))).toBeVisible();
  await enter(GREGOR, `/knowledge/proposals/${id}`);
  await expect(comment).toHaveValue("Which colour?");
  await page.getByRole("button", { name: w("writing.ask_changes") }).click();
  await expect(page.getByText(w("writing.state_returned"))).toBeVisible();
  await decide(tomasz, id, "propose");
  await page.reload();
  await expect(comment).toHaveValue("");

  await page.goto(`/knowledge/${article}/edit`);
  await page.getByText(w("writing.retire_open")).click();
  const why = page.getByRole("textbox", { name: w("writing.retire_why") });
  await why.fill("It is gone");
  await page.getByRole("combobox", { name: w("writing.instead") }).fill("VPN does not connect");
  await page.getByRole("option", { name: "VPN does not connect" }).click();
  const chosen = page.getByRole("button", { name: new RegExp(`VPN does not connect.* ${w("lookup.change")}$`) });
  await expect(chosen).toBeVisible();
  await page.reload();
  await expect(why).toHaveValue("It is gone");
  await expect(chosen).toBeVisible();
});

test("a new article keeps the language that was chosen, or that a link names", async ({ page, enter, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  const { text } = editor(page, w);
  const language = page.getByRole("combobox", { name: w("writing.language"), exact: true });
  await expect(language).toHaveValue("en");
  await language.selectOption("de");
  await text.fill("Auf Deutsch");
  await expect(page).toHaveURL(/\/knowledge\/write\?kept=/);
  await page.reload();
  await expect(text).toHaveValue("Auf Deutsch");
  await expect(language).toHaveValue("de");
  await page.goto("/knowledge/write?title=Beamer&language=de");
  await expect(language).toHaveValue("de");
});

test.describe("to somebody who reads German", () => {
  test.use({ language: "de" });

  test("an article is changed in the language that it is there in, and translated if they ask for it", async ({
    page,
    enter,
    as,
    w,
  }) => {
    const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
    const article = await published(tomasz, gregor, unique("Green door"));
    await enter(TOMASZ, `/answers/${article}`);
    await page.getByRole("link", { name: w("writing.edit"), exact: true }).click();
    await expect(page.getByText(w("writing.language_is", { name: "Englisch" }))).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "Deutsch", exact: true }).click();
    await expect(page).toHaveURL(`/knowledge/${article}/edit?language=de`);
    await expect(page.getByText(w("writing.translate", { language: "Deutsch" }))).toBeVisible();
    await expect(page.getByText(w("writing.language_is", { name: "Deutsch" }))).toBeVisible();
    await settled(page);
    await axeInBothSchemes(page);
    const { title, propose } = editor(page, w);
    const german = unique("Grüne Tür");
    await title.fill(german);
    await propose.click();
    await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
    await decide(gregor, new URL(page.url()).pathname.split("/").pop() ?? "", "publish");
    await page.goto(`/answers/${article}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(german);
  });
});

test("a change that no draft holds is found again, also when a draft was begun elsewhere", async ({ page, enter, as, w }) => {
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const title = unique("Red door");
  const article = await published(tomasz, gregor, title);
  await enter(TOMASZ, `/knowledge/${article}/edit`);
  const { text } = editor(page, w);
  await text.fill("Typed and not saved");
  await expect(page.getByText(w("writing.kept_here"))).toBeVisible();
  await page.goto("/knowledge/work");
  const here = page.getByRole("listitem").filter({ hasText: w("writing.only_here") });
  await here.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(`/knowledge/${article}/edit?language=en`);
  await expect(text).toHaveValue("Typed and not saved");

  const elsewhere = { article, language: "en", base: 1, content: content(title, "Elsewhere\n") };
  await tomasz.post("/knowledge/proposals", elsewhere);
  await page.reload();
  await expect(page.getByText(w("writing.between_saved"), { exact: true })).toBeVisible();
  await expect(text).toHaveValue("Typed and not saved");
  await page.getByRole("button", { name: w("writing.take_saved") }).click();
  await expect(text).toHaveValue("Elsewhere\n");
});

test("what readers would not get is said while it is written, with the way there", async ({ page, enter, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  const { text, losses } = editor(page, w);
  await text.fill("One\n\n<b>Two</b> and [three](javascript:x)\n\n![](picture:vpn-connected.png)\n");
  await expect(losses.getByRole("listitem")).toHaveCount(4);
  await expect(losses).toContainText(w("writing.lost_link", { url: "javascript:x" }));
  await losses.getByRole("button", { name: w("writing.line", { line: "5" }) }).click();
  await expect(text).toBeFocused();
  const marked = await text.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(marked).toBe("![](picture:vpn-connected.png)");
  await text.fill("One\n");
  await expect(page.getByText(w("writing.no_losses"))).toBeVisible();
});

test("what an article is about and leads to is chosen while it is written", async ({ page, enter, as, w }) => {
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const article = await published(tomasz, gregor, unique("Tunnel"));
  await enter(TOMASZ, `/knowledge/${article}/edit`);
  const group = (name: string) => page.getByRole("group", { name: w(name) });
  const add = async (name: string, words: string) => {
    const field = group(name).getByRole("combobox", { name: w("requests.add_choice") });
    await field.fill(words);
    await group(name).getByRole("option", { name: words, exact: true }).click();
    await expect(group(name).getByRole("listitem").filter({ hasText: words })).toBeVisible();
  };
  await add("writing.services", "VPN");
  await add("writing.items", "VPN access");
  await add("writing.items", "Headset");
  const remove = group("writing.items").getByRole("button", { name: `${w("requests.remove")} Headset` });
  await remove.press("Enter");
  await expect(remove).toHaveCount(0);
  await expect(group("writing.items").getByRole("combobox")).toBeFocused();
  await settled(page);
  await axeInBothSchemes(page);
  await editor(page, w).propose.click();
  await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
  // Those who decide see it among the changes.
  await expect(page.getByText(w("writing.fact", { name: w("writing.items"), value: "VPN access" })).first()).toBeVisible();
  await decide(gregor, new URL(page.url()).pathname.split("/").pop() ?? "", "publish");
  await page.goto(`/answers/${article}`);
  await expect(page.getByRole("main").getByRole("link", { name: "VPN access" }).first()).toBeVisible();
});

test("buttons and keys format what is marked, and can be undone", async ({ page, enter, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  const { text } = editor(page, w);
  await text.fill("Press the key");
  await text.press("ControlOrMeta+a");
  await text.press("ControlOrMeta+b");
  await expect(text).toHaveValue("**Press the key**");
  await text.press("ControlOrMeta+z");
  await expect(text).toHaveValue("Press the key");
  const marks = page.getByRole("group", { name: w("writing.marks") });
  await marks.getByRole("button", { name: w("writing.mark_note") }).click();
  await expect(text).toHaveValue("> [!NOTE]\n> Press the key");
  await expect(text).toBeFocused();
});

test("somebody published meanwhile: both texts are there, and there is a way on", async ({ page, enter, as, w, watch }) => {
  watch.expect(/^POST \/itsm\/v1\/knowledge\/proposals\/p\w+\/actions\/propose: 412$/);
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const article = await published(tomasz, gregor, unique("Printer room"));
  await page.route("**/itsm/v1/events", (route) => route.abort());
  watch.expect(/^GET \/itsm\/v1\/events: net::ERR_FAILED$/);
  await enter(TOMASZ, `/knowledge/${article}/edit`);
  const { text, keywords, propose } = editor(page, w);
  await text.fill("Mine\n");
  await keywords.fill("tunnel");

  const source = await gregor.get<{ content: Record<string, unknown> }>(`/knowledge/articles/${article}/source?language=en`);
  const theirs = { article, language: "en", base: 1, content: { ...source.content, body: "Theirs\n" } };
  const { id } = await gregor.post<{ id: string }>("/knowledge/proposals", theirs);
  await decide(gregor, id, "propose");
  await decide(tomasz, id, "publish");

  await propose.click();
  const between = page.getByRole("main").getByText(w("writing.between"), { exact: true });
  await expect(between).toBeVisible();
  await expect(text).toHaveValue("Mine\n");
  await page.getByText(w("writing.between_changes"), { exact: true }).click();
  await expect(page.getByText("Theirs").first()).toBeVisible();
  // Not in the text alone: also in what is known of it.
  await expect(page.getByRole("insertion").filter({ hasText: "tunnel" }).first()).toBeVisible();
  await page.getByRole("button", { name: w("writing.take_published") }).click();
  await expect(text).toHaveValue("Theirs\n");
  await page.getByRole("button", { name: w("drafts.bring_back") }).click();
  await expect(text).toHaveValue("Mine\n");
  await propose.click();
  await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
});

test("a text that was overtaken cannot be published, and says why", async ({ page, enter, as, w }) => {
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const article = await published(tomasz, gregor, unique("Meeting room"));
  const change = (title: string) => ({ article, language: "en", base: 1, content: content(title) });
  const mine = await tomasz.post<{ id: string }>("/knowledge/proposals", change(unique("Large room")));
  await decide(tomasz, mine.id, "propose");
  const theirs = await gregor.post<{ id: string }>("/knowledge/proposals", change(unique("Small room")));
  await decide(gregor, theirs.id, "propose");
  await decide(tomasz, theirs.id, "publish");
  await enter(GREGOR, `/knowledge/proposals/${mine.id}`);
  const publish = page.getByRole("button", { name: w("writing.publish"), exact: true });
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  await expect(publish).toHaveAccessibleDescription(w("writing.behind"));
  await expect(page.getByRole("button", { name: w("writing.ask_changes") })).not.toHaveAttribute("aria-disabled", "true");
});

test("a retired article says so, with what replaces it, and can be put back", async ({ page, enter, beside, as, w, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: 410$/);
  const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
  const title = unique("Old door");
  const article = await published(tomasz, gregor, title);
  const reader = await beside(AYLIN, `/answers/${article}`);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);

  await enter(TOMASZ, `/answers/${article}`);
  await page.getByRole("link", { name: w("writing.edit"), exact: true }).click();
  await page.getByText(w("writing.retire_open")).click();
  await page.getByRole("textbox", { name: w("writing.retire_why") }).fill("There is a new door");
  await page.getByRole("combobox", { name: w("writing.instead") }).fill("VPN does not connect");
  await page.getByRole("option", { name: "VPN does not connect" }).click();
  await page.getByRole("button", { name: w("writing.retire"), exact: true }).click();
  await expect(page).toHaveURL("/knowledge/work");

  // Who reads it at that moment is told too.
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(w("writing.gone"));
  await expect(reader.getByText("There is a new door")).toBeVisible();
  await settled(reader);
  await axeInBothSchemes(reader);
  await reader.getByRole("link", { name: w("writing.gone_instead", { title: "VPN does not connect" }) }).click();
  await expect(reader).toHaveURL("/answers/vpn-does-not-connect");

  // Who wanted to change it hears of it too, and sees what it said.
  await page.goto(`/knowledge/${article}/edit`);
  await expect(page.getByText(w("writing.retired_unseen"))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await page.goto("/knowledge/work");
  await page.getByRole("button", { name: w("writing.put_back_of", { title }) }).click();
  await expect(page.getByRole("button", { name: w("writing.put_back_of", { title }) })).toHaveCount(0);
  // What was pressed is gone: whoever has no mouse is at the list, and hears of it.
  await expect(page.getByRole("heading", { level: 2, name: w("writing.retired") })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: w("writing.is_back", { title }) })).toBeAttached();
  await page.goto(`/answers/${article}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

inEachLanguage(() => {
  test("who writes reads a retired article before it is put back", async ({ page, enter, beside, as, w, watch, company }) => {
    watch.expect(/^GET \/itsm\/v1\/knowledge\/articles\/\S+: 410$/);
    // Who only looks on may ask for it once more before they hear that it is an answer again.
    watch.expect(/^GET \/itsm\/v1\/knowledge\/retired\/\S+: 404$/);
    const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
    const title = unique("Back door");
    const article = await published(tomasz, gregor, title);
    await retire(gregor, article, { comment: "Walled up", replaced_by: company.vpn.id });
    const said = "Hold the card to the reader.";
    const heading = { level: 1 } as const;

    const reader = await beside(AYLIN, `/answers/${article}`);
    await expect(reader.getByRole("heading", heading)).toHaveText(w("writing.gone"));
    await expect(reader.getByText(said)).toHaveCount(0);
    await expect(reader.getByRole("button", { name: w("writing.put_back"), exact: true })).toHaveCount(0);
    // Who writes, and is not of the team, reads it and why somebody else puts it back.
    const other = await beside("Wanda Kessler", `/answers/${article}`);
    await expect(other.getByText(said)).toBeVisible();
    const theirs = other.getByRole("button", { name: w("writing.put_back"), exact: true });
    await expect(theirs).toHaveAttribute("aria-disabled", "true");
    await expect(theirs).toHaveAccessibleDescription(w.like("writing.put_back_by"));

    await enter(TOMASZ, "/knowledge/work");
    const back = page.getByRole("button", { name: w("writing.put_back_of", { title }) });
    await page.getByRole("listitem").filter({ has: back }).getByRole("link", { name: title, exact: true }).click();
    await expect(page).toHaveURL(`/answers/${article}`);
    await expect(page.getByRole("heading", heading)).toHaveText(title);
    await expect(page.getByText(w.like("writing.retired_since", { name: GREGOR }))).toBeVisible();
    await expect(page.getByText(w("writing.retired_unseen"))).toBeVisible();
    await expect(page.getByText(w("writing.gone_why", { why: "Walled up" }))).toBeVisible();
    const instead = page.getByRole("link", { name: w("writing.replaced_by", { title: company.vpn.title }) });
    await expect(instead).toHaveAttribute("href", `/answers/${company.vpn.id}`);
    await expect(page.getByText(said)).toBeVisible();
    await settled(page);
    await axeInBothSchemes(page);

    await page.getByRole("button", { name: w("writing.put_back"), exact: true }).press("Enter");
    await expect(page.getByRole("link", { name: w("writing.edit"), exact: true })).toBeVisible();
    await expect(page.getByText(w("writing.retired_unseen"))).toHaveCount(0);
    await expect(page.getByRole("heading", heading)).toHaveText(title);
    await expect(page.getByRole("heading", heading)).toBeFocused();
    // Who had it open hears of it, and reads it again.
    await expect(reader.getByRole("heading", heading)).toHaveText(title);
    await expect(reader.getByText(said)).toBeVisible();
  });
});

test("what is over its day is in the list, with both ways to mend that", async ({ page, enter, w }) => {
  await enter(TOMASZ, "/knowledge/work");
  const due = page.getByRole("listitem").filter({ hasText: OVERDUE });
  await expect(due.getByRole("button", { name: w("writing.confirm_of", { title: OVERDUE }) })).toBeVisible();
  await settled(page);
  await axeInBothSchemes(page);
  await due.getByRole("link", { name: w("writing.edit_of", { title: OVERDUE }) }).click();
  await expect(editor(page, w).title).toHaveValue(OVERDUE);
  await expect(page.getByRole("button", { name: w("writing.confirm"), exact: true })).toBeVisible();
});

test("without a mouse: written, saved and proposed", async ({ page, enter, w }, info) => {
  test.skip(info.project.name === "phone", "a phone has no keyboard");
  await enter(TOMASZ, "/knowledge/write");
  const parts = editor(page, w);
  await typeAt(page, parts.title, unique("Keys"));
  await typeAt(page, parts.summary, "Where they are");
  await tabTo(page, parts.category);
  await page.keyboard.type("Net");
  await tabTo(page, parts.owner);
  await page.keyboard.type("Net");
  await typeAt(page, parts.text, "In the box.");
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page).toHaveURL(/\?draft=p\w+$/);
  await enterAt(page, parts.propose);
  await expect(page).toHaveURL(/\/knowledge\/proposals\/p\w+$/);
});

test("who does not write finds no way to write", async ({ page, enter, w, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/knowledge\/\S+: 404$/);
  await enter(AYLIN, "/answers");
  await settled(page);
  await expect(page.getByRole("link", { name: w("writing.write") })).toHaveCount(0);
  for (const path of ["/knowledge/work", "/knowledge/write", "/knowledge/vpn-does-not-connect/edit"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_found_title"));
  }
});

test("a backend without writing has no way to it", async ({ page, enter, w }) => {
  await without(page, "writing");
  await enter(TOMASZ, "/answers/vpn-does-not-connect");
  await settled(page);
  await expect(page.getByRole("link", { name: w("writing.edit"), exact: true })).toHaveCount(0);
  await page.goto("/knowledge/work");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_offered_title"));
});

inEachLanguage(() => {
  test("a picture is pasted, described and seen by those who read the article", async ({ page, enter, as, beside, w }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const [tomasz, gregor] = [await as(TOMASZ), await as(GREGOR)];
    const { id, article } = await draft(tomasz, unique("Reader"), "Hold the card.\n");
    await enter(TOMASZ, `/knowledge/write?draft=${id}`);
    const { text, save } = editor(page, w);
    // The limits stand there before anything is sent.
    await expect(page.getByText(w("writing.pictures_hint"))).toBeVisible();
    await text.focus();
    await page.keyboard.press("Control+End");
    await paste(text, { name: "image.png", type: "image/png", content: PIXEL.toString("base64") });
    const name = w("files.pasted", { number: "1", ending: "png" });
    const words = page.getByRole("textbox", { name: w("writing.picture_words", { name }) });
    await expect(words).toBeVisible();
    await settled(page);
    await axeInBothSchemes(page);

    // By keyboard alone: nothing goes into the text without words.
    await words.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText(w("writing.picture_words_needed"))).toBeVisible();
    await expect(words).toBeFocused();
    await page.keyboard.type("The [grey] reader");
    await page.keyboard.press("Enter");
    await expect(text).toBeFocused();
    await expect(text).toHaveValue(
      /^Hold the card\.\n\n!\[The \\\[grey\\\] reader\]\(\/itsm\/v1\/attachments\/\w+\)\n$/,
    );
    await expect(words).toHaveCount(0);
    await expect(page.getByText(w("writing.no_losses"))).toBeVisible();
    await save.click();
    await expect(page.getByText(w("writing.kept_here"))).toHaveCount(0);
    await decide(tomasz, id, "propose");
    await decide(gregor, id, "publish");

    const reader = await beside(AYLIN, `/answers/${article}`);
    const picture = reader.getByRole("img", { name: "The [grey] reader" });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)).toBe(true);
  });
});

test("what is no picture is refused before it is sent", async ({ page, enter, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  const { text } = editor(page, w);
  await paste(text, { name: "notes.pdf", type: "application/pdf", content: btoa("%PDF-1.7\n") });
  await expect(page.getByText(w("files.other_type_of", { name: "notes.pdf", kinds: "PNG, JPG, GIF, WEBP" }))).toBeVisible();
});

test("two new articles in two tabs do not overwrite one another", async ({ page, enter, context, w }) => {
  await enter(TOMASZ, "/knowledge/write");
  await editor(page, w).text.fill("In the first tab");
  await expect(page).toHaveURL(/\/knowledge\/write\?kept=/);
  const other = await context.newPage();
  await other.goto("/knowledge/write");
  const { text } = editor(other, w);
  await expect(text).toHaveValue("");
  await text.fill("In the second tab");
  await expect(other).toHaveURL(/\/knowledge\/write\?kept=/);
  for (const [tab, typed] of [[page, "In the first tab"], [other, "In the second tab"]] as const) {
    await tab.reload();
    await expect(editor(tab, w).text).toHaveValue(typed);
  }
  // And who closed a tab finds the text again.
  await other.goto("/knowledge/work");
  await expect(other.getByRole("link", { name: w("writing.untitled") })).toHaveCount(2);
});

test("a long list of what is due comes in parts", async ({ page, enter, w }) => {
  const article = (n: number) => ({
    id: `due-${n}`,
    title: `Due ${n}`,
    owner: { id: "network", name: "Network" },
    reviewed: "2025-01-01",
    review_due: "2026-01-01",
    version: 0,
  });
  await page.route(/\/knowledge\/due(\?|$)/, (route) => {
    const later = new URL(route.request().url()).searchParams.get("cursor") === "2";
    const part = later ? { items: [article(3)] } : { items: [article(1), article(2)], next: "2" };
    return route.fulfill({ json: part });
  });
  await enter(TOMASZ, "/knowledge/work");
  await expect(page.getByRole("link", { name: "Due 2", exact: true })).toBeVisible();
  await page.getByRole("button", { name: w("common.more") }).click();
  await expect(page.getByRole("link", { name: "Due 3", exact: true })).toBeVisible();
  await expect(page.getByText(w("writing.shown", { many: "3" }))).toBeFocused();
});
