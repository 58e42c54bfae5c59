// Fuse.js, which compares the query with every text; its index saves it the cutting up of texts.

import Fuse from "fuse.js";

const OPTIONS = {
  keys: [
    { name: "title", weight: 5 },
    { name: "keywords", weight: 3 },
    { name: "headings", weight: 2 },
    "summary",
    "body",
  ],
  threshold: 0.3,
  ignoreLocation: true,
};

/** It takes most of a second for a term of the help of LibreOffice: what it finds is measured with the sample. */
export const sampled = true;

export function build(documents) {
  const index = Fuse.createIndex(OPTIONS.keys, documents);
  return { "index.json": JSON.stringify({ documents, index: index.toJSON() }) };
}

export async function open(file) {
  const { documents, index } = JSON.parse(await (await file("index.json")).text());
  const fuse = new Fuse(documents, OPTIONS, Fuse.parseIndex(index));
  return (text, many) => fuse.search(text, { limit: many }).map(({ item }) => item.key);
}
