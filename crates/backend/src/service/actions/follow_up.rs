//! A new ticket that is linked to one that has ended.

use super::decide;
use crate::{
    service::{
        Ctx, Failure, Write,
        input::text,
        tickets::{self, Access},
    },
    store::{self, Detail, Ticket, entries::Entry},
};
use guichet_contract::types::{AuthorRole, TimelineEvent};
use guichet_rules::{
    ids::TicketId,
    ticket::{Action, Input, Kind},
};

/// Files a follow-up; gives the new ticket. What followed a request is a question about it: nothing is ordered anew.
pub(super) async fn follow_up(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    said: &Input<'_>,
) -> Result<Access, Failure> {
    decide(ctx, &access, Action::FollowUp, said, "/comment")?;
    let Access { ticket: mut old, watchers, .. } = access;
    let kind = if old.kind == Kind::Incident { Kind::Incident } else { Kind::Question };
    let id = store::tickets::next_id(write.conn()?, kind).await?;
    let mut new = successor(ctx, &old, kind, id)?;
    new.detail.description = text(said.comment);
    tickets::file(ctx, write, &mut new).await?;
    link(ctx, write, &new, &old.id).await?;
    link(ctx, write, &old, &new.id).await?;
    tickets::save(ctx, write, &mut old).await?;
    tickets::tell(write, &old, &watchers).await?;
    tickets::tell(write, &new, &[]).await?;
    Access::of(ctx, write.conn()?, new).await
}

async fn link(ctx: &Ctx, write: &mut Write, ticket: &Ticket, other: &TicketId) -> Result<(), Failure> {
    let linked = Entry::new(ctx.now, None, AuthorRole::System, TimelineEvent::Linked)
        .with_change(None, Some(other.to_string()));
    tickets::log(write, ticket, linked).await?;
    Ok(())
}

/// What is the same in the new ticket: what it is about, whom it is for, and which promises hold.
fn successor(ctx: &Ctx, old: &Ticket, kind: Kind, id: TicketId) -> Result<Ticket, Failure> {
    let detail = Detail {
        calendar: old.detail.calendar.clone(),
        // How long delivery may take says nothing about an answer.
        resolve_within: old.detail.resolve_within.filter(|_| kind == Kind::Incident),
        respond_within: old.detail.respond_within,
        follows: Some(old.id.clone()),
        ..Detail::default()
    };
    Ok(Ticket {
        requested_for: old.requested_for.clone(),
        group: old.group.clone(),
        impact: old.impact.clone(),
        urgency: old.urgency.clone(),
        priority: old.priority,
        service: old.service.clone(),
        asset: old.asset.clone(),
        item: old.item.clone(),
        detail,
        ..Ticket::new(id, kind, old.title.clone(), ctx.me()?.id.clone(), ctx.now)
    })
}
