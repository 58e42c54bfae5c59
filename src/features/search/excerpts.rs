//! Passages of texts that show why something was found. The device has no texts, so the backend is asked for them once
//! nobody types any more. What goes wrong then is not worth a word: what was found stands there already.

use crate::{api, search::Finding};
use guichet_contract::{
    NoPath,
    endpoints::Search,
    types::{Hit, SearchQuery},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// A pause in typing.
const PAUSE: Duration = Duration::from_millis(250);

/// The passages for what was found.
#[derive(Clone, Copy)]
pub(super) struct Excerpts {
    found: Finding,
    /// What was asked, and the hits that have a passage.
    told: RwSignal<Option<(SearchQuery, Vec<Hit>)>>,
}

/// Follows what is `found`.
pub(super) fn excerpts(found: Finding) -> Excerpts {
    let excerpts = Excerpts { found, told: RwSignal::new(None) };
    let mut ask = debounce(PAUSE, move |query: SearchQuery| {
        if excerpts.is_wanted(&query) {
            spawn_local(excerpts.ask(query));
        }
    });
    Effect::new(move || {
        let Some(query) = found.answers.get() else { return };
        if found.is_local.get_untracked() {
            ask(query);
        } else {
            // What the backend told at once stays when the device answers the same a moment later.
            let hits = found.reply.with_untracked(|reply| reply.as_ref().map(|reply| reply.hits.clone()));
            excerpts.keep(query, hits.unwrap_or_default());
        }
    });
    excerpts
}

impl Excerpts {
    /// Shows `look` the hits that have a passage, as far as they answer what is asked now.
    pub fn with<R>(self, look: impl FnOnce(&[Hit]) -> R) -> R {
        self.told.with(|told| {
            let told = told.as_ref().filter(|(query, _)| self.found.is_current(Some(query)));
            look(told.map(|(_, hits)| hits.as_slice()).unwrap_or_default())
        })
    }

    /// Whether `query` is still what is asked, something was found for it, and somebody can be asked for more.
    fn is_wanted(self, query: &SearchQuery) -> bool {
        let some = self.found.reply.try_with_untracked(|reply| reply.as_ref().map(|reply| reply.hits.len()));
        let is_online = web_sys::window().is_some_and(|window| window.navigator().on_line());
        is_online && self.is_current(query) && some.flatten().is_some_and(|many| many > 0)
    }

    /// Something else may be looked for by now, and the page may be gone.
    fn is_current(self, query: &SearchQuery) -> bool {
        self.found.answers.try_with_untracked(|answers| answers.as_ref() == Some(query)) == Some(true)
    }

    async fn ask(self, query: SearchQuery) {
        let Ok(reply) = api::fetch_once::<Search>(&NoPath {}, &query).await else { return };
        if self.is_current(&query) {
            self.keep(query, reply.hits);
        }
    }

    fn keep(self, query: SearchQuery, mut hits: Vec<Hit>) {
        hits.retain(|hit| hit.excerpt.is_some());
        self.told.try_set(Some((query, hits)));
    }
}
