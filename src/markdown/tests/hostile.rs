//! Hostile texts, as they stand in `tests/hostile`, alone and inside everything that a text can be made of. The same are put
//! into the portal in a browser by `tests/e2e/specs/sinks.spec.ts`.

use super::{
    html::{address, html},
    pieces,
    tokens::{Token, tokens},
};
use crate::markdown::{
    read::read,
    target::{CONTRACT, Target},
    tree::{Node, Text},
};
use guichet_contract::commonmark;
use proptest::prelude::*;
use std::{fs, path::Path};

/// What stands between two texts of a file.
const BETWEEN: &str = "\n%%\n";

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        texts.extend(text.trim_end_matches('\n').split(BETWEEN).map(str::to_owned));
    }
    texts
}

/// What may stand around a hostile text: the whole of each is Markdown that somebody might write.
const AROUND: [(&str, &str); 24] = [
    ("", ""),
    ("Words ", " words"),
    ("\n\n", "\n\n"),
    ("# ", ""),
    ("> ", ""),
    ("> [!WARNING]\n> ", ""),
    ("- ", "\n- more"),
    ("1. [ ] ", ""),
    ("*", "*"),
    ("**", "**"),
    ("~~", "~~"),
    ("`", "`"),
    ("```", "\n```"),
    ("```\n", "\n```"),
    ("    ", ""),
    ("[", "](https://a.example)"),
    ("[words](", ")"),
    ("[words](<", ">)"),
    ("[words][x]\n\n[x]: ", ""),
    ("![", "](picture:a.png)"),
    ("![words](", ")"),
    ("[words](https://a.example \"", "\")"),
    ("| a |\n|---|\n| ", " |"),
    ("Words[^n]\n\n[^n]: ", ""),
];

const ELEMENTS: [&str; 27] = [
    "a",
    "aside",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

const ATTRIBUTES: [&str; 8] = ["align", "alt", "checked", "class", "href", "src", "start", "title"];

/// Asserts that nothing dangerous came of `text`.
fn harmless(text: &str) {
    let tree = read(text, CONTRACT);
    look(&tree, text);
    let html = html(&tree);
    for token in tokens(&html) {
        if let Token::Open(name, attributes) = token {
            assert!(ELEMENTS.contains(&name.as_str()), "<{name}> came of {text:?}");
            for (attribute, _) in attributes {
                assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute} of <{name}> came of {text:?}");
            }
        }
    }
    let mut ids = Vec::new();
    pieces::headings(&tree.nodes, &mut ids);
    for (id, _) in &ids {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        assert!(!id.is_empty() && id.chars().all(plain), "the id {id:?} came of {text:?}");
    }
    let mut unique: Vec<_> = ids.iter().map(|(id, _)| id).collect();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "an id is there twice in {text:?}");
}

fn look(tree: &Text, text: &str) {
    tree.nodes
        .iter()
        .chain(tree.notes.iter().flat_map(|note| &note.nodes))
        .for_each(|node| inside(node, text));
}

fn inside(node: &Node, text: &str) {
    let all = |nodes: &[Node]| nodes.iter().for_each(|node| inside(node, text));
    match node {
        Node::Link(link) => {
            let to = address(&link.target);
            let fine = match &link.target {
                Target::Inside(_) => to.starts_with("/answers/") || to.starts_with("/services/"),
                Target::Here(part) => !part.is_empty(),
                Target::Outside(_) | Target::Video(_) => begins(to, &["http://", "https://"]),
                Target::Contact(_) => begins(to, &["mailto:", "tel:"]),
            };
            assert!(fine, "a link to {to:?} came of {text:?}");
            all(&link.nodes);
        }
        Node::Picture(picture) => {
            let ours = ["/itsm/v1/attachments/", "/itsm/v1/knowledge/pictures/"];
            let id = ours.iter().find_map(|prefix| picture.src.strip_prefix(prefix));
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            assert!(
                id.is_some_and(|id| id.chars().all(plain)),
                "a picture {:?} came of {text:?}",
                picture.src
            );
        }
        Node::Heading(heading) => all(&heading.nodes),
        Node::Numbers(_, nodes) | Node::Alert(_, nodes) | Node::Part(_, nodes) => all(nodes),
        Node::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).for_each(|cell| all(cell)),
        _ => {}
    }
}

fn begins(address: &str, with: &[&str]) -> bool {
    let address = address.to_ascii_lowercase();
    with.iter().any(|scheme| address.starts_with(scheme))
}

#[test]
fn nothing_dangerous_comes_of_hostile_texts_whatever_stands_around_them() {
    let corpus = corpus();
    assert!(corpus.len() >= 100, "{}", corpus.len());
    for text in &corpus {
        assert!(!text.trim().is_empty(), "an empty text");
        for (before, after) in AROUND {
            harmless(&format!("{before}{text}{after}"));
            // What the author of a filter did not think of.
            harmless(&format!("{before}{}{after}", text.to_uppercase()));
            harmless(&format!("{before}{}{after}", text.replace(' ', "\t")));
            harmless(&format!("{before}{}{after}", text.replace('<', "<\0")));
            harmless(&format!("{before}{}{after}", text.replace(':', "&colon;")));
        }
    }
    // Two of them next to one another may do what neither does.
    for pair in corpus.windows(2) {
        harmless(&pair.concat());
        harmless(&pair.join("\n\n"));
    }
}

#[test]
fn titles_of_hostile_headings_are_the_same_to_the_table_of_contents() {
    for text in corpus() {
        let line = text.lines().next().unwrap_or_default();
        let heading = format!("## {line}");
        let mut found = Vec::new();
        pieces::headings(&read(&heading, CONTRACT).nodes, &mut found);
        let known = commonmark::headings(&heading).into_iter().map(|heading| (heading.id, heading.text));
        assert_eq!(found, known.collect::<Vec<_>>(), "{heading}");
    }
}

proptest! {
    /// Pieces of markup, thrown together.
    #[test]
    fn nothing_dangerous_comes_of_random_markup(parts in proptest::collection::vec(part(), 0..24)) {
        harmless(&parts.concat());
    }

    #[test]
    fn nothing_dangerous_comes_of_random_signs(text in "\\PC{0,120}") {
        harmless(&text);
    }
}

fn part() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?",
        "script",
        "svg",
        "math",
        "style",
        "img",
        "a",
        " onerror=",
        " onload=",
        " href=",
        " src=",
        "alert(1)",
        "javascript:",
        "data:text/html,",
        "\"",
        "'",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[^1]",
        "\n[^1]: ",
        "\n\n",
        "\n",
        "\n> ",
        "\n- ",
        "\n# ",
        "\n| a |\n|---|\n| ",
        "*",
        "_",
        "~~",
        "\\",
        "&lt;",
        "&#106;",
        "&Tab;",
        "\u{0}",
        "\u{202e}",
        "\t",
        " ",
        "x",
        "ä",
        "[!NOTE]",
        "\n    ",
    ])
}
