//! What was decided, or why nothing can be.

use crate::{
    format,
    i18n::m,
    ui::{Icon, IconName},
};
use guichet_contract::types::{ApprovalRequest, ApprovalState};
use leptos::prelude::*;

/// In the place of the buttons.
pub(super) fn outcome(request: &ApprovalRequest) -> AnyView {
    use m::approvals as t;
    let approval = &request.approval;
    let when = approval.decided_at.map(format::when).unwrap_or_default();
    // Somebody else may have decided in this person's place, or the one in whose place they are.
    let other = match (&approval.decided_by, &request.acting_for) {
        (Some(by), None) => Some(&by.name),
        (None, Some(_)) => Some(&approval.approver.name),
        _ => None,
    };
    let (state, icon, words) = match (approval.state, other) {
        (ApprovalState::Approved, Some(name)) => {
            (Some("approved"), IconName::Check, t::happened_approved(name, &when))
        }
        (ApprovalState::Rejected, Some(name)) => {
            (Some("refused"), IconName::Cross, t::happened_refused(name, &when))
        }
        (ApprovalState::Approved, None) => (Some("approved"), IconName::Check, t::you_approved(&when)),
        (ApprovalState::Rejected, None) => (Some("refused"), IconName::Cross, t::you_refused(&when)),
        (ApprovalState::NotStarted, _) => (None, IconName::Clock, t::not_your_turn()),
        (ApprovalState::Waiting | ApprovalState::Superseded | ApprovalState::Other, _) => {
            (None, IconName::Info, t::no_longer_needed())
        }
    };
    let comment = approval.comment.as_deref().map(|words| view! { <p class="muted">{t::quoted(words)}</p> });
    view! { <p class="decided" data-state=state><Icon name=icon/> {words}</p> {comment} }.into_any()
}
