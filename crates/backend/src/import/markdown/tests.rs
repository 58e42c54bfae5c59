//! Links, pictures and HTML in Markdown.

use super::*;
use crate::import::fixture::Folder;

fn written(text: &str) -> (String, Vec<(u64, &'static str)>) {
    let mut notes = Notes::of("a.md");
    let written = write(text, "Title", &mut Folder, &mut notes);
    let told = notes.findings().into_iter().map(|it| (it.line.unwrap_or(0), it.kind.name())).collect();
    (written.text, told)
}

#[test]
fn links_and_pictures_are_named_as_they_are_here() {
    for (text, expected) in [
        ("[a *b*](b.md \"t\") c", "[a *b*](article:b) c"),
        ("[a][b] c\n\n[b]: b.md", "[a](article:b) c\n\n[b]: b.md"),
        ("[b] c\n\n[b]: b.md", "[b](article:b) c\n\n[b]: b.md"),
        ("[a](https://a.example \"t\")", "[a](https://a.example \"t\")"),
        ("<https://a.example>", "<https://a.example>"),
        ("![a](a.png)", "![a](picture:a-1.png)"),
        ("[![a](a.png)](b.md)", "[![a](picture:a-1.png)](article:b)"),
        ("`[a](none.md)`", "`[a](none.md)`"),
        ("<mail@a.example>", "<mail@a.example>"),
    ] {
        assert_eq!(written(text), (expected.to_owned(), Vec::new()), "{text}");
    }
}

#[test]
fn what_leads_nowhere_is_words() {
    for (text, expected, told) in [
        ("x\n[a *b*](none.md) c", "x\na *b* c", (2, "link")),
        ("[a](#none)", "a", (1, "anchor")),
        ("[a](b.md#gone)", "[a](article:b)", (1, "anchor")),
        ("<ftp://a.example>", "`ftp://a.example`", (1, "link")),
        ("![](a.png)", "![a](picture:a-1.png)", (1, "description")),
        ("![a](none.png)", "a", (1, "picture")),
        ("![a](https://a.example/b.png)", "[a](https://a.example/b.png)", (1, "picture")),
    ] {
        assert_eq!(written(text), (expected.to_owned(), vec![told]), "{text}");
    }
}

#[test]
fn html_becomes_markdown_and_the_rest_stays() {
    for (text, expected, told) in [
        ("# title\n\n## A\n", "## A", vec![]),
        ("## A\n\n# Title\n", "## A\n\n# Title", vec![]),
        ("a<br>b <kbd>c</kbd>", "a b c", vec![(1, "html")]),
        ("a <!-- b --> c", "a  c", vec![]),
        (
            "a\n\n<table><tr><th>b<th>c<tr><td>d<td>e</table>\n",
            "a\n\n| b | c |\n| --- | --- |\n| d | e |",
            vec![],
        ),
        ("a\n\n<script>\nb\n</script>\n\nc", "a\n\n\n\nc", vec![(3, "script")]),
        (
            "{% include 'x' %}\na\n\n```\n{% include 'x' %}\n```",
            "a\n\n```\n{% include 'x' %}\n```",
            vec![(1, "include")],
        ),
        (
            "a {% include b %} c {{< d >}}\n",
            "a {% include b %} c {{< d >}}",
            vec![(1, "include"), (1, "markup")],
        ),
        ("a `{% b %}` c {% d", "a `{% b %}` c {% d", vec![]),
        ("- a\n\n  <p>b</p>\n", "- a\n\n  b", vec![]),
    ] {
        assert_eq!(written(text), (expected.to_owned(), told), "{text}");
    }
}

#[test]
fn a_title_is_a_first_heading_of_the_page() {
    assert_eq!(title("# A *b*\n\nc").as_deref(), Some("A b"));
    assert_eq!(title("## A\n\n# B"), None);
}
