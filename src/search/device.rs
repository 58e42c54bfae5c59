//! Keeps the search on the device at work: for whoever is signed in, and up to date.

use super::engine::Engine;
use crate::{
    api::{self, Topic},
    i18n,
    lazy::{ChunkError, Page},
    learning::queue,
    online::when_online,
    session::{Feature, Session, use_session},
};
use leptos::{prelude::*, task::spawn_local};
use serde::Serialize;

/// What `search.js` says of what it has: a copy of an earlier visit.
const KEPT: &str = "kept";
/// What the backend has now.
const NEW: &str = "new";

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
pub(super) fn device_chunk() -> Result<Page, ChunkError> {
    Ok(run)
}

/// Whose search, in which language, from where.
#[derive(Serialize)]
struct Whose<'a> {
    person: &'a str,
    language: &'a str,
    backend: &'a str,
}

/// What a place on a page asks.
#[derive(Serialize)]
pub(super) struct Asked<'a> {
    /// Whose tickets are looked through.
    pub person: &'a str,
    /// Where the answer will stand. What is asked later for the same place takes its turn.
    pub place: &'a str,
    pub text: &'a str,
    pub each: u32,
    pub kind: &'a str,
    pub category: &'a str,
    pub language: &'a str,
    pub service: &'a str,
}

/// The JSON of what is found, or without words of what there is, by title; none where the backend had better be asked.
pub(super) async fn ask(asked: &Asked<'_>) -> Option<String> {
    let input = serde_json::to_string(asked).ok()?;
    let op = if asked.text.is_empty() { "list" } else { "search" };
    api::device(op, &input).await.filter(|answer| !answer.is_empty())
}

fn run() -> AnyView {
    let (engine, session) = (expect_context::<Engine>(), use_session());
    let person = Memo::new(move |_| {
        let offered = session.capabilities().is_some()
            && session.offers(Feature::Search)
            && session.offers(Feature::Index);
        offered.then(|| session.person()).filter(|person| !person.is_empty())
    });
    Effect::new(move || {
        let op = if engine.wanted.get() { "open" } else { "idle" };
        if let Some(person) = person.get() {
            spawn_local(open(engine, op, person));
        }
    });
    send_what_waits(session);
    Effect::new(move |before: Option<()>| {
        api::follow(&[Topic::Tickets, Topic::Content]);
        if before.is_some() && engine.whose.with_untracked(Option::is_some) {
            spawn_local(refresh(engine));
        }
    });
    ().into_any()
}

/// What was said to have helped and could not be sent then goes now, and when there is a connection again.
fn send_what_waits(session: Session) {
    let again = RwSignal::new(0_u32);
    when_online(Callback::new(move |()| again.update(|times| *times = times.wrapping_add(1))));
    let person = Memo::new(move |_| session.person());
    Effect::new(move || {
        again.track();
        let person = person.get();
        if !person.is_empty() {
            let is_there = {
                let person = person.clone();
                move || untrack(|| session.person()) == person
            };
            spawn_local(async move { queue::resend(&person, is_there).await });
        }
    });
}

async fn open(engine: Engine, op: &str, person: String) {
    let whose = Whose { person: &person, language: &i18n::language(), backend: &api::backend() };
    let Ok(input) = serde_json::to_string(&whose) else { return };
    let Some(state) = api::device(op, &input).await.filter(|state| !state.is_empty()) else { return };
    engine.whose.try_set(Some(person));
    if state == KEPT {
        refresh(engine).await;
    }
}

async fn refresh(engine: Engine) {
    match api::device("refresh", "").await.as_deref() {
        Some(NEW) => {
            engine.renewed.try_update(|times| *times = times.wrapping_add(1));
        }
        Some(KEPT) => {}
        // It ended: from here on the backend is asked.
        _ => {
            engine.whose.try_set(None);
        }
    }
}
