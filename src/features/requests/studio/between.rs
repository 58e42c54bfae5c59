//! The text was stored by somebody else while it was worked on: the writer decides which one to go on with.

use super::{desk::Desk, text::Text};
use crate::{
    i18n::m,
    ui::{Button, Notice, Tone},
};
use leptos::prelude::*;

/// Both ways on; after the other text was taken, the way back.
pub(super) fn between(desk: Desk) -> AnyView {
    let decide = move || {
        desk.waiting.get().then(|| {
            view! {
                <Notice title=m::studio::between() tone=Tone::Warn>
                    <p>{m::studio::between_text()}</p>
                    <div class="cluster">
                        {way(desk, m::studio::keep_mine(), Text::keep_mine)}
                        {way(desk, m::studio::take_theirs(), Text::take_theirs)}
                    </div>
                </Notice>
            }
        })
    };
    let aside = Memo::new(move |_| desk.text.with(|text| text.aside.is_some()));
    let back = move || {
        aside.get().then(|| {
            view! {
                <Notice title=m::studio::aside()>
                    <div class="cluster">{way(desk, m::studio::bring_back(), Text::bring_back)}</div>
                </Notice>
            }
        })
    };
    view! { {decide} {back} }.into_any()
}

fn way(desk: Desk, words: String, change: fn(&mut Text)) -> AnyView {
    let press = Callback::new(move |()| desk.decide(change));
    view! { <Button small=true on_press=press>{words}</Button> }.into_any()
}
