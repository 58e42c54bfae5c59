//! A company that looks as if people had worked with it for a year, for trying out, screenshots and measurements.
//!
//! [`generate`] makes the tickets of the year before `now` out of the content that is there: its people, services, items
//! and forms, whatever the company. The same content, number, seed and `now` give the same tickets in every release.
//! Nothing in here decides what is possible: every step of every ticket goes through the rules, and answers through the
//! form engine. [`import`] puts the tickets into a store.
//!
//! | module | makes |
//! | --- | --- |
//! | `arrivals` | who needs something when: at the working hours of their site |
//! | `stories`, `texts`, `phrases` | what people write, in English and German |
//! | `answers` | answers that a form accepts |
//! | `incident`, `request`, `course` | what becomes of a ticket, step by step; `course` has what both share |
//! | `life` | each step, as the rules allow it |
//! | `learning` | what people searched for and read |
//! | `scenes` | what the people of the demo sign-in find: see there |

mod answers;
mod arrivals;
mod course;
mod import;
mod incident;
mod learning;
mod life;
mod phrases;
mod request;
mod rng;
mod scenes;
mod stories;
mod texts;
mod world;

pub use import::import;
pub use learning::import_learning;

use crate::{
    content::Content,
    store::{Ticket, approvals::Approval, entries::Entry},
};
use arrivals::{Arrival, arrivals};
use chrono::{DateTime, Utc};
use guichet_rules::{
    form::Answers,
    ids::PersonId,
    ticket::{Action, Refusal},
};
use rng::Rng;
use world::World;

/// A ticket with everything that happened to it. It has no number yet, and neither have its parts.
#[derive(Debug, Clone)]
pub struct Record {
    /// The ticket; its number and its place in the order of filing are those of the store that takes it.
    pub ticket: Ticket,
    /// The answers that are kept apart from it.
    pub secrets: Answers,
    /// Its timeline, first to last.
    pub entries: Vec<Entry>,
    /// Its approvals, step by step.
    pub approvals: Vec<Approval>,
    /// Who else is told of changes.
    pub watchers: Vec<PersonId>,
    /// What the rules did not allow: a mistake in this module, and otherwise empty.
    pub refused: Vec<(Action, Refusal)>,
}

/// Of a hundred tickets, so many report a problem; the others order something.
const INCIDENTS: usize = 55;

/// `tickets` tickets of the year before `now`, the first filed first.
///
/// Some are scenes for the people of the demo sign-in, and are there however small the number is.
pub fn generate(
    content: &Content,
    tickets: usize,
    seed: u64,
    now: DateTime<Utc>,
) -> impl Iterator<Item = Record> + Send {
    let world = World::new(content, now);
    let mut scenes = scenes::all(&world, seed);
    scenes.sort_by_key(|scene| scene.ticket.opened_at);
    let random = arrivals(&world, seed, tickets.saturating_sub(scenes.len()));
    let random = random.into_iter().filter_map(move |arrival| record(&world, seed, &arrival));
    Merged { scenes: scenes.into_iter().peekable(), random: random.peekable() }
}

/// What somebody needs who needs something just then.
fn record(world: &World<'_>, seed: u64, arrival: &Arrival<'_>) -> Option<Record> {
    let mut rng = Rng::stream(seed, arrival.stream);
    let ordered = if rng.chance(INCIDENTS) { None } else { request::random(world, &mut rng, arrival) };
    // Not everyone finds something to order; something to report there always is.
    ordered.or_else(|| incident::random(world, &mut rng, arrival))
}

/// Two sequences in the order of filing, as one.
struct Merged<A: Iterator, B: Iterator> {
    scenes: std::iter::Peekable<A>,
    random: std::iter::Peekable<B>,
}

impl<A: Iterator<Item = Record>, B: Iterator<Item = Record>> Iterator for Merged<A, B> {
    type Item = Record;
    fn next(&mut self) -> Option<Record> {
        let scene = self.scenes.peek().map(|record| record.ticket.opened_at);
        let random = self.random.peek().map(|record| record.ticket.opened_at);
        match (scene, random) {
            (Some(scene), Some(random)) if scene > random => self.random.next(),
            (Some(_), _) => self.scenes.next(),
            (None, _) => self.random.next(),
        }
    }
}

#[cfg(test)]
mod tests;
