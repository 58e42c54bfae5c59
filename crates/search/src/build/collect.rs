//! Reading documents: which terms they have, how often and where.

use super::{Document, impact::Counts};
use crate::{
    Field, controls,
    noise::is_noise,
    stem::Language,
    synonyms::{MAX_PHRASE, normal},
    words::{Shape, words},
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};
use std::collections::HashMap;

/// For each phrase, as it is compared, the groups that it belongs to.
pub(super) type Phrases = BTreeMap<String, BTreeSet<u32>>;

/// What documents have.
#[derive(Default)]
pub(super) struct Collected {
    pub(super) terms: HashMap<String, Found>,
    /// How many words each document has in each field.
    pub(super) lengths: Vec<Counts>,
    /// How many words its title has that say something.
    pub(super) titles: Vec<u8>,
}

/// Where a term is.
#[derive(Default)]
pub(super) struct Found {
    /// In lower case, where it was first.
    pub(super) lower: String,
    /// How many documents of each language have it.
    pub(super) languages: BTreeMap<Language, u32>,
    /// The documents that have it, in order, and how often in each field.
    pub(super) postings: Vec<(u32, Counts)>,
}

/// The phrases of `groups`, in each language that there is.
pub(super) fn phrases(documents: &[Document], groups: &[Vec<String>]) -> Phrases {
    let mut phrases = Phrases::new();
    if groups.is_empty() {
        return phrases;
    }
    let languages: BTreeSet<Language> =
        documents.iter().map(|document| Language::of(&document.language)).collect();
    for (number, group) in (0_u32..).zip(groups) {
        for (member, language) in
            group.iter().flat_map(|member| languages.iter().map(move |one| (member, *one)))
        {
            let phrase = normals(member, language);
            if (1..=MAX_PHRASE).contains(&phrase.len()) {
                phrases.entry(phrase.join(" ")).or_default().insert(number);
            }
        }
    }
    phrases
}

/// The words of `text` that say something, as synonyms are compared.
fn normals(text: &str, language: Language) -> Vec<String> {
    let mut all = Vec::new();
    words(text, &mut |token| {
        if token.shape == Shape::Word {
            all.extend(normal(language, token.lower, token.folded));
        }
    });
    all
}

/// Reads `documents`.
pub(super) fn collect(documents: &[Document], phrases: &Phrases) -> Collected {
    let mut collected = Collected::default();
    for (number, document) in (0_u32..).zip(documents) {
        let mut reader = Reader {
            terms: &mut collected.terms,
            number,
            language: Language::of(&document.language),
            lengths: Counts::default(),
            title: (0, 0),
        };
        for field in Field::ALL {
            for text in document.texts(field) {
                reader.read(field, text);
                if !phrases.is_empty() {
                    reader.read_phrases(field, text, phrases);
                }
            }
        }
        for tag in &document.tags {
            reader.add(&String::from_iter(controls::tag(tag)), "", None);
        }
        let (telling, all) = reader.title;
        // A title that says nothing still has a length.
        let title = if telling > 0 { telling } else { all };
        collected.titles.push(u8::try_from(title).unwrap_or(u8::MAX));
        collected.lengths.push(reader.lengths);
    }
    collected
}

struct Reader<'c> {
    terms: &'c mut HashMap<String, Found>,
    number: u32,
    language: Language,
    lengths: Counts,
    /// How many words of the title say something, and how many there are.
    title: (u32, u32),
}

impl Reader<'_> {
    fn read(&mut self, field: Field, text: &str) {
        words(text, &mut |token| {
            let noise = is_noise(self.language, token.folded);
            if token.shape == Shape::Word {
                if let Some(length) = self.lengths.get_mut(field as usize) {
                    *length = length.saturating_add(1);
                }
                if field == Field::Title {
                    self.title.0 += u32::from(!noise);
                    self.title.1 += 1;
                }
            }
            // Nearly every text has these, so they would make the index a good deal larger and tell nothing; a title of
            // nothing else is still found.
            if !noise || !matches!(field, Field::Summary | Field::Body) {
                self.add(token.folded, token.lower, Some(field));
            }
        });
    }

    /// Looks for phrases of synonyms.
    fn read_phrases(&mut self, field: Field, text: &str, phrases: &Phrases) {
        let all = normals(text, self.language);
        for from in 0..all.len() {
            let mut phrase = String::new();
            for word in all.iter().skip(from).take(MAX_PHRASE) {
                if !phrase.is_empty() {
                    phrase.push(' ');
                }
                phrase.push_str(word);
                for group in phrases.get(&phrase).into_iter().flatten() {
                    self.add(&String::from_iter(controls::group(*group)), "", Some(field));
                }
            }
        }
    }

    fn add(&mut self, term: &str, lower: &str, field: Option<Field>) {
        if !self.terms.contains_key(term) {
            self.terms.insert(String::from(term), Found { lower: String::from(lower), ..Found::default() });
        }
        let Some(found) = self.terms.get_mut(term) else { return };
        if found.postings.last().is_none_or(|(number, _)| *number != self.number) {
            found.postings.push((self.number, Counts::default()));
            *found.languages.entry(self.language).or_default() += 1;
        }
        let counts = found.postings.last_mut().map(|(_, counts)| counts);
        let place = field.and_then(|field| counts?.get_mut(field as usize));
        if let Some(count) = place {
            *count = count.saturating_add(1);
        }
    }
}
