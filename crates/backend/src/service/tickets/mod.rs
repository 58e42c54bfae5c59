//! Tickets: lists, one whole, its timeline and its clocks. What is done with one is in [`actions`](super::actions).

mod access;
mod answers;
mod change;
mod milestones;
mod record;
mod reveal;
mod summary;
mod timeline;
mod view;

pub(super) use access::Access;
pub(super) use answers::{answered, answered_in, form_of, price};
pub(crate) use change::{author_role, state_entry, take_effect};
pub(super) use record::{carry_out, carry_out_with_others, file, follow_items, log, save, tell};
pub use reveal::reveal;
pub(super) use reveal::seal_old;
pub use timeline::timeline;
pub(super) use view::view;

use super::{Ctx, Denial, Failure, clocks, paging};
use crate::store::{
    entries,
    lists::{self, Filter, Whose},
};
use guichet_contract::types::{
    ClockExplanation, Page, Ticket, TicketPhase, TicketQuery, TicketScope, TicketSort, TicketSummary,
};
use guichet_rules::{ids::TicketId, ticket::Kind};

/// A part of a list of tickets.
pub async fn list(ctx: &Ctx, query: &TicketQuery) -> Result<Page<TicketSummary>, Failure> {
    let filter = filter(ctx, query)?;
    let after = paging::place(query.cursor.as_deref())?;
    let limit = paging::limit(query.limit)?;
    let mut conn = ctx.app.store.read().await?;
    let part = lists::page(&mut conn, &filter, after, limit).await?;
    let total = match query.count {
        Some(true) => Some(lists::count(&mut conn, &filter).await?),
        _ => None,
    };
    let last = part.items.last().filter(|_| part.more);
    let next = last.map(|ticket| paging::after_place(lists::place(ticket, filter.sort)));
    let mut items = Vec::with_capacity(part.items.len());
    for ticket in &part.items {
        items.push(summary::summary(ctx, &mut conn, ticket).await?);
    }
    Ok(Page { items, next, total })
}

fn filter(ctx: &Ctx, query: &TicketQuery) -> Result<Filter, Failure> {
    let me = ctx.me()?;
    let bad = |name: &str| Failure::BadParameter(name.to_owned());
    let whose = match query.scope.unwrap_or(TicketScope::Mine) {
        TicketScope::Mine => Whose::Mine,
        TicketScope::Groups | TicketScope::All if !ctx.works_at_desk() => {
            return Err(Failure::NotAllowed(Denial::DeskOnly));
        }
        TicketScope::Groups => Whose::Groups(me.groups.clone()),
        TicketScope::All => Whose::All,
        TicketScope::Other => return Err(bad("scope")),
    };
    if query.phase == Some(TicketPhase::Other) {
        return Err(bad("phase"));
    }
    if query.kind == Some(Kind::Unknown) {
        return Err(bad("kind"));
    }
    let sort = query.sort.unwrap_or(TicketSort::Updated);
    if sort == TicketSort::Other {
        return Err(bad("sort"));
    }
    let words = paging::words(query.q.as_deref());
    Ok(Filter { person: me.id.clone(), whose, phase: query.phase, kind: query.kind, words, sort })
}

/// One ticket, whole.
pub async fn ticket(ctx: &Ctx, id: &TicketId) -> Result<Ticket, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let access = Access::open(ctx, &mut conn, id).await?;
    view(ctx, &mut conn, &access).await
}

/// A ticket's clocks, explained.
pub async fn clocks(ctx: &Ctx, id: &TicketId) -> Result<Vec<ClockExplanation>, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let access = Access::open(ctx, &mut conn, id).await?;
    let entries = entries::of(&mut conn, access.ticket.seq).await?;
    clocks::explain(ctx, &access.ticket, &entries)
}
