// Agreeing and refusing from the list, one or several at once, with all that it takes to decide; who is asked before a
// request is sent; and reminders.

import { axeInBothSchemes, expect, inEachLanguage, test, unique, type Page, type Words } from "../fixtures";
import { expectMistake, followMistake } from "../pages/form";
import { enterAt, typeAt } from "../pages/keys";
import { side } from "../pages/laptop";
import { inParts } from "../support/parts";
import { settled } from "../support/settle";

/** The section below a heading. */
function section(page: Page, title: string) {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

/** A row of those that wait. */
function waiting(page: Page, w: Words, ticket: string) {
  const list = section(page, w("approvals.section_waiting")).getByRole("listitem");
  return list.filter({ has: page.getByRole("link"), hasText: ticket });
}

/** A button of a row: it says what it does, and to whoever hears it, to what. */
function act(page: Page, w: Words, ticket: string, words: "approve" | "refuse") {
  return waiting(page, w, ticket).getByRole("button", { name: new RegExp(`^${w(`approvals.${words}`)}`) });
}

/** The form in which what was chosen is decided. */
function form(page: Page, w: Words, decision: "approve" | "refuse", count: number) {
  const title = w(`approvals.${decision}_count`, { count });
  return page.locator("form").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

inEachLanguage(() => {
  test("agreed from the list with a comment, and refused with a reason", async ({ page, enter, w, as }) => {
    const aylin = await as("Aylin Kaya");
    const [first, second] = [await aylin.requestMailbox(unique("One")), await aylin.requestMailbox(unique("Two"))];
    await enter("Mara Lindt", "/approvals");
    await act(page, w, first.id, "approve").click();
    const agree = form(page, w, "approve", 1);
    await expect(agree.getByRole("heading", { level: 3 })).toBeFocused();
    await expect(agree).toContainText(first.id);
    await expect(agree).toContainText(w("approvals.for_good"));
    await agree.getByRole("textbox", { name: w("approvals.comment") }).fill("Good for the team.");
    await agree.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
    await expect(page.getByText(w.like("approvals.result_approved"))).toContainText(first.id);
    await expect(agree).toHaveCount(0);
    await expect(page.getByRole("heading", { name: w("approvals.section_waiting") })).toBeFocused();
    await expect(waiting(page, w, first.id)).toHaveCount(0);
    const past = section(page, w("approvals.section_decided")).getByRole("listitem").filter({ hasText: first.id });
    await expect(past).toContainText(w("approvals.quoted", { words: "Good for the team." }));

    await act(page, w, second.id, "refuse").click();
    const refuse = form(page, w, "refuse", 1);
    const reason = refuse.getByRole("textbox", { name: w("approvals.reason") });
    await refuse.getByRole("button", { name: w("approvals.refuse"), exact: true }).click();
    await followMistake(page, w, reason, w("approvals.need_reason"));
    await expectMistake(reason, w("approvals.need_reason"));
    await reason.fill("Use the one of the team.");
    // What is written outlives a change of mind, and the page.
    await refuse.getByRole("button", { name: w("approvals.cancel") }).click();
    await page.reload();
    await act(page, w, second.id, "refuse").click();
    await expect(reason).toHaveValue("Use the one of the team.");
    await refuse.getByRole("button", { name: w("approvals.refuse"), exact: true }).click();
    await expect(page.getByText(w.like("approvals.result_refused"))).toContainText(second.id);
    expect((await aylin.ticket(second.id)).state).toBe("rejected");
    expect((await aylin.ticket(first.id)).state).not.toBe("awaiting_approval");
  });
});

test("several at once: each has its own outcome, and who was faster is named", async ({ page, enter, w, as, watch }) => {
  watch.expect(/^POST \/itsm\/v1\/approvals\/\w+\/decision: 412$/);
  const aylin = await as("Aylin Kaya");
  const tickets = [];
  for (const name of ["One", "Two", "Three"]) tickets.push(await aylin.requestMailbox(unique(name)));
  await enter("Mara Lindt", "/approvals");
  for (const { id } of tickets.slice(0, 2)) {
    await waiting(page, w, id).getByRole("checkbox", { name: new RegExp(`^${w("approvals.select")}`) }).check();
  }
  await expect(page.getByText(w("approvals.selected", { count: 2 }), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: w("approvals.approve_selected") }).click();
  const agree = form(page, w, "approve", 2);
  await expect(agree.getByRole("listitem")).toHaveCount(2);
  await agree.getByRole("textbox", { name: w("approvals.comment") }).fill("Both are fine.");
  // She has decided one of them on her phone.
  const mara = await as("Mara Lindt");
  await mara.decide(await mara.approvalOf(tickets[1].id), "reject", "Not this one.");
  await agree.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
  await expect(page.getByText(w.like("approvals.result_approved"))).toContainText(tickets[0].id);
  const other = page.getByText(w.like("approvals.result_none")).filter({ hasText: tickets[1].id });
  await expect(other).toContainText(w.like("approvals.happened_refused", { name: "Mara Lindt" }));
  await expect(waiting(page, w, tickets[2].id)).toBeVisible();
  expect((await aylin.ticket(tickets[0].id)).state).not.toBe("awaiting_approval");
  expect((await aylin.ticket(tickets[1].id)).state).toBe("rejected");
  expect((await aylin.ticket(tickets[2].id)).state).toBe("awaiting_approval");
});

test("the page has all that it takes: who else is asked, what a refusal does, and what was written", async ({
  page,
  enter,
  w,
  as,
  company,
}) => {
  const aylin = await as("Aylin Kaya");
  const answers = { model: "design-16", use: "Packaging", "care-plan": true, "cost-centre": "4410" };
  const { id } = await aylin.request("laptop", answers);
  await aylin.comment(id, "The old one does not start any more.");
  const mara = await as("Mara Lindt");
  await mara.decide(await mara.approvalOf(id), "approve", "She needs it for the fair.");
  await enter("Ingrid Solberg", `/approvals/${await (await as("Ingrid Solberg")).approvalOf(id)}`);
  const steps = section(page, w("approvals.section_steps")).getByRole("listitem");
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText("Mara Lindt");
  await expect(steps.first()).toContainText("She needs it for the fair.");
  // What a refusal does is said of what can still be refused.
  await expect(steps.first()).not.toContainText("refuse");
  await expect(steps.last()).toContainText("only if all 3 refuse");
  await expect(steps.last()).toContainText("Charles Bellamy");
  const why = section(page, w("approvals.section_why"));
  await expect(why).toContainText(company.laptop.financeBecause);
  await expect(why).toContainText("only if all 3 refuse");
  await expect(section(page, w("approvals.section_comments"))).toContainText("The old one does not start any more.");
  const panel = page.getByRole("complementary");
  await expect(panel).toContainText(company.laptop.price);
  await expect(panel).toContainText(company.laptop.carePrice);
  await expect(panel).toContainText(w.like("approvals.cost_centre"));
  await expect(panel).toContainText(w.like("approvals.expected"));
  await axeInBothSchemes(page);
});

test("before it is sent: who is asked, in which order, why, and what one refusal does", async ({
  page,
  enter,
  w,
  company,
}) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request?answer.model=design-16");
  const steps = side(page, w).getByRole("list").getByRole("listitem");
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText(w("requests.side_first"));
  await expect(steps.first()).toContainText("Mara Lindt");
  await expect(steps.first()).toContainText("A refusal ends the request, and nobody else is asked.");
  await expect(steps.last()).toContainText(w("requests.side_then"));
  await expect(steps.last()).toContainText(laptop.financeBecause);
  await expect(steps.last()).toContainText("only if all 3 refuse");
  // Of the cheaper one finance is not asked.
  await page.getByRole("group", { name: laptop.model }).getByRole("radio", { name: laptop.standard }).check();
  await expect(steps).toHaveCount(1);
});

test("what nobody could agree to cannot be sent, and says why", async ({ page, enter, w }) => {
  // Nobody is above him.
  await enter("Victor Lindqvist", "/services/laptop/request?answer.model=standard-14");
  await expect(side(page, w)).toContainText("This cannot be sent: Victor Lindqvist has no manager who could agree.");
});

test("administrators see which steps would find nobody", async ({ page, enter, w }) => {
  await enter("Hana Mori", "/approvals");
  const problems = section(page, w("approvals.section_problems"));
  await expect(problems.getByRole("listitem").filter({ hasText: "Laptop" }).first()).toContainText("has no manager");
  await enter("Mara Lindt", "/approvals");
  await settled(page);
  await expect(problems).toHaveCount(0);
});

test("a reminder is for the next day, and the button says from when", async ({ page, enter, w, as }) => {
  const { id } = await (await as("Aylin Kaya")).requestMailbox(unique("Calibration"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const remind = page.getByRole("button", { name: w("ticket_page.remind"), exact: true });
  await expect(remind).toHaveAccessibleDescription(w.like("ticket_page.refused_remind_later"));
  await expect(remind).toBeDisabled();
  // What ends the request comes after what moves it on.
  const cancel = page.getByRole("button", { name: w("ticket_page.cancel"), exact: true });
  await expect(remind.or(cancel)).toHaveText([w("ticket_page.remind"), w("ticket_page.cancel")]);
});

test("with the keyboard alone, and with axe on the form @wide", async ({ page, enter, w, as }) => {
  await page.context().addInitScript(() => {
    addEventListener("pointerdown", () => console.error("a mouse was used"), true);
  });
  const { id } = await (await as("Aylin Kaya")).requestMailbox(unique("Keys"));
  await enter("Mara Lindt", "/approvals");
  await enterAt(page, act(page, w, id, "refuse"));
  const refuse = form(page, w, "refuse", 1);
  await expect(refuse.getByRole("heading", { level: 3 })).toBeFocused();
  await enterAt(page, refuse.getByRole("button", { name: w("approvals.refuse"), exact: true }));
  await axeInBothSchemes(page);
  const reason = refuse.getByRole("textbox", { name: w("approvals.reason") });
  await enterAt(page, page.getByRole("alert").getByRole("link", { name: w("approvals.need_reason") }));
  await expect(reason).toBeFocused();
  await typeAt(page, reason, "Use the one of the team.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(w.like("approvals.result_refused"))).toContainText(id);
  await expect(page.getByRole("heading", { name: w("approvals.section_waiting") })).toBeFocused();
});

test("a long list comes in parts, and what is decided leaves each of them", async ({ page, enter, w, as }) => {
  const aylin = await as("Aylin Kaya");
  const asked: string[] = [];
  for (const name of ["One", "Two", "Three"]) asked.push((await aylin.requestMailbox(unique(name))).id);
  await inParts(page, /\/itsm\/v1\/approvals\?.*phase=open/, 1, (items) =>
    items.filter((approval) => asked.includes(String(approval.ticket))),
  );
  await enter("Mara Lindt", "/approvals");
  const list = section(page, w("approvals.section_waiting"));
  const rows = list.getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  await expect(rows).toHaveCount(1);
  const more = list.getByRole("button", { name: w("common.more"), exact: true });
  await more.click();
  await expect(rows).toHaveCount(2);
  await more.click();
  await expect(rows).toHaveCount(3);
  await expect(more).toHaveCount(0);
  await expect(list.getByText(w("approvals.shown", { count: 3 }), { exact: true })).toBeFocused();
  // Decided elsewhere: the first part is as it was, and the second is not.
  const texts = await rows.allTextContents();
  const second = asked.find((ticket) => texts[1].includes(ticket)) ?? "";
  const mara = await as("Mara Lindt");
  await mara.decide(await mara.approvalOf(second), "approve");
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: second })).toHaveCount(0);
});
