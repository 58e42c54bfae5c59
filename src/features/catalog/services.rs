//! The catalog to browse.

use super::{
    filter::Filter,
    filters::filters,
    guides::{Guides, Stand},
    shelves::{nothing, shelf_nav, shelves},
};
use crate::{
    address::read_address,
    api::{fetch_once, query},
    i18n::m,
    page::PageTitle,
    routes,
    session::use_session,
    view::{More, Part, Shape, async_view_when},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{ListCategories, ListItems},
    types::{ItemQuery, ItemSummary, Page},
};
use leptos::prelude::*;

/// The page.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let session = use_session();
    let filter = read_address(routes::services("", "", ""), Filter::read);
    // As many as the backend gives at once: a catalog is looked through as a whole.
    let limit = Memo::new(move |_| session.capabilities().map(|c| c.limits.page_size));
    let wanted = Memo::new(move |_| filter.with(|f| f.query(limit.get())));
    let items = query::<ListItems>(move || Some((NoPath {}, wanted.get())));
    let categories = query::<ListCategories>(|| Some((NoPath {}, NoQuery {})));
    let list = Memo::new(move |_| filter.with(Filter::url));
    let more = More::new(items, list, |item| item.id.to_string(), move |cursor| part(wanted, cursor));
    let told =
        Signal::derive(move || m::catalog::results(u32::try_from(more.items().len()).unwrap_or(u32::MAX)));
    let guides = Guides::new(filter, items.status(), categories.status());
    let ready = guides.settled();
    let count = move || (ready.get() && items.with(|page| page.is_some())).then(|| told.get());
    let list = async_view_when(items, ready, Shape::Cards(6), move |_: &Page<ItemSummary>| {
        let all = more.items();
        if all.is_empty() {
            return filter.with(nothing);
        }
        categories.with(|c| shelves(&all, c.map(Vec::as_slice).unwrap_or_default()))
    });
    let end = move || ready.get().then(|| untrack(|| more.end(told)));
    let busy = move || (items.loading() || !ready.get()).then_some("true");
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::catalog::title()/>
            </div>
            <p class="page__lead">{m::catalog::lead()}</p>
            {filters(filter)}
            <div class="shelves">
                {shelf_nav(filter, categories)}
                <div aria-busy=busy>
                    <p class="filters__result" role="status">{count}</p>
                    {guides.at(Stand::Above)}
                    {list}
                    {end}
                    {guides.at(Stand::Below)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What comes behind a cursor.
fn part(wanted: Memo<ItemQuery>, cursor: String) -> Part<ItemSummary> {
    let query = ItemQuery { cursor: Some(cursor), ..wanted.get_untracked() };
    Box::pin(async move { fetch_once::<ListItems>(&NoPath {}, &query).await })
}
