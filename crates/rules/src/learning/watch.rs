//! When a search is over, and what came of it.
//!
//! Typing on, or taking letters away, is the same search. Other words are another one. Whoever opens something has found
//! what to try; whoever files a ticket within half an hour has not found what helps. Until then nothing is told, so that
//! each search is told once.

use super::SearchOutcome;
use crate::ids::ArticleId;
use chrono::{DateTime, TimeDelta, Utc};

/// A ticket that is filed so long after a search belongs to it: time to read two answers and to fill in a form.
pub const AFTER_SEARCHING: TimeDelta = TimeDelta::minutes(30);
/// A ticket that is filed so long after an answer was opened belongs to it: time to try what it says.
pub const AFTER_READING: TimeDelta = TimeDelta::hours(1);
/// What was there for less was typed over before anybody could read what it found.
const GLANCE: TimeDelta = TimeDelta::seconds(1);

/// A search that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Searched {
    /// What was looked for, as [`counted`](super::counted) gives it.
    pub words: String,
    /// What came of it.
    pub outcome: SearchOutcome,
    /// The article that was opened, if one was.
    pub article: Option<ArticleId>,
}

/// An article that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Which.
    pub article: ArticleId,
    /// Whether a ticket was filed soon afterwards.
    pub ticket: bool,
}

/// What is over, to be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Searches, the first first.
    pub searches: Vec<Searched>,
    /// Articles, the first first.
    pub reads: Vec<Reading>,
}

impl Told {
    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.searches.is_empty() && self.reads.is_empty()
    }
}

/// What somebody searches for and reads in one tab, as long as something may still come of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Watch {
    searches: Vec<Search>,
    reads: Vec<Read>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Search {
    words: String,
    found: u32,
    /// When it was last seen.
    at: DateTime<Utc>,
    opened: bool,
    article: Option<ArticleId>,
    ticket: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Read {
    at: DateTime<Utc>,
    reading: Reading,
}

impl Search {
    fn outcome(&self) -> SearchOutcome {
        match self {
            Self { ticket: true, .. } => SearchOutcome::Ticket,
            Self { opened: true, .. } => SearchOutcome::Clicked,
            Self { found: 0, .. } => SearchOutcome::NoResult,
            Self { .. } => SearchOutcome::NoClick,
        }
    }

    fn told(&self) -> Searched {
        Searched { words: self.words.clone(), outcome: self.outcome(), article: self.article.clone() }
    }

    /// Whether `words` are the same search, gone on with.
    fn goes_on_as(&self, words: &str, now: DateTime<Utc>) -> bool {
        let typed_on = words.starts_with(&self.words) || self.words.starts_with(words);
        !self.opened && (typed_on || now - self.at < GLANCE)
    }
}

impl Watch {
    /// `found` things were shown for `words`, which are as [`counted`](super::counted) gives them.
    pub fn searched(&mut self, words: &str, found: u32, now: DateTime<Utc>) {
        match self.searches.last_mut() {
            // Back at the same results.
            Some(last) if last.words == words => {
                last.found = found;
                last.at = now;
            }
            Some(last) if last.goes_on_as(words, now) => {
                words.clone_into(&mut last.words);
                last.found = found;
                last.at = now;
            }
            _ => self.searches.push(Search {
                words: words.to_owned(),
                found,
                at: now,
                opened: false,
                article: None,
                ticket: false,
            }),
        }
    }

    /// Something that the last search found was opened: `article`, or something else.
    pub fn opened(&mut self, article: Option<ArticleId>) {
        if let Some(last) = self.searches.last_mut() {
            last.opened = true;
            last.article = article.or(last.article.take());
        }
    }

    /// `words` were the name of a place that somebody wanted to go to. That was no search.
    pub fn went(&mut self, words: &str) {
        self.searches.pop_if(|last| last.words == words && !last.opened);
    }

    /// An article was opened to be read, whatever led there.
    pub fn read(&mut self, article: &ArticleId, now: DateTime<Utc>) {
        if !self.reads.iter().any(|read| read.reading.article == *article) {
            self.reads.push(Read { at: now, reading: Reading { article: article.clone(), ticket: false } });
        }
    }

    /// A ticket was filed. It belongs to the last search, and to every article that was read on the way.
    pub fn filed(&mut self, now: DateTime<Utc>) {
        if let Some(last) = self.searches.last_mut().filter(|last| now - last.at <= AFTER_SEARCHING) {
            last.ticket = true;
        }
        for read in self.reads.iter_mut().filter(|read| now - read.at <= AFTER_READING) {
            read.reading.ticket = true;
        }
    }

    /// Takes out what nothing more can come of.
    pub fn over(&mut self, now: DateTime<Utc>) -> Told {
        let searched = |search: &Search| search.ticket || now - search.at > AFTER_SEARCHING;
        let read = |read: &Read| read.reading.ticket || now - read.at > AFTER_READING;
        let told = Told {
            searches: self.searches.iter().filter(|search| searched(search)).map(Search::told).collect(),
            reads: self.reads.iter().filter(|one| read(one)).map(|one| one.reading.clone()).collect(),
        };
        self.searches.retain(|search| !searched(search));
        self.reads.retain(|one| !read(one));
        told
    }

    /// All there would be to tell if the tab were closed now.
    pub fn left(&self) -> Told {
        Told {
            searches: self.searches.iter().map(Search::told).collect(),
            reads: self.reads.iter().map(|read| read.reading.clone()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SearchOutcome::{Clicked, NoClick, NoResult, Ticket};

    /// What somebody does, and so many seconds after they began.
    enum Does {
        Sees(&'static str, u32),
        Opens(Option<&'static str>),
        Reads(&'static str),
        Files,
    }
    use Does::{Files, Opens, Reads, Sees};

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    fn article(id: &str) -> ArticleId {
        ArticleId::new(id).unwrap()
    }

    fn after(steps: &[(i64, Does)]) -> Watch {
        let mut watch = Watch::default();
        for (seconds, does) in steps {
            match does {
                Sees(words, found) => watch.searched(words, *found, at(*seconds)),
                Opens(id) => watch.opened(id.map(article)),
                Reads(id) => watch.read(&article(id), at(*seconds)),
                Files => watch.filed(at(*seconds)),
            }
        }
        watch
    }

    #[test]
    fn a_search_has_one_outcome() {
        let minutes = 60;
        for (steps, expected) in [
            (vec![(0, Sees("vpn", 3))], vec![("vpn", NoClick)]),
            (vec![(0, Sees("beamer", 0))], vec![("beamer", NoResult)]),
            (vec![(0, Sees("vpn", 3)), (9, Opens(None))], vec![("vpn", Clicked)]),
            // Typing on and taking back is one search.
            (
                vec![(0, Sees("vpn", 3)), (5, Sees("vpn slow", 1)), (9, Sees("vpn", 3))],
                vec![("vpn", NoClick)],
            ),
            (vec![(0, Sees("pri", 4)), (2, Sees("printer", 2))], vec![("printer", NoClick)]),
            // Other words are another search, unless nobody could read what the first ones found.
            (vec![(0, Sees("vpn", 3)), (5, Sees("beamer", 0))], vec![("vpn", NoClick), ("beamer", NoResult)]),
            // Whoever has opened something and types on looks for something else.
            (
                vec![(0, Sees("vpn", 3)), (3, Opens(None)), (60, Sees("vpn slow", 1))],
                vec![("vpn", Clicked), ("vpn slow", NoClick)],
            ),
            // Back at the results it is still the one that was opened.
            (vec![(0, Sees("vpn", 3)), (3, Opens(None)), (60, Sees("vpn", 3))], vec![("vpn", Clicked)]),
            // The ticket weighs more than that something was opened.
            (vec![(0, Sees("vpn", 3)), (3, Opens(None)), (30 * minutes, Files)], vec![("vpn", Ticket)]),
            (vec![(0, Sees("vpn", 0)), (30 * minutes + 1, Files)], vec![("vpn", NoResult)]),
            // It is about what was looked for last.
            (
                vec![(0, Sees("vpn", 3)), (5, Sees("beamer", 0)), (60, Files)],
                vec![("vpn", NoClick), ("beamer", Ticket)],
            ),
            (vec![(0, Files)], vec![]),
        ] {
            let told = after(&steps).left();
            let found: Vec<_> = told.searches.iter().map(|s| (s.words.as_str(), s.outcome)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_name_of_a_place_was_no_search() {
        let mut watch = after(&[(0, Sees("vpn", 3)), (9, Sees("approvals", 2))]);
        watch.went("tickets");
        assert_eq!(watch.left().searches.len(), 2, "other words");
        watch.went("approvals");
        assert_eq!(watch.left(), after(&[(0, Sees("vpn", 3))]).left());
        // What was opened was a search, whatever comes after it.
        let mut watch = after(&[(0, Sees("vpn", 3)), (3, Opens(None))]);
        watch.went("vpn");
        assert_eq!(watch.left().searches.len(), 1);
    }

    #[test]
    fn what_was_typed_over_within_a_glance_was_no_search() {
        let mut watch = after(&[(0, Sees("vpn", 3))]);
        watch.searched("beamer", 0, at(0) + TimeDelta::milliseconds(999));
        assert_eq!(watch.left().searches.len(), 1);
        watch.searched("projector", 0, at(2));
        assert_eq!(watch.left().searches.len(), 2);
    }

    #[test]
    fn a_search_is_told_once_and_not_before_it_is_over() {
        let mut watch = after(&[(0, Sees("vpn", 3)), (5, Opens(Some("vpn-slow"))), (6, Reads("vpn-slow"))]);
        assert!(watch.over(at(30 * 60)).is_empty());
        let told = watch.over(at(30 * 60 + 1));
        assert_eq!(told.searches[0].article, Some(article("vpn-slow")));
        assert!(told.reads.is_empty() && watch.left().searches.is_empty());
        let read = watch.over(at(3_607)).reads;
        assert_eq!(read, [Reading { article: article("vpn-slow"), ticket: false }]);
        assert!(watch.left().is_empty() && watch.over(at(99_999)).is_empty());
    }

    #[test]
    fn a_ticket_ends_the_search_and_the_reading_at_once() {
        let mut watch = after(&[(0, Reads("early")), (50 * 60, Sees("vpn", 3)), (51 * 60, Reads("late"))]);
        watch.filed(at(60 * 60 + 1));
        let told = watch.over(at(60 * 60 + 1));
        assert_eq!(told.searches[0].outcome, Ticket);
        let reads: Vec<_> = told.reads.iter().map(|r| (r.article.as_str(), r.ticket)).collect();
        assert_eq!(reads, [("early", false), ("late", true)], "an hour is over for the first");
    }

    #[test]
    fn an_article_that_is_opened_twice_was_read_once() {
        let watch = after(&[(0, Reads("vpn")), (9, Reads("vpn")), (9, Reads("wifi"))]);
        assert_eq!(watch.left().reads.len(), 2);
    }
}
