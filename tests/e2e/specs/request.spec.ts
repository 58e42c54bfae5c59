// Asking for a laptop: mistakes, what depends on what, what it costs, and what is never lost.

import type { Route } from "@playwright/test";
import { expect, inEachLanguage, test } from "../fixtures";
import { ASKED, asked, KIND } from "../pages/asked";
import { expectMistake, lookUp, mistakes, radio, receipt } from "../pages/form";
import { fill, send, side, toCheck } from "../pages/laptop";

inEachLanguage(() => {
  test("a laptop, from the catalog to its number", async ({ page, signIn, w, company, as }) => {
    const { laptop } = company;
    await signIn(page, "Aylin Kaya", "/services/laptop");
    await page.getByRole("link", { name: laptop.verb }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(laptop.verb);

    await toCheck(page, w).click();
    await expect(mistakes(page, w)).toBeFocused();
    await expect(page).toHaveTitle(w.like("shell.title", { page: w("shell.title_error", { page: laptop.verb }) }));
    const links = mistakes(page, w).getByRole("link");
    await expect(links).toHaveText([laptop.needModel, laptop.needCentre]);
    await expectMistake(page.getByRole("textbox", { name: laptop.centre }), laptop.needCentre);
    await links.first().click();
    await expect(radio(page, laptop.model, laptop.standard)).toBeFocused();

    // What is right is no longer named, and asks more.
    await expect(page.getByRole("textbox", { name: laptop.use })).toHaveCount(0);
    await fill(page, w, company);
    await expect(page.getByText(laptop.useBecause)).toBeVisible();
    await expect(mistakes(page, w)).toHaveCount(0);

    await expect(side(page, w)).toContainText(laptop.price);
    await expect(side(page, w)).toContainText(w("common.a_month", { price: laptop.carePrice }));
    await expect(side(page, w)).toContainText("Mara Lindt");
    await expect(side(page, w)).toContainText(laptop.financeBecause);
    await expect(side(page, w).locator("time")).toBeVisible();

    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    await expect(page.getByRole("definition").filter({ hasText: laptop.design })).toBeVisible();
    await page.getByRole("link", { name: new RegExp(`${w("requests.change")}.*${laptop.centre}`) }).click();
    await expect(page.getByRole("textbox", { name: laptop.centre })).toBeFocused();
    await toCheck(page, w).click();
    await send(page, company).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
    const id = await receipt(page);
    const api = await as("Aylin Kaya");
    expect(await api.ticket(id)).toMatchObject({ state: "awaiting_approval", title: laptop.name });
    // What was sent is no draft any more.
    await page.goto("/services/laptop/request");
    await expect(radio(page, laptop.model, laptop.design)).not.toBeChecked();
  });
});

test("the price follows the answers before the backend has looked at them", async ({ page, enter, w, company }) => {
  const { laptop } = company;
  const held: Route[] = [];
  await page.route(/\/requests\/validate$/, (route) => void held.push(route));
  await enter("Aylin Kaya", "/services/laptop/request");
  // Nothing is chosen yet, which does not make it free.
  await expect(side(page, w)).toContainText(w("common.from_price", { price: "€1,290" }));
  await expect(side(page, w)).not.toContainText(w("common.free"));
  await radio(page, laptop.model, laptop.design).check();
  await expect(side(page, w)).toContainText(laptop.price);
  await expect(side(page, w)).not.toContainText("Mara Lindt");
  await page.unroute(/\/requests\/validate$/);
  await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
  await expect(side(page, w)).toContainText("Mara Lindt");
  await expect(side(page, w)).toContainText(laptop.price);
});

test("what was typed survives a reload, and can be thrown away", async ({ page, enter, w, company }) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request");
  await fill(page, w, company);
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(w.like("requests.restored"))).toBeVisible();
  await expect(radio(page, laptop.model, laptop.design)).toBeChecked();
  await expect(page.getByRole("textbox", { name: laptop.use })).toHaveValue("Packaging, some video");
  await expect(page.getByRole("textbox", { name: laptop.centre })).toHaveValue("4410");

  await page.goto("/");
  const drafts = page.locator("section").filter({ has: page.getByRole("heading", { name: w("drafts.title") }) });
  await drafts.getByRole("link", { name: laptop.name }).click();
  await page.getByRole("button", { name: w("requests.start_again") }).click();
  await expect(radio(page, laptop.model, laptop.design)).not.toBeChecked();
  await expect(page.getByRole("textbox", { name: laptop.centre })).toHaveValue("");
});

test("the draft of one person is not shown to another", async ({ page, enter, w, company }) => {
  const { laptop } = company;
  await enter("Aylin Kaya", "/services/laptop/request");
  await fill(page, w, company);
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await enter("Daniel Reyes", "/services/laptop/request");
  await expect(page.getByRole("textbox", { name: laptop.centre })).toHaveValue("");
  await expect(page.getByText(w.like("requests.restored"))).toHaveCount(0);
});

test("for someone else, whose manager is asked", async ({ page, enter, w, company }) => {
  const { laptop } = company;
  await enter("Daniel Reyes", "/services/laptop/request");
  await expect(side(page, w)).toContainText("Rebecca Stanton");
  await radio(page, w("requests.whom"), w("requests.whom_other")).check();
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toContainText(w("requests.whom_required"));
  await lookUp(page, w("requests.whom_person"), "Jonas We", /Jonas Weber/);
  await expect(side(page, w)).toContainText("Mara Lindt");
  await radio(page, laptop.model, laptop.standard).check();
  await page.getByRole("textbox", { name: laptop.centre }).fill("4410");
  await toCheck(page, w).click();
  await expect(page.getByRole("definition").filter({ hasText: "Jonas Weber" })).toBeVisible();
});

// Which groups somebody else belongs to only the backend knows.
test("what is asked because of somebody else is asked as long as it is missed", async ({ page, enter, w }) => {
  const licence = {
    id: "licence",
    type: "short_text",
    label: "Licence",
    required: true,
    visible_when: { and: [{ member_of: "managers" }, { eq: ["kind", "hardware"] }] },
  };
  await asked(page, [KIND, licence]);
  await page.route(/\/requests\/validate$/, (route) => {
    const { answers, requested_for } = route.request().postDataJSON() as {
      answers: Record<string, unknown>;
      requested_for?: string;
    };
    const missed = requested_for && answers.kind === "hardware" && !answers.licence;
    const problems = missed ? [{ question: "licence", pointer: "/licence", code: "required" }] : [];
    return route.fulfill({ json: { problems, price: { currency: "EUR", total: {} }, approvals: [], calendar: "Berlin" } });
  });
  await enter("Aylin Kaya", ASKED);
  const field = page.getByRole("textbox", { name: "Licence" });
  await radio(page, "Kind", "Hardware").check();
  await radio(page, w("requests.whom"), w("requests.whom_other")).check();
  await lookUp(page, w("requests.whom_person"), "Mara", /Mara Lindt/);
  await expect(field).toBeVisible();
  await radio(page, "Kind", "Access").check();
  await expect(field).toHaveCount(0);
  await radio(page, "Kind", "Hardware").check();
  await field.fill("L-1");
  await radio(page, "Kind", "Access").check();
  await expect(field).toHaveValue("L-1");
});

test("a link fills in answers, and only such as fit", async ({ page, enter, company }) => {
  const { laptop } = company;
  await enter(
    "Aylin Kaya",
    "/services/laptop/request?answer.model=standard-14&answer.cost-centre=4410&answer.care-plan=maybe",
  );
  await expect(radio(page, laptop.model, laptop.standard)).toBeChecked();
  await expect(page.getByRole("textbox", { name: laptop.centre })).toHaveValue("4410");
});
