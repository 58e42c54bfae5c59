//! What the forms of the desk offer to choose from.

use super::super::words;
use crate::ui::Choice;
use guichet_rules::ticket::{HoldReason, Kind, ResolutionCode};

/// What a ticket may wait for.
pub(super) fn hold_reasons() -> Vec<Choice> {
    HoldReason::ALL.iter().map(|reason| Choice::new(reason.as_str(), words::hold_reason(*reason))).collect()
}

/// How a ticket of this kind is resolved, the usual first.
pub(super) fn resolution_codes(kind: Kind) -> Vec<Choice> {
    use ResolutionCode as C;
    let codes: &[C] = match kind {
        Kind::Request => &[C::Fulfilled, C::Duplicate, C::Withdrawn],
        Kind::Question => &[C::Solved, C::Duplicate, C::Withdrawn],
        Kind::Incident | Kind::Unknown => {
            &[C::Solved, C::Workaround, C::NotReproducible, C::KnownError, C::Duplicate, C::Withdrawn]
        }
    };
    codes.iter().map(|code| Choice::new(code.as_str(), words::resolution_code(*code))).collect()
}
