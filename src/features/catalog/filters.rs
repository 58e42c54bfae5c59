//! The words and switches above the catalog.

use super::filter::{Filter, Only};
use crate::{address::Words, i18n::m};
use leptos::prelude::*;

/// The filters.
pub(super) fn filters(filter: Memo<Filter>) -> AnyView {
    let words = Words::new(Memo::new(move |_| filter.with(|filter| filter.words.clone())), move |words| {
        filter.with_untracked(|filter| filter.with_words(words).url())
    });
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
            {words.field(m::catalog::search())}
            <nav class="tabs" aria-label=m::catalog::show()>
                {Only::ALL.map(only).into_iter().collect_view()}
            </nav>
        </div>
    }
    .into_any()
}
