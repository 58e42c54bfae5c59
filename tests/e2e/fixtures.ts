// What every test begins with: a page that is watched, somebody who signs in, the words on the screen.

import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { Api, id_of } from "./support/api";
import { companyIn, type Company } from "./support/company";
import { LANGUAGES, words, type Language, type Words } from "./support/words";
import { Watch } from "./support/watch";

export { expect, type Locator, type Page } from "@playwright/test";
export { axe, axeInBothSchemes } from "./support/axe";
export { Api } from "./support/api";
export { whole, type Language, type Words } from "./support/words";

interface Fixtures {
  /** In which language the portal is read. */
  language: Language;
  /** The words on the screen. */
  w: Words;
  /** What the demo company calls its things. */
  company: Company;
  /** Fails the test on whatever it did not declare: `watch.expect(/…/)`. */
  watch: Watch;
  /** Signs in through the screen and ends on `to`. */
  signIn: (page: Page, name: string, to?: string) => Promise<void>;
  /** Opens `to` as somebody who is signed in, without the screen: for tests about something else. */
  enter: (name: string, to: string) => Promise<void>;
  /** Another person at another computer, signed in and on `to`. */
  beside: (name: string, to: string) => Promise<Page>;
  /** Calls the backend as somebody, to make what a test is about. */
  as: (name: string) => Promise<Api>;
}

export const test = base.extend<Fixtures>({
  language: ["en", { option: true }],

  locale: async ({ language }, use) => use(language === "de" ? "de-DE" : "en-GB"),

  w: async ({ language }, use) => use(words(language)),

  company: async ({ language }, use) => use(companyIn(language)),

  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
  },

  context: async ({ context, watch }, use) => {
    await watch.over(context);
    await use(context);
    await letGo(context);
    expect(await watch.unexpected(), "nothing of this belongs into a console").toEqual([]);
  },

  signIn: async ({ w, watch }, use) => {
    // Whoever is not signed in asks who they are, and is told.
    watch.expect(/^GET \/itsm\/v1\/\S+: 401$/);
    await use(async (page, name, to = "/") => {
      await page.goto(to);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(w("sign_in.title"));
      await page.getByRole("button", { name }).click();
      await expect(account(page, w, name)).toBeVisible();
    });
  },

  enter: async ({ context, page, w }, use) => {
    await use((name, to) => open(context, page, w, name, to));
  },

  beside: async ({ browser, watch, w }, use) => {
    const others: BrowserContext[] = [];
    await use(async (name, to) => {
      const context = await browser.newContext();
      others.push(context);
      await watch.over(context);
      const page = await context.newPage();
      await open(context, page, w, name, to);
      return page;
    });
    expect(await watch.unexpected(), "nothing of this belongs into a console").toEqual([]);
    for (const context of others) {
      await letGo(context);
      await context.close();
    }
  },

  as: async ({ baseURL, language }, use) => {
    const opened: Api[] = [];
    await use(async (name) => {
      const api = await Api.as(name, baseURL ?? "", language);
      opened.push(api);
      return api;
    });
    for (const api of opened) await api.close();
  },
});

/** The button with one's own initials: it is there once it is known who is signed in. */
export function account(page: Page, w: Words, name: string) {
  return page.getByLabel(w("shell.account", { name }));
}

async function open(context: BrowserContext, page: Page, w: Words, name: string, to: string): Promise<void> {
  // A page of whoever was there before would go on asking, as somebody else.
  await page.goto("about:blank");
  const signedIn = await context.request.post("/itsm/v1/session", { data: { person: id_of(name) } });
  expect(signedIn.status()).toBe(201);
  await page.goto(to);
  await expect(account(page, w, name)).toBeVisible();
}

/** What a test answers in the backend's place ends with it: a call that is on its way then fails nothing. */
async function letGo(context: BrowserContext): Promise<void> {
  for (const page of context.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
}

/** The same journey in English and in German. On a phone once is enough, in English. */
export function inEachLanguage(journeys: () => void): void {
  for (const language of LANGUAGES) {
    const title = language === "en" ? "in English" : "in German @wide";
    test.describe(title, () => {
      test.use({ language });
      journeys();
    });
  }
}

/** A title that no other test has. */
export function unique(words: string): string {
  return `${words} ${Math.random().toString(36).slice(2, 8)}`;
}
