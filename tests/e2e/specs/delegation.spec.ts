// Somebody is away, and somebody else decides.

import { axeInBothSchemes, expect, inEachLanguage, test, unique, type Page, type Words } from "../fixtures";
import { expectMistake, lookUp, mistakes } from "../pages/form";
import { enterAt, tabTo, typeAt } from "../pages/keys";

/** Each run has people of its own: nobody can be away twice on a day. */
const PEOPLE: Record<string, { away: string; asks: string; deputy: string }> = {
  "wide en": { away: "Rebecca Stanton", asks: "Daniel Reyes", deputy: "Marcus Ellery" },
  "wide de": { away: "Judith Baumgart", asks: "Karim Nasser", deputy: "Henrik Dahl" },
  "phone en": { away: "Rina Kobayashi", asks: "Yuki Tanabe", deputy: "Satoshi Endo" },
};

function section(page: Page, title: string) {
  return page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

/** The two days of the form. */
function days(page: Page, w: Words) {
  return { from: page.getByLabel(w("approvals.first_day")), until: page.getByLabel(w("approvals.last_day")) };
}

/** Today, as the field has it: where the person works it may be another day than here. */
async function today(page: Page, w: Words): Promise<string> {
  return (await days(page, w).from.getAttribute("min")) ?? "";
}

inEachLanguage(() => {
  test("arranged, told, used, and ended", async ({ page, enter, beside, language, w, as }, info) => {
    const { away, asks, deputy } = PEOPLE[`${info.project.name} ${language}`];
    const asker = await as(asks);
    const { id } = await asker.requestMailbox(unique("Calibration"));
    const other = await beside(deputy, "/approvals");
    await expect(other.getByRole("listitem").filter({ hasText: id })).toHaveCount(0);

    await enter(away, "/approvals");
    await page.getByRole("link", { name: w("approvals.delegation_link") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("approvals.delegation"));
    await expect(page.getByText(w("approvals.nobody_title"))).toBeVisible();
    await page.getByRole("button", { name: w("approvals.arrange") }).click();
    for (const key of ["need_delegate", "need_first_day", "need_last_day"]) {
      await expect(mistakes(page, w)).toContainText(w(`approvals.${key}`));
    }
    await lookUp(page, w("approvals.delegate"), deputy.split(" ")[0], new RegExp(deputy));
    const { from, until } = days(page, w);
    const day = await today(page, w);
    await from.fill(day);
    await until.fill(day);
    await page.getByRole("textbox", { name: w("approvals.why") }).fill("Holiday");
    await expect(mistakes(page, w)).toHaveCount(0);
    await page.getByRole("button", { name: w("approvals.arrange") }).click();
    await expect(page.getByText(w.like("approvals.done_arranged", { name: deputy }))).toBeVisible();
    await expect(page.getByRole("heading", { name: w("approvals.delegation_new") })).toBeFocused();
    const row = section(page, w("approvals.section_current")).getByRole("listitem").filter({ hasText: deputy });
    await expect(row).toContainText(w("approvals.active"));

    // The deputy sees it at once, and for whom; the requester sees that they may decide.
    const theirs = other.getByRole("listitem").filter({ has: other.getByRole("link"), hasText: id });
    await expect(theirs).toContainText(w("approvals.acting_for", { name: away }));
    await expect(other.getByText(w.like("approvals.deputy_until", { name: away }))).toBeVisible();
    const ticket = await beside(asks, `/tickets/${id}`);
    await expect(ticket.getByText(w.like("ticket_page.approval_delegate", { name: deputy }))).toBeVisible();
    await theirs.getByRole("link").click();
    await expect(other.getByText(w("approvals.acting_for", { name: away }))).toBeVisible();
    await other.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
    await expect(other.getByText(w.like("approvals.you_approved"))).toBeVisible();
    await expect(ticket.getByText(w.like("ticket_page.event_approved_for", { who: away }))).toBeVisible();

    // Whoever is away finds it decided, and by whom.
    const crumbs = page.getByRole("navigation", { name: w("shell.breadcrumb") });
    await crumbs.getByRole("link", { name: w("shell.approvals") }).click();
    await expect(page.getByText(w.like("approvals.delegated_until", { name: deputy }))).toBeVisible();
    const past = section(page, w("approvals.section_decided")).getByRole("listitem").filter({ hasText: id });
    await expect(past).toContainText(w("approvals.decided_for_you", { name: deputy }));

    await page.getByRole("link", { name: w("approvals.delegation_link") }).click();
    await row.getByRole("button", { name: new RegExp(`^${w("approvals.end")}`) }).click();
    await expect(page.getByText(w("approvals.done_ended"))).toBeVisible();
    await expect(section(page, w("approvals.section_past")).getByRole("listitem")).toContainText(deputy);
    const next = await asker.requestMailbox(unique("Afterwards"));
    await other.goto("/approvals");
    await expect(section(other, w("approvals.section_decided")).getByRole("listitem").filter({ hasText: id })).toBeVisible();
    await expect(other.getByRole("listitem").filter({ hasText: next.id })).toHaveCount(0);
  });
});

test("what is wrong is said at its field, and nothing that was typed is lost", async ({ page, enter, w, watch }, info) => {
  watch.expect(/^POST \/itsm\/v1\/me\/delegations: 422$/);
  const away = info.project.name === "phone" ? "Rolf Hagemann" : "Annegret Seidel";
  await enter(away, "/approvals/delegation");
  const { from, until } = days(page, w);
  const day = await today(page, w);
  // A contractor, whom the portal offers and the rules refuse.
  await lookUp(page, w("approvals.delegate"), "Lena", /Lena Hoffmann/);
  await from.fill(day);
  await until.fill("2020-01-01");
  await page.getByRole("button", { name: w("approvals.arrange") }).click();
  await expect(mistakes(page, w)).toBeFocused();
  await expectMistake(until, w("approvals.days_reversed"));
  await until.fill(day);
  await expect(mistakes(page, w)).toHaveCount(0);
  await page.getByRole("textbox", { name: w("approvals.why") }).fill("Holiday");
  await page.getByRole("button", { name: w("approvals.arrange") }).click();
  await expect(mistakes(page, w)).toContainText("Only employees decide for others.");
  await expect(mistakes(page, w)).toBeFocused();
  await axeInBothSchemes(page);

  await page.reload();
  await expect(from).toHaveValue(day);
  await expect(page.getByRole("textbox", { name: w("approvals.why") })).toHaveValue("Holiday");
  await expect(page.getByText("Lena Hoffmann").first()).toBeVisible();
  // Nobody is offered themselves.
  await page.getByRole("button", { name: w("lookup.change") }).first().click();
  const field = page.getByRole("combobox", { name: w("approvals.delegate") });
  await field.fill(away);
  await expect(page.getByText(w("lookup.nothing", { words: away })).first()).toBeVisible();
});

test("changed and called off with the keyboard alone @wide", async ({ page, enter, w }) => {
  await page.context().addInitScript(() => {
    addEventListener("pointerdown", () => console.error("a mouse was used"), true);
  });
  await enter("Gregor Hansen", "/approvals/delegation");
  const { from, until } = days(page, w);
  const day = (more: number) => new Date(Date.now() + more * 86_400_000).toISOString().slice(0, 10);
  await typeAt(page, page.getByRole("combobox", { name: w("approvals.delegate") }), "Ulrike");
  await expect(page.getByRole("option", { name: /Ulrike Sommerfeld/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  // How a day is typed depends on the browser's language; that it can be reached does not.
  await tabTo(page, from);
  await from.fill(day(7));
  await tabTo(page, until);
  await until.fill(day(9));
  await enterAt(page, page.getByRole("button", { name: w("approvals.arrange") }));
  await expect(page.getByText(w.like("approvals.done_arranged", { name: "Ulrike Sommerfeld" }))).toBeVisible();
  const row = section(page, w("approvals.section_current")).getByRole("listitem");
  await expect(row).toContainText(w("approvals.coming"));
  await enterAt(page, row.getByRole("button", { name: new RegExp(`^${w("approvals.change")}`) }));
  await expect(page.getByRole("heading", { name: w("approvals.delegation_change") })).toBeFocused();
  await expect(until).toHaveValue(day(9));
  await typeAt(page, page.getByRole("textbox", { name: w("approvals.why") }), "Course");
  await page.keyboard.press("Enter");
  await expect(page.getByText(w.like("approvals.done_saved", { name: "Ulrike Sommerfeld" }))).toBeVisible();
  await expect(row).toContainText("Course");
  await enterAt(page, row.getByRole("button", { name: new RegExp(`^${w("approvals.call_off")}`) }));
  await expect(page.getByText(w("approvals.done_called_off"))).toBeVisible();
  await expect(page.getByText(w("approvals.nobody_title"))).toBeVisible();
});
