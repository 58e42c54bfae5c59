//! What can be done, and that it was.

use crate::i18n::m;
use guichet_rules::ticket::{Action, Kind};

/// What an action is called on its button. What a requester resolves themselves "works again".
pub fn action(action: Action, kind: Kind, as_requester: bool) -> String {
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
        Action::Remind => t::remind(),
        Action::FollowUp => t::follow_up(),
        Action::Comment => t::send_reply(),
        Action::WorkNote => t::send_note(),
        Action::Rate | Action::Approve | Action::Reject | Action::AutoClose | Action::Unknown => {
            String::new()
        }
    }
}

/// What was done, for whoever hears it.
pub fn done(action: Action) -> String {
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
        Action::Remind => t::done_remind(),
        Action::Comment => t::done_comment(),
        Action::WorkNote => t::done_note(),
        _ => t::done_other(),
    }
}
