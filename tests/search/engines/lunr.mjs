// lunr, asked for each word as it is, with one mistake, and the last one as a beginning.

import lunr from "lunr";

/** A star is a wildcard to it, also in a document, and a word with one makes a query fail. */
const plain = (text) => (Array.isArray(text) ? text.map(plain) : String(text ?? "").replaceAll("*", " "));

export function build(documents) {
  const index = lunr(function () {
    this.ref("key");
    this.field("title", { boost: 5 });
    this.field("keywords", { boost: 3 });
    this.field("summary");
    this.field("headings", { boost: 2 });
    this.field("body");
    for (const { key, ...fields } of documents) {
      this.add({ key, ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, plain(text)])) });
    }
  });
  return { "index.json": JSON.stringify(index) };
}

export async function open(file) {
  const index = lunr.Index.load(JSON.parse(await (await file("index.json")).text()));
  return (text, many) => {
    const words = lunr.tokenizer(plain(text.toLowerCase())).map(String).filter(Boolean);
    const ask = (beginning) =>
      index.query((query) => {
        words.forEach((word, n) => {
          query.term(word, { boost: 10 });
          if (word.length > 3) query.term(word, { boost: 2, editDistance: 1 });
          if (beginning && n === words.length - 1) {
            query.term(word, { boost: 4, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
          }
        });
      });
    let found;
    try {
      found = ask(true);
    } catch {
      // Some beginnings, such as "b", lead it to words that its index does not have, where it fails.
      found = ask(false);
    }
    return found.slice(0, many).map(({ ref }) => ref);
  };
}
