//! What runs for each file, and how it is stopped.

use crate::api::Key;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::collections::BTreeMap;
use web_sys::AbortController;

/// What is needed to send a file, and to stop sending it.
struct Way {
    /// Counts how often it was begun or stopped: what runs for an older number has been given up.
    run: u32,
    /// The same for every attempt at the same thing.
    key: Key,
    /// Of the call that runs.
    abort: Option<SendWrapper<AbortController>>,
}

/// The ways of the files of one list, by the keys of their rows. Gone with the page, and then nothing may run.
#[derive(Clone, Copy)]
pub(super) struct Ways(StoredValue<BTreeMap<u32, Way>>);

impl Ways {
    pub fn new() -> Self {
        Self(StoredValue::new(BTreeMap::new()))
    }

    /// One for a file that is new.
    pub fn open(self, key: u32) {
        let way = Way { run: 0, key: Key::fresh(), abort: None };
        self.0.update_value(|ways| {
            ways.insert(key, way);
        });
    }

    /// The file is gone.
    pub fn close(self, key: u32) {
        self.0.update_value(|ways| {
            ways.remove(&key);
        });
    }

    /// Ends what runs for a file; the number of what may run from now on. `None` where there is no such file any more.
    pub fn next_run(self, key: u32) -> Option<u32> {
        self.change(key, |way| {
            way.run = way.run.wrapping_add(1);
            if let Some(abort) = way.abort.take() {
                abort.abort();
            }
            way.run
        })
    }

    /// Whether `run` is what may run for a file.
    pub fn is_run(self, key: u32, run: u32) -> bool {
        self.0.try_with_value(|ways| ways.get(&key).is_some_and(|way| way.run == run)) == Some(true)
    }

    /// What stops the next call for a file.
    pub fn aborting(self, key: u32) -> Option<AbortController> {
        let abort = AbortController::new().ok()?;
        self.change(key, |way| way.abort = Some(SendWrapper::new(abort.clone())))?;
        Some(abort)
    }

    /// The idempotency key of a file.
    pub fn key(self, key: u32) -> Option<Key> {
        self.change(key, |way| way.key.clone())
    }

    /// From here on it is another thing to be done.
    pub fn renew_key(self, key: u32) {
        self.change(key, |way| way.key = Key::fresh());
    }

    fn change<T>(self, key: u32, change: impl FnOnce(&mut Way) -> T) -> Option<T> {
        self.0.try_update_value(|ways| ways.get_mut(&key).map(change)).flatten()
    }
}
