//! Something is ordered.

use super::{
    Record,
    answers::Filling,
    arrivals::Arrival,
    incident::{Goal, agent_for, give_up, still_open, why},
    life::Life,
    phrases::{ANSWERING, ASKING, NOTES, PREPARING, THANKS, delivered},
    rng::Rng,
    world::World,
};
use crate::{
    content::{Item, Person},
    store::{Detail, Ticket},
};
use chrono::{DateTime, Utc};
use guichet_rules::{
    approval::{self, Outcome, Plan},
    entitlement::{OrderFor, may_order, may_order_for},
    form::Answers,
    ids::{ItemId, PersonId, TicketId},
    money::{Price, PriceLine},
    ticket::{self, HoldReason, Kind, ResolutionCode, State},
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
        let target = life.record.ticket.detail.resolve_within.unwrap_or(0);
        let open = life.calendar.between(arrival.at, world.now).unwrap_or(0);
        goal(rng, life.record.ticket.state == State::AwaitingApproval, open > target)
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
    let own = PriceLine { label: item.name.clone(), amounts: item.price };
    let lines = (!own.amounts.is_free()).then_some(own).into_iter().chain(evaluation.lines.clone());
    let times = |line: PriceLine| PriceLine { amounts: line.amounts.times(quantity), ..line };
    let price = Price::of(company.currency, lines.map(times).collect());
    let context = approval::Context {
        requester: &requester.id,
        beneficiary: &beneficiary.id,
        cost_centre: beneficiary.cost_centre.as_ref(),
        service_owner: company.service(&item.service).map(|service| &service.owner),
        one_off_total: price.total.one_off,
        now: at,
    };
    let plan: Plan = approval::plan(&item.approvals, &context, company, &|condition| {
        evaluation.holds(condition, &beneficiary.groups)
    });
    // Nobody could ever decide it.
    if plan.problems().next().is_some() {
        return None;
    }
    let state = ticket::initial(Kind::Request, plan.needs_approval());
    let calendar = world.company.calendar_for_item(item, &beneficiary.id);
    let detail = Detail {
        answers,
        price: Some(price),
        cost_centre: beneficiary.cost_centre.clone(),
        plan,
        calendar: calendar.id.clone(),
        resolve_within: Some(item.delivery.seconds(calendar)),
        ..Detail::default()
    };
    let ticket = Ticket {
        seq: 0,
        // Given on import.
        id: TicketId::new("REQ-0").ok()?,
        kind: Kind::Request,
        state,
        hold_reason: None,
        title: item.name.clone(),
        opened_by: requester.id.clone(),
        requested_for: beneficiary.id.clone(),
        group: Some(item.group.clone()),
        assignee: None,
        impact: None,
        urgency: None,
        priority: None,
        major: false,
        service: Some(item.service.clone()),
        asset: None,
        item: Some(item.id.clone()),
        form_version: Some(item.form.version),
        quantity: Some(quantity),
        opened_at: at,
        updated_at: at,
        resolved_at: None,
        clock_from: (state == State::New).then_some(at),
        risk_at: None,
        due_at: None,
        version: 1,
        detail,
    };
    let mut life = Life::new(world, calendar, ticket);
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
    let agent = match agent {
        Some(agent) => agent.clone(),
        None => agent_for(life, rng, person)?,
    };
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
        life.write(&agent, rng.say(NOTES.of(&life.world.person(agent.as_str())?.language)), true)?;
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
        life.later(rng.between(600, 10_000))?;
        life.hold(&agent, reason, rng.say(why(reason).of(language)))?;
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
        let seconds = rng.between(600, 50_000);
        let comment = rng.chance(40).then(|| rng.say(THANKS.of(language)));
        return life.confirm(seconds, comment);
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
