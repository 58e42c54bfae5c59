//! What happened to a ticket.

use super::{Attachment, Instant, PersonRef, instant};
use guichet_rules::ids::EntryId;

wire! {
    /// An entry of a timeline.
    pub struct TimelineEntry {
        /// Which.
        pub id: EntryId,
        /// When.
        #[serde(deserialize_with = "instant::read")]
        pub at: Instant,
        /// Who; absent where the system did it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub author: Option<PersonRef>,
        /// As what they wrote.
        pub role: AuthorRole,
        /// What happened.
        pub event: TimelineEvent,
        /// What was written. Plain text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// Files that came with it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<Attachment>,
        /// From what it changed, where it changed: a state, a group, a priority.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<String>,
        /// To what it changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub to: Option<String>,
    }
}

words! {
    /// As what somebody wrote.
    AuthorRole {
        /// The one who filed it or whom it is for.
        Requester = "requester",
        /// The desk.
        Agent = "agent",
        /// Someone who was asked to approve.
        Approver = "approver",
        /// Nobody: the system.
        System = "system",
    }
}

words! {
    /// What a timeline entry tells.
    TimelineEvent {
        /// A public comment.
        Comment = "comment",
        /// A note for the desk alone.
        WorkNote = "work_note",
        /// It was filed.
        Opened = "opened",
        /// It went from one state to another.
        StateChanged = "state_changed",
        /// It was given to a group or person.
        Assigned = "assigned",
        /// Its priority was set.
        PrioritySet = "priority_set",
        /// Somebody was asked to approve.
        ApprovalAsked = "approval_asked",
        /// Somebody who had to approve is no longer there; `to` is who.
        ApproverGone = "approver_gone",
        /// Somebody who has to approve was reminded.
        Reminded = "reminded",
        /// Somebody agreed; `to` is for whom, where they did so for somebody else.
        Approved = "approved",
        /// Somebody refused; `to` as there.
        Rejected = "rejected",
        /// Somebody read a secret answer; `to` is the question.
        Revealed = "revealed",
        /// It was linked to another ticket.
        Linked = "linked",
    }
}
