//! Why something is not possible.

use crate::{format, i18n::m};
use guichet_rules::ticket::Refusal;

/// Why an action is not possible, and what to do instead.
pub fn refusal(refusal: &Refusal) -> String {
    use m::ticket_page as t;
    match refusal {
        Refusal::NotPermitted => t::refused_not_permitted(),
        Refusal::NotOffered => t::refused_not_offered(),
        Refusal::Unrecognised | Refusal::Unknown => t::refused_unknown(),
        Refusal::AwaitingApproval => t::refused_awaiting_approval(),
        Refusal::NotStarted => t::refused_not_started(),
        Refusal::NotAssigned => t::refused_not_assigned(),
        Refusal::AlreadyYours => t::refused_already_yours(),
        Refusal::Finished => t::refused_finished(),
        Refusal::Closed => t::refused_closed(),
        Refusal::ReopenWindowEnded { ended_at } => t::refused_window_ended(&format::when(*ended_at)),
        Refusal::ReopenWindowOpen { until: Some(until) } => {
            t::refused_window_open_until(&format::when(*until))
        }
        Refusal::ReopenWindowOpen { until: None } => t::refused_window_open(),
        Refusal::ReopenInstead { until: Some(until) } => {
            t::refused_reopen_instead_until(&format::when(*until))
        }
        Refusal::ReopenInstead { until: None } => t::refused_reopen_instead(),
        Refusal::MajorIncident => t::refused_major(),
        Refusal::DeliveryBegun => t::refused_delivery_begun(),
        Refusal::RemindLater { from } => t::refused_remind_later(&format::when(*from)),
        Refusal::CommentNeeded => t::need_comment(),
        Refusal::HoldReasonNeeded => t::need_hold_reason(),
        Refusal::ResolutionCodeNeeded => t::need_resolution_code(),
        Refusal::ResolutionTextNeeded => t::need_resolution_text(),
    }
}
