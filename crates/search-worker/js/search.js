// The search on the device: starts the worker, gives it what this person may find, keeps a copy for the next visit, and
// forgets it when they leave. Everything that can go wrong in here ends in an empty answer, and the portal asks the
// backend instead.

const KEPT = "guichet-search";
/**
 * What somebody searched for before, copies of what they read and where they stopped, by how their names in the browser's
 * storage begin: see src/search/recent.rs, src/copies/shelf.rs and src/features/knowledge/position/kept.rs. What somebody
 * wrote stays, for when they come back.
 */
const OWN = ["guichet:searches:", "guichet:articles", "guichet:reading"];
const WORKER = new URL("./search-worker.js", import.meta.url).href;

// The only script that may become one of a worker. Under Trusted Types an address has to come from a policy, and the content
// security policy allows this one by its name, once.
const worker =
  globalThis.trustedTypes
    ?.createPolicy("guichet-worker", {
      createScriptURL: (url) => {
        if (url !== WORKER) throw new TypeError(`no script of ours: ${url}`);
        return url;
      },
    })
    .createScriptURL(WORKER) ?? WORKER;

/** What is told when the page goes away. */
let leaving = null;

/** What is open: whose, and the worker that holds it. */
let current = null;

class Search {
  #worker = new Worker(worker, { type: "module" });
  #waiting = new Map();
  #count = 0;
  #later = new Map();
  #busy = false;
  #refreshing = null;
  #closed = false;
  version = "";

  constructor(whose) {
    this.whose = whose;
    this.#worker.onmessage = ({ data: { id, output, failed } }) => {
      if (failed) this.#fail(failed);
      else this.#end(id, output);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(event.message);
    };
  }

  /** It trapped, or never began: whoever waits hears nothing, and asks the backend. */
  #fail(why) {
    console.warn(`the search on the device ended: ${why}`);
    this.close();
  }

  close() {
    if (current === this) current = null;
    this.#closed = true;
    this.#worker.terminate();
    for (const id of [...this.#waiting.keys()]) this.#end(id, undefined);
    for (const { done } of this.#later.values()) done("");
    this.#later.clear();
    this.version = "";
  }

  #end(id, output) {
    this.#waiting.get(id)?.(output);
    this.#waiting.delete(id);
  }

  #call(op, input, hand = []) {
    if (this.#closed) return Promise.resolve(undefined);
    const id = ++this.#count;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#worker.postMessage({ id, op, input }, hand);
    });
  }

  /** Of those who ask for the same place on the page only the latest waits: nobody reads what they have typed over. */
  ask(op, asked) {
    return new Promise((done) => {
      this.#later.get(asked.place)?.done("");
      this.#later.set(asked.place, { op, asked, done });
      void this.#next();
    });
  }

  async #next() {
    if (this.#busy) return;
    const [place, turn] = this.#later.entries().next().value ?? [];
    if (!turn) return;
    this.#later.delete(place);
    this.#busy = true;
    const answer = await this.#call(turn.op, turn.asked);
    this.#busy = false;
    turn.done(answer ?? "");
    void this.#next();
  }

  /** Whether the bytes could be used. */
  async take(bytes) {
    const told = await this.#call("take", bytes, [bytes]);
    if (told?.taken) this.version = told.version;
    return told?.taken ?? false;
  }

  /** What a visit before has kept. */
  async remember() {
    const kept = await this.#kept();
    // Whoever comes after somebody else finds nothing of them.
    for (const other of (await kept?.cache.keys()) ?? []) if (other.url !== kept.key) await kept.cache.delete(other);
    const copy = await kept?.cache.match(kept.key);
    return copy ? this.take(await copy.arrayBuffer()) : false;
  }

  /** Fetches what has changed. Whoever asks while it is on its way waits for one more. */
  async refresh() {
    if (this.#refreshing) {
      await this.#refreshing;
      if (this.#refreshing) return this.#refreshing;
    }
    this.#refreshing = this.#renew();
    const outcome = await this.#refreshing;
    this.#refreshing = null;
    return outcome;
  }

  async #renew() {
    const before = this.version;
    if (!(await this.#fetch(before)) && before) await this.#fetch("");
    if (!this.version) return "";
    if (this.version === before) return "kept";
    await this.#keep();
    return "new";
  }

  async #fetch(since) {
    const { backend, language } = this.whose;
    const query = since ? `?since=${encodeURIComponent(since)}` : "";
    const answer = await fetch(`${backend}/itsm/v1/knowledge/index${query}`, {
      credentials: "include",
      // It is kept below, where it can be forgotten too.
      cache: "no-store",
      headers: { "Accept-Language": language },
    }).catch(() => null);
    if (answer?.status === 401 || answer?.status === 403) {
      await forget();
      return true;
    }
    // Without a connection what is there goes on serving.
    if (!answer?.ok) return true;
    return this.take(await answer.arrayBuffer());
  }

  async #keep() {
    const bytes = await this.#call("bundle");
    const kept = await this.#kept();
    // They may have left meanwhile.
    if (bytes?.length && kept && !this.#closed) await kept.cache.put(kept.key, new Response(bytes));
  }

  /** Where it is kept; nowhere on pages without encryption, and where storage is switched off. */
  async #kept() {
    const { person, language } = this.whose;
    const place = `search-index/${encodeURIComponent(person)}/${encodeURIComponent(language)}`;
    try {
      return { cache: await caches.open(KEPT), key: new URL(place, document.baseURI).href };
    } catch {
      return null;
    }
  }
}

/**
 * Opens the search of a person: with what an earlier visit has kept, or with what the backend has. Says which (`kept`,
 * `new`), or nothing where there is neither.
 */
export async function open(text) {
  const whose = JSON.parse(text);
  const same = current && Object.entries(whose).every(([name, value]) => current.whose[name] === value);
  if (same) return current.version ? "new" : current.refresh();
  current?.close();
  const search = (current = new Search(whose));
  await search.remember();
  return search.version ? "kept" : search.refresh();
}

/** The same once nothing else is to be done, and not where somebody pays for every byte. */
export async function idle(text) {
  if (navigator.connection?.saveData) return "";
  await new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
  return open(text);
}

/** Fetches what has changed. Says whether anything has (`new`) or not (`kept`), or nothing where there is no search. */
export async function refresh() {
  return (await current?.refresh()) ?? "";
}

/** What fits, as JSON; nothing where there is nothing to search in, or somebody has asked for something else since. */
export async function search(text) {
  return ask("search", JSON.parse(text));
}

/** The same for what there is, by title, whatever its words. */
export async function list(text) {
  return ask("list", JSON.parse(text));
}

async function ask(op, asked) {
  if (!current?.version || current.whose.person !== asked.person) return "";
  return current.ask(op, asked);
}

/** Tells, without a name, what came of searches and reading. It outlives the page, and nobody waits for it. */
export async function tell(text) {
  const { backend, language, body } = JSON.parse(text);
  const answer = await fetch(`${backend}/itsm/v1/knowledge/learning`, {
    method: "POST",
    credentials: "include",
    keepalive: true,
    headers: { "Content-Type": "application/json", "Accept-Language": language },
    body,
  }).catch(() => null);
  return answer?.ok ? "told" : "";
}

/** Keeps what is to be told if the page goes away now; without a text, nothing is. */
export async function leave(text) {
  leaving = text || null;
  return "";
}

addEventListener("pagehide", () => {
  const last = leaving;
  leaving = null;
  if (last) void tell(last);
});

/** Forgets whatever there is of anybody. */
export async function forget() {
  current?.close();
  leaving = null;
  try {
    const own = Object.keys(localStorage).filter((key) => OWN.some((begin) => key.startsWith(begin)));
    for (const key of own) localStorage.removeItem(key);
    await caches.delete(KEPT);
  } catch {
    // Where storage is switched off nothing was kept.
  }
  return "";
}
