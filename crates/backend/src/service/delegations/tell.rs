//! Telling those whom a delegation concerns that they see other approvals from now on.

use crate::{
    service::{Ctx, Failure, Write},
    store::delegations::{self, Delegation, Told},
};
use guichet_contract::types::Topic;
use guichet_rules::approval::DelegationPhase;

/// Delegations at a time, so that others get to write in between.
const BATCH: u32 = 100;

/// Tells the delegator and the delegate. It is about all approvals and not about one.
pub(super) async fn tell(write: &mut Write, delegation: &Delegation) -> Result<(), Failure> {
    let facts = &delegation.facts;
    let both = [facts.delegator.clone(), facts.delegate.clone()].into();
    write.tell(Topic::Approval, "", delegation.version, both).await
}

/// What has been said of a delegation once those whom it concerns were told of `phase`.
pub(super) fn told(phase: DelegationPhase) -> Told {
    match phase {
        DelegationPhase::Coming | DelegationPhase::Other => Told::Nothing,
        DelegationPhase::Active => Told::Begun,
        DelegationPhase::Past => Told::Ended,
    }
}

/// Tells of every delegation that has begun or ended by itself, once each.
pub(in crate::service) async fn tell_all(ctx: &Ctx) -> Result<(), Failure> {
    loop {
        let mut write = Write::by_the_system(&ctx.app, ctx.now).await?;
        let due = delegations::to_tell(write.conn()?, ctx.now, BATCH).await?;
        if due.is_empty() {
            return Ok(());
        }
        for mut delegation in due {
            delegation.told = told(delegation.facts.phase(ctx.now));
            delegations::put(write.conn()?, &delegation).await?;
            tell(&mut write, &delegation).await?;
        }
        write.commit(None).await?;
    }
}
