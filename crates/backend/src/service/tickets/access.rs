//! Who may see a ticket, and as whom.

use crate::{
    service::{Ctx, Failure, approvals::Deputies},
    store::{Conn, Ticket, approvals, tickets, watchers},
};
use guichet_rules::{
    ids::{PersonId, TicketId},
    ticket::Role,
};

/// A ticket that whoever asks may see.
#[derive(Debug, Clone)]
pub(in crate::service) struct Access {
    /// The ticket.
    pub ticket: Ticket,
    /// Who else is told of changes.
    pub watchers: Vec<PersonId>,
    /// As whom they see it; none for those who were asked to approve it, and for those who decide for these.
    pub roles: Vec<Role>,
}

impl Access {
    /// The ticket with this number. To whoever may not see it, it does not exist.
    pub async fn open(ctx: &Ctx, conn: &mut Conn, id: &TicketId) -> Result<Self, Failure> {
        let ticket = tickets::find(conn, id).await?.ok_or(Failure::NotFound)?;
        Self::of(ctx, conn, ticket).await
    }

    /// The same for a ticket that is at hand.
    pub async fn of(ctx: &Ctx, conn: &mut Conn, ticket: Ticket) -> Result<Self, Failure> {
        let me = ctx.me()?;
        let watchers = watchers::of(conn, ticket.seq).await?;
        let roles = Role::of(me, &ticket.opened_by, &ticket.requested_for, &watchers);
        if roles.is_empty() && !decides(ctx, conn, &ticket).await? {
            return Err(Failure::NotFound);
        }
        Ok(Self { ticket, watchers, roles })
    }

    /// Whether work notes are shown.
    pub fn sees_work_notes(&self) -> bool {
        self.roles.contains(&Role::Agent)
    }
}

/// Whether whoever asks has, or had, a say in it.
async fn decides(ctx: &Ctx, conn: &mut Conn, ticket: &Ticket) -> Result<bool, Failure> {
    let me = &ctx.me()?.id;
    if approvals::was_asked(conn, ticket.seq, me).await? {
        return Ok(true);
    }
    let deputies = Deputies::now(ctx, conn).await?;
    let asked = approvals::of(conn, ticket.seq).await?;
    Ok(asked.iter().any(|approval| deputies.standing(me, ticket, approval, ctx.now).is_some()))
}
