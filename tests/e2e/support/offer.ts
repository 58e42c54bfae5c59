// What the backend says that it has.

import { expect, type Page } from "@playwright/test";

/** As if the backend had no such part. */
export async function without(page: Page, feature: string): Promise<void> {
  await page.route(/\/itsm\/v1\/capabilities$/, async (route) => {
    const answer = await route.fetch();
    const offer = (await answer.json()) as { features: string[] };
    expect(offer.features).toContain(feature);
    const features = offer.features.filter((each) => each !== feature);
    await route.fulfill({ response: answer, json: { ...offer, features } });
  });
}
