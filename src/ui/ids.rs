//! Ids that tie labels, hints and mistakes to their controls.

use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// One counter for all portals of a page: two that stand in the same document must not give the same id.
static NEXT: AtomicU32 = AtomicU32::new(1);

/// An id that nothing else on the page has, as long as the owner lives.
pub fn use_ids(prefix: &str) -> StoredValue<String> {
    StoredValue::new(format!("g-{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed)))
}
