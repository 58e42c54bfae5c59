//! Tells those who look after the answers what came of searches and reading, without a name and as little as it can:
//! `guichet_rules::learning` says what counts and when a search is over. Nothing leaves before that, or before the page goes
//! away; `search.js` sends it then.

pub mod queue;

use crate::{
    api, format, i18n, prefs,
    routes::{self, Place},
    session::{Feature, Session},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{LearningInput, ReadTold, SearchTold};
use guichet_rules::{
    ids::ArticleId,
    learning::{Told, Watch, counted},
};
use leptos::{prelude::untrack, task::spawn_local};
use serde::Serialize;
use std::cell::RefCell;

thread_local! {
    static WATCH: RefCell<Watch> = RefCell::default();
}

/// Whether it may be counted: somebody is there who has not forbidden it, and a backend that counts.
fn may(session: Session) -> bool {
    prefs::counts()
        && untrack(|| {
            // Only once it is known: nothing is counted on a guess.
            session.capabilities().is_some()
                && session.offers(Feature::Learning)
                && !session.person().is_empty()
        })
}

/// `found` things are shown for `words`.
pub fn searched(session: Session, words: &str, found: usize) {
    if let Some(words) = counted(words).filter(|_| may(session)) {
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        note(|watch, now| watch.searched(&words, found, now));
    }
}

/// What is at `href` was opened from what the last search found.
pub fn opened(href: &str) {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let article = match routes::place(path) {
        (Place::Answer, Some((_, id))) => ArticleId::new(id).ok(),
        _ => None,
    };
    note(|watch, _| watch.opened(article));
}

/// `words` were the name of a place to go to, and no search.
pub fn went(words: &str) {
    if let Some(words) = counted(words) {
        note(|watch, _| watch.went(&words));
    }
}

/// An article is being read.
pub fn read(session: Session, article: &ArticleId) {
    if may(session) {
        note(|watch, now| watch.read(article, now));
    }
}

/// A ticket was filed. Where nothing was watched, nothing comes of it.
pub fn filed() {
    note(|watch, now| watch.filed(now));
}

/// Forgets what was not told yet: the person does not want it.
pub fn forget() {
    WATCH.with_borrow_mut(|watch| *watch = Watch::default());
    spawn_local(async {
        let _ = api::device("leave", "").await;
    });
}

fn note(change: impl FnOnce(&mut Watch, DateTime<Utc>)) {
    let now = format::now();
    let (over, left) = WATCH.with_borrow_mut(|watch| {
        let before = watch.left();
        change(watch, now);
        let over = watch.over(now);
        let left = watch.left();
        (over, Some(left).filter(|left| *left != before))
    });
    let over = (!over.is_empty()).then(|| written(over));
    let left = left.map(|left| if left.is_empty() { String::new() } else { written(left) });
    if over.is_none() && left.is_none() {
        return;
    }
    spawn_local(async move {
        // First what is no longer to be told at the end, then what is told now: it is told once.
        if let Some(left) = left {
            let _ = api::device("leave", &left).await;
        }
        if let Some(over) = over {
            // What does not arrive is not worth another try: others search too.
            let _ = api::device("tell", &over).await;
        }
    });
}

/// What `search.js` sends, and where to.
#[derive(Serialize)]
struct Telling<'a> {
    backend: &'a str,
    language: &'a str,
    body: &'a str,
}

fn written(told: Told) -> String {
    let language = i18n::language();
    let searches = told.searches.into_iter().map(|search| SearchTold {
        words: search.words,
        language: language.clone(),
        outcome: search.outcome,
        article: search.article,
    });
    let reads = told.reads.into_iter().map(|read| ReadTold { article: read.article, ticket: read.ticket });
    let input = LearningInput { searches: searches.collect(), reads: reads.collect() };
    // Plain values always become JSON.
    let body = serde_json::to_string(&input).unwrap_or_default();
    let telling = Telling { backend: &api::backend(), language: &language, body: &body };
    serde_json::to_string(&telling).unwrap_or_default()
}
