// What one has in hand after one request: the receipt on the screen and on paper, and one request, whatever became of the
// answer.

import { expect, inEachLanguage, test, type Page } from "../fixtures";
import { centre, LAPTOP } from "../pages/drafts";
import { receipt } from "../pages/form";
import { fill, send, toCheck } from "../pages/laptop";
import { LINES } from "../pages/cart";
import { lights } from "../support/light";
import { settled } from "../support/settle";

const AYLIN = "Aylin Kaya";
const LOST = /^POST \/itsm\/v1\/requests: net::ERR_FAILED$/;

/** The requests for a laptop of whoever is signed in. Only one test has them file any. */
async function filed(page: Page): Promise<string[]> {
  const answer = await page.request.get("/itsm/v1/tickets?kind=request&limit=100");
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  return items.filter(({ title }) => title === "Laptop").map(({ id }) => id);
}

inEachLanguage(() => {
  test("on paper: the number, what was asked for, what comes next, and nothing to press", async ({
    page,
    enter,
    w,
    as,
    company,
  }) => {
    const { laptop } = company;
    const { id } = await (await as(AYLIN)).request("laptop", LINES.laptop.answers);
    // Who likes it dark has white paper all the same.
    await enter(AYLIN, "/status");
    await page.evaluate(() => localStorage.setItem("guichet:theme", "dark"));
    await page.goto(`/tickets/${id}?new=1`);
    await settled(page);
    expect((await lights(page)).paper).toBeLessThan(0.3);
    const home = page.getByRole("link", { name: w("ticket_page.receipt_home"), exact: true });
    const reply = page.getByRole("textbox", { name: w("ticket_page.reply"), exact: true });
    const cancel = page.getByRole("button", { name: w("ticket_page.cancel"), exact: true });
    for (const there of [home, reply, cancel]) await expect(there).toBeVisible();

    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const { ink, paper } = await lights(page);
    expect(ink, "dark ink").toBeLessThan(0.3);
    expect(paper, "white paper").toBeGreaterThan(0.95);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
    await expect(page.getByText(id, { exact: true }).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: w("ticket_page.receipt_next") })).toBeVisible();
    const next = page.getByRole("listitem");
    await expect(next.filter({ hasText: w("ticket_page.next_agree", { names: "Mara Lindt" }) }).first()).toBeVisible();
    for (const answer of [laptop.design, "Packaging", "4410", laptop.price]) {
      await expect(page.getByRole("definition").filter({ hasText: answer }).first(), answer).toBeVisible();
    }
    await expect(page.getByRole("heading", { name: w("shell.approvals"), exact: true })).toBeVisible();
    for (const gone of [home, reply, cancel]) await expect(gone).toBeHidden();
    for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("contentinfo")).toBeHidden();
    await expect(page.getByRole("navigation")).toHaveCount(0);
    // Not "today" alone.
    const sent = page.getByRole("definition").locator("time");
    await expect(sent.first()).toHaveAttribute("title", /20\d\d/);
    for (const time of await page.locator("main time").all()) {
      const behind = await time.evaluate((element) => getComputedStyle(element, "::after").content);
      expect(behind).toContain((await time.getAttribute("title")) ?? "");
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, "nothing leaves the paper").toBeLessThanOrEqual(0);
  });
});

test("what happens next follows what happened", async ({ page, enter, w, as }) => {
  const { id } = await (await as(AYLIN)).request("laptop", LINES.laptop.answers);
  await enter(AYLIN, `/tickets/${id}?new=1`);
  const title = page.getByRole("heading", { name: w("ticket_page.receipt_next") });
  const steps = page.locator("section").filter({ has: title }).getByRole("listitem");
  await expect(steps.first()).toHaveText(w("ticket_page.next_agree", { names: "Mara Lindt" }));
  await expect(steps).toHaveCount(4);
  await expect(steps.last()).toHaveText(w("ticket_page.next_date_later"));
  const mara = await as("Mara Lindt");
  await mara.decide(await mara.approvalOf(id), "approve");
  await expect(steps).toHaveCount(3);
  await expect(steps.first()).toContainText("Charles Bellamy");
});

test("an answer that was lost: sent again it is the same request", async ({ page, enter, w, company, watch }) => {
  watch.expect(LOST);
  await enter("Wiebke Harms", LAPTOP);
  await fill(page, w, company);
  await toCheck(page, w).click();
  let told = "";
  await page.route("**/itsm/v1/requests", async (route) => {
    told = ((await (await route.fetch()).json()) as { id: string }).id;
    await route.abort("failed");
  });
  const before = await filed(page);
  await send(page, company).dblclick();
  await expect(page.getByRole("alert").filter({ hasText: w("requests.not_sent") })).toBeVisible();
  await page.unroute("**/itsm/v1/requests");
  await send(page, company).click();
  expect(await receipt(page)).toBe(told);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
  expect((await filed(page)).filter((id) => !before.includes(id))).toEqual([told]);
});

test("an answer that was lost, and another one given: nobody files twice without knowing", async ({
  page,
  enter,
  w,
  company,
  watch,
}) => {
  watch.expect(LOST, /^POST \/itsm\/v1\/requests: 422$/);
  await enter("Konstantin Berg", LAPTOP);
  await fill(page, w, company);
  await toCheck(page, w).click();
  const before = await filed(page);
  await page.route("**/itsm/v1/requests", async (route) => {
    await route.fetch();
    await route.abort("failed");
  });
  await send(page, company).click();
  const failed = page.getByRole("alert").filter({ hasText: w("requests.not_sent") });
  await expect(failed).toBeVisible();
  await page.unroute("**/itsm/v1/requests");
  await page.getByRole("link", { name: new RegExp(`${w("requests.change")}.*${company.laptop.centre}`) }).click();
  await centre(page, company).fill("5100");
  await toCheck(page, w).click();
  await send(page, company).click();
  await expect(failed).toContainText(w("requests.sent_before"));
  await expect(failed.getByRole("link", { name: w("requests.see_tickets") })).toHaveAttribute("href", "/tickets");
  await expect(page.getByRole("definition").filter({ hasText: "5100" })).toBeVisible();
  expect((await filed(page)).filter((id) => !before.includes(id))).toHaveLength(1);
  // Whoever wants both says so once more.
  await send(page, company).click();
  await receipt(page);
  expect((await filed(page)).filter((id) => !before.includes(id))).toHaveLength(2);
});
