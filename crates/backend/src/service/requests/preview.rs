//! What would come of a request. Creates nothing.

use super::draft::{Draft, Obstacle, draft};
use crate::{
    service::{Ctx, Failure, approvals, refs},
    words::Words,
};
use guichet_contract::types::{ApprovalPreview, RequestInput, RequestPreview};
use guichet_rules::approval::{Note, PlannedApprover, PlannedStep};

/// Problems, price, approvals and the expected date of a request.
pub async fn preview(ctx: &Ctx, input: &RequestInput) -> Result<RequestPreview, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let draft = draft(ctx, &mut conn, input, None).await?;
    let steps = draft.plan.steps.iter().filter(|step| step.skipped.is_none());
    Ok(RequestPreview {
        refusals: draft.obstacles.iter().map(|obstacle| in_words(ctx, &draft, obstacle)).collect(),
        approvals: steps.map(|step| approval(ctx, step)).collect(),
        calendar: draft.calendar.name.clone(),
        problems: draft.problems,
        price: draft.price,
        expected: draft.expected,
    })
}

/// What keeps a request from being filed, for people.
pub(super) fn in_words(ctx: &Ctx, draft: &Draft<'_>, obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::Refused(refusal) => reason(ctx, draft, *refusal),
        Obstacle::NoSuchPerson => ctx.say(Words::NoSuchChoice),
        Obstacle::Quantity => ctx.say(Words::Quantity(draft.item.quantity)),
    }
}

fn reason(ctx: &Ctx, draft: &Draft<'_>, refusal: guichet_rules::entitlement::Refusal) -> String {
    use guichet_rules::entitlement::Refusal;
    match &draft.item.orderable_reason {
        Some(own) if refusal == Refusal::NotInAudience => own.clone(),
        _ => ctx.say(Words::Order(refusal)),
    }
}

fn approval(ctx: &Ctx, step: &PlannedStep) -> ApprovalPreview {
    let person = |approver: &PlannedApprover| refs::person_in_full(&ctx.company, &approver.person);
    let mut notes: Vec<String> = step.approvers.iter().filter_map(|approver| note(ctx, approver)).collect();
    if step.problem.is_some() {
        notes.push(ctx.say(Words::NobodyToAsk));
    }
    ApprovalPreview {
        id: step.id.clone(),
        people: step.approvers.iter().map(person).collect(),
        policy: approvals::policy(ctx, step),
        because: step.because.clone(),
        notes,
    }
}

fn note(ctx: &Ctx, approver: &PlannedApprover) -> Option<String> {
    let name = refs::person(&ctx.company, approver.instead_of.as_ref()?).name;
    match approver.note? {
        Note::OwnRequest => Some(ctx.say(Words::InsteadOwnRequest(&name))),
        Note::Delegated => Some(ctx.say(Words::InsteadDelegated(&name))),
        Note::Unknown => None,
    }
}
