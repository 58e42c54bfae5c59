//! Why the request was not sent, beside the button that tries again.

use super::{asking::Asking, submit::Failure};
use crate::{
    i18n::m,
    router::use_location,
    routes,
    ui::{Notice, Tone},
};
use leptos::prelude::*;

/// What went wrong last; announced when it appears. Everything that was typed is still there.
pub(super) fn failure(asking: Asking) -> AnyView {
    let location = use_location();
    let notice = move || {
        asking.failure.get().map(|failure| {
            // Back to this very step.
            let (path, query) = (location.pathname.get_untracked(), location.search.get_untracked());
            let here = if query.is_empty() { path } else { format!("{path}?{query}") };
            not_sent(&failure, &here)
        })
    };
    view! { <div role="alert">{notice}</div> }.into_any()
}

/// Why something was not sent from the page `here`, and what to do.
pub(super) fn not_sent(failure: &Failure, here: &str) -> AnyView {
    let sign_in = failure
        .signed_out
        .then(|| view! { <p><a class="link" href=routes::sign_in(here)>{m::requests::sign_in()}</a></p> });
    let tickets = failure.sent_before.then(
        || view! { <p><a class="link" href=routes::tickets("", "", "")>{m::requests::see_tickets()}</a></p> },
    );
    let words = failure.words.clone();
    view! {
        <Notice title=m::requests::not_sent() tone=Tone::Bad>
            <p>{words}</p>
            {sign_in}
            {tickets}
        </Notice>
    }
    .into_any()
}
