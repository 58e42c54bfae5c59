//! A delegation as it travels.

use crate::{
    service::{Ctx, Failure, refs},
    store::{Conn, delegations},
};
use guichet_contract::types::Delegation;
use guichet_rules::approval::DelegationPhase;

pub(super) async fn wire(
    ctx: &Ctx,
    conn: &mut Conn,
    found: &delegations::Delegation,
) -> Result<Delegation, Failure> {
    let facts = &found.facts;
    let phase = facts.phase(ctx.now);
    // Of what is over nobody needs to choose somebody else.
    let delegate_away = phase != DelegationPhase::Past && {
        let theirs = delegations::arranged_by(conn, &facts.delegate, ctx.now).await?;
        theirs.iter().any(|other| other.facts.overlaps(facts))
    };
    Ok(Delegation {
        id: found.id.clone(),
        version: found.version,
        delegator: refs::person_in_full(&ctx.company, &facts.delegator),
        delegate: refs::person_in_full(&ctx.company, &facts.delegate),
        from: facts.from,
        until: facts.until,
        starts_at: facts.starts_at,
        ends_at: facts.ends_at,
        phase,
        reason: found.reason.clone(),
        delegate_away,
    })
}
