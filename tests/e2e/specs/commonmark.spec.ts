// The 652 examples of the CommonMark specification in a real browser: what the portal makes of them is what the browser makes
// of the HTML that the specification expects, but for raw HTML, which is dropped, and for links and pictures that lead where
// the contract does not let them, of which the words stay.
//
// `cargo xtask test` names the text of the specification in COMMONMARK_SPEC; it is no part of the repository.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../fixtures";
import { ASKED, asked } from "../pages/asked";
import { expectHarmless } from "../support/hostile";

interface Example {
  number: number;
  markdown: string;
  html: string;
}

const FENCE = "`".repeat(32);

function examples(file: string): Example[] {
  const parts = readFileSync(file, "utf8").split(`\n${FENCE} example\n`).slice(1);
  return parts.map((part, n) => {
    const text = `\n${part.split(`\n${FENCE}\n`)[0]}\n`.replaceAll("→", "\t");
    const at = text.indexOf("\n.\n");
    return { number: n + 1, markdown: `${text.slice(0, at)}\n`.slice(1), html: text.slice(at + 3) };
  });
}

/** Those that hold raw HTML, as the native test has found them. */
function withHtml(): Set<number> {
  const source = readFileSync(join(__dirname, "../../../src/markdown/tests/specification.rs"), "utf8");
  const [, list = ""] = /const WITH_HTML[^=]*= \[([^\]]*)\]/.exec(source) ?? [];
  return new Set(list.split(",").map(Number).filter(Boolean));
}

/**
 * The page's texts, or HTML that the browser reads, as one line each: elements with what counts of their attributes, and words,
 * with one blank where there are several and none beside a block.
 */
function lines(html: string[] | null): string[] {
  const BLOCKS = new Set(["p", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "pre", "hr", "br"]);
  const roots: Element[] = html
    ? html.map((text) => new DOMParser().parseFromString(text, "text/html").body)
    : [...document.querySelectorAll("main form .prose")];
  type Piece = { tag?: string; name?: string; text?: string; pre: boolean };
  const unquote = (url: string) => {
    try {
      return decodeURI(url);
    } catch {
      return url;
    }
  };
  const walk = (node: Node, pre: boolean, pieces: Piece[]): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const last = pieces.at(-1);
      if (last?.text !== undefined && last.pre === pre) last.text += node.nodeValue ?? "";
      else pieces.push({ text: node.nodeValue ?? "", pre });
      return;
    }
    if (!(node instanceof Element)) return;
    const inside = (pre: boolean) => node.childNodes.forEach((child) => walk(child, pre, pieces));
    // What the portal adds for those who copy and those who listen.
    if (node.matches(".visually-hidden, .code-block__head, dialog, .tag")) return;
    if (node.matches(".code-block, .table-wrap")) return inside(pre);
    let name = node.localName;
    const href = node.getAttribute("href") ?? "";
    if (name === "a" && !/^(https?:\/\/|mailto:.|tel:.)/i.test(href)) return inside(pre);
    if (name === "img") {
      walk(document.createTextNode(node.getAttribute("alt") ?? ""), pre, pieces);
      return;
    }
    if (name === "h1") name = "h2";
    const attributes = ["title", "start"].filter((key) => node.hasAttribute(key)).map((key) => `${key}=${node.getAttribute(key)}`);
    if (name === "a") attributes.unshift(`href=${unquote(href)}`);
    pieces.push({ tag: `<${[name, ...attributes].join(" ")}>`, name, pre });
    if (name === "br" || name === "hr") return;
    inside(pre || name === "pre");
    pieces.push({ tag: `</${name}>`, name, pre });
  };
  return roots.map((root) => {
    const pieces: Piece[] = [];
    root.childNodes.forEach((child) => walk(child, false, pieces));
    const isBlock = (piece?: Piece) => !piece || (piece.name !== undefined && BLOCKS.has(piece.name));
    return pieces
      .map((piece, n) => {
        if (piece.text === undefined) return piece.tag;
        if (piece.pre) return piece.text;
        let text = piece.text.replace(/[ \t\n]+/g, " ");
        if (isBlock(pieces[n - 1])) text = text.replace(/^ /, "");
        if (isBlock(pieces[n + 1])) text = text.replace(/ $/, "");
        return text;
      })
      .join("");
  });
}

test("every example reads as specified", async ({ page, enter, context }) => {
  const file = process.env.COMMONMARK_SPEC;
  test.skip(!file, "`cargo xtask test` installs the specification and names it in COMMONMARK_SPEC");
  const all = examples(file ?? "");
  const raw = withHtml();
  expect([all.length, raw.size]).toEqual([652, 72]);

  // Each as a paragraph of a form: they share a page, and no example can reach into another one.
  const questions = all.map(({ number, markdown }) => ({ id: `e${number}`, type: "paragraph", label: "", text: markdown }));
  await asked(page, questions);
  await enter("Aylin Kaya", ASKED);
  await expect(page.locator("main form .prose")).toHaveCount(652);
  await expectHarmless(page);
  const ours = await page.evaluate(lines, null);

  // The portal's policy forbids what reads HTML, so that happens on a page without one.
  const lab = await context.newPage();
  const theirs = await lab.evaluate(lines, all.map(({ html }) => html));
  await lab.close();
  const compared = all.filter(({ number }) => !raw.has(number));
  const line = (lines: string[]) => ({ number, markdown }: Example) => `${number} ${JSON.stringify(markdown)}: ${lines[number - 1]}`;
  expect(compared.map(line(ours))).toEqual(compared.map(line(theirs)));
});
