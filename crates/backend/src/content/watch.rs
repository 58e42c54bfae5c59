//! Loading the content again when a file changes.

use super::{Broken, Content, read};
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

/// Calls `on_change` whenever a file below `dir` has changed: with the new content where all of it is well, with what is
/// wrong otherwise, which is logged too; whoever called then keeps what they have.
pub fn watch(
    dir: &Path,
    on_change: impl Fn(Result<Content, Box<Broken>>) + Send + 'static,
) -> notify::Result<Watch> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    watcher.watch(dir, RecursiveMode::Recursive)?;
    let dir = dir.to_owned();
    thread::Builder::new().name("content".into()).spawn(move || follow(dir, &events, on_change))?;
    Ok(Watch { _watcher: watcher })
}

fn follow(dir: PathBuf, events: &Receiver<Event>, on_change: impl Fn(Result<Content, Box<Broken>>)) {
    let mut known = None;
    while let Ok(event) = events.recv() {
        if !matters(&event) {
            continue;
        }
        if !settled(events) {
            return;
        }
        let found = read(&dir);
        let digest = match &found {
            Ok(content) => content.digest.clone(),
            Err(broken) => broken.sources.digest().to_owned(),
        };
        if known.as_ref() == Some(&digest) {
            continue;
        }
        match &found {
            Ok(_) => tracing::info!(%digest, "the content changed"),
            Err(broken) => {
                tracing::error!("the content changed and is wrong, the old one stays:\n{}", broken.report);
            }
        }
        known = Some(digest);
        on_change(found);
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
    fn a_change_arrives_and_a_broken_one_as_what_is_wrong() {
        let fixture = Fixture::small();
        let (sender, changes) = channel();
        let (tell, faults) = channel();
        let watching = watch(fixture.dir(), move |found| {
            let _ = match found {
                Ok(content) => sender.send(content).is_ok(),
                Err(broken) => tell.send(broken.report).is_ok(),
            };
        })
        .unwrap();
        fixture.replace("services.yaml", "name: VPN", "name: Tunnel");
        let content = changes.recv_timeout(PATIENCE).unwrap();
        let names: Vec<&str> = content.in_language("en").services.values().map(|s| s.name.as_str()).collect();
        assert_eq!(names, ["Tunnel"]);

        fixture.replace("services.yaml", "owner: ada", "owner: nobody");
        assert!(faults.recv_timeout(PATIENCE).is_ok_and(|report| report.has_errors()));
        assert!(changes.recv_timeout(5 * QUIET).is_err(), "a broken change arrived");
        fixture.replace("services.yaml", "owner: nobody", "owner: bob");
        assert!(changes.recv_timeout(PATIENCE).is_ok(), "the mended content did not arrive");
        drop(watching);
    }
}
