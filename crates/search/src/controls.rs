//! Terms that are no words: they begin with a control character, which no word has, and so stand before all words.

use crate::words::MAX_LETTERS;
use alloc::{format, vec::Vec};

/// The documents that have a word of a group of synonyms.
pub(crate) fn group(number: u32) -> Vec<char> {
    format!("\u{1}{number}").chars().collect()
}

/// The documents with a tag.
pub(crate) fn tag(tag: &str) -> Vec<char> {
    // A longer one is cut, here and where it is looked for.
    core::iter::once('\u{2}').chain(tag.chars()).take(MAX_LETTERS).collect()
}
