//! Each piece that a text can be made of.

use super::html::html;
use crate::markdown::{
    read::read,
    target::{CONTRACT, Target},
    tree::{Alert, Code, Link, Node, Part, Picture, Side, words},
};
use guichet_contract::commonmark;

fn nodes(text: &str) -> Vec<Node> {
    read(text, CONTRACT).nodes
}

fn said(text: &str) -> Vec<Node> {
    vec![Node::Text(text.to_owned())]
}

#[test]
fn what_the_portal_adds_to_commonmark() {
    for (text, expected) in [
        ("a ~~b~~ c", "<p>a <del>b</del> c</p>"),
        (
            "- [x] a\n- [ ] b",
            "<ul><li><input checked=\"true\" />a</li><li><input checked=\"false\" />b</li></ul>",
        ),
        (
            "| a | b | c |\n|---|:-:|--:|\n| 1 | *2* | 3 |",
            "<table><tr><th>a</th><th align=\"center\">b</th><th align=\"right\">c</th></tr>\
             <tr><td>1</td><td align=\"center\"><em>2</em></td><td align=\"right\">3</td></tr></table>",
        ),
        ("> [!NOTE]\n> Look", "<aside class=\"Note\"><p>Look</p></aside>"),
        ("> [!Unknown]\n> Look", "<blockquote><p>[!Unknown]\nLook</p></blockquote>"),
        ("```sh {1} x\nls\n```", "<pre><code class=\"language-sh\">ls\n</code></pre>"),
        ("### a ###", "<h3>a</h3>"),
    ] {
        assert_eq!(html(&read(text, CONTRACT)), expected, "{text}");
    }
}

#[test]
fn each_alert_is_known() {
    for (word, kind) in [
        ("NOTE", Alert::Note),
        ("tip", Alert::Tip),
        ("Important", Alert::Important),
        ("WARNING", Alert::Warning),
        ("CAUTION", Alert::Caution),
    ] {
        let found = nodes(&format!("> [!{word}]\n> Text"));
        assert!(matches!(found.as_slice(), [Node::Alert(found, _)] if *found == kind), "{word}: {found:?}");
    }
}

#[test]
fn footnotes_are_numbered_in_the_order_in_which_the_text_needs_them() {
    let text = read(
        "One[^b], two[^A], again[^B].\n\n[^a]: First *written*\n[^b]: Second\n[^c]: Nobody needs it",
        CONTRACT,
    );
    let cites: Vec<_> = text.nodes.iter().flat_map(cites).collect();
    assert_eq!(cites, [(1, 1), (2, 1), (1, 2)]);
    let notes: Vec<_> = text.notes.iter().map(|note| (note.cited, words(&note.nodes))).collect();
    assert_eq!(notes, [(2, "Second".to_owned()), (1, "First written".to_owned())]);
    assert_eq!(nodes("No note[^x]"), nodes("No note\\[^x]"));
}

fn cites(node: &Node) -> Vec<(usize, usize)> {
    match node {
        Node::Cite(number, nth) => vec![(*number, *nth)],
        Node::Part(_, nodes) => nodes.iter().flat_map(cites).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn links_and_pictures_that_may_not_be_are_their_words() {
    let link = |text: &str, target: Target| {
        let link = Link { target, title: String::new(), nodes: said(text) };
        vec![Node::Part(Part::Paragraph, vec![Node::Link(link)])]
    };
    assert_eq!(nodes("[a](article:vpn)"), link("a", Target::Inside("/answers/vpn".into())));
    assert_eq!(nodes("[a](#b)"), link("a", Target::Here("b".into())));
    assert_eq!(
        nodes("<help@a.example>"),
        link("help@a.example", Target::Contact("mailto:help@a.example".into()))
    );
    assert_eq!(nodes("[a](javascript:alert(1))"), nodes("a"));
    assert_eq!(nodes("![a *b*](https://a.example/x.png)"), nodes("a b"));
    let found = nodes("![a](picture:b.png \"c\")");
    let picture =
        Picture { src: "/itsm/v1/knowledge/pictures/b.png".into(), alt: "a".into(), title: "c".into() };
    assert_eq!(found, [Node::Part(Part::Paragraph, vec![Node::Picture(picture)])]);
}

#[test]
fn code_stays_as_it_is() {
    let code = |language: &str, text: &str| {
        vec![Node::CodeBlock(Code { language: language.into(), text: text.into() })]
    };
    assert_eq!(nodes("    a <b>\n      c\n"), code("", "a <b>\n  c\n"));
    assert_eq!(nodes("```\n&amp; <script>\n\n*x*\n```"), code("", "&amp; <script>\n\n*x*\n"));
}

#[test]
fn a_table_keeps_its_cells_apart() {
    let found = nodes("| a | b |\n|---|--:|\n| 1 |\n| 2 | 3 | 4 |\n");
    let [Node::Table(table)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(table.sides, [Side::Start, Side::End]);
    assert_eq!(table.head, [said("a"), said("b")]);
    assert_eq!(table.rows, [vec![said("1"), vec![]], vec![said("2"), said("3")]]);
}

#[test]
fn headings_have_the_ids_that_search_knows_them_by() {
    let text = "# A `b`\n\na\n===\n\n> ## A <b>b</b>\n\n- ### A\n  b\n\n## ![x](y) ~~A~~ [b](#a)\n";
    let mut found = Vec::new();
    headings(&nodes(text), &mut found);
    let known: Vec<_> =
        commonmark::headings(text).into_iter().map(|heading| (heading.id, heading.text)).collect();
    assert_eq!(found, known);
    assert_eq!(found.len(), 5);
}

pub(super) fn headings(nodes: &[Node], found: &mut Vec<(String, String)>) {
    for node in nodes {
        match node {
            Node::Heading(heading) => found.push((heading.id.clone(), heading.words.clone())),
            Node::Numbers(_, nodes) | Node::Alert(_, nodes) | Node::Part(_, nodes) => headings(nodes, found),
            _ => {}
        }
    }
}

#[test]
fn what_is_nested_too_deep_is_shown_all_the_same() {
    for open in [">", "- ", "1. ", "> - "] {
        let text = format!("{}deep", open.repeat(5_000));
        assert!(html(&read(&text, CONTRACT)).contains("deep"), "{open}");
    }
    let text = format!("{}deep{}", "*a ".repeat(5_000), "*".repeat(5_000));
    assert!(html(&read(&text, CONTRACT)).contains("deep"));
}
