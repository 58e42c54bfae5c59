//! How a text is read.

use super::Slugs;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The parser of every text: CommonMark with tables, footnotes, struck out words, lists of things to do, and block quotes
/// that begin with `[!NOTE]` and the like.
pub fn parser(text: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    Parser::new_ext(text, options)
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The fragment of a link to it, unique in its text; see [`Slugs`].
    pub id: String,
    /// 1 to 6, as it was written.
    pub level: u8,
    /// What it says, without markup.
    pub text: String,
}

/// The headings of `text`, in its order.
pub fn headings(text: &str) -> Vec<Heading> {
    let mut slugs = Slugs::default();
    let mut found = Vec::new();
    let mut words = String::new();
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => words.clear(),
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Heading(level)) => {
                let text = std::mem::take(&mut words);
                found.push(Heading { id: slugs.give(&text), level: level as u8, text });
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_ids_of_their_own() {
        let text =
            "Words\n\n# Set `it` up\n\n## Errors\n\n### *Errors* <b>here</b>\n\nErrors\n---\n\n##### ?";
        let found = headings(text);
        let found: Vec<_> = found.iter().map(|h| (h.id.as_str(), h.level, h.text.as_str())).collect();
        let expected = [
            ("set-it-up", 1, "Set it up"),
            ("errors", 2, "Errors"),
            ("errors-here", 3, "Errors here"),
            ("errors-1", 2, "Errors"),
            ("part", 5, "?"),
        ];
        assert_eq!(found, expected);
    }
}
