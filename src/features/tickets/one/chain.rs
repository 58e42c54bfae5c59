//! The approvals so far, step by step.

use crate::{
    chain::{decider, standing, step_state},
    i18n::m,
    routes,
};
use guichet_contract::types::{Approval, ApprovalState, ApprovalStep, StepOutcome};
use leptos::prelude::*;

/// The chain, as `me` sees it.
pub(super) fn chain(steps: &[ApprovalStep], me: &str) -> AnyView {
    let steps = steps.iter().map(|each| step(each, me)).collect_view();
    view! { <ol class="chain">{steps}</ol> }.into_any()
}

fn step(step: &ApprovalStep, me: &str) -> AnyView {
    let nobody = (step.outcome == StepOutcome::Misconfigured).then(m::ticket_page::approval_nobody);
    let people = step.approvals.iter().map(|approval| person(approval, me)).collect_view();
    // How many must agree goes without saying where one person is asked, and where nobody can be.
    let says_more = step.approvals.len() != 1 && nobody.is_none() && !step.policy.is_empty();
    let policy = says_more.then(|| step.policy.clone());
    // What a refusal does matters while it can still happen.
    let open = matches!(step.outcome, StepOutcome::Waiting | StepOutcome::NotStarted);
    let refused = (open && !step.if_refused.is_empty()).then(|| step.if_refused.clone());
    let notes =
        [policy, step.because.clone(), nobody, refused].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! { <li class="chain__step" data-state=step_state(step.outcome)>{people} <span class="muted">{notes}</span></li> }
        .into_any()
}

fn person(approval: &Approval, me: &str) -> AnyView {
    let deputy_is_me = approval.delegate.as_ref().is_some_and(|delegate| delegate.person.id.as_str() == me);
    let mine = approval.approver.id.as_str() == me || deputy_is_me;
    let asked = approval.state == ApprovalState::Waiting && mine;
    let decide = asked.then(|| {
        let words = m::ticket_page::approval_decide();
        view! { " " <a class="link" href=routes::approval(approval.id.as_str())>{words}</a> }
    });
    view! { <div><strong>{decider(approval).name.clone()}</strong> " " {standing(approval)} {decide}</div> }
        .into_any()
}
