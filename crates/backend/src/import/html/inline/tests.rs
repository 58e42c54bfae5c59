//! Words, marks, breaks, code and links; and that all of it is read as what it was.

use super::*;
use guichet_contract::commonmark::parser;
use proptest::prelude::*;
use pulldown_cmark::{Event, Tag};

fn line(write: impl FnOnce(&mut Inline)) -> String {
    let mut line = Inline::default();
    write(&mut line);
    line.finish().join("\n\n")
}

fn marked(line: &mut Inline, mark: Mark, words: &str) {
    if line.begin(mark) {
        line.words(words);
        line.end(mark);
    }
}

#[test]
fn words_are_no_markup() {
    for (words, expected) in [
        ("  a \n b\t", "a b"),
        ("2 * 3 * 4", "2 \\* 3 \\* 4"),
        ("snake_case _x_", "snake_case \\_x\\_"),
        ("a <b> & c &amp; d", "a \\<b> & c \\&amp; d"),
        ("[x](y) ![z](w)", "\\[x\\](y) \\!\\[z\\](w)"),
        ("a | b ~ c", "a \\| b \\~ c"),
        ("# a", "\\# a"),
        ("- a", "\\- a"),
        ("1. a", "1\\. a"),
        ("1.5 a", "1.5 a"),
        ("2026", "2026"),
        ("> a", "\\> a"),
        ("File > Save", "File > Save"),
        ("a\u{feff}b\u{1}", "ab"),
    ] {
        assert_eq!(line(|line| line.words(words)), expected, "{words}");
    }
}

#[test]
fn marks_stand_where_they_are_read() {
    use Mark::{Emphasis, Strong, Struck};
    type Make<'a> = &'a dyn Fn(&mut Inline);
    let cases: [(&str, Make<'_>); 9] = [
        ("a **b** c", &|line| {
            line.words("a");
            marked(line, Strong, " b ");
            line.words("c");
        }),
        ("a**b**c", &|line| {
            line.words("a");
            marked(line, Strong, "b");
            line.words("c");
        }),
        // '**Note:**text' would be asterisks.
        ("Note:text", &|line| {
            marked(line, Strong, "Note:");
            line.words("text");
        }),
        ("**Note:** text", &|line| {
            marked(line, Strong, "Note:");
            line.words(" text");
        }),
        ("**ab**", &|line| {
            marked(line, Strong, "a");
            marked(line, Strong, "b");
        }),
        ("**a**b", &|line| {
            marked(line, Strong, "a");
            marked(line, Emphasis, "b");
        }),
        ("~~a~~ *b*", &|line| {
            marked(line, Struck, "a");
            marked(line, Emphasis, " b");
        }),
        ("a", &|line| {
            line.words("a");
            marked(line, Strong, " ");
        }),
        ("***a** b*", &|line| {
            line.begin(Emphasis);
            marked(line, Strong, "a");
            line.words(" b");
            line.end(Emphasis);
        }),
    ];
    for (expected, write) in cases {
        assert_eq!(line(write), expected);
    }
}

#[test]
fn lines_break_and_paragraphs_end() {
    for (breaks, expected) in [(0, "ab"), (1, "a\\\nb"), (2, "a\n\nb"), (3, "a\n\nb")] {
        let found = line(|line| {
            line.line_break();
            line.words("a");
            (0..breaks).for_each(|_| line.line_break());
            line.words("b");
            line.line_break();
        });
        assert_eq!(found, expected);
    }
    let mut cell = Inline::new(Place::Cell);
    cell.words("a");
    cell.line_break();
    cell.code("b|c");
    assert_eq!(cell.finish_line(), "a `b\\|c`");
}

#[test]
fn code_holds_what_it_likes() {
    for (text, expected) in
        [(" a  b ", "`a b`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", ""), ("*_<", "`*_<`")]
    {
        assert_eq!(line(|line| line.code(text)), expected);
    }
}

#[test]
fn links_have_words_and_lead_somewhere() {
    let link = |words: &str, to: &str| {
        line(|line| {
            line.words("Go!");
            assert!(line.begin_link());
            assert!(!line.begin_link());
            line.words(words);
            line.end_link(to);
        })
    };
    assert_eq!(link("x", "article:a"), "Go\\![x](article:a)");
    assert_eq!(
        link(" x ", "https://a.example/?a=1&copy=(2)"),
        "Go! [x](https://a.example/?a=1\\&copy=%282%29)"
    );
    assert_eq!(link(" ", "article:a"), "Go!");
}

/// What somebody reads of CommonMark, and whether it holds anything but words.
fn read(markdown: &str) -> (String, bool) {
    let (mut text, mut plain) = (String::new(), true);
    for event in parser(markdown) {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::Start(Tag::Paragraph) | Event::End(_) => {}
            _ => plain = false,
        }
    }
    (text, plain)
}

proptest! {
    #[test]
    fn whatever_is_said_is_read(words in r#"[a-z0-9 \\`*_\[\](){}<>#+=\-.!|~&;:"'^$@/?,%\n]{0,60}"#) {
        let markdown = line(|line| line.words(&words));
        let (text, plain) = read(&markdown);
        prop_assert!(plain, "{markdown:?}");
        prop_assert_eq!(text, super::super::one_line(&words), "{}", markdown);
    }

    #[test]
    fn whatever_stands_out_is_read(
        parts in prop::collection::vec((0..4_usize, "[a-z .:*(_]{0,6}"), 0..6)
    ) {
        let mut whole = String::new();
        let markdown = line(|line| {
            for (mark, words) in &parts {
                whole.push_str(words);
                match [Mark::Strong, Mark::Emphasis, Mark::Struck].get(*mark) {
                    Some(mark) => marked(line, *mark, words),
                    None => line.words(words),
                }
            }
        });
        let text: String = parser(&markdown)
            .map(|event| match event {
                Event::Text(words) => words.to_string(),
                _ => String::new(),
            })
            .collect();
        prop_assert_eq!(text, super::super::one_line(&whole), "{}", markdown);
    }
}
