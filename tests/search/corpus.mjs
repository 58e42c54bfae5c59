// Documents to search in, as lines of JSON that every engine reads.
//
// `node corpus.mjs awscli SITE documents.jsonl`: a page for each operation of each service, and each example, of the
// Python package awscli in SITE.
// `node corpus.mjs libreoffice HELP documents.jsonl pairs.json`: the pages of the help in HELP, and its index terms with
// the page that each leads to.
// `node corpus.mjs awscli-pages SITE FOLDER`: the same pages of awscli as a folder of HTML and Markdown, to import.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of HTML. */
function words(html) {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name) => {
      if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
      const code = name[1].toLowerCase() === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    })
    .replace(/\s+/g, " ")
    .trim();
}

function files(folder, ending) {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .sort();
}

/** `DescribeDBInstances` is `describe-db-instances`. */
function kebab(name) {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

/** Every operation of the newest model of each service. */
function* models(site) {
  const data = join(site, "awscli/botocore/data");
  for (const service of readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const versions = readdirSync(join(data, service.name)).sort();
    const [file] = files(join(data, service.name, versions.at(-1)), "").filter((name) => /service-2\.json(\.gz)?$/.test(name));
    if (!file) continue;
    const bytes = readFileSync(file);
    const model = JSON.parse(file.endsWith(".gz") ? gunzipSync(bytes) : bytes);
    for (const [name, operation] of Object.entries(model.operations)) {
      const members = Object.entries(model.shapes[operation.input?.shape]?.members ?? {});
      yield { service: service.name, name: kebab(name), documentation: operation.documentation ?? "", members };
    }
  }
}

function operations(site) {
  return [...models(site)].map(({ service, name, documentation, members }) => {
    const body = words(documentation);
    return {
      key: `article:${service}.${name}`,
      title: `${service} ${name}`,
      summary: body.split(". ")[0].slice(0, 200),
      headings: members.map(([member]) => kebab(member)).join(" "),
      body,
    };
  });
}

/** The pages of the command line as a folder. */
function pages(site, folder) {
  let many = 0;
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    many += 1;
  };
  for (const { service, name, documentation, members } of models(site)) {
    const title = `${service} ${name}`;
    const options = members.map(
      ([member, { documentation: text }]) => `<dt id="${kebab(member)}"><code>--${kebab(member)}</code></dt>\n<dd>${text ?? ""}</dd>`,
    );
    const list = options.length > 0 ? `<h2>Options</h2>\n<dl>\n${options.join("\n")}\n</dl>\n` : "";
    write(
      `${service}/${name}.html`,
      `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>\n<body><nav><a href="../">AWS</a></nav>\n` +
        `<h1>${title}</h1>\n<h2>Description</h2>\n${documentation}\n${list}<footer>AWS CLI</footer></body></html>\n`,
    );
  }
  const rst = join(site, "awscli/examples");
  for (const file of files(rst, ".rst")) {
    const title = `${basename(dirname(file))} ${basename(file, ".rst")}`;
    // What differs from Markdown in these files: literal blocks, links, and signs around code.
    const text = readFileSync(file, "utf8")
      .replace(/::[ \t]*$/gm, ":")
      .replace(/`([^`<]+?)\s*<(https?:[^>\s]+)>`__?/g, "[$1]($2)")
      .replace(/``([^`]+)``/g, "`$1`");
    write(`examples/${relative(rst, file).slice(0, -4)}.md`, `# Examples of ${title}\n\n${text}`);
  }
  return many;
}

function examples(site) {
  const folder = join(site, "awscli/examples");
  return files(folder, ".rst").map((file) => ({
    key: `article:examples.${relative(folder, file).slice(0, -4).replaceAll("/", ".")}`,
    title: `${basename(dirname(file))} ${basename(file, ".rst")}`,
    summary: "",
    headings: "",
    body: readFileSync(file, "utf8"),
  }));
}

function help(folder) {
  return files(join(folder, "text"), ".html").map((file) => {
    const html = readFileSync(file, "utf8");
    const from = html.indexOf('id="DisplayArea"');
    const content = html.slice(from < 0 ? 0 : html.indexOf(">", from) + 1).split("<footer")[0];
    const headings = [...content.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs)].map(([, text]) => words(text));
    return {
      key: `article:${relative(folder, file)}`,
      title: words(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ""),
      summary: "",
      headings: headings.join("\n"),
      body: words(content.replace(/<(script|style|h[1-6])[^>]*>.*?<\/\1>/gs, " ")),
    };
  });
}

function terms(folder) {
  const source = readFileSync(join(folder, "bookmarks.js"), "utf8");
  const entries = source.matchAll(/\{url:"([^"]+)", app:"[^"]+", text:"((?:[^"\\]|\\.)*)"\}/g);
  return [...entries].map(([, url, text]) => ({
    key: `article:${url.split(/[?#]/)[0].replace(/^[^/]+\//, "")}`,
    term: text.replace(/\s+--\s+/g, " ").replaceAll('\\"', '"'),
  }));
}

const [what, from, to, pairs] = process.argv.slice(2);
if (what === "awscli-pages") {
  console.log(pages(from, to));
  process.exit();
}
const documents = (what === "awscli" ? [...operations(from), ...examples(from)] : help(from)).map((document) => ({
  group: "article",
  language: "en",
  keywords: "",
  ...document,
}));
writeFileSync(to, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
if (pairs) {
  const keys = new Set(documents.map(({ key }) => key));
  writeFileSync(pairs, JSON.stringify(terms(from).filter(({ key }) => keys.has(key))));
}
console.log(documents.length);
