//! A part of a page that shows one query.

use crate::{
    api::{Query, QueryStatus},
    i18n::m,
    ui::{Failed, Skeleton, SkeletonKind},
};
use leptos::prelude::*;

/// The shape of what is on its way, so that nothing jumps when it arrives.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// So many rows of a list.
    Rows(u32),
    /// So many cards.
    Cards(u32),
    /// So many lines of text.
    Lines(u32),
}

/// Shows `query` by `show`, rebuilt whenever newer data arrives; old data stays while newer is on its way. For parts that
/// hold no input of the reader; see [`when_loaded`] for those that do.
pub fn async_view<T>(
    query: Query<T>,
    shape: Shape,
    show: impl Fn(&T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    async_view_when(query, Signal::stored(true), shape, show)
}

/// The same for a part that holds back until it is `ready`: what came above it a moment later would push it down.
pub fn async_view_when<T>(
    query: Query<T>,
    ready: Signal<bool>,
    shape: Shape,
    show: impl Fn(&T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let full = move || query.with(|data| data.filter(|_| ready.get()).map(&show));
    states(query.status(), ready, shape, Box::new(full))
}

/// Shows `query` by `show`, built once when the first data arrives; from then on `show` follows the signal that it is
/// given, so that what the reader types into it stays.
pub fn when_loaded<T>(
    query: Query<T>,
    shape: Shape,
    show: impl Fn(Signal<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let there = Memo::new(move |_| query.status().is_there());
    let full = move || {
        let first = there.get().then(|| query.get_untracked()).flatten()?;
        // It never goes back to nothing; should it all the same, the first data stands in.
        let current = Signal::derive(move || query.get().unwrap_or_else(|| first.clone()));
        Some(show(current))
    };
    states(query.status(), Signal::stored(true), shape, Box::new(full))
}

fn states(
    query: QueryStatus,
    ready: Signal<bool>,
    shape: Shape,
    full: Box<dyn Fn() -> Option<AnyView> + Send + Sync>,
) -> AnyView {
    let there = Memo::new(move |_| query.is_there());
    let failure = Memo::new(move |_| if there.get() { None } else { query.error().map(|e| e.words()) });
    let shown = Memo::new(move |_| there.get() && ready.get());
    let missing = move || match (shown.get(), failure.get()) {
        (true, _) => None,
        (false, None) => Some(skeleton(shape)),
        (false, Some(words)) => Some(failed(words, Callback::new(move |()| query.retry()))),
    };
    (missing, full).into_any()
}

fn skeleton(shape: Shape) -> AnyView {
    let (kind, count) = match shape {
        Shape::Rows(n) => (SkeletonKind::Rows, n),
        Shape::Cards(n) => (SkeletonKind::Cards, n),
        Shape::Lines(n) => (SkeletonKind::Lines, n),
    };
    view! { <Skeleton kind=kind count=count as usize/><span class="visually-hidden" role="status">{m::shell::loading()}</span> }
        .into_any()
}

fn failed(words: String, retry: Callback<()>) -> AnyView {
    view! { <Failed title=m::common::failed_title() text=Some(words) retry_label=m::common::retry() on_retry=retry/> }.into_any()
}
