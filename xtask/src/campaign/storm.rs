//! `storm`: what no client would send, to every endpoint.
//!
//! Whatever comes, the backend lives, refuses with a proper problem document, and says nothing of its insides.

mod attack;
mod body;
mod broken;
mod judge;
mod known;
mod odd;
mod wire;

use super::{folder::Folder, rng::Rng};
use crate::{
    http::Client,
    process::say,
    server::{self, Server},
};
use anyhow::{Result, anyhow, bail};
use attack::Attack;
use judge::Secrets;
use known::Known;
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Instant,
};

/// So many attack at the same time: two for each core of a small machine.
const ATTACKERS: usize = 4;
/// Tickets that are there to be found.
const TICKETS: &str = "300";
/// After so many mistakes it ends: those after them would say the same.
const ENOUGH: usize = 20;

/// What those who attack have in common.
struct Storm {
    origin: String,
    address: SocketAddr,
    known: Known,
    secrets: Secrets,
    seed: u64,
    calls: u64,
    next: AtomicU64,
    mistakes: Mutex<Vec<String>>,
}

/// How often each status was answered; 0 is no answer.
type Statuses = BTreeMap<u16, u64>;

/// Sends `calls` calls to the backend, which is `program`.
pub fn run(program: &Path, calls: usize, seed: u64) -> Result<()> {
    let began = Instant::now();
    let folder = Folder::new("storm")?;
    let mut serve = server::backend(program, &folder.data());
    let mut server = server::start(serve.args(["--demo-tickets", TICKETS]), &folder.log())?;
    let storm = Storm {
        origin: server.origin().to_owned(),
        address: server.address()?,
        known: Known::gather(server.origin())?,
        secrets: Secrets::new(folder.path()),
        seed,
        calls: u64::try_from(calls)?,
        next: AtomicU64::new(0),
        mistakes: Mutex::default(),
    };
    say(format!("{calls} calls of {} operations", storm.known.operations.len()));
    let statuses = storm.rage()?;
    let mut mistakes = storm.mistakes.into_inner().unwrap_or_else(PoisonError::into_inner);
    mistakes.extend(aftermath(&mut server, &storm.known));
    drop(server);
    if !mistakes.is_empty() {
        for mistake in &mistakes {
            println!("    {mistake}");
        }
        bail!("{} mistakes, with seed {seed}; everything is in {}", mistakes.len(), folder.path().display());
    }
    folder.check_database()?;
    folder.remove()?;
    let counts: Vec<String> = statuses.iter().map(|(status, count)| format!("{status} {count}×")).collect();
    println!("    {calls} calls in {} s: {}", began.elapsed().as_secs(), counts.join(", "));
    Ok(())
}

impl Storm {
    fn rage(&self) -> Result<Statuses> {
        let all: Vec<Result<Statuses>> = thread::scope(|scope| {
            let hands: Vec<_> = (0..ATTACKERS).map(|_| scope.spawn(move || self.attack())).collect();
            hands
                .into_iter()
                .map(|hand| hand.join().map_err(|_| anyhow!("one of those who attack panicked"))?)
                .collect()
        });
        let mut together = Statuses::new();
        for statuses in all {
            for (status, count) in statuses? {
                *together.entry(status).or_default() += count;
            }
        }
        Ok(together)
    }

    /// One attacker's calls.
    fn attack(&self) -> Result<Statuses> {
        let client = Client::new();
        let sign_in = |person: &String| client.sign_in(&self.origin, person);
        let mut cookies = self.known.people.iter().map(sign_in).collect::<Result<Vec<String>>>()?;
        let mut statuses = Statuses::new();
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            if number >= self.calls || self.has_enough() {
                return Ok(statuses);
            }
            let attack = Attack::new(&mut Rng::stream(self.seed, number), &self.known, &cookies);
            let heard = match wire::send(self.address, &attack.bytes, attack.ends_early) {
                Ok(heard) => heard,
                Err(error) => {
                    self.note(number, &attack, &format!("no answer: {error}"));
                    continue;
                }
            };
            *statuses.entry(heard.as_ref().map_or(0, |heard| heard.status)).or_default() += 1;
            for mistake in judge::judge(&attack, heard.as_ref(), &self.secrets) {
                self.note(number, &attack, &mistake);
            }
            // Whoever was signed out comes back, or all would be strangers soon.
            if let Some(n) = attack.signs_out
                && let Some(person) = self.known.people.get(n)
                && let Some(cookie) = cookies.get_mut(n)
            {
                match client.sign_in(&self.origin, person) {
                    Ok(again) => *cookie = again,
                    Err(error) => {
                        self.note(number, &attack, &format!("{person} cannot sign in after it: {error:#}"));
                        return Ok(statuses);
                    }
                }
            }
        }
    }

    fn note(&self, number: u64, attack: &Attack, mistake: &str) {
        let mut mistakes = self.mistakes.lock().unwrap_or_else(PoisonError::into_inner);
        mistakes.push(format!("call {number}: {mistake}\n        {}", attack.excerpt()));
    }

    fn has_enough(&self) -> bool {
        self.mistakes.lock().unwrap_or_else(PoisonError::into_inner).len() >= ENOUGH
    }
}

/// What is wrong with the backend after all that.
fn aftermath(server: &mut Server, known: &Known) -> Vec<String> {
    let mut mistakes = server.panics();
    if !server.is_alive() {
        mistakes.push("the backend has ended".to_owned());
        return mistakes;
    }
    let person = known.people.first().map_or("", String::as_str);
    if let Err(error) = Client::new().sign_in(server.origin(), person) {
        mistakes.push(format!("nobody can sign in any more: {error:#}"));
    }
    mistakes
}
