//! What one person may find: what their audience knows of, and their own tickets on top.

use super::{Finder, beside, documents::of_ticket};
use crate::{
    cache::Stamp,
    content::Company,
    store::{
        Store, StoreError,
        lists::{self, Filter, Whose},
    },
};
use guichet_contract::types::TicketSort;
use guichet_rules::ids::PersonId;
use guichet_search::{BuildError, Error, Segments};
use moka::sync::Cache;
use std::{sync::Arc, time::Duration};

/// How many of somebody's tickets are indexed, the last changed first. Older ones are found in the list of tickets.
const TICKETS: u32 = 2_000;

/// What one person may find, in one language.
#[derive(Debug, Clone)]
pub struct Mine {
    pub(super) segments: Segments,
    /// What it was made of.
    finder: Arc<Finder>,
    stamp: Stamp,
}

/// Why it cannot be said what somebody may find.
#[derive(Debug, thiserror::Error)]
pub enum MineError {
    /// Their tickets cannot be read.
    #[error("the tickets to search in cannot be read")]
    Store(#[from] StoreError),
    /// Their tickets cannot be indexed.
    #[error("the tickets to search in cannot be indexed")]
    Build(#[from] BuildError),
    /// The index of their tickets does not go on top of the others.
    #[error("the index of tickets cannot be searched in")]
    Index(#[from] Error),
}

/// What each person may find, for as long as they keep searching and nothing of it changes.
#[derive(Debug)]
pub struct Theirs(Cache<(PersonId, String), Arc<Mine>>);

impl Default for Theirs {
    fn default() -> Self {
        let weight = |_: &(PersonId, String), mine: &Arc<Mine>| {
            // The first segment is shared.
            let own = mine.segments.indexes().skip(1).map(|index| index.bytes().len()).sum::<usize>();
            u32::try_from(own).unwrap_or(u32::MAX).saturating_add(1_000)
        };
        // The tickets of some thousand people.
        let cache = Cache::builder().weigher(weight).max_capacity(64 << 20);
        Self(cache.time_to_idle(Duration::from_secs(600)).build())
    }
}

impl Theirs {
    /// What `person` may find now in the language of `company`. `finder` is that of their audience; `stamp` was taken before
    /// anything was read, so that a change meanwhile counts.
    pub async fn of(
        &self,
        store: &Store,
        stamp: Stamp,
        company: &Company,
        finder: Arc<Finder>,
        person: &PersonId,
    ) -> Result<Arc<Mine>, MineError> {
        let key = (person.clone(), company.language.clone());
        let kept = self.0.get(&key);
        if let Some(kept) = kept.filter(|kept| kept.stamp == stamp && Arc::ptr_eq(&kept.finder, &finder)) {
            return Ok(kept);
        }
        let segments = Mine::segments(store, company, person, &finder).await?;
        let mine = Arc::new(Mine { segments, finder, stamp });
        self.0.insert(key, Arc::clone(&mine));
        Ok(mine)
    }
}

impl Mine {
    /// On top of what the audience knows of: a file with the tickets that have ended, which hardly ever changes, and one
    /// with the others.
    async fn segments(
        store: &Store,
        company: &Company,
        person: &PersonId,
        finder: &Finder,
    ) -> Result<Segments, MineError> {
        let filter = Filter {
            person: person.clone(),
            whose: Whose::Mine,
            phase: None,
            kind: None,
            words: Vec::new(),
            sort: TicketSort::Updated,
        };
        let tickets = lists::page(&mut *store.read().await?, &filter, None, TICKETS).await?.items;
        let (ended, open): (Vec<_>, Vec<_>) =
            tickets.into_iter().partition(|ticket| ticket.state.is_terminal());
        let mut segments = finder.segments.clone();
        for tickets in [ended, open].iter().filter(|tickets| !tickets.is_empty()) {
            let documents = tickets.iter().map(|ticket| of_ticket(ticket, company)).collect();
            segments.push(beside(finder, &company.language, documents)?)?;
        }
        Ok(segments)
    }
}
