//! What is waiting for me: approvals, and questions from the desk.

use super::page::section;
use crate::{
    api::query,
    format,
    i18n::m,
    routes,
    ui::{Empty, Tag, Tone},
    view::{Shape::Rows, async_view},
};
use guichet_contract::{
    NoPath,
    endpoints::{ListApprovals, ListTickets},
    types::{ApprovalPhase, ApprovalQuery, ApprovalRequest, Page, TicketPhase, TicketQuery, TicketSummary},
};
use guichet_rules::ticket::State;
use leptos::prelude::*;

/// As many of each as fit in one glance; the rest is one click away.
const SHOWN: u32 = 3;

/// The section.
#[component]
pub fn Waiting() -> impl IntoView {
    let approvals = query::<ListApprovals>(|| {
        let query = ApprovalQuery {
            phase: Some(ApprovalPhase::Open),
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
    let content = async_view(approvals, Rows(2), move |approvals: &Page<ApprovalRequest>| {
        let approvals = approvals.clone();
        async_view(tickets, Rows(1), move |tickets: &Page<TicketSummary>| {
            rows(&approvals.items, &tickets.items)
        })
    });
    section(m::home::waiting(), None, content)
}

fn rows(approvals: &[ApprovalRequest], tickets: &[TicketSummary]) -> AnyView {
    if approvals.is_empty() && tickets.is_empty() {
        return view! { <Empty title=m::home::waiting_empty_title() text=m::home::waiting_empty()/> }
            .into_any();
    }
    let approvals = approvals.iter().map(approval).collect_view();
    let tickets = tickets.iter().map(question).collect_view();
    view! { <ul class="list">{approvals}{tickets}</ul> }.into_any()
}

fn approval(approval: &ApprovalRequest) -> AnyView {
    let price = format::amounts(approval.price.total, approval.price.currency, false);
    let meta = match &approval.cost_centre {
        Some(centre) => format!("{} · {price}, {centre}", approval.ticket),
        None => format!("{} · {price}", approval.ticket),
    };
    let asked = approval.approval.asked_at.map(|at| m::home::asked(&format::when(at)));
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::approval(approval.approval.id.as_str())>
                {m::home::approve(&approval.requested_for.name, &approval.title)}
            </a>
            <Tag tone=Tone::Info>{m::home::approval()}</Tag>
            <span class="row__meta">{meta}</span>
            <span class="row__aside">{asked}</span>
        </li>
    }
    .into_any()
}

fn question(ticket: &TicketSummary) -> AnyView {
    let (tag, aside) = if ticket.state == State::Resolved {
        (m::home::confirm_needed(), None)
    } else {
        (m::home::reply_needed(), Some(m::home::clock_paused()))
    };
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::ticket(ticket.id.as_str())>{ticket.title.clone()}</a>
            <Tag tone=Tone::Warn>{tag}</Tag>
            <span class="row__meta">{ticket.id.to_string()}</span>
            <span class="row__aside">{aside}</span>
        </li>
    }
    .into_any()
}
