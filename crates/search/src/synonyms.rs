//! Words that mean the same.
//!
//! A document with a word or phrase of a group has a term for the group as well, so a phrase costs no more than a word.
//! What is compared are stems: a group with "laptop" is also found by "laptops".

use crate::{noise::is_noise, query::Term, segments::Segment, stem::Language};
use alloc::{string::String, vec, vec::Vec};

/// In how many groups a word is at most.
const GROUPS: usize = 8;

/// The longest phrase, in words that say something.
pub(crate) const MAX_PHRASE: usize = 4;

/// A word as it is compared. `None` for one that says nothing.
#[cfg(feature = "build")]
pub(crate) fn normal(language: Language, lower: &str, folded: &str) -> Option<String> {
    if is_noise(language, folded) {
        return None;
    }
    Some(language.stem(lower).unwrap_or_else(|| String::from(folded)))
}

/// For each word of the query, the groups that it belongs to, alone or with its neighbours: the numbers of the segment and
/// of the group.
pub(crate) fn groups(segments: &[Segment], terms: &[Term], languages: &[Language]) -> Vec<Vec<(usize, u32)>> {
    let mut groups = vec![Vec::new(); terms.len()];
    for (number, segment) in segments.iter().enumerate() {
        // Most indexes have none.
        let mut synonyms = segment.index.synonyms().peekable();
        if synonyms.peek().is_none() {
            continue;
        }
        let phrases = phrases(terms, languages);
        for (text, group) in synonyms {
            for (from, many, _) in phrases.iter().filter(|(.., phrase)| phrase == text) {
                for groups in groups.iter_mut().skip(*from).take(*many) {
                    if groups.len() < GROUPS && !groups.contains(&(number, group)) {
                        groups.push((number, group));
                    }
                }
            }
        }
    }
    groups
}

/// Up to four words of the query in a row: where they begin, how many they are, and how they are compared.
fn phrases(terms: &[Term], languages: &[Language]) -> Vec<(usize, usize, String)> {
    let says_something = |term: &Term| !languages.iter().any(|language| is_noise(*language, &term.word));
    let mut phrases = Vec::new();
    for from in 0..terms.len() {
        // In a mixed index a word may have several stems, and another in each language.
        let mut texts: Vec<String> = vec![String::new()];
        for (many, term) in (1..=MAX_PHRASE).zip(terms.iter().skip(from).filter(|term| says_something(term)))
        {
            let mut longer = Vec::new();
            for text in &texts {
                for word in term.stems.iter().chain([&term.word]) {
                    let mut text = text.clone();
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(word);
                    longer.push(text);
                }
            }
            longer.sort_unstable();
            longer.dedup();
            // Two stems a word and four words are sixteen; ten languages would make it a thousand.
            longer.truncate(32);
            phrases.extend(longer.iter().map(|text| (from, many, text.clone())));
            texts = longer;
        }
    }
    phrases
}
