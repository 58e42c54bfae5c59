//! Filing an order: all of it, or nothing.

use super::{
    draft::{OrderDraft, draft},
    limits::count,
};
use crate::{
    service::{
        Ctx, Failure, Write, files,
        input::text,
        requests::create::{Filing, Part, file, files_of},
        tickets::{self, Access},
    },
    store::{self, Detail},
};
use guichet_contract::types::{OrderInput, Ticket};
use guichet_rules::{
    ids::PersonId,
    ticket::{Kind, initial, rollup},
};

/// How many items the title of an order names; the others are counted.
const NAMED: usize = 3;

/// Files an order. What comes to a single requested item is filed as the request that it is.
pub async fn create(ctx: &Ctx, write: &mut Write, input: OrderInput) -> Result<Ticket, Failure> {
    let order = draft(ctx, write.conn()?, &input).await?;
    order.refuse()?;
    let ticket = if order.requested_items() == 1 {
        single(ctx, write, order, &input).await?
    } else {
        several(ctx, write, order, &input).await?
    };
    let access = Access::of(ctx, write.conn()?, ticket).await?;
    tickets::view(ctx, write.conn()?, &access).await
}

async fn single(
    ctx: &Ctx,
    write: &mut Write,
    order: OrderDraft<'_>,
    input: &OrderInput,
) -> Result<store::Ticket, Failure> {
    let only = order.lines.into_iter().flat_map(|line| line.drafts).next();
    let only = only.ok_or_else(|| Failure::internal("an order of one item has none"))?;
    let id = store::tickets::next_id(write.conn()?, Kind::Request).await?;
    let note = text(input.note.as_deref());
    file(ctx, write, only, Filing { id, cost_centre: input.cost_centre.as_ref(), note, part: None }).await
}

async fn several(
    ctx: &Ctx,
    write: &mut Write,
    order: OrderDraft<'_>,
    input: &OrderInput,
) -> Result<store::Ticket, Failure> {
    let mut request = request(ctx, write, &order, input).await?;
    tickets::file(ctx, write, &mut request).await?;
    for (line, asked) in (0_u32..).zip(order.lines) {
        let shares_files = asked.drafts.len() > 1;
        if shares_files {
            // One file cannot be each one's own: it is that of the order, and whoever sees an item sees it.
            for id in asked.drafts.first().map(files_of).unwrap_or_default() {
                files::claim(ctx, write, &id, request.seq, None).await?;
            }
        }
        for draft in asked.drafts {
            let id = store::tickets::next_item_id(write.conn()?).await?;
            let part = Some(Part { of: request.seq, line, shares_files });
            let cost_centre = input.cost_centre.as_ref();
            file(ctx, write, draft, Filing { id, cost_centre, note: None, part }).await?;
        }
    }
    tickets::tell(write, &request, &[]).await?;
    let filed = store::tickets::at(write.conn()?, request.seq).await?;
    filed.ok_or_else(|| Failure::internal("an order that was just filed is gone"))
}

/// The request that the requested items are parts of.
async fn request(
    ctx: &Ctx,
    write: &mut Write,
    order: &OrderDraft<'_>,
    input: &OrderInput,
) -> Result<store::Ticket, Failure> {
    let id = store::tickets::next_id(write.conn()?, Kind::Request).await?;
    let drafts = || order.lines.iter().flat_map(|line| &line.drafts);
    let states: Vec<_> = drafts().map(|draft| initial(Kind::Request, draft.plan.needs_approval())).collect();
    let me = &ctx.me()?.id;
    // For several people, it is a matter of whoever ordered: each of the others sees what is theirs.
    let whom: PersonId = match order.people.as_slice() {
        [only] => only.id.clone(),
        _ => me.clone(),
    };
    let detail = Detail {
        description: text(input.note.as_deref()),
        price: Some(order.price.clone()),
        cost_centre: input.cost_centre.clone(),
        requested_items: Some(count(order.requested_items())),
        ..Detail::default()
    };
    Ok(store::Ticket {
        state: rollup(&states),
        requested_for: whom,
        clock_from: None,
        detail,
        ..store::Ticket::new(id, Kind::Request, title(order), me.clone(), ctx.now)
    })
}

/// The names of the items, each once.
fn title(order: &OrderDraft<'_>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for item in order.lines.iter().filter_map(|line| line.item) {
        if !names.contains(&item.name.as_str()) {
            names.push(item.name.as_str());
        }
    }
    let more = names.len().saturating_sub(NAMED);
    let named = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if more > 0 { format!("{named} + {more}") } else { named }
}
