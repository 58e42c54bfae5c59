//! What is asked, and the words in it.

use crate::{
    facets::Filters,
    noise::is_noise,
    stem::Language,
    words::{Shape, words},
};
use alloc::{string::String, vec::Vec};
use core::ops::Range;

/// Nobody types more words into a search box; a pasted page must not keep the browser busy. One bit each has to fit into
/// the `u16` that a document has for them.
const MAX_TERMS: usize = 16;

/// What is longer is cut.
const MAX_CHARACTERS: usize = 1000;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Query<'q> {
    /// What was typed.
    pub text: &'q str,
    /// Whether somebody is still typing: then the last word may be the beginning of another one, unless a blank follows.
    pub typing: bool,
    /// How many documents at most.
    pub limit: usize,
    /// How many documents of each kind at most.
    pub each: Option<usize>,
    /// Which documents.
    pub filters: Filters<'q>,
}

impl<'q> Query<'q> {
    /// Asks for the twenty best of all documents.
    pub fn new(text: &'q str) -> Self {
        Self { text, typing: true, limit: 20, each: None, filters: Filters::default() }
    }

    /// Asks for the best `each` of each kind, as a search box does: blanks around what was typed say nothing.
    pub fn of_each(text: &'q str, each: usize, filters: Filters<'q>) -> Self {
        Self { text: text.trim(), typing: true, limit: usize::MAX, each: Some(each), filters }
    }
}

/// A word to look for.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// Folded.
    pub(crate) word: String,
    pub(crate) letters: Vec<char>,
    /// What it has in each language, without doubles.
    pub(crate) stems: Vec<String>,
    /// Other spellings, and the compound that it is a part of.
    pub(crate) others: Vec<String>,
    /// It may be half typed.
    pub(crate) open: bool,
    /// Where it is in the query.
    pub(crate) range: Range<usize>,
}

/// The words of a query, each once. Words that say nothing are left out where others say something.
pub(crate) fn terms(query: &Query<'_>, languages: &[Language]) -> Vec<Term> {
    let text = cut(query.text);
    let mut terms: Vec<Term> = Vec::new();
    // Which term each word of the text became, for the compounds.
    let mut places: Vec<usize> = Vec::new();
    words(text, &mut |token| match token.shape {
        Shape::Word => {
            let known = terms.iter().position(|term| term.word == token.folded);
            places.push(known.unwrap_or(terms.len()));
            if known.is_none() && terms.len() < MAX_TERMS {
                terms.push(term(token.folded, token.lower, token.range, languages));
            }
        }
        Shape::Joined => {
            for place in places.iter().rev().take(2) {
                if let Some(term) = terms.get_mut(*place) {
                    term.others.push(String::from(token.folded));
                }
            }
        }
    });
    let typing = query.typing && text.chars().next_back().is_some_and(|c| !c.is_whitespace());
    if let Some(last) = places.last().and_then(|place| terms.get_mut(*place)) {
        last.open = typing;
    }
    // The last word may be the beginning of another one: "do" of "docking station".
    let says_something =
        |term: &Term| term.open || !languages.iter().any(|language| is_noise(*language, &term.word));
    if terms.iter().any(says_something) {
        terms.retain(says_something);
    }
    terms
}

fn term(folded: &str, lower: &str, range: Range<usize>, languages: &[Language]) -> Term {
    let mut stems: Vec<String> = languages.iter().filter_map(|language| language.stem(lower)).collect();
    let mut others: Vec<String> =
        languages.iter().flat_map(|language| language.spellings(lower, folded)).collect();
    for list in [&mut stems, &mut others] {
        list.sort_unstable();
        list.dedup();
    }
    Term { word: String::from(folded), letters: folded.chars().collect(), stems, others, open: false, range }
}

fn cut(text: &str) -> &str {
    let end = text.char_indices().nth(MAX_CHARACTERS).map(|(at, _)| at);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, bool)> {
        let all = terms(&Query::new(text), &[Language::English, Language::German]);
        all.into_iter().map(|term| (term.word, term.open)).collect()
    }

    #[test]
    fn words_that_say_nothing_are_left_out() {
        for (text, expected) in [
            ("How do I print", &[("print", true)][..]),
            ("wie drucke ich ", &[("drucke", false)]),
            ("my laptop do", &[("laptop", false), ("do", true)]),
            // "to" may be the beginning of "token".
            ("how to", &[("to", true)]),
            ("how to ", &[("how", false), ("to", false)]),
            ("vpn VPN", &[("vpn", true)]),
            ("", &[]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(word, open)| ((*word).to_owned(), *open)).collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_brings_its_stems_and_spellings() {
        let all = terms(&Query::new("e-mail geräte"), &[Language::German]);
        let others: Vec<_> = all.iter().map(|term| term.others.clone()).collect();
        assert_eq!(others, [["email"], ["email"], ["geraete"]]);
        assert_eq!(all[2].stems, ["gerat"]);
    }

    #[test]
    fn nobody_types_that_much() {
        let page: Vec<String> = (0..500).map(|n| format!("word{n}")).collect();
        assert_eq!(terms(&Query::new(&page.join(" ")), &[]).len(), MAX_TERMS);
    }
}
