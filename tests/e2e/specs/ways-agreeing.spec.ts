// Those who approve, in every way: from the list, on the page of one, and somebody in their place.

import { expect, unique, type Page, type Words } from "../fixtures";
import { mistakes } from "../pages/form";
import { inEveryWay, test, type Way } from "../support/ways";

/** Nobody can be away twice on a day, so each way has people of its own. */
const AWAY: Record<Way["name"], { away: string; deputy: string }> = {
  phone: { away: "Amara Nwosu", deputy: "Benedikt Hauser" },
  german: { away: "Ruth Achterberg", deputy: "Stefan Morgenroth" },
  dark: { away: "Priya Raman", deputy: "Wesley Ashdown" },
  keys: { away: "Nora Eklund", deputy: "Fatih Arslan" },
};

/** The row of an approval that waits. */
function waiting(page: Page, w: Words, ticket: string) {
  const title = page.getByRole("heading", { name: w("approvals.section_waiting"), exact: true });
  return page.locator("section").filter({ has: title }).getByRole("listitem").filter({ hasText: ticket });
}

/** The form in which what was chosen is decided. */
function deciding(page: Page, words: string) {
  return page.locator("form").filter({ has: page.getByRole("heading", { name: words, exact: true }) });
}

inEveryWay(() => {
  test("refused from the list with a reason, and agreed to on its page", async ({ page, enter, hand, look, w, as }) => {
    const aylin = await as("Aylin Kaya");
    const [first, second] = [await aylin.requestMailbox(unique("One")), await aylin.requestMailbox(unique("Two"))];
    await enter("Mara Lindt", "/approvals");
    const refuse = new RegExp(`^${w("approvals.refuse")}`);
    await hand.press(waiting(page, w, first.id).getByRole("button", { name: refuse }));
    const form = deciding(page, w("approvals.refuse_count", { count: 1 }));
    await expect(form.getByRole("heading", { level: 3 })).toBeFocused();
    await hand.press(form.getByRole("button", { name: w("approvals.refuse"), exact: true }));
    await expect(mistakes(page, w)).toBeFocused();
    await look();
    await hand.press(mistakes(page, w).getByRole("link"));
    const reason = form.getByRole("textbox", { name: w("approvals.reason") });
    await expect(reason).toBeFocused();
    await hand.type(reason, "Use the one of the team.");
    await hand.press(form.getByRole("button", { name: w("approvals.refuse"), exact: true }));
    await expect(page.getByText(w.like("approvals.result_refused"))).toContainText(first.id);

    await page.goto(`/approvals/${await (await as("Mara Lindt")).approvalOf(second.id)}`);
    await expect(page.getByRole("main")).toContainText("Aylin Kaya");
    await hand.press(page.getByRole("button", { name: w("approvals.approve"), exact: true }));
    await expect(page.getByText(w.like("approvals.you_approved"))).toBeVisible();
    await expect(page.getByRole("heading", { name: w("approvals.decision") })).toBeFocused();
    await look();
    expect((await aylin.ticket(first.id)).state).toBe("rejected");
    expect((await aylin.ticket(second.id)).state).not.toBe("awaiting_approval");
  });

  test("somebody decides in their place, and no longer", async ({ page, enter, hand, look, w, way, as }) => {
    const { away, deputy } = AWAY[way.name];
    await enter(away, "/approvals/delegation");
    await hand.press(page.getByRole("button", { name: w("approvals.arrange") }));
    await expect(mistakes(page, w)).toContainText(w("approvals.need_delegate"));
    await hand.lookUp(w("approvals.delegate"), deputy, new RegExp(deputy));
    const from = page.getByLabel(w("approvals.first_day"));
    const day = (await from.getAttribute("min")) ?? "";
    await hand.set(from, day);
    await hand.set(page.getByLabel(w("approvals.last_day")), day);
    await hand.type(page.getByRole("textbox", { name: w("approvals.why") }), "Holiday");
    await hand.press(page.getByRole("button", { name: w("approvals.arrange") }));
    await expect(page.getByText(w.like("approvals.done_arranged", { name: deputy }))).toBeVisible();
    await expect(page.getByRole("heading", { name: w("approvals.delegation_new") })).toBeFocused();
    await look();
    const ends = new RegExp(`^${w("approvals.end")}`);
    await hand.press(page.getByRole("listitem").filter({ hasText: deputy }).getByRole("button", { name: ends }));
    await expect(page.getByText(w("approvals.done_ended"))).toBeVisible();
    const theirs = await (await as(deputy)).get<{ items: unknown[] }>("/approvals?state=waiting&limit=100");
    expect(theirs.items).toEqual([]);
  });
});
