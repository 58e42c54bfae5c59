// Addresses that lead nowhere, answers that make no sense, a server that is slow or broken.

import { expect, test, unique } from "../fixtures";
import { tryAgain } from "../pages/catalog";
import { settled } from "../support/settle";

test("an address that nobody knows", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/nowhere/at-all");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("common.not_found_title"));
  await page.getByRole("link", { name: w("common.not_found_action") }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("home.title", { name: "Aylin" }));
});

test("things that do not exist", async ({ page, enter, w, watch }) => {
  watch.expect(/^GET \/itsm\/v1\/\S+: 404$/);
  await enter("Aylin Kaya", "/");
  const gone = page.getByText(w("common.failed_not_found"));
  for (const path of ["/services/nothing", "/services/nothing/request"]) {
    await page.goto(path);
    await expect(gone, path).toBeVisible();
  }
  for (const [path, title] of [
    ["/tickets/INC-99999999", w("ticket_page.missing_title")],
    ["/approvals/nothing", w("approvals.missing_title")],
    ["/answers/nothing", w("knowledge.missing_title")],
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(title);
  }
});

test("addresses that are no ids", async ({ page, enter, w, watch }) => {
  watch.expect(/^GET \/\S+: 40[04]$/);
  await enter("Aylin Kaya", "/");
  const hostile = ["%3Cscript%3Ealert(1)%3C%2Fscript%3E", "a'b\"c", "x".repeat(300)];
  for (const area of ["services", "tickets", "answers", "approvals"]) {
    for (const id of hostile) {
      await page.goto(`/${area}/${id}`);
      const words = ["common.failed_not_found", "common.not_found_text", "knowledge.missing"].map((key) => w(key));
      const gone = words.map((each) => page.getByText(each)).reduce((all, each) => all.or(each));
      await expect(gone.first(), `${area} ${id}`).toBeVisible();
    }
  }
});

test("a ticket of somebody else does not exist", async ({ page, enter, w, as, watch }) => {
  const title = unique("Salary letter cannot be opened");
  const { id } = await (await as("Daniel Reyes")).report(title);
  watch.expect(/^GET \/itsm\/v1\/tickets\/\S+: 404$/);
  await enter("Aylin Kaya", `/tickets/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.missing_title"));
  await expect(page.getByRole("main")).not.toContainText(title);
  await page.getByRole("link", { name: w("ticket_page.missing_action") }).click();
  await expect(page).toHaveURL("/tickets");
  await page.goto(`/search?q=${encodeURIComponent(title)}`);
  await settled(page);
  await expect(page.getByRole("link", { name: title, exact: true })).toHaveCount(0);
});

test("filters that mean nothing are as if they were not there", async ({ page, enter, w }) => {
  await enter("Aylin Kaya", "/tickets?scope=everyone&phase=never&kind=nonsense");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.tickets"));
  await settled(page);
  await page.goto("/services?only=whatever&category=%2Fnothing&q=");
  await settled(page);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toHaveText(w("catalog.title"));
});

for (const [what, body, contentType] of [
  ["an empty object", "{}", "application/json"],
  ["a page of a proxy", "<!doctype html><title>Welcome</title>", "text/html"],
  ["half an answer", '{"items": [{"id": "lap', "application/json"],
] as const) {
  test(`an answer that makes no sense: ${what}`, async ({ page, enter, w }) => {
    await page.route(/\/catalog\/items\?/, (route) => route.fulfill({ body, contentType }));
    await enter("Aylin Kaya", "/services");
    await expect(page.getByRole("alert").first()).toContainText(w("common.failed_nonsense"));
    await page.unroute(/\/catalog\/items\?/);
    await tryAgain(page, w);
  });
}

test("a newer backend may say more than the portal knows", async ({ page, enter }) => {
  await page.route(/\/catalog\/items\?/, async (route) => {
    const answer = await route.fetch();
    const list = (await answer.json()) as { items: Record<string, unknown>[] };
    list.items.forEach((item) => Object.assign(item, { mood: "sunny", icon: "a-new-one" }));
    await route.fulfill({ response: answer, json: { ...list, more: true } });
  });
  await enter("Aylin Kaya", "/services");
  await expect(page.getByRole("main").getByRole("link", { name: "Laptop", exact: true })).toBeVisible();
});

test("a server with a problem names the number to ask about", async ({ page, enter, w, watch }) => {
  watch.expect(/: 500$/);
  const problem = { status: 500, code: "internal", title: "Something went wrong", request_id: "7f3a-11" };
  await page.route(/\/catalog\/items\?/, (route) =>
    route.fulfill({ status: 500, contentType: "application/problem+json", json: problem }),
  );
  await enter("Aylin Kaya", "/services");
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_server", { id: "7f3a-11" }));
});

test("a gateway that finds nobody behind it", async ({ page, enter, w, watch }) => {
  watch.expect(/: 502$/);
  await page.route(/\/catalog\/items\?/, (route) => route.fulfill({ status: 502, body: "<h1>Bad Gateway</h1>" }));
  await enter("Aylin Kaya", "/services");
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_offline"));
});

test("a server that never answers is not waited for without end", async ({ page, enter, w }) => {
  await page.route(/\/catalog\/items\?/, () => undefined);
  await enter("Aylin Kaya", "/services");
  // The portal's patience is 15 s.
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_slow"), { timeout: 25_000 });
});

test("a part of the portal that does not arrive", async ({ page, enter, w, watch }) => {
  watch.expect(/net::ERR_FAILED$/, /^console: /, /^page: /);
  await enter("Aylin Kaya", "/");
  await page.route(/\/assets\/.*\.wasm$/, (route) => route.abort());
  await page
    .getByRole("navigation", { name: w("shell.navigation") })
    .getByRole("link", { name: w("shell.tickets") })
    .click();
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_chunk"));
  await expect(page.getByRole("navigation", { name: w("shell.navigation") })).toBeVisible();
  await page.unroute(/\/assets\/.*\.wasm$/);
  await page.getByRole("button", { name: w("common.retry") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.tickets"));
});

test("a network that sends a page of its own in the place of parts of the portal", async ({ page, enter, w, watch }) => {
  watch.expect(/^console: /, /^page: /);
  await enter("Aylin Kaya", "/");
  const parts = /\/assets\/pack_\d+-[0-9a-f]+\.bin$/;
  const body = "<h1>Sign in to this network</h1>";
  await page.route(parts, (route) => route.fulfill({ contentType: "text/html", body }));
  await page
    .getByRole("navigation", { name: w("shell.navigation") })
    .getByRole("link", { name: w("shell.tickets") })
    .click();
  await expect(page.getByRole("alert").first()).toContainText(w("common.failed_chunk"));
  // What came is not held against what comes now.
  await page.unroute(parts);
  await page.getByRole("button", { name: w("common.retry") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("shell.tickets"));
});
