//! What can be answered, and what follows from it.

use crate::{
    content::Level,
    service::{Ctx, Failure},
};
use guichet_contract::types::{Choice, IncidentOptions, PriorityRef, PriorityTarget};
use guichet_rules::{ids::PersonId, priority::Priority};
use std::collections::BTreeMap;

/// The answers that an incident may give, and what they promise.
pub fn options(ctx: &Ctx) -> Result<IncidentOptions, Failure> {
    let company = &ctx.company;
    let me = &ctx.me()?.id;
    // A matrix has more cells than priorities, and each promise takes a look at the calendar.
    let targets: BTreeMap<Priority, PriorityTarget> =
        company.matrix.used().into_iter().map(|priority| (priority, target(ctx, priority, me))).collect();
    let row =
        |row: &Vec<Priority>| row.iter().filter_map(|priority| targets.get(priority).cloned()).collect();
    let choices = |levels: &[Level]| {
        levels.iter().map(|level| Choice { id: level.id.clone(), label: level.label.clone() }).collect()
    };
    Ok(IncidentOptions {
        impacts: choices(&company.impacts),
        urgencies: choices(&company.urgencies),
        matrix: company.matrix.rows().iter().map(row).collect(),
    })
}

fn target(ctx: &Ctx, priority: Priority, person: &PersonId) -> PriorityTarget {
    let level = ctx.company.priorities.get(&priority);
    let calendar = ctx.company.calendar_for_priority(priority, person);
    // The check of the content refuses unknown zones.
    let after = |seconds: i64| calendar.add(ctx.now, seconds).ok().flatten();
    PriorityTarget {
        priority: PriorityRef {
            id: priority.level(),
            label: level.map_or_else(|| priority.to_string(), |level| level.label.clone()),
        },
        response_by: level.and_then(|level| after(level.first_response.seconds(calendar))),
        resolved_by: level.and_then(|level| after(level.resolution.seconds(calendar))),
    }
}
