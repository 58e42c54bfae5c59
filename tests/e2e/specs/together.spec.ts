// Three people and one request: each sees at once what the others do, without loading the page anew.

import { expect, inEachLanguage, test, unique, type Page, type Words } from "../fixtures";
import { followMistake, mistakes, radio } from "../pages/form";
import { begin, box, entry, reply, sheet, tag } from "../pages/ticket";

/** Marks the page as it is now: the mark is gone once the page is loaded anew. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-mark", "kept"));
}

async function expectSamePage(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-mark", "kept");
}

/** From the list of approvals to the one of this ticket. */
async function toApproval(page: Page, ticket: string): Promise<void> {
  await page.getByRole("listitem").filter({ hasText: ticket }).first().getByRole("link").click();
  await expect(page).toHaveURL(/\/approvals\/\w+/);
}

/** The desk declares it delivered. */
async function deliver(page: Page, w: Words): Promise<void> {
  const form = await begin(page, w("ticket_page.resolve"));
  await radio(page, w("ticket_page.resolve_label"), w("ticket_page.code_fulfilled")).check();
  await form
    .getByRole("textbox", { name: w("ticket_page.resolve_text") })
    .fill("The mailbox is there. Restart your mail.");
  await form.getByRole("button", { name: w("ticket_page.resolve") }).click();
}

inEachLanguage(() => {
  test("asked, agreed, questioned, answered, delivered and confirmed", async ({ page, signIn, beside, w, as }) => {
    const { id } = await (await as("Aylin Kaya")).requestMailbox(unique("Calibration"));
    const aylin = await beside("Aylin Kaya", `/tickets/${id}`);
    await expect(tag(aylin, w("ticket.awaiting_approval"))).toBeVisible();
    await mark(aylin);

    // Her manager agrees.
    const mara = page;
    await signIn(mara, "Mara Lindt", "/approvals");
    await toApproval(mara, id);
    await expect(mara.getByRole("main")).toContainText("Aylin Kaya");
    await mara.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
    await expect(mara.getByText(w.like("approvals.you_approved"))).toBeVisible();
    await expect(mara.getByRole("button", { name: w("approvals.approve"), exact: true })).toHaveCount(0);
    await expect(tag(aylin, w("ticket.in_progress"))).toBeVisible();

    // The desk takes it and asks.
    const tomasz = await beside("Tomasz Sikora", `/tickets/${id}`);
    await mark(tomasz);
    await tomasz.getByRole("button", { name: w("ticket_page.take"), exact: true }).click();
    await expect(aylin.getByRole("main")).toContainText("Tomasz Sikora");
    const form = await begin(tomasz, w("ticket_page.hold"));
    await form.getByRole("button", { name: w("ticket_page.hold") }).click();
    await expect(mistakes(tomasz, w)).toContainText(w("ticket_page.need_hold_reason"));
    await radio(tomasz, w("ticket_page.hold_label"), w("ticket_page.hold_requester")).check();
    const question = "Who reads it while you are away?";
    await form.getByRole("textbox", { name: w("ticket_page.hold_question") }).fill(question);
    await form.getByRole("button", { name: w("ticket_page.hold") }).click();
    await expect(sheet(tomasz, w("ticket_page.hold"))).toHaveCount(0);

    // She sees the question, and answers.
    await expect(aylin.getByText(w("ticket_page.question_title"))).toBeVisible();
    await expect(tag(aylin, w("ticket.reply_needed"))).toBeVisible();
    await expect(entry(aylin, question)).toBeVisible();
    await reply(aylin, w, "Jonas does.");
    await expect(entry(tomasz, "Jonas does.")).toBeVisible();
    await expect(tag(tomasz, w("ticket.in_progress"))).toBeVisible();
    await expect(aylin.getByText(w("ticket_page.question_title"))).toHaveCount(0);

    await deliver(tomasz, w);
    await expect(aylin.getByText("The mailbox is there. Restart your mail.").first()).toBeVisible();
    await aylin.getByRole("button", { name: w("ticket_page.confirm_request") }).click();
    await expect(tag(aylin, w("ticket.closed"))).toBeVisible();
    await expect(tag(tomasz, w("ticket.closed"))).toBeVisible();
    await expectSamePage(aylin);
    await expectSamePage(tomasz);
  });
});

test("a refusal needs a reason, and the requester reads it at once", async ({ page, enter, beside, w, as }) => {
  const api = await as("Aylin Kaya");
  const { id } = await api.requestMailbox(unique("Calibration"));
  const aylin = await beside("Aylin Kaya", `/tickets/${id}`);
  await mark(aylin);
  await enter("Mara Lindt", "/approvals");
  await toApproval(page, id);
  const refuse = page.getByRole("button", { name: w("approvals.refuse"), exact: true });
  await refuse.click();
  const reason = page.getByRole("textbox", { name: w("approvals.reason") });
  await followMistake(page, w, reason, w("approvals.need_reason"));
  await reason.fill("Use the mailbox of the team.");
  await refuse.click();
  await expect(page.getByText(w.like("approvals.you_refused"))).toBeVisible();
  await expect(tag(aylin, w("ticket.rejected"))).toBeVisible();
  await expect(aylin.getByText("Use the mailbox of the team.").first()).toBeVisible();
  await expect(box(aylin, w)).toHaveCount(0);
  await expectSamePage(aylin);
});

test("what waits is counted, and the count follows", async ({ page, enter, w, as }) => {
  await enter("Mara Lindt", "/approvals");
  const approvals = page
    .getByRole("navigation", { name: w("shell.navigation") })
    .getByRole("link", { name: w("shell.approvals") });
  const { id } = await (await as("Aylin Kaya")).requestMailbox(unique("Calibration"));
  const row = page.getByRole("listitem").filter({ hasText: id });
  await expect(row).toBeVisible();
  await expect(approvals).toHaveAccessibleName(w.like("shell.approvals_waiting"));
  await row.getByRole("link").click();
  await page.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
  await expect(page.getByText(w.like("approvals.you_approved"))).toBeVisible();
  await approvals.click();
  const decided = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: w("approvals.section_decided") }) });
  await expect(decided.getByRole("listitem").filter({ hasText: id })).toBeVisible();
});

test("only who is asked sees an approval", async ({ page, enter, w, as, watch }) => {
  const { id } = await (await as("Aylin Kaya")).requestMailbox(unique("Calibration"));
  const approval = await (await as("Mara Lindt")).approvalOf(id);
  watch.expect(/^GET \/itsm\/v1\/approvals\/\w+: 404$/);
  await enter("Daniel Reyes", `/approvals/${approval}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("approvals.missing_title"));
});
