//! What is done with a ticket, and what is written on it.

use super::Ticket;
use guichet_rules::{
    ids::{AttachmentId, GroupId},
    ticket::{Action, HoldReason, ResolutionCode},
};

wire! {
    /// What an action needs to know. Which of it depends on the action.
    #[derive(Default)]
    pub struct ActionInput {
        /// A public comment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub comment: Option<String>,
        /// What it waits for, to put on hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hold_reason: Option<HoldReason>,
        /// How it was resolved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolution_code: Option<ResolutionCode>,
        /// What was done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolution_text: Option<String>,
        /// To which group, to assign.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub group: Option<GroupId>,
    }

    /// What was done, and where that led.
    pub struct ActionReply {
        /// What was done.
        pub action: Action,
        /// The ticket as it is now; for a follow-up, the new one.
        pub ticket: Ticket,
    }

    /// A comment to add.
    pub struct CommentInput {
        /// Plain text.
        pub text: String,
        /// A work note, seen by the desk alone.
        #[serde(default)]
        pub internal: bool,
        /// Files uploaded before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub attachments: Vec<AttachmentId>,
    }
}
