//! `kill`: people file and comment while the backend is killed again and again.
//!
//! Whoever gets no answer asks again with the same `Idempotency-Key` until there is one, as the contract tells clients to.
//! At the end everything that was acknowledged has to be there, once, and nothing else.

mod filing;
mod kept;
mod shared;

use super::{folder::Folder, rng::Rng};
use crate::{
    http::Client,
    process::say,
    server::{self, Server},
};
use anyhow::{Context, Result, anyhow, bail};
use filing::{Filed, Person};
use shared::Shared;
use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

/// So many people file at the same time: enough that a kill nearly always cuts somebody off.
const PEOPLE: usize = 6;
/// Longest time between the moment when the backend can be called and its end, in milliseconds.
const LIFE_MS: usize = 600;
/// In percent, how often the next start is killed too.
const STILLBORN: usize = 25;
/// Longest time that such a start is given, in milliseconds: it opens the database and reads the content meanwhile.
const START_MS: usize = 150;
/// So many mistakes are shown; those after them would say the same.
const SHOWN: usize = 10;

/// Kills the backend `kills` times. `program` is the backend.
pub fn run(program: &Path, kills: usize, seed: u64) -> Result<()> {
    let began = Instant::now();
    let folder = Folder::new("kill")?;
    let first = start(program, &folder)?;
    let people = people(first.origin(), seed)?;
    let shared = Shared::new(first.origin());
    let (filed, last) = thread::scope(|scope| {
        let (shared, people) = (&shared, &people);
        let hands: Vec<_> =
            people.iter().map(|person| scope.spawn(move || filing::file(shared, person))).collect();
        let killed = kill_often(program, &folder, shared, first, kills, seed);
        // Those who are still unanswered are answered now, or give up where there is nobody left to ask.
        shared.finish(killed.is_err());
        let filed: Vec<Result<Vec<Filed>>> = hands
            .into_iter()
            .map(|hand| hand.join().map_err(|_| anyhow!("one of those who file panicked"))?)
            .collect();
        // Of several mistakes, the one that caused the others.
        let last = killed?;
        Ok::<_, anyhow::Error>((filed.into_iter().collect::<Result<Vec<_>>>()?, last))
    })?;
    // Once more, so that everything is read from the disk.
    drop(last);
    let server = start(program, &folder)?;
    let mistakes = look(server.origin(), &people, &filed)?;
    drop(server);
    if !mistakes.is_empty() {
        for mistake in mistakes.iter().take(SHOWN) {
            println!("    {mistake}");
        }
        bail!("{} mistakes, with seed {seed}; everything is in {}", mistakes.len(), folder.path().display());
    }
    folder.check_database()?;
    folder.remove()?;
    report(&filed, kills, began.elapsed());
    Ok(())
}

fn start(program: &Path, folder: &Folder) -> Result<Server> {
    server::start(&mut server::backend(program, &folder.data()), &folder.log())
}

/// Kills and starts; gives the last one, which lives.
fn kill_often(
    program: &Path,
    folder: &Folder,
    shared: &Shared,
    first: Server,
    kills: usize,
    seed: u64,
) -> Result<Server> {
    let mut rng = Rng::stream(seed, 0);
    let mut server = first;
    let mut killed = 0;
    while killed < kills && !shared.is_over() {
        pause(&mut rng, LIFE_MS);
        if let Some(panic) = server.panics().first() {
            bail!("the backend panicked: {panic}");
        }
        // Dropped is killed. Only then the others hear of it: they are to be in the middle of something.
        drop(server);
        shared.down();
        killed += 1;
        while killed < kills && rng.chance(STILLBORN) {
            let starting = server::launch(&mut server::backend(program, &folder.data()), &folder.log())?;
            pause(&mut rng, START_MS);
            drop(starting);
            killed += 1;
        }
        server = start(program, folder).with_context(|| format!("after {killed} kills, with seed {seed}"))?;
        shared.up(server.origin());
    }
    Ok(server)
}

fn pause(rng: &mut Rng, most_ms: usize) {
    thread::sleep(Duration::from_millis(u64::try_from(rng.below(most_ms)).unwrap_or(0)));
}

/// Those who file, signed in, each with what they may order.
fn people(origin: &str, seed: u64) -> Result<Vec<Person>> {
    let client = Client::new();
    let ids = client.people(origin)?;
    let numbered = (1..).zip(ids.iter().take(PEOPLE));
    let people = numbered
        .map(|(number, id)| Person::new(&client, origin, id, Rng::stream(seed, number)))
        .collect::<Result<Vec<Person>>>()?;
    if people.is_empty() {
        bail!("nobody can sign in");
    }
    let ordering = people.iter().filter(|person| person.orders()).count();
    say(format!("{} people file problems and comments, {ordering} of them requests too", people.len()));
    Ok(people)
}

/// Everything that is not as it was acknowledged.
fn look(origin: &str, people: &[Person], filed: &[Vec<Filed>]) -> Result<Vec<String>> {
    let client = Client::new();
    let mut mistakes = Vec::new();
    for (person, filed) in people.iter().zip(filed) {
        let kept = kept::read(&client, origin, &person.cookie)?;
        let wrong = kept::differences(filed, &kept).into_iter().chain(kept::replay(
            &client,
            origin,
            &person.cookie,
            filed,
        )?);
        mistakes.extend(wrong.map(|mistake| format!("{}: {mistake}", person.id)));
    }
    Ok(mistakes)
}

fn report(filed: &[Vec<Filed>], kills: usize, took: Duration) {
    let all = || filed.iter().flatten();
    let cut_off = all().filter(|one| one.cut_off > 0).count();
    let done = all().filter(|one| one.cut_off > 0 && one.replayed).count();
    println!(
        "    {kills} kills in {} s: {} calls were acknowledged and are there, once. {cut_off} of them were cut off and \
         sent again; {done} of those had been done before the kill.",
        took.as_secs(),
        all().count(),
    );
}
