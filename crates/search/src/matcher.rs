//! Which words of a text are those that were looked for.

use crate::{
    candidates::Plan,
    noise::is_noise,
    query::Term,
    stem::Language,
    words::{Shape, Token, words},
};
use alloc::{string::String, vec::Vec};
use core::ops::Range;

/// Finds in any text the words that a query found, with their other forms and in spite of typing errors.
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    /// Sorted, each with one bit for each word of the query that it stands for.
    words: Vec<(String, u16)>,
    /// How words begin that do.
    beginnings: Vec<(String, u16)>,
    /// What is in longer words that do.
    parts: Vec<(String, u16)>,
    languages: Vec<Language>,
}

impl Matcher {
    pub(crate) fn new(terms: &[Term], plans: &[Plan], languages: Vec<Language>) -> Self {
        let mut matcher = Self { languages, ..Self::default() };
        for (number, (term, plan)) in (0_u32..).zip(terms.iter().zip(plans)) {
            let bit = 1_u16.checked_shl(number).unwrap_or_default();
            let own = core::iter::once(&term.word).chain(&term.others);
            if term.open {
                matcher.beginnings.extend(own.clone().map(|word| (word.clone(), bit)));
            }
            if plan.inside {
                matcher.parts.push((term.word.clone(), bit));
            }
            matcher.words.extend(own.chain(&plan.words).map(|word| (word.clone(), bit)));
        }
        matcher.words.sort_unstable();
        matcher
    }

    /// One bit for each word of the query that `folded` stands for.
    pub(crate) fn bits(&self, folded: &str) -> u16 {
        let from = self.words.partition_point(|(word, _)| word.as_str() < folded);
        let same = self.words.iter().skip(from).take_while(|(word, _)| word == folded);
        let begun = self.beginnings.iter().filter(|(beginning, _)| folded.starts_with(beginning.as_str()));
        let held = self.parts.iter().filter(|(part, _)| folded.contains(part.as_str()));
        same.chain(begun).chain(held).fold(0_u16, |bits, (_, bit)| bits | *bit)
    }

    /// One bit for each word of the query.
    pub fn asked(&self) -> u16 {
        self.words.iter().fold(0_u16, |bits, (_, bit)| bits | *bit)
    }

    /// The words of the query that are in `text`, as bits.
    pub fn within(&self, text: &str) -> u16 {
        let mut all = 0_u16;
        words(text, &mut |token| all |= self.bits(token.folded));
        all
    }

    /// Which words of the query stand next to one that follows them in the query, as bits. Words between them that say
    /// nothing do not count.
    pub(crate) fn pairs(&self, text: &str) -> u16 {
        let (mut pairs, mut before) = (0_u16, 0_u16);
        words(text, &mut |token| {
            if token.shape == Shape::Joined {
                return;
            }
            let bits = self.bits(token.folded);
            if bits == 0 && self.languages.iter().any(|language| is_noise(*language, token.folded)) {
                return;
            }
            pairs |= (before & (bits >> 1)) | (bits & (before >> 1));
            before = bits;
        });
        pairs
    }

    /// Where in `text` the words are that were looked for, in bytes, in order and apart.
    pub fn highlight(&self, text: &str) -> Vec<Range<usize>> {
        let mut found = self.tokens(text).into_iter().map(|(range, _)| range).collect::<Vec<_>>();
        found.sort_unstable_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in found {
            match apart.last_mut() {
                // A word in a compound that is found as a whole, or two pairs of characters.
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart
    }

    /// The same in characters: how many are before each word, and up to its end. For readers that count otherwise than in
    /// bytes.
    pub fn marks(&self, text: &str) -> Vec<(u32, u32)> {
        let (mut bytes, mut characters) = (0_usize, 0_usize);
        let mut count = |to: usize| {
            characters += text.get(bytes..to).map(|part| part.chars().count()).unwrap_or_default();
            bytes = to;
            u32::try_from(characters).unwrap_or(u32::MAX)
        };
        self.highlight(text).into_iter().map(|range| (count(range.start), count(range.end))).collect()
    }

    /// The part of `text`, of at most `most` bytes, that has most of the words: where it begins and ends, at words. A word
    /// that is longer than that is in no part.
    pub fn snippet(&self, text: &str, most: usize) -> Range<usize> {
        if text.len() <= most {
            return 0..text.len();
        }
        let found = self.tokens(text);
        let wealth = |at: usize, from: usize| {
            let end = from.saturating_add(most - most / 4);
            // They stand in the order in which they end, so a word that is on every line does not cost its square.
            let near = found.iter().skip(at).take_while(|(range, _)| range.end <= end);
            let inside = near.filter(|(range, _)| range.start >= from);
            let (bits, many) = inside.fold((0_u16, 0_u32), |(all, many), (_, bits)| (all | *bits, many + 1));
            (bits.count_ones(), many)
        };
        let starts = found.iter().map(|(range, _)| range.start).enumerate();
        let best = starts.map(|(at, start)| (wealth(at, start), core::cmp::Reverse(start))).max();
        // Some words before the first one say what it is about.
        let from = best.map_or(0, |(_, start)| start.0).saturating_sub(most / 4);
        let mut snippet: Option<Range<usize>> = None;
        let mut see = |token: Token<'_>| {
            if token.range.start < from || token.range.len() > most {
                return;
            }
            let Some(all) = &mut snippet else {
                snippet = Some(token.range);
                return;
            };
            if token.range.end <= all.start.saturating_add(most) {
                all.end = all.end.max(token.range.end);
            }
        };
        words(text, &mut see);
        snippet.unwrap_or(0..0)
    }

    /// The words that were looked for, where they are, and which they are.
    fn tokens(&self, text: &str) -> Vec<(Range<usize>, u16)> {
        let mut found = Vec::new();
        words(text, &mut |token| {
            let bits = self.bits(token.folded);
            if bits != 0 {
                found.push((token.range, bits));
            }
        });
        found
    }
}
