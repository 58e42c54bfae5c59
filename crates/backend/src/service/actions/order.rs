//! What is done with a request of several items as a whole: it is done with each of them that it still makes sense for.

use super::decide_given;
use crate::{
    service::{
        Ctx, Failure, Write, approvals,
        input::text,
        tickets::{self, Access, author_role},
    },
    store::{self, Ticket, entries::Entry, watchers},
};
use guichet_contract::types::TimelineEvent;
use guichet_rules::ticket::{Action, Facts, Input, Role, State, apply};

/// Cancels or confirms an order, the only two that change one.
pub(super) async fn change(
    ctx: &Ctx,
    write: &mut Write,
    access: Access,
    action: Action,
    said: &Input<'_>,
) -> Result<Access, Failure> {
    let order = access.ticket.seq;
    let items = store::tickets::items_of(write.conn()?, order).await?;
    let facts = facts(ctx, &access.ticket, &items)?;
    let decided = decide_given(ctx, &facts, &access.roles, (action, said), "/comment")?;
    let me = ctx.me()?.clone();
    if let Some(comment) = text(said.comment) {
        let entry = Entry::new(ctx.now, Some(me.id.clone()), author_role(&decided), TimelineEvent::Comment);
        tickets::log(write, &access.ticket, entry.with_body(Some(comment))).await?;
    }
    for mut item in items {
        let others = watchers::of(write.conn()?, item.seq).await?;
        let roles = Role::of(&me, &item.opened_by, &item.requested_for, &others);
        let Ok(change) = apply(&item.facts(Some(&me.id)), action, said, &roles, ctx.now) else { continue };
        tickets::carry_out_with_others(ctx, write, &mut item, &change, Some(&me.id)).await?;
        if change.to == State::Cancelled {
            approvals::supersede(ctx, write, &item).await?;
        }
        tickets::tell(write, &item, &others).await?;
    }
    tickets::follow_items(ctx, write, order).await?;
    let mut ticket = store::tickets::at(write.conn()?, order).await?.ok_or(Failure::NotFound)?;
    if action == Action::Confirm {
        // Where the items are does not say that somebody agreed to all of it.
        tickets::carry_out(ctx, write, &mut ticket, &decided, Some(&me.id), None).await?;
        tickets::tell(write, &ticket, &access.watchers).await?;
    }
    Ok(Access { ticket, ..access })
}

/// What the rules need to know of an order, part of which may be delivered.
fn facts(ctx: &Ctx, order: &Ticket, items: &[Ticket]) -> Result<Facts, Failure> {
    let done = |item: &Ticket| matches!(item.state, State::Resolved | State::Closed);
    let me = &ctx.me()?.id;
    Ok(Facts { delivery_begun: items.iter().any(done), ..order.facts(Some(me)) })
}
