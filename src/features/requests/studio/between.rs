//! The text was stored by somebody else while it was worked on: the writer decides which one to go on with.

use super::desk::Desk;
use crate::{
    editor::{Waiting, meanwhile},
    i18n::m,
};
use leptos::prelude::*;

/// Both ways on; after the other text was taken, the way back.
pub(super) fn between(desk: Desk) -> AnyView {
    let waiting = move || {
        desk.waiting.get().then(|| Waiting {
            title: m::studio::between(),
            about: view! { <p>{m::studio::between_text()}</p> }.into_any(),
            take: m::studio::take_theirs(),
        })
    };
    let aside = Memo::new(move |_| desk.text.with(|text| text.aside.is_some()));
    let decide = Callback::new(move |decision| desk.text.update(|text| text.decide(decision)));
    meanwhile(waiting, aside, decide, desk.area)
}
