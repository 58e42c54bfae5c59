//! One ticket, whole, for one reader.

use super::{Access, answers, milestones::milestones, summary::summary};
use crate::{
    content::Level,
    service::{
        Ctx, Failure,
        approvals::{self, Deputies},
        clocks, refs,
    },
    store::{self, Conn, attachments, entries},
};
use guichet_contract::types::{RequestedItem, Resolution, Ticket};
use guichet_rules::{
    ids::TicketId,
    ticket::{Action, Facts, State, permitted},
};

/// The ticket as whoever asks sees it.
pub(in crate::service) async fn view(ctx: &Ctx, conn: &mut Conn, access: &Access) -> Result<Ticket, Failure> {
    let me = ctx.me()?;
    let company = &ctx.company;
    let ticket = &access.ticket;
    let entries = entries::of(conn, ticket.seq).await?;
    let files = attachments::with_order(conn, ticket).await?;
    let items = items(ctx, conn, ticket).await?;
    let part_of = part_of(ctx, conn, ticket).await?;
    let asked = store::approvals::of(conn, ticket.seq).await?;
    let form = answers::form_of(ctx, conn, ticket).await?;
    let deputies = Deputies::for_ticket(ctx, conn, ticket).await?;
    let facts = Facts {
        delivery_begun: items.iter().any(is_done),
        asked_at: approvals::last_told(&asked),
        ..ticket.facts(Some(&me.id))
    };
    let mut actions = permitted(&facts, &access.roles, ctx.now);
    // The contract has no way yet to say how content one is.
    actions.retain(|permission| permission.action != Action::Rate);
    let level = |levels: &[Level], id: &Option<String>| {
        let id = id.as_ref()?;
        let known = levels.iter().find(|level| level.id == *id);
        Some(known.map_or_else(|| id.clone(), |level| level.label.clone()))
    };
    Ok(Ticket {
        summary: summary(ctx, conn, ticket).await?,
        version: ticket.version,
        description: ticket.detail.description.clone(),
        item: ticket.item.as_ref().map(|item| refs::item(company, item)),
        quantity: ticket.quantity,
        answers: answers::answered(ctx, ticket, form.as_deref(), &files),
        secrets: answers::secrets(ctx, ticket, form.as_deref())?,
        price: answers::price(ctx, ticket),
        cost_centre: ticket.detail.cost_centre.as_ref().map(|id| refs::cost_centre(company, id)),
        items,
        part_of,
        service: ticket.service.as_ref().map(|service| refs::service(company, service)),
        asset: ticket.asset.as_ref().map(|asset| refs::asset(company, asset)),
        impact: level(&company.impacts, &ticket.impact),
        urgency: level(&company.urgencies, &ticket.urgency),
        approvals: approvals::steps(ctx, ticket, &asked, &deputies),
        resolution: resolution(ticket),
        reopen_count: ticket.detail.reopen_count,
        follows: ticket.detail.follows.clone(),
        watchers: access.watchers.iter().map(|person| refs::person(company, person)).collect(),
        clocks: clocks::read(ctx, ticket, &entries)?,
        actions,
        milestones: milestones(ctx, ticket),
    })
}

fn is_done(item: &RequestedItem) -> bool {
    matches!(item.summary.state, State::Resolved | State::Closed)
}

/// The requested items of an order.
async fn items(ctx: &Ctx, conn: &mut Conn, order: &store::Ticket) -> Result<Vec<RequestedItem>, Failure> {
    if !order.is_order() {
        return Ok(Vec::new());
    }
    let found = store::tickets::items_of(conn, order.seq).await?;
    let waiting = found.iter().find(|ticket| ticket.state == State::AwaitingApproval);
    let deputies = Deputies::for_ticket(ctx, conn, waiting.unwrap_or(order)).await?;
    let mut items = Vec::with_capacity(found.len());
    for ticket in &found {
        let Some(item) = &ticket.item else { continue };
        let files = attachments::with_order(conn, ticket).await?;
        let form = answers::form_of(ctx, conn, ticket).await?;
        let asked = store::approvals::of(conn, ticket.seq).await?;
        items.push(RequestedItem {
            summary: summary(ctx, conn, ticket).await?,
            item: refs::item(&ctx.company, item),
            quantity: ticket.quantity.unwrap_or(1),
            price: answers::price(ctx, ticket),
            answers: answers::answered(ctx, ticket, form.as_deref(), &files),
            asked_later: asked_later(ctx, ticket, &asked),
            approvals: approvals::steps(ctx, ticket, &asked, &deputies),
        });
    }
    Ok(items)
}

/// Those whose turn to agree is still to come, step by step.
fn asked_later(ctx: &Ctx, ticket: &store::Ticket, asked: &[store::approvals::Approval]) -> Vec<String> {
    if ticket.state != State::AwaitingApproval {
        return Vec::new();
    }
    approvals::to_come(ctx, ticket, asked)
}

/// The order that a requested item is a part of, for whoever may see that: not everyone whom a part is for may see the rest.
async fn part_of(ctx: &Ctx, conn: &mut Conn, ticket: &store::Ticket) -> Result<Option<TicketId>, Failure> {
    let Some(order) = ticket.parent else { return Ok(None) };
    let Some(order) = store::tickets::at(conn, order).await? else { return Ok(None) };
    match Access::of(ctx, conn, order).await {
        Ok(access) => Ok(Some(access.ticket.id)),
        Err(Failure::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn resolution(ticket: &store::Ticket) -> Option<Resolution> {
    let resolution = ticket.detail.resolution.as_ref()?;
    Some(Resolution {
        code: resolution.code,
        text: resolution.text.clone(),
        at: ticket.resolved_at?,
        reopen_until: ticket.facts(None).reopen_until()?,
    })
}
