//! Looking for a query.

use crate::{
    Error, Heading, Segments,
    best::{Best, Place},
    bytes::wide,
    candidates::Plan,
    facets::{Columns, FACETS, Facet, Filters},
    matcher::Matcher,
    nearby,
    postings::IN_TITLE,
    query::{self, Query},
    rank::{self, Held},
    segments::{Segment, Signatures},
    suggest, synonyms,
};
use alloc::{string::String, vec, vec::Vec};
use core::{cmp::Reverse, mem::take};

/// Room that a search works in. It belongs to nobody: whoever searches often keeps one, so that nothing has to be
/// allocated while somebody types. Sixteen bytes a document.
#[derive(Debug, Default)]
pub struct Scratch {
    cells: Vec<Cell>,
    touched: Vec<u32>,
    /// A search ended in an error and left something behind.
    is_dirty: bool,
    signatures: Signatures,
}

/// What a document has of the query so far.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    worth: u32,
    /// Of the word that is being looked for: the most that a term holds of it, what its forms hold, and its number, from 1 on.
    best: u16,
    sum: u16,
    word: u8,
    /// The words that it has, and has in its title, as bits.
    words: u16,
    in_title: u16,
}

/// What was found.
#[derive(Debug)]
pub struct Answer<'s> {
    /// The documents, best first.
    pub hits: Vec<Hit<'s>>,
    /// How many there are altogether.
    pub total: usize,
    /// The query with words that nothing has replaced by what was probably meant.
    pub suggestion: Option<String>,
    /// Finds in any text what was looked for.
    pub matcher: Matcher,
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<'s> {
    /// The document's key.
    pub key: &'s str,
    /// What it is.
    pub kind: &'s str,
    /// Where it belongs; empty where it belongs nowhere.
    pub category: &'s str,
    /// The language of its words (BCP 47).
    pub language: &'s str,
    /// What it is called.
    pub title: &'s str,
    /// What it is, in one line.
    pub summary: &'s str,
    /// The heading that has more of what was looked for than the title and any other heading.
    pub heading: Option<Heading<'s>>,
    /// How well it fits: greater is better. Comparable within one search only.
    pub score: u32,
}

impl<'s> Answer<'s> {
    /// The hits by kind, the kind of the best hit first, each in order.
    pub fn by_kind(&self) -> Vec<(&'s str, Vec<&Hit<'s>>)> {
        let mut kinds: Vec<(&'s str, Vec<&Hit<'s>>)> = Vec::new();
        for hit in &self.hits {
            match kinds.iter_mut().find(|(kind, _)| *kind == hit.kind) {
                Some((_, hits)) => hits.push(hit),
                None => kinds.push((hit.kind, vec![hit])),
            }
        }
        kinds
    }
}

impl Segments {
    /// The documents that fit `query` best, best first; of those that fit equally well, by key.
    pub fn search<'s>(&'s self, query: &Query<'_>, scratch: &mut Scratch) -> Result<Answer<'s>, Error> {
        let languages = self.languages();
        let terms = query::terms(query, &languages);
        let groups = synonyms::groups(&self.segments, &terms, &languages);
        let mut plans = Vec::with_capacity(terms.len());
        for (term, groups) in terms.iter().zip(&groups) {
            plans.push(Plan::new(&self.segments, term, groups, &mut scratch.signatures)?);
        }
        let matcher = Matcher::new(&terms, &plans, languages);
        let mut best = Best::new(query);
        for (number, segment) in (0_u32..).zip(&self.segments) {
            scratch.gather(segment, wide(number), &plans)?;
            scratch.rank(segment, number, &plans, &query.filters, &mut best)?;
        }
        let total = best.total();
        let mut places = best.sorted();
        nearby::improve(self, &matcher, plans.len(), &mut places)?;
        let hits = self.hits(query, &matcher, &places)?;
        let suggestion = suggest::suggestion(query.text, &terms, &plans, &hits);
        Ok(Answer { hits, total, suggestion, matcher })
    }

    /// What is shown of the documents at `places`, as many as `query` asks for.
    pub(crate) fn hits<'s>(
        &'s self,
        query: &Query<'_>,
        matcher: &Matcher,
        places: &[Place],
    ) -> Result<Vec<Hit<'s>>, Error> {
        let mut hits: Vec<Hit<'s>> = Vec::new();
        for (score, Reverse((number, document))) in places {
            if hits.len() >= query.limit {
                break;
            }
            let Some(segment) = self.segments.get(wide(*number)) else { continue };
            let columns = segment.index.columns()?;
            let value = |facet: Facet| -> Result<&'s str, Error> {
                let value = columns.value(facet, *document)?;
                Ok(segment.index.values.of(facet).get(value).map(String::as_str).unwrap_or_default())
            };
            let kind = value(Facet::Kind)?;
            if query.each.is_some_and(|each| hits.iter().filter(|hit| hit.kind == kind).count() >= each) {
                continue;
            }
            let record = segment.index.records().get(*document)?;
            hits.push(Hit {
                key: record.key,
                kind,
                category: value(Facet::Category)?,
                language: value(Facet::Language)?,
                title: record.title,
                summary: record.summary,
                heading: nearby::heading(matcher, &record),
                score: *score,
            });
        }
        Ok(hits)
    }
}

impl Scratch {
    /// Adds up what the documents of a segment have of the query.
    fn gather(&mut self, segment: &Segment, number: usize, plans: &[Plan]) -> Result<(), Error> {
        if take(&mut self.is_dirty) {
            self.cells.clear();
            self.touched.clear();
        }
        self.cells.resize(segment.index.len(), Cell::default());
        self.is_dirty = true;
        let (cells, touched) = (&mut self.cells, &mut self.touched);
        let postings = segment.index.postings();
        for (word, plan) in (0_u8..).zip(plans) {
            let bit = 1_u16.checked_shl(u32::from(word)).unwrap_or_default();
            for candidate in plan.candidates.iter().filter(|candidate| candidate.segment == number) {
                postings.each(&candidate.entry, |document, impact| {
                    let Some(cell) = cells.get_mut(wide(document)) else { return };
                    if cell.words == 0 {
                        touched.push(document);
                    }
                    if impact & IN_TITLE != 0 {
                        cell.in_title |= bit;
                    }
                    let holds = rank::holds(candidate.factor, impact & !IN_TITLE);
                    let sum = if candidate.adds_up { holds } else { 0 };
                    if cell.word == word + 1 {
                        let before = rank::together(cell.best, cell.sum);
                        (cell.best, cell.sum) = (cell.best.max(holds), cell.sum.saturating_add(sum));
                        cell.worth += plan.rarity * (rank::together(cell.best, cell.sum) - before);
                    } else {
                        (cell.best, cell.sum) = (holds, sum);
                        cell.word = word + 1;
                        cell.words |= bit;
                        cell.worth += plan.rarity * rank::together(holds, sum);
                    }
                })?;
            }
        }
        Ok(())
    }

    /// Shows what was gathered to `best`, and leaves the room as it was.
    fn rank<'s>(
        &mut self,
        segment: &'s Segment,
        number: u32,
        plans: &[Plan],
        filters: &Filters<'_>,
        best: &mut Best<'s>,
    ) -> Result<(), Error> {
        let sieve = Sieve::new(segment, filters)?;
        let lists: Vec<usize> =
            segment.index.values.of(Facet::Kind).iter().map(|kind| best.list(kind)).collect();
        let mut share = (0, 0);
        for document in self.touched.drain(..) {
            let Some(cell) = self.cells.get_mut(wide(document)).map(take) else { continue };
            if !sieve.passes(document)? {
                continue;
            }
            // Most documents have the same words as the one before.
            if cell.words != share.0 {
                share = (cell.words, rank::share(cell.words, plans.iter().map(|plan| plan.rarity)));
            }
            let kind = sieve.columns.value(Facet::Kind, document)?;
            let list = *lists.get(kind).ok_or(Error::Damaged(crate::Section::Columns))?;
            if !best.has_room(list, rank::most(cell.worth, share.1)) {
                continue;
            }
            let held = Held {
                worth: cell.worth,
                in_title: cell.in_title.count_ones(),
                all: u32::try_from(plans.len()).unwrap_or(u32::MAX),
                title: sieve.columns.title_length(document)?,
                share: share.1,
            };
            best.offer(list, (rank::score(&held), Reverse((number, document))));
        }
        self.is_dirty = false;
        Ok(())
    }
}

/// Lets documents through that may be found.
pub(crate) struct Sieve<'s> {
    columns: Columns<'s>,
    dead: &'s [bool],
    allowed: [Option<Vec<bool>>; FACETS],
    tagged: Option<Vec<bool>>,
}

impl<'s> Sieve<'s> {
    /// For the documents of `segment`.
    pub(crate) fn new(segment: &'s Segment, filters: &Filters<'_>) -> Result<Self, Error> {
        let index = &segment.index;
        let tagged = if filters.tags.is_empty() {
            None
        } else {
            let mut tagged = vec![false; index.len()];
            for tag in filters.tags {
                if let Some(entry) = index.dictionary().find(&crate::controls::tag(tag))? {
                    index.postings().each(&entry, |document, _| {
                        if let Some(tagged) = tagged.get_mut(wide(document)) {
                            *tagged = true;
                        }
                    })?;
                }
            }
            Some(tagged)
        };
        Ok(Self {
            columns: index.columns()?,
            dead: &segment.dead,
            allowed: index.values.allowed(filters),
            tagged,
        })
    }

    /// Whether a document may be found.
    pub(crate) fn passes(&self, document: u32) -> Result<bool, Error> {
        let at = |list: &[bool], or: bool| list.get(wide(document)).copied().unwrap_or(or);
        if at(self.dead, false) || self.tagged.as_ref().is_some_and(|tagged| !at(tagged, false)) {
            return Ok(false);
        }
        for (facet, allowed) in [Facet::Kind, Facet::Category, Facet::Language].into_iter().zip(&self.allowed)
        {
            if let Some(allowed) = allowed {
                let value = self.columns.value(facet, document)?;
                if !allowed.get(value).copied().unwrap_or(false) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}
