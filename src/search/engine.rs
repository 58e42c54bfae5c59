//! The search on the device, as far as every page has it: a name for it, and when it begins. The rest is fetched then.

use super::device::device_chunk;
use crate::lazy::Lazy;
use leptos::prelude::*;
use std::time::Duration;

/// How long after a visit begins, where nobody searches: what a page needs for itself is there by then.
const QUIET: Duration = Duration::from_secs(6);

/// The search on the device.
#[derive(Clone, Copy)]
pub struct Engine {
    part: Lazy,
    /// Somebody is about to search; before that it begins once the page is idle.
    pub(super) wanted: RwSignal<bool>,
    /// Whose search it is, once it can be asked.
    pub(super) whose: RwSignal<Option<String>>,
    /// Grows whenever what is found may be another.
    pub(super) renewed: RwSignal<u32>,
}

/// Makes it known to everything below.
pub fn provide_engine() -> Engine {
    let engine = Engine {
        part: Lazy::new(|| Box::pin(device_chunk())),
        wanted: RwSignal::new(false),
        whose: RwSignal::new(None),
        renewed: RwSignal::new(0),
    };
    provide_context(engine);
    set_timeout(move || engine.part.want(), QUIET);
    engine
}

impl Engine {
    /// Begins at once: somebody searches.
    pub(super) fn want(self) {
        self.wanted.set(true);
        self.part.want();
    }

    /// The place where it works. There is nothing to be seen.
    pub fn view(self) -> AnyView {
        (move || self.part.quietly()).into_any()
    }
}
