//! Who is asked next, and what follows once everyone has answered.

use crate::{
    hex,
    service::{Ctx, Failure, Write, tickets},
    store::{
        self, Ticket,
        approvals::{self, Approval},
        entries::Entry,
    },
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent, Topic};
use guichet_rules::{
    approval::{self, Decision, Outcome, StepState, Vote},
    ids::ApprovalId,
    ticket::{Action, Input, Role, State, apply},
};
use std::collections::BTreeSet;

/// The votes among the approvals of a ticket, in the order in which they were given.
pub(super) fn votes(ticket: &Ticket, asked: &[Approval]) -> Vec<Vote> {
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
    Some(Vote { step: step.id.clone(), person: approval.approver.clone(), decision })
}

/// Keeps one approval for everyone in the plan of a new ticket. Nobody is asked yet.
pub(in crate::service) async fn add(write: &mut Write, ticket: &Ticket) -> Result<(), Failure> {
    for (step, planned) in (0..).zip(&ticket.detail.plan.steps) {
        for approver in &planned.approvers {
            // The error type of the random source is no std error.
            let id = hex::random::<8>().map_err(|error| Failure::internal(error.to_string()))?;
            let approval = Approval {
                seq: 0,
                id: ApprovalId::new(format!("a{id}")).map_err(Failure::internal)?,
                ticket: ticket.seq,
                step,
                approver: approver.person.clone(),
                instead_of: approver.instead_of.clone(),
                state: ApprovalState::NotStarted,
                asked_at: None,
                decided_at: None,
                comment: None,
                version: 1,
            };
            approvals::add(write.conn()?, &approval).await?;
        }
    }
    Ok(())
}

/// Brings the approvals and the ticket to where the votes lead. True where the ticket changed, which is then stored.
pub(in crate::service) async fn advance(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
) -> Result<bool, Failure> {
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    let progress = approval::progress(&ticket.detail.plan, &votes(ticket, &asked));
    if let Some(step) = progress.current.and_then(|current| ticket.detail.plan.steps.get(current))
        && let Some(problem) = &step.problem
    {
        tracing::warn!(ticket = %ticket.id, step = %step.id, %problem, "an approval cannot be decided");
    }
    for approval in asked {
        let step = usize::try_from(approval.step).ok().and_then(|step| progress.steps.get(step));
        let Some(step) = step else { continue };
        let open = matches!(approval.state, ApprovalState::NotStarted | ApprovalState::Waiting);
        let state = match step.state {
            StepState::Waiting => ApprovalState::Waiting,
            StepState::NotStarted if progress.overall == Outcome::Waiting => ApprovalState::NotStarted,
            _ => ApprovalState::Superseded,
        };
        if open && approval.state != state {
            put(ctx, write, ticket, approval, state).await?;
        }
    }
    let action = match progress.overall {
        Outcome::Approved => Action::Approve,
        Outcome::Rejected => Action::Reject,
        Outcome::Waiting | Outcome::Unknown => return Ok(false),
    };
    if ticket.state != State::AwaitingApproval {
        return Ok(false);
    }
    let change = apply(&ticket.facts(None), action, &Input::default(), &[Role::System], ctx.now)?;
    tickets::take_effect(ticket, &change, ctx.now);
    tickets::log_state(ctx, write, ticket, &change, None, None).await?;
    tickets::save(ctx, write, ticket).await?;
    Ok(true)
}

/// Ends every approval that is still open: the ticket was cancelled.
pub(in crate::service) async fn supersede(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
) -> Result<(), Failure> {
    for approval in approvals::of(write.conn()?, ticket.seq).await? {
        if matches!(approval.state, ApprovalState::NotStarted | ApprovalState::Waiting) {
            put(ctx, write, ticket, approval, ApprovalState::Superseded).await?;
        }
    }
    Ok(())
}

/// Puts an approval into a state that nobody decided on, and tells whoever it concerns.
async fn put(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
    mut approval: Approval,
    state: ApprovalState,
) -> Result<(), Failure> {
    let was_seen = approval.state != ApprovalState::NotStarted;
    approval.state = state;
    approval.version += 1;
    if state == ApprovalState::Waiting {
        approval.asked_at = Some(ctx.now);
        let asked = Entry::new(ctx.now, None, AuthorRole::System, TimelineEvent::ApprovalAsked)
            .with_change(None, Some(format!("person:{}", approval.approver)));
        tickets::log(write, ticket, asked).await?;
    }
    store::approvals::put(write.conn()?, &approval).await?;
    // Whoever was never asked hears nothing.
    if was_seen || state == ApprovalState::Waiting {
        tell(write, &approval).await?;
    }
    Ok(())
}

/// Tells the approver that their approval changed.
pub(super) async fn tell(write: &mut Write, approval: &Approval) -> Result<(), Failure> {
    let approver = BTreeSet::from([approval.approver.clone()]);
    write.tell(Topic::Approval, approval.id.as_str(), approval.version, approver).await
}
