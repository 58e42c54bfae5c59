//! Approvals in words.

use super::row::title;
use crate::{
    asked,
    chain::decider,
    format,
    i18n::m,
    ui::{Tag, Tone},
};
use guichet_contract::types::{ApprovalRequest, ApprovalState, OrderApproval, SeenApproval};
use guichet_rules::money::{Amounts, Price};
use leptos::prelude::*;

/// What it costs, all in all.
pub(super) fn price(request: &ApprovalRequest) -> String {
    amount(&request.price)
}

/// A price in one phrase.
pub(super) fn amount(price: &Price) -> String {
    format::amounts(price.total, price.currency, false)
}

/// How many more of the same order wait for this person.
pub(super) fn more_of_order(request: &ApprovalRequest) -> u32 {
    let others = request.order.as_ref().map_or(0, |order| order.others.len());
    u32::try_from(others).unwrap_or(u32::MAX)
}

/// What it costs with some of the others of its order.
pub(super) fn together<'o>(
    request: &ApprovalRequest,
    along: impl IntoIterator<Item = &'o OrderApproval>,
) -> String {
    let along: Vec<Amounts> = along.into_iter().map(|other| other.price.total).collect();
    format::amounts(asked::together(request.price.total, &along), request.price.currency, false)
}

/// How many more of the same order wait for this person, and what all of it costs; nothing where there are none.
pub(super) fn rest_of_order(request: &ApprovalRequest) -> Option<String> {
    let others = request.order.iter().flat_map(|order| &order.others);
    let others: Vec<Amounts> = others.map(|other| other.price.total).collect();
    asked::rest_of_order(request.price.total, &others, request.price.currency)
}

/// The others of the same order that wait for this person, as they were seen.
pub(super) fn others(request: &ApprovalRequest) -> impl Iterator<Item = SeenApproval> {
    let others = request.order.iter().flat_map(|order| &order.others);
    others.map(|other| SeenApproval { approval: other.id.clone(), version: other.version })
}

/// What it is and its number, for whoever reads of several; of an order with how many more there are.
pub(super) fn what(request: &ApprovalRequest) -> String {
    let what = m::approvals::what(request.ticket.as_str(), &title(request));
    match rest_of_order(request) {
        None => what,
        Some(rest) => format!("{what} {rest}"),
    }
}

/// Where it stands, as a tag.
pub(super) fn tag(request: &ApprovalRequest) -> AnyView {
    let reminded = request.approval.reminders > 0;
    let (tone, words) = match request.approval.state {
        ApprovalState::Waiting if request.open && reminded => (Tone::Warn, m::approvals::waiting_reminded()),
        ApprovalState::Waiting if request.open => (Tone::Info, m::approvals::waiting()),
        ApprovalState::Approved => (Tone::Ok, m::approvals::approved()),
        ApprovalState::Rejected => (Tone::Bad, m::approvals::rejected()),
        ApprovalState::NotStarted => (Tone::Neutral, m::approvals::later()),
        ApprovalState::Waiting | ApprovalState::Superseded | ApprovalState::Other => {
            (Tone::Neutral, m::approvals::superseded())
        }
    };
    view! { <Tag tone=tone>{words}</Tag> }.into_any()
}

/// The latest time that it knows of: decided, or asked. While it waits also when the last reminder was.
pub(super) fn since(request: &ApprovalRequest) -> Option<String> {
    let approval = &request.approval;
    let asked = approval.asked_at.map(|at| m::approvals::asked_at(&format::when(at)));
    let reminded = approval.reminded_at.map(|at| m::approvals::reminded_at(&format::when(at)));
    match approval.decided_at {
        Some(at) => Some(m::approvals::decided_at(&format::when(at))),
        None => {
            let parts: Vec<String> = asked.into_iter().chain(reminded).collect();
            (!parts.is_empty()).then(|| parts.join(" · "))
        }
    }
}

/// Whether it waits for a decision.
pub(super) fn is_open(request: &ApprovalRequest) -> bool {
    request.open && request.approval.state == ApprovalState::Waiting
}

/// What somebody did last, in any step: why it is no longer as it was.
pub(super) fn happened(request: &ApprovalRequest) -> Option<String> {
    let all = request.steps.iter().flat_map(|step| &step.approvals);
    let last =
        all.filter(|approval| approval.decided_at.is_some()).max_by_key(|approval| approval.decided_at)?;
    let (name, time) = (&decider(last).name, format::when(last.decided_at?));
    match last.state {
        ApprovalState::Approved => Some(m::approvals::happened_approved(name, &time)),
        ApprovalState::Rejected => Some(m::approvals::happened_refused(name, &time)),
        _ => None,
    }
}
