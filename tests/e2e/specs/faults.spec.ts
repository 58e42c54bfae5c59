// What goes wrong between the portal and its backend, and what it says then. Nothing typed is ever lost.

import type { Page } from "@playwright/test";
import { expect, test, unique } from "../fixtures";
import { tryAgain } from "../pages/catalog";
import { radio, receipt } from "../pages/form";
import { fill, send, toCheck } from "../pages/laptop";
import { begin, box, entry, reply, tag } from "../pages/ticket";
import { settled } from "../support/settle";

const REFUSED = /^\w+ \/itsm\/v1\/\S+: net::ERR_(FAILED|INTERNET_DISCONNECTED)$/;

test("a backend that is down, and comes back", async ({ page, enter, w, watch }) => {
  watch.expect(REFUSED);
  await enter("Aylin Kaya", "/services");
  await page.route(/\/itsm\/v1\/catalog\//, (route) => route.abort());
  await page.goto("/services");
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_title"));
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
  await page.unroute(/\/itsm\/v1\/catalog\//);
  await tryAgain(page, w);
});

test("a device that is offline says so, and what is there can be read", async ({ page, enter, w, watch, context }) => {
  watch.expectOffline();
  await enter("Aylin Kaya", "/");
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: "Laptop" }).first()).toBeVisible();
  await context.setOffline(true);
  const banner = page.getByRole("status").filter({ hasText: w("shell.offline") });
  await expect(banner).toBeVisible();
  await expect(main.getByRole("link", { name: "Laptop" }).first()).toBeVisible();
  await context.setOffline(false);
  await expect(banner).toHaveCount(0);
});

test("what did not come without a connection comes by itself once there is one", async ({ page, enter, w, watch, context }) => {
  watch.expectOffline();
  watch.expect(REFUSED);
  const tried = page.getByRole("button", { name: w("common.retry") });
  const title = page.getByRole("heading", { level: 1 });
  await enter("Aylin Kaya", "/services");
  await settled(page);
  await context.setOffline(true);
  // A part of the portal.
  await page
    .getByRole("navigation", { name: w("shell.navigation") })
    .getByRole("link", { name: w("shell.tickets") })
    .click();
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_chunk"));
  await context.setOffline(false);
  await expect(title).toHaveText(w("shell.tickets"));
  await expect(tried).toHaveCount(0);

  // What a page shows, beside what was typed into it.
  const options = /\/itsm\/v1\/incidents\/options/;
  await page.route(options, (route) => route.abort());
  await page.goto("/report");
  const wrong = page.getByRole("textbox", { name: w("report.title") });
  await wrong.fill("The lift plays music");
  await expect(tried).toBeVisible();
  await page.unroute(options);
  await context.setOffline(true);
  await expect(tried).toBeVisible();
  await context.setOffline(false);
  await expect(tried).toHaveCount(0);
  await expect(page.getByText(w("report.options_failed"))).toHaveCount(0);
  await expect(page.getByRole("radio").first()).toBeVisible();
  await expect(wrong).toHaveValue("The lift plays music");
});

test("a search that did not arrive without a connection is there once there is one", async ({
  page,
  enter,
  w,
  watch,
  context,
}) => {
  watch.expectOffline();
  await enter("Aylin Kaya", "/");
  await context.setOffline(true);
  const field = page.getByRole("main").getByRole("combobox", { name: w("search.label") });
  await field.fill("vpn");
  const lost = page.getByText(w("common.failed_chunk"));
  await expect(lost).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("option").filter({ hasText: "VPN" }).first()).toBeVisible();
  await expect(lost).toHaveCount(0);
  await expect(field).toHaveValue("vpn");
});

test("a request that does not get through is kept, and sent once", async ({ page, enter, w, company, watch }) => {
  watch.expect(REFUSED);
  await enter("Aylin Kaya", "/services/laptop/request");
  await fill(page, w, company);
  await toCheck(page, w).click();
  const keys = new Set<string | undefined>();
  // It arrives, but nobody hears of it: the worst that can happen.
  await page.route("**/itsm/v1/requests", async (route) => {
    keys.add(route.request().headers()["idempotency-key"]);
    await route.fetch();
    await route.abort();
  });
  await send(page, company).click();
  await expect(page.getByRole("alert").filter({ hasText: w("requests.not_sent") })).toBeVisible();
  await page.reload();
  await page.unroute("**/itsm/v1/requests");
  const answer = page.waitForResponse("**/itsm/v1/requests");
  await send(page, company).click();
  await receipt(page);
  // The backend knew it already, by its key.
  expect((await answer).headers()["idempotency-replayed"]).toBe("true");
  expect([...keys]).toEqual([(await answer).request().headers()["idempotency-key"]]);
});

test("a comment that does not get through is sent again", async ({ page, enter, w, watch, as }) => {
  watch.expect(REFUSED);
  const { id } = await (await as("Aylin Kaya")).report(unique("Printer"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  await page.route("**/comments", (route) => route.abort());
  await reply(page, w, "It is the one beside the lift.");
  const said = entry(page, "It is the one beside the lift.");
  await expect(said).toContainText(w("ticket_page.not_sent"));
  await page.unroute("**/comments");
  await said.getByRole("button", { name: w("ticket_page.send_again") }).click();
  await expect(said).not.toContainText(w("ticket_page.not_sent"));
  await page.reload();
  await expect(entry(page, "It is the one beside the lift.")).toBeVisible();
  await expect(page.getByRole("button", { name: w("ticket_page.send_again") })).toHaveCount(0);
});

test("a server that has had enough says when to come back, and is left alone until then", async ({
  page,
  enter,
  w,
  watch,
  as,
}) => {
  watch.expect(/: 429$/);
  const { id } = await (await as("Aylin Kaya")).report(unique("Scanner"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const keys: (string | undefined)[] = [];
  await page.route("**/comments", (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    // As a proxy would, in its own format.
    const headers = { "Retry-After": "120" };
    return route.fulfill({ status: 429, headers, contentType: "text/html", body: "<h1>Slow down</h1>" });
  });
  await reply(page, w, "It scans the same page twice.");
  const said = entry(page, "It scans the same page twice.");
  await expect(said).toContainText(w("common.failed_busy_wait", { wait: w("common.minutes", { count: 2 }) }));
  // It is said once the portal has given up: whatever it repeats by itself was repeated by then.
  expect(keys).toHaveLength(1);
  await page.unroute("**/comments");
  const sent = page.waitForRequest("**/comments");
  await said.getByRole("button", { name: w("ticket_page.send_again") }).click();
  expect((await sent).headers()["idempotency-key"]).toBe(keys[0]);
  await expect(said).not.toContainText(w("ticket_page.not_sent"));
});

test("two who act on the same: the second is shown what is now", async ({ page, enter, w, as, watch }) => {
  watch.expect(REFUSED, /actions\/cancel: 412$/);
  const api = await as("Aylin Kaya");
  const { id } = await api.report(unique("Headset"));
  // This page hears of nothing.
  await page.route("**/itsm/v1/events", (route) => route.abort());
  await enter("Aylin Kaya", `/tickets/${id}`);
  const form = await begin(page, w("ticket_page.cancel"));
  await form.getByRole("textbox").fill("I bought another.");
  await (await as("Tomasz Sikora")).act(id, "take");
  await form.getByRole("button", { name: w("ticket_page.cancel") }).click();
  await expect(page.getByText(w("ticket_page.overtaken_title")).first()).toBeVisible();
  await expect(tag(page, w("ticket.in_progress"))).toBeVisible();
  await expect(form.getByRole("textbox")).toHaveValue("I bought another.");
  await form.getByRole("button", { name: w("ticket_page.cancel") }).click();
  await expect(tag(page, w("ticket.cancelled"))).toBeVisible();
});

test("an approval that changed meanwhile is shown as it is now", async ({ page, enter, w, as, watch }) => {
  watch.expect(REFUSED, /decision: (412|409)$/);
  const aylin = await as("Aylin Kaya");
  const { id } = await aylin.requestMailbox(unique("Calibration"));
  const approval = await (await as("Mara Lindt")).approvalOf(id);
  await page.route("**/itsm/v1/events", (route) => route.abort());
  await enter("Mara Lindt", `/approvals/${approval}`);
  await page.getByRole("textbox", { name: w("approvals.reason") }).fill("Fine with me.");
  await aylin.act(id, "cancel");
  await page.getByRole("button", { name: w("approvals.approve"), exact: true }).click();
  await expect(page.getByText(w("approvals.no_longer_needed"))).toBeVisible();
});

test("a session that has ended: sign in again, and go on", async ({ page, enter, w, company, watch, context }) => {
  watch.expect(/: 401$/);
  await enter("Aylin Kaya", "/services/laptop/request");
  await fill(page, w, company);
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await context.request.delete("/itsm/v1/session");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
  await page.getByRole("button", { name: "Aylin Kaya" }).click();
  await expect(page).toHaveURL("/services/laptop/request");
  await expect(radio(page, company.laptop.model, company.laptop.design)).toBeChecked();
});

/** What a panic is to the browser: the portal's own module ends with a trap. Nobody can allocate with such an alignment. */
async function crash(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const script = document.querySelector<HTMLLinkElement>("link[rel=modulepreload]")?.href ?? "";
    const { initSync } = await import(script);
    setTimeout(() => initSync().__wbindgen_malloc(8, 3));
  });
}

test("a crash leads to a page that says so, and keeps what was typed", async ({ page, enter, w, as, watch }) => {
  watch.expect(/^page: RuntimeError/);
  const { id } = await (await as("Aylin Kaya")).report(unique("Camera"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  await box(page, w).fill("The light is on, the picture is black.");
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  await crash(page);
  await expect(page.getByRole("alert")).toContainText(w("boot.crashed_title"));
  await expect(page.getByRole("alert")).toContainText(w("boot.crashed_text"));
  const reload = page.getByRole("button", { name: w("boot.reload") });
  await expect(reload).toBeFocused();
  await reload.press("Enter");
  await expect(box(page, w)).toHaveValue("The light is on, the picture is black.");
});

test("a crash of another module on the page is none of ours", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/tickets");
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    error.stack = "RuntimeError: unreachable\n    at https://other.example/app.wasm:wasm-function[7]:0x1f";
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await expect(page.getByRole("heading", { level: 1, name: w("shell.tickets") })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});
