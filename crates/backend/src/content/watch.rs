//! Loading the content again when a file changes.

use super::{Content, load};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher, event::AccessKind, event::AccessMode};
use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

/// How long nothing may have changed before the content is loaded. Editors write a file in several steps, a checkout
/// writes many files; nobody who saves a file notices a fifth of a second.
const QUIET: Duration = Duration::from_millis(200);

/// Watches for as long as it is kept.
#[derive(Debug)]
pub struct Watch {
    // Dropping it closes the channel, which ends the thread.
    _watcher: RecommendedWatcher,
}

type Event = notify::Result<notify::Event>;

/// Calls `on_change` with the new content whenever a file below `dir` has changed and all of it is well. A change that
/// breaks something is logged, and whoever called keeps what they have.
pub fn watch(dir: &Path, on_change: impl Fn(Content) + Send + 'static) -> notify::Result<Watch> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    watcher.watch(dir, RecursiveMode::Recursive)?;
    let dir = dir.to_owned();
    thread::Builder::new().name("content".into()).spawn(move || follow(dir, &events, on_change))?;
    Ok(Watch { _watcher: watcher })
}

fn follow(dir: PathBuf, events: &Receiver<Event>, on_change: impl Fn(Content)) {
    let mut digest = None;
    while let Ok(event) = events.recv() {
        if !matters(&event) {
            continue;
        }
        if !settled(events) {
            return;
        }
        match load(&dir) {
            Ok(content) => {
                if digest.as_ref() != Some(&content.digest) {
                    digest = Some(content.digest.clone());
                    tracing::info!(digest = %content.digest, "the content changed");
                    on_change(content);
                }
            }
            Err(report) => {
                tracing::error!("the content changed and is wrong, the old one stays:\n{report}");
            }
        }
    }
}

/// Waits until nothing has changed for a while; false when nobody watches any more.
fn settled(events: &Receiver<Event>) -> bool {
    let mut until = Instant::now() + QUIET;
    loop {
        match events.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(event) if matters(&event) => until = Instant::now() + QUIET,
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Whether the content can be another after `event`. Reading it must not be a reason to read it again.
fn matters(event: &Event) -> bool {
    match event {
        Ok(event) => match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        },
        Err(error) => {
            tracing::warn!(%error, "the content folder cannot be watched well");
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fixture::Fixture;

    /// Long enough for a busy machine.
    const PATIENCE: Duration = Duration::from_secs(20);

    #[test]
    fn a_change_arrives_and_a_broken_one_does_not() {
        let fixture = Fixture::small();
        let (sender, changes) = channel();
        let watching = watch(fixture.dir(), move |content| {
            let _ = sender.send(content);
        })
        .unwrap();
        fixture.replace("services.yaml", "name: VPN", "name: Tunnel");
        let content = changes.recv_timeout(PATIENCE).unwrap();
        let names: Vec<&str> = content.in_language("en").services.values().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Tunnel"]);

        fixture.replace("services.yaml", "owner: ada", "owner: nobody");
        assert!(changes.recv_timeout(5 * QUIET).is_err(), "a broken change arrived");
        fixture.replace("services.yaml", "owner: nobody", "owner: bob");
        assert!(changes.recv_timeout(PATIENCE).is_ok(), "the mended content did not arrive");
        drop(watching);
    }
}
