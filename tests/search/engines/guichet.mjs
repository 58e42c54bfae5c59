// Ours, as the portal's worker has it. Its index is made by `crates/search/examples/search.rs`.

import { Engine, initSync } from "search_engine";

export async function open(file) {
  const index = file("index.gsib").then((response) => response.arrayBuffer());
  const module = await file("search.wasm");
  const { memory } = initSync({ module: await WebAssembly.compile(await module.arrayBuffer()) });
  const engine = new Engine();
  engine.warm();
  if (!engine.take(new Uint8Array(await index))) throw new Error("the index cannot be read");
  const search = (text, many) => {
    const { hits } = JSON.parse(engine.search(text, many, "", "", "", ""));
    return hits.map(({ id }) => `article:${id}`);
  };
  // What a browser does not count as the worker's own.
  search.memory = () => memory.buffer.byteLength;
  return search;
}
