//! Writing an index, section by section, see the top of the crate.

use super::{
    Document,
    collect::{Collected, Found, Phrases},
    impact,
};
use crate::{
    FIELDS, Section,
    bytes::{push_string, push_varint},
    dictionary::BLOCK,
    facts::Rule,
    format,
    postings::IN_TITLE,
    records::MARKED,
    stem::Language,
};
use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};
use core::cmp::Reverse;

/// What is written besides the terms.
pub(super) struct Frame<'d> {
    /// Sorted by key.
    pub(super) documents: &'d [Document],
    pub(super) phrases: &'d Phrases,
    pub(super) gone: &'d BTreeSet<String>,
    pub(super) averages: [u32; FIELDS],
    pub(super) titles_only: bool,
}

/// A term with what is written of it.
struct Term {
    letters: Vec<char>,
    rule: Rule,
    found: Found,
}

/// The file; `None` where a number does not fit.
pub(super) fn write(frame: &Frame<'_>, collected: Collected) -> Option<Vec<u8>> {
    let mut terms: Vec<Term> =
        collected.terms.into_iter().map(|(term, found)| prepare(&term, found)).collect();
    terms.sort_unstable_by(|a, b| a.letters.cmp(&b.letters));
    let rules = rules(&terms);
    let values = values(frame.documents);
    let mut sections: [Vec<u8>; format::SECTIONS] = Default::default();
    let mut put = |section: Section, bytes: Vec<u8>| {
        if let Some(place) = sections.get_mut(section as usize) {
            *place = bytes;
        }
    };
    put(Section::Facts, facts(frame, terms.len(), &rules)?);
    put(Section::Facets, facets(&values)?);
    let lists = Lists::new(&terms, &rules, &collected.lengths, &frame.averages)?;
    put(Section::Blocks, lists.blocks);
    put(Section::Terms, lists.terms);
    put(Section::Places, lists.places);
    put(Section::Impacts, lists.impacts);
    put(Section::Columns, columns(frame.documents, collected.titles, &values)?);
    let (marks, records) = records(frame)?;
    put(Section::Marks, marks);
    put(Section::Records, records);
    put(Section::Synonyms, synonyms(frame.phrases)?);
    put(Section::Gone, gone(frame.gone)?);
    format::assemble(&sections)
}

fn small(number: usize) -> Option<u32> {
    u32::try_from(number).ok()
}

/// The stem of a term is that of the language in which most documents have it.
fn prepare(term: &str, found: Found) -> Term {
    let letters: Vec<char> = term.chars().collect();
    let language = found.languages.iter().max_by_key(|(language, many)| (**many, Reverse(**language)));
    let language = language.map_or(Language::Other, |(language, _)| *language);
    let stem: Option<Vec<char>> = language.stem(&found.lower).map(|stem| stem.chars().collect());
    let rule = stem.and_then(|stem| Rule::between(&letters, &stem)).unwrap_or_default();
    Term { letters, rule, found }
}

/// The rules by number: that of terms that are their own stem, then the others, the commonest first.
fn rules(terms: &[Term]) -> Vec<&Rule> {
    let mut many: BTreeMap<&Rule, usize> = BTreeMap::new();
    for term in terms {
        *many.entry(&term.rule).or_default() += 1;
    }
    let mut rules: Vec<(&Rule, usize)> = many.into_iter().collect();
    rules.sort_unstable_by_key(|(rule, many)| (**rule != Rule::default(), Reverse(*many), *rule));
    rules.into_iter().map(|(rule, _)| rule).collect()
}

fn facts(frame: &Frame<'_>, terms: usize, rules: &[&Rule]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    push_varint(&mut out, small(frame.documents.len())?);
    push_varint(&mut out, small(terms)?);
    frame.averages.iter().for_each(|average| push_varint(&mut out, *average));
    push_varint(&mut out, small(rules.len())?);
    for rule in rules {
        out.push(u8::try_from(rule.cut).ok()?);
        push_string(&mut out, &rule.add.iter().collect::<String>());
    }
    Some(out)
}

/// The values of each facet, sorted: kinds, categories, languages.
fn values(documents: &[Document]) -> [BTreeSet<&str>; 3] {
    let mut values = <[BTreeSet<&str>; 3]>::default();
    for document in documents {
        for (values, value) in values.iter_mut().zip(facet_values(document)) {
            values.insert(value);
        }
    }
    values
}

fn facet_values(document: &Document) -> [&str; 3] {
    [&document.kind, &document.category, &document.language]
}

fn facets(values: &[BTreeSet<&str>; 3]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for values in values {
        push_varint(&mut out, small(values.len())?);
        values.iter().for_each(|value| push_string(&mut out, value));
    }
    Some(out)
}

fn columns(documents: &[Document], titles: Vec<u8>, values: &[BTreeSet<&str>; 3]) -> Option<Vec<u8>> {
    let mut out = titles;
    for (facet, values) in values.iter().enumerate() {
        // Checks that there are no more values than numbers.
        u16::try_from(values.len()).ok()?;
        let numbers: BTreeMap<&str, u16> = values.iter().copied().zip(0..).collect();
        for document in documents {
            let number = facet_values(document).get(facet).and_then(|value| numbers.get(value)).copied()?;
            match u8::try_from(number) {
                Ok(number) if values.len() <= 256 => out.push(number),
                _ => out.extend_from_slice(&number.to_le_bytes()),
            }
        }
    }
    Some(out)
}

fn records(frame: &Frame<'_>) -> Option<(Vec<u8>, Vec<u8>)> {
    let (mut marks, mut records) = (Vec::new(), Vec::new());
    let mut record = Vec::new();
    for (number, document) in (0_u32..).zip(frame.documents) {
        if number.is_multiple_of(MARKED) {
            marks.extend_from_slice(&small(records.len())?.to_le_bytes());
        }
        record.clear();
        push_string(&mut record, &document.key);
        push_string(&mut record, &document.title);
        let (summary, headings) = if frame.titles_only {
            ("", &[][..])
        } else {
            (document.summary.as_str(), &document.headings[..])
        };
        push_string(&mut record, summary);
        push_varint(&mut record, small(headings.len())?);
        for heading in headings {
            push_string(&mut record, &heading.text);
            push_string(&mut record, &heading.anchor);
        }
        push_varint(&mut records, small(record.len())?);
        records.extend_from_slice(&record);
    }
    Some((marks, records))
}

fn synonyms(phrases: &Phrases) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    push_varint(&mut out, small(phrases.values().map(BTreeSet::len).sum())?);
    for (phrase, groups) in phrases {
        for group in groups {
            push_string(&mut out, phrase);
            push_varint(&mut out, *group);
        }
    }
    Some(out)
}

fn gone(keys: &BTreeSet<String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    push_varint(&mut out, small(keys.len())?);
    keys.iter().for_each(|key| push_string(&mut out, key));
    Some(out)
}

/// The terms and their postings.
#[derive(Default)]
struct Lists {
    blocks: Vec<u8>,
    terms: Vec<u8>,
    places: Vec<u8>,
    impacts: Vec<u8>,
}

impl Lists {
    fn new(
        terms: &[Term],
        rules: &[&Rule],
        lengths: &[impact::Counts],
        averages: &[u32; FIELDS],
    ) -> Option<Self> {
        let numbers: BTreeMap<&Rule, u32> = rules.iter().copied().zip(0..).collect();
        let mut lists = Self::default();
        for block in terms.chunks(usize::try_from(BLOCK).ok()?) {
            lists.blocks.extend_from_slice(&small(lists.terms.len())?.to_le_bytes());
            push_varint(&mut lists.terms, small(lists.places.len())?);
            push_varint(&mut lists.terms, small(lists.impacts.len())?);
            let mut before: &[char] = &[];
            for term in block {
                let shared = term.letters.iter().zip(before).take_while(|(a, b)| a == b).count();
                let end: String = term.letters.iter().skip(shared).collect();
                lists.terms.push(u8::try_from(shared).ok()?);
                lists.terms.push(u8::try_from(end.len()).ok()?);
                lists.terms.extend_from_slice(end.as_bytes());
                before = &term.letters;
            }
            for term in block {
                let (documents, length, in_title) = lists.postings(&term.found, lengths, averages)?;
                let rule = numbers.get(&term.rule)?.checked_mul(2)?;
                push_varint(&mut lists.terms, documents);
                push_varint(&mut lists.terms, length.checked_sub(documents)?);
                push_varint(&mut lists.terms, rule | u32::from(in_title));
            }
        }
        Some(lists)
    }

    /// Adds the postings of a term: how many they are, in how many bytes, and whether one is of a title.
    fn postings(
        &mut self,
        found: &Found,
        lengths: &[impact::Counts],
        averages: &[u32; FIELDS],
    ) -> Option<(u32, u32, bool)> {
        let (start, mut next, mut in_title) = (self.places.len(), 0, false);
        for (document, counts) in &found.postings {
            push_varint(&mut self.places, document.checked_sub(next)?);
            next = document.checked_add(1)?;
            let lengths = lengths.get(usize::try_from(*document).ok()?)?;
            let titled = counts.first().is_some_and(|count| *count > 0);
            in_title |= titled;
            let level = impact::level(counts, lengths, averages);
            self.impacts.push(level | if titled { IN_TITLE } else { 0 });
        }
        Some((small(found.postings.len())?, small(self.places.len() - start)?, in_title))
    }
}
