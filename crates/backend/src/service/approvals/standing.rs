//! Where the votes on a ticket lead. It reads what it is given and keeps nothing, so that approvals which are made up go
//! the same way as those that people decide.

use crate::store::{Ticket, approvals::Approval};
use guichet_contract::types::ApprovalState;
use guichet_rules::{
    approval::{Decision, Outcome, Progress, StepState, Vote},
    ticket::{Action, State},
};

/// The votes among the approvals of a ticket, in the order in which they were given.
pub(crate) fn votes(ticket: &Ticket, asked: &[Approval]) -> Vec<Vote> {
    let mut decided: Vec<&Approval> = asked.iter().filter(|approval| approval.decided_at.is_some()).collect();
    decided.sort_by_key(|approval| (approval.decided_at, approval.seq));
    decided.into_iter().filter_map(|approval| vote(ticket, approval)).collect()
}

fn vote(ticket: &Ticket, approval: &Approval) -> Option<Vote> {
    let decision = match approval.state {
        ApprovalState::Approved => Decision::Approve,
        ApprovalState::Rejected => Decision::Reject,
        _ => return None,
    };
    let step = ticket.detail.plan.steps.get(usize::try_from(approval.step).ok()?)?;
    Some(Vote {
        step: step.id.clone(),
        person: approval.approver.clone(),
        by: approval.decided_by.clone(),
        decision,
    })
}

/// The state that an approval comes to; nothing where it was decided, or stays as it is.
pub(crate) fn next_state(progress: &Progress, approval: &Approval) -> Option<ApprovalState> {
    let step = progress.steps.get(usize::try_from(approval.step).ok()?)?;
    let state = match step.state {
        StepState::Waiting => ApprovalState::Waiting,
        StepState::NotStarted if progress.overall == Outcome::Waiting => ApprovalState::NotStarted,
        _ => ApprovalState::Superseded,
    };
    (approval.is_open() && approval.state != state).then_some(state)
}

/// What the system does with a ticket once the votes decide it; nothing before, and nothing once it was done.
pub(crate) fn verdict(ticket: &Ticket, progress: &Progress) -> Option<Action> {
    if ticket.state != State::AwaitingApproval {
        return None;
    }
    match progress.overall {
        Outcome::Approved => Some(Action::Approve),
        Outcome::Rejected => Some(Action::Reject),
        Outcome::Waiting | Outcome::Unknown => None,
    }
}
