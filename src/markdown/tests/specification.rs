//! The examples of the CommonMark specification 0.31.2.
//!
//! The specification is under CC BY-SA 4.0 and is no part of this repository: `cargo xtask test` installs the npm package
//! `commonmark-spec`, names its `spec.txt` in `COMMONMARK_SPEC`, and runs what is ignored otherwise.

use super::{
    html::html,
    tokens::{Token, tokens},
};
use crate::markdown::{
    read::read,
    target::{CONTRACT, Gate, Target},
};
use guichet_contract::commonmark;
use pulldown_cmark::Event;
use std::{env, fs};

/// Lets everything through, so that only the reading is compared.
const OPEN: Gate =
    Gate { link: |url| Some(Target::Outside(url.to_owned())), picture: |url| Some(url.to_owned()) };

/// The examples with raw HTML. In all others nothing may differ.
const WITH_HTML: [usize; 72] = [
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166,
    167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187,
    188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623,
    625, 626, 627, 628, 629, 630, 631, 642, 643,
];

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// ```` ```…``` example ````, Markdown, a line with a point, HTML, and the fence again; an arrow stands for a tabulator.
fn examples() -> Vec<Example> {
    let path = env::var("COMMONMARK_SPEC").expect("`cargo xtask test` names the file in COMMONMARK_SPEC");
    let text = fs::read_to_string(&path).expect("the file of COMMONMARK_SPEC");
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    for part in text.split(&format!("\n{fence} example\n")).skip(1) {
        let part = part.split(&format!("\n{fence}\n")).next().unwrap_or_default();
        // A part that begins with its point has no Markdown.
        let part = format!("\n{part}\n").replace('→', "\t");
        let (markdown, html) = part.split_once("\n.\n").expect("an example has two parts");
        let markdown = format!("{markdown}\n")[1..].to_owned();
        examples.push(Example { number: examples.len() + 1, markdown, html: html.to_owned() });
    }
    examples
}

/// What a text holds of raw HTML, in its order.
fn raw(markdown: &str) -> Vec<String> {
    let piece = |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(text.trim().to_owned()),
        _ => None,
    };
    commonmark::parser(markdown).filter_map(piece).filter(|piece| !piece.is_empty()).collect()
}

/// `html` without the raw HTML that went into it as it was.
fn without(html: &str, raw: &[String]) -> String {
    let (mut kept, mut rest) = (String::new(), html);
    for piece in raw {
        let (before, after) = rest.split_once(piece.as_str()).expect("raw HTML goes through as it is");
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}

#[test]
#[ignore = "needs the specification, which `cargo xtask test` installs"]
fn every_example_reads_as_specified_but_for_raw_html() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let (mut wrong, mut with_html) = (Vec::new(), Vec::new());
    for Example { number, markdown, html: expected } in &examples {
        let raw = raw(markdown);
        if !raw.is_empty() {
            with_html.push(*number);
        }
        let ours = tokens(&html(&read(markdown, OPEN)));
        let theirs = tokens(&without(expected, &raw));
        if ours != theirs {
            wrong.push(format!("{number}: {markdown:?}\n  expected {theirs:?}\n  but read {ours:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples differ:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(with_html, WITH_HTML);
}

#[test]
#[ignore = "needs the specification, which `cargo xtask test` installs"]
fn behind_the_gate_only_links_and_pictures_differ() {
    // Without these elements the words are the same, whatever the gate lets through.
    let bare = |html: &str| {
        let link = |token: &Token| match token {
            Token::Open(name, _) | Token::Close(name) => matches!(name.as_str(), "a" | "img"),
            Token::Text(_) => false,
        };
        let tokens = tokens(html).into_iter().filter(|token| !link(token));
        let mut words = String::new();
        for token in tokens {
            match token {
                // A blank at the edge of a link may be one too many without it.
                Token::Text(text) => words.extend(text.chars().filter(|c| !c.is_whitespace())),
                token => words.push_str(&format!("{token:?}")),
            }
        }
        words
    };
    // Where a picture is not shown its description is, which the other side has as an attribute.
    let pictured =
        |tokens: &[Token]| tokens.iter().any(|t| matches!(t, Token::Open(name, _) if name == "img"));
    let (mut seen, mut kept) = (0, 0);
    for Example { number, markdown, .. } in examples() {
        let open = html(&read(&markdown, OPEN));
        let shut = html(&read(&markdown, CONTRACT));
        for token in tokens(&shut) {
            let Token::Open(name, attributes) = token else { continue };
            assert!(name != "img", "{number}: {attributes:?}");
            if name == "a" {
                kept += 1;
                let href =
                    attributes.iter().find(|(name, _)| name == "href").map(|(_, value)| value.as_str());
                let fine = ["http://", "https://", "mailto:", "tel:", "#"];
                assert!(
                    href.is_some_and(|href| fine.iter().any(|f| href.to_lowercase().starts_with(f))),
                    "{number}: {href:?}"
                );
            }
        }
        if !pictured(&tokens(&open)) {
            assert_eq!(bare(&open), bare(&shut), "{number}");
            seen += 1;
        }
    }
    assert!(seen > 600 && kept > 5, "{seen} {kept}");
}
