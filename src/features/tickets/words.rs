//! What the rules say, in the reader's words.

use crate::{format, i18n::m};
use guichet_rules::ticket::{Action, HoldReason, Kind, Refusal, ResolutionCode};

/// Why an action is not possible, and what to do instead.
pub(super) fn refusal(refusal: &Refusal) -> String {
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
        Refusal::CommentNeeded => t::need_comment(),
        Refusal::HoldReasonNeeded => t::need_hold_reason(),
        Refusal::ResolutionCodeNeeded => t::need_resolution_code(),
        Refusal::ResolutionTextNeeded => t::need_resolution_text(),
    }
}

/// What an action is called on its button. What a requester resolves themselves "works again".
pub(super) fn action(action: Action, kind: Kind, as_requester: bool) -> String {
    use m::ticket_page as t;
    match action {
        Action::Take => t::take(),
        Action::Assign => t::assign(),
        Action::Start => t::start(),
        Action::Hold => t::hold(),
        Action::Resume => t::resume(),
        Action::Resolve if as_requester && kind == Kind::Question => t::answered(),
        Action::Resolve if as_requester => t::works_again(),
        Action::Resolve => t::resolve(),
        Action::Confirm => match kind {
            Kind::Request => t::confirm_request(),
            Kind::Question => t::answered(),
            Kind::Incident | Kind::Unknown => t::works_again(),
        },
        Action::Reopen => match kind {
            Kind::Request => t::reopen_request(),
            Kind::Incident | Kind::Question | Kind::Unknown => t::reopen(),
        },
        Action::Cancel => t::cancel(),
        Action::FollowUp => t::follow_up(),
        Action::Comment => t::send_reply(),
        Action::WorkNote => t::send_note(),
        Action::Rate | Action::Approve | Action::Reject | Action::AutoClose | Action::Unknown => {
            String::new()
        }
    }
}

/// What was done, for whoever hears it.
pub(super) fn done(action: Action) -> String {
    use m::ticket_page as t;
    match action {
        Action::Take => t::done_take(),
        Action::Assign => t::done_assign(),
        Action::Start => t::done_start(),
        Action::Hold => t::done_hold(),
        Action::Resume => t::done_resume(),
        Action::Resolve => t::done_resolve(),
        Action::Confirm => t::done_confirm(),
        Action::Reopen => t::done_reopen(),
        Action::Cancel => t::done_cancel(),
        Action::Comment => t::done_comment(),
        Action::WorkNote => t::done_note(),
        _ => t::done_other(),
    }
}

/// What a ticket waits for.
pub(super) fn hold_reason(reason: HoldReason) -> String {
    use m::ticket_page as t;
    match reason {
        HoldReason::Requester => t::hold_requester(),
        HoldReason::Approval => t::hold_approval(),
        HoldReason::ThirdParty => t::hold_third_party(),
        HoldReason::Change => t::hold_change(),
        HoldReason::Problem => t::hold_problem(),
        HoldReason::Unknown => m::ticket::on_hold(),
    }
}

/// How a ticket was resolved.
pub(super) fn resolution_code(code: ResolutionCode) -> String {
    use m::ticket_page as t;
    match code {
        ResolutionCode::Solved => t::code_solved(),
        ResolutionCode::Workaround => t::code_workaround(),
        ResolutionCode::Fulfilled => t::code_fulfilled(),
        ResolutionCode::Duplicate => t::code_duplicate(),
        ResolutionCode::NotReproducible => t::code_not_reproducible(),
        ResolutionCode::KnownError => t::code_known_error(),
        ResolutionCode::Withdrawn => t::code_withdrawn(),
        ResolutionCode::Unknown => m::ticket::resolved(),
    }
}
