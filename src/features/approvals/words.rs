//! Approvals in words.

use crate::{
    format,
    i18n::m,
    ui::{Tag, Tone},
};
use guichet_contract::types::{ApprovalRequest, ApprovalState};
use guichet_rules::money::Price;
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

/// Where it stands, as a tag.
pub(super) fn tag(request: &ApprovalRequest) -> AnyView {
    let (tone, words) = match request.approval.state {
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

/// The latest time that it knows of: decided, or asked.
pub(super) fn since(request: &ApprovalRequest) -> Option<String> {
    let approval = &request.approval;
    match (approval.decided_at, approval.asked_at) {
        (Some(at), _) => Some(m::approvals::decided_at(&format::when(at))),
        (None, Some(at)) => Some(m::approvals::asked_at(&format::when(at))),
        (None, None) => None,
    }
}

/// Whether it waits for a decision.
pub(super) fn is_open(request: &ApprovalRequest) -> bool {
    request.open && request.approval.state == ApprovalState::Waiting
}
