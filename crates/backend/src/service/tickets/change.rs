//! What a change of the rules does to a ticket.

use crate::{
    service::clocks,
    store::{Pause, Ticket, entries::Entry},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{AuthorRole, TimelineEvent};
use guichet_rules::{
    ids::PersonId,
    ticket::{Action, Change, Role, State},
};

/// Puts `change` into the ticket: where it stands, and when its clock stood.
pub(crate) fn take_effect(ticket: &mut Ticket, change: &Change, now: DateTime<Utc>) {
    let detail = &mut ticket.detail;
    if change.from == State::OnHold
        && change.to != State::OnHold
        && let Some(pause) = detail.pauses.last_mut().filter(|pause| pause.to.is_none())
    {
        pause.to = Some(now);
    }
    match change.action {
        Action::Approve => {
            detail.approved_at = Some(now);
            // Delivery counts from the last agreement, whoever takes it.
            ticket.clock_from = Some(now);
        }
        Action::Take | Action::Start => {
            detail.begun_at.get_or_insert(now);
        }
        Action::Reopen => {
            // The clock goes on from what had accrued: the time in between is a pause.
            if let Some(stopped) = detail.stopped_at.take() {
                detail.pauses.push(Pause { from: stopped, to: Some(now), reason: None });
            }
            detail.resolution = None;
            detail.ended_at = None;
        }
        _ => {}
    }
    if change.from != change.to {
        match change.to {
            State::OnHold => {
                if let Some(reason) = change.hold_reason.filter(|reason| clocks::stands_for(*reason)) {
                    detail.pauses.push(Pause { from: now, to: None, reason: Some(reason) });
                }
            }
            State::Resolved => detail.stopped_at = Some(now),
            State::Closed | State::Cancelled | State::Rejected => {
                detail.stopped_at.get_or_insert(now);
                detail.ended_at = Some(now);
            }
            _ => {}
        }
    }
    detail.reopen_count = change.reopen_count;
    ticket.state = change.to;
    ticket.hold_reason = change.hold_reason;
    ticket.resolved_at = change.resolved_at;
}

/// As what somebody makes a change.
pub(crate) fn author_role(change: &Change) -> AuthorRole {
    match change.role {
        Role::Agent => AuthorRole::Agent,
        Role::System | Role::Unknown => AuthorRole::System,
        Role::Requester | Role::Watcher => AuthorRole::Requester,
    }
}

/// What the timeline says of a change of state, with what was written about it. Nothing where the state stayed.
pub(crate) fn state_entry(
    change: &Change,
    at: DateTime<Utc>,
    author: Option<&PersonId>,
    body: Option<String>,
) -> Option<Entry> {
    (change.from != change.to).then(|| {
        Entry::new(at, author.cloned(), author_role(change), TimelineEvent::StateChanged)
            .with_body(body)
            .with_change(Some(change.from.to_string()), Some(change.to.to_string()))
    })
}
