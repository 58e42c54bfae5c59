//! Keeping what happened to a ticket.

use crate::{
    service::{Ctx, Failure, Write, clocks},
    store::{
        Ticket, approvals,
        entries::{self, Entry},
        tickets,
    },
};
use guichet_contract::types::{ApprovalState, AuthorRole, TimelineEvent, Topic};
use guichet_rules::{
    ids::PersonId,
    ticket::{Change, Role},
};
use std::collections::BTreeSet;

/// Keeps a changed ticket as its next version.
pub(in crate::service) async fn save(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &mut Ticket,
) -> Result<(), Failure> {
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

/// Adds a change of state to the timeline, with what was written about it. Nothing where the state stayed.
pub(in crate::service) async fn log_state(
    ctx: &Ctx,
    write: &mut Write,
    ticket: &Ticket,
    change: &Change,
    author: Option<&PersonId>,
    body: Option<String>,
) -> Result<(), Failure> {
    if change.from == change.to {
        return Ok(());
    }
    let role = match change.role {
        Role::Agent => AuthorRole::Agent,
        Role::System | Role::Unknown => AuthorRole::System,
        Role::Requester | Role::Watcher => AuthorRole::Requester,
    };
    let entry = Entry::new(ctx.now, author.cloned(), role, TimelineEvent::StateChanged)
        .with_body(body)
        .with_change(Some(change.from.to_string()), Some(change.to.to_string()));
    log(write, ticket, entry).await?;
    Ok(())
}

/// Tells everyone who may see the ticket that it changed.
pub(in crate::service) async fn tell(
    write: &mut Write,
    ticket: &Ticket,
    watchers: &[PersonId],
) -> Result<(), Failure> {
    let asked = approvals::of(write.conn()?, ticket.seq).await?;
    let asked = asked.into_iter().filter(|approval| approval.state != ApprovalState::NotStarted);
    let mut people: BTreeSet<PersonId> = asked.map(|approval| approval.approver).collect();
    people.extend(watchers.iter().cloned());
    people.insert(ticket.opened_by.clone());
    people.insert(ticket.requested_for.clone());
    write.tell(Topic::Ticket, ticket.id.as_str(), ticket.version, people).await
}
