// Files that are sent: where they come in, and how they travel.

import { expect, type Locator, type Page, type Route, type TestInfo } from "@playwright/test";
import { writeFileSync } from "node:fs";
import type { Words } from "../support/words";
import { PIXEL } from "./form";

/** The size of a piece, as the backend has it. */
export const PIECE = 256 << 10;

/** A picture of so many bytes on the disk: a file that is chosen twice is the same one only there. */
export function picture(info: TestInfo, name: string, size = 700_000): string {
  const path = info.outputPath(name);
  writeFileSync(path, Buffer.concat([PIXEL, Buffer.alloc(Math.max(0, size - PIXEL.length))]));
  return path;
}

/** A file on the disk that begins as programs do, whatever it is called. */
export function program(info: TestInfo, name: string, size: number): string {
  const path = info.outputPath(name);
  writeFileSync(path, Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0, 3]), Buffer.alloc(size)]));
  return path;
}

/** What a page says about its files, call by call, and a hand on the pieces. */
export class Line {
  /** Such as `POST`, `PATCH 0`, `HEAD`, `DELETE`. */
  readonly calls: string[] = [];
  private readonly held: Route[] = [];
  private answer: (route: Route, offset: number) => Promise<void> | void = (route) => route.continue();

  static async of(page: Page): Promise<Line> {
    const line = new Line();
    await page.route(/\/itsm\/v1\/(uploads(\/\w+)?|attachments)$/, (route) => line.carry(route));
    return line;
  }

  private carry(route: Route): Promise<void> | void {
    const request = route.request();
    const method = request.method();
    if (method === "PATCH") {
      const offset = Number(request.headers()["upload-offset"]);
      this.calls.push(`PATCH ${offset}`);
      return this.answer(route, offset);
    }
    // Asking what became of it is no part of the way.
    if (method !== "GET") this.calls.push(method);
    return route.continue();
  }

  /** What happens to pieces from now on. */
  pieces(answer: (route: Route, offset: number) => Promise<void> | void): void {
    this.answer = answer;
  }

  /** Holds the pieces from `offset` on back. */
  hold(offset = 0): void {
    this.pieces((route, at) => (at < offset ? route.continue() : void this.held.push(route)));
  }

  /** Waits until so many pieces are held back. */
  async holds(count: number): Promise<void> {
    await expect.poll(() => this.held.length).toBe(count);
  }

  /** Lets go of what is held back, and of all that comes. */
  async release(): Promise<void> {
    this.pieces((route) => route.continue());
    // One that was given up meanwhile goes nowhere.
    for (const route of this.held.splice(0)) await route.continue().catch(() => {});
  }
}

/** What can be done with a file in the list. */
export function fileActions(page: Page, w: Words, name: string) {
  const button = (key: string) => page.getByRole("button", { name: w(key, { name }), exact: true });
  return {
    cancel: button("files.cancel_name"),
    again: button("files.again_name"),
    remove: button("files.remove_name"),
    bar: page.getByRole("progressbar", { name, exact: true }),
    preview: page.getByRole("img", { name: w("files.preview", { name }), exact: true }),
  };
}

interface Made {
  name: string;
  type: string;
  /** As base64. */
  content: string;
  /** What else is copied: by media type. */
  texts?: Record<string, string>;
}

/** Pastes a file, as the system's clipboard would, where `target` is. */
export async function paste(target: Locator, made: Made): Promise<void> {
  await target.evaluate((element, { name, type, content, texts }) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(texts ?? {})) data.setData(kind, text);
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], name, { type }));
    const options = { clipboardData: data, bubbles: true, cancelable: true, composed: true };
    element.dispatchEvent(new ClipboardEvent("paste", options));
  }, made);
}

/** Something that is dragged over the page: a file, or a link where none is given. */
export function dragged(page: Page, made: Made | null) {
  return page.evaluateHandle((made) => {
    const data = new DataTransfer();
    if (made) {
      const bytes = Uint8Array.from(atob(made.content), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], made.name, { type: made.type }));
    } else {
      data.setData("text/plain", "https://example.com");
    }
    return data;
  }, made);
}
