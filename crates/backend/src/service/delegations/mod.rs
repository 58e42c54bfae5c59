//! Who decides for whom while they are away.

mod arrange;
mod tell;
mod wire;

pub use arrange::{create, end, update};
pub(super) use tell::tell_all;

use super::{Ctx, Failure};
use crate::store::delegations;
use guichet_contract::types::Delegation;
use guichet_rules::ids::DelegationId;

/// More than anybody arranges in ten years; the oldest are left out.
const LISTED: u32 = 100;

/// Those that whoever asks arranged, and those in which they are the delegate, the last to begin first.
pub async fn list(ctx: &Ctx) -> Result<Vec<Delegation>, Failure> {
    let me = &ctx.me()?.id;
    let mut conn = ctx.app.store.read().await?;
    let mut all = Vec::new();
    for found in delegations::about(&mut conn, me, LISTED).await? {
        all.push(wire::wire(ctx, &mut conn, &found).await?);
    }
    Ok(all)
}

/// One of them.
pub async fn delegation(ctx: &Ctx, id: &DelegationId) -> Result<Delegation, Failure> {
    let me = &ctx.me()?.id;
    let mut conn = ctx.app.store.read().await?;
    let found = delegations::find(&mut conn, id).await?;
    let found = found.filter(|found| [&found.facts.delegator, &found.facts.delegate].contains(&me));
    wire::wire(ctx, &mut conn, &found.ok_or(Failure::NotFound)?).await
}
