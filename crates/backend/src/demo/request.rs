//! Something is ordered.

use super::{
    Record,
    answers::Filling,
    arrivals::Arrival,
    course::{Goal, agent_for, agree, give_up, hold, is_late, note, still_open},
    life::Life,
    phrases::{ANSWERING, ASKING, PREPARING, delivered},
    rng::Rng,
    world::World,
};
use crate::{
    content::{Item, Person},
    service::requests::{Order, price},
};
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::Outcome,
    entitlement::{OrderFor, may_order, may_order_for},
    form::Answers,
    ids::{ItemId, PersonId, TicketId},
    ticket::{HoldReason, ResolutionCode, State},
};

/// How much of the delivery time passes until somebody begins, and between one step and the next.
const BEGIN: &[i64] = &[2, 4, 6, 9, 13];
/// How much of it passes until it is there, in percent. One in seven comes late.
const DELIVERY: &[i64] = &[15, 25, 30, 35, 40, 45, 50, 55, 60, 70, 80, 90, 98, 115, 150];

/// People of the demo sign-in have nothing to decide but what `scenes` sets, so what they were asked of late is left out.
const DECIDED_DAYS: i64 = 30;

/// What a request that is still open has come to.
fn goal(rng: &mut Rng, needs_approval: bool, late: bool) -> Goal {
    let first = if needs_approval { Goal::Approval } else { Goal::New };
    let young = &[
        (25, first),
        (48, Goal::Work),
        (10, Goal::Hold(HoldReason::Requester)),
        (10, Goal::Hold(HoldReason::ThirdParty)),
        (10, Goal::Resolved),
    ];
    let old = &[
        (3, first),
        (5, Goal::Work),
        (32, Goal::Hold(HoldReason::Requester)),
        (56, Goal::Hold(HoldReason::ThirdParty)),
        (4, Goal::Hold(HoldReason::Change)),
    ];
    rng.weighted(if late { &old[..] } else { &young[..] }).copied().unwrap_or(Goal::Natural)
}

/// A request of somebody, and what became of it.
pub(super) fn random(world: &World<'_>, rng: &mut Rng, arrival: &Arrival<'_>) -> Option<Record> {
    let person = arrival.person;
    let item = wish(world, rng, person)?;
    let beneficiary = beneficiary(world, rng, person, item);
    let mut life = file(world, rng, &item.id, person, beneficiary, Answers::new(), arrival.at)?;
    let days = life.age().num_days();
    let plan = &life.record.ticket.detail.plan;
    let mut asked = plan.steps.iter().flat_map(|step| &step.approvers);
    let asks_persona =
        asked.any(|asked| world.person(asked.person.as_str()).is_some_and(|person| person.persona.is_some()));
    if asks_persona && days < DECIDED_DAYS {
        return None;
    }
    let goal = if !asks_persona && person.persona.is_none() && rng.chance(still_open(days)) {
        goal(rng, life.record.ticket.state == State::AwaitingApproval, is_late(&life))
    } else {
        Goal::Natural
    };
    tell(&mut life, rng, goal, None);
    Some(life.end())
}

/// What somebody may order, the often asked for more often.
fn wish<'c>(world: &World<'c>, rng: &mut Rng, person: &Person) -> Option<&'c Item> {
    let rules = world.rules_person(&person.id)?;
    let items = world.company.items.values();
    let orderable = items.filter(|item| may_order(item.orderable_by.as_ref(), rules).is_ok());
    let weighted: Vec<(usize, &Item)> =
        orderable.map(|item| (if item.popular.is_some() { 8 } else { 2 }, item)).collect();
    rng.weighted(&weighted).copied()
}

/// Mostly oneself.
fn beneficiary<'c>(world: &World<'c>, rng: &mut Rng, person: &'c Person, item: &Item) -> &'c Person {
    let other = if item.order_for == OrderFor::Anyone && rng.chance(12) {
        world.colleague(rng, person)
    } else {
        None
    };
    let allowed = |other: &&Person| {
        let rules = world.rules_person(&other.id);
        rules.is_some_and(|rules| may_order(item.orderable_by.as_ref(), rules).is_ok())
    };
    other.filter(allowed).unwrap_or(person)
}

/// Files a request with answers that the form takes, those in `fixed` among them.
pub(super) fn file<'w, 'c>(
    world: &'w World<'c>,
    rng: &mut Rng,
    item: &ItemId,
    requester: &'c Person,
    beneficiary: &'c Person,
    fixed: Answers,
    at: DateTime<Utc>,
) -> Option<Life<'w, 'c>> {
    let company = world.speaking_to(requester);
    let item = company.item(item)?;
    let (me, them) = (world.rules_person(&requester.id)?, world.rules_person(&beneficiary.id)?);
    let reports_to = |report: &PersonId, manager: &PersonId| company.reports_to(report, manager);
    may_order_for(item.order_for, me, them, &reports_to).ok()?;
    let filling = Filling { world, company, item, beneficiary, fixed, at };
    let (answers, evaluation) = filling.fill(rng)?;
    let most = i64::from(item.quantity.min(2));
    let quantity = if rng.chance(15) { u32::try_from(rng.between(1, most)).unwrap_or(1) } else { 1 };
    let requester = &requester.id;
    let order = Order { company, item, quantity, requester, beneficiary: them, cost_centre: None, at };
    let price = price(company, item, evaluation.lines.clone(), quantity);
    let plan = order.plan(&price, &evaluation, company);
    // Nobody could ever decide it.
    if plan.problems().next().is_some() {
        return None;
    }
    let calendar = world.company.calendar_for_item(item, &beneficiary.id);
    // It is given its number on import.
    let (ticket, secrets) = order.ticket(TicketId::new("REQ-0").ok()?, answers, price, plan, calendar);
    let mut life = Life::new(world, calendar, ticket);
    life.record.secrets = secrets;
    life.plan_approvals(rng)?;
    Some(life)
}

/// What happens to it, up to the present or to `goal`. `agent` delivers it, or somebody of its group.
pub(super) fn tell(
    life: &mut Life<'_, '_>,
    rng: &mut Rng,
    goal: Goal,
    agent: Option<&PersonId>,
) -> Option<()> {
    if life.record.ticket.state == State::AwaitingApproval && !approve(life, rng, goal)? {
        return None;
    }
    if goal == Goal::New {
        return None;
    }
    let person = life.requester()?;
    let (me, language) = (person.id.clone(), person.language.as_str());
    let agent = agent_for(life, rng, person, agent)?;
    let target = life.record.ticket.detail.resolve_within;
    let wait = life.share(rng, target, BEGIN);
    life.later(wait)?;
    if goal == Goal::Natural && rng.chance(3) {
        return give_up(life, rng, &me, language);
    }
    life.take(&agent)?;
    if rng.chance(60) {
        life.write(&agent, rng.say(PREPARING.of(language)), false)?;
    }
    if rng.chance(10) {
        let wait = life.share(rng, target, BEGIN);
        life.later(wait)?;
        note(life, rng, &agent)?;
    }
    // Where everyone agreed after all, somebody works on it.
    if matches!(goal, Goal::Work | Goal::Approval) {
        return None;
    }
    if goal == Goal::Hold(HoldReason::Requester) || rng.chance(14) {
        let wait = life.share(rng, target, BEGIN);
        life.later(wait)?;
        life.hold(&agent, HoldReason::Requester, rng.say(ASKING.of(language)))?;
        if goal == Goal::Hold(HoldReason::Requester) {
            return None;
        }
        life.later(rng.between(600, 40_000))?;
        life.write(&me, rng.say(ANSWERING.of(language)), false)?;
    }
    if let Goal::Hold(reason) = goal {
        hold(life, rng, &agent, reason, language)?;
        return None;
    }
    let work = life.share(rng, target, DELIVERY);
    let least = life.share(rng, target, &[2, 4]);
    life.later((work - life.accrued()).max(least))?;
    let service = life.record.ticket.service.as_ref().map(|service| delivered(service.as_str()))?;
    life.resolve(&agent, ResolutionCode::Fulfilled, rng.say(service.of(language)))?;
    if goal == Goal::Resolved {
        return None;
    }
    if rng.chance(45) {
        return agree(life, rng, language);
    }
    life.close_by_itself()
}

/// Whoever is asked decides, one after the other. True once everyone agreed who had to.
fn approve(life: &mut Life<'_, '_>, rng: &mut Rng, goal: Goal) -> Option<bool> {
    loop {
        let asked = life.asked();
        // Where several are asked, the story may also stop after the first of them.
        if goal == Goal::Approval && (asked.len() < 2 || rng.chance(60)) {
            return Some(false);
        }
        let person = rng.pick(&asked)?.clone();
        life.later(rng.between(900, 30_000))?;
        let agrees = goal != Goal::Natural || !rng.chance(6);
        match life.vote(rng, &person, agrees).overall {
            Outcome::Approved => return Some(true),
            Outcome::Rejected => return Some(false),
            Outcome::Waiting | Outcome::Unknown => {}
        }
    }
}
