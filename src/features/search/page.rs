//! The page.

use super::{filter::Filter, filters::filters, results::results};
use crate::{
    address::{Words, read_address},
    i18n::m,
    page::PageTitle,
    routes,
    session::Feature,
    view::where_offered,
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    where_offered(Feature::Search, page)
}

fn page() -> AnyView {
    let filter = read_address(routes::search(""), Filter::read);
    let words = Words::new(Memo::new(move |_| filter.with(|filter| filter.words.clone())), move |words| {
        filter.with_untracked(|filter| filter.with_words(words).url())
    });
    // What is typed counts before the address does.
    let now = Memo::new(move |_| {
        let typed = words.typed.with(|typed| typed.trim().to_owned());
        filter.with(|filter| filter.with_words(&typed))
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::finding::title()/>
            </div>
            {words.form(m::search::label())}
            {filters(now)}
            {results(now)}
        </div>
    }
    .into_any()
}
