//! The words and switches above the catalog.

use super::filter::{Filter, Only};
use crate::{
    i18n::m,
    router::{NavigateOptions, use_location, use_navigate},
    routes,
    ui::search_field,
};
use leptos::prelude::*;
use std::time::Duration;

/// Long enough that a word is typed to its end, short enough that the list seems to follow.
const PAUSE: Duration = Duration::from_millis(200);

/// The filters. What is typed goes into the address, without a step of its own in the browser's history.
pub(super) fn filters(filter: Memo<Filter>) -> AnyView {
    let typed = RwSignal::new(filter.with_untracked(|f| f.words.clone()));
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let navigate = StoredValue::new(use_navigate());
    let words = Memo::new(move |_| filter.with(|f| f.words.clone()));
    // A link changed the words: the field follows, but never while it says the same.
    Effect::new(move || {
        let words = words.get();
        if typed.with_untracked(|t| t.trim() != words) {
            typed.set(words);
        }
    });
    let (path, here) = (use_location().pathname, StoredValue::new(routes::services("", "", "")));
    let apply = move || {
        // The person may have gone on to another page, or be about to.
        if here.try_with_value(|here| path.with_untracked(|p| p == here)) != Some(true) {
            return;
        }
        let url = filter.with_untracked(|f| f.with_words(typed.get_untracked().trim()).url());
        let options = NavigateOptions { replace: true, scroll: false };
        navigate.with_value(|navigate| navigate(&url, options));
    };
    let stop = move || {
        if let Some(timer) = timer.try_get_value().flatten() {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let take = move |text: String| {
        typed.set(text);
        stop();
        timer.set_value(set_timeout_with_handle(apply, PAUSE).ok());
    };
    let only = move |only: Only| {
        let words = match only {
            Only::All => m::catalog::only_all(),
            Only::Free => m::catalog::only_free(),
            Only::Orderable => m::catalog::only_orderable(),
        };
        let href = move || filter.with(|f| f.with_only(only).url());
        let current = move || filter.with(|f| (f.only == only).then_some("page"));
        view! { <a class="tabs__link" href=href aria-current=current>{words}</a> }
    };
    view! {
        <div class="filters">
            {search_field(m::catalog::search(), typed, Box::new(take))}
            <nav class="tabs" aria-label=m::catalog::show()>
                {Only::ALL.map(only).into_iter().collect_view()}
            </nav>
        </div>
    }
    .into_any()
}
