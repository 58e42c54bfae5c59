//! A part of a form that is a form of its own, since after each key Chromium's autofill reads the whole form that was typed
//! into, on the page's own thread (docs/adr/0028-questions-as-forms.md).

use leptos::{ev, html, prelude::*};

/// A question, or what is asked beside them. Its own button is there for Enter alone, which without one does nothing where
/// there are several fields.
pub(super) fn part(content: impl IntoView + 'static) -> AnyView {
    view! {
        <form class="question" novalidate=true>
            {content.into_any()}
            <button type="submit" hidden=true></button>
        </form>
    }
    .into_any()
}

/// What Enter in any of the parts does: it presses `button`, which knows whether it may be pressed.
pub(super) fn presses(button: NodeRef<html::Button>) -> impl Fn(ev::SubmitEvent) + 'static {
    move |ev| {
        ev.prevent_default();
        if let Some(button) = button.get_untracked() {
            button.click();
        }
    }
}
