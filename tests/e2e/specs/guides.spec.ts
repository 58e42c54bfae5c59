// Order guides: what is the same for several items is asked once, and what is included says why.

import { axeInBothSchemes, expect, inEachLanguage, test, type Page, type Words } from "../fixtures";
import { euros, line, link, panel, send, toCheck } from "../pages/cart";
import { followMistake, inDays, lookUp, mistakes, radio, receipt } from "../pages/form";
import type { Order } from "../support/api";
import type { Company } from "../support/company";
import { settled } from "../support/settle";

const MARA = "Mara Lindt";

/** Answers everything that the guide asks, for somebody who works from home. */
async function fillGuide(page: Page, w: Words, { newEmployee, laptop }: Company): Promise<void> {
  await radio(page, newEmployee.model, laptop.standard).check();
  await lookUp(page, newEmployee.site, "Ber", /Berlin/);
  await page.getByLabel(newEmployee.start).fill(inDays(14));
  await radio(page, newEmployee.remote, w("common.yes")).check();
  await page.getByRole("textbox", { name: newEmployee.centre }).fill("4410");
}

/** Leads from what is asked once to the items. */
function goOn(page: Page, w: Words) {
  return page.getByRole("button", { name: w("cart.guide_go_on"), exact: true });
}

/** An item that is offered. */
function pick(page: Page, name: string) {
  return page.getByRole("checkbox", { name: new RegExp(`^${name}`) });
}

/** The row of an item. */
function row(page: Page, name: string) {
  return page.getByRole("listitem").filter({ has: pick(page, name) });
}

inEachLanguage(() => {
  test("everything for a new colleague, from the catalog to one number", async ({ page, signIn, w, company, as }) => {
    const { newEmployee, laptop, headset, vpnAccess } = company;
    await signIn(page, MARA, "/services");
    await expect(page.getByRole("heading", { name: w("cart.guides") })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: newEmployee.name }).click();
    await expect(page).toHaveURL("/guides/new-employee");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(newEmployee.name);
    // A guide is one of the services.
    const areas = page.getByRole("navigation", { name: w("shell.navigation") });
    await expect(areas.locator("[aria-current]")).toHaveText(w("shell.services"));
    await goOn(page, w).click();
    await followMistake(page, w, radio(page, newEmployee.model, laptop.standard), newEmployee.needModel);
    await fillGuide(page, w, company);
    await expect(mistakes(page, w)).toHaveCount(0);
    await goOn(page, w).click();

    const choosing = w("cart.guide_items", { guide: newEmployee.name });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(choosing);
    await expect(pick(page, laptop.name)).toBeChecked();
    await expect(pick(page, laptop.name)).toBeDisabled();
    await expect(row(page, laptop.name)).toContainText(w("cart.guide_always"));
    await expect(row(page, vpnAccess.name)).toContainText(w("cart.guide_because", { because: newEmployee.fromHome }));
    await expect(pick(page, vpnAccess.name)).toBeDisabled();
    await expect(pick(page, headset.name)).toBeEnabled();
    await expect(pick(page, newEmployee.mobile)).toHaveCount(0);
    await pick(page, newEmployee.docking).uncheck();
    await page.getByRole("button", { name: w("cart.guide_put", { count: 3 }), exact: true }).click();

    // Item after item, with what only it asks.
    const save = page.getByRole("button", { name: w("cart.save_line"), exact: true });
    await expect(page).toHaveURL(/\/services\/laptop\/request\?line=/);
    await expect(page.getByText(w("cart.settled", { guide: newEmployee.name }))).toBeVisible();
    await expect(page.getByRole("group", { name: laptop.model })).toHaveCount(0);
    await expect(page.getByRole("textbox", { name: laptop.centre })).toHaveCount(0);
    await radio(page, laptop.carePlan, w("common.yes")).check();
    await save.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headset.verb);
    await radio(page, headset.model, headset.wired).check();
    await radio(page, headset.ears, headset.one).check();
    await radio(page, headset.handover, headset.pickUp).check();
    await expect(page.getByRole("textbox", { name: headset.centre })).toHaveCount(0);
    await save.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(vpnAccess.verb);
    await radio(page, vpnAccess.computer, vpnAccess.company).check();
    await radio(page, vpnAccess.place, vpnAccess.home).check();
    await page.getByRole("checkbox", { name: vpnAccess.files }).check();
    await save.click();

    await expect(page).toHaveURL("/cart");
    await expect(link(page, w, 3)).toBeVisible();
    await expect(line(page, headset.name)).toContainText("4410");
    await radio(page, w("requests.whom"), w("requests.whom_other")).check();
    await lookUp(page, w("requests.whom_person"), "Jonas We", /Jonas Weber/);
    await expect(panel(page, w)).toContainText(euros(w, 1349));
    await toCheck(page, w).click();
    await send(page, w).click();
    const id = await receipt(page);
    const order = (await (await as(MARA)).ticket(id)) as Order;
    expect(order.items.map((item) => item.title)).toEqual([laptop.name, headset.name, vpnAccess.name]);
    // What was ordered is no draft of the guide any more.
    await page.goto("/guides/new-employee");
    await expect(radio(page, newEmployee.model, laptop.standard)).not.toBeChecked();
  });

  test("an answer that helps closes the guide, which comes back with what was picked", async ({ page, enter, w, company }) => {
    test.slow();
    const { newEmployee, laptop, vpn } = company;
    await enter(MARA, "/guides/new-employee");
    await fillGuide(page, w, company);
    await goOn(page, w).click();
    await pick(page, newEmployee.docking).uncheck();
    await page.getByRole("link", { name: w("common.back"), exact: true }).click();
    const told = page.getByRole("textbox", { name: newEmployee.applications });
    await told.fill(vpn.words);
    const help = page.getByRole("complementary", { name: w("report.suggest") });
    await expect(help.getByText(w("learning.known_error"))).toBeVisible();
    await help.getByRole("link", { name: vpn.title }).click();
    const reader = page.getByRole("dialog", { name: vpn.title });
    await reader.getByRole("button", { name: w("learning.solved") }).click();
    await expect(page.getByText(w("learning.thanks"))).toBeVisible();
    await expect(told).toHaveValue("");
    await expect(radio(page, newEmployee.model, laptop.standard)).not.toBeChecked();
    await page.getByRole("button", { name: w("learning.undo") }).click();
    await expect(told).toHaveValue(vpn.words);
    await expect(told).toBeFocused();
    await goOn(page, w).click();
    await expect(pick(page, newEmployee.docking)).not.toBeChecked();
    await page.goBack();

    const counted = page.waitForResponse(/\/articles\/[^/]+\/solved$/, { timeout: 40_000 });
    await help.getByRole("button", { name: `${w("learning.solved")}: ${vpn.title}` }).click();
    expect((await counted).request().postDataJSON()).toEqual({ form: "new-employee" });
    // Once a day: another run of this test was counted for all of them.
    expect(await (await counted).json()).toEqual({ counted: expect.any(Boolean) });
    await page.reload();
    await settled(page);
    await expect(told, "the draft is gone").toHaveValue("");
    await expect(radio(page, newEmployee.model, laptop.standard)).not.toBeChecked();
  });
});

test("another answer includes other items", async ({ page, enter, w, company }) => {
  const { newEmployee, headset, vpnAccess } = company;
  await enter(MARA, "/guides/new-employee");
  await fillGuide(page, w, company);
  await goOn(page, w).click();
  await expect(pick(page, vpnAccess.name)).toBeChecked();
  await pick(page, headset.name).uncheck();
  await page.getByRole("link", { name: w("common.back"), exact: true }).click();
  await expect(page).toHaveURL("/guides/new-employee");
  await expect(page.getByRole("textbox", { name: newEmployee.centre })).toHaveValue("4410");
  await radio(page, newEmployee.phone, w("common.yes")).check();
  await goOn(page, w).click();
  await expect(pick(page, newEmployee.mobile)).toBeChecked();
  // What was left out by hand stays out.
  await expect(pick(page, headset.name)).not.toBeChecked();
  await page.goBack();
  await radio(page, newEmployee.remote, w("common.no")).check();
  await goOn(page, w).click();
  await expect(pick(page, vpnAccess.name)).toHaveCount(0);
});

test("what was answered survives a reload, and is a draft on home", async ({ page, enter, w, company }) => {
  const { newEmployee } = company;
  await enter(MARA, "/guides/new-employee");
  await fillGuide(page, w, company);
  await page.reload();
  await expect(page.getByRole("textbox", { name: newEmployee.centre })).toHaveValue("4410");
  // What was picked by hand as well.
  await goOn(page, w).click();
  await expect(pick(page, newEmployee.docking)).toBeChecked();
  await pick(page, newEmployee.docking).uncheck();
  await page.reload();
  await expect(page).toHaveURL("/guides/new-employee?step=items");
  await expect(pick(page, newEmployee.docking)).not.toBeChecked();
  await page.goto("/");
  const drafts = page.locator("section").filter({ has: page.getByRole("heading", { name: w("drafts.title") }) });
  await drafts.getByRole("link", { name: newEmployee.name }).click();
  await expect(page).toHaveURL("/guides/new-employee");
  await expect(page.getByRole("textbox", { name: newEmployee.centre })).toHaveValue("4410");
});

test("a link into the middle of a guide leads to its beginning", async ({ page, enter, company }) => {
  await enter("Daniel Reyes", "/guides/new-employee?step=items");
  await expect(page).toHaveURL("/guides/new-employee");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(company.newEmployee.name);
});

test("a guide that is not there says so", async ({ page, enter, w, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/catalog\/guides\/nothing: 404$/);
  await enter(MARA, "/guides/nothing");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_found_title"));
});

test("both steps of a guide, to axe", async ({ page, enter, w, company }) => {
  await enter(MARA, "/guides/new-employee");
  await goOn(page, w).click();
  await expect(mistakes(page, w)).toBeVisible();
  await settled(page);
  await axeInBothSchemes(page);
  await fillGuide(page, w, company);
  await goOn(page, w).click();
  await expect(pick(page, company.laptop.name)).toBeVisible();
  await settled(page);
  await axeInBothSchemes(page);
});
