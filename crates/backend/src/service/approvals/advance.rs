//! Who is asked next, and what follows once everyone has answered.

use super::{
    remind::due,
    standing::{next_state, verdict, votes},
};
use crate::{
    hex,
    service::{Ctx, Failure, Write, tickets},
    store::{
        self, Ticket,
        approvals::{self, Approval},
        delegations,
        entries::Entry,
    },
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent, Topic};
use guichet_rules::{
    approval::{self, PlannedApprover},
    ids::ApprovalId,
    ticket::{Input, Role, apply},
};
use std::collections::BTreeSet;

/// Keeps one approval for everyone in the plan of a new ticket. Nobody is asked yet.
pub(in crate::service) async fn add(write: &mut Write, ticket: &Ticket) -> Result<(), Failure> {
    for (step, planned) in (0..).zip(&ticket.detail.plan.steps) {
        for approver in &planned.approvers {
            add_one(write, ticket, step, approver).await?;
        }
    }
    Ok(())
}

/// Keeps the approval of one person in a step, counted from 0. They are not asked yet.
pub(super) async fn add_one(
    write: &mut Write,
    ticket: &Ticket,
    step: u32,
    approver: &PlannedApprover,
) -> Result<(), Failure> {
    // The error type of the random source is no std error.
    let id = hex::random::<8>().map_err(|error| Failure::internal(error.to_string()))?;
    let id = ApprovalId::new(format!("a{id}")).map_err(Failure::internal)?;
    approvals::add(write.conn()?, &Approval::new(id, ticket.seq, step, approver)).await?;
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
        if let Some(state) = next_state(&progress, &approval) {
            put(ctx, write, ticket, approval, state).await?;
        }
    }
    let Some(action) = verdict(ticket, &progress) else { return Ok(false) };
    let change = apply(&ticket.facts(None), action, &Input::default(), &[Role::System], ctx.now)?;
    tickets::carry_out(ctx, write, ticket, &change, None, None).await?;
    Ok(true)
}

/// Ends every approval that is still open: the ticket was cancelled.
pub(in crate::service) async fn supersede(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
) -> Result<(), Failure> {
    for approval in approvals::of(write.conn()?, ticket.seq).await? {
        if approval.is_open() {
            put(ctx, write, ticket, approval, ApprovalState::Superseded).await?;
        }
    }
    Ok(())
}

/// Puts an approval into a state that nobody decided on, and tells whoever it concerns.
pub(super) async fn put(
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
        approval.remind_at = due(&ctx.company, ticket, &approval);
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

/// Tells the approver, and whoever decides for them, that their approval changed.
pub(super) async fn tell(write: &mut Write, approval: &Approval) -> Result<(), Failure> {
    let now = write.now();
    let mut people: BTreeSet<_> = [approval.approver.clone()].into();
    people.extend(approval.decided_by.clone());
    people.extend(delegations::delegates_of(write.conn()?, &approval.approver, now).await?);
    write.tell(Topic::Approval, approval.id.as_str(), approval.version, people).await
}
