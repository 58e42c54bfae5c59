//! A ticket in words: its state as a tag, whose turn it is, when it is due. Home and the ticket pages say the same.

use crate::{
    format,
    i18n::m,
    session::use_session,
    ui::{Tag, Tone},
};
use guichet_contract::types::{ClockState, TicketSummary};
use guichet_rules::ticket::{Kind, NextStep, State};
use leptos::prelude::*;

/// The name of a state.
pub fn state_words(state: State) -> String {
    match state {
        State::New => m::ticket::new(),
        State::AwaitingApproval => m::ticket::awaiting_approval(),
        State::InProgress => m::ticket::in_progress(),
        State::OnHold => m::ticket::on_hold(),
        State::Resolved => m::ticket::resolved(),
        State::Closed => m::ticket::closed(),
        State::Cancelled => m::ticket::cancelled(),
        State::Rejected => m::ticket::rejected(),
        State::Unknown => m::ticket::unknown(),
    }
}

/// Whether it is the reader's turn where it is the requester's. The desk reads the same tickets.
fn is_mine(ticket: &TicketSummary) -> bool {
    let me = use_session().person();
    [&ticket.requested_for, &ticket.opened_by].iter().any(|person| person.id.as_str() == me)
}

/// The one word that matters most: late and at risk before the state itself.
pub fn state_tag(ticket: &TicketSummary) -> AnyView {
    let working = matches!(ticket.state, State::New | State::InProgress);
    let (tone, words) = match (ticket.state, ticket.clock) {
        (_, ClockState::Breached) if working => (Tone::Bad, m::ticket::overdue()),
        (_, ClockState::AtRisk) if working => (Tone::Warn, m::ticket::at_risk()),
        (State::InProgress, _) => (Tone::Ok, state_words(ticket.state)),
        (State::OnHold, _) if ticket.next_step == NextStep::RequesterAnswer && is_mine(ticket) => {
            (Tone::Warn, m::ticket::reply_needed())
        }
        (State::New, _) => (Tone::Info, state_words(ticket.state)),
        (State::Resolved, _) => (Tone::Ok, state_words(ticket.state)),
        (State::Rejected, _) => (Tone::Bad, state_words(ticket.state)),
        _ => (Tone::Neutral, state_words(ticket.state)),
    };
    view! { <Tag tone=tone>{words}</Tag> }.into_any()
}

/// Whose turn it is.
pub fn next_words(ticket: &TicketSummary) -> String {
    let who = ticket.next_who.as_deref().unwrap_or_default();
    match ticket.next_step {
        NextStep::Approval if who.is_empty() => m::ticket::next_approval(),
        NextStep::Approval => m::ticket::next_approval_by(who),
        NextStep::Assignment if who.is_empty() => m::ticket::next_assignment(),
        NextStep::Assignment => m::ticket::next_assignment_in(who),
        NextStep::Work if who.is_empty() => m::ticket::next_work(),
        NextStep::Work => m::ticket::next_work_by(who),
        NextStep::RequesterAnswer if is_mine(ticket) => m::ticket::next_answer(),
        NextStep::RequesterAnswer => m::ticket::next_answer_of(&ticket.requested_for.name),
        NextStep::ThirdParty => m::ticket::next_third_party(),
        NextStep::Change => m::ticket::next_change(),
        NextStep::Problem => m::ticket::next_problem(),
        NextStep::Confirmation if is_mine(ticket) => m::ticket::next_confirmation(),
        NextStep::Confirmation => m::ticket::next_confirmation_of(&ticket.requested_for.name),
        NextStep::Nothing | NextStep::Unknown => state_words(ticket.state),
    }
}

/// When it is due, or why there is no such time.
pub fn due_words(ticket: &TicketSummary) -> String {
    match (ticket.state, ticket.due) {
        (State::AwaitingApproval, _) => m::ticket::starts_when_approved(),
        (State::Resolved | State::Closed | State::Cancelled | State::Rejected, _) => {
            format::when(ticket.updated_at)
        }
        (State::OnHold, None) => m::ticket::clock_paused(),
        (_, Some(due)) => m::common::by(&format::when(due)),
        (_, None) => String::new(),
    }
}

/// What a kind of ticket is called.
pub fn kind_words(kind: Kind) -> String {
    match kind {
        Kind::Incident => m::ticket::incident(),
        Kind::Request => m::ticket::request(),
        Kind::Question => m::ticket::question(),
        Kind::Unknown => m::ticket::unknown(),
    }
}
