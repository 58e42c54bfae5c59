//! The search in a browser: what `js/worker.js` calls, in a Web Worker, so that nobody waits for it while they type.
//!
//! It holds what one person may find, as the backend sends it (`GET /knowledge/index`), and answers with the JSON that
//! `GET /search` answers with, from the same files in the same order, but for passages of texts, which are in no file. A test
//! of the backend compares the two.

mod json;
mod reply;

use guichet_search::{Filters, Query, Scratch, Segments, bundle, version};
use wasm_bindgen::prelude::wasm_bindgen;

/// A bundle of a few words, made by `build.rs`.
const WARM: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/warm.gsib"));

/// Queries that take every way through a search: words as they are, half typed, with an error, and several.
const WAYS: [&str; 4] = ["p", "printers ", "pritner pap", "slow laptop wit"];

/// What one person may find.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    segments: Option<Segments>,
    scratch: Scratch,
}

#[wasm_bindgen]
impl Engine {
    /// One that finds nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Searches a little in a few words of its own. A browser translates a function of a module when it is first called: so
    /// that has happened before somebody types, while what they search in is on its way.
    pub fn warm(&self) {
        let Ok(segments) = Segments::unbundle(WARM, None) else { return };
        let mut scratch = Scratch::default();
        for text in WAYS {
            if let Ok(answer) = segments.search(&Query::of_each(text, 5, Filters::default()), &mut scratch) {
                drop(reply::reply(&answer));
            }
        }
    }

    /// Takes what the backend sent: everything, or what has changed. False where it cannot be used, and then what there was
    /// stays; whoever gets that asks for everything.
    pub fn take(&mut self, bytes: Vec<u8>) -> bool {
        match Segments::unbundle(bytes, self.segments.as_ref()) {
            Ok(segments) => {
                self.segments = Some(segments);
                true
            }
            Err(_) => false,
        }
    }

    /// What there is, for the `since` of the next call; empty where there is nothing.
    pub fn version(&self) -> String {
        self.segments.as_ref().map(version).unwrap_or_default()
    }

    /// All of what there is, to be kept and [taken](Self::take) the next time.
    pub fn bundle(&self) -> Vec<u8> {
        self.segments.as_ref().map(|segments| bundle(segments, "")).unwrap_or_default()
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.segments.as_ref().map_or(0, Segments::len)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What fits `text`, at most `each` of each kind, as the JSON of a `SearchReply`. An empty `kind`, `category`,
    /// `language` or `service` leaves all of them. Nothing where there is nothing to search in.
    pub fn search(
        &mut self,
        text: &str,
        each: usize,
        kind: &str,
        category: &str,
        language: &str,
        service: &str,
    ) -> Option<String> {
        let [kinds, categories, languages, tags] =
            [kind, category, language, service].map(|one| Some(one).filter(|one| !one.is_empty()));
        let filters = Filters {
            kinds: kinds.as_slice(),
            categories: categories.as_slice(),
            languages: languages.as_slice(),
            tags: tags.as_slice(),
        };
        let query = Query::of_each(text, each, filters);
        let answer = self.segments.as_ref()?.search(&query, &mut self.scratch).ok()?;
        Some(reply::reply(&answer))
    }

    /// Everything of `kind` and in `category`, by title, at most `most`, as the JSON of a `SearchReply`. An empty `kind` or
    /// `category` leaves all of them. Nothing where there is nothing to look through.
    pub fn list(&self, kind: &str, category: &str, most: usize) -> Option<String> {
        let [kinds, categories] = [kind, category].map(|one| Some(one).filter(|one| !one.is_empty()));
        let filters =
            Filters { kinds: kinds.as_slice(), categories: categories.as_slice(), ..Filters::default() };
        let answer = self.segments.as_ref()?.list(filters, most).ok()?;
        Some(reply::reply(&answer))
    }
}

#[cfg(test)]
mod tests;
