//! Views that must not take over each other's elements.

use leptos::prelude::*;
use std::{
    hash::Hash,
    iter,
    sync::atomic::{AtomicU32, Ordering},
};

/// Tells the views of one call from those of another, which may come to stand in the same place.
static NEXT: AtomicU32 = AtomicU32::new(0);

/// Builds `view` for `key`, and anew with elements of its own for each other key. Leptos would reuse the elements of a view
/// of the same type, and what was typed into one would then stand in the answer to another question.
pub(super) fn anew<K>(
    key: impl Fn() -> K + Send + 'static,
    view: impl Fn(K) -> AnyView + Send + Clone + 'static,
) -> AnyView
where
    K: Clone + Eq + Hash + Send + 'static,
{
    // What is read while it is built must not build it anew.
    let view = move |(_, key): (u32, K)| untrack(|| view(key));
    let own = NEXT.fetch_add(1, Ordering::Relaxed);
    view! { <For each=move || iter::once((own, key())) key=|key: &(u32, K)| key.clone() children=view/> }
        .into_any()
}
