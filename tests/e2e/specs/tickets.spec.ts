// One's own tickets: finding them, what was said, and what one can do with them.

import { expect, inEachLanguage, test, unique } from "../fixtures";
import { file, followMistake } from "../pages/form";
import { begin, box, entry, reply, sheet, tag } from "../pages/ticket";
import { inParts } from "../support/parts";

inEachLanguage(() => {
  test("from the list to a reply with a file, and out of it again", async ({ page, signIn, w, as }) => {
    const title = unique("The printer on the third floor hums");
    const { id } = await (await as("Aylin Kaya")).report(title);
    await signIn(page, "Aylin Kaya", "/tickets");
    await page.getByRole("searchbox", { name: w("ticket_list.search") }).fill(title);
    await expect(page.getByRole("status").filter({ hasText: w("ticket_list.count", { count: 1 }) })).toBeVisible();
    await page.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(`/tickets/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(tag(page, w("ticket.new"))).toBeVisible();
    await expect(page.getByText(w.like("ticket_page.clock_left"))).toBeVisible();

    await page.getByLabel(w("ticket_page.files_label")).setInputFiles(file("noise.log", "text/plain"));
    await expect(page.getByRole("button", { name: /noise\.log/ })).toBeVisible();
    await reply(page, w, "It hums louder now.");
    const said = entry(page, "It hums louder now.");
    await expect(said).toContainText(w("ticket_page.you"));
    await expect(said).not.toContainText(w("common.sending"));
    await expect(box(page, w)).toHaveValue("");
    const download = page.waitForEvent("download");
    await said.getByRole("link", { name: /noise\.log/ }).click();
    expect((await download).suggestedFilename()).toBe("noise.log");

    const form = await begin(page, w("ticket_page.cancel"));
    await form.getByRole("button", { name: w("ticket_page.cancel") }).click();
    await expect(tag(page, w("ticket.cancelled"))).toBeVisible();
    await expect(box(page, w)).toHaveCount(0);

    await page.goto(`/tickets?q=${encodeURIComponent(title)}`);
    await expect(page.getByText(w("ticket_list.empty_words_title", { words: title }))).toBeVisible();
    await page.getByRole("link", { name: w("ticket_list.ended") }).click();
    await expect(page.getByRole("link", { name: title })).toBeVisible();
  });
});

test("the list is narrowed by kind, and the link shows the same", async ({ page, enter, w, as }) => {
  const title = unique("Keyboard");
  const api = await as("Aylin Kaya");
  const { id } = await api.report(title);
  await enter("Aylin Kaya", `/tickets?q=${encodeURIComponent(title)}`);
  const row = page.getByRole("listitem").filter({ hasText: id });
  await expect(row).toContainText(w("ticket.new"));
  const kind = page.getByRole("combobox", { name: w("ticket_list.kind") });
  await kind.selectOption({ label: w("ticket.incident") });
  await expect(page).toHaveURL(/kind=incident/);
  await expect(row).toBeVisible();
  await kind.selectOption({ label: w("ticket.request") });
  await expect(page.getByText(w("ticket_list.empty_kind_title"))).toBeVisible();
  await page.reload();
  await expect(kind).toHaveValue("request");
  await page.getByRole("link", { name: w("ticket_list.empty_kind_action") }).click();
  await expect(row).toBeVisible();
});

test("what rises in the list keeps its focus, and takes it from no other row", async ({ page, enter, as }) => {
  const aylin = await as("Aylin Kaya");
  const words = unique("Rises");
  const older = await aylin.report(`${words} one`);
  const newer = await aylin.report(`${words} two`);
  await enter("Aylin Kaya", `/tickets?q=${encodeURIComponent(words)}`);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows.first()).toContainText(newer.id);
  const link = rows.filter({ hasText: newer.id }).getByRole("link");
  await link.focus();
  await aylin.comment(older.id, "It is back.");
  await expect(rows.first()).toContainText(older.id);
  await expect(rows.last()).toContainText(newer.id);
  await expect(link).toBeFocused();
  await aylin.comment(newer.id, "Here too.");
  await expect(rows.first()).toContainText(newer.id);
  await expect(link).toBeFocused();
});

test("a long list comes in parts, and each of them stays fresh", async ({ page, enter, w, as }) => {
  const aylin = await as("Aylin Kaya");
  const words = unique("In parts");
  const older = await aylin.report(`${words} one`);
  const newer = await aylin.report(`${words} two`);
  await inParts(page, /\/itsm\/v1\/tickets\?/, 1);
  await enter("Aylin Kaya", `/tickets?q=${encodeURIComponent(words)}`);
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(newer.id);
  await expect(page.getByText(w("ticket_list.shown", { shown: "1", total: "2" }), { exact: true })).toBeVisible();
  const more = page.getByRole("button", { name: w("common.more"), exact: true });
  await more.click();
  await expect(rows).toHaveCount(2);
  await expect(rows.last()).toContainText(older.id);
  await expect(more).toHaveCount(0);
  // The button is gone, and the focus is not lost with it.
  await expect(page.getByText(w("ticket_list.shown", { shown: "2", total: "2" }), { exact: true })).toBeFocused();
  await aylin.comment(older.id, "It is back.");
  await expect(rows.first()).toContainText(older.id);
  await expect(rows.last()).toContainText(newer.id);
  // Another list begins with its first part.
  await page.getByRole("searchbox", { name: w("ticket_list.search") }).fill(`${words} two`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(newer.id);
});

test("what is solved is confirmed, and is closed", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("VPN drops"));
  await (await as("Tomasz Sikora")).solve(id);
  await enter("Aylin Kaya", "/tickets?phase=waiting");
  await page.getByRole("listitem").filter({ hasText: id }).getByRole("link").click();
  await expect(page.getByRole("main")).toContainText("The second gateway took over.");
  await expect(page.getByText(w.like("ticket_page.reopen_until"))).toBeVisible();
  await page.getByRole("button", { name: w("ticket_page.works_again") }).click();
  await expect(tag(page, w("ticket.closed"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText(w("ticket_page.refused_closed"));
});

test("what does not hold is reopened, with a reason", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("VPN drops"));
  await (await as("Tomasz Sikora")).solve(id);
  await enter("Aylin Kaya", `/tickets/${id}`);
  const form = await begin(page, w("ticket_page.reopen"));
  const send = form.getByRole("button", { name: w("ticket_page.reopen") });
  await send.click();
  const why = form.getByRole("textbox", { name: w("ticket_page.reopen_text") });
  await followMistake(page, w, why, w("ticket_page.need_reopen_text"));
  await why.fill("It dropped twice since.");
  await send.click();
  await expect(tag(page, w("ticket.in_progress"))).toBeVisible();
  await expect(entry(page, "It dropped twice since.")).toBeVisible();
  await expect(sheet(page, w("ticket_page.reopen"))).toHaveCount(0);
});

test("a requester says that it works again", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("No sound"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const form = await begin(page, w("ticket_page.works_again"));
  await form.getByRole("textbox", { name: w("ticket_page.works_again_label") }).fill("A restart.");
  await form.getByRole("button", { name: w("ticket_page.works_again") }).click();
  await expect(tag(page, w("ticket.resolved"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText("A restart.");
});

test("nothing is sent that says nothing, and nothing typed is lost", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Screen flickers"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  await page.getByRole("button", { name: w("ticket_page.send_reply") }).click();
  await expect(box(page, w)).toBeFocused();
  await expect(box(page, w)).toHaveAccessibleDescription(new RegExp(w("ticket_page.need_text")));
  await box(page, w).fill("Only in the mornings");
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await page.reload();
  await expect(box(page, w)).toHaveValue("Only in the mornings");
  await page.goto("/");
  await page.getByRole("link", { name: w("drafts.reply", { ticket: id }) }).click();
  await expect(box(page, w)).toHaveValue("Only in the mornings");
});

test("the date is explained, stretch by stretch", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Mouse jumps"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const explain = page.getByRole("button", { name: w("ticket_page.explain") });
  await explain.click();
  await expect(page.getByRole("heading", { name: w("ticket_page.explain_title") })).toBeFocused();
  await expect(page.getByRole("table")).toContainText(w("ticket_page.explain_sum"));
  await page.getByRole("button", { name: w("shell.close"), exact: true }).click();
  await expect(explain).toBeFocused();
  await expect(page.getByRole("table")).toHaveCount(0);
});

test("what goes on says since when, also where clocks differ", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).report(unique("Camera stays dark"));
  const desk = await as("Tomasz Sikora");
  await desk.act(id, "take");
  await desk.act(id, "hold", { hold_reason: "requester", comment: "Which camera is it?" });
  // The clock that the portal goes by lies behind the one that wrote down when the work began. Events never end.
  await page.route(/\/itsm\/v1\/(?!events)/, async (route) => {
    const answer = await route.fetch();
    const date = new Date(Date.now() - 3 * 60_000).toUTCString();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), date } });
  });
  await enter("Aylin Kaya", `/tickets/${id}`);
  const steps = page.getByRole("list", { name: w("ticket_page.milestones") }).getByRole("listitem");
  await expect(steps.filter({ hasText: w("ticket.on_hold") })).toContainText(w.like("ticket_page.since"));
});

test("the desk sees the tickets of its groups", async ({ page, enter, w, as }) => {
  const title = unique("Cable is loose");
  await (await as("Aylin Kaya")).report(title, { service: "vpn" });
  await enter("Tomasz Sikora", `/tickets?q=${encodeURIComponent(title)}`);
  await expect(page.getByText(w("ticket_list.empty_words_title", { words: title }))).toBeVisible();
  await page.getByRole("link", { name: w("ticket_list.groups"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_list.title_groups"));
  const row = page.getByRole("listitem").filter({ hasText: title });
  await expect(row).toContainText(w("ticket_list.for_person", { name: "Aylin Kaya" }));
  // Nobody else gets there by the address.
  await enter("Aylin Kaya", "/tickets?scope=all");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.tickets"));
});
