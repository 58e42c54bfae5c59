// An engine in a worker: opened, then asked. It was bundled with one.

import { open } from "engine";

const file = (name) => fetch(new URL(name, location.href));
let search;

// What fails must be heard of, or whoever waits for an answer waits for good.
addEventListener("unhandledrejection", ({ reason }) => {
  setTimeout(() => {
    throw reason;
  });
});

addEventListener("message", async ({ data: { op, text, queries, budget } }) => {
  if (op === "open") {
    search = await open(file);
    postMessage(search(text, 10).length);
    return;
  }
  if (op === "memory") {
    postMessage(search.memory?.() ?? 0);
    return;
  }
  // What is typed, as often as fits into the time: the slowest engines take seconds a key.
  const times = [];
  const end = performance.now() + budget;
  for (const query of queries) {
    const start = performance.now();
    search(query, 10);
    const now = performance.now();
    times.push(now - start);
    if (now > end) break;
  }
  postMessage(times);
});
