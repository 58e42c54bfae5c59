// A form of three pages with a device, a file, and no approval: it is sent from its last page. And what is no such file.

import type { Page } from "@playwright/test";
import { expect, test, type Words } from "../fixtures";
import type { Company } from "../support/company";
import { untilKept } from "../pages/drafts";
import { fileActions } from "../pages/files";
import { file, lookUp, mistakes, PIXEL, radio, receipt } from "../pages/form";
import { enterAt } from "../pages/keys";

/** Leads to the page that asks for a picture of the damage. */
async function toDamage(page: Page, w: Words, { repair }: Company): Promise<void> {
  await lookUp(page, repair.device, "", /ThinkBook 14/);
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await radio(page, repair.part, repair.screen).check();
  await page.getByRole("textbox", { name: repair.details }).fill("It fell from the desk this morning and has a crack.");
}

test.beforeEach(async ({ enter, page, w, company }) => {
  await enter("Aylin Kaya", "/services/laptop-repair/request");
  await toDamage(page, w, company);
});

test("a repair with a picture, sent without asking anyone", async ({ page, w, company, as }) => {
  const { repair } = company;
  const goOn = page.getByRole("button", { name: w("requests.go_on") });
  await goOn.click();
  await expect(mistakes(page, w)).toContainText(repair.needPhoto);

  await page.getByLabel(repair.photo).setInputFiles(file("crack.png", "image/png", PIXEL));
  await expect(page.getByText("crack.png").first()).toBeVisible();
  await expect(mistakes(page, w)).toHaveCount(0);
  await goOn.click();

  await lookUp(page, repair.site, "Ber", /Berlin/);
  await radio(page, repair.loan, w("common.no")).check();
  await page.getByRole("button", { name: repair.verb, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("ticket_page.receipt_request"));
  const id = await receipt(page);
  await expect(page.getByRole("link", { name: /crack\.png/ }).first()).toBeVisible();
  expect(await (await as("Aylin Kaya")).ticket(id)).toMatchObject({ state: "new" });
});

test("an uploaded picture survives a reload and can be taken away", async ({ page, w, company }) => {
  const { repair } = company;
  await page.getByLabel(repair.photo).setInputFiles(file("crack.png", "image/png", PIXEL));
  const remove = page.getByRole("button", { name: new RegExp(`${w("files.remove")}.*crack\\.png`) });
  await expect(remove).toBeVisible();
  await expect(page.getByText(w.like("common.saved_at"))).toBeVisible();
  // The text may have been saved before the picture had arrived.
  await untilKept(page, "crack.png");
  await page.reload();
  await remove.click();
  await expect(page.getByText("crack.png")).toHaveCount(0);
});

test("a picture that is too large is refused at once", async ({ page, w, company }) => {
  const large = Buffer.concat([PIXEL, Buffer.alloc(11 << 20)]);
  await page.getByLabel(company.repair.photo).setInputFiles(file("huge.png", "image/png", large));
  await expect(page.getByText(w.like("files.too_large", { name: "huge.png" }))).toBeVisible();
});

test("a file of another type is refused, whatever it calls itself", async ({ page, w, company, watch }) => {
  const photo = page.getByLabel(company.repair.photo);
  await photo.setInputFiles(file("notes.pdf", "application/pdf", "%PDF-1.7\n"));
  await expect(page.getByText(w.like("files.other_type_of", { name: "notes.pdf" }))).toBeVisible();
  // By its type a picture, by its content a program.
  watch.expect(/^POST \/itsm\/v1\/attachments: 415$/);
  await photo.setInputFiles(file("virus.png", "image/png", Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])));
  await expect(page.getByText(w.like("files.other_content_of", { name: "virus.png" }))).toBeVisible();
  await expect(page.getByText(w.like("files.other_type_of", { name: "notes.pdf" }))).toHaveCount(0);
});

test("what is something else inside is said at the file, and goes alone", async ({ page, w, company }) => {
  const photo = page.getByLabel(company.repair.photo);
  // The backend takes documents, this question does not.
  const scan = file("scan.png", "image/png", "%PDF-1.7\n");
  await photo.setInputFiles([file("crack.png", "image/png", PIXEL), scan]);
  const told = page.getByRole("alert").filter({ hasText: w.like("files.other_content_of", { name: "scan.png" }) });
  await expect(told).toBeVisible();
  const { remove, again, preview } = fileActions(page, w, "scan.png");
  await expect(remove).toHaveAccessibleDescription(/scan\.png/);
  await expect(again).toHaveCount(0);
  await expect(preview).toHaveCount(0);
  await enterAt(page, remove);
  await expect(told).toHaveCount(0);
  await expect(photo).toBeFocused();
  await expect(fileActions(page, w, "crack.png").preview).toBeVisible();
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expect(page.getByRole("combobox", { name: company.repair.site })).toBeVisible();
});

test("more files than are taken are refused", async ({ page, w, company }) => {
  const names = ["one.png", "two.png", "three.png", "four.png"];
  const files = names.map((name) => file(name, "image/png", PIXEL));
  await page.getByLabel(company.repair.photo).setInputFiles(files);
  await expect(page.getByText(w("files.too_many", { count: 3 }))).toBeVisible();
});
