//! Keeping what happened to a ticket.

use super::change::{state_entry, take_effect};
use crate::{
    service::{Ctx, Failure, Write, clocks},
    store::{
        Ticket, approvals, delegations,
        entries::{self, Entry},
        tickets, watchers,
    },
};
use guichet_contract::types::{ApprovalState, Topic};
use guichet_rules::{
    ids::PersonId,
    ticket::{Change, State, follow},
};
use std::collections::BTreeSet;

/// Keeps a ticket that is filed now, and begins its timeline.
pub(in crate::service) async fn file(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
) -> Result<(), Failure> {
    clocks::stamp(&ctx.company, ticket, ctx.now);
    ticket.seq = tickets::add(write.conn()?, ticket).await?;
    log(write, ticket, Entry::opened(ticket)).await?;
    Ok(())
}

/// Keeps a changed ticket as its next version; the order that it is a part of goes with it.
pub(in crate::service) async fn save(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
) -> Result<(), Failure> {
    keep(ctx, write, ticket).await?;
    match ticket.parent {
        Some(order) => follow_items(ctx, write, order).await,
        None => Ok(()),
    }
}

/// Brings an order to where its requested items are, and tells whoever sees it that one of them is another.
pub(in crate::service) async fn follow_items(
    ctx: &Ctx,
    write: &mut Write,
    order: i64,
) -> Result<(), Failure> {
    let Some(mut order) = tickets::at(write.conn()?, order).await? else { return Ok(()) };
    let states = tickets::states_of(write.conn()?, order.seq).await?;
    if let Some(change) = follow(&order.facts(None), &states, ctx.now) {
        take_effect(&mut order, &change, ctx.now);
        if let Some(entry) = state_entry(&change, ctx.now, None, None) {
            log(write, &order, entry).await?;
        }
        keep(ctx, write, &mut order).await?;
    }
    let watchers = watchers::of(write.conn()?, order.seq).await?;
    tell(write, &order, &watchers).await
}

async fn keep(ctx: &Ctx, write: &mut Write, ticket: &mut Ticket) -> Result<(), Failure> {
    ticket.version += 1;
    ticket.updated_at = ctx.now;
    clocks::stamp(&ctx.company, ticket, ctx.now);
    if tickets::put(write.conn()?, ticket).await? {
        Ok(())
    } else {
        // It was read in this transaction, and nobody else can have written since.
        Err(Failure::internal("a ticket changed within the transaction that changes it"))
    }
}

/// Adds to the timeline; gives the number of the entry.
pub(in crate::service) async fn log(
    write: &mut Write,
    ticket: &Ticket,
    entry: Entry,
) -> Result<i64, Failure> {
    Ok(entries::add(write.conn()?, ticket.seq, &entry).await?)
}

/// Puts a change of the rules into a ticket and its timeline, with what was written about it, and keeps it.
pub(in crate::service) async fn carry_out(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
    change: &Change,
    author: Option<&PersonId>,
    body: Option<String>,
) -> Result<(), Failure> {
    put_in(ctx, write, ticket, change, author, body).await?;
    save(ctx, write, ticket).await
}

/// The same for one of several requested items that change together: the order follows once, when all are done.
pub(in crate::service) async fn carry_out_with_others(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
    change: &Change,
    author: Option<&PersonId>,
) -> Result<(), Failure> {
    put_in(ctx, write, ticket, change, author, None).await?;
    keep(ctx, write, ticket).await
}

async fn put_in(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
    change: &Change,
    author: Option<&PersonId>,
    body: Option<String>,
) -> Result<(), Failure> {
    take_effect(ticket, change, ctx.now);
    if let Some(entry) = state_entry(change, ctx.now, author, body) {
        log(write, ticket, entry).await?;
    }
    Ok(())
}

/// Tells everyone who may see the ticket that it changed.
pub(in crate::service) async fn tell(
    write: &mut Write,
    ticket: &Ticket,
    watchers: &[PersonId],
) -> Result<(), Failure> {
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    let mut people = BTreeSet::new();
    let now = write.now();
    for approval in asked.into_iter().filter(|approval| approval.state != ApprovalState::NotStarted) {
        if ticket.state == State::AwaitingApproval {
            people.extend(delegations::delegates_of(write.conn()?, &approval.approver, now).await?);
        }
        people.extend([approval.approver].into_iter().chain(approval.decided_by));
    }
    people.extend(watchers.iter().cloned());
    people.insert(ticket.opened_by.clone());
    people.insert(ticket.requested_for.clone());
    write.tell(Topic::Ticket, ticket.id.as_str(), ticket.version, people).await
}
