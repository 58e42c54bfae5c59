//! What the device knows by itself, where a list does not come from the backend.

use super::{engine::Engine, find::on_device};
use crate::session::use_session;
use guichet_contract::types::{SearchQuery, SearchReply};
use leptos::{prelude::*, task::spawn_local};

/// What the device knows.
#[derive(Clone, Copy)]
pub struct Browsing {
    /// What was asked, and what there is of it; the last while something else is looked up.
    pub known: RwSignal<Option<(SearchQuery, SearchReply)>>,
    /// Whether it is about to say.
    pub coming: RwSignal<bool>,
}

/// Follows `asked`, which is shown at `place`, one of a few on a page: what fits the words best first, without words everything by
/// title. Nothing while nothing is asked, and where there is no index on the device.
pub fn browse(place: &'static str, asked: Memo<Option<SearchQuery>>) -> Browsing {
    let (engine, session) = (expect_context::<Engine>(), use_session());
    let browsing = Browsing { known: RwSignal::new(None), coming: RwSignal::new(false) };
    let wanted = Memo::new(move |_| asked.with(Option::is_some));
    Effect::new(move || {
        if wanted.get() {
            engine.want();
        }
    });
    let turns = StoredValue::new(0_u32);
    Effect::new(move || {
        engine.renewed.track();
        let person = engine.whose.get().filter(|whose| *whose == session.person());
        let turn = turns.get_value().wrapping_add(1);
        turns.set_value(turn);
        let (Some(query), Some(person)) = (asked.get(), person) else {
            return browsing.take(None);
        };
        browsing.coming.set(true);
        spawn_local(async move {
            let reply = on_device(place, &person, &query).await;
            // Answers may overtake one another, and the place may be gone.
            if turns.try_get_value() == Some(turn) {
                browsing.take(reply.map(|reply| (query, reply)));
            }
        });
    });
    browsing
}

impl Browsing {
    fn take(self, known: Option<(SearchQuery, SearchReply)>) {
        self.known.set(known);
        self.coming.set(false);
    }
}
