//! The headings of a text, and the ids by which a table of contents leads to them.

use super::parser;
use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

/// A heading of a text, for a table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The element's id, unique in its text.
    pub id: String,
    /// 2 to 4: the page's own title is 1.
    pub level: u8,
    /// What it says.
    pub text: String,
}

/// The headings of `text`, with the ids that [`markdown`](super::markdown) gives them.
pub fn headings(text: &str) -> Vec<Heading> {
    let mut found = Vec::new();
    let mut ids = Ids::default();
    let mut plain = String::new();
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => plain.clear(),
            Event::Text(t) | Event::Code(t) => plain.push_str(&t),
            Event::SoftBreak | Event::HardBreak => plain.push(' '),
            Event::End(TagEnd::Heading(level)) => {
                let text = std::mem::take(&mut plain);
                found.push(Heading { id: ids.unique(&text), level: depth(level), text });
            }
            _ => {}
        }
    }
    found
}

/// The page's title is the only `h1`.
pub(super) fn depth(level: HeadingLevel) -> u8 {
    (level as u8).clamp(2, 4)
}

/// The ids given so far.
pub(super) struct Ids(Vec<String>);

impl Default for Ids {
    fn default() -> Self {
        // The id of the page's main part, where the skip link leads.
        Self(vec!["main".to_owned()])
    }
}

impl Ids {
    /// An id made of words, which no other heading of the text has.
    pub fn unique(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let base = if words.is_empty() { "part".to_owned() } else { words.join("-").to_lowercase() };
        let mut id = base.clone();
        let mut n = 2;
        while self.0.contains(&id) {
            id = format!("{base}-{n}");
            n += 1;
        }
        self.0.push(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_get_ids_of_their_own() {
        let found = headings("# Set `it` up\n\n## Errors\n\n### Errors\n\n## Main\n\n##### ?");
        let ids: Vec<_> = found.iter().map(|h| (h.id.as_str(), h.level)).collect();
        assert_eq!(ids, [("set-it-up", 2), ("errors", 2), ("errors-2", 3), ("main-2", 2), ("part", 4)]);
    }
}
