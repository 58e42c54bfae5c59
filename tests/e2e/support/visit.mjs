// What a browser fetches on its way to a page, and what each file weighs.

import { brotliCompressSync, constants } from "node:zlib";

/** So long nothing must be on its way for a page to be there. */
const QUIET_MS = 700;

/** With brotli at its strongest, whatever was sent. */
export function weigh(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 22, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** Follows every answer that `page` gets. */
export class Visit {
  #debug;
  #requests = new Map();
  #seen = new Set();
  #cookies;

  static async of(page) {
    const visit = new Visit();
    visit.#debug = await page.context().newCDPSession(page);
    visit.#cookies = () => page.context().cookies();
    await visit.#follow();
    return visit;
  }

  async #follow() {
    const on = (event, take) => this.#debug.on(`Network.${event}`, take);
    on("requestWillBeSent", ({ requestId, request, type }) => {
      // What becomes of the script of a worker is told to the worker alone.
      const done = type === "EventSource" || /\/search-worker-[^/]*\.js$/.test(request.url);
      this.#requests.set(requestId, { url: request.url, method: request.method, type, done });
      this.last = Date.now();
    });
    on("responseReceived", ({ requestId, response }) => {
      const request = this.#requests.get(requestId);
      if (request) request.status = response.status;
    });
    const end = ({ requestId }) => {
      const request = this.#requests.get(requestId);
      if (request) request.done = true;
      this.last = Date.now();
    };
    on("loadingFinished", end);
    on("loadingFailed", (failed) => {
      end(failed);
      const request = this.#requests.get(failed.requestId);
      if (request && !failed.canceled) request.failed = failed.errorText;
    });
    // Room for every body, or the browser forgets the first ones.
    await this.#debug.send("Network.enable", { maxTotalBufferSize: 64 << 20, maxResourceBufferSize: 32 << 20 });
  }

  /** Waits until nothing is on its way. */
  async quiet() {
    const deadline = Date.now() + 60_000;
    const busy = () => [...this.#requests.values()].some((request) => !request.done);
    while (busy() || Date.now() - this.last < QUIET_MS) {
      if (Date.now() > deadline) {
        const waiting = [...this.#requests.values()].filter((request) => !request.done);
        throw new Error(`still on their way: ${waiting.map((request) => request.url).join(", ")}`);
      }
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Name and weight of what came since this was last asked and never before. `without` are types that do not count. */
  async files(without = []) {
    const files = [];
    for (const [id, request] of this.#requests) {
      this.#requests.delete(id);
      const counts = request.type !== "EventSource" && !without.includes(request.type);
      if (!counts || this.#seen.has(request.url) || /^(data|blob):/.test(request.url)) continue;
      if (request.failed) throw new Error(`${request.url}: ${request.failed}`);
      this.#seen.add(request.url);
      if (request.status === 204 || request.status === 304) continue;
      files.push({ name: name(request.url), bytes: weigh(await this.#body(id, request)) });
    }
    return files.sort((a, b) => b.bytes - a.bytes);
  }

  /** A module is compiled while it streams in, and the browser may keep no copy: then it is fetched once more. */
  async #body(id, { url, method }) {
    try {
      const { body, base64Encoded } = await this.#debug.send("Network.getResponseBody", { requestId: id });
      if (body.length > 0) return Buffer.from(body, base64Encoded ? "base64" : "utf8");
    } catch (error) {
      if (method !== "GET") throw error;
    }
    return this.fetch(url);
  }

  /** Fetches a file outside the page, as whoever is signed in. */
  async fetch(url) {
    const cookie = (await this.#cookies()).map((each) => `${each.name}=${each.value}`).join("; ");
    const answer = await fetch(url, { headers: { cookie, "accept-language": "en" } });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** What every browser fetches sooner or later and this one, without a window, does not. */
  async also(url) {
    if (this.#seen.has(url)) return [];
    this.#seen.add(url);
    return [{ name: name(url), bytes: weigh(await this.fetch(url)) }];
  }
}

function name(url) {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
