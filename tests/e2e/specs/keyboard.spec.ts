// The journeys with the keyboard alone.

import { expect, test, unique, type Page } from "../fixtures";
import * as cart from "../pages/cart";
import { inDays, mistakes, receipt } from "../pages/form";
import { chooseAt, enterAt, tabTo, typeAt } from "../pages/keys";
import { send, toCheck } from "../pages/laptop";
import { box, entry, sheet, tag } from "../pages/ticket";

/** No test of this file may use a mouse: a click that gets through fails it. */
test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    addEventListener("pointerdown", () => console.error("a mouse was used"), true);
  });
});

const group = (page: Page, name: string) => page.getByRole("group", { name });

test("catalog: from anywhere to a service by its name", async ({ page, enter, w, company }) => {
  await enter("Aylin Kaya", "/status");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("/");
  const palette = page.getByRole("dialog", { name: w("search.title") });
  const field = palette.getByRole("combobox", { name: w("search.label") });
  await expect(field).toBeFocused();
  await page.keyboard.type("lapto");
  const option = palette.getByRole("option", { name: new RegExp(`^${company.laptop.name}\\s*Standard`) });
  await expect(option).toBeVisible();
  for (let steps = 0; steps < 20 && (await option.getAttribute("aria-selected")) !== "true"; steps += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(field).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(page).toHaveURL("/services/laptop");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await enterAt(page, page.getByRole("main").getByRole("link", { name: company.laptop.verb }));
  await expect(page).toHaveURL("/services/laptop/request");
});

test("request: a laptop, with a mistake on the way", async ({ page, enter, w, company }) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request");
  await enterAt(page, toCheck(page, w));
  await expect(mistakes(page, w)).toBeFocused();
  await enterAt(page, mistakes(page, w).getByRole("link", { name: laptop.needModel }));
  await chooseAt(page, group(page, laptop.model), laptop.design);
  await typeAt(page, page.getByRole("textbox", { name: laptop.use }), "Packaging");
  await chooseAt(page, group(page, laptop.carePlan), w("common.yes"));
  await typeAt(page, page.getByRole("textbox", { name: laptop.centre }), "4410");
  // Enter in a field sends the form, as everywhere.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await enterAt(page, send(page, company));
  await receipt(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("tickets: read one, reply, and cancel it", async ({ page, enter, w, as }) => {
  const title = unique("The door opens by itself");
  const { id } = await (await as("Aylin Kaya")).report(title);
  await enter("Aylin Kaya", "/tickets");
  await typeAt(page, page.getByRole("searchbox", { name: w("ticket_list.search") }), title);
  await enterAt(page, page.getByRole("link", { name: title }));
  await expect(page).toHaveURL(`/tickets/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await typeAt(page, box(page, w), "It did it again.");
  await page.keyboard.press("Control+Enter");
  await expect(entry(page, "It did it again.")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: w("ticket_page.cancel"), exact: true }));
  await page.keyboard.press("Enter");
  const form = sheet(page, w("ticket_page.cancel"));
  await expect(form.getByRole("textbox")).toBeFocused();
  await enterAt(page, form.getByRole("button", { name: w("ticket_page.cancel") }));
  await expect(tag(page, w("ticket.cancelled"))).toBeVisible();
  // What had the focus is gone; it did not get lost.
  await expect(page.getByRole("heading", { name: w("ticket_page.details") })).toBeFocused();
});

test("knowledge: an answer, a place in it, and whether it helped", async ({ page, enter, w, company }) => {
  const { vpn } = company;
  await enter("Hana Mori", "/answers");
  await typeAt(page, page.getByRole("searchbox", { name: w("knowledge.search") }), vpn.words);
  await enterAt(page, page.getByRole("main").getByRole("link", { name: vpn.title }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpn.title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const contents = page.getByRole("navigation", { name: w("knowledge.contents") });
  await enterAt(page, contents.getByRole("link", { name: vpn.messages }));
  await expect(page.getByRole("heading", { name: vpn.messages })).toBeFocused();
  const helped = page.getByRole("group", { name: w("knowledge.helped") });
  await enterAt(page, helped.getByRole("button", { name: w("common.no") }));
  await typeAt(page, page.getByRole("textbox", { name: w("knowledge.reason") }), "The second gateway.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(w("knowledge.thanks_reason"))).toBeFocused();
});

test("approvals: agree to one, and refuse another", async ({ page, enter, w, as }) => {
  const aylin = await as("Aylin Kaya");
  const mara = await as("Mara Lindt");
  const [first, second] = [await aylin.requestMailbox(unique("One")), await aylin.requestMailbox(unique("Two"))];
  await enter("Mara Lindt", "/approvals");
  await enterAt(page, page.getByRole("listitem").filter({ hasText: first.id }).getByRole("link"));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await enterAt(page, page.getByRole("button", { name: w("approvals.approve"), exact: true }));
  await expect(page.getByText(w.like("approvals.you_approved"))).toBeVisible();
  await expect(page.getByRole("heading", { name: w("approvals.decision") })).toBeFocused();

  await page.goto(`/approvals/${await mara.approvalOf(second.id)}`);
  await typeAt(page, page.getByRole("textbox", { name: w("approvals.reason") }), "Use the one of the team.");
  await enterAt(page, page.getByRole("button", { name: w("approvals.refuse"), exact: true }));
  await expect(page.getByText(w.like("approvals.you_refused"))).toBeVisible();
});

test("cart: put in, taken out, put back, more of it, and sent", async ({ page, enter, w, company }) => {
  const { headset } = company;
  await enter("Aylin Kaya", "/services/headset/request");
  await chooseAt(page, group(page, headset.model), headset.wired);
  await chooseAt(page, group(page, headset.ears), headset.one);
  await chooseAt(page, group(page, headset.handover), headset.pickUp);
  await typeAt(page, page.getByRole("textbox", { name: headset.centre }), "4410");
  await enterAt(page, cart.add(page, w));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.title"));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  const line = cart.line(page, headset.name);
  await enterAt(page, line.getByRole("button", { name: `${w("requests.remove")} ${headset.name}` }));
  const undo = page.getByRole("button", { name: w("cart.undo"), exact: true });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(line.getByRole("link")).toBeFocused();
  const more = line.getByRole("button", { name: w("cart.one_more") });
  await expect(more).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  // The button that was pressed keeps the focus while the number beside it grows.
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(line.getByRole("status")).toHaveText("3");
  await expect(cart.panel(page, w)).toContainText(cart.euros(w, 177));
  await chooseAt(page, group(page, w("requests.whom")), w("cart.whom_several"));
  await enterAt(page, page.getByRole("button", { name: w("cart.add_me"), exact: true }));
  await expect(page.getByText(w("cart.people", { count: 1, max: "50" }))).toBeVisible();
  await enterAt(page, cart.toCheck(page, w));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.check"));
  await enterAt(page, cart.send(page, w));
  await receipt(page);
});

test("guide: what is asked once, which of the items, and into the cart", async ({ page, enter, w, company }) => {
  const { newEmployee, laptop } = company;
  await enter("Mara Lindt", "/guides/new-employee");
  await chooseAt(page, group(page, newEmployee.model), laptop.standard);
  const site = page.getByRole("combobox", { name: newEmployee.site });
  await typeAt(page, site, "Ber");
  await expect(page.getByRole("option", { name: /Berlin/ }).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  // How a date is typed depends on the browser.
  const start = page.getByLabel(newEmployee.start);
  await tabTo(page, start);
  await start.fill(inDays(14));
  await typeAt(page, page.getByRole("textbox", { name: newEmployee.centre }), "4410");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.guide_items", { guide: newEmployee.name }));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const docking = page.getByRole("checkbox", { name: new RegExp(`^${newEmployee.docking}`) });
  await tabTo(page, docking);
  await page.keyboard.press("Space");
  await expect(docking).not.toBeChecked();
  await enterAt(page, page.getByRole("button", { name: w("cart.guide_put", { count: 1 }), exact: true }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(laptop.verb);
  await enterAt(page, page.getByRole("button", { name: w("cart.save_line"), exact: true }));
  await expect(page).toHaveURL("/cart");
  await expect(cart.line(page, laptop.name)).toContainText(laptop.standard);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("what has the focus is never below the tabs", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", "/services");
    await expect(page.getByRole("main").getByRole("link", { name: company.laptop.name, exact: true })).toBeVisible();
    const tabs = page.getByRole("navigation", { name: w("shell.navigation") });
    const below = () =>
      tabs.evaluate((bar) => {
        const at = document.activeElement;
        if (!at || at === document.body || bar.contains(at)) return false;
        return at.getBoundingClientRect().bottom > bar.getBoundingClientRect().top + 1;
      });
    for (let stops = 0; stops < 40; stops += 1) {
      await page.keyboard.press("Tab");
      expect(await below()).toBe(false);
    }
  });
});
