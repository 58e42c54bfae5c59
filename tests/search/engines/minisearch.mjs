// MiniSearch, set up as its guide has it for search boxes: beginnings, mistakes, titles first.

import MiniSearch from "minisearch";

const OPTIONS = {
  idField: "key",
  fields: ["title", "keywords", "summary", "headings", "body"],
  storeFields: ["title"],
  searchOptions: { boost: { title: 5, keywords: 3, headings: 2 }, prefix: true, fuzzy: 0.2 },
};

export function build(documents) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents);
  return { "index.json": JSON.stringify(index) };
}

export async function open(file) {
  const index = MiniSearch.loadJSON(await (await file("index.json")).text(), OPTIONS);
  return (text, many) => index.search(text).slice(0, many).map(({ id }) => id);
}
