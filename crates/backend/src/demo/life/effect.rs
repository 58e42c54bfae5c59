//! What a change of the rules does to a ticket: the same as in the backend's own use cases.

use crate::store::{Pause, Ticket};
use chrono::{DateTime, Utc};
use guichet_rules::ticket::{Action, Change, HoldReason, State};

/// What a change of the rules does to a ticket.
pub(super) fn take_effect(ticket: &mut Ticket, change: &Change, at: DateTime<Utc>) {
    let detail = &mut ticket.detail;
    if change.from == State::OnHold
        && change.to != State::OnHold
        && let Some(pause) = detail.pauses.last_mut().filter(|pause| pause.to.is_none())
    {
        pause.to = Some(at);
    }
    match change.action {
        Action::Approve => {
            detail.approved_at = Some(at);
            ticket.clock_from = Some(at);
        }
        Action::Take | Action::Start => {
            detail.begun_at.get_or_insert(at);
        }
        Action::Reopen => {
            if let Some(stopped) = detail.stopped_at.take() {
                detail.pauses.push(Pause { from: stopped, to: Some(at), reason: None });
            }
            detail.resolution = None;
            detail.ended_at = None;
        }
        _ => {}
    }
    if change.from != change.to {
        match change.to {
            State::OnHold => {
                if let Some(reason) = change.hold_reason.filter(|reason| stands_for(*reason)) {
                    detail.pauses.push(Pause { from: at, to: None, reason: Some(reason) });
                }
            }
            State::Resolved => detail.stopped_at = Some(at),
            State::Closed | State::Cancelled | State::Rejected => {
                detail.stopped_at.get_or_insert(at);
                detail.ended_at = Some(at);
            }
            _ => {}
        }
    }
    detail.reopen_count = change.reopen_count;
    ticket.state = change.to;
    ticket.hold_reason = change.hold_reason;
    ticket.resolved_at = change.resolved_at;
}

/// Whether the resolution clock stands while a ticket waits for this.
fn stands_for(reason: HoldReason) -> bool {
    matches!(reason, HoldReason::Requester | HoldReason::Approval | HoldReason::ThirdParty)
}
