//! A new ticket that is linked to one that has ended.

use super::{decide, text};
use crate::{
    service::{
        Ctx, Failure, Write, clocks,
        tickets::{self, Access},
    },
    store::{self, Detail, Ticket, entries::Entry},
};
use guichet_contract::types::{AuthorRole, TimelineEvent};
use guichet_rules::{
    ids::TicketId,
    ticket::{Action, Input, Kind, State},
};

/// Files a follow-up; gives the new ticket. What followed a request is a question about it: nothing is ordered anew.
pub(super) async fn follow_up(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    said: &Input<'_>,
) -> Result<Access, Failure> {
    decide(ctx, &access, Action::FollowUp, said, "/comment")?;
    let me = ctx.me()?;
    let Access { ticket: mut old, watchers, .. } = access;
    let kind = if old.kind == Kind::Incident { Kind::Incident } else { Kind::Question };
    let id = store::tickets::next_id(write.conn()?, kind).await?;
    let mut new = successor(ctx, &old, kind, id)?;
    new.detail.description = text(said.comment);
    clocks::stamp(&ctx.company, &mut new, ctx.now);
    new.seq = store::tickets::add(write.conn()?, &new).await?;
    let opened = Entry::new(ctx.now, Some(me.id.clone()), AuthorRole::Requester, TimelineEvent::Opened)
        .with_body(new.detail.description.clone());
    tickets::log(write, &new, opened).await?;
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
        seq: 0,
        id,
        kind,
        state: State::New,
        hold_reason: None,
        title: old.title.clone(),
        opened_by: ctx.me()?.id.clone(),
        requested_for: old.requested_for.clone(),
        group: old.group.clone(),
        assignee: None,
        impact: old.impact.clone(),
        urgency: old.urgency.clone(),
        priority: old.priority,
        major: false,
        service: old.service.clone(),
        asset: old.asset.clone(),
        item: old.item.clone(),
        form_version: None,
        quantity: None,
        opened_at: ctx.now,
        updated_at: ctx.now,
        resolved_at: None,
        clock_from: Some(ctx.now),
        risk_at: None,
        due_at: None,
        version: 1,
        detail,
    })
}
