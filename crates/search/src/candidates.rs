//! Which terms of the index would do for a word of the query.
//!
//! First the word itself, its other forms, and where it is half typed what it may become; then words that mean the same.
//! Only where hardly any document has one of these, words with typing errors and words that hold it. What comes on top of
//! the word itself is bounded, see [`FORMS`], [`COMPLETIONS`], [`crate::choices::TYPOS`], [`INSIDE`] and [`POSTINGS`].

use crate::{
    Error,
    choices::{Choice, Typo, best, typos},
    controls,
    dictionary::Entry,
    facts, inside,
    query::Term,
    rank,
    segments::{Segment, Signatures},
};
use alloc::{string::String, vec::Vec};
use core::cmp::Reverse;

/// A word that fewer documents have is also looked for with typing errors and inside longer words.
const LITTLE: u32 = 3;

/// How many other forms of the word. No language of ours has more of one word that matter.
const FORMS: usize = 32;

/// How many of the words that begin as typed are looked at, those in titles and in many documents first. Whoever has
/// typed one letter means none of the others, and the list is full long before.
const COMPLETIONS: usize = 48;

/// How many longer words that hold it, those in titles and in many documents first.
const INSIDE: usize = 32;

/// How many postings are read for a word of the query, on top of those of the word itself: a tenth of a millisecond.
const POSTINGS: u32 = 40_000;

/// A term that would do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    /// The number of its segment.
    pub(crate) segment: usize,
    pub(crate) entry: Entry,
    /// What it counts beside the word itself.
    pub(crate) factor: u32,
    /// It is a form of the word, so that a document with several of them says more of it. Otherwise it stands for the word
    /// or for nothing.
    pub(crate) adds_up: bool,
}

/// How a word of the query is looked for.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) candidates: Vec<Candidate>,
    /// What the word tells.
    pub(crate) rarity: u32,
    /// The words of the index that would do, except for longer ones.
    pub(crate) words: Vec<String>,
    /// Whether longer words do that hold it.
    pub(crate) inside: bool,
    /// What was probably meant, where nothing has the word.
    pub(crate) correction: Option<String>,
    left: u32,
}

impl Plan {
    /// Looks for `term`, which belongs to `groups` of synonyms: the numbers of the segment and of the group.
    pub(crate) fn new(
        segments: &[Segment],
        term: &Term,
        groups: &[(usize, u32)],
        signatures: &mut Signatures,
    ) -> Result<Self, Error> {
        let mut plan = Self { left: POSTINGS, ..Self::default() };
        let stems: Vec<Vec<char>> = term.stems.iter().map(|stem| stem.chars().collect()).collect();
        for (number, segment) in segments.iter().enumerate() {
            plan.add_same(number, segment, term)?;
            plan.add_forms(number, segment, &stems, rank::FORM)?;
        }
        let known = plan.documents();
        for (number, segment) in segments.iter().enumerate() {
            if term.open {
                plan.add_completions(number, segment, term)?;
            }
            for (_, group) in groups.iter().filter(|(segment, _)| *segment == number) {
                if let Some(entry) = segment.index.dictionary().find(&controls::group(*group))? {
                    plan.expand(number, &entry, rank::SYNONYM, false);
                }
            }
        }
        if plan.documents() < LITTLE {
            plan.add_typos(segments, term)?;
        }
        if plan.documents() < LITTLE && term.letters.len() >= inside::SHORTEST {
            for (number, segment) in segments.iter().enumerate() {
                plan.add_inside(number, segment, term, signatures)?;
            }
        }
        let having = if known > 0 { known } else { plan.documents() };
        plan.rarity = rank::rarity(having, crate::segments::documents(segments));
        Ok(plan)
    }

    /// How many documents have one of the terms, those with several counted several times.
    fn documents(&self) -> u32 {
        self.candidates.iter().fold(0_u32, |sum, candidate| sum.saturating_add(candidate.entry.documents))
    }

    fn add_same(&mut self, number: usize, segment: &Segment, term: &Term) -> Result<(), Error> {
        let dictionary = segment.index.dictionary();
        if let Some(entry) = dictionary.find(&term.letters)? {
            self.add(number, &entry, rank::SAME, true);
        }
        for other in &term.others {
            let letters: Vec<char> = other.chars().collect();
            if let Some(entry) = dictionary.find(&letters)?
                && self.add(number, &entry, rank::SAME, true)
            {
                self.words.push(other.clone());
            }
        }
        Ok(())
    }

    fn add_forms(
        &mut self,
        number: usize,
        segment: &Segment,
        stems: &[Vec<char>],
        factor: u32,
    ) -> Result<(), Error> {
        let dictionary = segment.index.dictionary();
        let mut found: Vec<Choice<String>> = Vec::new();
        for stem in stems {
            dictionary.each(dictionary.beginning(facts::kept(stem))?, |word, entry| {
                let rule = segment.index.facts.rule(entry.rule);
                if rule.is_some_and(|rule| rule.leads(word, stem)) {
                    found.push(Choice { entry: *entry, letters: word.iter().collect() });
                }
            })?;
        }
        for form in best(found, FORMS) {
            if self.expand(number, &form.entry, factor, true) {
                self.words.push(form.letters);
            }
        }
        Ok(())
    }

    fn add_completions(&mut self, number: usize, segment: &Segment, term: &Term) -> Result<(), Error> {
        let dictionary = segment.index.dictionary();
        let mut found: Vec<Choice<usize>> = Vec::new();
        for word in core::iter::once(&term.word).chain(&term.others) {
            let typed: Vec<char> = word.chars().collect();
            dictionary.each(dictionary.beginning(&typed)?, |word, entry| {
                found.push(Choice { entry: *entry, letters: word.len() });
            })?;
        }
        for completion in best(found, COMPLETIONS) {
            let factor = rank::beginning(term.letters.len(), completion.letters);
            self.expand(number, &completion.entry, factor, false);
        }
        Ok(())
    }

    fn add_inside(
        &mut self,
        number: usize,
        segment: &Segment,
        term: &Term,
        signatures: &mut Signatures,
    ) -> Result<(), Error> {
        let mut found: Vec<Choice<()>> = Vec::new();
        let signatures = signatures.of(number, &segment.index)?;
        inside::holding(&segment.index.dictionary(), signatures, &term.letters, |entry| {
            found.push(Choice { entry: *entry, letters: () });
        })?;
        for longer in best(found, INSIDE) {
            let added = self.expand(number, &longer.entry, rank::INSIDE, false);
            self.inside |= added;
        }
        Ok(())
    }

    /// Adds words with typing errors, and other forms of the likeliest of them: "chrts" is "charts", and so "chart".
    fn add_typos(&mut self, segments: &[Segment], term: &Term) -> Result<(), Error> {
        let is_known = !self.candidates.is_empty();
        let mut found: Vec<(usize, Typo)> = Vec::new();
        for (number, segment) in segments.iter().enumerate() {
            found.extend(typos(&segment.index.dictionary(), term)?.into_iter().map(|typo| (number, typo)));
        }
        found.sort_by_key(|(_, typo)| (typo.distance, Reverse(typo.entry.documents)));
        // Where a word is one error away, one that is two away is not what was meant.
        let nearest =
            found.iter().map(|(_, typo)| typo.distance).find(|distance| *distance > 0).unwrap_or_default();
        found.retain(|(_, typo)| typo.distance <= nearest + 1);
        let mut likeliest = None;
        for (number, typo) in found {
            let factor = rank::typo(typo.distance / 2, is_known);
            let rule = segments.get(number).and_then(|segment| segment.index.facts.rule(typo.entry.rule));
            let stem = rule.map(|rule| rule.stem(&typo.word)).unwrap_or_default();
            let is_likeliest = likeliest.as_ref().is_none_or(|(likeliest, _)| *likeliest == stem);
            if !self.expand(number, &typo.entry, factor, is_likeliest) {
                continue;
            }
            if likeliest.is_none() {
                likeliest = Some((stem, rank::form_of_typo(factor)));
                self.correction = (!is_known).then(|| typo.word.clone());
            }
            self.words.push(typo.word);
        }
        if let Some((stem, factor)) = likeliest {
            for (number, segment) in segments.iter().enumerate() {
                self.add_forms(number, segment, core::slice::from_ref(&stem), factor)?;
            }
        }
        Ok(())
    }

    /// Adds a term unless it is there or nothing has it; says whether it was added.
    fn add(&mut self, segment: usize, entry: &Entry, factor: u32, adds_up: bool) -> bool {
        let is_there = |one: &Candidate| one.segment == segment && one.entry.number == entry.number;
        let is_new = entry.documents > 0 && !self.candidates.iter().any(is_there);
        if is_new {
            self.candidates.push(Candidate { segment, entry: *entry, factor, adds_up });
        }
        is_new
    }

    /// Adds a term that is not the word itself, unless too much would have to be read.
    fn expand(&mut self, segment: usize, entry: &Entry, factor: u32, adds_up: bool) -> bool {
        let Some(left) = self.left.checked_sub(entry.documents) else { return false };
        let added = self.add(segment, entry, factor, adds_up);
        if added {
            self.left = left;
        }
        added
    }
}
