//! How are my things going: open tickets with their next step and time.

use super::page::section;
use crate::{
    api::query,
    i18n::m,
    routes,
    tickets::{due_words, next_words, state_tag},
    ui::Empty,
    view::{Row, Shape::Rows, async_view, rows},
};
use guichet_contract::{
    NoPath,
    endpoints::ListTickets,
    types::{Page, TicketPhase, TicketQuery, TicketSort, TicketSummary},
};
use leptos::prelude::*;

/// As many as fit in one glance.
const SHOWN: u32 = 4;

/// The section.
#[component]
pub fn OpenTickets() -> impl IntoView {
    let tickets = query::<ListTickets>(|| {
        let query = TicketQuery {
            phase: Some(TicketPhase::Open),
            sort: Some(TicketSort::Updated),
            count: Some(true),
            limit: Some(SHOWN),
            ..Default::default()
        };
        Some((NoPath {}, query))
    });
    let all = Signal::derive(move || {
        let total = tickets.with(|page| page.and_then(|p| p.total)).unwrap_or(0);
        if total == 0 {
            m::home::tickets_none()
        } else {
            m::home::tickets_all(u32::try_from(total).unwrap_or(u32::MAX))
        }
    });
    let content = async_view(tickets, Rows(3), list);
    section(m::home::tickets(), Some((all, routes::tickets("", "", ""))), content)
}

fn list(page: &Page<TicketSummary>) -> AnyView {
    if page.items.is_empty() {
        return view! { <Empty title=m::home::tickets_empty_title() text=m::home::tickets_empty()/> }
            .into_any();
    }
    view! { <ul class="list">{rows(page.items.iter().map(row))}</ul> }.into_any()
}

fn row(ticket: &TicketSummary) -> Row {
    let row = view! {
        <li class="list__row">
            <a class="row__title" href=routes::ticket(ticket.id.as_str())>{ticket.title.clone()}</a>
            {state_tag(ticket)}
            <span class="row__meta">{ticket.id.to_string()} " · " {next_words(ticket)}</span>
            <span class="row__aside">{due_words(ticket)}</span>
        </li>
    };
    (ticket.id.to_string(), row.into_any())
}
