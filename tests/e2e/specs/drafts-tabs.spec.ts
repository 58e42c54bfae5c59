// The same form in several tabs: one leads, the others follow.

import { axeInBothSchemes, expect, test, type Page } from "../fixtures";
import { add, line } from "../pages/cart";
import { centre, drafts, elsewhere, LAPTOP, tab, untilKept } from "../pages/drafts";
import { radio, receipt } from "../pages/form";
import { chooseAt, enterAt, typeAt } from "../pages/keys";
import { fill, send, toCheck } from "../pages/laptop";
import { settled } from "../support/settle";

test.describe("several tabs", () => {
  test("one leads, the other follows, takes over, and is left alone", async ({ page, context, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await expect(centre(other, company)).toHaveValue("4410");
    await axeInBothSchemes(other);

    // Live, letter by letter as it were.
    await centre(page, company).fill("4717");
    await expect(centre(other, company)).toHaveValue("4717");
    await radio(page, company.laptop.model, company.laptop.standard).check();
    await expect(radio(other, company.laptop.model, company.laptop.standard)).toBeChecked();

    // All of it can be read there, and none of it sent.
    await toCheck(other, w).click();
    await expect(other.getByRole("definition").filter({ hasText: "4717" })).toBeVisible();
    await expect(send(other, company)).toBeDisabled();
    await expect(send(other, company)).toHaveAccessibleDescription(w("drafts.locked"));
    await other.goBack();

    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(other.getByText(w("drafts.taken_over"))).toBeVisible();
    await expect(centre(other, company)).toBeEnabled();
    await expect(elsewhere(page, w)).toBeVisible();
    await expect(centre(page, company)).toBeDisabled();
    await centre(other, company).fill("4718");
    await expect(centre(page, company)).toHaveValue("4718");

    // Back again, without anything lost on the way.
    await page.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(page, company)).toBeEnabled();
    await expect(centre(other, company)).toBeDisabled();
    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(other, company)).toBeEnabled();
    await centre(other, company).fill("4719");
    await expect(centre(page, company)).toHaveValue("4719");
    await other.close();
    await expect(elsewhere(page, w)).toHaveCount(0);
    await expect(centre(page, company)).toBeEnabled();
    await expect(centre(page, company)).toHaveValue("4719");
    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  });

  test("a tab that is asleep is not waited for", async ({ page, context, enter, w, company }) => {
    await page.addInitScript(() => {
      const hear = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage");
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
        get: hear?.get,
        set(this: BroadcastChannel, listen: ((event: MessageEvent) => void) | null) {
          const awake = (event: MessageEvent) => ("asleep" in window ? undefined : listen?.(event));
          hear?.set?.call(this, listen && awake);
        },
      });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4720");
    await untilKept(page, "4720");
    // It hears nothing any more, and holds its lock.
    await page.evaluate(() => Object.assign(window, { asleep: true }).name);
    const other = await tab(context, LAPTOP);
    await other.getByRole("button", { name: w("drafts.here") }).click();
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("4720");
  });

  test("a request that is sent in one tab is over in the other", async ({ page, context, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await toCheck(page, w).click();
    await send(page, company).click();
    const id = await receipt(page);
    await expect(other.getByText(w("drafts.sent_title")).first()).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await axeInBothSchemes(other);
    await other.getByRole("link", { name: w("drafts.sent_link", { ticket: id }) }).click();
    await expect(other).toHaveURL(`/tickets/${id}`);
    // Whoever asks again begins anew.
    await other.goto(LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("");
  });

  test("a request that is put into the cart in one tab is over in the other", async ({
    page,
    context,
    enter,
    w,
    company,
  }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    // Whoever only looks on puts nothing in.
    await expect(add(other, w)).toBeDisabled();
    await expect(add(other, w)).toHaveAccessibleDescription(w("drafts.locked"));
    await add(page, w).click();
    await expect(page).toHaveURL("/cart");
    await expect(other.getByText(w("drafts.in_cart_title")).first()).toBeVisible();
    await expect(centre(other, company)).toBeDisabled();
    await axeInBothSchemes(other);
    await other.getByRole("link", { name: w("drafts.in_cart_link"), exact: true }).click();
    await expect(other).toHaveURL("/cart");
    await expect(line(other, company.laptop.name)).toBeVisible();
    // Whoever asks again begins anew.
    await other.goto(LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await expect(centre(other, company)).toHaveValue("");
    await other.goto("/");
    await settled(other);
    await expect(drafts(other, w)).toHaveCount(0);
  });

  test("a report in two tabs", async ({ page, context, enter, w }) => {
    const title = (of: Page) => of.getByRole("textbox", { name: w("report.title") });
    await enter("Aylin Kaya", "/report");
    await title(page).fill("The door stays open");
    const other = await tab(context, "/report");
    await expect(elsewhere(other, w)).toBeVisible();
    await expect(title(other)).toBeDisabled();
    await expect(title(other)).toHaveValue("The door stays open");
    await title(page).fill("The door stays shut");
    await expect(title(other)).toHaveValue("The door stays shut");
    await axeInBothSchemes(other);
    await page.close();
    await expect(title(other)).toBeEnabled();
    await expect(title(other)).toHaveValue("The door stays shut");
  });

  test("a browser without locks says that both tabs write", async ({ page, context, enter, w, company }) => {
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, "locks", { get: () => undefined });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4721");
    await untilKept(page, "4721");
    const other = await tab(context, LAPTOP);
    await expect(centre(other, company)).toBeEnabled();
    await centre(other, company).fill("4722");
    await expect(page.getByText(w("drafts.shared_title"))).toBeVisible();
    await untilKept(other, "4722");
    await page.reload();
    await expect(centre(page, company)).toHaveValue("4722");
  });
});

test.describe("on a phone, in German, in the dark, without a mouse", () => {
  test.use({ language: "de", viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      addEventListener("pointerdown", () => console.error("a mouse was used"), true);
    });
  });

  test("a form in two tabs, then the list", async ({ page, context, enter, w, company }) => {
    const { laptop } = company;
    await enter("Aylin Kaya", LAPTOP);
    await chooseAt(page, page.getByRole("group", { name: laptop.model }), laptop.design);
    await typeAt(page, page.getByRole("textbox", { name: laptop.use }), "Verpackungen");
    await typeAt(page, centre(page, company), "4410");
    await untilKept(page, "4410");

    const other = await tab(context, LAPTOP);
    await expect(elsewhere(other, w)).toBeVisible();
    await axeInBothSchemes(other);
    await other.emulateMedia({ colorScheme: "dark" });
    await enterAt(other, other.getByRole("button", { name: w("drafts.here") }));
    // What had the focus is gone; the words that took its place have it.
    await expect(other.getByRole("status").filter({ hasText: w("drafts.taken_over") })).toBeFocused();
    await typeAt(other, centre(other, company), "");
    await other.keyboard.press("Control+A");
    await other.keyboard.type("4725");
    await expect(centre(page, company)).toHaveValue("4725");
    await page.close();
    await untilKept(other, "4725");

    await other.goto("/");
    const list = drafts(other, w);
    await enterAt(other, list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) }));
    const undo = list.getByRole("button", { name: new RegExp(`^${w("drafts.undo")}`) });
    await expect(undo).toBeFocused();
    await other.keyboard.press("Enter");
    await expect(list.getByRole("button", { name: new RegExp(`^${w("drafts.throw_away")}`) })).toBeFocused();
    await enterAt(other, list.getByRole("link", { name: laptop.name }));
    await expect(centre(other, company)).toHaveValue("4725");
    await expect(other.getByRole("heading", { level: 1 })).toBeFocused();
  });
});
