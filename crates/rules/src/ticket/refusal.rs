//! Why an action is not possible.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Why an action is not possible. The portal says it in the reader's language, by [`code`](Self::code); the texts here
/// are for logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "TicketRefusal"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Refusal {
    /// It is for people of another role.
    #[error("the action is not for this role")]
    NotPermitted,
    /// It makes no sense where the ticket stands, such as to resume what is not on hold.
    #[error("the action makes no sense in this state")]
    NotOffered,
    /// A kind, state or action that this release does not know, or a state that the kind never has.
    #[error("the ticket or the action is not one that this release knows")]
    Unrecognised,
    /// Somebody has to agree first.
    #[error("it awaits approval")]
    AwaitingApproval,
    /// Nobody has begun: take it, or start.
    #[error("nobody has begun to work on it")]
    NotStarted,
    /// Nobody is assigned: take it.
    #[error("nobody is assigned")]
    NotAssigned,
    /// The actor is assigned already.
    #[error("it is assigned to the actor already")]
    AlreadyYours,
    /// The work is finished: there is nothing to cancel. Reopen it, or leave it.
    #[error("the work is finished")]
    Finished,
    /// Closed, cancelled or rejected: open a follow-up.
    #[error("closed: open a follow-up")]
    Closed,
    /// Too late to reopen: open a follow-up.
    #[error("it could be reopened until {ended_at}")]
    ReopenWindowEnded {
        /// The first instant at which it could no longer be reopened.
        ended_at: DateTime<Utc>,
    },
    /// Too early to close without the requester.
    #[error("the requester may still reopen it")]
    ReopenWindowOpen {
        /// When that ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<DateTime<Utc>>,
    },
    /// A follow-up is for what can no longer be reopened.
    #[error("it can still be reopened")]
    ReopenInstead {
        /// When that ends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<DateTime<Utc>>,
    },
    /// A major incident concerns many: one requester does not decide over it.
    #[error("a major incident is not decided by one requester")]
    MajorIncident,
    /// Part of it is delivered, or ordered for good: ask the desk in a comment.
    #[error("part of it is delivered, or ordered for good")]
    DeliveryBegun,
    /// Those who have to agree heard of it a short while ago.
    #[error("they can be reminded from {from}")]
    RemindLater {
        /// The first instant at which they can be reminded.
        from: DateTime<Utc>,
    },
    /// A comment is needed: the question to the requester, the reason of a cancellation, the text of a note.
    #[error("a comment is needed")]
    CommentNeeded,
    /// What it waits for is needed.
    #[error("a reason to hold is needed")]
    HoldReasonNeeded,
    /// How it was resolved is needed.
    #[error("a resolution code is needed")]
    ResolutionCodeNeeded,
    /// What was done is needed.
    #[error("a resolution text is needed")]
    ResolutionTextNeeded,
    /// A reason that this release does not know.
    #[error("not possible")]
    #[serde(other)]
    Unknown,
}

impl Refusal {
    /// Its code in JSON, for translations and for the `code` of a problem document.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPermitted => "not_permitted",
            Self::NotOffered => "not_offered",
            Self::Unrecognised => "unrecognised",
            Self::AwaitingApproval => "awaiting_approval",
            Self::NotStarted => "not_started",
            Self::NotAssigned => "not_assigned",
            Self::AlreadyYours => "already_yours",
            Self::Finished => "finished",
            Self::Closed => "closed",
            Self::ReopenWindowEnded { .. } => "reopen_window_ended",
            Self::ReopenWindowOpen { .. } => "reopen_window_open",
            Self::ReopenInstead { .. } => "reopen_instead",
            Self::MajorIncident => "major_incident",
            Self::DeliveryBegun => "delivery_begun",
            Self::RemindLater { .. } => "remind_later",
            Self::CommentNeeded => "comment_needed",
            Self::HoldReasonNeeded => "hold_reason_needed",
            Self::ResolutionCodeNeeded => "resolution_code_needed",
            Self::ResolutionTextNeeded => "resolution_text_needed",
            Self::Unknown => "unknown",
        }
    }

    /// Whether the action makes sense for the actor here and is merely not possible now, so that it is shown disabled
    /// with this reason. Otherwise it is not shown at all.
    pub fn is_shown(&self) -> bool {
        self.weight() > 2
    }

    /// Of the refusals that somebody gets in several roles, the heaviest says most.
    pub(super) const fn weight(&self) -> u8 {
        match self {
            Self::NotPermitted => 0,
            Self::Unrecognised => 1,
            Self::NotOffered => 2,
            _ => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn codes_are_those_of_the_json_and_carry_their_parameters() {
        let at = "2026-11-21T09:00:00Z".parse::<DateTime<Utc>>().unwrap();
        for refusal in [
            Refusal::NotPermitted,
            Refusal::NotOffered,
            Refusal::Unrecognised,
            Refusal::AwaitingApproval,
            Refusal::NotStarted,
            Refusal::NotAssigned,
            Refusal::AlreadyYours,
            Refusal::Finished,
            Refusal::Closed,
            Refusal::ReopenWindowEnded { ended_at: at },
            Refusal::ReopenWindowOpen { until: Some(at) },
            Refusal::ReopenInstead { until: None },
            Refusal::MajorIncident,
            Refusal::DeliveryBegun,
            Refusal::RemindLater { from: at },
            Refusal::CommentNeeded,
            Refusal::HoldReasonNeeded,
            Refusal::ResolutionCodeNeeded,
            Refusal::ResolutionTextNeeded,
            Refusal::Unknown,
        ] {
            let json = serde_json::to_value(refusal).unwrap();
            assert_eq!(json["code"], refusal.code());
            assert_eq!(serde_json::from_value::<Refusal>(json).unwrap(), refusal);
        }
        assert_eq!(
            serde_json::to_value(Refusal::ReopenWindowEnded { ended_at: at }).unwrap(),
            json!({"code": "reopen_window_ended", "ended_at": "2026-11-21T09:00:00Z"})
        );
        let later = json!({"code": "phase_of_the_moon", "phase": 3});
        assert_eq!(serde_json::from_value::<Refusal>(later).unwrap(), Refusal::Unknown);
    }
}
