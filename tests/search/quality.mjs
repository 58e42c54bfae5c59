// `node quality.mjs FOLDER pairs.json`: the mean reciprocal rank of the engine that this was bundled with, for the index
// terms of a book and the page that each leads to. Prints JSON: {ranks: {tuned: {full, typo, part}, rest: {…}, sample: {…}},
// many: {tuned, rest, sample}}. `terms.mjs` says what the parts are; an engine that exports `sampled` is asked the sample alone.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "engine";
import { divided } from "./terms.mjs";

/** Whether it is asked the sample alone. */
const sampled = "sampled" in engine;
/** As many as anybody looks through. */
const MANY = 10;

const [folder, list] = process.argv.slice(2);
const file = async (name) => new Response(readFileSync(join(folder, name)));

/** One mistake, the same on every machine: two letters swapped, one left out, one doubled, or one wrong. */
function typo(term, hash) {
  const letters = [...term];
  const places = letters.flatMap((c, at) => (at > 0 && /\p{L}/u.test(c) && /\p{L}/u.test(letters[at - 1]) ? [at] : []));
  if (places.length === 0) return term;
  const at = places[hash[1] % places.length];
  switch (hash[2] % 4) {
    case 0:
      [letters[at - 1], letters[at]] = [letters[at], letters[at - 1]];
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      letters.splice(at, 0, letters[at]);
      break;
    default:
      letters[at] = "abcdefghijklmnopqrstuvwxyz"[hash[3] % 26];
  }
  return letters.join("");
}

const WAYS = {
  full: (term) => term,
  typo,
  part: (term) => [...term].slice(0, Math.ceil([...term].length * 0.7)).join(""),
};

const search = await engine.open(file);
const [sums, many] = [{}, {}];
for (const { key, term, hash, parts } of divided(JSON.parse(readFileSync(list, "utf8")))) {
  for (const part of parts) many[part] = (many[part] ?? 0) + 1;
  if (sampled && !parts.includes("sample")) continue;
  for (const [way, change] of Object.entries(WAYS)) {
    const rank = search(change(term, hash), MANY).indexOf(key) + 1;
    for (const part of sampled ? ["sample"] : parts) {
      const sum = ((sums[part] ??= {})[way] ??= { many: 0, ranks: 0 });
      sum.many += 1;
      sum.ranks += rank > 0 ? 1 / rank : 0;
    }
  }
}
const mean = ({ many, ranks }) => ranks / many;
const means = (ways) => Object.fromEntries(Object.entries(ways).map(([way, sum]) => [way, mean(sum)]));
const ranks = Object.fromEntries(Object.entries(sums).map(([part, ways]) => [part, means(ways)]));
console.log(JSON.stringify({ ranks, many }));
