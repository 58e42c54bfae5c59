//! An index that changes: a large one, and small ones with what came after.
//!
//! A segment never changes. Documents that are new, changed or gone make a segment of their own, and of two documents with
//! the same key the one in the later segment counts. A query goes through all segments; how rare a word is, is counted over
//! all of them, so that a document does not rank better for being new. Joining them is indexing all documents again, which
//! the backend does in seconds and whenever the small ones hold a tenth of what the large one does.

use crate::{Error, Index, inside, stem::Language};
use alloc::{sync::Arc, vec, vec::Vec};

/// Indexes that are searched as one; none finds nothing.
#[derive(Debug, Clone, Default)]
pub struct Segments {
    pub(crate) segments: Vec<Segment>,
}

/// One of them.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    /// Shared: what everyone may find is searched together with what only one person may.
    pub(crate) index: Arc<Index>,
    /// Which of its documents a later segment replaced or removed. Empty where there are none.
    pub(crate) dead: Vec<bool>,
}

impl Segments {
    /// Begins with an index of everything.
    pub fn new(index: impl Into<Arc<Index>>) -> Self {
        Self { segments: vec![Segment { index: index.into(), dead: Vec::new() }] }
    }

    /// Adds what changed since: its documents replace those with the same keys, and those it says are gone are.
    pub fn push(&mut self, index: impl Into<Arc<Index>>) -> Result<(), Error> {
        let index = index.into();
        let keys = index.gone()?.into_iter().map(Ok).chain(index.keys());
        for key in keys {
            let key = key?;
            for segment in &mut self.segments {
                segment.bury(key)?;
            }
        }
        self.segments.push(Segment { index, dead: Vec::new() });
        Ok(())
    }

    /// Its indexes, in order.
    pub fn indexes(&self) -> impl Iterator<Item = &Arc<Index>> {
        self.segments.iter().map(|segment| &segment.index)
    }

    /// How many documents can be found.
    pub fn len(&self) -> usize {
        self.segments.iter().map(Segment::living).sum()
    }

    /// Whether none can.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The keys of the documents that can be found.
    pub fn keys(&self) -> impl Iterator<Item = Result<&str, Error>> {
        self.segments.iter().flat_map(|segment| {
            let dead = segment.dead.iter().copied().chain(core::iter::repeat(false));
            segment.index.keys().zip(dead).filter_map(|(key, dead)| (!dead).then_some(key))
        })
    }

    /// Whether so much has changed that the whole should be indexed again.
    pub fn is_worn(&self) -> bool {
        let later: usize = self.segments.iter().skip(1).map(|segment| segment.index.len()).sum();
        self.segments.first().is_none_or(|first| 10 * later > first.index.len())
    }

    /// The languages of all documents, as far as they change the search.
    pub(crate) fn languages(&self) -> Vec<Language> {
        let mut languages: Vec<Language> =
            self.segments.iter().flat_map(|segment| segment.index.languages.iter().copied()).collect();
        languages.sort_unstable();
        languages.dedup();
        languages
    }
}

impl Segment {
    fn bury(&mut self, key: &str) -> Result<(), Error> {
        let Some(document) = self.index.records().find(key)? else { return Ok(()) };
        if self.dead.is_empty() {
            self.dead = vec![false; self.index.len()];
        }
        if let Some(dead) = usize::try_from(document).ok().and_then(|document| self.dead.get_mut(document)) {
            *dead = true;
        }
        Ok(())
    }

    fn living(&self) -> usize {
        self.index.len() - self.dead.iter().filter(|dead| **dead).count()
    }
}

/// How many documents there are, the dead included: how rare a word is changes little by them.
pub(crate) fn documents(segments: &[Segment]) -> u32 {
    segments.iter().fold(0_u32, |sum, segment| sum.saturating_add(segment.index.facts.documents))
}

/// What is worked out of the dictionaries when it is first needed, see [`inside`].
#[derive(Debug, Default)]
pub(crate) struct Signatures(Vec<(u64, Vec<u64>)>);

impl Signatures {
    /// Those of the index in segment `number`.
    pub(crate) fn of(&mut self, number: usize, index: &Index) -> Result<&[u64], Error> {
        if self.0.get(number).is_none_or(|(id, _)| *id != index.id()) {
            let signatures = inside::signatures(&index.dictionary())?;
            // Segments come one after the other; another index in the same place makes all that follow useless.
            self.0.truncate(number);
            self.0.resize_with(number, Default::default);
            self.0.push((index.id(), signatures));
        }
        Ok(self.0.get(number).map(|(_, signatures)| signatures.as_slice()).unwrap_or_default())
    }
}
