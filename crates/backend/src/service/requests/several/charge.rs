//! Who pays for an order.

use crate::{
    content::CostCentre,
    service::{Ctx, Failure, input::wrong, refs},
    words::Words,
};
use guichet_contract::{FieldError, types};
use guichet_rules::{
    entitlement::{Refusal, may_charge},
    ids::CostCentreId,
    person::Person,
};

/// What stands against charging `cost_centre` for what is ordered for these people.
pub(super) fn check(
    ctx: &Ctx,
    cost_centre: Option<&CostCentreId>,
    people: &[Person],
) -> Result<Option<FieldError>, Failure> {
    let Some(id) = cost_centre else { return Ok(None) };
    let Some(known) = ctx.company.cost_centres.get(id) else {
        return Ok(Some(wrong(ctx, "/cost_centre", "not_found", Words::NoSuchChoice)));
    };
    let refused = !may(ctx, known, people)?;
    let words = Words::Order(Refusal::NotYourCostCentre);
    Ok(refused.then(|| wrong(ctx, "/cost_centre", "not_your_cost_centre", words)))
}

/// The cost centres that may be charged for these people, by name.
pub(super) fn allowed(ctx: &Ctx, people: &[Person]) -> Result<Vec<types::CostCentre>, Failure> {
    let mut all = Vec::new();
    for known in ctx.company.cost_centres.values() {
        if may(ctx, known, people)? {
            all.push(refs::cost_centre(&ctx.company, &known.id));
        }
    }
    all.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(all)
}

fn may(ctx: &Ctx, cost_centre: &CostCentre, people: &[Person]) -> Result<bool, Failure> {
    let me = ctx.me()?;
    let may = |person: &Person| may_charge(&cost_centre.id, &cost_centre.owner, me, person).is_ok();
    Ok(people.iter().all(may))
}
