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
use guichet_contract::types::{Resolution, Ticket};
use guichet_rules::ticket::{Action, Facts, permitted};

/// The ticket as whoever asks sees it.
pub(in crate::service) async fn view(ctx: &Ctx, conn: &mut Conn, access: &Access) -> Result<Ticket, Failure> {
    let me = ctx.me()?;
    let company = &ctx.company;
    let ticket = &access.ticket;
    let entries = entries::of(conn, ticket.seq).await?;
    let files = attachments::of(conn, ticket.seq).await?;
    let asked = store::approvals::of(conn, ticket.seq).await?;
    let form = answers::form_of(ctx, conn, ticket).await?;
    let deputies = Deputies::for_ticket(ctx, conn, ticket).await?;
    let facts = Facts { asked_at: approvals::last_told(&asked), ..ticket.facts(Some(&me.id)) };
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
        price: answers::price(ctx, ticket),
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

fn resolution(ticket: &store::Ticket) -> Option<Resolution> {
    let resolution = ticket.detail.resolution.as_ref()?;
    Some(Resolution {
        code: resolution.code,
        text: resolution.text.clone(),
        at: ticket.resolved_at?,
        reopen_until: ticket.facts(None).reopen_until()?,
    })
}
