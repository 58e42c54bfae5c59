//! What people and the system do with a ticket, and as whom.

use super::words::words;
use crate::{
    ids::PersonId,
    person::{Person, Right},
};

words! {
    /// What can be done with a ticket.
    #[cfg_attr(feature = "schema", schemars(rename = "TicketAction"))]
    Action, "action" {
        /// Assign it to oneself, and begin unless somebody has.
        Take = "take",
        /// Assign it to a group or a person. Does not begin work: the assignee does.
        Assign = "assign",
        /// Begin work on what somebody was assigned.
        Start = "start",
        /// Wait for something.
        Hold = "hold",
        /// Go on.
        Resume = "resume",
        /// Declare it done. A requester does so with "it works again".
        Resolve = "resolve",
        /// Agree that it is done.
        Confirm = "confirm",
        /// Disagree that it is done.
        Reopen = "reopen",
        /// Say that it is no longer wanted.
        Cancel = "cancel",
        /// Write what everyone with access reads.
        Comment = "comment",
        /// Write what the desk alone reads.
        WorkNote = "work_note",
        /// File a new ticket that is linked to this one.
        FollowUp = "follow_up",
        /// Say how content one is.
        Rate = "rate",
        /// Ask whoever has to agree once more.
        Remind = "remind",
        /// All approvals are there. The system does this.
        Approve = "approve",
        /// An approval was refused. The system does this.
        Reject = "reject",
        /// The time to reopen is over. The system does this.
        AutoClose = "auto_close",
    }
}

words! {
    /// As whom somebody acts. One person may have several roles on a ticket.
    Role, "role" {
        /// Filed it, or it is for them.
        Requester = "requester",
        /// Works at the desk.
        Agent = "agent",
        /// Is told of changes.
        Watcher = "watcher",
        /// Nobody: time passed, approvals came in, the parts of a request were done.
        System = "system",
    }
}

impl Action {
    /// Whether it is done with a request of several items as a whole. Everything else is done with one of the items.
    pub const fn concerns_orders(self) -> bool {
        matches!(
            self,
            Self::Confirm
                | Self::Cancel
                | Self::Comment
                | Self::WorkNote
                | Self::FollowUp
                | Self::Rate
                | Self::AutoClose
        )
    }
}

impl Role {
    /// The roles of `actor` on a ticket; none for whoever has nothing to do with it.
    pub fn of(
        actor: &Person,
        opened_by: &PersonId,
        requested_for: &PersonId,
        watchers: &[PersonId],
    ) -> Vec<Self> {
        let mut roles = Vec::new();
        if actor.id == *opened_by || actor.id == *requested_for {
            roles.push(Self::Requester);
        }
        if actor.has(Right::Desk) {
            roles.push(Self::Agent);
        }
        if watchers.contains(&actor.id) {
            roles.push(Self::Watcher);
        }
        roles
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::LocationId, person::Employment};

    #[test]
    fn a_person_may_have_several_roles_and_a_stranger_has_none() {
        let id = |text: &str| PersonId::new(text).unwrap();
        let person = |name: &str, rights: Vec<Right>| Person {
            id: id(name),
            groups: Vec::new(),
            location: LocationId::new("berlin").unwrap(),
            employment: Employment::Employee,
            manager: None,
            cost_centre: None,
            active: true,
            rights,
        };
        let of =
            |actor: &Person| Role::of(actor, &id("opener"), &id("beneficiary"), &[id("opener"), id("other")]);
        assert_eq!(of(&person("opener", vec![Right::Desk])), [Role::Requester, Role::Agent, Role::Watcher]);
        assert_eq!(of(&person("beneficiary", vec![])), [Role::Requester]);
        assert_eq!(of(&person("other", vec![])), [Role::Watcher]);
        assert_eq!(of(&person("agent", vec![Right::Desk])), [Role::Agent]);
        assert_eq!(of(&person("stranger", vec![Right::Admin])), Vec::<Role>::new());
    }
}
