//! The search of Guichet: an index in memory and its ranking, the same in the backend and the browser.
//!
//! No dependencies, no I/O, no clock, and arithmetic that gives the same ranking on every machine.
//!
//! ```
//! use guichet_search::{Document, Field, Index};
//!
//! let printers = Document::new("item:printer").with(Field::Title, "Drucker einrichten");
//! let laptops = Document::new("item:laptop").with(Field::Title, "Laptop").with(Field::Keywords, "Notebook Rechner");
//! let index = Index::build([printers, laptops], "de");
//! assert_eq!(index.search("notebok", 5)[0].key, "item:laptop");
//! assert_eq!(index.search("druck", 5)[0].key, "item:printer");
//! ```
//!
//! What is looked for and where: each term of the query is looked up as it is, by its stem, and, where it is the last
//! and may be half typed, as a prefix. Only a term that hardly anything has is also looked for with typing errors and
//! inside longer words ("Treiber" in "Druckertreiber"). Documents that have all terms come first and alone; where none
//! has, those that have the most of them. Ranking is BM25F: a word in the title counts for more than one in the body.

#![cfg_attr(not(test), no_std)]
extern crate alloc;

mod distance;
mod fold;
mod index;
mod rank;
mod search;
mod stem;
mod words;

use alloc::string::String;

pub use index::Index;

/// How many fields a document has.
pub const FIELDS: usize = 5;

/// A part of a document; the earlier, the more its words count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it is called.
    Title = 0,
    /// Other words for it, which need not be shown.
    Keywords = 1,
    /// What it is, in one line.
    Summary = 2,
    /// The headings of its body.
    Headings = 3,
    /// All the rest.
    Body = 4,
}

/// Something to be found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// What a hit says was found.
    pub key: String,
    /// Its words, in the order of [`Field`].
    pub fields: [String; FIELDS],
}

impl Document {
    /// A document without words.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), fields: Default::default() }
    }

    /// With more words in `field`.
    #[must_use]
    pub fn with(mut self, field: Field, words: &str) -> Self {
        if let Some(text) = self.fields.get_mut(field as usize) {
            if !text.is_empty() {
                // A line break, so that the last word of one and the first of the other stay two.
                text.push('\n');
            }
            text.push_str(words);
        }
        self
    }
}

/// Something found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The document's key.
    pub key: String,
    /// How well it fits: greater is better. Comparable within one search only.
    pub score: f64,
}
