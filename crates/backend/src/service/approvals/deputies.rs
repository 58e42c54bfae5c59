//! The company as it is just now: with those who decide for others.

use crate::{
    content::Company,
    service::{Ctx, Failure},
    store::{Conn, Ticket, approvals::Approval, delegations},
};
use chrono::{DateTime, Utc};
use guichet_contract::types::ApprovalState;
use guichet_rules::{
    approval::{Delegation, Directory, PlannedStep, deputy},
    ids::{CostCentreId, GroupId, PersonId},
    person::Person,
    ticket::State,
};

/// The company, and the delegations that hold now.
#[derive(Debug)]
pub(in crate::service) struct Deputies<'c> {
    company: &'c Company,
    active: Vec<Delegation>,
}

impl<'c> Deputies<'c> {
    /// As it is now.
    pub async fn now(ctx: &'c Ctx, conn: &mut Conn) -> Result<Self, Failure> {
        Ok(Self { company: &ctx.company, active: delegations::active(conn, ctx.now).await? })
    }

    /// The same for whoever looks at one ticket: where nobody has to decide, nobody decides for others either.
    pub async fn for_ticket(ctx: &'c Ctx, conn: &mut Conn, ticket: &Ticket) -> Result<Self, Failure> {
        if ticket.state == State::AwaitingApproval {
            Self::now(ctx, conn).await
        } else {
            Ok(Self { company: &ctx.company, active: Vec::new() })
        }
    }

    /// Who may decide an approval beside its approver.
    pub fn of(&self, ticket: &Ticket, approval: &Approval, now: DateTime<Utc>) -> Option<Delegation> {
        let step = planned(ticket, approval)?;
        deputy(step, &approval.approver, &[&ticket.opened_by, &ticket.requested_for], self, now)
    }

    /// Whether `me` may see an approval, and as whom they have to do with it.
    pub fn standing(
        &self,
        me: &PersonId,
        ticket: &Ticket,
        approval: &Approval,
        now: DateTime<Utc>,
    ) -> Option<Standing> {
        if approval.state == ApprovalState::NotStarted {
            return None;
        }
        if approval.approver == *me {
            return Some(Standing::Approver);
        }
        let decided = approval.decided_by.as_ref() == Some(me);
        let delegate = || {
            let found = self.of(ticket, approval, now).filter(|found| found.delegate == *me)?;
            // What was over before the delegation began is none of the delegate's business.
            let last = approval.decided_at.or(approval.asked_at);
            let theirs = approval.state == ApprovalState::Waiting || last >= Some(found.starts_at);
            theirs.then_some(())
        };
        (decided || delegate().is_some()).then_some(Standing::Delegate)
    }
}

/// As whom somebody has to do with an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::service) enum Standing {
    /// It is asked of them.
    Approver,
    /// They decide it for somebody, or have decided it.
    Delegate,
}

/// The step that an approval belongs to.
pub(super) fn planned<'t>(ticket: &'t Ticket, approval: &Approval) -> Option<&'t PlannedStep> {
    ticket.detail.plan.steps.get(usize::try_from(approval.step).ok()?)
}

impl Directory for Deputies<'_> {
    fn person(&self, id: &PersonId) -> Option<Person> {
        Directory::person(self.company, id)
    }

    fn members(&self, group: &GroupId) -> Vec<PersonId> {
        Directory::members(self.company, group)
    }

    fn cost_centre_owner(&self, cost_centre: &CostCentreId) -> Option<PersonId> {
        Directory::cost_centre_owner(self.company, cost_centre)
    }

    fn delegation(&self, person: &PersonId, now: DateTime<Utc>) -> Option<Delegation> {
        self.active.iter().find(|found| found.delegator == *person && found.is_active(now)).cloned()
    }
}
