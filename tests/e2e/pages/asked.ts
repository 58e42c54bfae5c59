// A form of a test's own, in the place of the one for a headset: what is asked there, nobody has to publish. And the questions
// that such forms share.

import type { Page } from "@playwright/test";

/** Where it is filled in. */
export const ASKED = "/services/headset/request";

/** Answers to choose from, each known by its label in small letters. */
export function options(...labels: string[]) {
  return labels.map((label) => ({ id: label.toLowerCase(), label }));
}

/** Several of them may be chosen. */
export const EXTRAS = { id: "extras", type: "many_choice", label: "Extras", options: options("Dock", "Bag") };

/** One of them, and `PART` hangs on which. */
export const KIND = {
  id: "kind",
  type: "single_choice",
  label: "Kind",
  required: true,
  options: options("Hardware", "Access"),
};

/** Which there are hangs on `KIND`. */
export const PART = {
  id: "part",
  type: "single_choice",
  label: "Part",
  required: true,
  options: [
    { id: "screen", label: "Screen", visible_when: { eq: ["kind", "hardware"] } },
    { id: "badge", label: "Badge", visible_when: { eq: ["kind", "access"] } },
  ],
};

/** Has `questions` asked there, one page a list. What comes of the answers is free, and a manager is asked. */
export async function asked(page: Page, ...pages: unknown[][]): Promise<void> {
  const titled = pages.map((questions, n) => ({ id: `page-${n + 1}`, title: `Page ${n + 1}`, questions }));
  const form = { id: "headset", version: 1, pages: titled };
  await page.route(/\/forms\/headset/, (route) => route.fulfill({ json: { form, newest: 1 } }));
  // The backend does not know the questions, and looks everywhere.
  await page.route(/\/lookups\/\w+\?/, (route) => {
    const url = new URL(route.request().url());
    url.searchParams.delete("question");
    return route.continue({ url: url.href });
  });
  const approvals = [{ id: "manager", people: [{ id: "mara-lindt", name: "Mara Lindt" }], policy: "anyone" }];
  const preview = { problems: [], price: { currency: "EUR", total: {} }, approvals, calendar: "Berlin" };
  await page.route(/\/requests\/validate$/, (route) => route.fulfill({ json: preview }));
}
