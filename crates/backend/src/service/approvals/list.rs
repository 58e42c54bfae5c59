//! Approvals asked of somebody.

use super::{deputies::Deputies, wire::request};
use crate::{
    service::{Ctx, Failure, paging},
    store::{Conn, Ticket, approvals, tickets},
};
use guichet_contract::types::{ApprovalPhase, ApprovalQuery, ApprovalRequest, ApprovalState, Page};
use guichet_rules::ids::ApprovalId;

/// The approvals asked of whoever asks, or of somebody for whom they decide: those with a reminder first, then the last
/// asked or decided.
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
    let part = approvals::asked_of(&mut conn, me, ctx.now, filter, after, limit).await?;
    let next =
        part.items.last().filter(|_| part.more).map(|last| paging::after_place(approvals::place(last)));
    let deputies = Deputies::now(ctx, &mut conn).await?;
    let mut items = Vec::with_capacity(part.items.len());
    for approval in &part.items {
        let ticket = ticket_of(&mut conn, approval).await?;
        items.push(request(ctx, &mut conn, &ticket, approval, &deputies).await?);
    }
    Ok(Page { items, next, total: None })
}

/// One approval asked of whoever asks, or of somebody for whom they decide.
pub async fn approval(ctx: &Ctx, id: &ApprovalId) -> Result<ApprovalRequest, Failure> {
    let me = &ctx.me()?.id;
    let mut conn = ctx.app.store.read().await?;
    let approval = approvals::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    let ticket = ticket_of(&mut conn, &approval).await?;
    let deputies = Deputies::now(ctx, &mut conn).await?;
    deputies.standing(me, &ticket, &approval, ctx.now).ok_or(Failure::NotFound)?;
    request(ctx, &mut conn, &ticket, &approval, &deputies).await
}

async fn ticket_of(conn: &mut Conn, approval: &approvals::Approval) -> Result<Ticket, Failure> {
    tickets::at(conn, approval.ticket).await?.ok_or(Failure::NotFound)
}
