//! What was found.

use super::{empty::empty, filter::Filter, more::More, row::row};
use crate::{
    api::{Query, query},
    format,
    i18n::m,
    session::use_session,
    ui::{Button, Notice, Skeleton, SkeletonKind, Tone},
    view::{failed, rows},
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
    let more = More::new(filter, first);
    let shape = Memo::new(move |_| shape(first, more));
    let count = move || match (shape.get(), more.is_current(), more.total()) {
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

fn shape(first: Query<Page<TicketSummary>>, more: More) -> Shape {
    let count = first.with(|page| page.map(|page| page.items.len()));
    match (count, first.error().is_some(), more.is_current()) {
        (None, true, _) | (Some(_), true, false) => Shape::Failed,
        // That another view was empty says nothing about this one.
        (None, false, _) | (Some(0), false, false) => Shape::Loading,
        (Some(0), _, true) => Shape::Empty,
        (Some(_), _, _) => Shape::Full,
    }
}

fn full(first: Query<Page<TicketSummary>>, more: More) -> AnyView {
    let session = use_session();
    let list = move || {
        let me = session.person();
        rows(more.tickets().iter().map(|ticket| (ticket.id.to_string(), row(ticket, &me))))
    };
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
        {ending(more)}
    }
    .into_any()
}

/// The end of what is shown, and how to see more.
fn ending(more: More) -> AnyView {
    let there = Memo::new(move |_| more.has_next());
    let busy = Signal::derive(move || more.busy());
    let shown = move || {
        let shown = format::number(more.tickets().len() as f64);
        more.total().map(|total| m::ticket_list::shown(&shown, &format::number(total as f64)))
    };
    let button = move || {
        there.get().then(|| {
            view! {
                <p class="more">
                    <Button busy=busy on_press=Callback::new(move |()| more.ask())>{m::common::more()}</Button>
                    <span class="muted">{shown}</span>
                </p>
            }
        })
    };
    let error =
        move || more.error().map(|error| view! { <p class="field__error" role="alert">{error.words()}</p> });
    view! { {button} {error} }.into_any()
}
