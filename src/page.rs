//! What every page does when it opens: its title, focus on its heading, and a word to screen readers. Built once, since
//! neither router nor core does it.

use crate::{i18n::m, session::use_session, ui::use_announcer};
use leptos::{html, prelude::*};
use std::sync::atomic::{AtomicBool, Ordering};

/// The first page of a visit keeps the browser's own focus.
static VISITED: AtomicBool = AtomicBool::new(false);

/// The page's heading.
#[component]
pub fn PageTitle(
    /// What it says; also the document's title.
    #[prop(into)]
    text: Signal<String>,
    /// The page has a mistake to correct: the document's title begins with "Error: ".
    #[prop(optional, into)]
    error: Signal<bool>,
    /// A class beside `page__title`.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let session = use_session();
    Effect::new(move || {
        let page = text.get();
        let page = if error.get() { m::shell::title_error(&page) } else { page };
        if let Some(document) = web_sys::window().and_then(|w| w.document()) {
            document.set_title(&m::shell::title(&session.company(), &page));
        }
    });
    let announcer = use_announcer();
    heading.on_load(move |heading| {
        if VISITED.swap(true, Ordering::Relaxed) {
            // A heading that is gone by now needs no focus.
            let _ = heading.focus();
            announcer.say(m::shell::page_loaded(&text.get_untracked()));
        }
    });
    view! { <h1 node_ref=heading class=format!("page__title {class}") tabindex="-1">{move || text.get()}</h1> }.into_any()
}
