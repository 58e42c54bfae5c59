// How light a page is.

import type { Page } from "@playwright/test";

/** Of its ink and of its paper, from 0 to 1. */
export function lights(page: Page): Promise<{ ink: number; paper: number }> {
  return page.evaluate(() => {
    // Whatever way a colour is written in, it can be painted with.
    const light = (colour: string) => {
      const paint = document.createElement("canvas").getContext("2d");
      if (!paint) throw new Error("nothing to paint on");
      paint.fillStyle = colour;
      paint.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3 / 255;
    };
    const title = document.querySelector("h1") ?? document.body;
    const guichet = document.querySelector(".guichet") ?? document.body;
    return { ink: light(getComputedStyle(title).color), paper: light(getComputedStyle(guichet).backgroundColor) };
  });
}
