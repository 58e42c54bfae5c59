//! Approvals asked of somebody.

use super::wire::request;
use crate::{
    service::{Ctx, Failure, paging},
    store::{Conn, approvals, tickets},
};
use guichet_contract::types::{ApprovalPhase, ApprovalQuery, ApprovalRequest, ApprovalState, Page};
use guichet_rules::ids::ApprovalId;

/// The approvals asked of whoever asks, the last asked or decided first.
pub async fn list(ctx: &Ctx, query: &ApprovalQuery) -> Result<Page<ApprovalRequest>, Failure> {
    let me = &ctx.me()?.id;
    // Whose turn has not come is not asked, and is told of nothing.
    if matches!(query.state, Some(ApprovalState::Other | ApprovalState::NotStarted)) {
        return Err(Failure::BadParameter("state".to_owned()));
    }
    if query.phase == Some(ApprovalPhase::Other) {
        return Err(Failure::BadParameter("phase".to_owned()));
    }
    let filter = approvals::Filter { state: query.state, phase: query.phase };
    let after = paging::place(query.cursor.as_deref())?;
    let limit = paging::limit(query.limit)?;
    let mut conn = ctx.app.store.read().await?;
    let part = approvals::asked_of(&mut conn, me, filter, after, limit).await?;
    let next =
        part.items.last().filter(|_| part.more).map(|last| paging::after_place(approvals::place(last)));
    let mut items = Vec::with_capacity(part.items.len());
    for approval in &part.items {
        items.push(with_ticket(ctx, &mut conn, approval).await?);
    }
    Ok(Page { items, next, total: None })
}

/// One approval asked of whoever asks.
pub async fn approval(ctx: &Ctx, id: &ApprovalId) -> Result<ApprovalRequest, Failure> {
    let me = &ctx.me()?.id;
    let mut conn = ctx.app.store.read().await?;
    let found = approvals::find(&mut conn, id).await?;
    let mine = |approval: &approvals::Approval| {
        approval.approver == *me && approval.state != ApprovalState::NotStarted
    };
    let approval = found.filter(mine).ok_or(Failure::NotFound)?;
    with_ticket(ctx, &mut conn, &approval).await
}

async fn with_ticket(
    ctx: &Ctx,
    conn: &mut Conn,
    approval: &approvals::Approval,
) -> Result<ApprovalRequest, Failure> {
    let ticket = tickets::at(conn, approval.ticket).await?.ok_or(Failure::NotFound)?;
    request(ctx, conn, &ticket, approval).await
}
