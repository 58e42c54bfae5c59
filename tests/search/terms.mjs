// The index terms of a book, divided by their SHA-256: those that numbers in crates/search/src/rank.rs were found with, and the
// rest, which nothing was. Of the rest a sample, for engines that need a second for a term.

import { createHash } from "node:crypto";

/** How many terms are in the sample: three searches each, so ten minutes for an engine that needs a second for one. */
export const SAMPLE = 200;

/**
 * Each of `list` with the SHA-256 of its term (`hash`) and the parts that it belongs to (`parts`): `tuned`, or `rest` and
 * perhaps `sample`, which is evenly spaced among the rest in the order of the hashes. So it is the same on every machine, and
 * nobody chose it.
 */
export function divided(list, many = SAMPLE) {
  const terms = list.map((one) => ({ ...one, hash: createHash("sha256").update(one.term).digest() }));
  const rest = terms.filter(({ hash }) => hash[0] >= 0x80).sort((a, b) => Buffer.compare(a.hash, b.hash));
  const step = Math.max(1, Math.floor(rest.length / many));
  const sample = new Set(rest.filter((_, n) => n % step === 0).slice(0, many));
  const parts = (term) => (term.hash[0] < 0x80 ? ["tuned"] : sample.has(term) ? ["rest", "sample"] : ["rest"]);
  return terms.map((term) => ({ ...term, parts: parts(term) }));
}
