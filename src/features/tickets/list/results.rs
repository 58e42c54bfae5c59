//! What was found.

use super::{empty::empty, filter::Filter, row::row};
use crate::{
    api::{Query, fetch_once, query},
    format,
    i18n::m,
    session::use_session,
    ui::{Button, Notice, Skeleton, SkeletonKind, Tone},
    view::{More, Part, failed, rows},
};
use guichet_contract::{
    NoPath,
    endpoints::ListTickets,
    types::{Page, TicketSummary},
};
use leptos::prelude::*;

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Loading,
    Failed,
    Empty,
    Full,
}

/// The list with all that it needs.
#[component]
pub fn Results(
    /// What the URL says.
    filter: Memo<Filter>,
    /// Whether it can be asked for yet.
    ready: Memo<bool>,
) -> impl IntoView {
    let first = query::<ListTickets>(move || {
        ready.get().then(|| (NoPath {}, filter.with(|filter| filter.query(None))))
    });
    let list = Memo::new(move |_| filter.with(Filter::url));
    let more = More::new(first, list, |ticket| ticket.id.to_string(), move |cursor| part(filter, cursor));
    let shape = Memo::new(move |_| shape(first, more));
    let count = move || match (shape.get(), more.is_current(), total(first)) {
        (Shape::Empty | Shape::Full, true, Some(total)) => {
            m::ticket_list::count(u32::try_from(total).unwrap_or(u32::MAX))
        }
        _ => String::new(),
    };
    view! {
        <p class="filters__result" role="status">{count}</p>
        {move || match shape.get() {
            Shape::Loading => view! { <Skeleton kind=SkeletonKind::Rows count=6/> }.into_any(),
            Shape::Failed => failed(first),
            Shape::Empty => (move || filter.with(empty)).into_any(),
            Shape::Full => full(first, more),
        }}
    }
    .into_any()
}

/// What comes behind a cursor.
fn part(filter: Memo<Filter>, cursor: String) -> Part<TicketSummary> {
    let query = filter.with_untracked(|filter| filter.query(Some(cursor)));
    Box::pin(async move { fetch_once::<ListTickets>(&NoPath {}, &query).await })
}

/// How many there are in all.
fn total(first: Query<Page<TicketSummary>>) -> Option<u64> {
    first.with(|page| page.and_then(|page| page.total))
}

fn shape(first: Query<Page<TicketSummary>>, more: More<TicketSummary>) -> Shape {
    let count = first.with(|page| page.map(|page| page.items.len()));
    match (count, first.error().is_some(), more.is_current()) {
        (None, true, _) | (Some(_), true, false) => Shape::Failed,
        // That another view was empty says nothing about this one.
        (None, false, _) | (Some(0), false, false) => Shape::Loading,
        (Some(0), _, true) => Shape::Empty,
        (Some(_), _, _) => Shape::Full,
    }
}

fn full(first: Query<Page<TicketSummary>>, more: More<TicketSummary>) -> AnyView {
    let session = use_session();
    let list = move || {
        let me = session.person();
        rows(more.items().iter().map(|ticket| (ticket.id.to_string(), row(ticket, &me))))
    };
    let shown = Signal::derive(move || {
        let shown = format::number(more.items().len() as f64);
        let words = |total: u64| m::ticket_list::shown(&shown, &format::number(total as f64));
        total(first).map(words).unwrap_or_default()
    });
    let outdated = move || {
        first.error().map(|error| {
            view! {
                <Notice title=m::ticket_list::outdated() tone=Tone::Warn>
                    <p>{error.words()}</p>
                    <Button small=true on_press=Callback::new(move |()| first.retry())>{m::common::retry()}</Button>
                </Notice>
            }
        })
    };
    view! {
        <div class="stack">
            {outdated}
            <ul class="list" aria-busy=move || first.loading().then_some("true")>{list}</ul>
        </div>
        {more.end(shown)}
    }
    .into_any()
}
