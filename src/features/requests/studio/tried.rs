//! What the backend makes of the text while it is typed: what is wrong with it, and the form in every language.

use crate::api::send;
use guichet_contract::{
    endpoints::{CheckStudioForm, StudioCheckPath},
    types::{Severity, StudioCheck, StudioFinding, StudioInput, StudioPreview},
};
use guichet_rules::ids::ItemId;
use leptos::{prelude::*, task::spawn_local};
use std::{sync::Arc, time::Duration};

/// Long enough that a word is typed to its end, short enough that the form seems to follow.
const PAUSE: Duration = Duration::from_millis(300);

/// The last text without mistakes.
#[derive(Debug, Clone, Default)]
pub(super) struct Good {
    /// The form in each language.
    pub previews: Arc<Vec<StudioPreview>>,
    /// Counts the forms that differ; 0 while there was none.
    pub round: u32,
}

/// What came of the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tried {
    /// What is wrong with it, or could be better.
    pub findings: RwSignal<Vec<StudioFinding>>,
    /// How many mistakes are in other files.
    pub elsewhere: RwSignal<u32>,
    /// The last text without mistakes.
    pub good: RwSignal<Good>,
    /// Whether an answer is on its way.
    pub looking: RwSignal<bool>,
    /// Why there is none.
    pub failure: RwSignal<Option<String>>,
}

impl Tried {
    /// Nothing came of it yet.
    pub fn new() -> Self {
        Self {
            findings: RwSignal::new(Vec::new()),
            elsewhere: RwSignal::new(0),
            good: RwSignal::new(Good::default()),
            looking: RwSignal::new(true),
            failure: RwSignal::new(None),
        }
    }

    /// Looks at the text now, after each change once the writer pauses, and at once when `again` counts on: then it was not
    /// typed.
    pub fn follow(self, item: StoredValue<ItemId>, typed: Memo<String>, again: RwSignal<u32>) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move |before: Option<u32>| {
            let (count, source) = (again.get(), typed.get());
            if let Some(timer) = timer.get_value() {
                timer.clear();
            }
            self.looking.set(true);
            let pause = if before == Some(count) { PAUSE } else { Duration::ZERO };
            timer.set_value(set_timeout_with_handle(move || self.look(item, typed, source), pause).ok());
            count
        });
    }

    fn look(self, item: StoredValue<ItemId>, typed: Memo<String>, source: String) {
        // The page may be gone.
        let Some(item) = item.try_get_value() else { return };
        spawn_local(async move {
            let (path, input) = (StudioCheckPath { item }, StudioInput { source });
            let outcome = send::<CheckStudioForm>(&path, Some(&input), &[]).await;
            // Something else was typed since, or nobody is there any more.
            if typed.try_with_untracked(|typed| *typed == input.source) != Some(true) {
                return;
            }
            self.looking.set(false);
            match outcome {
                Ok(check) => self.take(check),
                Err(error) => self.failure.set(Some(error.words())),
            }
        });
    }

    fn take(self, check: StudioCheck) {
        self.failure.set(None);
        self.findings.set(check.findings);
        self.elsewhere.set(check.elsewhere);
        let is_new = self.good.with_untracked(|good| *good.previews != check.previews);
        if is_new && !check.previews.is_empty() {
            self.good.update(|good| {
                good.previews = Arc::new(check.previews);
                good.round = good.round.wrapping_add(1);
            });
        }
    }

    /// How many mistakes are in the text.
    pub fn mistakes(self) -> u32 {
        self.count(Severity::Error)
    }

    /// How much in it could be better.
    pub fn hints(self) -> u32 {
        self.count(Severity::Warning)
    }

    fn count(self, severity: Severity) -> u32 {
        let count = self.findings.with(|all| all.iter().filter(|f| f.severity == severity).count());
        u32::try_from(count).unwrap_or(u32::MAX)
    }
}
