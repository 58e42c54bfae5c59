//! Everyone who is asked, step by step, and what they said so far.

use super::words::decider;
use crate::{format, i18n::m, session::use_session};
use guichet_contract::types::{Approval, ApprovalRequest, ApprovalState, ApprovalStep, StepOutcome};
use leptos::prelude::*;

/// The section; absent where the backend does not say.
pub(super) fn steps(request: &ApprovalRequest) -> Option<AnyView> {
    let me = use_session().person();
    let steps = request.steps.iter().map(|each| step(each, &me)).collect::<Vec<_>>();
    (!steps.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2 class="section__title">{m::approvals::section_steps()}</h2>
                <ol class="chain">{steps}</ol>
            </section>
        }
        .into_any()
    })
}

fn step(step: &ApprovalStep, me: &str) -> AnyView {
    let state = match step.outcome {
        StepOutcome::Approved => "done",
        StepOutcome::Waiting => "now",
        StepOutcome::NotStarted | StepOutcome::Other => "next",
        StepOutcome::Rejected | StepOutcome::Misconfigured => "refused",
    };
    let people = step.approvals.iter().map(|approval| person(approval, me)).collect_view();
    // How many must agree goes without saying where one person is asked.
    let policy = (step.approvals.len() != 1 && !step.policy.is_empty()).then(|| step.policy.clone());
    let notes = policy.into_iter().chain(step.because.clone()).collect::<Vec<_>>().join(" · ");
    let refused =
        (!step.if_refused.is_empty()).then(|| view! { <p class="muted">{step.if_refused.clone()}</p> });
    view! {
        <li class="chain__step" data-state=state>{people} <span class="muted">{notes}</span> {refused}</li>
    }
    .into_any()
}

fn person(approval: &Approval, me: &str) -> AnyView {
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
    let decider = decider(approval);
    let name = if decider.id.as_str() == me { m::approvals::you() } else { decider.name.clone() };
    let for_whom = approval.decided_by.as_ref().map(|_| m::approvals::for_name(&approval.approver.name));
    let instead = approval.instead_of.as_ref().map(|who| t::approval_instead(&who.name));
    let deputy = approval
        .delegate
        .as_ref()
        .map(|delegate| m::approvals::may_decide(&format::date(delegate.until), &delegate.person.name));
    let reminded = approval.reminded_at.filter(|_| approval.state == ApprovalState::Waiting);
    let reminded = reminded.map(|at| m::approvals::reminded_at(&format::when(at)));
    let state = [for_whom, Some(state), instead, reminded, deputy]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let comment = approval.comment.clone().map(|words| view! { <br/> "“" {words} "”" });
    view! { <div><strong>{name}</strong> " " <span class="muted">{state} {comment}</span></div> }.into_any()
}
