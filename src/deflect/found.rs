//! What is suggested: on the device where it can be looked for there, and so without a connection too.

use super::Form;
use crate::{
    api::query,
    search::find,
    session::{Feature, use_session},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::ListKnownErrors,
    types::{Hit, HitKind, KnownError, SearchQuery},
};
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(250);
/// Fewer characters say too little to suggest anything.
const LEAST: usize = 4;
/// More words than the search looks at say nothing more.
const WORDS: usize = 12;
/// Few enough to read in passing.
const SHOWN: usize = 3;

/// Something that may help.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Suggested {
    /// A known error, and the article that led to it.
    Error(KnownError, ArticleId),
    /// An article.
    Article(Hit, ArticleId),
}

/// What fits the words of the form.
pub(super) fn found(form: Form) -> Memo<Vec<Suggested>> {
    let session = use_session();
    let offered = move || session.offers(Feature::Search) && session.offers(Feature::Knowledge);
    let words = Memo::new(move |_| form.words.with(|words| looked_for(words)));
    let asked = RwSignal::new(String::new());
    let mut ask = debounce(PAUSE, move |words: String| {
        asked.set(words);
    });
    Effect::new(move || ask(words.get()));
    let sought = Memo::new(move |_| {
        let words = asked.get();
        (!words.is_empty() && offered()).then(|| SearchQuery {
            q: Some(words),
            kind: Some(HitKind::Article),
            service: form.service.get_value(),
            limit: Some(SHOWN as u32),
            ..SearchQuery::default()
        })
    });
    let reply = find("form", sought).reply;
    // A backend that has none does not have this list either.
    let errors = query::<ListKnownErrors>(move || {
        let wanted = sought.with(Option::is_some) && session.offers(Feature::Learning);
        wanted.then_some((NoPath {}, NoQuery {}))
    });
    Memo::new(move |_| {
        if words.with(String::is_empty) {
            return Vec::new();
        }
        reply.with(|reply| {
            let hits = reply.as_ref().map(|reply| reply.hits.as_slice()).unwrap_or_default();
            errors.with(|errors| suggested(hits, errors.map(Vec::as_slice).unwrap_or_default()))
        })
    })
}

/// The words that are looked for; none where there are too few of them.
fn looked_for(typed: &str) -> String {
    let words = typed.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ");
    if words.chars().count() < LEAST { String::new() } else { words }
}

/// At most so many, a known error of one of the articles first.
fn suggested(hits: &[Hit], errors: &[KnownError]) -> Vec<Suggested> {
    let articles = hits.iter().filter(|hit| hit.kind == HitKind::Article);
    let articles: Vec<(&Hit, ArticleId)> =
        articles.filter_map(|hit| Some((hit, ArticleId::new(hit.id.as_str()).ok()?))).take(SHOWN).collect();
    let led = |error: &KnownError| {
        let by = articles.iter().find(|(_, id)| error.articles.contains(id))?;
        Some(Suggested::Error(error.clone(), by.1.clone()))
    };
    let first = errors.iter().find_map(led);
    let rest = articles.iter().map(|(hit, id)| Suggested::Article((*hit).clone(), id.clone()));
    first.into_iter().chain(rest).take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(id: &str) -> Hit {
        Hit {
            kind: HitKind::Article,
            id: id.to_owned(),
            title: id.to_owned(),
            summary: String::new(),
            category: None,
            language: None,
            heading: None,
            title_marks: Vec::new(),
            summary_marks: Vec::new(),
            excerpt: None,
            excerpt_marks: Vec::new(),
        }
    }

    fn error(articles: &[&str]) -> KnownError {
        serde_json::from_value(serde_json::json!({
            "id": "p", "title": "P", "workaround": "W", "services": [], "since": "2026-11-09", "articles": articles,
        }))
        .unwrap_or_else(|error| panic!("{error}"))
    }

    fn names(suggested: &[Suggested]) -> Vec<String> {
        let name = |one: &Suggested| match one {
            Suggested::Error(error, by) => format!("{}!{by}", error.id),
            Suggested::Article(_, id) => id.to_string(),
        };
        suggested.iter().map(name).collect()
    }

    #[test]
    fn a_known_error_of_what_was_found_comes_first_and_three_are_enough() {
        let hits = [hit("a"), hit("b"), hit("c"), hit("d")];
        assert_eq!(names(&suggested(&hits, &[error(&["x"]), error(&["b", "c"])])), ["p!b", "a", "b"]);
        assert_eq!(names(&suggested(&hits, &[])), ["a", "b", "c"]);
        assert!(suggested(&[], &[error(&["a"])]).is_empty(), "an error alone fits nothing that was typed");
        let tickets = [Hit { kind: HitKind::Ticket, ..hit("INC-1") }];
        assert!(suggested(&tickets, &[]).is_empty());
    }

    #[test]
    fn a_letter_or_two_are_not_looked_for_and_a_story_not_to_its_end() {
        assert_eq!((looked_for(" vpn "), looked_for("vpn slow")), (String::new(), "vpn slow".to_owned()));
        assert_eq!(looked_for(&"word ".repeat(40)).split(' ').count(), WORDS);
    }
}
