//! What is waiting for me: approvals, and questions from the desk.

use super::page::section;
use crate::{
    api::{query, query_part},
    asked::{rest_of_order, titled},
    format,
    i18n::m,
    routes,
    ui::{Empty, Tag, Tone},
    view::{Row, Shape::Rows, async_view, rows, when_loaded},
};
use guichet_contract::{
    NoPath,
    endpoints::{ListApprovals, ListTickets},
    types::{
        ApprovalPhase, ApprovalQuery, ApprovalState, Instant, Page, TicketPhase, TicketQuery, TicketSummary,
        instant,
    },
};
use guichet_rules::{
    ids::{ApprovalId, TicketId},
    money::{Amounts, Currency},
    ticket::State,
};
use leptos::prelude::*;
use serde::Deserialize;

/// As many of each as fit in one glance; the rest is one click away.
const SHOWN: u32 = 3;

/// What home shows of an approval.
#[derive(Clone, Deserialize)]
struct Asked {
    id: ApprovalId,
    #[serde(default, deserialize_with = "instant::read_some")]
    asked_at: Option<Instant>,
    ticket: TicketId,
    title: String,
    requested_for: Named,
    quantity: u32,
    price: Total,
    cost_centre: Option<String>,
    order: Option<Order>,
}

#[derive(Clone, Deserialize)]
struct Named {
    name: String,
}

#[derive(Clone, Deserialize)]
struct Total {
    currency: Currency,
    total: Amounts,
}

/// What is decided along.
#[derive(Clone, Deserialize)]
struct Order {
    others: Vec<Other>,
}

#[derive(Clone, Deserialize)]
struct Other {
    price: Total,
}

/// The section.
#[component]
pub fn Waiting() -> impl IntoView {
    let approvals = query_part::<ListApprovals, Page<Asked>>(|| {
        let query = ApprovalQuery {
            phase: Some(ApprovalPhase::Open),
            // For backends that do not know phases yet.
            state: Some(ApprovalState::Waiting),
            limit: Some(SHOWN),
            ..ApprovalQuery::default()
        };
        Some((NoPath {}, query))
    });
    let tickets = query::<ListTickets>(|| {
        let query =
            TicketQuery { phase: Some(TicketPhase::Waiting), limit: Some(SHOWN), ..Default::default() };
        Some((NoPath {}, query))
    });
    let content = when_loaded(approvals, Rows(2), move |approvals: Signal<Page<Asked>>| {
        async_view(tickets, Rows(1), move |tickets: &Page<TicketSummary>| {
            list(&approvals.get().items, &tickets.items)
        })
    });
    section(m::home::waiting(), None, content)
}

fn list(approvals: &[Asked], tickets: &[TicketSummary]) -> AnyView {
    if approvals.is_empty() && tickets.is_empty() {
        return view! { <Empty title=m::home::waiting_empty_title() text=m::home::waiting_empty()/> }
            .into_any();
    }
    let rows = rows(approvals.iter().map(approval).chain(tickets.iter().map(question)));
    view! { <ul class="list">{rows}</ul> }.into_any()
}

fn approval(approval: &Asked) -> Row {
    let Total { currency, total } = approval.price;
    let mut meta = format!("{} · {}", approval.ticket, format::amounts(total, currency, false));
    if let Some(centre) = &approval.cost_centre {
        meta = format!("{meta}, {centre}");
    }
    let others = approval.order.iter().flat_map(|order| &order.others);
    let others: Vec<Amounts> = others.map(|other| other.price.total).collect();
    if let Some(rest) = rest_of_order(total, &others, currency) {
        meta = format!("{meta} · {rest}");
    }
    let asked = approval.asked_at.map(|at| m::home::asked(&format::when(at)));
    let row = view! {
        <li class="list__row">
            <a class="row__title" href=routes::approval(approval.id.as_str())>
                {m::home::approve(&approval.requested_for.name, &titled(&approval.title, approval.quantity))}
            </a>
            <Tag tone=Tone::Info>{m::home::approval()}</Tag>
            <span class="row__meta">{meta}</span>
            <span class="row__aside">{asked}</span>
        </li>
    };
    (approval.id.to_string(), row.into_any())
}

fn question(ticket: &TicketSummary) -> Row {
    let (tag, aside) = if ticket.state == State::Resolved {
        (m::home::confirm_needed(), None)
    } else {
        (m::home::reply_needed(), Some(m::home::clock_paused()))
    };
    let row = view! {
        <li class="list__row">
            <a class="row__title" href=routes::ticket(ticket.id.as_str())>{ticket.title.clone()}</a>
            <Tag tone=Tone::Warn>{tag}</Tag>
            <span class="row__meta">{ticket.id.to_string()}</span>
            <span class="row__aside">{aside}</span>
        </li>
    };
    (ticket.id.to_string(), row.into_any())
}
