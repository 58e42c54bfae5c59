//! What there is, without a word to look for: a list that somebody looks through.

use crate::{Answer, Error, Filters, Matcher, Query, Segments, best::Place, search::Sieve};
use alloc::vec::Vec;
use core::cmp::Reverse;

/// So many characters of titles are compared; what differs later is in the order of the keys. A damaged index may have titles
/// of any length.
const COMPARED: usize = 64;

impl Segments {
    /// The first `limit` documents that `filters` let through, by title, upper and lower case alike.
    pub fn list<'s>(&'s self, filters: Filters<'_>, limit: usize) -> Result<Answer<'s>, Error> {
        let mut found: Vec<(&'s str, &'s str, Place)> = Vec::new();
        for (number, segment) in (0_u32..).zip(&self.segments) {
            let sieve = Sieve::new(segment, &filters)?;
            for document in 0..segment.index.facts.documents {
                if sieve.passes(document)? {
                    let record = segment.index.records().get(document)?;
                    found.push((record.title, record.key, (0, Reverse((number, document)))));
                }
            }
        }
        found.sort_unstable_by(|(one, key, _), (other, other_key, _)| {
            lower(one).cmp(lower(other)).then_with(|| key.cmp(other_key))
        });
        let total = found.len();
        let places: Vec<Place> = found.into_iter().take(limit).map(|(.., place)| place).collect();
        let query = Query { text: "", typing: false, limit, each: None, filters };
        let matcher = Matcher::default();
        let hits = self.hits(&query, &matcher, &places)?;
        Ok(Answer { hits, total, suggestion: None, matcher })
    }
}

fn lower(title: &str) -> impl Iterator<Item = char> {
    title.chars().take(COMPARED).flat_map(char::to_lowercase)
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;
    use crate::{Document, Field, Index};
    use alloc::vec;

    fn index(documents: &[(&str, &str, &str)]) -> Index {
        let document = |(key, kind, title): &(&str, &str, &str)| {
            Document::new(*key)
                .of(kind, if title.len() > 5 { "long" } else { "short" })
                .with(Field::Title, title)
        };
        Index::build(documents.iter().map(document), "de").unwrap()
    }

    fn keys<'s>(segments: &'s Segments, filters: Filters<'_>, limit: usize) -> (Vec<&'s str>, usize) {
        let answer = segments.list(filters, limit).unwrap();
        (answer.hits.iter().map(|hit| hit.key).collect(), answer.total)
    }

    #[test]
    fn what_passes_is_listed_by_title_and_what_is_gone_is_not() {
        let mut segments = Segments::new(index(&[
            ("a", "article", "vpn"),
            ("b", "article", "Drucker"),
            ("c", "item", "Laptop"),
            ("d", "article", "WLAN"),
        ]));
        assert_eq!(keys(&segments, Filters::default(), 9), (vec!["b", "c", "a", "d"], 4));
        let articles = Filters { kinds: &["article"], ..Filters::default() };
        assert_eq!(keys(&segments, articles, 9), (vec!["b", "a", "d"], 3));
        assert_eq!(keys(&segments, articles, 2), (vec!["b", "a"], 3));
        let short = Filters { categories: &["short"], ..articles };
        assert_eq!(keys(&segments, short, 9), (vec!["a", "d"], 2));
        assert_eq!(keys(&segments, Filters { kinds: &["x"], ..short }, 9), (vec![], 0));
        // What came later counts.
        segments.push(index(&[("a", "article", "Zoll"), ("e", "article", "Abzug")])).unwrap();
        assert_eq!(keys(&segments, short, 9), (vec!["e", "d", "a"], 3));
        assert_eq!(keys(&Segments::default(), Filters::default(), 9), (vec![], 0));
    }

    #[test]
    fn the_same_title_twice_is_in_the_order_of_the_keys() {
        let segments = Segments::new(index(&[("b", "x", "VPN"), ("a", "x", "vpn"), ("c", "x", "")]));
        assert_eq!(keys(&segments, Filters::default(), 9).0, ["c", "a", "b"]);
    }
}
