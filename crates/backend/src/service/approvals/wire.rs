//! Approvals as they travel.

use super::{
    deputies::{Deputies, planned},
    standing::votes,
};
use crate::{
    service::{Ctx, Failure, refs, tickets},
    store::{self, Conn, Ticket, approvals, attachments},
    words::Words,
};
use chrono::{DateTime, Utc};
use guichet_contract::types::{
    Approval, ApprovalDelegate, ApprovalOrder, ApprovalRequest, ApprovalState, ApprovalStep, OrderApproval,
    StepOutcome,
};
use guichet_rules::{
    approval::{PlannedStep, StepRule, StepState, When, progress},
    money::Price,
};

/// How many have to agree, in words.
pub(in crate::service) fn policy(ctx: &Ctx, step: &PlannedStep) -> String {
    if step.approvers.is_empty() {
        return ctx.say(Words::NobodyToAsk);
    }
    ctx.say(Words::Policy(step.policy, step.asked()))
}

/// What a refusal does, in words; nothing where the step asks nobody.
pub(in crate::service) fn if_refused(ctx: &Ctx, step: &PlannedStep) -> String {
    step.refusals_to_end().map_or_else(String::new, |end| ctx.say(Words::Refusals(end, step.asked())))
}

/// Why a step is there: in the words of the content, or from its condition where the content says nothing.
pub(in crate::service) fn because_of(ctx: &Ctx, rule: &StepRule) -> Option<String> {
    let made = || match rule.when.as_ref()? {
        When::CostOver(limit) => Some(ctx.say(Words::CostsMore(*limit, ctx.company.currency))),
        When::Answers(_) => Some(ctx.say(Words::WasAnswered)),
    };
    rule.because.clone().or_else(made)
}

/// Why a step is there, in the reader's language where the catalog still has it.
fn because(ctx: &Ctx, ticket: &Ticket, step: &PlannedStep) -> Option<String> {
    let item = ticket.item.as_ref().and_then(|item| ctx.company.item(item));
    let rule = item.and_then(|item| item.approvals.iter().find(|rule| rule.id == step.id));
    rule.map_or_else(|| step.because.clone(), |rule| because_of(ctx, rule))
}

/// The steps of a ticket's approvals with everyone asked; those that were rightly skipped are left out.
pub(in crate::service) fn steps(
    ctx: &Ctx,
    ticket: &Ticket,
    asked: &[approvals::Approval],
    deputies: &Deputies<'_>,
) -> Vec<ApprovalStep> {
    let plan = &ticket.detail.plan;
    let progress = progress(plan, &votes(ticket, asked));
    let mut steps = Vec::new();
    for ((number, planned), found) in (0_u32..).zip(&plan.steps).zip(&progress.steps) {
        let outcome = match found.state {
            StepState::Skipped => continue,
            _ if planned.problem.is_some() => StepOutcome::Misconfigured,
            StepState::NotStarted => StepOutcome::NotStarted,
            StepState::Waiting => StepOutcome::Waiting,
            StepState::Approved => StepOutcome::Approved,
            StepState::Rejected => StepOutcome::Rejected,
            StepState::Unknown => StepOutcome::Other,
        };
        let of_step = asked.iter().filter(|approval| approval.step == number);
        steps.push(ApprovalStep {
            policy: policy(ctx, planned),
            because: because(ctx, ticket, planned),
            if_refused: if_refused(ctx, planned),
            outcome,
            approvals: of_step.map(|approval| wire(ctx, ticket, approval, deputies)).collect(),
        });
    }
    steps
}

/// Those whose turn has not come, by name: one line a step.
pub(in crate::service) fn to_come(ctx: &Ctx, ticket: &Ticket, asked: &[approvals::Approval]) -> Vec<String> {
    let plan = &ticket.detail.plan;
    let progress = progress(plan, &votes(ticket, asked));
    let steps = plan.steps.iter().zip(&progress.steps);
    let later = steps
        .filter(|(planned, found)| found.state == StepState::NotStarted && !planned.approvers.is_empty());
    let names = |planned: &PlannedStep| {
        let people = planned.approvers.iter().map(|asked| refs::person(&ctx.company, &asked.person).name);
        people.collect::<Vec<_>>().join(", ")
    };
    later.map(|(planned, _)| names(planned)).collect()
}

fn wire(ctx: &Ctx, ticket: &Ticket, approval: &approvals::Approval, deputies: &Deputies<'_>) -> Approval {
    let company = &ctx.company;
    let waits = approval.state == ApprovalState::Waiting;
    let delegate = waits.then(|| deputies.of(ticket, approval, ctx.now)).flatten();
    Approval {
        id: approval.id.clone(),
        approver: refs::person(company, &approval.approver),
        instead_of: approval.instead_of.as_ref().map(|person| refs::person(company, person)),
        state: approval.state,
        asked_at: approval.asked_at,
        decided_at: approval.decided_at,
        comment: approval.comment.clone(),
        decided_by: approval.decided_by.as_ref().map(|person| refs::person(company, person)),
        delegate: delegate.map(|found| ApprovalDelegate {
            person: refs::person(company, &found.delegate),
            until: found.until,
        }),
        reminders: approval.reminders,
        reminded_at: approval.reminded_at,
    }
}

/// An approval with all that its approver needs to decide.
pub(super) async fn request(
    ctx: &Ctx,
    conn: &mut Conn,
    ticket: &Ticket,
    approval: &approvals::Approval,
    deputies: &Deputies<'_>,
) -> Result<ApprovalRequest, Failure> {
    let company = &ctx.company;
    let files = attachments::with_order(conn, ticket).await?;
    let order = order(ctx, conn, ticket, approval).await?;
    let form = tickets::form_of(ctx, conn, ticket).await?;
    let asked = approvals::of(conn, ticket.seq).await?;
    let step = planned(ticket, approval);
    let open = approval.state == ApprovalState::Waiting;
    let others = ctx.me()?.id != approval.approver;
    let cost_centre = ticket.detail.cost_centre.as_ref().map(|id| {
        let name = company.cost_centres.get(id).map_or("", |centre| centre.name.as_str());
        format!("{id} {name}").trim_end().to_owned()
    });
    let free = || Price::of(company.currency, Vec::new());
    Ok(ApprovalRequest {
        approval: wire(ctx, ticket, approval, deputies),
        version: approval.version,
        ticket: ticket.id.clone(),
        title: ticket.title.clone(),
        opened_by: refs::person_in_full(company, &ticket.opened_by),
        requested_for: refs::person_in_full(company, &ticket.requested_for),
        price: tickets::price(ctx, ticket).unwrap_or_else(free),
        quantity: ticket.quantity.unwrap_or(1),
        cost_centre,
        answers: tickets::answered(ctx, ticket, form.as_deref(), &files),
        because: step.and_then(|step| because(ctx, ticket, step)),
        policy: step.map(|step| policy(ctx, step)).unwrap_or_default(),
        if_refused: step.map(|step| if_refused(ctx, step)).unwrap_or_default(),
        acting_for: others.then(|| refs::person(company, &approval.approver)),
        steps: steps(ctx, ticket, &asked, deputies),
        expected: open.then(|| expected(ctx, ticket)).flatten(),
        open,
        order,
    })
}

/// When it would be there if everyone agreed now.
fn expected(ctx: &Ctx, ticket: &Ticket) -> Option<DateTime<Utc>> {
    let calendar = ctx.company.opening_hours(ticket.detail.calendar.as_ref());
    // The check of the content refuses unknown zones.
    calendar.add(ctx.now, ticket.detail.resolve_within?).ok().flatten()
}

/// The order that a requested item belongs to, with what else of it waits for the same person and may be decided by whoever
/// asks: of what waits for somebody else, a delegate is shown what is theirs to decide.
async fn order(
    ctx: &Ctx,
    conn: &mut Conn,
    ticket: &Ticket,
    approval: &approvals::Approval,
) -> Result<Option<ApprovalOrder>, Failure> {
    let Some(seq) = ticket.parent else { return Ok(None) };
    let Some(order) = store::tickets::at(conn, seq).await? else { return Ok(None) };
    let me = &ctx.me()?.id;
    let waiting = approvals::waiting_of_order(conn, seq, &approval.approver, me, ctx.now).await?;
    let mut others = Vec::with_capacity(waiting.len());
    for other in waiting.into_iter().filter(|other| other.ticket != approval.ticket) {
        let Some(theirs) = store::tickets::at(conn, other.ticket).await? else { continue };
        let files = attachments::with_order(conn, &theirs).await?;
        let form = tickets::form_of(ctx, conn, &theirs).await?;
        others.push(OrderApproval {
            id: other.id,
            version: other.version,
            ticket: theirs.id.clone(),
            title: theirs.title.clone(),
            requested_for: refs::person_in_full(&ctx.company, &theirs.requested_for),
            quantity: theirs.quantity.unwrap_or(1),
            price: tickets::price(ctx, &theirs)
                .unwrap_or_else(|| Price::of(ctx.company.currency, Vec::new())),
            answers: tickets::answered(ctx, &theirs, form.as_deref(), &files),
        });
    }
    Ok(Some(ApprovalOrder { id: order.id, title: order.title, others }))
}
