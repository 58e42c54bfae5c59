// The rules as a WebAssembly module, behind JSON Lines: `node tests/forms/agree.mjs <module> <function>`. What
// `cargo xtask campaign forms` holds against the native rules.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , file, name] = process.argv;
const expressions = new Map();
const decoder = new TextDecoder();
const encoder = new TextEncoder();

const text = (place, length) => decoder.decode(new Uint8Array(memory.buffer, place >>> 0, length));

/** By the engine for regular expressions of every browser of this kind, as src/features/requests/pattern.rs does it. */
function compiled(pattern) {
  try {
    return new RegExp(`^(?:${pattern})$`, "u");
  } catch {
    // A pattern that cannot be read lets everything pass.
    return { test: () => true };
  }
}

function matches(patternPlace, patternLength, textPlace, textLength) {
  const pattern = text(patternPlace, patternLength);
  if (!expressions.has(pattern)) expressions.set(pattern, compiled(pattern));
  return expressions.get(pattern).test(text(textPlace, textLength)) ? 1 : 0;
}

const { instance } = await WebAssembly.instantiate(readFileSync(file), { caller: { matches } });
const { memory, room, answer, [name]: judge } = instance.exports;

for await (const line of createInterface({ input: process.stdin })) {
  const bytes = encoder.encode(line);
  const place = room(bytes.length) >>> 0;
  // Asked for room, the memory may be another one.
  new Uint8Array(memory.buffer, place, bytes.length).set(bytes);
  const length = judge();
  process.stdout.write(`${text(answer(), length)}\n`);
}
