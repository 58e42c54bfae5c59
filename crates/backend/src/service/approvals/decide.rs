//! Agreeing and refusing.

use super::{
    advance::{advance, tell},
    deputies::{Deputies, Standing, planned},
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
    store::{self, approvals, entries::Entry},
    words::Words,
};
use guichet_contract::types::{
    ApprovalRequest, ApprovalState, AuthorRole, Decision, DecisionInput, TimelineEvent,
};
use guichet_rules::{
    approval::{DecisionRefusal, may_decide, may_decide_for},
    ids::ApprovalId,
};

/// Decides an approval that whoever asks was asked for, or somebody for whom they decide. `has_seen` says whether they
/// have seen a version of it.
pub async fn decide(
    ctx: &Ctx,
    write: &mut Write,
    id: &ApprovalId,
    input: &DecisionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<ApprovalRequest, Failure> {
    let me = &ctx.me()?.id;
    let found = approvals::find(write.conn()?, id).await?;
    let mut approval = found.ok_or(Failure::NotFound)?;
    let ticket = store::tickets::at(write.conn()?, approval.ticket).await?;
    let mut ticket = ticket.ok_or(Failure::NotFound)?;
    let deputies = Deputies::now(ctx, write.conn()?).await?;
    let standing = deputies.standing(me, &ticket, &approval, ctx.now).ok_or(Failure::NotFound)?;
    if !has_seen(approval.version) {
        let current = request(ctx, write.conn()?, &ticket, &approval, &deputies).await?;
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    let step = planned(&ticket, &approval).ok_or(Failure::NotFound)?;
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    let (plan, votes) = (&ticket.detail.plan, votes(&ticket, &asked));
    match standing {
        Standing::Approver => may_decide(plan, &votes, &step.id, me)?,
        Standing::Delegate => may_decide_for(plan, &votes, &step.id, &approval.approver, me)?,
    }
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
    approval.decided_by = (standing == Standing::Delegate).then(|| me.clone());
    approval.version += 1;
    approvals::put(write.conn()?, &approval).await?;
    let entry = Entry::new(ctx.now, Some(me.clone()), AuthorRole::Approver, event)
        .with_body(approval.comment.clone())
        .with_change(None, approval.decided_by.as_ref().map(|_| format!("person:{}", approval.approver)));
    tickets::log(write, &ticket, entry).await?;
    if !advance(ctx, write, &mut ticket).await? {
        // The ticket is another to whoever looks at it: one more has decided.
        tickets::save(ctx, write, &mut ticket).await?;
    }
    tell(write, &approval).await?;
    let watchers = store::watchers::of(write.conn()?, ticket.seq).await?;
    tickets::tell(write, &ticket, &watchers).await?;
    request(ctx, write.conn()?, &ticket, &approval, &deputies).await
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
