//! What there is to show of a list that follows the address. Old results stay while newer ones are on their way, but they
//! never pass for an answer to what is asked now.

use crate::{
    api::Query,
    i18n::m,
    ui::{Skeleton, SkeletonKind},
};
use leptos::prelude::*;

/// What there is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Loading,
    Failed,
    Empty,
    Full,
}

/// How far the answer is.
#[derive(Clone, Copy)]
pub(super) struct Answered {
    /// What there is to show.
    pub shape: Memo<Shape>,
    /// Whether it answers what is asked now.
    pub current: Memo<bool>,
}

impl Answered {
    /// Follows `query`, which is asked anew when `asked` changes; `count` says how many things it found.
    pub fn new<T>(query: Query<T>, asked: Memo<String>, count: fn(&T) -> usize) -> Self
    where
        T: Clone + Send + Sync + 'static,
    {
        let found = Signal::derive(move || query.with(|data| data.map(count)));
        let failed = Signal::derive(move || query.error().is_some());
        Self::of(found, failed, asked)
    }

    /// Apart from [`new`](Self::new), so that its code exists once.
    fn of(found: Signal<Option<usize>>, failed: Signal<bool>, asked: Memo<String>) -> Self {
        let answered = RwSignal::new(None::<String>);
        Effect::new(move || {
            if found.get().is_some() {
                answered.set(Some(asked.get_untracked()));
            }
        });
        let current = Memo::new(move |_| {
            let asked = asked.get();
            answered.with(|answered| answered.as_ref() == Some(&asked))
        });
        let shape = Memo::new(move |_| shape(found.get(), failed.get(), current.get()));
        Self { shape, current }
    }
}

fn shape(found: Option<usize>, failed: bool, current: bool) -> Shape {
    match (found, failed, current) {
        (None, true, _) | (Some(_), true, false) => Shape::Failed,
        // That something else was not found says nothing about this.
        (None, false, _) | (Some(0), false, false) => Shape::Loading,
        (Some(0), _, true) => Shape::Empty,
        (Some(_), _, _) => Shape::Full,
    }
}

/// While the first results are on their way.
pub(super) fn loading() -> AnyView {
    view! {
        <Skeleton kind=SkeletonKind::Rows count=6/>
        <span class="visually-hidden" role="status">{m::shell::loading()}</span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_results_stay_but_answer_nothing_else() {
        assert_eq!(shape(None, false, false), Shape::Loading);
        assert_eq!(shape(None, true, false), Shape::Failed);
        assert_eq!(shape(Some(3), false, false), Shape::Full);
        assert_eq!(shape(Some(3), true, false), Shape::Failed);
        assert_eq!(shape(Some(3), true, true), Shape::Full);
        assert_eq!(shape(Some(0), false, false), Shape::Loading);
        assert_eq!(shape(Some(0), false, true), Shape::Empty);
    }
}
