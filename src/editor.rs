//! What the editors of articles and of forms have in common: a key that saves, and a way on when another text was stored
//! while somebody worked on one.

use crate::{
    i18n::m,
    ui::{Button, Notice, Tone},
};
use leptos::{ev, html, prelude::*};

/// Ctrl or ⌘ with S saves, wherever the focus is.
pub fn on_save(save: impl Fn() + 'static) {
    let listener = window_event_listener(ev::keydown, move |ev| {
        if (ev.ctrl_key() || ev.meta_key()) && !ev.alt_key() && ev.key().eq_ignore_ascii_case("s") {
            ev.prevent_default();
            save();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Another text, which waits for a decision.
pub struct Waiting {
    /// What happened.
    pub title: String,
    /// What there is to know before one decides.
    pub about: AnyView,
    /// On the button that takes the other text.
    pub take: String,
}

/// Which text to go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// What was typed, having seen the other.
    KeepMine,
    /// The other; what was typed is put aside.
    TakeTheirs,
    /// What was put aside.
    BringBack,
}

/// Whoever works on a text decides which to go on with, and loses neither: both ways on while another one waits; the way back
/// while one is `aside`. Work goes on in `area`.
pub fn meanwhile(
    waiting: impl Fn() -> Option<Waiting> + Send + 'static,
    aside: Memo<bool>,
    decide: Callback<Decision>,
    area: NodeRef<html::Textarea>,
) -> AnyView {
    let way = move |words: String, decision: Decision| {
        let press = Callback::new(move |()| {
            decide.run(decision);
            if let Some(area) = area.get_untracked() {
                // It is on the page, so it takes the focus.
                let _ = area.focus();
            }
        });
        view! { <Button small=true on_press=press>{words}</Button> }.into_any()
    };
    let both = move || {
        waiting().map(|Waiting { title, about, take }| {
            view! {
                <Notice title=title tone=Tone::Warn>
                    {about}
                    <div class="cluster">
                        {way(m::drafts::keep_mine(), Decision::KeepMine)} {way(take, Decision::TakeTheirs)}
                    </div>
                </Notice>
            }
        })
    };
    let back = move || {
        aside.get().then(|| {
            view! {
                <Notice title=m::drafts::aside()>
                    <div class="cluster">{way(m::drafts::bring_back(), Decision::BringBack)}</div>
                </Notice>
            }
        })
    };
    view! { {both} {back} }.into_any()
}
