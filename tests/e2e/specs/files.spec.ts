// Files: every way in, on their way in pieces, cut off and gone on with, refused before and after, and looked at.

import type { Page } from "@playwright/test";
import { axeInBothSchemes, expect, inEachLanguage, test, unique, type Words } from "../fixtures";
import type { Company } from "../support/company";
import * as cart from "../pages/cart";
import { dragged, fileActions, Line, paste, picture, PIECE, program } from "../pages/files";
import { everything } from "../pages/drafts";
import { file, lookUp, PIXEL, radio, receipt } from "../pages/form";
import { enterAt } from "../pages/keys";
import { box, entry, reply } from "../pages/ticket";

const BROKEN = /^\w+ \/itsm\/v1\/\S+: net::ERR_(FAILED|INTERNET_DISCONNECTED)$/;
const TEXT = Buffer.from("As seen on my screen.\n").toString("base64");

/** A text on the page; what is told to screen readers stands elsewhere. */
function words(page: Page, text: string | RegExp) {
  return page.getByRole("main").getByText(text, { exact: true });
}

/** Leads to the question for a photo of the damage. */
async function toPhoto(page: Page, w: Words, { repair }: Company) {
  await lookUp(page, repair.device, "", /ThinkBook 14/);
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await radio(page, repair.part, repair.screen).check();
  await page.getByRole("textbox", { name: repair.details }).fill("It fell from the desk this morning and has a crack.");
  return page.getByLabel(repair.photo);
}

inEachLanguage(() => {
  test("a photo is on its way piece by piece, is seen, and goes with the request", async ({ page, enter, w, company }, info) => {
    await enter("Aylin Kaya", "/services/laptop-repair/request");
    const photo = await toPhoto(page, w, company);
    const line = await Line.of(page);
    line.hold(PIECE);
    await photo.setInputFiles(picture(info, "crack.png"));
    const { cancel, remove, bar, preview } = fileActions(page, w, "crack.png");
    await expect(bar).toHaveJSProperty("value", 37);
    await expect(words(page, w.like("files.going", { percent: "37" }))).toBeVisible();
    await expect(cancel).toBeVisible();
    await expect(preview).toHaveJSProperty("naturalWidth", 1);

    // The next page need not wait for it, and an answer that comes is none that is missing.
    await page.getByRole("button", { name: w("requests.go_on") }).click();
    await lookUp(page, company.repair.site, "Ber", /Berlin/);
    await radio(page, company.repair.loan, w("common.no")).check();
    await page.getByRole("button", { name: company.repair.verb, exact: true }).click();
    await expect(words(page, w("files.later", { count: 1 }))).toBeVisible();
    await page.getByRole("link", { name: w("common.back"), exact: true }).click();
    await expect(bar).toBeVisible();
    await line.release();
    // It goes by itself when all of it is there.
    await expect(page).toHaveURL(/\/tickets\/REQ-\d+\?new=1$/);
    expect(line.calls).toEqual(["POST", "PATCH 0", `PATCH ${PIECE}`, `PATCH ${2 * PIECE}`]);
    await expect(remove).toHaveCount(0);
    const link = page.getByRole("link", { name: /crack\.png/ }).first();
    await expect(link.locator("img")).toHaveJSProperty("naturalWidth", 1);
    const download = page.waitForEvent("download");
    await link.click();
    expect((await download).suggestedFilename()).toBe("crack.png");
  });

  test("goes into the cart once its photo is there, and from there with the order", async ({
    page,
    enter,
    w,
    company,
  }, info) => {
    await enter("Aylin Kaya", "/services/laptop-repair/request");
    const photo = await toPhoto(page, w, company);
    const line = await Line.of(page);
    line.hold(PIECE);
    await photo.setInputFiles(picture(info, "crack.png"));
    await page.getByRole("button", { name: w("requests.go_on") }).click();
    await lookUp(page, company.repair.site, "Ber", /Berlin/);
    await radio(page, company.repair.loan, w("common.no")).check();
    await cart.add(page, w).click();
    const later = words(page, w("cart.hold", { count: 1 }));
    await expect(later).toBeVisible();
    await page.getByRole("button", { name: w("cart.hold_stop"), exact: true }).click();
    await expect(later).toHaveCount(0);
    // Sending it is another matter: only what was pressed last happens.
    await page.getByRole("button", { name: company.repair.verb, exact: true }).click();
    await expect(words(page, w("files.later", { count: 1 }))).toBeVisible();
    await cart.add(page, w).click();
    await expect(later).toBeVisible();
    await expect(words(page, w("files.later", { count: 1 }))).toHaveCount(0);
    await line.release();
    await expect(page).toHaveURL("/cart");
    await expect(cart.line(page, company.repair.name)).toContainText("crack.png");
    await cart.toCheck(page, w).click();
    await cart.send(page, w).click();
    await receipt(page);
    await expect(page.getByRole("link", { name: /crack\.png/ }).first()).toBeVisible();
  });

  test("a reply waits for its files, or does not go yet", async ({ page, enter, w, as }, info) => {
    const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
    await enter("Aylin Kaya", `/tickets/${id}`);
    const line = await Line.of(page);
    line.hold();
    const names = ["one.png", "two.png"];
    await page.getByLabel(w("ticket_page.files_label")).setInputFiles(names.map((name) => picture(info, name)));
    await line.holds(2);
    await reply(page, w, "Both sides of it");
    const later = words(page, w("files.later", { count: 2 }));
    await expect(later).toBeVisible();
    await page.getByRole("button", { name: w("files.not_yet"), exact: true }).click();
    await expect(later).toHaveCount(0);
    await expect(box(page, w)).toHaveValue("Both sides of it");
    await page.getByRole("button", { name: w("ticket_page.send_reply"), exact: true }).click();
    await expect(later).toBeVisible();
    await line.release();
    const said = entry(page, "Both sides of it");
    await expect(said.getByRole("link")).toHaveCount(2);
    await expect(said.locator("img").first()).toHaveJSProperty("naturalWidth", 1);
    await expect(box(page, w)).toHaveValue("");
  });
});

test.describe("on a ticket", () => {
  let line: Line;

  test.beforeEach(async ({ page, enter, as }) => {
    const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
    await enter("Aylin Kaya", `/tickets/${id}`);
    line = await Line.of(page);
  });

  const input = (page: Page, w: Words) => page.getByLabel(w("ticket_page.files_label"));

  test("two files at a time", async ({ page, w }, info) => {
    line.hold();
    const names = ["one.png", "two.png", "three.png"];
    await input(page, w).setInputFiles(names.map((name) => picture(info, name)));
    await line.holds(2);
    await expect(words(page, w("files.waiting"))).toHaveCount(1);
    await line.release();
    for (const name of names) await expect(fileActions(page, w, name).remove).toBeVisible();
  });

  test("cancelled by keyboard, and sent all the same", async ({ page, w }, info) => {
    line.hold();
    await input(page, w).setInputFiles(picture(info, "crack.png"));
    await line.holds(1);
    const { cancel, again, remove } = fileActions(page, w, "crack.png");
    await enterAt(page, cancel);
    await expect(words(page, w("files.cancelled"))).toBeVisible();
    await expect(remove).toBeFocused();
    await expect.poll(() => line.calls).toContain("DELETE");
    await line.release();
    await page.keyboard.press("Shift+Tab");
    await expect(again).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(again).toHaveCount(0);
    await expect(remove).toBeFocused();
    await expect(fileActions(page, w, "crack.png").bar).toHaveCount(0);
    expect(line.calls.filter((call) => call === "POST")).toHaveLength(2);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main").getByText("crack.png")).toHaveCount(0);
    await expect(input(page, w)).toBeFocused();
  });

  test("a failure that takes somebody to go on", async ({ page, w, watch }, info) => {
    watch.expect(/^PATCH \/itsm\/v1\/uploads\/\w+: 507$/);
    const full = { type: "about:blank", title: "No space left", status: 507, detail: "", code: "no_space", request_id: "1" };
    line.pieces((route, at) =>
      at === 0
        ? route.continue()
        : route.fulfill({ status: 507, contentType: "application/problem+json", body: JSON.stringify(full) }),
    );
    await input(page, w).setInputFiles(picture(info, "crack.png"));
    const { again, remove, preview } = fileActions(page, w, "crack.png");
    await expect(page.getByRole("alert").filter({ hasText: w("common.failed_no_space") })).toBeVisible();
    await expect(remove).toHaveAccessibleDescription(/crack\.png/);
    await axeInBothSchemes(page);
    // It was chosen, so nothing is sent without it.
    await reply(page, w, "See for yourself");
    await expect(words(page, w("files.unfinished", { name: "crack.png" }))).toBeVisible();
    await expect(box(page, w)).toHaveValue("See for yourself");
    line.pieces((route) => route.continue());
    line.calls.length = 0;
    await again.click();
    await expect.poll(() => line.calls).toEqual(["HEAD", `PATCH ${PIECE}`, `PATCH ${2 * PIECE}`]);
    await expect(again).toHaveCount(0);
    await expect(remove).toBeVisible();
    await expect(preview).toBeVisible();
    await axeInBothSchemes(page);
  });

  test("a line that breaks is gone on with where it broke", async ({ page, w, watch }, info) => {
    watch.expect(BROKEN);
    let breaks = 2;
    line.pieces((route, at) => (at > 0 && breaks-- > 0 ? route.abort() : route.continue()));
    await input(page, w).setInputFiles(picture(info, "crack.png"));
    await expect(words(page, w("files.paused"))).toBeVisible();
    await expect(fileActions(page, w, "crack.png").remove).toBeVisible();
    const [piece, last] = [`PATCH ${PIECE}`, `PATCH ${2 * PIECE}`];
    expect(line.calls).toEqual(["POST", "PATCH 0", piece, "HEAD", piece, "HEAD", piece, last]);
  });

  test("without a network it waits as long as it takes", async ({ page, w, watch, context }, info) => {
    watch.expect(BROKEN);
    line.hold(PIECE);
    await input(page, w).setInputFiles(picture(info, "crack.png"));
    await line.holds(1);
    await axeInBothSchemes(page);
    await context.setOffline(true);
    await line.release();
    await expect(words(page, w("files.paused"))).toBeVisible();
    await context.setOffline(false);
    const { remove, bar } = fileActions(page, w, "crack.png");
    await expect(remove).toBeVisible();
    await expect(bar).toHaveCount(0);
  });

  test("what its content is decides, and is said at the file", async ({ page, w, watch }, info) => {
    watch.expect(/^PATCH \/itsm\/v1\/uploads\/\w+: 415$/);
    await input(page, w).setInputFiles(program(info, "photo.png", 400_000));
    await expect(page.getByRole("alert").filter({ hasText: "photo.png" })).toBeVisible();
    const { again, remove } = fileActions(page, w, "photo.png");
    await expect(again).toHaveCount(0);
    // It holds nothing up: there is nothing to go on with.
    await reply(page, w, "Without it");
    await expect(entry(page, "Without it")).toBeVisible();
    await expect(remove).toHaveCount(0);
  });

  test("what can be seen of a file is looked at before it is sent", async ({ page, w }) => {
    const choose = input(page, w);
    const said = (key: string, name: string) => page.getByRole("main").getByText(w.like(key, { name })).first();
    await choose.setInputFiles(file("film.mp4", "video/mp4"));
    await expect(said("files.other_type", "film.mp4")).toBeVisible();
    await choose.setInputFiles(file("empty.txt", "text/plain", ""));
    await expect(said("files.empty", "empty.txt")).toBeVisible();
    await choose.setInputFiles(file("huge.log", "text/plain", Buffer.alloc(11 << 20, "x")));
    await expect(said("files.too_large", "huge.log")).toBeVisible();
    await expect(said("files.empty", "empty.txt")).toHaveCount(0);
    expect(line.calls, "none of them was sent").toEqual([]);
    await choose.setInputFiles(file("note.txt", "text/plain"));
    await expect(fileActions(page, w, "note.txt").remove).toBeVisible();
    const many = Array.from({ length: 10 }, (_, n) => file(`${n}.txt`, "text/plain"));
    await choose.setInputFiles(many);
    await expect(said("files.too_many", "")).toBeVisible();
    await expect.poll(() => line.calls.length, "one and nine").toBe(10);
  });

  test("the same file is not taken twice", async ({ page, w }, info) => {
    const path = picture(info, "crack.png", 5_000);
    await input(page, w).setInputFiles(path);
    await expect(fileActions(page, w, "crack.png").remove).toBeVisible();
    await input(page, w).setInputFiles(path);
    await expect(words(page, w("files.twice", { name: "crack.png" }))).toBeVisible();
    expect(line.calls).toHaveLength(1);
  });

  test("dragged over the page and dropped, files alone", async ({ page, w }) => {
    const choose = input(page, w);
    const held = page.getByText(w("files.held"));
    const link = await dragged(page, null);
    await choose.dispatchEvent("dragover", { dataTransfer: link });
    await choose.dispatchEvent("drop", { dataTransfer: link });
    await expect(held).toHaveCount(0);
    const note = await dragged(page, { name: "note.txt", type: "text/plain", content: TEXT });
    await expect(async () => {
      // As a browser does, several times a second.
      await choose.dispatchEvent("dragover", { dataTransfer: note });
      await expect(held).toBeVisible({ timeout: 200 });
    }).toPass();
    // What leaves again is no longer there.
    await expect(held).toHaveCount(0);
    await choose.dispatchEvent("drop", { dataTransfer: note });
    await expect(fileActions(page, w, "note.txt").remove).toBeVisible();
    // Beside the only field of the page is in it.
    const beside = await dragged(page, { name: "beside.txt", type: "text/plain", content: TEXT });
    await page.getByRole("main").dispatchEvent("drop", { dataTransfer: beside });
    await expect(fileActions(page, w, "beside.txt").remove).toBeVisible();
  });

  test("pasted pictures have names of their own, and text stays text", async ({ page, w }) => {
    const pixel = { name: "image.png", type: "image/png", content: PIXEL.toString("base64") };
    await box(page, w).focus();
    await paste(box(page, w), pixel);
    await paste(page.getByRole("main"), pixel);
    for (const number of ["1", "2"]) {
      const name = w("files.pasted", { number, ending: "png" });
      await expect(fileActions(page, w, name).preview).toBeVisible();
    }
    await paste(box(page, w), { ...pixel, texts: { "text/plain": "A1", "text/html": "<b>A1</b>" } });
    const taken = page.getByRole("button", { name: new RegExp(`^${w("files.remove")}`) });
    await expect(taken).toHaveCount(2);
  });
});

test("a file that was cut off by a reload goes on when it is chosen again", async ({ page, enter, w, company }, info) => {
  await enter("Aylin Kaya", "/services/laptop-repair/request");
  const photo = await toPhoto(page, w, company);
  const line = await Line.of(page);
  line.hold(PIECE);
  const path = picture(info, "crack.png");
  await photo.setInputFiles(path);
  await line.holds(1);
  await expect.poll(() => everything(page)).toMatch(/\\+"upload\\+":\\+"/);
  await page.reload();
  await expect(words(page, w("files.left"))).toBeVisible();
  // Nothing goes without it.
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  const unfinished = w("files.unfinished", { name: "crack.png" });
  await expect(photo).toHaveAccessibleDescription(new RegExp(unfinished));
  await line.release();
  line.calls.length = 0;
  await photo.setInputFiles(path);
  await expect.poll(() => line.calls).toEqual(["HEAD", `PATCH ${PIECE}`, `PATCH ${2 * PIECE}`]);
  await expect(fileActions(page, w, "crack.png").remove).toBeVisible();
  await expect(words(page, w("files.left"))).toHaveCount(0);
  await expect(page.getByRole("main").getByText(unfinished)).toHaveCount(0);
});

test("a backend without pieces gets files whole", async ({ page, enter, w, as }, info) => {
  await page.route(/\/itsm\/v1\/capabilities$/, async (route) => {
    const answer = await route.fetch();
    const offered = await answer.json();
    offered.features = offered.features.filter((feature: string) => feature !== "uploads");
    delete offered.limits.chunk_bytes;
    await route.fulfill({ response: answer, json: offered });
  });
  const { id } = await (await as("Aylin Kaya")).report(unique("Zzyzx"));
  await enter("Aylin Kaya", `/tickets/${id}`);
  const line = await Line.of(page);
  await page.getByLabel(w("ticket_page.files_label")).setInputFiles(picture(info, "crack.png"));
  await expect(fileActions(page, w, "crack.png").remove).toBeVisible();
  expect(line.calls).toEqual(["POST"]);
});

test("a camera is offered to who holds one, and to nobody else", async ({ page, enter, w, browser, watch }) => {
  await enter("Aylin Kaya", "/report");
  await expect(page.getByText(w("files.ways"))).toBeVisible();
  await expect(page.getByText(w("files.photo"))).toBeHidden();
  const state = await page.context().storageState();
  const phone = await browser.newContext({
    storageState: state,
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  await watch.over(phone);
  const there = await phone.newPage();
  await there.goto("/report");
  await expect(there.getByText(w("files.photo"))).toBeVisible();
  await expect(there.getByText(w("files.ways"))).toBeHidden();
  const camera = there.getByLabel(w("files.photo"));
  await expect(camera).toHaveAttribute("capture", "environment");
  await expect(camera).toHaveAttribute("accept", /image\/jpeg/);
  const long = "a-photograph-with-a-name-that-goes-on-for-longer-than-any-phone-is-wide.png";
  await camera.setInputFiles(file(long, "image/png", PIXEL));
  await expect(fileActions(there, w, long).preview).toBeVisible();
  await there.getByLabel(w("ticket_page.files_label")).setInputFiles(file("film.mp4", "video/mp4"));
  await expect(there.getByText(w.like("files.other_type", { name: "film.mp4" })).first()).toBeVisible();
  await axeInBothSchemes(there);
  expect(await watch.unexpected()).toEqual([]);
  await phone.close();
});
