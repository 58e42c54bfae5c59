// Looking people and things up as one types: what is found, in which order, and what an earlier answer leaves of it.

import { axeInBothSchemes, expect, test, type Page, type Words } from "../fixtures";
import { ASKED, asked } from "../pages/asked";
import { lookUp, radio } from "../pages/form";
import { tabTo } from "../pages/keys";
import { toCheck } from "../pages/laptop";

const LOOKUPS = /\/itsm\/v1\/lookups\/people/;
const BROKEN = /lookups\/people.*net::ERR_FAILED/;

/** What was typed when a look-up was made. */
function typed(url: string): string {
  return new URL(url).searchParams.get("q") ?? "";
}

/** The field for somebody who decides in one's place. */
function delegate(page: Page, w: Words) {
  return page.getByRole("combobox", { name: w("approvals.delegate") });
}

const SITE = "At which site does it stand?";
const DEVICE = "Which device at that site is it?";
const CONTACT = "Who looks after the device there?";

/** The form of a fixed address, up to where it stands. */
async function toAddress(page: Page, w: Words, enter: (name: string, to: string) => Promise<void>): Promise<void> {
  await enter("Aylin Kaya", "/services/static-address/request");
  await radio(page, "What kind of device?", "Printer or label printer").check();
  await page.getByRole("textbox", { name: "Maker and model" }).fill("Printline C450");
  await page.getByRole("textbox", { name: "Hardware address (MAC)" }).fill("00:1A:2B:3C:4D:5E");
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expect(page.getByText(w("requests.answer_first", { question: SITE }))).toHaveCount(2);
}

/** The button that exchanges what was chosen. */
function change(page: Page, w: Words, question: string, chosen: string) {
  const name = new RegExp(`^${question.replace("?", "\\?")} ${chosen}.*${w("lookup.change")}$`);
  return page.getByRole("button", { name });
}

test("an earlier answer narrows the list, and changed it takes back what no longer fits", async ({ page, enter, w }) => {
  await toAddress(page, w, enter);
  await lookUp(page, SITE, "Ber", /Berlin/);

  // Yuki works in Tokyo.
  const contact = page.getByRole("combobox", { name: CONTACT });
  await contact.fill("Yuki Tanabe");
  await expect(page.getByText(w("lookup.nothing", { words: "Yuki Tanabe" })).first()).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await axeInBothSchemes(page);
  await lookUp(page, CONTACT, "Sikora", /Tomasz Sikora/);
  await lookUp(page, DEVICE, "raman", /Borealis 5 Raman/);
  await page.getByRole("textbox", { name: "Room" }).fill("1.07");
  await expect(change(page, w, CONTACT, "Tomasz Sikora")).toBeVisible();

  await change(page, w, SITE, "Berlin").click();
  await lookUp(page, SITE, "Tok", /Tokyo/);
  const told = (name: RegExp) => page.getByRole("paragraph").filter({ hasText: name });
  await expect(told(/Tomasz Sikora/)).toContainText(w.like("requests.taken_back"));
  await expect(told(/Borealis 5 Raman/)).toContainText(w.like("requests.taken_back"));
  await expect(contact).toHaveValue("");
  await expect(page.getByRole("combobox", { name: DEVICE })).toHaveValue("");
  await expect(page.getByRole("textbox", { name: "Room" })).toHaveValue("1.07");
  await axeInBothSchemes(page);

  await lookUp(page, CONTACT, "Yuki", /Yuki Tanabe/);
  await expect(change(page, w, CONTACT, "Yuki Tanabe")).toBeVisible();
  await expect(told(/Tomasz Sikora/)).toHaveCount(0);
  await expect(told(/Borealis 5 Raman/)).toHaveCount(1);

  // Whoever only looks at the sites again loses nothing.
  await change(page, w, SITE, "Tokyo").click();
  await lookUp(page, SITE, "Tok", /Tokyo/);
  await expect(change(page, w, CONTACT, "Yuki Tanabe")).toBeVisible();
});

test("what waits for an answer that was cleared can be taken back", async ({ page, enter, w }) => {
  await asked(page, [
    { id: "site", type: "location", label: "Site" },
    { id: "deputy", type: "person", label: "Deputy", narrowed_by: { location: "site" } },
  ]);
  await enter("Aylin Kaya", ASKED);
  await lookUp(page, "Site", "Ber", /Berlin/);
  await lookUp(page, "Deputy", "Mara", /Mara Lindt/);
  await page.getByRole("button", { name: `${w("lookup.clear")} Berlin` }).click();
  await expect(page.getByText(w("requests.answer_first", { question: "Site" }))).toBeVisible();
  const back = page.getByRole("button", { name: `${w("requests.take_back")} Deputy` });
  await back.click();
  await expect(back).toHaveCount(0);
  await toCheck(page, w).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
  await expect(page.getByRole("main")).not.toContainText("Mara Lindt · ");
});

test("what was chosen can be cleared, and the list read by keyboard alone @wide", async ({ page, enter, w }) => {
  await page.context().addInitScript(() => {
    addEventListener("pointerdown", () => console.error("a mouse was used"), true);
  });
  await enter("Mara Lindt", "/approvals/delegation");
  const field = delegate(page, w);
  await tabTo(page, field);
  await page.keyboard.press("ArrowDown");
  const options = page.getByRole("option");
  const chosen = page.getByRole("option", { selected: true });
  await expect(options).toHaveCount(20);
  await expect(page.getByText(w("lookup.more", { count: 20 })).first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveText((await options.first().textContent()) ?? "");
  await page.keyboard.press("End");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await expect(options.last()).toBeInViewport();
  await page.keyboard.press("Home");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await expect(field).toBeFocused();

  await page.keyboard.type("sommerfeld ulr");
  await expect(options).toHaveText([/Ulrike Sommerfeld/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const exchange = change(page, w, w("approvals.delegate"), "Ulrike Sommerfeld");
  await expect(exchange).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: `${w("lookup.clear")} Ulrike Sommerfeld` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");
});

test("a list that does not come is said, and asked for again", async ({ page, enter, w, watch }) => {
  watch.expect(BROKEN);
  await enter("Mara Lindt", "/approvals/delegation");
  const field = delegate(page, w);
  await page.route(LOOKUPS, (route) => route.abort());
  await field.fill("Ulrike");
  await expect(page.getByText(w("common.failed_offline")).first()).toBeVisible();
  await expect(field).toHaveValue("Ulrike");
  await axeInBothSchemes(page);
  await page.unroute(LOOKUPS);
  await page.getByRole("button", { name: w("common.retry") }).click();
  await expect(page.getByRole("option", { name: /Ulrike Sommerfeld/ })).toBeVisible();
  await expect(field).toBeFocused();

  // By keyboard, and by itself once the device is connected again.
  await page.route(LOOKUPS, (route) => route.abort());
  await field.fill("Ulr");
  await expect(page.getByText(w("common.failed_offline")).first()).toBeVisible();
  await page.unroute(LOOKUPS);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: /Ulrike Sommerfeld/ })).toBeVisible();
  await page.route(LOOKUPS, (route) => route.abort());
  await field.fill("Somm");
  await expect(page.getByText(w("common.failed_offline")).first()).toBeVisible();
  await page.unroute(LOOKUPS);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByRole("option", { name: /Ulrike Sommerfeld/ })).toBeVisible();
  await expect(field).toHaveValue("Somm");
});

test("the first letter is asked for at once, few of the others, and what comes late does not count", async ({ page, enter, w }) => {
  await enter("Mara Lindt", "/approvals/delegation");
  const asked: string[] = [];
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(LOOKUPS, async (route) => {
    const words = typed(route.request().url());
    asked.push(words);
    if (words === "U") await held;
    await route.continue();
  });
  const field = delegate(page, w);
  await field.focus();
  await field.pressSequentially("Ulrike Sommerfeld", { delay: 20 });
  const options = page.getByRole("option");
  await expect(options).toHaveText([/Ulrike Sommerfeld/]);
  expect(asked[0]).toBe("U");
  expect(asked.at(-1)).toBe("Ulrike Sommerfeld");
  // A slow machine may pause between letters; one call a letter it does not come to.
  expect(asked.length).toBeLessThan(9);

  const late = page.waitForResponse((answer) => LOOKUPS.test(answer.url()) && typed(answer.url()) === "U");
  letGo();
  await (await late).finished();
  // Until what was asked for after it has come too, and is drawn: by then it would be.
  await page.evaluate(async () => {
    await (await fetch("/itsm/v1/me")).text();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  await expect(options).toHaveText([/Ulrike Sommerfeld/]);
});

test("on a narrow screen list and remarks stay within it", async ({ page, enter, w }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enter("Mara Lindt", "/approvals/delegation");
  const field = delegate(page, w);
  await field.click();
  await expect(page.getByText(w("lookup.more", { count: 20 })).first()).toBeAttached();
  for (const option of await page.getByRole("option").all()) {
    const box = await option.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
  }
  await axeInBothSchemes(page);
  await lookUp(page, w("approvals.delegate"), "Ulrike", /Ulrike Sommerfeld/);
  const clear = page.getByRole("button", { name: `${w("lookup.clear")} Ulrike Sommerfeld` });
  await expect(clear).toBeInViewport();
  await clear.click();
  await expect(field).toBeFocused();
});
