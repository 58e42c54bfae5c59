// FlexSearch, its document index with beginnings of words; it knows no mistakes, its encoder takes like letters for one.

import { Charset, Document } from "flexsearch";

const FIELDS = ["title", "keywords", "summary", "headings", "body"];
const empty = () =>
  new Document({
    document: { id: "key", store: ["title"], index: FIELDS },
    tokenize: "forward",
    encoder: Charset.LatinBalance,
  });

export async function build(documents) {
  const index = empty();
  for (const document of documents) index.add(document);
  const files = {};
  await index.export((name, data) => {
    if (data !== undefined) files[name] = data;
  });
  return { "index.json": JSON.stringify(files) };
}

export async function open(file) {
  const index = empty();
  for (const [name, data] of Object.entries(JSON.parse(await (await file("index.json")).text()))) index.import(name, data);
  // Fields come one after the other, the title first.
  return (text, many) => {
    const found = new Set();
    for (const { result } of index.search(text, { limit: many, suggest: true })) for (const id of result) found.add(id);
    return [...found].slice(0, many);
  };
}
