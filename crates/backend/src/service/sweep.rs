//! What happens by itself: tickets close when the time to reopen them is over, approvers are reminded, delegations begin and
//! end, approvals of people who left go to others, and what nobody needs any more goes, the secrets of tickets that have ended
//! among it.

use super::{Ctx, Failure, Write, approvals, delegations, tickets};
use crate::{
    app::App,
    config::limits,
    store::{self, Ticket, attachments, events, idempotency, learning, secrets, sessions, uploads, watchers},
};
use chrono::TimeDelta;
use guichet_rules::ticket::{Action, Input, REOPEN_WINDOW_SECONDS, Role, apply};
use std::time::Duration;

/// How often. A ticket closes at most so much late, and the rules treat it as closed before.
pub const EVERY: Duration = Duration::from_secs(60);
/// Tickets at a time, so that others get to write in between.
const BATCH: u32 = 100;
/// The contract promises 7 days; one more, so that nobody's clock matters.
const KEYS: TimeDelta = TimeDelta::days(8);
/// Longer than any browser tries to resume a stream.
const EVENTS: TimeDelta = TimeDelta::days(8);
/// Whoever uploads a file refers to it the same day, or has given up.
const LOOSE_FILES: TimeDelta = TimeDelta::days(2);

/// Looks after everything once. Gives how many tickets were closed.
pub async fn sweep(app: &App) -> Result<usize, Failure> {
    let loaded = app.loaded();
    let ctx = Ctx::new(app.clone(), loaded, "", None);
    tickets::seal_old(&ctx).await?;
    let closed = close(&ctx).await?;
    let gone = approvals::ask_others(&ctx).await?;
    if gone > 0 {
        tracing::info!(gone, "approvals of people who are no longer there given to others");
    }
    let reminded = approvals::remind_all(&ctx).await?;
    if reminded > 0 {
        tracing::info!(reminded, "approvers reminded");
    }
    delegations::tell_all(&ctx).await?;
    let mut tx = app.store.begin().await?;
    let conn = tx.conn()?;
    idempotency::purge(conn, ctx.now - KEYS).await?;
    sessions::purge(conn, ctx.now).await?;
    events::purge(conn, ctx.now - EVENTS).await?;
    uploads::purge(conn, ctx.now - limits::UPLOAD_LIFE).await?;
    attachments::purge(conn, ctx.now - LOOSE_FILES).await?;
    secrets::purge(conn).await?;
    let today = ctx.now.date_naive();
    learning::purge(conn, today, today - TimeDelta::days(limits::LEARNING_DAYS - 1)).await?;
    tx.commit().await?;
    // Another process may have decided something.
    app.learn().await?;
    Ok(closed)
}

async fn close(ctx: &Ctx) -> Result<usize, Failure> {
    let window = TimeDelta::seconds(i64::from(REOPEN_WINDOW_SECONDS));
    let Some(until) = ctx.now.checked_sub_signed(window) else { return Ok(0) };
    let mut closed = 0;
    loop {
        let mut write = Write::by_the_system(&ctx.app, ctx.now).await?;
        let due = store::tickets::resolved_until(write.conn()?, until, BATCH).await?;
        if due.is_empty() {
            return Ok(closed);
        }
        for ticket in due {
            close_one(ctx, &mut write, ticket).await?;
            closed += 1;
        }
        write.commit(None).await?;
    }
}

async fn close_one(ctx: &Ctx, write: &mut Write, mut ticket: Ticket) -> Result<(), Failure> {
    let change = apply(&ticket.facts(None), Action::AutoClose, &Input::default(), &[Role::System], ctx.now)?;
    tickets::carry_out(ctx, write, &mut ticket, &change, None, None).await?;
    let watchers = watchers::of(write.conn()?, ticket.seq).await?;
    tickets::tell(write, &ticket, &watchers).await
}
