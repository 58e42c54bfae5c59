//! Mistakes of the configuration: steps that find nobody to ask.

use crate::{
    content::{Company, Item},
    service::{Ctx, Denial, Failure, refs},
    words::Words,
};
use chrono::{DateTime, Utc};
use guichet_contract::types::ApprovalProblem;
use guichet_rules::{
    approval::{ConfigProblem, Context, StepRule, plan},
    entitlement::may_order,
    ids::StepId,
    person::{Person, Right},
};

/// Why a request cannot be filed whatever is answered, and who can help.
pub(in crate::service) fn unaskable(ctx: &Ctx, problem: &ConfigProblem) -> String {
    ctx.say(Words::CannotSend(&in_words(ctx, problem)))
}

/// What is wrong with a step, with people and groups by their names.
pub(in crate::service) fn in_words(ctx: &Ctx, problem: &ConfigProblem) -> String {
    let company = &ctx.company;
    let name = match problem {
        ConfigProblem::NoSuchPerson { person }
        | ConfigProblem::NoManager { person }
        | ConfigProblem::NoCostCentre { person } => refs::person(company, person).name,
        ConfigProblem::NoCostCentreOwner { cost_centre } => company
            .cost_centres
            .get(cost_centre)
            .map_or_else(|| cost_centre.to_string(), |found| found.name.clone()),
        ConfigProblem::EmptyGroup { group } => refs::group(company, group).name,
        _ => String::new(),
    };
    ctx.say(Words::Unaskable(problem, &name))
}

/// Every step of the catalog that would find nobody to ask, for whoever might order the item for themselves.
pub fn problems(ctx: &Ctx) -> Result<Vec<ApprovalProblem>, Failure> {
    if !ctx.me()?.has(Right::Admin) {
        return Err(Failure::NotAllowed(Denial::AdminOnly));
    }
    let company = &ctx.company;
    let people: Vec<Person> =
        company.people.values().filter(|person| person.active).map(|person| person.rules_person()).collect();
    let mut all = Vec::new();
    for item in company.items.values() {
        for (step, problem, people) in of_item(company, item, &people, ctx.now) {
            let detail = in_words(ctx, &problem);
            all.push(ApprovalProblem { item: refs::item(company, &item.id), step, detail, people });
        }
    }
    Ok(all)
}

/// The problems of an item, each once, with the number of people who meet it. Whether a step applies depends on answers
/// that nobody gave, so each is taken to apply.
fn of_item(
    company: &Company,
    item: &Item,
    people: &[Person],
    now: DateTime<Utc>,
) -> Vec<(StepId, ConfigProblem, u32)> {
    let rules: Vec<StepRule> =
        item.approvals.iter().map(|rule| StepRule { when: None, ..rule.clone() }).collect();
    let mut found: Vec<(StepId, ConfigProblem, u32)> = Vec::new();
    for person in people.iter().filter(|person| may_order(item.orderable_by.as_ref(), person).is_ok()) {
        let context = Context {
            requester: &person.id,
            beneficiary: &person.id,
            cost_centre: person.cost_centre.as_ref(),
            service_owner: company.service(&item.service).map(|service| &service.owner),
            one_off_total: 0,
            now,
        };
        for (step, problem) in plan(&rules, &context, company, &|_| true).problems() {
            match found.iter_mut().find(|(id, known, _)| id == step && known == problem) {
                Some((_, _, count)) => *count += 1,
                None => found.push((step.clone(), problem.clone(), 1)),
            }
        }
    }
    found
}
