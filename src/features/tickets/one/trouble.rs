//! What stood in the way of the last action, beside the button that was pressed.

use super::act::Actor;
use crate::{
    i18n::m,
    tickets::{next_words, state_words},
    ui::{Notice, Tone},
};
use leptos::prelude::*;

/// Why it was not done; nothing where it was.
pub(super) fn trouble(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let now = move || {
        let words = |(state, next): (String, String)| m::ticket_page::overtaken_now(&next, &state);
        subject.see(|t| (state_words(t.summary.state), next_words(&t.summary))).map(words)
    };
    let overtaken = move || {
        subject.overtaken.get().then(|| {
            view! {
                <Notice title=m::ticket_page::overtaken_title() tone=Tone::Warn>
                    <p>{now}</p>
                    <p>{m::ticket_page::overtaken_text()}</p>
                </Notice>
            }
        })
    };
    let problem = move || actor.problem.get().map(|words| view! { <p class="field__error">{words}</p> });
    view! { {overtaken} {problem} }.into_any()
}
