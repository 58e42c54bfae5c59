//! Why a ticket waits, and how it ended.

use crate::i18n::m;
use guichet_rules::ticket::{HoldReason, ResolutionCode};

/// What a ticket waits for.
pub fn hold_reason(reason: HoldReason) -> String {
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
pub fn resolution_code(code: ResolutionCode) -> String {
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
