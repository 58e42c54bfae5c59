//! Everyone who is asked, step by step, and what they said so far.

use crate::{
    chain::{decider, standing, step_state},
    i18n::m,
    session::use_session,
};
use guichet_contract::types::{Approval, ApprovalRequest, ApprovalStep, StepOutcome};
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
    let people = step.approvals.iter().map(|approval| person(approval, me)).collect_view();
    // How many must agree goes without saying where one person is asked.
    let policy = (step.approvals.len() != 1 && !step.policy.is_empty()).then(|| step.policy.clone());
    let notes = policy.into_iter().chain(step.because.clone()).collect::<Vec<_>>().join(" · ");
    // What a refusal does matters while it can still happen.
    let open = matches!(step.outcome, StepOutcome::Waiting | StepOutcome::NotStarted);
    let refused = (open && !step.if_refused.is_empty())
        .then(|| view! { <p class="muted">{step.if_refused.clone()}</p> });
    view! {
        <li class="chain__step" data-state=step_state(step.outcome)>{people} <span class="muted">{notes}</span> {refused}</li>
    }
    .into_any()
}

fn person(approval: &Approval, me: &str) -> AnyView {
    let decider = decider(approval);
    let name = if decider.id.as_str() == me { m::approvals::you() } else { decider.name.clone() };
    view! { <div><strong>{name}</strong> " " {standing(approval)}</div> }.into_any()
}
