//! A line of what may help.

use super::Deflect;
use crate::{
    i18n::m,
    markdown::markdown,
    search::route_of,
    ui::{Tag, Tone},
};
use guichet_contract::types::{Hit, KnownError};
use guichet_rules::ids::ArticleId;
use leptos::{ev, prelude::*};

/// An article. A click opens it over the form, with a key held in a tab of its own, as every link.
pub(super) fn article(hit: &Hit, id: &ArticleId, deflect: Deflect) -> AnyView {
    let reading = id.clone();
    let open = move |ev: ev::MouseEvent| {
        if !(ev.ctrl_key() || ev.meta_key() || ev.shift_key()) {
            ev.prevent_default();
            deflect.reading.set(Some(reading.clone()));
        }
    };
    view! {
        <li class="list__row">
            <a class="row__title" href=route_of(hit) on:click=open>{hit.title.clone()}</a>
            <span class="row__text">{hit.summary.clone()}</span>
            {solved(&hit.title, id, deflect)}
        </li>
    }
    .into_any()
}

/// A known error, with its way round in the same place.
pub(super) fn known_error(error: &KnownError, id: &ArticleId, deflect: Deflect) -> AnyView {
    view! {
        <li class="list__row">
            <span class="row__title">{error.title.clone()}</span>
            <Tag tone=Tone::Warn>{m::learning::known_error()}</Tag>
            <details class="row__actions">
                <summary class="link">{m::learning::workaround()}</summary>
                <div class="prose" on:click=move |ev| deflect.follow(&ev)>{markdown(&error.workaround)}</div>
            </details>
            {solved(&error.title, id, deflect)}
        </li>
    }
    .into_any()
}

/// The button behind a line, which says to screen readers what it is about.
fn solved(title: &str, id: &ArticleId, deflect: Deflect) -> AnyView {
    let (label, id) = (format!("{}: {title}", m::learning::solved()), id.clone());
    view! {
        <span class="row__actions">
            <button
                class="link-button"
                type="button"
                aria-label=label
                on:click=move |_| deflect.solving.press(&id)
            >
                {m::learning::solved()}
            </button>
        </span>
    }
    .into_any()
}
