// The documents of a file that `corpus.mjs` wrote.

import { readFileSync } from "node:fs";

export function documents(file) {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}
