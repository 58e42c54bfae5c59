//! What may already help, while the title is being typed: who finds an answer needs no ticket.

use super::form::Form;
use crate::{
    api::query,
    i18n::m,
    search::route_of,
    session::{Feature, use_session},
};
use guichet_contract::{
    NoPath,
    endpoints::Search,
    types::{Hit, HitKind, SearchQuery},
};
use leptos::prelude::*;
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(250);
/// Fewer characters say too little to suggest anything.
const LEAST: usize = 4;
/// Few enough to read in passing.
const SHOWN: usize = 3;

/// The suggestions; nothing where there are none.
pub(super) fn suggest(form: Form) -> AnyView {
    let title = Memo::new(move |_| form.report.with(|report| report.title.trim().to_owned()));
    let asked = RwSignal::new(String::new());
    let mut ask = debounce(PAUSE, move |words: String| {
        asked.set(words);
    });
    Effect::new(move || ask(title.get()));
    let session = use_session();
    let offered = move || session.offers(Feature::Search) && session.offers(Feature::Knowledge);
    let found = query::<Search>(move || {
        let words = asked.get();
        let enough = words.chars().count() >= LEAST && offered();
        enough.then_some((NoPath {}, SearchQuery { q: Some(words), limit: Some(SHOWN as u32) }))
    });
    let hits = Memo::new(move |_| {
        if title.with(|title| title.chars().count() < LEAST) {
            return Vec::new();
        }
        found.with(|reply| {
            let hits = reply.map(|reply| reply.hits.as_slice()).unwrap_or_default().iter();
            hits.filter(|hit| hit.kind == HitKind::Article).take(SHOWN).cloned().collect::<Vec<Hit>>()
        })
    });
    let any = Memo::new(move |_| !hits.with(Vec::is_empty));
    let rows = move || hits.with(|hits| hits.iter().map(row).collect_view());
    let aside = move || {
        any.get().then(|| {
            view! {
                <aside class="suggest" aria-label=m::report::suggest()>
                    <h2 class="suggest__title">{m::report::suggest()}</h2>
                    <ul class="list">{rows}</ul>
                </aside>
            }
        })
    };
    view! { {aside} <p class="visually-hidden" role="status">{move || any.get().then(m::report::suggest)}</p> }.into_any()
}

fn row(hit: &Hit) -> AnyView {
    view! {
        <li class="list__row">
            <a class="row__title" href=route_of(hit)>{hit.title.clone()}</a>
            <span class="row__text">{hit.summary.clone()}</span>
        </li>
    }
    .into_any()
}
