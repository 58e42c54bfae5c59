//! Building the index, and what can be looked up in it.

use crate::{
    Document, FIELDS, rank,
    stem::Language,
    words::{in_one, words},
};
use alloc::{boxed::Box, collections::BTreeMap, string::String, vec::Vec};
use core::{borrow::Borrow, ops::Range};

/// A sorted dictionary with postings. It never changes: content that did is indexed again, which takes milliseconds.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) language: Language,
    /// A key a document.
    pub(crate) keys: Vec<String>,
    /// Sorted.
    terms: Vec<Box<str>>,
    /// Where the postings of each term end; they begin where those of the one before end.
    ends: Vec<u32>,
    postings: Vec<Posting>,
}

/// That a document has a term.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Posting {
    /// Its place in `keys`.
    pub(crate) document: u32,
    /// See [`rank::weight`].
    pub(crate) weight: f32,
}

/// How often something occurs in each field.
type Counts = [u32; FIELDS];

impl Index {
    /// Indexes `documents`, whose words are in `language` (BCP 47). A key that is there twice is found twice.
    pub fn build<D: Borrow<Document>>(documents: impl IntoIterator<Item = D>, language: &str) -> Self {
        let language = Language::of(language);
        let mut keys = Vec::new();
        let mut lengths: Vec<Counts> = Vec::new();
        let mut found: BTreeMap<String, Vec<(u32, Counts)>> = BTreeMap::new();
        for document in documents {
            let document: &Document = document.borrow();
            // More documents than that fit into no memory.
            let Ok(number) = u32::try_from(keys.len()) else { break };
            let (terms, length) = count(document, language);
            for (term, counts) in terms {
                found.entry(term).or_default().push((number, counts));
            }
            keys.push(document.key.clone());
            lengths.push(length);
        }
        let usual = usual(&lengths);
        let mut index = Self { language, keys, terms: Vec::new(), ends: Vec::new(), postings: Vec::new() };
        for (term, having) in found {
            for (document, counts) in having {
                let length = usize::try_from(document).ok().and_then(|number| lengths.get(number));
                let weight = rank::weight(&counts, length.unwrap_or(&counts), &usual);
                index.postings.push(Posting { document, weight });
            }
            index.terms.push(term.into_boxed_str());
            index.ends.push(u32::try_from(index.postings.len()).unwrap_or(u32::MAX));
        }
        index
    }

    /// How many documents it holds.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of a term.
    pub(crate) fn term(&self, text: &str) -> Option<usize> {
        self.terms.binary_search_by(|term| (**term).cmp(text)).ok()
    }

    /// The numbers of the terms that begin with `prefix`.
    pub(crate) fn terms_from(&self, prefix: &str) -> Range<usize> {
        let start = self.terms.partition_point(|term| **term < *prefix);
        let many = self.terms.iter().skip(start).take_while(|term| term.starts_with(prefix)).count();
        start..start + many
    }

    /// Every term, in the order of their numbers.
    pub(crate) fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(|term| &**term)
    }

    /// The documents that have a term.
    pub(crate) fn postings(&self, term: usize) -> &[Posting] {
        let end = |term: usize| self.ends.get(term).and_then(|end| usize::try_from(*end).ok());
        let start = term.checked_sub(1).map_or(Some(0), end);
        let range = start.zip(end(term)).map(|(start, end)| start..end);
        range.and_then(|range| self.postings.get(range)).unwrap_or_default()
    }
}

/// The terms of a document, and how long its fields are.
fn count(document: &Document, language: Language) -> (BTreeMap<String, Counts>, Counts) {
    let mut terms: BTreeMap<String, Counts> = BTreeMap::new();
    let mut lengths = Counts::default();
    for ((number, text), length) in document.fields.iter().enumerate().zip(&mut lengths) {
        let mut add = |term: String| {
            if let Some(count) = terms.entry(term).or_default().get_mut(number) {
                *count = count.saturating_add(1);
            }
        };
        for compound in words(text) {
            if let Some(word) = in_one(&compound) {
                add(word);
            }
            for word in compound {
                *length = length.saturating_add(1);
                if let Some((stem, instead)) = language.stem(&word) {
                    add(String::from_iter([stem, instead]));
                }
                add(word);
            }
        }
    }
    (terms, lengths)
}

/// How long each field is on average, over the documents that have it.
fn usual(lengths: &[Counts]) -> [f64; FIELDS] {
    let mut usual = [0.0; FIELDS];
    for (number, usual) in usual.iter_mut().enumerate() {
        let all = lengths.iter().filter_map(|length| length.get(number)).filter(|length| **length > 0);
        let (many, sum) = all.fold((0.0, 0.0), |(many, sum), length| (many + 1.0, sum + f64::from(*length)));
        if many > 0.0 {
            *usual = sum / many;
        }
    }
    usual
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;

    #[test]
    fn terms_are_found_whole_and_by_their_beginning() {
        let documents = [
            Document::new("a").with(Field::Title, "Print jobs").with(Field::Body, "printer printer"),
            Document::new("b").with(Field::Body, "Printer"),
        ];
        let index = Index::build(&documents, "fr");
        let documents = |term: &str| -> Vec<u32> {
            let postings = index.term(term).map(|term| index.postings(term)).unwrap_or_default();
            postings.iter().map(|posting| posting.document).collect()
        };
        assert_eq!(documents("printer"), [0, 1]);
        assert_eq!(documents("jobs"), [0]);
        assert_eq!(documents("prin"), [0; 0]);
        let from = |prefix: &str| {
            index
                .terms()
                .skip(index.terms_from(prefix).start)
                .take(index.terms_from(prefix).len())
                .collect::<Vec<_>>()
        };
        assert_eq!(from("prin"), ["print", "printer"]);
        assert_eq!(from("z"), [""; 0]);
        assert_eq!(index.len(), 2);
        assert!(index.postings(99).is_empty());
    }
}
