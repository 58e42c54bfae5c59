//! A tree as HTML, written as the specification writes it, to be compared and looked through. Nothing but tests does so.

use crate::markdown::{
    target::Target,
    tree::{Code, Heading, Link, Node, Part, Picture, Side, Table, Text},
};
use std::fmt::Write;

/// A text with its footnotes.
pub fn html(text: &Text) -> String {
    let mut html = nodes(&text.nodes);
    for note in &text.notes {
        let _ = write!(html, "<aside>{}</aside>", nodes(&note.nodes));
    }
    html
}

fn nodes(all: &[Node]) -> String {
    all.iter().map(node).collect()
}

fn node(node: &Node) -> String {
    match node {
        Node::Text(text) => escape(text),
        Node::Code(text) => format!("<code>{}</code>", escape(text)),
        Node::Break => "<br />".to_owned(),
        Node::Rule => "<hr />".to_owned(),
        Node::Task(done) => format!("<input checked=\"{done}\" />"),
        Node::Cite(number, _) => format!("<sup>{number}</sup>"),
        Node::Picture(Picture { src, alt, title }) => {
            format!("<img src=\"{}\" alt=\"{}\"{} />", escape(src), escape(alt), attribute("title", title))
        }
        Node::CodeBlock(Code { language, text }) => {
            let class = if language.is_empty() { String::new() } else { format!("language-{language}") };
            format!("<pre><code{}>{}</code></pre>", attribute("class", &class), escape(text))
        }
        Node::Heading(Heading { level, nodes: inside, .. }) => {
            format!("<h{level}>{}</h{level}>", nodes(inside))
        }
        Node::Link(Link { target, title, nodes: inside }) => {
            // A place on the page.
            let sign = if matches!(target, Target::Here(_)) { "#" } else { "" };
            let href = format!("{sign}{}", escape(address(target)));
            format!("<a href=\"{href}\"{}>{}</a>", attribute("title", title), nodes(inside))
        }
        Node::Table(table) => self::table(table),
        Node::Numbers(1, items) => format!("<ol>{}</ol>", nodes(items)),
        Node::Numbers(first, items) => format!("<ol start=\"{first}\">{}</ol>", nodes(items)),
        Node::Alert(alert, inside) => format!("<aside class=\"{alert:?}\">{}</aside>", nodes(inside)),
        Node::Part(part, inside) => {
            let name = match part {
                Part::Paragraph => "p",
                Part::Quote => "blockquote",
                Part::Bullets => "ul",
                Part::Item => "li",
                Part::Emphasis => "em",
                Part::Strong => "strong",
                Part::Deleted => "del",
            };
            format!("<{name}>{}</{name}>", nodes(inside))
        }
    }
}

fn table(table: &Table) -> String {
    let row = |cells: &[Vec<Node>], name: &str| -> String {
        let cell = |(n, inside): (usize, &Vec<Node>)| {
            let side = match table.sides.get(n) {
                Some(Side::Middle) => " align=\"center\"",
                Some(Side::End) => " align=\"right\"",
                _ => "",
            };
            format!("<{name}{side}>{}</{name}>", nodes(inside))
        };
        format!("<tr>{}</tr>", cells.iter().enumerate().map(cell).collect::<String>())
    };
    let rows: String = table.rows.iter().map(|cells| row(cells, "td")).collect();
    format!("<table>{}{rows}</table>", row(&table.head, "th"))
}

/// Where a link leads.
pub fn address(target: &Target) -> &str {
    match target {
        Target::Inside(to)
        | Target::Here(to)
        | Target::Video(to)
        | Target::Outside(to)
        | Target::Contact(to) => to,
    }
}

fn attribute(name: &str, value: &str) -> String {
    if value.is_empty() { String::new() } else { format!(" {name}=\"{}\"", escape(value)) }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
