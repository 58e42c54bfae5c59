// An order: whom it is for, who pays, sending it once, who agrees to it, and ordering the same again.

import { expect, inEachLanguage, test } from "../fixtures";
import { LINES, add, euros, inCart, keptCart, line, panel, send, toCheck } from "../pages/cart";
import { followMistake, inDays, lookUp, mistakes, radio, receipt } from "../pages/form";
import type { Order } from "../support/api";
import { inParts } from "../support/parts";

const AYLIN = "Aylin Kaya";
const BOTH = [LINES.headset, LINES.laptop];
const DESIGN_SUITE = {
  item: "design-suite",
  form: { id: "design-suite", version: 1 },
  answers: { plan: "photo", cost_centre: "4410" },
};

inEachLanguage(() => {
  test("for several people, from a list of addresses", async ({ page, enter, w, company, as }) => {
    const { headset } = company;
    await enter(AYLIN, "/status");
    await inCart(page, AYLIN, [LINES.headset]);
    await page.goto("/cart");
    await radio(page, w("requests.whom"), w("cart.whom_several")).check();
    await toCheck(page, w).click();
    const person = page.getByRole("combobox", { name: w("cart.add_person") });
    await followMistake(page, w, person, w("cart.people_required"));
    await lookUp(page, w("cart.add_person"), "Jonas We", /Jonas Weber/);

    await page.getByText(w("cart.paste_open")).click();
    const list = page.getByRole("textbox", { name: w("cart.paste") });
    const known = "Mara Lindt <Mara.Lindt@nordlicht.example>; jonas.weber@nordlicht.example";
    await list.fill(`${known}\nnobody@nordlicht.example\nNils Nobody`);
    await page.getByRole("button", { name: w("cart.paste_add"), exact: true }).click();
    await expect(page.getByText(w("cart.paste_unknown"))).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "nobody@nordlicht.example" })).toBeVisible();
    // Nor is a name passed over that came without an address.
    await expect(page.getByRole("listitem").filter({ hasText: "Nils Nobody" })).toBeVisible();
    await expect(list).toHaveValue("nobody@nordlicht.example\nNils Nobody");
    // Whoever was there already is there once.
    await expect(page.getByText(w("cart.people", { count: 2, max: "50" }))).toBeVisible();
    await page.getByRole("button", { name: w("cart.add_me"), exact: true }).click();
    await expect(page.getByText(w("cart.people", { count: 3, max: "50" }))).toBeVisible();
    await expect(line(page, headset.name)).toContainText(w("cart.for_people", { count: 3 }));
    await expect(panel(page, w)).toContainText(euros(w, 177));
    await page.getByRole("button", { name: `${w("requests.remove")} Mara Lindt` }).click();
    await expect(panel(page, w)).toContainText(euros(w, 118));

    await toCheck(page, w).click();
    await expect(page.getByRole("definition").filter({ hasText: `Jonas Weber, ${AYLIN}` })).toBeVisible();
    await send(page, w).click();
    const id = await receipt(page);
    await expect(page.getByText(w.like("cart.for_person", { name: "Jonas Weber" })).first()).toBeVisible();
    const both = `Jonas Weber, ${w("ticket_page.you")}`;
    await expect(page.getByRole("definition").filter({ hasText: both })).toBeVisible();
    const order = (await (await as(AYLIN)).ticket(id)) as Order;
    expect(order.items).toHaveLength(2);
    const theirs = await (await as("Jonas Weber")).find(order.items[0].id);
    expect(theirs).toEqual([order.items[0].id]);
  });
});

test("there is no room for a fifty-first person", async ({ page, enter, w, as }) => {
  const all = await (await as(AYLIN)).get<{ facts: { email: string } }[]>("/lookups/people?facts=true&limit=60");
  const addresses = all.map((person) => person.facts.email).filter((email) => !email.startsWith("aylin.kaya"));
  expect(addresses.length).toBeGreaterThanOrEqual(51);
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [LINES.headset]);
  await page.goto("/cart");
  await radio(page, w("requests.whom"), w("cart.whom_several")).check();
  await page.getByText(w("cart.paste_open")).click();
  await page.getByRole("textbox", { name: w("cart.paste") }).fill(addresses.slice(0, 51).join("\n"));
  await page.getByRole("button", { name: w("cart.paste_add"), exact: true }).click();
  await expect(page.getByText(w("cart.people", { count: 50, max: "50" }))).toBeVisible();
  await expect(page.getByText(w.like("cart.paste_left", { max: "50" }))).toBeVisible();
  await expect(panel(page, w)).toContainText(euros(w, 50 * 59));
});

test("the list goes on behind those who are chosen, and one other person leaves them be", async ({ page, enter, w, as }) => {
  const all = await (await as(AYLIN)).get<{ facts: { email: string } }[]>("/lookups/people?facts=true&limit=30");
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [LINES.headset]);
  await page.goto("/cart");
  const whom = (answer: string) => radio(page, w("requests.whom"), answer);
  await whom(w("cart.whom_several")).check();
  await page.getByText(w("cart.paste_open")).click();
  await page.getByRole("textbox", { name: w("cart.paste") }).fill(all.map((person) => person.facts.email).join("\n"));
  await page.getByRole("button", { name: w("cart.paste_add"), exact: true }).click();
  const count = page.getByText(w("cart.people", { count: 30, max: "50" }));
  await expect(count).toBeVisible();
  await page.getByRole("combobox", { name: w("cart.add_person") }).click();
  const list = page.getByRole("listbox", { name: w("cart.add_person") });
  await expect(list.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await whom(w("requests.whom_other")).check();
  await lookUp(page, w("requests.whom_person"), "Jonas We", /Jonas Weber/);
  await whom(w("cart.whom_several")).check();
  await expect(count).toBeVisible();
});

test("whoever may not be ordered for is named", async ({ page, enter, w }) => {
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [LINES.headset, LINES.phone]);
  await page.goto("/cart");
  await radio(page, w("requests.whom"), w("requests.whom_other")).check();
  await lookUp(page, w("requests.whom_person"), "Jonas We", /Jonas Weber/);
  await expect(line(page, "Mobile phone").locator(".field__error").first()).toBeVisible();
  await toCheck(page, w).click();
  await expect(mistakes(page, w)).toContainText("Jonas Weber (Mobile phone)");
  await expect(page).toHaveURL("/cart");
});

for (const many of [false, true]) {
  const whom = many ? "one of several" : "the one";
  test(`a line is asked what ${whom} it is for is asked`, async ({ page, enter, w }) => {
    await enter(AYLIN, "/status");
    await inCart(page, AYLIN, [DESIGN_SUITE]);
    await page.goto("/cart");
    await radio(page, w("requests.whom"), many ? w("cart.whom_several") : w("requests.whom_other")).check();
    const field = many ? w("cart.add_person") : w("requests.whom_person");
    if (many) await page.getByRole("button", { name: w("cart.add_me"), exact: true }).click();
    // She is a contractor, and designers who are none are not asked this.
    await lookUp(page, field, "Lena Hof", /Lena Hoffmann/);
    const suite = line(page, "Design suite");
    await expect(suite).toContainText("Enter the last day of the contract");
    const href = await suite.getByRole("link").getAttribute("href");
    await page.goto(`${href}&step=2`);
    const end = page.getByLabel("When does the contract end?");
    await expect(end).toBeVisible();
    await end.fill(inDays(90));
    await page.getByRole("button", { name: w("cart.save_line"), exact: true }).click();
    await expect(page).toHaveURL("/cart");
    await expect(suite).toBeVisible();
    await expect(suite).not.toContainText("Enter the last day of the contract");
    await toCheck(page, w).click();
    await expect(send(page, w)).toBeVisible();
  });
}

test("a cost centre is chosen among those that one may charge", async ({ page, enter, w, as }) => {
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.goto("/cart");
  const payer = page.getByRole("combobox", { name: w("cart.cost_centre") });
  await expect(payer.locator("option")).toHaveText([w("cart.cost_centre_own"), "4410 Product design"]);
  await payer.selectOption("4410");
  await toCheck(page, w).click();
  await expect(page.getByRole("definition").filter({ hasText: "4410 Product design" })).toBeVisible();
  await send(page, w).click();
  const id = await receipt(page);
  const { cost_centre } = (await (await as(AYLIN)).ticket(id)) as Order & { cost_centre: { id: string } };
  expect(cost_centre.id).toBe("4410");

  // One that is no longer theirs is refused where it can be changed.
  await inCart(page, AYLIN, BOTH);
  await page.evaluate(() => {
    const name = "guichet:cart:aylin-kaya";
    const cart = JSON.parse(localStorage.getItem(name) ?? "{}") as object;
    localStorage.setItem(name, JSON.stringify({ ...cart, cost_centre: "2100" }));
  });
  await page.goto("/cart");
  await expect(panel(page, w)).toContainText(euros(w, 2539));
  await toCheck(page, w).click();
  await followMistake(page, w, page.getByRole("combobox", { name: w("cart.cost_centre") }));
});

test("an order whose answer was lost is filed once, also after a reload", async ({ page, enter, w, as, watch }) => {
  watch.expect(/^POST \/itsm\/v1\/orders: net::ERR_FAILED$/);
  const keys = new Set<string>();
  let filed = "";
  let lost = true;
  await page.route(/\/itsm\/v1\/orders$/, async (route) => {
    keys.add(route.request().headers()["idempotency-key"] ?? "");
    if (!lost) return route.continue();
    filed = ((await (await route.fetch()).json()) as Order).id;
    return route.abort("failed");
  });
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, BOTH);
  await page.goto("/cart");
  // The key is there once anything was changed.
  await page.getByRole("textbox", { name: w("cart.note") }).fill("Only once.");
  await toCheck(page, w).click();
  await send(page, w).dblclick();
  await expect(page.getByRole("alert").filter({ hasText: w("requests.not_sent") })).toBeVisible();
  await page.reload();
  lost = false;
  await send(page, w).click();
  expect(await receipt(page)).toBe(filed);
  expect([...keys]).toHaveLength(1);
  const order = (await (await as(AYLIN)).ticket(filed)) as Order;
  expect(order.items).toHaveLength(2);
  expect(await keptCart(page, AYLIN)).not.toContain("line-1");
});

test("the same is ordered again, one thing or several", async ({ page, enter, w, company, as }) => {
  const { headset, laptop } = company;
  const api = await as(AYLIN);
  const one = await api.request("headset", LINES.headset.answers);
  await enter(AYLIN, `/tickets/${one.id}`);
  await page.getByRole("link", { name: w("cart.order_again"), exact: true }).click();
  await expect(page).toHaveURL(`/services/headset/request?again=${one.id}`);
  await expect(page.getByText(w("cart.filled_in_from", { request: one.id }))).toBeVisible();
  await expect(radio(page, headset.model, headset.wired)).toBeChecked();
  await expect(page.getByRole("textbox", { name: headset.centre })).toHaveValue("4410");

  const several = await api.order([{ ...LINES.headset, quantity: 2 }, LINES.laptop], { cost_centre: "4410" });
  await page.goto(`/tickets/${several.id}`);
  await page.getByRole("link", { name: w("cart.order_again"), exact: true }).click();
  await expect(page).toHaveURL("/cart");
  await expect(line(page, headset.name)).toContainText(w("cart.filled_in_from", { request: several.id }));
  await expect(line(page, headset.name).getByRole("status")).toHaveText("2");
  await expect(panel(page, w)).toContainText(euros(w, 2598));
  await expect(page.getByRole("combobox", { name: w("cart.cost_centre") })).toHaveValue("4410");
  // A reload does not put it in once more.
  await page.reload();
  await expect(page.getByRole("heading", { level: 3, name: laptop.name, exact: true })).toHaveCount(1);
});

test("ordered again beside what is in the cart already", async ({ page, enter, w, company, as }) => {
  const { headset, laptop, pdf } = company;
  const aylin = await as(AYLIN);
  const { form } = await aylin.get<{ form: { id: string; version: number } }>("/catalog/items/pdf-editor");
  const signing = {
    item: "pdf-editor",
    form,
    answers: { tasks: ["sign"], certificate: true, legal_name: AYLIN },
  };
  const more = { cost_centre: "4410", requested_for: ["jonas-weber"] };
  const before = await aylin.order([LINES.headset, signing], more);
  await enter(AYLIN, "/status");
  await inCart(page, AYLIN, [LINES.laptop]);
  await page.goto(`/cart?again=${before.id}`);
  await expect(line(page, headset.name)).toContainText(w("cart.filled_in_from", { request: before.id }));
  await expect(line(page, headset.name)).toContainText(w("cart.for_person", { name: "Jonas Weber" }));
  // A secret is not given out again, and that is said.
  await expect(line(page, pdf.name)).toContainText(w("requests.left_unknown", { question: pdf.legalName }));
  // What was there is for whom it was, and paid as it was.
  await expect(line(page, laptop.name)).not.toContainText("Jonas Weber");
  await expect(radio(page, w("requests.whom"), w("requests.whom_me"))).toBeChecked();
  await expect(page.getByRole("combobox", { name: w("cart.cost_centre") })).toHaveValue("");
});

test("what one may not see cannot be ordered again, and that is said", async ({ page, enter, w, as, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/requests\/\S+: 404$/);
  const { id } = await (await as(AYLIN)).request("headset", LINES.headset.answers);
  await enter("Daniel Reyes", `/services/headset/request?again=${id}`);
  await expect(page.getByText(w("cart.not_filled_in", { request: id }))).toBeVisible();
  await expect(add(page, w)).toBeVisible();
});

inEachLanguage(() => {
  test("whoever approves is asked once, and decides all of it or a part", async ({ page, enter, w, company, as }) => {
    const { headset } = company;
    const aylin = await as(AYLIN);
    const order = await aylin.order([LINES.laptop, { ...LINES.headset, quantity: 3 }]);
    const asked = await (await as("Mara Lindt")).approvalOfOrder(order.id);
    await enter("Mara Lindt", "/approvals");
    const row = page.getByRole("listitem").filter({ hasText: asked.ticket });
    await expect(row).toContainText(w("common.order_more", { count: 1 }));
    // What one press decides costs what all of it does.
    const all = w.like("common.order_together", { price: euros(w, 2657) });
    await expect(row).toContainText(all);
    // Home says the same of it, whatever else waits there.
    await inParts(page, /\/itsm\/v1\/approvals\?/, 3, (items) => items.filter(({ ticket }) => ticket === asked.ticket));
    await page.goto("/");
    const rows = page.getByRole("main").getByRole("listitem");
    const home = rows.filter({ has: page.getByText(w("home.approval"), { exact: true }) });
    await expect(home).toHaveCount(1);
    await expect(home).toContainText(asked.ticket);
    await expect(home).toContainText(w("common.order_more", { count: 1 }));
    await expect(home).toContainText(all);
    await home.getByRole("link").click();

    const rest = page.getByRole("group", { name: w("approvals.order_others") });
    const along = rest.getByRole("checkbox");
    await expect(along).toBeChecked();
    const both = page.getByRole("button", { name: w("approvals.approve_all", { count: 2 }), exact: true });
    await expect(both).toBeVisible();
    const refuse = w("approvals.refuse_all", { count: 2 });
    await expect(page.getByRole("button", { name: refuse, exact: true })).toBeVisible();
    const cost = page.getByRole("complementary");
    const sum = w("approvals.cost_of_all", { count: 2 });
    await expect(cost).toContainText(sum);
    await expect(cost).toContainText(euros(w, 2657));
    await along.uncheck();
    await expect(cost).not.toContainText(sum);
    await expect(page.getByRole("button", { name: w("approvals.approve"), exact: true })).toBeVisible();
    await expect(both).toHaveCount(0);
    await along.check();
    await both.click();
    await expect(page.getByText(w.like("approvals.you_approved"))).toBeVisible();
    await expect(page.getByText(w("approvals.along_decided", { count: 1 }))).toBeVisible();

    const now = (await aylin.ticket(order.id)) as Order;
    const states = Object.fromEntries(now.items.map((item) => [item.title, item.state]));
    // The laptop still waits for finance.
    expect(states).toMatchObject({ [headset.name]: "in_progress", Laptop: "awaiting_approval" });
  });
});

inEachLanguage(() => {
  test("all of an order is decided from the list", async ({ page, enter, w, company, as }) => {
    const aylin = await as(AYLIN);
    const order = await aylin.order([LINES.laptop, { ...LINES.headset, quantity: 3 }]);
    const asked = await (await as("Mara Lindt")).approvalOfOrder(order.id);
    await enter("Mara Lindt", "/approvals");
    const row = page.getByRole("listitem").filter({ hasText: asked.ticket });
    const both = w("approvals.approve_all", { count: 2 });
    await row.getByRole("button", { name: new RegExp(`^${both}`) }).click();
    const form = page.locator("form").filter({
      has: page.getByRole("heading", { name: w("approvals.approve_count", { count: 2 }), exact: true }),
    });
    const more = w("common.order_more", { count: 1 });
    await expect(form.getByRole("listitem")).toContainText(`${asked.ticket} ${more}`);
    await form.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
    await expect(page.getByText(w.like("approvals.result_approved"))).toContainText(more);
    await expect(form).toHaveCount(0);
    const now = (await aylin.ticket(order.id)) as Order;
    const states = Object.fromEntries(now.items.map((item) => [item.title, item.state]));
    expect(states).toMatchObject({ [company.headset.name]: "in_progress", Laptop: "awaiting_approval" });
  });
});

inEachLanguage(() => {
  test("each item of an order says who has decided, who decides now, and who after them", async ({ page, enter, w, as, company }) => {
    const { headset, laptop } = company;
    const order = await (await as(AYLIN)).order(BOTH);
    await enter(AYLIN, `/tickets/${order.id}`);
    const item = (name: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
    const step = (who: string) => item(laptop.name).getByRole("listitem").filter({ hasText: who });
    await expect(step("Mara Lindt")).toContainText(w.like("ticket_page.approval_waiting_since"));
    await expect(step("Ingrid Solberg")).toContainText(w("ticket_page.approval_later"));
    await expect(step("Ingrid Solberg")).toContainText(laptop.financeBecause);
    await expect(item(headset.name)).not.toContainText(w("shell.approvals"));
    const mara = await as("Mara Lindt");
    await mara.decide((await mara.approvalOfOrder(order.id)).id, "approve", "Within the budget");
    // As it happens, and with what she wrote.
    await expect(step("Mara Lindt")).toContainText(w.like("ticket_page.approval_approved"));
    await expect(step("Mara Lindt")).toContainText("Within the budget");
    await expect(step("Ingrid Solberg")).toContainText(w.like("ticket_page.approval_waiting_since"));
  });
});

test("the receipt of an order, on paper", async ({ page, enter, w, as, company }) => {
  const { headset, laptop } = company;
  const { id } = await (await as(AYLIN)).order(BOTH);
  await enter(AYLIN, `/tickets/${id}?new=1`);
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await page.getByRole("button", { name: w("cart.order_print"), exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: headset.name, exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: laptop.name, exact: true })).toBeVisible();
  await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
  await expect(page.getByText(w("ticket_page.receipt_next"))).toBeVisible();
  await expect(page.getByText(w("cart.order_print"), { exact: true })).toBeHidden();
  await expect(page.getByText(w("cart.order_again"), { exact: true })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
});
