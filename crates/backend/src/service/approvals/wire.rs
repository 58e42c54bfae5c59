//! Approvals as they travel.

use super::standing::votes;
use crate::{
    service::{Ctx, Failure, refs, tickets},
    store::{self, Conn, Ticket, approvals, attachments},
    words::Words,
};
use guichet_contract::types::{
    Approval, ApprovalOrder, ApprovalRequest, ApprovalState, ApprovalStep, OrderApproval, StepOutcome,
};
use guichet_rules::{
    approval::{PlannedStep, StepState, progress},
    money::Price,
};

/// How many have to agree, in words.
pub(in crate::service) fn policy(ctx: &Ctx, step: &PlannedStep) -> String {
    if step.approvers.is_empty() {
        return ctx.say(Words::NobodyToAsk);
    }
    ctx.say(Words::Policy(step.policy, step.asked()))
}

/// Why a step is there, in the reader's language where the catalog still has it.
fn because(ctx: &Ctx, ticket: &Ticket, step: &PlannedStep) -> Option<String> {
    let item = ticket.item.as_ref().and_then(|item| ctx.company.item(item));
    let rule = item.and_then(|item| item.approvals.iter().find(|rule| rule.id == step.id));
    rule.map_or_else(|| step.because.clone(), |rule| rule.because.clone())
}

/// The steps of a ticket's approvals with everyone asked; those that were rightly skipped are left out.
pub(in crate::service) fn steps(
    ctx: &Ctx,
    ticket: &Ticket,
    asked: &[approvals::Approval],
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
            outcome,
            approvals: of_step.map(|approval| wire(ctx, approval)).collect(),
        });
    }
    steps
}

fn wire(ctx: &Ctx, approval: &approvals::Approval) -> Approval {
    let company = &ctx.company;
    Approval {
        id: approval.id.clone(),
        approver: refs::person(company, &approval.approver),
        instead_of: approval.instead_of.as_ref().map(|person| refs::person(company, person)),
        state: approval.state,
        asked_at: approval.asked_at,
        decided_at: approval.decided_at,
        comment: approval.comment.clone(),
    }
}

/// An approval with all that its approver needs to decide.
pub(super) async fn request(
    ctx: &Ctx,
    conn: &mut Conn,
    ticket: &Ticket,
    approval: &approvals::Approval,
) -> Result<ApprovalRequest, Failure> {
    let company = &ctx.company;
    let files = attachments::with_order(conn, ticket).await?;
    let order = order(ctx, conn, ticket, approval).await?;
    let step = usize::try_from(approval.step).ok().and_then(|step| ticket.detail.plan.steps.get(step));
    let cost_centre = ticket.detail.cost_centre.as_ref().map(|id| {
        let name = company.cost_centres.get(id).map_or("", |centre| centre.name.as_str());
        format!("{id} {name}").trim_end().to_owned()
    });
    let free = || Price::of(company.currency, Vec::new());
    Ok(ApprovalRequest {
        approval: wire(ctx, approval),
        version: approval.version,
        ticket: ticket.id.clone(),
        title: ticket.title.clone(),
        opened_by: refs::person_in_full(company, &ticket.opened_by),
        requested_for: refs::person_in_full(company, &ticket.requested_for),
        price: tickets::price(ctx, ticket).unwrap_or_else(free),
        quantity: ticket.quantity.unwrap_or(1),
        cost_centre,
        answers: tickets::answered(ctx, ticket, &files),
        because: step.and_then(|step| because(ctx, ticket, step)),
        policy: step.map(|step| policy(ctx, step)).unwrap_or_default(),
        open: approval.state == ApprovalState::Waiting,
        order,
    })
}

/// The order that a requested item belongs to, with what else of it waits for the same person.
async fn order(
    ctx: &Ctx,
    conn: &mut Conn,
    ticket: &Ticket,
    approval: &approvals::Approval,
) -> Result<Option<ApprovalOrder>, Failure> {
    let Some(seq) = ticket.parent else { return Ok(None) };
    let Some(order) = store::tickets::at(conn, seq).await? else { return Ok(None) };
    let waiting = approvals::waiting_of_order(conn, seq, &approval.approver).await?;
    let mut others = Vec::with_capacity(waiting.len());
    for other in waiting.into_iter().filter(|other| other.id != approval.id) {
        let Some(theirs) = store::tickets::at(conn, other.ticket).await? else { continue };
        let files = attachments::with_order(conn, &theirs).await?;
        others.push(OrderApproval {
            id: other.id,
            version: other.version,
            ticket: theirs.id.clone(),
            title: theirs.title.clone(),
            requested_for: refs::person_in_full(&ctx.company, &theirs.requested_for),
            quantity: theirs.quantity.unwrap_or(1),
            price: tickets::price(ctx, &theirs)
                .unwrap_or_else(|| Price::of(ctx.company.currency, Vec::new())),
            answers: tickets::answered(ctx, &theirs, &files),
        });
    }
    Ok(Some(ApprovalOrder { id: order.id, title: order.title, others }))
}
