//! Agreeing and refusing.

use super::{
    advance::{advance, tell},
    standing::votes,
    wire::request,
};
use crate::{
    config::limits,
    service::{
        Ctx, Failure, Write,
        input::{invalid, is_longer, trimmed},
        tickets,
    },
    store::{
        self, Ticket,
        approvals::{self, Approval},
        entries::Entry,
    },
    words::Words,
};
use guichet_contract::types::{
    ApprovalRequest, ApprovalState, AuthorRole, Decision, DecisionInput, SeenApproval, TimelineEvent,
};
use guichet_rules::{
    approval::{DecisionRefusal, may_decide},
    ids::ApprovalId,
};

/// Decides an approval that whoever asks was asked for, and with it others of the same order. `has_seen` says whether they have
/// seen a version of it.
pub async fn decide(
    ctx: &Ctx,
    write: &mut Write,
    id: &ApprovalId,
    input: &DecisionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<ApprovalRequest, Failure> {
    let (approval, ticket) = asked(ctx, write, id).await?.ok_or(Failure::NotFound)?;
    if !has_seen(approval.version) {
        let current = request(ctx, write.conn()?, &ticket, &approval).await?;
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    // All of it is looked at before anything is changed, so that what is wrong is told by its place in the body.
    let others = others(ctx, write, &ticket, &approval, &input.also).await?;
    let (approval, ticket) = decide_one(ctx, write, approval, ticket, input).await?;
    for (other, theirs) in others {
        decide_one(ctx, write, other, theirs, input).await?;
    }
    request(ctx, write.conn()?, &ticket, &approval).await
}

/// An approval that whoever asks is or was asked for, with its ticket.
async fn asked(ctx: &Ctx, write: &mut Write, id: &ApprovalId) -> Result<Option<(Approval, Ticket)>, Failure> {
    let me = &ctx.me()?.id;
    let found = approvals::find(write.conn()?, id).await?;
    let mine = |approval: &Approval| approval.approver == *me && approval.state != ApprovalState::NotStarted;
    let Some(approval) = found.filter(mine) else { return Ok(None) };
    let ticket = store::tickets::at(write.conn()?, approval.ticket).await?;
    Ok(ticket.map(|ticket| (approval, ticket)))
}

/// The others that are decided alike: of the same order, each once, and in the version that was seen.
async fn others(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
    approval: &Approval,
    also: &[SeenApproval],
) -> Result<Vec<(Approval, Ticket)>, Failure> {
    let mut found: Vec<(Approval, Ticket)> = Vec::with_capacity(also.len());
    for (n, seen) in also.iter().enumerate() {
        let pointer = format!("/also/{n}");
        let other = asked(ctx, write, &seen.approval).await?.filter(|(other, theirs)| {
            ticket.parent.is_some()
                && theirs.parent == ticket.parent
                && other.id != approval.id
                && !found.iter().any(|(earlier, _)| earlier.id == other.id)
        });
        let Some(other) = other else {
            return Err(invalid(ctx, &pointer, "not_found", Words::NoSuchChoice));
        };
        if other.0.version != seen.version || other.0.state != ApprovalState::Waiting {
            return Err(invalid(ctx, &pointer, "stale", Words::Stale));
        }
        found.push(other);
    }
    Ok(found)
}

async fn decide_one(
    ctx: &Ctx,
    write: &mut Write,
    mut approval: Approval,
    mut ticket: Ticket,
    input: &DecisionInput,
) -> Result<(Approval, Ticket), Failure> {
    let me = &ctx.me()?.id;
    let plan = &ticket.detail.plan;
    let step = usize::try_from(approval.step).ok().and_then(|step| plan.steps.get(step));
    let step = step.ok_or(Failure::NotFound)?;
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    may_decide(plan, &votes(&ticket, &asked), &step.id, me)?;
    if approval.state != ApprovalState::Waiting {
        // The votes know nothing of a request that was cancelled.
        return Err(DecisionRefusal::Over.into());
    }
    let comment = trimmed(input.comment.as_deref());
    check(ctx, input.decision, comment)?;
    let (state, event) = match input.decision {
        Decision::Approve => (ApprovalState::Approved, TimelineEvent::Approved),
        // Anything else was refused above.
        Decision::Reject | Decision::Other => (ApprovalState::Rejected, TimelineEvent::Rejected),
    };
    approval.state = state;
    approval.decided_at = Some(ctx.now);
    approval.comment = comment.map(str::to_owned);
    approval.version += 1;
    approvals::put(write.conn()?, &approval).await?;
    let entry = Entry::new(ctx.now, Some(me.clone()), AuthorRole::Approver, event)
        .with_body(approval.comment.clone());
    tickets::log(write, &ticket, entry).await?;
    if !advance(ctx, write, &mut ticket).await? {
        // The ticket is another to whoever looks at it: one more has decided.
        tickets::save(ctx, write, &mut ticket).await?;
    }
    tell(write, &approval).await?;
    let watchers = store::watchers::of(write.conn()?, ticket.seq).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    Ok((approval, ticket))
}

/// Whoever refuses says why.
fn check(ctx: &Ctx, decision: Decision, comment: Option<&str>) -> Result<(), Failure> {
    if decision == Decision::Other {
        return Err(invalid(ctx, "/decision", "not_found", Words::NoSuchChoice));
    }
    match comment {
        None if decision == Decision::Reject => Err(invalid(ctx, "/comment", "required", Words::Needed)),
        Some(comment) if is_longer(comment, limits::TEXT_CHARS) => {
            Err(invalid(ctx, "/comment", "too_long", Words::TooLong(limits::TEXT_CHARS)))
        }
        _ => Ok(()),
    }
}
