//! Replies that were just made, for whoever asks for the same again.
//!
//! An entry lives for some seconds at most, because clocks in it go on, and is not used once anything that it shows may
//! have changed: each entry remembers how many changes there had been when its making began ([`Stamp`]). When an entry has
//! grown old, one caller makes it anew, and whoever asks meanwhile gets the old one: not all of them at once.

use bytes::Bytes;
use guichet_rules::ids::PersonId;
use moka::sync::Cache;
use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// An entry is old after this time. A clock in it is then this much behind, and twice as much where the one who makes it anew
/// fails; people read clocks in minutes.
const LIFE: Duration = Duration::from_secs(5);
/// And gone after this, should nobody have made it anew.
const END: Duration = Duration::from_secs(10);
/// In bytes of replies; what a large company reads in that time fits in.
const CAPACITY: u64 = 64 << 20;

/// A reply.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its body.
    pub body: Bytes,
    /// Its `ETag`, quotes included.
    pub etag: String,
    /// What it depends on.
    pub stamp: Stamp,
}

#[derive(Debug, Clone)]
struct Entry {
    kept: Kept,
    made: Instant,
    /// Whether somebody makes it anew.
    renewed: Arc<AtomicBool>,
}

/// How many changes there had been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    content: u64,
    /// Of any ticket; only where the reader sees all of them.
    desk: u64,
    person: u64,
}

/// Replies by person, language and URL.
#[derive(Debug)]
pub struct Replies {
    entries: Cache<String, Entry>,
    content: AtomicU64,
    desk: AtomicU64,
    people: RwLock<HashMap<PersonId, u64>>,
}

impl Default for Replies {
    fn default() -> Self {
        let entries = Cache::builder()
            .max_capacity(CAPACITY)
            .weigher(|key: &String, entry: &Entry| {
                u32::try_from(key.len() + entry.kept.body.len()).unwrap_or(u32::MAX)
            })
            .time_to_live(END)
            .build();
        Self { entries, content: AtomicU64::new(0), desk: AtomicU64::new(0), people: RwLock::default() }
    }
}

impl Replies {
    /// How often the content changed. Taken before the content is.
    pub fn content(&self) -> u64 {
        self.content.load(Ordering::Acquire)
    }

    /// What a reply for this person depends on. Taken before anything else is read, so that a change during the making
    /// counts.
    pub fn stamp(&self, content: u64, person: Option<&PersonId>, works_at_desk: bool) -> Stamp {
        let people = self.people.read().unwrap_or_else(PoisonError::into_inner);
        Stamp {
            content,
            desk: if works_at_desk { self.desk.load(Ordering::Acquire) } else { 0 },
            person: person.and_then(|person| people.get(person)).copied().unwrap_or(0),
        }
    }

    /// The reply under `key`, if it is still right. None also for the first who asks for an old one: they make it anew.
    pub fn get(&self, key: &str, stamp: Stamp) -> Option<Kept> {
        self.at(key, stamp, Instant::now())
    }

    fn at(&self, key: &str, stamp: Stamp, now: Instant) -> Option<Kept> {
        let entry = self.entries.get(key).filter(|entry| entry.kept.stamp == stamp)?;
        let old = now.saturating_duration_since(entry.made) >= LIFE;
        (!old || entry.renewed.swap(true, Ordering::AcqRel)).then_some(entry.kept)
    }

    /// Keeps a reply.
    pub fn put(&self, key: String, kept: Kept) {
        self.entries.insert(key, Entry { kept, made: Instant::now(), renewed: Arc::default() });
    }

    /// Something changed that these people, and everyone who works at the desk, may see.
    pub fn changed<'a>(&self, people: impl IntoIterator<Item = &'a PersonId>) {
        self.desk.fetch_add(1, Ordering::AcqRel);
        let mut counters = self.people.write().unwrap_or_else(PoisonError::into_inner);
        for person in people {
            match counters.get_mut(person) {
                Some(changes) => *changes += 1,
                None => {
                    counters.insert(person.clone(), 1);
                }
            }
        }
    }

    /// Something changed that everyone may see.
    pub fn all_changed(&self) {
        self.content.fetch_add(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_caller_makes_an_old_reply_anew() {
        let replies = Replies::default();
        let stamp = replies.stamp(0, None, false);
        let kept = Kept { body: Bytes::new(), etag: String::new(), stamp };
        replies.put("list".to_owned(), kept.clone());
        let asked = |after| replies.at("list", stamp, Instant::now() + after).is_some();
        assert!(asked(Duration::ZERO), "fresh");
        assert!(!asked(LIFE), "the first who finds it old");
        assert!(asked(LIFE), "and everyone else meanwhile");
        replies.put("list".to_owned(), kept);
        assert!(asked(Duration::ZERO));
    }

    #[test]
    fn a_change_outdates_the_replies_of_those_who_see_it() {
        let (ada, bob) = (PersonId::new("ada").unwrap(), PersonId::new("bob").unwrap());
        let replies = Replies::default();
        let keep = |key: &str, stamp| {
            replies.put(key.to_owned(), Kept { body: Bytes::new(), etag: String::new(), stamp });
        };
        keep("ada", replies.stamp(replies.content(), Some(&ada), false));
        keep("bob", replies.stamp(replies.content(), Some(&bob), false));
        keep("desk", replies.stamp(replies.content(), Some(&bob), true));
        replies.changed([&ada]);
        assert!(replies.get("ada", replies.stamp(replies.content(), Some(&ada), false)).is_none());
        assert!(replies.get("bob", replies.stamp(replies.content(), Some(&bob), false)).is_some());
        assert!(replies.get("desk", replies.stamp(replies.content(), Some(&bob), true)).is_none());
        replies.all_changed();
        assert!(replies.get("bob", replies.stamp(replies.content(), Some(&bob), false)).is_none());
    }
}
