//! The approvals of a request in words: what became of each step, and what each person said. Their page and that of the ticket
//! say the same.

use crate::{format, i18n::m};
use guichet_contract::types::{Approval, ApprovalState, PersonRef, StepOutcome};
use leptos::prelude::*;

/// The `data-state` of a step in a `.chain`.
pub fn step_state(outcome: StepOutcome) -> &'static str {
    match outcome {
        StepOutcome::Approved => "done",
        StepOutcome::Waiting => "now",
        StepOutcome::NotStarted | StepOutcome::Other => "next",
        StepOutcome::Rejected | StepOutcome::Misconfigured => "refused",
    }
}

/// Who decided, or is to decide.
pub fn decider(approval: &Approval) -> &PersonRef {
    approval.decided_by.as_ref().unwrap_or(&approval.approver)
}

/// What there is to say behind the name of whoever decided or is asked: for whom, how it stands, and their comment.
pub fn standing(approval: &Approval) -> AnyView {
    use m::ticket_page as t;
    let decided = approval.decided_at.map(format::when).unwrap_or_default();
    let state = match approval.state {
        ApprovalState::Approved => t::approval_approved(&decided),
        ApprovalState::Rejected => t::approval_rejected(&decided),
        ApprovalState::Waiting => match approval.asked_at {
            Some(at) => t::approval_waiting_since(&format::when(at)),
            None => t::approval_waiting(),
        },
        ApprovalState::NotStarted => t::approval_later(),
        ApprovalState::Superseded | ApprovalState::Other => t::approval_superseded(),
    };
    let for_whom = approval.decided_by.as_ref().map(|_| t::approval_for(&approval.approver.name));
    let instead = approval.instead_of.as_ref().map(|who| t::approval_instead(&who.name));
    let reminded = approval.reminded_at.filter(|_| approval.state == ApprovalState::Waiting);
    let reminded = reminded.map(|at| t::approval_reminded(&format::when(at)));
    let deputy = approval
        .delegate
        .as_ref()
        .map(|delegate| t::approval_delegate(&format::date(delegate.until), &delegate.person.name));
    let words = [for_whom, Some(state), instead, reminded, deputy];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let comment = approval.comment.as_deref().map(|words| view! { <br/> {m::approvals::quoted(words)} });
    view! { <span class="muted">{words} {comment}</span> }.into_any()
}
