//! Something to be found.

use crate::Field;
use alloc::{string::String, vec, vec::Vec};

/// Where there is no summary, so many characters of the body stand in for one: a sentence or two, which say what it is
/// about.
const BEGINNING: usize = 120;

/// Something to be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What a hit says was found. There is one document with it.
    pub key: String,
    /// What it is: `article`, `item`.
    pub kind: String,
    /// Where it belongs; may be empty.
    pub category: String,
    /// The language of its words (BCP 47); empty for that of the index.
    pub language: String,
    /// What it can be narrowed by besides, such as its services.
    pub tags: Vec<String>,
    /// What it is called. Shown.
    pub title: String,
    /// Other words for it.
    pub keywords: String,
    /// What it is, in one line. Shown.
    pub summary: String,
    /// The headings of its body. Shown.
    pub headings: Vec<OwnHeading>,
    /// All the rest.
    pub body: String,
}

/// A heading inside a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnHeading {
    /// What it says.
    pub text: String,
    /// The fragment of a link to it; empty where it has none.
    pub anchor: String,
}

impl Document {
    /// A document without words.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), ..Self::default() }
    }

    /// With more words in `field`. Each line of headings is one, without an anchor.
    #[must_use]
    pub fn with(mut self, field: Field, words: &str) -> Self {
        let text = match field {
            Field::Title => &mut self.title,
            Field::Keywords => &mut self.keywords,
            Field::Summary => &mut self.summary,
            Field::Body => &mut self.body,
            Field::Headings => {
                return words
                    .lines()
                    .filter(|line| !line.is_empty())
                    .fold(self, |document, line| document.with_heading(line, ""));
            }
        };
        if !text.is_empty() {
            // A line break, so that the last word of one and the first of the other stay two.
            text.push('\n');
        }
        text.push_str(words);
        self
    }

    /// With a heading that a link can lead to.
    #[must_use]
    pub fn with_heading(mut self, text: &str, anchor: &str) -> Self {
        self.headings.push(OwnHeading { text: String::from(text), anchor: String::from(anchor) });
        self
    }

    /// Of this kind and in this category.
    #[must_use]
    pub fn of(mut self, kind: &str, category: &str) -> Self {
        self.kind = String::from(kind);
        self.category = String::from(category);
        self
    }

    /// The texts of a field. What begins a body that has no summary is in both.
    pub(crate) fn texts(&self, field: Field) -> Vec<&str> {
        match field {
            Field::Title => vec![self.title.as_str()],
            Field::Keywords => vec![self.keywords.as_str()],
            Field::Summary if self.summary.is_empty() => vec![beginning(&self.body)],
            Field::Summary => vec![self.summary.as_str()],
            Field::Headings => self.headings.iter().map(|heading| heading.text.as_str()).collect(),
            Field::Body => vec![self.body.as_str()],
        }
    }
}

/// What `text` begins with, up to the end of a word.
fn beginning(text: &str) -> &str {
    let cut = text.char_indices().nth(BEGINNING).and_then(|(end, _)| text.get(..end));
    // Without blanks, as in Japanese, there are no words to cut.
    cut.map_or(text, |cut| cut.rfind(char::is_whitespace).and_then(|end| cut.get(..end)).unwrap_or(cut))
}
