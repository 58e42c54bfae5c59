//! What would come of a request. Creates nothing.

use super::draft::{Draft, Obstacle, draft};
use crate::{
    service::{Ctx, Failure, approvals, refs},
    words::Words,
};
use guichet_contract::types::{ApprovalPreview, RequestInput, RequestPreview};
use guichet_rules::approval::{Note, PassReason, PassedOver, PlannedApprover, PlannedStep, deputy};

/// Problems, price, approvals and the expected date of a request.
pub async fn preview(ctx: &Ctx, input: &RequestInput) -> Result<RequestPreview, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let draft = draft(ctx, &mut conn, input, None).await?;
    Ok(RequestPreview {
        refusals: draft.obstacles.iter().map(|obstacle| in_words(ctx, &draft, obstacle)).collect(),
        blocked: draft.unaskable().map(|problem| approvals::unaskable(ctx, problem)),
        approvals: approvals_of(ctx, &draft),
        calendar: draft.calendar.name.clone(),
        problems: draft.problems,
        price: draft.price,
        expected: draft.expected,
    })
}

/// Who is asked, step by step.
pub(super) fn approvals_of(ctx: &Ctx, draft: &Draft<'_>) -> Vec<ApprovalPreview> {
    let steps = draft.plan.steps.iter().filter(|step| step.skipped.is_none());
    steps.map(|step| approval(ctx, draft, step)).collect()
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

fn approval(ctx: &Ctx, draft: &Draft<'_>, step: &PlannedStep) -> ApprovalPreview {
    let person = |approver: &PlannedApprover| refs::person_in_full(&ctx.company, &approver.person);
    let mut notes: Vec<String> = step.approvers.iter().filter_map(|approver| note(ctx, approver)).collect();
    notes.extend(step.approvers.iter().filter_map(|approver| away(ctx, draft, step, approver)));
    notes.extend(step.passed_over.iter().filter_map(|passed| passed_over(ctx, passed)));
    notes.extend(step.problem.as_ref().map(|problem| approvals::in_words(ctx, problem)));
    let rule = draft.item.approvals.iter().find(|rule| rule.id == step.id);
    ApprovalPreview {
        id: step.id.clone(),
        people: step.approvers.iter().map(person).collect(),
        policy: approvals::policy(ctx, step),
        if_refused: approvals::if_refused(ctx, step),
        because: rule.and_then(|rule| approvals::because_of(ctx, rule)),
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

/// Who may decide for an approver who is away just now.
fn away(ctx: &Ctx, draft: &Draft<'_>, step: &PlannedStep, approver: &PlannedApprover) -> Option<String> {
    let concerned = [&ctx.me().ok()?.id, &draft.beneficiary.id];
    let found = deputy(step, &approver.person, &concerned, &draft.deputies, ctx.now)?;
    let name = |person| refs::person(&ctx.company, person).name;
    let (delegate, delegator) = (name(&found.delegate), name(&found.delegator));
    Some(ctx.say(Words::Away { name: &delegator, delegate: &delegate, until: found.until }))
}

/// Somebody who was named and is not asked; what else there is to say of them stands with who is asked instead.
fn passed_over(ctx: &Ctx, passed: &PassedOver) -> Option<String> {
    let name = refs::person(&ctx.company, &passed.person).name;
    (passed.reason == PassReason::Inactive).then(|| ctx.say(Words::NotThere(&name)))
}
