// The cart: its lines, what they come to, and the way into it.

import type { Locator, Page } from "@playwright/test";
import { id_of, type OrderLine } from "../support/api";
import type { Company } from "../support/company";
import type { Words } from "../support/words";
import { radio } from "./form";

/** Lines as the contract has them. */
export const LINES = {
  headset: {
    item: "headset",
    form: { id: "headset", version: 1 },
    answers: { model: "wired", ears: "one", plug: "usb-c", handover: "pick-up", "cost-centre": "4410" },
  },
  laptop: {
    item: "laptop",
    form: { id: "laptop", version: 1 },
    answers: { model: "design-16", use: "Packaging", "care-plan": true, "cost-centre": "4410" },
  },
  /** That says nothing yet of why. */
  mailbox: {
    item: "mailbox-size",
    form: { id: "mailbox-size", version: 1 },
    answers: { mailbox: "personal", size: "gb-100", "cost-centre": "4410" },
  },
  /** That says nothing yet of how many screens. */
  docking: {
    item: "docking-station",
    form: { id: "docking-station", version: 1 },
    answers: { laptop: "standard-14", wired: true, desk: "3.214", "cost-centre": "4410" },
  },
  /** Whose questions nobody has answered. */
  phone: { item: "mobile-phone", form: { id: "mobile-phone", version: 1 }, answers: {} },
} satisfies Record<string, OrderLine>;

/** Puts lines into the cart of somebody as the portal keeps it; it is there once a page is loaded. */
export async function inCart(page: Page, name: string, items: OrderLine[]): Promise<void> {
  const lines = items.map(({ item, form, quantity, answers }, n) => ({
    key: `line-${n + 1}`,
    item,
    form: form.id,
    name: item,
    kept: { version: form.version, answers, own: Object.keys(answers), quantity: String(quantity ?? 1) },
  }));
  const kept = { person: id_of(name), lines };
  await page.evaluate(({ person, lines }) => {
    localStorage.setItem(`guichet:cart:${person}`, JSON.stringify({ lines }));
    localStorage.setItem(`guichet:cart-lines:${person}`, String(lines.length));
  }, kept);
}

/** What is kept of the cart, as text. */
export function keptCart(page: Page, name: string): Promise<string> {
  return page.evaluate((person) => localStorage.getItem(`guichet:cart:${person}`) ?? "", id_of(name));
}

/** A line, by the name of its item. */
export function line(page: Page, name: string): Locator {
  const title = page.getByRole("heading", { level: 3, name, exact: true });
  return page.getByRole("listitem").filter({ has: title });
}

/** What all of it comes to. */
export function panel(page: Page, w: Words): Locator {
  return page.getByRole("complementary", { name: w("cart.side_title") });
}

/** The way to the cart, with the number of lines in it. */
export function link(page: Page, w: Words, count: number): Locator {
  return page.getByRole("banner").getByRole("link", { name: w("shell.cart", { count }), exact: true });
}

/** The button that puts what was filled in into the cart. */
export function add(page: Page, w: Words): Locator {
  return page.getByRole("button", { name: w("cart.add"), exact: true });
}

/** Leads to all of the order once more. */
export function toCheck(page: Page, w: Words): Locator {
  return page.getByRole("button", { name: w("cart.check"), exact: true });
}

/** Sends it, from there. */
export function send(page: Page, w: Words): Locator {
  return page.getByRole("button", { name: w("cart.send"), exact: true });
}

/** Answers everything that is asked for a headset. */
export async function fillHeadset(page: Page, { headset }: Company): Promise<void> {
  await radio(page, headset.model, headset.wired).check();
  await radio(page, headset.ears, headset.one).check();
  await radio(page, headset.handover, headset.pickUp).check();
}

/** An amount of euros as the reader reads it. */
export function euros(w: Words, amount: number): string {
  const locale = w.language === "de" ? "de-DE" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(amount);
}
