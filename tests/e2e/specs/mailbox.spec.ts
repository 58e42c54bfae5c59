// A form of two pages, with a pattern, a date that depends on an answer, and a person to look up.

import { expect, test } from "../fixtures";
import { expectMistake, followMistake, inDays, lookUp, mistakes, radio, receipt } from "../pages/form";
import { side } from "../pages/laptop";

test.beforeEach(async ({ enter }) => enter("Aylin Kaya", "/services/shared-mailbox/request"));

test("a shared mailbox for a project, over two pages", async ({ page, w, company, as }) => {
  const { mailbox } = company;
  const [first, second] = mailbox.pages;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    w("requests.step_title", { page: first, verb: mailbox.verb }),
  );
  await radio(page, mailbox.kind, mailbox.team).check();
  await expect(page.getByLabel(mailbox.ends)).toHaveCount(0);
  await radio(page, mailbox.kind, mailbox.project).check();
  await page.getByLabel(mailbox.ends).fill(inDays(90));
  await page.getByRole("textbox", { name: mailbox.shownAs }).fill("Calibration Berlin");
  const address = page.getByRole("textbox", { name: mailbox.address });
  await address.fill("Calibration Berlin");
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expectMistake(address, mailbox.wrongAddress);
  await followMistake(page, w, address);
  await address.fill("calibration.berlin");
  await expect(mistakes(page, w)).toHaveCount(0);

  await page.getByRole("button", { name: w("requests.go_on") }).click();
  await expect(page).toHaveURL(/step=2/);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(w("requests.step_title", { page: second, verb: mailbox.verb }));
  await expect(title).toBeFocused();
  await expect(page.getByRole("link", { name: second })).toHaveAttribute("aria-current", "step");

  // Nobody agreed to be responsible yet.
  await page.getByRole("button", { name: w("requests.check") }).click();
  await expect(mistakes(page, w)).toContainText(mailbox.needOwner);
  await lookUp(page, mailbox.owner, "Jonas", /Jonas Weber/);
  await expect(page.getByText("Jonas Weber", { exact: false }).first()).toBeVisible();

  // Back and forth nothing is lost.
  await page.goBack();
  await expect(address).toHaveValue("calibration.berlin");
  await expect(page.getByLabel(mailbox.ends)).toHaveValue(inDays(90));
  await page.goForward();
  await expect(title).toHaveText(w("requests.step_title", { page: second, verb: mailbox.verb }));

  await expect(side(page, w)).toContainText("Mara Lindt");
  await page.getByRole("button", { name: w("requests.check") }).click();
  await expect(title).toHaveText(w("requests.check"));
  for (const answer of [mailbox.project, "Calibration Berlin", "calibration.berlin", "Jonas Weber"]) {
    await expect(page.getByRole("definition").filter({ hasText: answer }).first()).toBeVisible();
  }
  await page.getByRole("button", { name: mailbox.verb, exact: true }).click();
  const id = await receipt(page);
  const api = await as("Mara Lindt");
  expect(await api.approvalOf(id)).not.toBe("");
});

test("nobody gets past a page with mistakes by the steps above it", async ({ page, w, company }) => {
  const [, second] = company.mailbox.pages;
  const steps = page.getByRole("navigation", { name: w("requests.steps") });
  await steps.getByRole("link", { name: second }).click();
  await expect(mistakes(page, w)).toBeFocused();
  await expect(page).not.toHaveURL(/step=2/);
});

test("a link into the middle of a form that was never begun leads to its beginning", async ({ page, company, w }) => {
  await page.goto("/services/shared-mailbox/request?step=2");
  const { pages, verb } = company.mailbox;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.step_title", { page: pages[0], verb }));
  await page.goto("/services/shared-mailbox/request?step=check");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("requests.step_title", { page: pages[0], verb }));
});

test("of people whom nobody knows there is nothing to choose", async ({ page, w, company }) => {
  const { mailbox } = company;
  await radio(page, mailbox.kind, mailbox.team).check();
  await page.getByRole("textbox", { name: mailbox.shownAs }).fill("Nobody's");
  await page.getByRole("textbox", { name: mailbox.address }).fill("nobody");
  await page.getByRole("button", { name: w("requests.go_on") }).click();
  const owner = page.getByRole("combobox", { name: mailbox.owner });
  await owner.click();
  await owner.fill("Zzyzx");
  await expect(page.getByText(w("lookup.nothing", { words: "Zzyzx" })).first()).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
  await owner.press("Escape");
  await expect(owner).toHaveAttribute("aria-expanded", "false");
});
