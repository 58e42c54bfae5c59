// A secret answer, from whoever gives it to whoever needs it, and to nobody else.

import { axeInBothSchemes, expect, inEachLanguage, test, type Api, type Page, type Words } from "../fixtures";
import { enterAt, tabTo } from "../pages/keys";
import { entry } from "../pages/ticket";

const SECRET = "XQ7-4419-KL";
const REVEAL = /\/answers\/transfer-code\/reveal$/;

/** A request that the group Telephony delivers; Gregor is of it, Tomasz is not. */
async function file(api: Api): Promise<string> {
  const answers = { phone: "mobile", change: "bring", number: "+49 151 5550 1423", "transfer-code": SECRET };
  return (await api.request("phone-number-change", answers)).id;
}

function parts(page: Page, w: Words, label: string) {
  const button = (key: string) => page.getByRole("button", { name: `${w(key)} ${label}`, exact: true });
  return {
    show: button("ticket_page.secret_show"),
    hide: button("ticket_page.secret_hide"),
    copy: button("ticket_page.secret_copy"),
    value: page.getByText(SECRET, { exact: true }),
    told: w("ticket_page.event_revealed_to", { question: label }),
  };
}

inEachLanguage(() => {
  test("whoever works on it reads it, and who gave it is told", async ({ page, enter, beside, w, as, company }) => {
    const id = await file(await as("Aylin Kaya"));
    await enter("Gregor Hansen", `/tickets/${id}`);
    const { show, hide, value, told } = parts(page, w, company.phoneNumber.code);
    await expect(show).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(SECRET);
    await show.click();
    await expect(value).toBeVisible();
    await expect(page.getByText(w("ticket_page.secret_shown", { count: 30 })).first()).toBeVisible();
    // What it says about that arrives a moment later, and takes neither the secret away nor the focus.
    await expect(entry(page, told)).toContainText(w("ticket_page.you"));
    await expect(value).toBeVisible();
    await expect(hide).toBeFocused();
    await hide.click();
    await expect(page.getByRole("main")).not.toContainText(SECRET);

    const aylin = await beside("Aylin Kaya", `/tickets/${id}`);
    const hers = parts(aylin, w, company.phoneNumber.code);
    await expect(entry(aylin, told)).toContainText("Gregor Hansen");
    await expect(aylin.getByText(w("ticket_page.secret_for_desk"))).toBeVisible();
    await expect(hers.show).toHaveCount(0);
    await expect(aylin.getByRole("main")).not.toContainText(SECRET);
  });
});

test("the rest of the desk takes the ticket first", async ({ page, enter, w, as, company }) => {
  const id = await file(await as("Aylin Kaya"));
  await enter("Tomasz Sikora", `/tickets/${id}`);
  const { show, value } = parts(page, w, company.phoneNumber.code);
  await expect(show).toHaveAttribute("aria-disabled", "true");
  await expect(show).toHaveAccessibleDescription(w("ticket_page.secret_take_it"));
  await show.click({ force: true });
  await expect(value).toHaveCount(0);
  await page.getByRole("button", { name: w("ticket_page.take"), exact: true }).click();
  await expect(show).not.toHaveAttribute("aria-disabled");
  await show.click();
  await expect(value).toBeVisible();
});

test("after half a minute it is hidden, and the focus stays where it makes sense", async ({
  page,
  enter,
  w,
  as,
  company,
}) => {
  const id = await file(await as("Aylin Kaya"));
  await page.clock.install();
  await enter("Gregor Hansen", `/tickets/${id}`);
  const { show, copy, value } = parts(page, w, company.phoneNumber.code);
  await show.click();
  await expect(value).toBeVisible();
  await copy.focus();
  await page.clock.fastForward(20_000);
  await expect(value).toBeVisible();
  await page.clock.fastForward(11_000);
  await expect(value).toHaveCount(0);
  await expect(copy).toHaveCount(0);
  await expect(show).toBeFocused();
});

test("it is copied, and where that is not possible the page says so", async ({
  page,
  context,
  enter,
  w,
  as,
  company,
}) => {
  const id = await file(await as("Aylin Kaya"));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await enter("Gregor Hansen", `/tickets/${id}`);
  const { show, copy } = parts(page, w, company.phoneNumber.code);
  await show.click();
  await copy.click();
  await expect(page.getByText(w("ticket_page.secret_copied")).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(SECRET);

  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.reload();
  await show.click();
  await copy.click();
  await expect(page.getByText(w("ticket_page.secret_not_copied")).first()).toBeVisible();
});

test("without a connection nothing is shown and nothing is told, and it can be tried again", async ({
  page,
  enter,
  w,
  as,
  company,
  watch,
}) => {
  watch.expect(/^POST \/itsm\/v1\/\S+\/reveal: net::ERR_FAILED$/);
  const id = await file(await as("Aylin Kaya"));
  await enter("Gregor Hansen", `/tickets/${id}`);
  const { show, value, told } = parts(page, w, company.phoneNumber.code);
  await page.route(REVEAL, (route) => route.abort());
  await show.click();
  await expect(page.getByText(w("common.failed_offline")).first()).toBeVisible();
  await expect(entry(page, told)).toHaveCount(0);
  await page.unroute(REVEAL);
  await show.click();
  await expect(value).toBeVisible();
});

test("what ended meanwhile is gone, and the page says what to do", async ({ page, enter, w, as, company, watch }) => {
  const aylin = await as("Aylin Kaya");
  const id = await file(aylin);
  // The page does not hear of it: the line was gone.
  await page.route("**/itsm/v1/events", (route) => route.abort());
  watch.expect(/^GET \/itsm\/v1\/events: net::ERR_FAILED$/, /^POST \/itsm\/v1\/\S+\/reveal: 410$/);
  await enter("Gregor Hansen", `/tickets/${id}`);
  const { show, value } = parts(page, w, company.phoneNumber.code);
  await expect(show).toBeVisible();
  await aylin.act(id, "cancel", { comment: "I keep my number." });
  await show.click();
  await expect(page.getByText(w("ticket_page.secret_deleted"))).toBeVisible();
  await expect(show).toHaveAttribute("aria-disabled", "true");
  await expect(value).toHaveCount(0);
});

test("with the keyboard alone, and with axe @wide", async ({ page, context, enter, w, as, company }) => {
  await context.addInitScript(() => {
    addEventListener("pointerdown", () => console.error("a mouse was used"), true);
  });
  const id = await file(await as("Aylin Kaya"));
  await enter("Gregor Hansen", `/tickets/${id}`);
  const { show, hide, copy, value } = parts(page, w, company.phoneNumber.code);
  await enterAt(page, show);
  await expect(value).toBeVisible();
  await expect(hide).toBeFocused();
  await axeInBothSchemes(page);
  await tabTo(page, copy);
  await page.keyboard.press("Shift+Tab");
  await expect(hide).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(value).toHaveCount(0);
  await expect(show).toBeFocused();
});

test.describe("at 360 px", () => {
  test.use({ language: "de", viewport: { width: 360, height: 740 }, colorScheme: "dark" });

  test("nothing is cut off or pushes the page wider", async ({ page, enter, w, as, company }) => {
    const id = await file(await as("Aylin Kaya"));
    await enter("Gregor Hansen", `/tickets/${id}`);
    const { show, copy, value } = parts(page, w, company.phoneNumber.code);
    await show.click();
    await expect(value).toBeVisible();
    for (const part of [value, copy]) {
      const box = await part.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 360).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
