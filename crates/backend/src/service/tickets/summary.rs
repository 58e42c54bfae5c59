//! Tickets as in a list.

use crate::{
    content::Company,
    service::{Ctx, Failure, clocks, refs},
    store::{Conn, Ticket, approvals},
};
use guichet_contract::types::{ApprovalState, PriorityRef, TicketSummary};
use guichet_rules::{
    priority::Priority,
    ticket::{NextStep, next_step},
};

/// Of people whose decision is awaited, so many by name: an order for fifty people may wait for thirty managers.
const NAMED: usize = 5;

/// A ticket as in a list.
pub(super) async fn summary(ctx: &Ctx, conn: &mut Conn, ticket: &Ticket) -> Result<TicketSummary, Failure> {
    let company = &ctx.company;
    let next_step = next_step(&ticket.facts(None), ctx.now);
    let next_who = match next_step {
        NextStep::Approval => approvers(company, conn, ticket).await?,
        NextStep::Assignment => ticket.group.as_ref().map(|group| refs::group(company, group).name),
        NextStep::Work => ticket.assignee.as_ref().map(|person| refs::person(company, person).name),
        NextStep::RequesterAnswer | NextStep::Confirmation => {
            Some(refs::person(company, &ticket.requested_for).name)
        }
        _ => None,
    };
    Ok(TicketSummary {
        id: ticket.id.clone(),
        kind: ticket.kind,
        title: ticket.title.clone(),
        state: ticket.state,
        hold_reason: ticket.hold_reason,
        priority: ticket.priority.map(|level| priority(company, level)),
        next_step,
        next_who,
        opened_by: refs::person(company, &ticket.opened_by),
        requested_for: refs::person(company, &ticket.requested_for),
        group: ticket.group.as_ref().map(|group| refs::group(company, group)),
        assignee: ticket.assignee.as_ref().map(|person| refs::person(company, person)),
        opened_at: ticket.opened_at,
        updated_at: ticket.updated_at,
        due: ticket.due_at,
        clock: clocks::state(ticket, ctx.now),
    })
}

/// Whose decision is awaited.
async fn approvers(company: &Company, conn: &mut Conn, ticket: &Ticket) -> Result<Option<String>, Failure> {
    let people = if ticket.is_order() {
        approvals::awaited_for_order(conn, ticket.seq).await?
    } else {
        let asked = approvals::of(conn, ticket.seq).await?;
        let waiting = asked.into_iter().filter(|approval| approval.state == ApprovalState::Waiting);
        waiting.map(|approval| approval.approver).collect()
    };
    let more = people.len().saturating_sub(NAMED);
    let mut names: Vec<String> =
        people.iter().take(NAMED).map(|person| refs::person(company, person).name).collect();
    names.extend((more > 0).then(|| format!("+{more}")));
    Ok((!names.is_empty()).then(|| names.join(", ")))
}

fn priority(company: &Company, level: u8) -> PriorityRef {
    let known = Priority::new(level).ok().and_then(|priority| company.priorities.get(&priority));
    PriorityRef { id: level, label: known.map_or_else(|| level.to_string(), |known| known.label.clone()) }
}
