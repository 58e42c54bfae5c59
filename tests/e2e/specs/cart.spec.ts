// The cart: what is put in, changed, taken out, kept for later, and all of it to one number.

import { axeInBothSchemes, expect, inEachLanguage, test } from "../fixtures";
import {
  LINES,
  add,
  euros,
  fillHeadset,
  inCart,
  keptCart,
  line,
  link,
  panel,
  send,
  toCheck,
} from "../pages/cart";
import { expectMistake, followMistake, lookUp, mistakes, radio, receipt } from "../pages/form";
import { fill } from "../pages/laptop";
import type { Order } from "../support/api";
import { settled } from "../support/settle";

const AYLIN = "Aylin Kaya";
const BOTH = [LINES.headset, LINES.laptop];

inEachLanguage(() => {
  test("two services, from their forms to one number", async ({ page, signIn, w, company, as }) => {
    const { headset, laptop } = company;
    await signIn(page, AYLIN, "/services/headset/request");
    await expect(page.getByRole("banner").getByRole("link", { name: w.like("shell.cart") })).toHaveCount(0);
    // What is not complete is not put in.
    await add(page, w).click();
    await expect(mistakes(page, w)).toBeFocused();
    await fillHeadset(page, company);
    await page.getByRole("textbox", { name: headset.centre }).fill("4410");
    await add(page, w).click();
    await expect(page).toHaveURL("/cart");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.title"));
    await expect(link(page, w, 1)).toBeVisible();
    await page.goto("/services/laptop/request");
    await fill(page, w, company);
    await add(page, w).click();

    await expect(link(page, w, 2)).toBeVisible();
    // A question has its own sign, anything else gets one.
    for (const said of [
      w("requests.question_sign_answer", { question: headset.model, answer: headset.wired }),
      w("requests.question_answer", { question: headset.centre, answer: "4410" }),
    ]) {
      await expect(line(page, headset.name)).toContainText(said);
    }
    await expect(line(page, laptop.name)).toContainText(laptop.price);
    const sums = panel(page, w);
    await expect(sums).toContainText(euros(w, 2539));
    await expect(sums.getByText(w("cart.monthly"), { exact: true })).toBeVisible();
    await expect(sums).toContainText(laptop.carePrice);
    await expect(sums).toContainText("Mara Lindt");
    await expect(sums).toContainText(laptop.financeBecause);
    // In which order, and what one refusal does.
    await expect(sums.getByRole("listitem").filter({ hasText: "Mara Lindt" })).toContainText(w("requests.side_first"));
    const finance = sums.getByRole("listitem").filter({ hasText: laptop.financeBecause });
    await expect(finance).toContainText(w("requests.side_then"));
    const refusal = w.language === "de" ? /lehnt|Ablehnung|abgelehnt/i : /refus/i;
    await expect(finance).toContainText(refusal);

    const many = line(page, headset.name).getByRole("group", { name: w("cart.quantity", { item: headset.name }) });
    await many.getByRole("button", { name: w("cart.one_more") }).click();
    await expect(many.getByRole("status")).toHaveText("2");
    await expect(sums).toContainText(euros(w, 2598));

    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.check"));
    await expect(page.getByRole("definition").filter({ hasText: laptop.design })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: w("cart.cost_centre_own") })).toBeVisible();
    // How many, where there may be more than one.
    const part = (name: string) =>
      page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
    const count = part(headset.name).getByRole("term").filter({ hasText: w("requests.quantity") });
    await expect(count).toBeVisible();
    await expect(part(headset.name).getByRole("definition").filter({ hasText: /^\s*2\s*$/ })).toBeVisible();
    await expect(part(laptop.name).getByRole("term").filter({ hasText: w("requests.quantity") })).toHaveCount(0);
    await send(page, w).click();

    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
    const id = await receipt(page);
    // Those who are asked after the first are named as well, and the order waits for them.
    const next = page.locator("section").filter({
      has: page.getByRole("heading", { name: w("ticket_page.receipt_next"), exact: true }),
    });
    await expect(next.getByRole("listitem").filter({ hasText: "Ingrid Solberg" })).toBeVisible();
    const way = page.getByRole("list", { name: w("ticket_page.milestones") });
    await expect(way.locator("[aria-current=step]")).toContainText(w("ticket_page.step_approval"));
    await expect(page.getByRole("heading", { name: w("cart.order_items") }).first()).toBeVisible();
    const items = page.getByRole("listitem").filter({ has: page.getByText(/^RITM-\d+/) });
    await expect(items).toHaveCount(2);
    await expect(items.filter({ hasText: `2 × ${headset.name}` })).toContainText(euros(w, 118));
    await expect(items.filter({ hasText: laptop.name })).toContainText(w("ticket.awaiting_approval"));
    // Who decides on each, and in what order.
    const asked = items.filter({ hasText: laptop.name }).getByRole("listitem").filter({ hasText: "Mara Lindt" });
    await expect(asked).toContainText(w.like("ticket_page.approval_waiting_since"));
    await expect(items.filter({ hasText: laptop.name }).getByRole("listitem").last()).toContainText("Ingrid Solberg");
    await expect(items.filter({ hasText: headset.name })).not.toContainText(w("shell.approvals"));
    await expect(page.getByRole("banner").getByRole("link", { name: w.like("shell.cart") })).toHaveCount(0);
    const order = (await (await as(AYLIN)).ticket(id)) as Order;
    expect(order.items.map((item) => item.title)).toEqual([headset.name, laptop.name]);

    await items.getByRole("link", { name: laptop.name }).click();
    await expect(page).toHaveURL(/\/tickets\/RITM-\d+$/);
    await page.getByRole("link", { name: id, exact: true }).click();
    await expect(page).toHaveURL(`/tickets/${id}`);
  });
});

test("a line is changed in its form, and stays a line", async ({ page, enter, w, company }) => {
  const { headset } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.goto("/cart");
  const change = line(page, headset.name).getByRole("link", { name: `${w("requests.change")} ${headset.name}` });
  await change.click();
  await expect(page).toHaveURL("/services/headset/request?line=line-1");
  await expect(radio(page, headset.model, headset.wired)).toBeChecked();
  await expect(add(page, w)).toHaveCount(0);
  await page.getByRole("textbox", { name: headset.centre }).fill("44");
  await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
  await expect(mistakes(page, w)).toBeFocused();
  await page.getByRole("textbox", { name: headset.centre }).fill("5100");
  await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
  await expect(page).toHaveURL("/cart");
  await expect(line(page, headset.name)).toContainText("5100");
  await expect(link(page, w, 2)).toBeVisible();
  // It is no draft of a request.
  await page.goto("/services/headset/request");
  await expect(page.getByRole("textbox", { name: headset.centre })).toHaveValue("");
});

test("what was removed comes back", async ({ page, enter, w, company }) => {
  const { headset, laptop } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.goto("/cart");
  await expect(panel(page, w)).toContainText(euros(w, 2539));
  await line(page, headset.name).getByRole("button", { name: `${w("requests.remove")} ${headset.name}` }).click();
  await expect(line(page, headset.name)).toHaveCount(0);
  await expect(panel(page, w)).toContainText(laptop.price);
  const undo = page.getByRole("button", { name: w("cart.undo"), exact: true });
  await expect(undo).toBeFocused();
  await undo.click();
  // Where it was.
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toHaveText(headset.name);
  await expect(line(page, headset.name).getByRole("link")).toBeFocused();
  await expect(panel(page, w)).toContainText(euros(w, 2539));
});

test("what is saved for later is there later", async ({ page, enter, w, company }) => {
  const { headset, laptop } = company;
  await enter(AYLIN, "/services/laptop");
  const star = page.getByRole("button", { name: w("cart.wish"), exact: true });
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await star.click();
  const starred = page.getByRole("button", { name: w("cart.wished"), exact: true });
  await expect(starred).toHaveAttribute("aria-pressed", "true");

  await inCart(page, AYLIN, [LINES.headset]);
  await page.goto("/cart");
  await line(page, headset.name).getByRole("button", { name: `${w("cart.later")} ${headset.name}` }).click();
  await expect(page.getByText(w("cart.empty_title"))).toBeVisible();
  await page.reload();
  const wishes = page.locator("section").filter({ has: page.getByRole("heading", { name: w("cart.wishes") }) });
  await expect(wishes.getByRole("listitem")).toHaveCount(2);
  await expect(wishes.getByRole("link", { name: `${w("cart.begin")} ${laptop.name}` })).toHaveAttribute(
    "href",
    "/services/laptop/request",
  );
  await wishes.getByRole("button", { name: `${w("cart.to_cart")} ${headset.name}` }).click();
  await expect(line(page, headset.name)).toContainText(headset.wired);
  await expect(wishes.getByRole("listitem")).toHaveCount(1);
  await wishes.getByRole("button", { name: `${w("requests.remove")} ${laptop.name}` }).click();
  await expect(wishes).toHaveCount(0);
});

test("the cart survives a reload, is the same in every tab, and is nobody else's", async ({
  page,
  context,
  enter,
  w,
  company,
}) => {
  const { headset, laptop } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.goto("/cart");
  await page.getByRole("textbox", { name: w("cart.note") }).fill("For the fair.");
  const other = await context.newPage();
  await other.goto("/cart");
  await expect(other.getByRole("textbox", { name: w("cart.note") })).toHaveValue("For the fair.");
  await other.getByRole("button", { name: `${w("requests.remove")} ${laptop.name}` }).click();
  await expect(line(page, laptop.name)).toHaveCount(0);
  await expect(link(page, w, 1)).toBeVisible();
  await page.reload();
  await expect(line(page, headset.name)).toBeVisible();
  await other.close();

  await enter("Daniel Reyes", "/cart");
  await expect(page.getByText(w("cart.empty_title"))).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: w.like("shell.cart") })).toHaveCount(0);
});

test("what is secret is not kept, and is asked for again", async ({ page, enter, w, company }) => {
  const { pdf } = company;
  await enter(AYLIN, "/services/pdf-editor/request");
  await page.getByRole("checkbox", { name: pdf.sign }).check();
  await radio(page, pdf.certificate, w("common.yes")).check();
  const secret = page.getByRole("textbox", { name: pdf.legalName });
  await secret.fill("Aylin Zeynep Kaya");
  await add(page, w).click();
  await expect(line(page, pdf.name)).toBeVisible();
  expect(await keptCart(page, AYLIN)).toContain("certificate");
  expect(await keptCart(page, AYLIN)).not.toContain("Zeynep");
  // As long as the page is there, nobody has to type it again.
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("cart.check"));
  await expect(page.getByRole("main")).not.toContainText("Zeynep");

  await page.goto("/cart");
  await expect(line(page, pdf.name)).toContainText(pdf.needLegalName);
  await toCheck(page, w).click();
  const edit = line(page, pdf.name).getByRole("link");
  await followMistake(page, w, edit, pdf.needLegalName);
  await edit.click();
  await secret.fill("Aylin Zeynep Kaya");
  await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
  await expect(line(page, pdf.name)).not.toContainText(pdf.needLegalName);
  await toCheck(page, w).click();
  await expect(send(page, w)).toBeVisible();
});

test("a line whose file was left on its way says so and is not sent", async ({ page, enter, w, company }) => {
  const { headset } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [LINES.headset]);
  await page.evaluate(() => {
    const name = "guichet:cart:aylin-kaya";
    const cart = JSON.parse(localStorage.getItem(name) ?? "{}") as { lines: { kept: Record<string, unknown> }[] };
    cart.lines[0].kept.begun = { photo: [{ upload: "up-1", name: "crack.png", size: 700_000, modified: 0 }] };
    localStorage.setItem(name, JSON.stringify(cart));
  });
  await page.goto("/cart");
  const unfinished = w("files.unfinished", { name: "crack.png" });
  await expect(line(page, headset.name)).toContainText(unfinished);
  await toCheck(page, w).click();
  const edit = line(page, headset.name).getByRole("link");
  await followMistake(page, w, edit, unfinished);
  await expect(page).toHaveURL("/cart");
  // Its form asks for no file any more.
  await edit.click();
  await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
  await expect(line(page, headset.name)).not.toContainText(unfinished);
});

test("a quantity that is none is a mistake, not one", async ({ page, enter, w, company }) => {
  const { headset } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [{ ...LINES.headset, quantity: Number.NaN }]);
  await page.goto("/cart");
  await expect(line(page, headset.name).locator(".field__error")).toBeVisible();
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toBeFocused();
  await line(page, headset.name).getByRole("button", { name: w("cart.one_more") }).click();
  await expect(line(page, headset.name).getByRole("status")).toHaveText("1");
  await expect(line(page, headset.name).locator(".field__error")).toHaveCount(0);
});

inEachLanguage(() => {
  test("each mistake says what it is about, and leads there", async ({ page, enter, w, company }) => {
    const { headset, docking } = company;
    await enter(AYLIN, "/status");
    await inCart(page, AYLIN, [{ ...LINES.headset, quantity: 9 }, LINES.docking]);
    await page.goto("/cart");
    await expect(line(page, headset.name).locator(".field__error")).toBeVisible();
    await expect(line(page, docking.name).locator(".field__error")).toHaveCount(1);
    await toCheck(page, w).click();
    const all = mistakes(page, w).getByRole("link");
    await expect(all).toHaveCount(2);

    // How many there are is mended in the cart itself.
    const quantity = page.getByRole("group", { name: w("cart.quantity", { item: headset.name }) });
    const many = w.like("cart.of_item", { item: headset.name, words: w("requests.quantity") });
    await all.filter({ hasText: many }).click();
    await expect(quantity).toBeFocused();
    await expectMistake(quantity, w("requests.quantity"));
    for (const left of [8, 7, 6, 5]) {
      await quantity.getByRole("button", { name: w("cart.less") }).click();
      await expect(quantity.getByRole("status")).toHaveText(String(left));
    }
    await expect(all).toHaveCount(1);
    await expect(quantity).toHaveAccessibleDescription("");

    // What was answered is not: its question is named, so that it can be found in the form.
    const words = w("requests.question_sign_answer", { question: docking.screens, answer: docking.needScreens });
    await expect(all).toHaveText([w("cart.of_item", { item: docking.name, words })]);
    await expect(line(page, docking.name)).toContainText(words);
    await all.click();
    await expect(line(page, docking.name).getByRole("link")).toBeFocused();
  });
});

test("what is for somebody else says so once more before it is sent", async ({ page, enter, w, company }) => {
  const { headset, laptop } = company;
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.evaluate(() => {
    const name = "guichet:cart:aylin-kaya";
    const cart = JSON.parse(localStorage.getItem(name) ?? "{}") as { lines: { kept: Record<string, unknown> }[] };
    cart.lines[0].kept.for_other = true;
    cart.lines[0].kept.other = { id: "jonas-weber", name: "Jonas Weber" };
    localStorage.setItem(name, JSON.stringify(cart));
  });
  await page.goto("/cart");
  await toCheck(page, w).click();
  const whom = page.getByRole("definition").filter({ hasText: "Jonas Weber" });
  const part = (name: string) =>
    page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
  await expect(part(headset.name).getByRole("definition").filter({ hasText: "Jonas Weber" })).toBeVisible();
  await expect(part(laptop.name)).not.toContainText("Jonas Weber");
  await expect(whom).toHaveCount(1);
});

test("what is no longer on offer keeps its name, and each mistake names its line", async ({ page, enter, w, company }) => {
  const { headset } = company;
  await enter(AYLIN, "/status");
  const gone = { item: "no-such-thing", form: { id: "no-such-thing", version: 1 }, answers: {} };
  const begun = { ...LINES.headset, answers: {} };
  await inCart(page, AYLIN, [begun, gone]);
  await page.evaluate(() => {
    const name = "guichet:cart:aylin-kaya";
    const cart = JSON.parse(localStorage.getItem(name) ?? "{}") as { lines: { name: string }[] };
    cart.lines[1].name = "Fax machine";
    localStorage.setItem(name, JSON.stringify(cart));
  });
  await page.goto("/cart");
  await expect(line(page, "Fax machine")).toContainText(w("cart.not_offered"));
  // It costs something, once somebody has said which.
  await expect(line(page, headset.name).locator(".field__error").first()).toBeVisible();
  await expect(line(page, headset.name)).not.toContainText(w("common.free"));
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toBeFocused();
  const words = w("cart.of_item", { item: "Fax machine", words: w("cart.not_offered") });
  const out = page.getByRole("button", { name: `${w("requests.remove")} Fax machine` });
  // There is nothing to change in it, so that leads to where it is taken out.
  await expect(line(page, "Fax machine").getByRole("link")).toHaveCount(0);
  await mistakes(page, w).getByRole("link", { name: words, exact: true }).click();
  await expect(out).toBeFocused();
  const others = mistakes(page, w).getByRole("link", { name: new RegExp(`^${headset.name}: `) });
  await expect(others.first()).toBeVisible();
  await out.click();
  await expect(line(page, "Fax machine")).toHaveCount(0);
});

test("a form that has changed keeps what fits, line by line", async ({ page, enter, w, company }) => {
  const { headset, laptop } = company;
  await enter(AYLIN, "/status");
  const answers = { ...LINES.headset.answers, ears: "three", "cost-centre": "44", gone: "x" };
  const old = { ...LINES.headset, form: { id: "headset", version: 0 }, answers };
  await inCart(page, AYLIN, [old, LINES.laptop]);
  await page.goto("/cart");
  await expect(line(page, headset.name)).toContainText(w("cart.form_changed"));
  await expect(line(page, headset.name)).toContainText(headset.wired);
  // What does not fit is named, and what breaks a rule is there to mend.
  const left = w("requests.left_unknown", { question: headset.ears });
  await expect(line(page, headset.name)).toContainText(left);
  await expect(line(page, headset.name)).toContainText("Enter the cost centre");
  await expect(line(page, laptop.name)).not.toContainText(w("cart.form_changed"));
  await expect(panel(page, w)).toContainText(euros(w, 2539));
  await line(page, headset.name).getByRole("link").click();
  await expect(page.getByText(left)).toBeVisible();
  await expect(page.getByRole("textbox", { name: headset.centre })).toHaveValue("44");
  await page.getByRole("textbox", { name: headset.centre }).fill("4410");
  await radio(page, headset.ears, headset.one).check();
  await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
  await expect(line(page, headset.name)).not.toContainText(left);
});

test("the cart in each of its looks, to axe", async ({ page, enter, w }) => {
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [...BOTH, LINES.phone]);
  await page.goto("/cart");
  await settled(page);
  await radio(page, w("requests.whom"), w("cart.whom_several")).check();
  await page.getByText(w("cart.paste_open")).click();
  await page.getByRole("button", { name: w("cart.paste_add"), exact: true }).click();
  await lookUp(page, w("cart.add_person"), "Jonas We", /Jonas Weber/);
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toBeVisible();
  await axeInBothSchemes(page);
  await page.getByRole("button", { name: `${w("requests.remove")} Mobile phone` }).click();
  await page.getByRole("button", { name: `${w("cart.later")} Headset` }).click();
  await settled(page);
  await axeInBothSchemes(page);
  await toCheck(page, w).click();
  await expect(send(page, w)).toBeVisible();
  await settled(page);
  await axeInBothSchemes(page);
});
