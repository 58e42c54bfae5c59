// Answers what search.js asks, one after the other: the module does the work, this passes it on.
import init, { Engine } from "./search_engine.js";

const module = fetch(new URL("./search.wasm", import.meta.url), { integrity: "__INTEGRITY__" });
const ready = init({ module_or_path: module }).then(() => {
  const engine = new Engine();
  engine.warm();
  return engine;
});

const OPS = {
  // What the backend sent: everything, or what has changed. Says whether it could be used, and what there is now.
  take: (engine, bytes) => {
    const taken = engine.take(new Uint8Array(bytes));
    return { taken, version: engine.version() };
  },
  // All of it, to be kept.
  bundle: (engine) => engine.bundle(),
  search: (engine, { text, each, kind, category, language, service }) =>
    engine.search(text, each, kind, category, language, service),
  list: (engine, { each, kind, category }) => engine.list(kind, category, each),
};

addEventListener("message", async ({ data: { id, op, input } }) => {
  try {
    const output = OPS[op](await ready, input);
    // Large things change hands instead of being copied.
    postMessage({ id, output }, output instanceof Uint8Array ? [output.buffer] : []);
  } catch (error) {
    // The module did not arrive, or trapped. It is of no use from here on.
    postMessage({ id, failed: String(error) });
  }
});
