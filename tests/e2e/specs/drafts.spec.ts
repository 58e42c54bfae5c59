// What is typed and not yet sent: kept through whatever happens to the page, and shown to nobody else.

import { axeInBothSchemes, expect, test } from "../fixtures";
import { centre, drafts, everything, LAPTOP, tab, untilKept } from "../pages/drafts";
import { radio, receipt } from "../pages/form";
import { fill, send, toCheck } from "../pages/laptop";
import { settled } from "../support/settle";

test.describe("one tab", () => {
  test("what was typed in the last moment before a reload is there", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await centre(page, company).fill("4712");
    await page.reload();
    await expect(page.getByText(w.like("requests.restored"))).toBeVisible();
    await expect(centre(page, company)).toHaveValue("4712");
  });

  test("a time is shown once it is kept, and not before", async ({ page, enter, w, company }) => {
    await page.addInitScript(() => {
      // A slow disk: nothing is complete until the test says so.
      const held: (() => void)[] = [];
      Object.assign(window, { release: () => held.splice(0).forEach((go) => go()) });
      const complete = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
      Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
        get: complete?.get,
        set(this: IDBTransaction, hear: () => void) {
          complete?.set?.call(this, () => (this.mode === "readwrite" ? held.push(hear) : hear()));
        },
      });
    });
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4410");
    await untilKept(page, "4410");
    await expect(page.getByText(w.like("common.saved_at"))).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { release: () => void }).release());
    await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  });

  test("a crash of the tab loses nothing that was kept", async ({ page, context, enter, w, company, watch }) => {
    watch.expect(/^page: it crashed$/);
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await untilKept(page, "4410");
    await page.goto("chrome://crash").catch(() => undefined);
    await page.close().catch(() => undefined);
    const again = await tab(context, LAPTOP);
    await expect(centre(again, company)).toHaveValue("4410");
    await expect(radio(again, company.laptop.model, company.laptop.design)).toBeChecked();
    // What crashed does not lead any more.
    await expect(centre(again, company)).toBeEnabled();
  });

  test("a tab that is closed without a word loses nothing that was kept", async ({ page, context, enter, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4713");
    await untilKept(page, "4713");
    await page.close({ runBeforeUnload: false });
    const again = await tab(context, LAPTOP);
    await expect(centre(again, company)).toHaveValue("4713");
  });

  test("a session that ends in the middle: back at the same step with every answer", async ({
    page,
    context,
    enter,
    w,
    company,
    watch,
  }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", LAPTOP);
    await fill(page, w, company);
    await toCheck(page, w).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.check"));
    await context.request.delete("/itsm/v1/session");
    await send(page, company).click();
    const alert = page.getByRole("alert").filter({ hasText: w("requests.not_sent") });
    await alert.getByRole("link", { name: w("requests.sign_in") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
    await page.getByRole("button", { name: "Aylin Kaya" }).click();
    await expect(page).toHaveURL(`${LAPTOP}?step=check`);
    await expect(page.getByRole("definition").filter({ hasText: "4410" })).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "Packaging, some video" })).toBeVisible();
    await send(page, company).click();
    await receipt(page);
    // What was sent is kept no longer.
    await expect.poll(() => everything(page)).not.toContain("Packaging, some video");
  });

  test("a report survives the end of its session, too", async ({ page, context, enter, w, company, watch }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", "/report");
    const title = page.getByRole("textbox", { name: w("report.title") });
    await title.fill("The beamer hums");
    await radio(page, w("report.impact"), company.team).check();
    await context.request.delete("/itsm/v1/session");
    await page.reload();
    await page.getByRole("button", { name: "Aylin Kaya" }).click();
    await expect(title).toHaveValue("The beamer hums");
    await expect(radio(page, w("report.impact"), company.team)).toBeChecked();
  });

  test("another person sees nothing of it, and it waits for whose it is", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4714");
    await untilKept(page, "4714");
    await enter("Daniel Reyes", "/");
    await settled(page);
    await expect(drafts(page, w)).toHaveCount(0);
    await enter("Daniel Reyes", LAPTOP);
    await expect(centre(page, company)).toHaveValue("");
    await expect(page.getByText(w.like("requests.restored"))).toHaveCount(0);
    await centre(page, company).fill("9999");
    await untilKept(page, "9999");
    await enter("Aylin Kaya", LAPTOP);
    await expect(centre(page, company)).toHaveValue("4714");
  });

  test("signing out keeps it for the same person", async ({ page, enter, w, company, watch }) => {
    watch.expect(/: 401$/);
    await enter("Aylin Kaya", LAPTOP);
    await centre(page, company).fill("4715");
    await untilKept(page, "4715");
    await page.getByLabel(w("shell.account", { name: "Aylin Kaya" })).click();
    await page.getByRole("button", { name: w("shell.sign_out") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
    await enter("Aylin Kaya", LAPTOP);
    await expect(centre(page, company)).toHaveValue("4715");
  });

  test("what was kept before there was a database is moved over once", async ({ page, enter, w, as, company }) => {
    const api = await as("Aylin Kaya");
    const { form } = await api.get<{ form: { version: number } }>("/catalog/items/laptop");
    await enter("Aylin Kaya", "/status");
    await page.evaluate((version) => {
      const content = { version, answers: { "cost-centre": "4716" }, own: ["cost-centre"], quantity: "1", key: "" };
      const draft = { saved_at: Date.now(), person: "aylin-kaya", title: "Laptop", content };
      localStorage.setItem("guichet:draft:request:laptop", JSON.stringify(draft));
    }, form.version);
    await page.goto("/");
    await expect(drafts(page, w).getByRole("link", { name: company.laptop.name })).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem("guichet:draft:request:laptop"))).toBeNull();
    await drafts(page, w).getByRole("link", { name: company.laptop.name }).click();
    await expect(centre(page, company)).toHaveValue("4716");
  });
});

test("a browser that keeps nothing says so, and nothing is lost while one looks around", async ({
  page,
  enter,
  w,
  company,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await enter("Aylin Kaya", LAPTOP);
  await expect(page.getByText(w("drafts.unkept_title"))).toBeVisible();
  await fill(page, w, company);
  await axeInBothSchemes(page);
  const navigation = page.getByRole("navigation", { name: w("shell.navigation") });
  await navigation.getByRole("link", { name: w("shell.approvals") }).first().click();
  await expect(page).toHaveURL("/approvals");
  await page.goBack();
  await expect(centre(page, company)).toHaveValue("4410");
  await expect(page.getByText(w.like("common.saved_at"))).toHaveCount(0);
  await toCheck(page, w).click();
  await send(page, company).click();
  await receipt(page);
});

test("a full disk says so, and the form can still be sent", async ({ page, enter, w, company }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await enter("Aylin Kaya", LAPTOP);
  await expect(page.getByText(w("drafts.unkept_title"))).toHaveCount(0);
  await fill(page, w, company);
  await expect(page.getByText(w("drafts.unkept_title"))).toBeVisible();
  await toCheck(page, w).click();
  await send(page, company).click();
  await receipt(page);
});
