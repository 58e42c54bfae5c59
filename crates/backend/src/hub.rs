//! Tells open streams at once what changed, and counts what runs.

use crate::store::events::Event;
use guichet_rules::ids::PersonId;
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::broadcast;

/// Hints that a slow reader may be behind before it is told to fetch everything again.
const BACKLOG: usize = 1024;

/// Where hints are published.
#[derive(Debug, Clone)]
pub struct Hub(broadcast::Sender<Arc<Event>>);

impl Default for Hub {
    fn default() -> Self {
        Self(broadcast::Sender::new(BACKLOG))
    }
}

impl Hub {
    /// Tells everyone who listens.
    pub fn publish(&self, event: Event) {
        // An error means that nobody listens.
        let _ = self.0.send(Arc::new(event));
    }

    /// Hears what is published from now on.
    pub fn listen(&self) -> broadcast::Receiver<Arc<Event>> {
        self.0.subscribe()
    }
}

/// The calls that run now, by person and `Idempotency-Key`.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<HashSet<(PersonId, String)>>>);

/// A call that runs; over when it is dropped.
#[derive(Debug)]
pub struct Run {
    running: Running,
    call: (PersonId, String),
}

impl Running {
    /// Begins a call, unless it runs already.
    pub fn begin(&self, person: &PersonId, key: &str) -> Option<Run> {
        let call = (person.clone(), key.to_owned());
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        calls.insert(call.clone()).then(|| Run { running: self.clone(), call })
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.running.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.call);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_runs_once_at_a_time() {
        let (running, ada) = (Running::default(), PersonId::new("ada").unwrap());
        let run = running.begin(&ada, "key");
        assert!(run.is_some());
        assert!(running.begin(&ada, "key").is_none());
        assert!(running.begin(&ada, "other").is_some());
        drop(run);
        assert!(running.begin(&ada, "key").is_some());
    }
}
