// The cart and the order guides, in every way.

import { expect, type Locator, type Page } from "../fixtures";
import * as cart from "../pages/cart";
import { inDays, mistakes, radio, receipt } from "../pages/form";
import type { Hand } from "../pages/hand";
import type { Order } from "../support/api";
import { inEveryWay, test } from "../support/ways";

const AYLIN = "Aylin Kaya";

/** A button of a line. */
function button(line: Locator, name: string): Locator {
  return line.getByRole("button", { name, exact: true });
}

/** Puts a person on the list of those whom it is for. */
async function forPerson(page: Page, hand: Hand, question: string): Promise<void> {
  await hand.lookUp(question, "Jonas We", /Jonas Weber/);
  await expect(page.getByText("Jonas Weber").first()).toBeVisible();
}

inEveryWay(() => {
  test("a cart: more of it, without it and with it again, for several, sent", async ({
    page,
    enter,
    hand,
    look,
    w,
    company,
    as,
  }) => {
    const { headset, laptop } = company;
    await enter(AYLIN, "/status");
    await cart.inCart(page, AYLIN, [cart.LINES.headset, cart.LINES.laptop]);
    await page.goto("/cart");
    await expect(cart.panel(page, w)).toContainText(cart.euros(w, 2539));
    const one = cart.line(page, headset.name);
    await hand.press(one.getByRole("button", { name: w("cart.one_more") }));
    await expect(one.getByRole("status")).toHaveText("2");
    await expect(cart.panel(page, w)).toContainText(cart.euros(w, 2598));
    await hand.press(button(cart.line(page, laptop.name), `${w("requests.remove")} ${laptop.name}`));
    const undo = page.getByRole("button", { name: w("cart.undo"), exact: true });
    await expect(undo).toBeFocused();
    await expect(cart.panel(page, w)).toContainText(cart.euros(w, 118));
    await hand.press(undo);
    await expect(cart.line(page, laptop.name).getByRole("link")).toBeFocused();
    await hand.choose(w("requests.whom"), w("cart.whom_several"));
    await hand.press(cart.toCheck(page, w));
    await expect(mistakes(page, w)).toContainText(w("cart.people_required"));
    await look();
    await forPerson(page, hand, w("cart.add_person"));
    await hand.type(page.getByRole("textbox", { name: w("cart.note") }), "For the fair.");
    await hand.press(cart.toCheck(page, w));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.check"));
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await look();
    await hand.press(cart.send(page, w));
    const id = await receipt(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const order = (await (await as(AYLIN)).ticket(id)) as Order;
    expect(order.items.map((item) => item.title)).toEqual([headset.name, laptop.name]);
  });

  test("a guide: asked once, with why each thing is in it, into the cart", async ({
    page,
    enter,
    hand,
    look,
    w,
    company,
  }) => {
    const { newEmployee, laptop } = company;
    await enter("Mara Lindt", "/guides/new-employee");
    const goOn = page.getByRole("button", { name: w("cart.guide_go_on"), exact: true });
    await hand.press(goOn);
    await expect(mistakes(page, w)).toContainText(newEmployee.needModel);
    await hand.choose(newEmployee.model, laptop.standard);
    await hand.lookUp(newEmployee.site, "Ber", /Berlin/);
    await hand.set(page.getByLabel(newEmployee.start), inDays(14));
    await hand.choose(newEmployee.remote, w("common.yes"));
    await hand.type(page.getByRole("textbox", { name: newEmployee.centre }), "4410");
    await hand.press(goOn);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    const item = (name: string) => page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
    await expect(page.getByRole("listitem").filter({ has: item(company.vpnAccess.name) })).toContainText(
      w("cart.guide_because", { because: newEmployee.fromHome }),
    );
    await expect(item(company.vpnAccess.name)).toBeDisabled();
    await hand.tick(item(newEmployee.docking));
    await expect(item(newEmployee.docking)).not.toBeChecked();
    await look();
    await hand.press(page.getByRole("button", { name: w("cart.guide_put", { count: 3 }), exact: true }));
    await expect(page.getByText(w("cart.settled", { guide: newEmployee.name }))).toBeVisible();
    await expect(radio(page, laptop.model, laptop.standard)).toHaveCount(0);
    await hand.choose(laptop.carePlan, w("common.no"));
    await look();
    await hand.press(page.getByRole("button", { name: w("cart.save_line"), exact: true }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(company.headset.verb);
    await page.goto("/cart");
    await expect(cart.line(page, laptop.name)).toContainText(laptop.standard);
  });
});
