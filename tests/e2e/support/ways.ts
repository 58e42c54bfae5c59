// A journey is written once and made in each of these ways: on a phone, in German, in the dark, with the keyboard alone.

import { axe, expect, test as base } from "../fixtures";
import { Hand, walk } from "../pages/hand";
import { lights } from "./light";
import { settled } from "./settle";
import type { Language } from "./words";

/** As narrow as phones are. */
const PHONE = { width: 360, height: 740 };

/** How a journey is made. */
export interface Way {
  name: "phone" | "german" | "dark" | "keys";
  title: string;
}

const WAYS: (Way & { use: Parameters<typeof base.use>[0] })[] = [
  { name: "phone", title: "on a phone", use: { viewport: PHONE, isMobile: true, hasTouch: true } },
  // Where German words have the least room.
  { name: "german", title: "in German, 360 px wide", use: { language: "de" as Language, viewport: PHONE } },
  { name: "dark", title: "in the dark", use: { colorScheme: "dark" } },
  { name: "keys", title: "with the keyboard alone", use: {} },
];

interface Fixtures {
  way: Way;
  /** How one acts in this way. */
  hand: Hand;
  /** The page as it is now looks as it has to in this way, axe finds nothing, and Tab leads over it in order. */
  look: (how?: { tab?: boolean; without?: string[] }) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  way: [{ name: "phone", title: "" }, { option: true }],

  hand: async ({ page, way }, use) => {
    const keys = way.name === "keys";
    if (keys) {
      await page.context().addInitScript(() => {
        addEventListener("pointerdown", () => console.error("a mouse was used"), true);
      });
    }
    await use(new Hand(page, keys));
  },

  look: async ({ page, way, language }, use) => {
    let walked = way.name !== "keys";
    await use(async ({ tab = true, without = [] } = {}) => {
      await settled(page);
      const { width, room, lang } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
        return { width: scrollWidth, room: clientWidth, lang: document.documentElement.lang };
      });
      expect(width, "nothing is wider than the window").toBeLessThanOrEqual(room);
      if (way.name === "phone" || way.name === "german") expect(width).toBeLessThanOrEqual(PHONE.width);
      expect(lang).toBe(language);
      const { paper } = await lights(page);
      if (way.name === "dark") expect(paper, "dark paper").toBeLessThan(0.3);
      else expect(paper, "light paper").toBeGreaterThan(0.7);
      await axe(page, without);
      // It made the window as high as the page.
      await page.evaluate(() => document.activeElement?.scrollIntoView({ block: "nearest" }));
      // Once a journey is enough.
      if (tab && !walked) {
        await walk(page);
        walked = true;
      }
    });
  },
});

/** The journeys, in every way. */
export function inEveryWay(journeys: () => void): void {
  for (const { use, ...way } of WAYS) {
    test.describe(way.title, () => {
      test.use({ ...use, way });
      journeys();
    });
  }
}
