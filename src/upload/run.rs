//! Sending one file: checked once more against what the backend takes, then as a whole or in pieces, and gone on with after
//! every failure that may pass.

use super::{
    check::Bounds,
    item::{Item, Phase},
    uploads::Uploads,
    words,
};
use crate::api::{ApiError, Key, sleep, upload};
use guichet_contract::{Code, types::Attachment};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::{AbortController, File};

/// How long to wait before each new attempt; after so many it takes the person. A tunnel is longer, but a browser knows
/// that it has no network, and then nothing is counted.
const WAITS_MS: [i32; 5] = [500, 1_000, 2_000, 4_000, 8_000];
/// How often it is looked whether it was cancelled, or the network is back.
const LOOK_MS: i32 = 250;

/// Why sending a file ended without it being there.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
enum Stop {
    /// It was cancelled or taken away, or the page is gone.
    #[error("nobody waits for it any more")]
    GivenUp,
    /// It is not even sent; in words.
    #[error("it is not sent")]
    Refused(String),
    /// A call failed for good, or too often.
    #[error(transparent)]
    Call(#[from] ApiError),
}

/// Sends a file. How it does is in the item.
pub(super) async fn run(uploads: Uploads, item: Item, file: SendWrapper<File>, run: u32) {
    let job = Job { uploads, item, file, run };
    let outcome = job.send().await;
    if !job.is_wanted() {
        return;
    }
    let Job { uploads, item, .. } = job;
    match outcome {
        Ok(attachment) => uploads.arrived(&item, attachment),
        Err(Stop::GivenUp) => {}
        Err(Stop::Refused(words)) => item.phase.set(Phase::Failed { words, again: false }),
        Err(Stop::Call(error)) => {
            let again = may_help(&error);
            if !again {
                // What is refused for good is gone there, too.
                item.upload.set(None);
            }
            if error.code() == Some(Code::KeyReused) {
                uploads.ways.renew_key(item.key);
            }
            let bounds = untrack(|| uploads.bounds());
            item.phase.set(Phase::Failed { words: words::failed(&item.told, &error, &bounds), again });
        }
    }
}

struct Job {
    uploads: Uploads,
    item: Item,
    file: SendWrapper<File>,
    run: u32,
}

impl Job {
    fn is_wanted(&self) -> bool {
        self.uploads.ways.is_run(self.item.key, self.run)
    }

    fn wanted(&self) -> Result<(), Stop> {
        if self.is_wanted() { Ok(()) } else { Err(Stop::GivenUp) }
    }

    fn phase(&self, phase: Phase) {
        if self.is_wanted() {
            self.item.phase.set(phase);
        }
    }

    fn abort(&self) -> Result<AbortController, ApiError> {
        self.uploads.ways.aborting(self.item.key).ok_or(ApiError::Nonsense)
    }

    fn key(&self) -> Result<Key, ApiError> {
        self.uploads.ways.key(self.item.key).ok_or(ApiError::Nonsense)
    }

    async fn send(&self) -> Result<Attachment, Stop> {
        self.wanted()?;
        self.phase(Phase::Checking);
        // Where nobody knows, it is tried as a whole, which every backend takes.
        let offer = self.uploads.session.learn().await;
        self.wanted()?;
        let limits = offer.as_ref().map(|offer| &offer.limits);
        let bounds = self.uploads.wanted.with_value(|wanted| Bounds::new(wanted, limits));
        if let Some(refusal) = bounds.refuse(&self.item.told) {
            return Err(Stop::Refused(words::refused(&self.item.told.name, refusal, &bounds)));
        }
        let pieces = offer.as_ref().filter(|offer| offer.features.iter().any(|feature| feature == "uploads"));
        let chunk = pieces.and_then(|offer| offer.limits.chunk_bytes).filter(|chunk| *chunk > 0);
        // What fits into one piece is there with one call.
        let begun = self.item.upload.with_untracked(Option::is_some);
        let Some(chunk) = chunk.filter(|chunk| begun || self.item.told.size > *chunk) else {
            return self.whole().await;
        };
        match self.in_pieces(chunk).await {
            // Too many lie there in pieces, left by pages that are gone. As a whole it needs no place among them.
            Err(Stop::Call(error)) if error.code() == Some(Code::TooManyUploads) => self.whole().await,
            outcome => outcome,
        }
    }

    async fn whole(&self) -> Result<Attachment, Stop> {
        let mut patience = Patience::default();
        loop {
            self.phase(Phase::Going(None));
            match upload::whole(&self.file, &self.item.told.name, &self.key()?, &self.abort()?).await {
                Ok(attachment) => return Ok(attachment),
                Err(error) => patience.after(self, error, None).await?,
            }
        }
    }

    async fn in_pieces(&self, chunk: u64) -> Result<Attachment, Stop> {
        let mut patience = Patience::default();
        let mut at = Position::default();
        let mut renewed = false;
        loop {
            match self.step(chunk, &mut at).await {
                Ok(Some(attachment)) => return Ok(attachment),
                Ok(None) if at.is_further() => patience = Patience::default(),
                Ok(None) => {}
                // The backend has forgotten it: from the beginning, as another one.
                Err(error) if error.code() == Some(Code::NotFound) && !renewed => {
                    self.wanted()?;
                    renewed = true;
                    self.item.upload.set(None);
                    self.uploads.ways.renew_key(self.item.key);
                    at = Position::default();
                }
                Err(error) => {
                    at.now = None;
                    patience.after(self, error, Some(at.most)).await?;
                }
            }
        }
    }

    /// The next call: begins, asks how much is there, sends a piece, or asks what became of it, which ends it.
    async fn step(&self, chunk: u64, at: &mut Position) -> Result<Option<Attachment>, ApiError> {
        let told = &self.item.told;
        let Some(upload) = self.item.upload.get_untracked() else {
            self.phase(Phase::Going(Some(0)));
            let file = (told.name.as_str(), told.media_type.as_str(), told.size);
            let begun = upload::begin(file, &self.key()?, &self.abort()?).await?;
            if self.is_wanted() {
                self.item.upload.set(Some(begun.id));
            } else {
                upload::end(begun.id);
            }
            at.now = Some(begun.offset);
            return Ok(None);
        };
        let Some(from) = at.now else {
            at.reach(upload::offset(&upload, &self.abort()?).await?);
            self.phase(Phase::Going(at.now));
            return Ok(None);
        };
        if from >= told.size {
            return upload::outcome(&upload).await.map(Some);
        }
        self.phase(Phase::Going(Some(from)));
        let to = from.saturating_add(chunk).min(told.size);
        // Sizes of files are exact in a double.
        let piece =
            self.file.slice_with_f64_and_f64(from as f64, to as f64).map_err(|_| ApiError::Nonsense)?;
        at.reach(upload::piece(&upload, from, piece, &self.abort()?).await?);
        self.phase(Phase::Going(at.now));
        Ok(None)
    }

    /// Waits, unless nobody waits for the file.
    async fn pause(&self, mut millis: i32) -> Result<(), Stop> {
        while millis > 0 {
            sleep(millis.min(LOOK_MS)).await;
            self.wanted()?;
            millis -= LOOK_MS;
        }
        Ok(())
    }
}

/// How much of a file is there.
#[derive(Debug, Default)]
struct Position {
    /// In bytes; absent where the backend has to be asked.
    now: Option<u64>,
    /// The most that it ever was.
    most: u64,
    further: bool,
}

impl Position {
    fn reach(&mut self, offset: u64) {
        self.further = offset > self.most;
        self.most = self.most.max(offset);
        self.now = Some(offset);
    }

    /// Whether more is there than ever before; once for each time.
    fn is_further(&mut self) -> bool {
        std::mem::take(&mut self.further)
    }
}

/// How often it was tried since something last went well.
#[derive(Debug, Default)]
struct Patience {
    tries: usize,
}

impl Patience {
    /// Waits for the next attempt after `error`, or gives it back where none would help. `there` is how much has arrived.
    async fn after(&mut self, job: &Job, error: ApiError, there: Option<u64>) -> Result<(), Stop> {
        job.wanted()?;
        if !passes(&error) {
            return Err(Stop::Call(error));
        }
        if matches!(error, ApiError::Offline | ApiError::Slow) {
            job.phase(Phase::Paused(there));
        }
        while is_offline() {
            self.tries = 0;
            job.pause(LOOK_MS).await?;
        }
        let Some(wait) = WAITS_MS.get(self.tries) else { return Err(Stop::Call(error)) };
        self.tries += 1;
        job.pause(*wait).await
    }
}

/// Whether the same call may go through in a moment.
fn passes(error: &ApiError) -> bool {
    match error.code() {
        Some(Code::WrongOffset) => true,
        Some(Code::NoSpace) => false,
        _ => error.may_repeat(),
    }
}

/// Whether the same file may be taken when the person sends it again.
fn may_help(error: &ApiError) -> bool {
    let later = matches!(
        error.code(),
        Some(Code::NotSignedIn | Code::WrongOffset | Code::NotFound | Code::KeyReused)
    );
    later || error.is_passing()
}

fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

#[cfg(test)]
mod tests {
    use super::*;
    use guichet_contract::Problem;

    #[test]
    fn what_may_pass_is_tried_again_by_itself_and_by_the_person() {
        let refused = |code| ApiError::Refused(Box::new(Problem::new(code, "")));
        for (error, by_itself, by_the_person) in [
            (ApiError::Offline, true, true),
            (ApiError::Slow, true, true),
            (refused(Code::Unavailable), true, true),
            (refused(Code::WrongOffset), true, true),
            (refused(Code::NoSpace), false, true),
            (ApiError::TooMany(Some(30)), false, true),
            (refused(Code::NotSignedIn), false, true),
            (refused(Code::FileType), false, false),
            (refused(Code::TooLarge), false, false),
        ] {
            assert_eq!((passes(&error), may_help(&error)), (by_itself, by_the_person), "{error:?}");
        }
    }

    #[test]
    fn going_further_is_told_once() {
        let mut at = Position::default();
        at.reach(5);
        assert!(at.is_further() && !at.is_further());
        at.now = None;
        at.reach(5);
        assert!(!at.is_further(), "asking alone is no way forward");
        at.reach(6);
        assert!(at.is_further());
    }
}
