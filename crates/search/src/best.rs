//! The best of many, without sorting all.

use crate::{query::Query, rank};
use alloc::{collections::BinaryHeap, vec::Vec};
use core::cmp::Reverse;

/// How many of the best are looked at once more, see [`crate::nearby`]. More would take longer than all the rest.
pub(crate) const NEAR: usize = 24;

/// A score, and the segment and document that have it: of two with the same score, the first document is better.
pub(crate) type Place = (u32, Reverse<(u32, u32)>);

/// The best documents, together or of each kind.
pub(crate) struct Best<'s> {
    size: usize,
    each: bool,
    lists: Vec<(&'s str, BinaryHeap<Reverse<Place>>)>,
    /// How many documents there were, by whether they have some of the words, most or all.
    tiers: [usize; 3],
}

impl<'s> Best<'s> {
    pub(crate) fn new(query: &Query<'_>) -> Self {
        // What is looked at once more must not depend on how many are wanted: a shorter list is the beginning of a
        // longer one.
        let size = query.each.unwrap_or(usize::MAX).min(query.limit).max(NEAR);
        Self { size, each: query.each.is_some(), lists: Vec::new(), tiers: [0; 3] }
    }

    /// The number of the list for documents of `kind`.
    pub(crate) fn list(&mut self, kind: &'s str) -> usize {
        let name = if self.each { kind } else { "" };
        if let Some(known) = self.lists.iter().position(|(list, _)| *list == name) {
            return known;
        }
        self.lists.push((name, BinaryHeap::new()));
        self.lists.len() - 1
    }

    /// Counts a document that stands at `most` so high; says whether it may be one of the best. Then it is
    /// [offered](Self::offer).
    pub(crate) fn has_room(&mut self, list: usize, most: u32) -> bool {
        if let Some(tier) = self.tiers.get_mut(rank::tier(most)) {
            *tier += 1;
        }
        let Some((_, heap)) = self.lists.get(list) else { return false };
        heap.len() < self.size || heap.peek().is_some_and(|Reverse((least, _))| most >= *least)
    }

    /// Keeps a document if it is one of the best.
    pub(crate) fn offer(&mut self, list: usize, place: Place) {
        let Some((_, heap)) = self.lists.get_mut(list) else { return };
        if heap.len() < self.size {
            heap.push(Reverse(place));
        } else if let Some(mut least) = heap.peek_mut()
            && place > least.0
        {
            *least = Reverse(place);
        }
    }

    /// How many documents are an answer.
    pub(crate) fn total(&self) -> usize {
        let [some, most, all] = self.tiers;
        if all > 0 { most + all } else { some + most }
    }

    /// The best, in order.
    pub(crate) fn sorted(self) -> Vec<Place> {
        let mut all: Vec<Place> =
            self.lists.into_iter().flat_map(|(_, heap)| heap).map(|Reverse(place)| place).collect();
        all.sort_unstable_by_key(|place| Reverse(*place));
        let best = all.first().map_or(0, |(score, _)| *score);
        all.retain(|(score, _)| rank::belongs(*score, best));
        all
    }
}
