//! The approvals so far, step by step.

use crate::{format, i18n::m, routes};
use guichet_contract::types::{Approval, ApprovalState, ApprovalStep, StepOutcome};
use leptos::prelude::*;

/// The chain, as `me` sees it.
pub(super) fn chain(steps: &[ApprovalStep], me: &str) -> AnyView {
    let steps = steps.iter().map(|each| step(each, me)).collect_view();
    view! { <ol class="chain">{steps}</ol> }.into_any()
}

fn step(step: &ApprovalStep, me: &str) -> AnyView {
    let state = match step.outcome {
        StepOutcome::Approved => "done",
        StepOutcome::Waiting => "now",
        StepOutcome::NotStarted | StepOutcome::Other => "next",
        StepOutcome::Rejected | StepOutcome::Misconfigured => "refused",
    };
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
    view! { <li class="chain__step" data-state=state>{people} <span class="muted">{notes}</span></li> }
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
    let instead = approval.instead_of.as_ref().map(|who| t::approval_instead(&who.name));
    // Whoever decided stands first; for whom they did, behind.
    let name = approval.decided_by.as_ref().unwrap_or(&approval.approver).name.clone();
    let for_whom = approval.decided_by.as_ref().map(|_| t::approval_for(&approval.approver.name));
    let deputy = approval
        .delegate
        .as_ref()
        .map(|delegate| t::approval_delegate(&format::date(delegate.until), &delegate.person.name));
    let reminded = approval.reminded_at.filter(|_| approval.state == ApprovalState::Waiting);
    let reminded = reminded.map(|at| t::approval_reminded(&format::when(at)));
    let state = [for_whom, Some(state), instead, reminded, deputy]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let comment = approval.comment.clone().map(|words| view! { <br/> "“" {words} "”" });
    let deputy_is_me = approval.delegate.as_ref().is_some_and(|delegate| delegate.person.id.as_str() == me);
    let mine = approval.approver.id.as_str() == me || deputy_is_me;
    let asked = approval.state == ApprovalState::Waiting && mine;
    let decide = asked.then(|| {
        view! { " " <a class="link" href=routes::approval(approval.id.as_str())>{t::approval_decide()}</a> }
    });
    view! {
        <div>
            <strong>{name}</strong>
            " "
            <span class="muted">{state} {comment}</span>
            {decide}
        </div>
    }
    .into_any()
}
