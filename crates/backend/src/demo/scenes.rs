//! What the people of the demo sign-in find when they look at their lists.
//!
//! The texts of the sign-in page promise it: an employee with requests and problems in different states, a manager with
//! two approvals, an engineer with tickets of his own. A scene whose people, service or item a company does not have is
//! left out.

mod script;

use super::{
    Record,
    course::Goal,
    incident, request,
    rng::Rng,
    stories::{self, Story},
    world::World,
};
use guichet_rules::{
    form::Answers,
    ids::{ItemId, PersonId, QuestionId},
    ticket::State,
};
use script::{AT_RISK, Answer, HOUR, NEARLY_UP, ORDERS, Order, TROUBLES, Trouble, Way};
use serde_json::{Value, json};

/// Every scene that this company has the people and things for.
pub(super) fn all(world: &World<'_>, seed: u64) -> Vec<Record> {
    // Even streams beyond those of the arrivals, so that nothing happens twice by chance.
    let rng = |n: usize| Rng::stream(!seed, u64::try_from(n).unwrap_or(0));
    let troubles = TROUBLES.iter().enumerate().filter_map(|(n, scene)| incident(world, &mut rng(n), scene));
    let orders = ORDERS.iter().enumerate().filter_map(|(n, scene)| order(world, &mut rng(1000 + n), scene));
    troubles.chain(orders).collect()
}

fn incident(world: &World<'_>, rng: &mut Rng, scene: &Trouble) -> Option<Record> {
    let person = world.person(scene.person)?;
    let story: Story = *stories::all().find(|story| story.english.title == scene.story)?;
    let agent = agent(world, scene.agent)?;
    let at_risk = scene.story == AT_RISK;
    // A problem that is merely annoying would take weeks to be at risk.
    let story = if at_risk { Story { severity: stories::Severity::Stopped, ..story } } else { story };
    let filed = incident::report(world, &story, person, None, world.now)?;
    let ago = match filed.record.ticket.detail.resolve_within {
        Some(target) if at_risk => target * NEARLY_UP / 100,
        _ => scene.ago,
    };
    let at = world.ago(filed.calendar, ago);
    // Chance decides how long each step takes, so some runs do not come to the scene in time: then another is tried.
    (0..200).find_map(|_| {
        let mut life = incident::report(world, &story, person, None, at)?;
        incident::tell(&mut life, rng, &story, scene.goal, agent.as_ref());
        let record = life.end();
        came_to(&record, scene.goal).then_some(record)
    })
}

fn order(world: &World<'_>, rng: &mut Rng, scene: &Order) -> Option<Record> {
    let person = world.person(scene.person)?;
    let item = ItemId::new(scene.item).ok()?;
    let agent = agent(world, scene.agent)?;
    let calendar = world.company.calendar_for_item(world.company.item(&item)?, &person.id);
    let at = world.ago(calendar, scene.ago);
    (0..200).find_map(|_| {
        let mut life = request::file(world, rng, &item, person, person, answers(scene), at)?;
        let agreed = match scene.way {
            Way::Agreed(agreed) => agreed,
            Way::Then(_) => usize::MAX,
        };
        for _ in 0..agreed {
            let asked = life.asked();
            let Some(approver) = rng.pick(&asked).cloned() else { break };
            life.later(rng.between(300, HOUR))?;
            life.vote(rng, &approver, true);
        }
        let goal = match scene.way {
            Way::Agreed(_) => Goal::Approval,
            Way::Then(goal) => {
                request::tell(&mut life, rng, goal, agent.as_ref());
                goal
            }
        };
        let record = life.end();
        came_to(&record, goal).then_some(record)
    })
}

/// Nobody in particular, or somebody who has to be here.
fn agent(world: &World<'_>, id: &str) -> Option<Option<PersonId>> {
    if id.is_empty() { Some(None) } else { world.person(id).map(|person| Some(person.id.clone())) }
}

fn answers(scene: &Order) -> Answers {
    let value = |answer: &Answer| -> Value {
        match answer {
            Answer::Text(text) => json!(text),
            Answer::Yes => json!(true),
            Answer::No => json!(false),
        }
    };
    let known = scene.answers.iter();
    known.filter_map(|(id, answer)| Some((QuestionId::new(*id).ok()?, value(answer)))).collect()
}

fn came_to(record: &Record, goal: Goal) -> bool {
    let ticket = &record.ticket;
    match goal {
        Goal::Natural => true,
        Goal::New => ticket.state == State::New,
        Goal::Approval => ticket.state == State::AwaitingApproval,
        Goal::Work => ticket.state == State::InProgress && ticket.assignee.is_some(),
        Goal::Hold(reason) => ticket.hold_reason == Some(reason),
        Goal::Resolved => ticket.state == State::Resolved,
    }
}
