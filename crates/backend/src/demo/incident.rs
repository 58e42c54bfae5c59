//! Something does not work.

use super::{
    Record,
    arrivals::Arrival,
    course::{Goal, agent_for, agree, give_up, hold, is_late, note, still_open},
    life::Life,
    phrases::{LOOKING, SOLVED_AGAIN, STILL_BROKEN},
    rng::Rng,
    stories::{self, Severity, Story, WIFI},
    world::World,
};
use crate::{
    content::{AssetKind, Level, Person},
    service::incidents,
};
use chrono::{DateTime, TimeDelta, Utc};
use guichet_contract::types::IncidentInput;
use guichet_rules::{
    ids::{PersonId, ServiceId, TicketId},
    ticket::{Action, HoldReason, Input},
};

/// How much of the target passes until somebody answers, in percent.
const RESPONSE: &[i64] = &[4, 8, 12, 20, 30, 40, 55, 70, 85, 95, 130];
/// How much of the target passes until it is done. One in seven comes late.
const RESOLUTION: &[i64] = &[6, 10, 14, 18, 22, 26, 30, 36, 42, 50, 62, 78, 94, 120, 160];

/// What an incident that is still open has come to, `late` where its target has passed: most of those wait, and their
/// clocks with them.
fn goal(rng: &mut Rng, late: bool) -> Goal {
    let young = &[
        (14, Goal::New),
        (44, Goal::Work),
        (16, Goal::Hold(HoldReason::Requester)),
        (8, Goal::Hold(HoldReason::ThirdParty)),
        (10, Goal::Resolved),
    ];
    let old = &[
        (1, Goal::New),
        (8, Goal::Work),
        (40, Goal::Hold(HoldReason::Requester)),
        (43, Goal::Hold(HoldReason::ThirdParty)),
        (4, Goal::Hold(HoldReason::Change)),
        (4, Goal::Hold(HoldReason::Problem)),
    ];
    rng.weighted(if late { &old[..] } else { &young[..] }).copied().unwrap_or(Goal::Natural)
}

/// An incident of somebody, and what became of it.
pub(super) fn random(world: &World<'_>, rng: &mut Rng, arrival: &Arrival<'_>) -> Option<Record> {
    let story = told_by(world, rng, arrival.person)?;
    // Now and then a colleague reports it.
    let opener = if rng.chance(9) { world.colleague(rng, arrival.person) } else { None };
    let mut life = report(world, story, arrival.person, opener, arrival.at)?;
    let goal = if rng.chance(still_open(life.age().num_days())) && arrival.person.persona.is_none() {
        goal(rng, is_late(&life))
    } else {
        Goal::Natural
    };
    tell(&mut life, rng, story, goal, None);
    Some(life.end())
}

/// A story that could happen to `person`.
fn told_by(world: &World<'_>, rng: &mut Rng, person: &Person) -> Option<&'static Story> {
    let belongs = |story: &&Story| {
        story.who.is_empty()
            || story.who.iter().any(|who| person.groups.iter().any(|group| group.as_str() == *who))
    };
    let there = |story: &&Story| service(world, story, person).is_some();
    let stories: Vec<(usize, &'static Story)> =
        stories::all().filter(belongs).filter(there).map(|story| (story.weight, story)).collect();
    rng.weighted(&stories).copied()
}

/// The service that a story is about.
fn service(world: &World<'_>, story: &Story, person: &Person) -> Option<ServiceId> {
    let own = format!("{WIFI}-{}", person.location);
    let id = if story.service == WIFI { own.as_str() } else { story.service };
    world.company.services.get(id).map(|service| service.id.clone())
}

/// Reports it.
pub(super) fn report<'w, 'c>(
    world: &'w World<'c>,
    story: &Story,
    person: &'c Person,
    opener: Option<&'c Person>,
    at: DateTime<Utc>,
) -> Option<Life<'w, 'c>> {
    let company = world.company;
    let opener = opener.unwrap_or(person);
    let (impact, urgency) = levels(&company.impacts, &company.urgencies, story.severity)?;
    let laptop = world.assets_of(&person.id).find(|asset| asset.kind == AssetKind::Laptop);
    let words = story.words(&opener.language);
    let input = IncidentInput {
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        impact,
        urgency,
        service: service(world, story, person),
        asset: laptop.filter(|_| story.service == "laptops").map(|asset| asset.id.clone()),
        requested_for: Some(person.id.clone()),
        attachments: Vec::new(),
    };
    // It is given its number on import.
    let ticket = incidents::ticket(company, &opener.id, input, TicketId::new("INC-0").ok()?, at).ok()?;
    let calendar = company.opening_hours(ticket.detail.calendar.as_ref());
    let opening = incidents::opening(&ticket);
    let mut life = Life::new(world, calendar, ticket);
    life.record.entries.extend(opening);
    Some(life)
}

/// Impact and urgency as the one who reports it would choose them.
fn levels(impacts: &[Level], urgencies: &[Level], severity: Severity) -> Option<(String, String)> {
    let alone = impacts.last()?;
    let team = impacts.iter().rev().nth(1).unwrap_or(alone);
    let (worst, least) = (urgencies.first()?, urgencies.last()?);
    let middle = urgencies.get(urgencies.len() / 2).unwrap_or(least);
    let (impact, urgency) = match severity {
        Severity::Stopped => (alone, worst),
        Severity::Slowed => (alone, middle),
        Severity::Minor => (alone, least),
        Severity::Team => (team, worst),
    };
    Some((impact.id.clone(), urgency.id.clone()))
}

/// What happens to it, up to the present or to `goal`. `agent` works on it, or somebody of its group.
pub(super) fn tell(
    life: &mut Life<'_, '_>,
    rng: &mut Rng,
    story: &Story,
    goal: Goal,
    agent: Option<&PersonId>,
) -> Option<()> {
    if goal == Goal::New {
        return None;
    }
    let person = life.requester()?;
    let language = person.language.as_str();
    let words = story.words(language);
    let me = person.id.clone();
    let agent = agent_for(life, rng, person, agent)?;
    let ticket = &life.record.ticket;
    let (response, resolution) = (ticket.detail.respond_within, ticket.detail.resolve_within);
    let wait = life.share(rng, response, RESPONSE);
    life.later(wait)?;
    if goal == Goal::Natural && rng.chance(3) {
        return give_up(life, rng, &me, language);
    }
    life.take(&agent)?;
    if rng.chance(88) {
        life.write(&agent, rng.say(LOOKING.of(language)), false)?;
    }
    if rng.chance(22) {
        life.later(rng.between(300, 5400))?;
        note(life, rng, &agent)?;
    }
    if goal == Goal::Work {
        return None;
    }
    if goal == Goal::Hold(HoldReason::Requester) || rng.chance(25) {
        life.later(rng.between(300, 7200))?;
        life.hold(&agent, HoldReason::Requester, words.question)?;
        if goal == Goal::Hold(HoldReason::Requester) {
            return None;
        }
        life.later(rng.between(600, 40_000))?;
        life.write(&me, words.answer, false)?;
    }
    if let Goal::Hold(reason) = goal {
        hold(life, rng, &agent, reason, language)?;
        return None;
    }
    if rng.chance(6) {
        hold(life, rng, &agent, HoldReason::ThirdParty, language)?;
        life.later(rng.between(28_800, 200_000))?;
        life.act(Action::Resume, Some(&agent), &Input::default())?;
    }
    let work = life.share(rng, resolution, RESOLUTION);
    let least = life.share(rng, resolution, &[1, 2, 4]);
    life.later((work - life.accrued()).max(least))?;
    life.resolve(&agent, story.code, words.resolution)?;
    if goal == Goal::Resolved {
        return None;
    }
    finish(life, rng, &agent, story)
}

/// What the requester says to the resolution, and the end.
pub(super) fn finish(life: &mut Life<'_, '_>, rng: &mut Rng, agent: &PersonId, story: &Story) -> Option<()> {
    let me = life.record.ticket.requested_for.clone();
    let language = life.requester()?.language.as_str();
    let answer = rng.below(100);
    if answer < 45 {
        return agree(life, rng, language);
    }
    if answer < 50 {
        // Within the seven days, whatever the opening hours.
        let days = TimeDelta::seconds(rng.between(20_000, 400_000));
        life.until(life.at + days)?;
        let comment = Some(rng.say(STILL_BROKEN.of(language)));
        life.act(Action::Reopen, Some(&me), &Input { comment, ..Input::default() })?;
        life.later(rng.between(7200, 60_000))?;
        life.resolve(agent, story.code, rng.say(SOLVED_AGAIN.of(language)))?;
    }
    life.close_by_itself()
}
