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
    approval::{DecisionRefusal, may_decide, may_decide_for},
    ids::ApprovalId,
};

/// An approval that whoever asks has to do with.
struct Asked {
    approval: Approval,
    ticket: Ticket,
    standing: Standing,
}

/// Decides an approval that whoever asks was asked for, or somebody for whom they decide, and with it others of the same
/// order. `has_seen` says whether they have seen a version of it.
pub async fn decide(
    ctx: &Ctx,
    write: &mut Write,
    id: &ApprovalId,
    input: &DecisionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<ApprovalRequest, Failure> {
    let deputies = Deputies::now(ctx, write.conn()?).await?;
    let asked = find(ctx, write, id, &deputies).await?.ok_or(Failure::NotFound)?;
    if !has_seen(asked.approval.version) {
        let Asked { approval, ticket, .. } = asked;
        let current = request(ctx, write.conn()?, &ticket, &approval, &deputies).await?;
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    // All of it is looked at before anything is changed, so that what is wrong is told by its place in the body.
    let others = others(ctx, write, &asked, &input.also, &deputies).await?;
    let (approval, ticket) = decide_one(ctx, write, asked, input).await?;
    for other in others {
        decide_one(ctx, write, other, input).await?;
    }
    request(ctx, write.conn()?, &ticket, &approval, &deputies).await
}

/// The approval of this id with its ticket, where whoever asks may see it.
async fn find(
    ctx: &Ctx,
    write: &mut Write,
    id: &ApprovalId,
    deputies: &Deputies<'_>,
) -> Result<Option<Asked>, Failure> {
    let me = &ctx.me()?.id;
    let Some(approval) = approvals::find(write.conn()?, id).await? else { return Ok(None) };
    let Some(ticket) = store::tickets::at(write.conn()?, approval.ticket).await? else { return Ok(None) };
    let standing = deputies.standing(me, &ticket, &approval, ctx.now);
    Ok(standing.map(|standing| Asked { approval, ticket, standing }))
}

/// The others that are decided alike: of other requested items of the same order, each once, and in the version that was seen.
async fn others(
    ctx: &Ctx,
    write: &mut Write,
    first: &Asked,
    also: &[SeenApproval],
    deputies: &Deputies<'_>,
) -> Result<Vec<Asked>, Failure> {
    let order = first.ticket.parent;
    let mut found: Vec<Asked> = Vec::with_capacity(also.len());
    for (n, seen) in also.iter().enumerate() {
        let pointer = format!("/also/{n}");
        // Two approvals of one item are two decisions: the first may end what the second is about.
        let another = |asked: &Asked| asked.ticket.seq != first.ticket.seq && asked.ticket.parent == order;
        let other = find(ctx, write, &seen.approval, deputies).await?.filter(|other| {
            order.is_some()
                && another(other)
                && !found.iter().any(|earlier| earlier.ticket.seq == other.ticket.seq)
        });
        let Some(other) = other else {
            return Err(invalid(ctx, &pointer, "not_found", Words::NoSuchChoice));
        };
        if other.approval.version != seen.version || other.approval.state != ApprovalState::Waiting {
            return Err(invalid(ctx, &pointer, "stale", Words::Stale));
        }
        found.push(other);
    }
    Ok(found)
}

/// Gives the approval as it was decided, and its ticket as that left it.
async fn decide_one(
    ctx: &Ctx,
    write: &mut Write,
    asked: Asked,
    input: &DecisionInput,
) -> Result<(Approval, Ticket), Failure> {
    let me = &ctx.me()?.id;
    let Asked { mut approval, mut ticket, standing } = asked;
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
