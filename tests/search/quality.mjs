// `node quality.mjs FOLDER pairs.json`: the mean reciprocal rank of the engine that this was bundled with, for the index
// terms of a book and the page that each leads to. Prints JSON: {tuned: {full, typo, part}, rest: {…}}.
//
// `tuned` are the terms that numbers in crates/search/src/rank.rs were found with, `rest` those that nothing was.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "engine";

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
const sums = {};
// An engine that takes a second for a term is asked for some of them.
const every = engine.every ?? 1;
for (const [n, { key, term }] of JSON.parse(readFileSync(list, "utf8")).entries()) {
  if (n % every) continue;
  const hash = createHash("sha256").update(term).digest();
  const half = hash[0] < 0x80 ? "tuned" : "rest";
  for (const [way, change] of Object.entries(WAYS)) {
    const rank = search(change(term, hash), MANY).indexOf(key) + 1;
    const sum = ((sums[half] ??= {})[way] ??= { many: 0, ranks: 0 });
    sum.many += 1;
    sum.ranks += rank > 0 ? 1 / rank : 0;
  }
}
const mean = ({ many, ranks }) => ranks / many;
const means = (ways) => Object.fromEntries(Object.entries(ways).map(([way, sum]) => [way, mean(sum)]));
console.log(JSON.stringify(Object.fromEntries(Object.entries(sums).map(([half, ways]) => [half, means(ways)]))));
