// Watches pages for what nobody should ever see in a browser's console: a test that passes has none of it.

import type { BrowserContext, Page, Request } from "@playwright/test";

/** Set before anything of the page runs, and called by it. */
const VIOLATION = "__violation";

export class Watch {
  private readonly problems: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly pages = new Set<Page>();

  /**
   * What this test brings about on purpose, as a pattern of one line: `GET /itsm/v1/me: 401`,
   * `GET /itsm/v1/tickets?…: net::ERR_FAILED`, `console: …`, `policy: …`.
   */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  /**
   * What a test brings about that takes the network away: nothing arrives. What the portal loads while it is idle, and
   * the icon that the browser asks for on each page, may be among it, whenever their turn comes.
   */
  expectOffline(): void {
    this.expect(/: net::ERR_INTERNET_DISCONNECTED$/);
    this.expect(/^(console|page): TypeError: Failed to fetch\n\s+at \S*\/assets\//);
  }

  /** Everything that happens in this window from now on. */
  async over(context: BrowserContext): Promise<void> {
    await context.exposeBinding(VIOLATION, (_, what: string) => this.note(`policy: ${what}`));
    await context.addInitScript((name) => {
      document.addEventListener("securitypolicyviolation", (violation) => {
        const where = `${violation.sourceFile}:${violation.lineNumber}`;
        const what = `${violation.effectiveDirective} ${violation.blockedURI} ${violation.sample} in ${where}`;
        (window as unknown as Record<string, (what: string) => void>)[name](what);
      });
    }, VIOLATION);
    context.on("page", (page) => this.follow(page));
    for (const page of context.pages()) this.follow(page);
  }

  private follow(page: Page): void {
    if (this.pages.has(page)) return;
    this.pages.add(page);
    page.on("console", (message) => {
      // A refused call is noted below, with its address and status.
      const refused = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !refused) this.note(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.note(`page: ${error.stack ?? error.message}`));
    page.on("crash", () => this.note("page: it crashed"));
    page.on("dialog", (dialog) => {
      this.note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("response", (response) => {
      if (response.status() >= 400) this.note(`${call(response.request())}: ${response.status()}`);
    });
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "failed";
      // Whoever leaves a page drops what was on its way.
      if (why !== "net::ERR_ABORTED") this.note(`${call(request)}: ${why}`);
    });
  }

  private note(problem: string): void {
    this.problems.push(problem);
  }

  /** What nobody expected; also where a page is wider than its window. */
  async unexpected(): Promise<string[]> {
    for (const page of this.pages) {
      if (page.isClosed()) continue;
      const wide = await page.evaluate(beyond).catch(() => 0);
      if (wide > 1) this.note(`layout: ${page.url()} is ${wide} px wider than the window`);
    }
    return this.problems.filter((problem) => !this.expected.some((pattern) => pattern.test(problem)));
  }
}

function call(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname}${search}`;
}

/** By how much the page is wider than its window. A phone's `innerWidth` grows with the page, this does not. */
function beyond(): number {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}
