//! What was begun and not sent on this device.

use super::page::section;
use crate::{
    draft, format,
    i18n::m,
    lazy::{ChunkError, Lazy, Page},
    routes,
    session::use_session,
};
use chrono::DateTime;
use leptos::prelude::*;

/// The section; absent while there are no drafts, and fetched only where there are some.
pub fn drafts() -> AnyView {
    if !draft::any() {
        return ().into_any();
    }
    let drafts = Lazy::new(|| Box::pin(drafts_chunk()));
    drafts.want();
    (move || drafts.view()).into_any()
}

#[leptos::wasm_split::wasm_split(frame, wasm_split_path = leptos::wasm_split, fallible)]
fn drafts_chunk() -> Result<Page, ChunkError> {
    Ok(list)
}

fn list() -> AnyView {
    let session = use_session();
    let person = Memo::new(move |_| session.person());
    let drafts = move || {
        let drafts = person.with(|p| if p.is_empty() { Vec::new() } else { draft::list(p) });
        let rows: Vec<_> =
            drafts.into_iter().filter_map(|(name, title, saved)| row(&name, title, saved)).collect();
        (!rows.is_empty())
            .then(|| section(m::home::drafts(), None, view! { <ul class="list">{rows}</ul> }.into_any()))
    };
    drafts.into_any()
}

/// A draft is named after what it is for: `request:laptop`, `guide:new-employee`, `report`, `reply:INC-10001`.
fn row(name: &str, title: String, saved: i64) -> Option<AnyView> {
    let (label, href) = match name.split_once(':') {
        Some(("request", item)) => (title, routes::request(item)),
        Some(("guide", guide)) => (title, routes::guide(guide)),
        Some(("reply", ticket)) => (m::home::draft_reply(ticket), routes::ticket(ticket)),
        None if name == "report" => (m::home::draft_report(), routes::report("")),
        _ => return None,
    };
    let saved = DateTime::from_timestamp_millis(saved).map(|at| m::home::draft_saved(&format::when(at)));
    let row = view! {
        <li class="list__row">
            <a class="row__title" href=href>{label}</a>
            <span class="row__tag link--quiet" aria-hidden="true">{m::home::draft_continue()}</span>
            <span class="row__meta">{saved}</span>
        </li>
    };
    Some(row.into_any())
}
