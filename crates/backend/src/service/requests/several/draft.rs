//! An order, worked out and not yet filed: the same for the preview and for the real thing.

use super::{
    charge, limits,
    line::{Line, line},
};
use crate::{
    content::Company,
    service::{Ctx, Failure},
    store::Conn,
};
use guichet_contract::{
    FieldError,
    types::{FormChange, OrderFormsChanged, OrderInput},
};
use guichet_rules::{
    money::{Amounts, Price, PriceLine},
    person::Person,
};
use serde_json::to_value;

/// An order, worked out.
pub(super) struct OrderDraft<'c> {
    /// In the order of the lines; none where there is too much of it.
    pub lines: Vec<Line<'c>>,
    /// What stands against it.
    pub errors: Vec<FieldError>,
    /// Everyone whom something is for, each once.
    pub people: Vec<Person>,
    /// What all of it costs, with a line for each line.
    pub price: Price,
}

/// Works out an order.
pub(super) async fn draft<'c>(
    ctx: &'c Ctx,
    conn: &mut Conn,
    input: &OrderInput,
) -> Result<OrderDraft<'c>, Failure> {
    let mut errors = limits::check(ctx, input);
    let mut lines = Vec::new();
    if errors.is_empty() {
        for (n, asked) in input.items.iter().enumerate() {
            lines.push(line(ctx, conn, input, n, asked).await?);
        }
    }
    let mut people: Vec<Person> = Vec::new();
    for draft in lines.iter().flat_map(|line| &line.drafts) {
        if !people.iter().any(|person| person.id == draft.beneficiary.id) {
            people.push(draft.beneficiary.clone());
        }
    }
    if people.is_empty() {
        people.push(ctx.me()?.clone());
    }
    errors.extend(lines.iter().flat_map(|line| line.errors.iter().cloned()));
    errors.extend(charge::check(ctx, input.cost_centre.as_ref(), &people)?);
    let price = price(&ctx.company, &lines);
    Ok(OrderDraft { lines, errors, people, price })
}

impl OrderDraft<'_> {
    /// Refuses what cannot be filed. An old form comes first: what is wrong with answers to it is not worth mending.
    pub fn refuse(&self) -> Result<(), Failure> {
        let changed: Vec<FormChange> = self.lines.iter().filter_map(|line| line.changed.clone()).collect();
        if !changed.is_empty() {
            let current = to_value(OrderFormsChanged { items: changed }).map_err(Failure::internal)?;
            return Err(Failure::FormChanged(current));
        }
        if self.errors.is_empty() { Ok(()) } else { Err(Failure::Invalid(self.errors.clone())) }
    }

    /// How many requested items it comes to.
    pub fn requested_items(&self) -> usize {
        self.lines.iter().map(|line| line.drafts.len()).sum()
    }
}

/// What a line costs for everyone, without what it is made of.
pub(super) fn total(line: &Line<'_>) -> Amounts {
    let mut total = Amounts::default();
    for draft in &line.drafts {
        total += draft.price.total;
    }
    total
}

fn price(company: &Company, lines: &[Line<'_>]) -> Price {
    let priced = lines.iter().filter_map(|line| {
        let item = line.item?;
        let amounts = total(line);
        let number: u64 = line.drafts.iter().map(|draft| u64::from(draft.quantity)).sum();
        let label = if number > 1 { format!("{number} × {}", item.name) } else { item.name.clone() };
        (!amounts.is_free()).then_some(PriceLine { label, amounts })
    });
    Price::of(company.currency, priced.collect())
}
