//! What changed between two collections of documents.

use super::Document;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// What a segment has to hold to bring an index up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes<'d> {
    /// Documents that are new or not as they were.
    pub changed: Vec<&'d Document>,
    /// The keys of documents that are no more.
    pub gone: Vec<String>,
}

impl Changes<'_> {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty()
    }
}

/// For each key a number that is another one when anything in the document is.
pub fn fingerprints<'d>(documents: impl IntoIterator<Item = &'d Document>) -> BTreeMap<String, u64> {
    documents.into_iter().map(|document| (document.key.clone(), fingerprint(document))).collect()
}

/// What changed since the documents had the fingerprints `before`.
pub fn changes<'d>(
    before: &BTreeMap<String, u64>,
    documents: impl IntoIterator<Item = &'d Document>,
) -> Changes<'d> {
    let mut gone = before.clone();
    let mut changed = Vec::new();
    for document in documents {
        if gone.remove(&document.key) != Some(fingerprint(document)) {
            changed.push(document);
        }
    }
    Changes { changed, gone: gone.into_keys().collect() }
}

/// FNV-1a, with a byte between two texts that none of them holds.
fn fingerprint(document: &Document) -> u64 {
    let Document { key, kind, category, language, tags, title, keywords, summary, headings, body } = document;
    let headings = headings.iter().flat_map(|heading| [&heading.text, &heading.anchor]);
    let texts = [key, kind, category, language, title, keywords, summary, body].into_iter();
    // How many there are of the one, so that a tag is never taken for a heading.
    let many = u8::try_from(tags.len() % 0x80).unwrap_or_default();
    let bytes = texts.chain(tags).chain(headings).flat_map(|text| text.bytes().chain([0xFF]));
    bytes
        .chain([many])
        .fold(0xCBF2_9CE4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;

    #[test]
    fn what_changed_is_found() {
        let document = |key: &str, title: &str| Document::new(key).with(Field::Title, title);
        let before = [document("a", "One"), document("b", "Two"), document("c", "Three")];
        let after = [document("a", "One"), document("b", "Two!"), document("d", "Four")];
        let prints = fingerprints(&before);
        let found = changes(&prints, &after);
        assert_eq!(found.changed, [&after[1], &after[2]]);
        assert_eq!(found.gone, ["c"]);
        assert!(changes(&prints, &before).is_empty());
    }

    #[test]
    fn a_text_in_another_place_is_another_document() {
        let title = Document::new("a").with(Field::Title, "x");
        let body = Document::new("a").with(Field::Body, "x");
        let tag = Document { tags: vec!["x".to_owned(), String::new()], ..Document::new("a") };
        let heading = Document::new("a").with_heading("x", "");
        let prints: Vec<_> = [title, body, tag, heading].iter().map(fingerprint).collect();
        let mut apart = prints.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), prints.len());
    }
}
