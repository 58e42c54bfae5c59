//! What narrows the list. Everything stands in the URL, so that going back and sending a link work.

use super::filter::Filter;
use crate::{
    address::Words,
    api::{Query, query},
    format,
    i18n::m,
    router::{NavigateOptions, use_navigate},
    tickets::kind_words,
};
use guichet_contract::{
    NoPath,
    endpoints::ListTickets,
    types::{Page, TicketPhase, TicketQuery, TicketScope, TicketSummary},
};
use guichet_rules::ticket::Kind;
use leptos::prelude::*;

/// Search, phases, kind, and for the desk whose.
#[component]
pub fn Filters(
    /// What the URL says.
    filter: Memo<Filter>,
    /// Whether it can be asked for yet.
    ready: Memo<bool>,
    /// Whether the person works on tickets.
    desk: Memo<bool>,
) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let go = move |to: Filter| {
        // A filter is no page of its own: going back leaves the list.
        let options = NavigateOptions { replace: true, scroll: false };
        navigate.with_value(|navigate| navigate(&to.url(), options));
    };
    view! {
        <div class="filters">
            {move || desk.get().then(|| scopes(filter))}
            {search(filter)}
            {phases(filter, ready)}
            {kinds(filter, go)}
        </div>
    }
    .into_any()
}

fn search(filter: Memo<Filter>) -> AnyView {
    let words = Memo::new(move |_| filter.with(|f| f.words.clone()));
    let url = move |words: &str| filter.with_untracked(|f| f.with_words(words).url());
    Words::new(words, url).field(m::ticket_list::search())
}

fn phases(filter: Memo<Filter>, ready: Memo<bool>) -> AnyView {
    let tab = move |phase: TicketPhase, label: String, count: Option<Query<Page<TicketSummary>>>| {
        let count = move || {
            let total = count?.with(|page| page.and_then(|p| p.total))?;
            Some(view! { <span class="count">{format::number(total as f64)}</span> })
        };
        view! {
            <a
                class="tabs__link"
                href=move || filter.with(|f| f.with_phase(phase).url())
                aria-current=move || (filter.with(|f| f.phase) == phase).then_some("page")
            >
                {label}
                {count}
            </a>
        }
    };
    view! {
        <nav class="tabs" aria-label=m::ticket_list::phases()>
            {tab(TicketPhase::Open, m::ticket_list::open(), Some(total(filter, ready, TicketPhase::Open)))}
            {tab(TicketPhase::Waiting, m::ticket_list::waiting(), Some(total(filter, ready, TicketPhase::Waiting)))}
            {tab(TicketPhase::Ended, m::ticket_list::ended(), None)}
        </nav>
    }
    .into_any()
}

/// How many there are in a phase, whatever else the list is narrowed to.
fn total(filter: Memo<Filter>, ready: Memo<bool>, phase: TicketPhase) -> Query<Page<TicketSummary>> {
    query::<ListTickets>(move || {
        ready.get().then(|| {
            let scope = Some(filter.with(|f| f.scope));
            let query = TicketQuery {
                scope,
                phase: Some(phase),
                count: Some(true),
                limit: Some(1),
                ..Default::default()
            };
            (NoPath {}, query)
        })
    })
}

fn kinds(filter: Memo<Filter>, go: impl Fn(Filter) + Copy + 'static) -> AnyView {
    let option = move |kind: Option<Kind>, label: String| {
        view! {
            <option value=kind.map_or("", Kind::as_str) prop:selected=move || filter.with(|f| f.kind) == kind>{label}</option>
        }
    };
    let all = Kind::ALL.iter().map(|kind| option(Some(*kind), kind_words(*kind))).collect_view();
    view! {
        <label class="filters__choice">
            <span>{m::ticket_list::kind()}</span>
            <select
                class="input select"
                on:change=move |ev| {
                    let kind = event_target_value(&ev).parse().ok();
                    go(filter.with_untracked(|f| f.with_kind(kind)));
                }
            >
                {option(None, m::ticket_list::kind_all())}
                {all}
            </select>
        </label>
    }
    .into_any()
}

fn scopes(filter: Memo<Filter>) -> AnyView {
    let chip = move |scope: TicketScope, label: String| {
        view! {
            <li>
                <a
                    class="chip"
                    href=move || filter.with(|f| f.with_scope(scope).url())
                    aria-current=move || (filter.with(|f| f.scope) == scope).then_some("page")
                >
                    {label}
                </a>
            </li>
        }
    };
    view! {
        <nav aria-label=m::ticket_list::scopes()>
            <ul class="chips">
                {chip(TicketScope::Mine, m::ticket_list::mine())}
                {chip(TicketScope::Groups, m::ticket_list::groups())}
                {chip(TicketScope::All, m::ticket_list::all())}
            </ul>
        </nav>
    }
    .into_any()
}
