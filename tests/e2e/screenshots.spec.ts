// Pictures of the real thing.

import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, type Page } from "./fixtures";
import { mistakes, radio } from "./pages/form";
import { fill, toCheck } from "./pages/laptop";
import { PLACES } from "./support/places";
import { settled } from "./support/settle";
import { LANGUAGES } from "./support/words";

const ALL = process.env.SHOTS;
const FOLDER = ALL ? resolve(ALL) : resolve(__dirname, "../../docs/screenshots");
mkdirSync(FOLDER, { recursive: true });

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };

/** Takes it, once everything is there. */
async function take(page: Page, name: string, fullPage = false): Promise<void> {
  await settled(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage, animations: "disabled", caret: "hide" });
}

test.describe("for the README", () => {
  test.skip(Boolean(ALL), "every page is asked for");
  test.use({ viewport: WIDE, deviceScaleFactor: 1.5 });

  test("home, light and dark", async ({ page, enter, as }) => {
    // So that something waits, and something is on its way.
    await PLACES.find(({ name }) => name === "ticket")?.path(as);
    await (await as("Aylin Kaya")).requestMailbox("Calibration Berlin");
    await enter("Aylin Kaya", "/");
    await take(page, "home");
    await page.emulateMedia({ colorScheme: "dark" });
    await take(page, "home-dark");
  });

  test("home on a phone", async ({ page, enter }) => {
    await page.setViewportSize(PHONE);
    await enter("Aylin Kaya", "/");
    await take(page, "home-phone");
  });

  test("services", async ({ page, enter }) => {
    await enter("Aylin Kaya", "/services");
    await take(page, "services");
  });

  test("a form with a mistake", async ({ page, enter, w, company }) => {
    await enter("Aylin Kaya", "/services/laptop/request");
    await fill(page, w, company);
    await page.getByRole("textbox", { name: company.laptop.centre }).fill("44");
    await toCheck(page, w).click();
    await expect(mistakes(page, w)).toBeVisible();
    await expect(radio(page, company.laptop.model, company.laptop.design)).toBeChecked();
    await page.evaluate(() => scrollTo(0, 0));
    // Who will be asked follows a moment after the last answer.
    await expect(page.getByRole("complementary")).toContainText("2,480.00");
    await expect(page.getByRole("complementary")).toContainText(company.laptop.financeBecause);
    await take(page, "form-error", true);
  });

  test("a ticket", async ({ page, enter, as }) => {
    const ticket = PLACES.find(({ name }) => name === "ticket");
    await enter("Aylin Kaya", (await ticket?.path(as)) ?? "/");
    await take(page, "ticket");
  });

  test("an article", async ({ page, enter }) => {
    await enter("Aylin Kaya", "/answers/vpn-does-not-connect");
    await take(page, "article");
  });
});

test.describe("every page", () => {
  test.skip(!ALL, "only with SHOTS=/some/dir");
  for (const language of LANGUAGES) {
    test.describe(language, () => {
      test.use({ language });
      for (const place of PLACES) {
        test(place.name, async ({ page, enter, as, watch }) => {
          const to = await place.path(as);
          // A picture of a fault is worth more than none.
          watch.expect(/./);
          await page.setViewportSize(WIDE);
          if (place.who) await enter(place.who, to);
          else await page.goto(to);
          for (const viewport of [WIDE, PHONE]) {
            await page.setViewportSize(viewport);
            for (const colorScheme of ["light", "dark"] as const) {
              await page.emulateMedia({ colorScheme });
              await take(page, `${place.name}-${viewport.width}-${colorScheme}-${language}`, true);
            }
          }
        });
      }
    });
  }
});
