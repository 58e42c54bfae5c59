//! What is found for what is asked now: on the device where it can, by the backend otherwise.

use super::{
    device::{Asked, ask},
    engine::Engine,
};
use crate::{
    api::{self, ApiError, Topic},
    i18n,
    online::when_online,
    session::use_session,
};
use guichet_contract::{
    Code, NoPath,
    endpoints::Search,
    types::{SearchQuery, SearchReply},
};
use leptos::{prelude::*, task::spawn_local};

/// How long to wait for the next key before the backend is asked, in milliseconds: a fast typist's pause, below what is
/// felt as waiting. The device is asked at every key.
const PAUSE: i32 = 110;

/// What is found.
#[derive(Clone, Copy)]
pub struct Finding {
    /// What was found last, while something else is looked for too.
    pub reply: RwSignal<Option<SearchReply>>,
    /// What it answers.
    pub answers: RwSignal<Option<SearchQuery>>,
    /// Whether the device gave it, which has no texts to show a passage of.
    pub is_local: RwSignal<bool>,
    /// Why there is no answer.
    pub error: RwSignal<Option<ApiError>>,
    again: RwSignal<u32>,
}

impl Finding {
    /// Asks once more.
    pub fn retry(self) {
        self.again.update(|times| *times = times.wrapping_add(1));
    }

    /// Whether there is an answer to `asked`.
    pub fn is_current(self, asked: Option<&SearchQuery>) -> bool {
        self.answers.with(|answers| answers.as_ref() == asked)
    }
}

/// Follows `asked`, which is shown at `place`, one of a few on a page; `None` asks nothing.
pub fn find(place: &'static str, asked: Memo<Option<SearchQuery>>) -> Finding {
    let (engine, session) = (expect_context::<Engine>(), use_session());
    engine.want();
    let found = Finding {
        reply: RwSignal::new(None),
        answers: RwSignal::new(None),
        is_local: RwSignal::new(false),
        error: RwSignal::new(None),
        again: RwSignal::new(0),
    };
    when_online(Callback::new(move |()| {
        if found.error.with_untracked(Option::is_some) {
            found.retry();
        }
    }));
    let turns = StoredValue::new(0_u32);
    Effect::new(move || {
        engine.renewed.track();
        found.again.track();
        let person = engine.whose.get().filter(|whose| *whose == session.person());
        let turn = turns.get_value().wrapping_add(1);
        turns.set_value(turn);
        let Some(query) = asked.get() else {
            found.reply.set(None);
            found.answers.set(None);
            found.error.set(None);
            return;
        };
        // Answers may overtake one another, and the place may be gone.
        let is_current = move || turns.try_get_value() == Some(turn);
        spawn_local(async move {
            let local = match &person {
                Some(person) => on_device(place, person, &query).await,
                None => None,
            };
            let is_local = local.is_some();
            let outcome = match local {
                Some(reply) => Ok(reply),
                None => {
                    if is_current() {
                        api::sleep(PAUSE).await;
                    }
                    if !is_current() {
                        return;
                    }
                    api::fetch_once::<Search>(&NoPath {}, &query).await
                }
            };
            if is_current() {
                found.is_local.set(is_local);
                found.take(query, outcome);
            }
        });
    });
    found
}

/// What the device of `person` knows. It knows one language: that of the reader.
pub(super) async fn on_device(place: &str, person: &str, query: &SearchQuery) -> Option<SearchReply> {
    let language = query.language.as_deref().unwrap_or_default();
    if !language.is_empty() && language != i18n::language() {
        return None;
    }
    let kind = query.kind.map(|kind| kind.to_string()).unwrap_or_default();
    let asked = Asked {
        person,
        place,
        text: query.q.as_deref().unwrap_or_default(),
        each: query.limit.unwrap_or(5),
        kind: &kind,
        category: query.category.as_ref().map_or("", |category| category.as_str()),
        language,
        service: query.service.as_ref().map_or("", |service| service.as_str()),
    };
    api::read(&ask(&asked).await?)
}

impl Finding {
    fn take(self, query: SearchQuery, outcome: Result<SearchReply, ApiError>) {
        match outcome {
            Ok(reply) => {
                self.error.set(None);
                self.answers.set(Some(query));
                self.reply.set(Some(reply));
            }
            Err(error) => {
                // Whoever shows who is signed in must hear of it.
                if error.code() == Some(Code::NotSignedIn) {
                    api::refresh(&[Topic::Me]);
                }
                self.error.set(Some(error));
            }
        }
    }
}
