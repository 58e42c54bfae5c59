//! One ticket of the list.

use crate::{
    i18n::m,
    routes,
    tickets::{due_words, next_words, state_tag},
};
use guichet_contract::types::TicketSummary;
use leptos::prelude::*;

/// The row, as `me` sees it.
pub(super) fn row(ticket: &TicketSummary, me: &str) -> AnyView {
    let mut meta = vec![ticket.id.to_string()];
    if ticket.requested_for.id.as_str() != me {
        meta.push(m::ticket_list::for_person(&ticket.requested_for.name));
        meta.extend(ticket.priority.as_ref().map(|p| format!("{} {}", p.id, p.label)));
    }
    if !ticket.state.is_terminal() {
        meta.push(next_words(ticket));
    }
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::ticket(ticket.id.as_str())>{ticket.title.clone()}</a>
            {state_tag(ticket)}
            <span class="row__meta">{meta.join(" · ")}</span>
            <span class="row__aside">{due_words(ticket)}</span>
        </li>
    }
    .into_any()
}
