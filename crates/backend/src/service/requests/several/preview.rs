//! What would come of an order. Creates nothing.

use super::{
    charge,
    draft::{OrderDraft, draft, total},
    limits::{count, requested_items},
    line::Line,
};
use crate::{
    service::{
        Ctx, Failure, approvals, refs,
        requests::{create::files_of, preview::approvals_of},
        tickets::answered_in,
    },
    store::{Conn, attachments},
};
use guichet_contract::types::{
    ItemRef, OrderApprover, OrderChain, OrderInput, OrderLinePreview, OrderPreview, RequestInput,
};
use guichet_rules::{
    ids::PersonId,
    money::{Price, PriceLine},
};

/// What is wrong with an order, what it costs, and who is asked.
pub async fn preview(ctx: &Ctx, input: &OrderInput) -> Result<OrderPreview, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let order = draft(ctx, &mut conn, input).await?;
    let mut items = Vec::with_capacity(order.lines.len());
    for (asked, line) in input.items.iter().zip(&order.lines) {
        items.push(line_preview(ctx, &mut conn, asked, line).await?);
    }
    Ok(OrderPreview {
        items,
        approvers: approvers(ctx, &order),
        cost_centres: charge::allowed(ctx, &order.people)?,
        requested_items: count(requested_items(input)),
        price: order.price,
        errors: order.errors,
    })
}

async fn line_preview(
    ctx: &Ctx,
    conn: &mut Conn,
    asked: &RequestInput,
    line: &Line<'_>,
) -> Result<OrderLinePreview, Failure> {
    let mut files = Vec::new();
    if let Some(first) = line.drafts.first() {
        for id in files_of(first) {
            files.extend(attachments::find(conn, &id).await?);
        }
    }
    let answers = match (line.drafts.first(), &line.changed) {
        (Some(draft), _) => &draft.answers,
        (None, Some(change)) => &change.answers,
        (None, None) => &asked.answers,
    };
    let item = line.item.map_or_else(
        || ItemRef { id: asked.item.clone(), name: asked.item.to_string() },
        |item| refs::item(&ctx.company, &item.id),
    );
    Ok(OrderLinePreview {
        item,
        answers: answered_in(ctx, line.item.map(|item| item.form.form()), answers, &files),
        people: count(line.drafts.len()),
        max_quantity: line.item.map_or(1, |item| item.quantity),
        price: price(ctx, line),
        expected: line.drafts.iter().filter_map(|draft| draft.expected).max(),
        changed: line.changed.clone(),
        chains: chains(ctx, line),
    })
}

/// Who is asked, step by step: once for all those of whom the same people are asked in the same way.
fn chains(ctx: &Ctx, line: &Line<'_>) -> Vec<OrderChain> {
    let mut chains: Vec<OrderChain> = Vec::new();
    for draft in &line.drafts {
        let approvals = approvals_of(ctx, draft);
        if approvals.is_empty() {
            continue;
        }
        let person = refs::person(&ctx.company, &draft.beneficiary.id);
        match chains.iter_mut().find(|chain| chain.approvals == approvals) {
            Some(chain) => chain.people.push(person),
            None => chains.push(OrderChain { people: vec![person], approvals }),
        }
    }
    chains
}

/// With what it is made of where it is for one person; for several, what it comes to for all of them.
fn price(ctx: &Ctx, line: &Line<'_>) -> Price {
    match line.drafts.as_slice() {
        [only] => only.price.clone(),
        _ => {
            let label = line.item.map(|item| item.name.clone()).unwrap_or_default();
            let all = Some(PriceLine { label, amounts: total(line) }).filter(|line| !line.amounts.is_free());
            Price::of(ctx.company.currency, all.into_iter().collect())
        }
    }
}

/// Everyone who is asked, in the order in which they come up.
fn approvers(ctx: &Ctx, order: &OrderDraft<'_>) -> Vec<OrderApprover> {
    let mut found: Vec<(PersonId, OrderApprover)> = Vec::new();
    for (n, line) in order.lines.iter().enumerate() {
        for draft in &line.drafts {
            let steps = draft.plan.steps.iter().filter(|step| step.skipped.is_none());
            let mut counted: Vec<&PersonId> = Vec::new();
            for (step, approver) in steps.flat_map(|step| step.approvers.iter().map(move |a| (step, a))) {
                let place = found.iter().position(|(person, _)| *person == approver.person);
                let place = place.unwrap_or_else(|| {
                    let person = refs::person_in_full(&ctx.company, &approver.person);
                    let nothing =
                        OrderApprover { person, lines: Vec::new(), requested_items: 0, because: Vec::new() };
                    found.push((approver.person.clone(), nothing));
                    found.len() - 1
                });
                let Some((_, known)) = found.get_mut(place) else { continue };
                if !known.lines.contains(&count(n)) {
                    known.lines.push(count(n));
                }
                if !counted.contains(&&approver.person) {
                    counted.push(&approver.person);
                    known.requested_items += 1;
                }
                let rule = draft.item.approvals.iter().find(|rule| rule.id == step.id);
                let why = rule.and_then(|rule| approvals::because_of(ctx, rule));
                known.because.extend(why.filter(|why| !known.because.contains(why)));
            }
        }
    }
    found.into_iter().map(|(_, approver)| approver).collect()
}
