//! What the people of the demo sign-in find when they look at their lists.
//!
//! The texts of the sign-in page promise it: an employee with requests and problems in different states, a manager with
//! two approvals, an engineer with tickets of his own. A scene whose people, service or item a company does not have is
//! left out.

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
    ticket::HoldReason,
};
use serde_json::{Value, json};

const HOUR: i64 = 3600;
/// A working day.
const DAY: i64 = 8 * HOUR;

/// A problem that somebody has.
struct Trouble {
    person: &'static str,
    /// The English title of its story.
    story: &'static str,
    /// How long ago, in opening hours.
    ago: i64,
    goal: Goal,
    /// Who works on it; somebody of the group where empty.
    agent: &'static str,
}

const fn trouble(
    person: &'static str,
    story: &'static str,
    ago: i64,
    goal: Goal,
    agent: &'static str,
) -> Trouble {
    Trouble { person, story, ago, goal, agent }
}

/// How a request goes.
#[derive(Clone, Copy)]
enum Way {
    /// So many agreed, the next is asked.
    Agreed(usize),
    /// Everyone agreed; then this.
    Then(Goal),
}

/// Something that somebody ordered.
struct Order {
    person: &'static str,
    item: &'static str,
    /// Answers that matter; the rest is filled in.
    answers: &'static [(&'static str, Answer)],
    /// How long ago, in opening hours.
    ago: i64,
    way: Way,
    agent: &'static str,
}

/// An answer that can stand in a constant.
#[derive(Clone, Copy)]
enum Answer {
    Text(&'static str),
    Yes,
    No,
}

use Answer::{No, Text, Yes};

const TROUBLES: &[Trouble] = &[
    // Aylin Kaya: waits for Tomasz, is asked something, has something solved, and something nobody has looked at.
    trouble("aylin-kaya", AT_RISK, 0, Goal::Work, "tomasz-sikora"),
    trouble(
        "aylin-kaya",
        "Scans do not arrive by e-mail",
        11 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "enrico-vassallo",
    ),
    trouble("aylin-kaya", "No access to our project folder", 3 * DAY, Goal::Resolved, "vera-lorenzen"),
    trouble("aylin-kaya", "No notifications from chat", HOUR / 2, Goal::New, ""),
    // Tomasz Sikora: his, and what his group has to take.
    trouble("olaf-petersen", "Network socket at the new desk is dead", 5 * HOUR, Goal::Work, "tomasz-sikora"),
    trouble("matteo-ferrante", "No VPN from the hotel", 4 * HOUR, Goal::Work, "tomasz-sikora"),
    trouble(
        "noemi-fischer",
        "Wi-Fi keeps dropping in the meeting room",
        4 * DAY,
        Goal::Hold(HoldReason::ThirdParty),
        "tomasz-sikora",
    ),
    trouble(
        "claudia-reimann",
        "VPN says \"device not compliant\"",
        9 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "tomasz-sikora",
    ),
    trouble("beate-kronberg", "A supplier's website does not open", DAY, Goal::Resolved, "tomasz-sikora"),
    trouble("birgit-nolte", "Everything is very slow over VPN in the afternoon", 2 * HOUR, Goal::New, ""),
    trouble("helena-costa", "Laptop does not find the company Wi-Fi", HOUR, Goal::New, ""),
    // Daniel Reyes, Yuki Tanabe, Lena Hoffmann.
    trouble("daniel-reyes", "Builds wait for a runner for an hour", 3 * HOUR, Goal::Work, ""),
    trouble("daniel-reyes", "SSH key is no longer accepted", 2 * DAY, Goal::Resolved, ""),
    trouble(
        "yuki-tanabe",
        "Spectrometer loses its connection",
        3 * DAY,
        Goal::Hold(HoldReason::ThirdParty),
        "",
    ),
    trouble(
        "lena-hoffmann",
        "Licence of the layout program has expired",
        6 * HOUR,
        Goal::Hold(HoldReason::Requester),
        "",
    ),
];

/// The incident whose time is nearly up. How long ago follows from its target.
const AT_RISK: &str = "VPN drops every few minutes";
/// How much of its target has passed, in percent: past the 75 at which a clock is at risk, short of the end.
const NEARLY_UP: i64 = 84;

const ORDERS: &[Order] = &[
    Order {
        person: "aylin-kaya",
        item: "laptop",
        answers: &[("model", Text("design-16")), ("care-plan", Yes)],
        ago: 3 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "aylin-kaya",
        item: "headset",
        answers: &[("model", Text("wireless")), ("ears", Text("both")), ("handover", Text("pick-up"))],
        ago: 5 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "wanda-kessler",
    },
    Order {
        person: "jonas-weber",
        item: "monitor",
        answers: &[("size", Text("inch-27")), ("colour", Yes), ("arm", No), ("where", Text("office"))],
        ago: 6 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "wiebke-harms",
        item: "laptop",
        answers: &[("model", Text("design-16"))],
        ago: 2 * DAY,
        way: Way::Agreed(1),
        agent: "",
    },
    Order {
        person: "noemi-fischer",
        item: "distribution-list",
        answers: &[("reach", Text("company")), ("writers", Text("owner"))],
        ago: 5 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "daniel-reyes",
        item: "developer-tools",
        answers: &[("work", Text("applications"))],
        ago: 4 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "",
    },
    Order {
        person: "yuki-tanabe",
        item: "remote-lab-access",
        answers: &[("level", Text("view")), ("place", Text("home"))],
        ago: 4 * HOUR,
        way: Way::Agreed(0),
        agent: "",
    },
    Order {
        person: "lena-hoffmann",
        item: "vpn-access",
        answers: &[("computer", Text("company")), ("place", Text("home"))],
        ago: 3 * HOUR,
        way: Way::Then(Goal::Work),
        agent: "tomasz-sikora",
    },
];

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
            Text(text) => json!(text),
            Yes => json!(true),
            No => json!(false),
        }
    };
    let known = scene.answers.iter();
    known.filter_map(|(id, answer)| Some((QuestionId::new(*id).ok()?, value(answer)))).collect()
}

fn came_to(record: &Record, goal: Goal) -> bool {
    use guichet_rules::ticket::State;
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
