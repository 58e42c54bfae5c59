//! The catalog to browse.

use super::{
    filter::Filter,
    filters::filters,
    guides::guides,
    shelves::{nothing, shelf_nav, shelves},
};
use crate::{
    api::{Query, fetch_once, query},
    i18n::m,
    page::PageTitle,
    router::{use_location, use_query_map},
    routes,
    session::use_session,
    ui::Button,
    view::{Shape, async_view},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{ListCategories, ListItems},
    types::{ItemQuery, ItemSummary, Page},
};
use leptos::{prelude::*, task::spawn_local};

/// The page.
#[component]
pub fn ServicesPage() -> impl IntoView {
    let session = use_session();
    let (address, path, here) = (use_query_map(), use_location().pathname, routes::services("", "", ""));
    let filter = Memo::new(move |before: Option<&Filter>| match before {
        // The person leaves: this page stays as it is until the next one is there.
        Some(before) if path.with(|p| *p != here) => before.clone(),
        _ => address.with(Filter::read),
    });
    // As many as the backend gives at once: a catalog is looked through as a whole.
    let limit = Memo::new(move |_| session.capabilities().map(|c| c.limits.page_size));
    let wanted = Memo::new(move |_| filter.with(|f| f.query(limit.get())));
    let items = query::<ListItems>(move || Some((NoPath {}, wanted.get())));
    let categories = query::<ListCategories>(|| Some((NoPath {}, NoQuery {})));
    let more = More::new(items, wanted);
    let count = move || {
        let first = items.with(|page| page.map(|p| p.items.len()))?;
        let all = first + more.items.with(Vec::len);
        Some(m::catalog::results(u32::try_from(all).unwrap_or(u32::MAX)))
    };
    let list = async_view(items, Shape::Cards(6), move |page: &Page<ItemSummary>| {
        let all: Vec<ItemSummary> = page.items.iter().cloned().chain(more.items.get()).collect();
        if all.is_empty() {
            return filter.with(nothing);
        }
        categories.with(|c| shelves(&all, c.map(Vec::as_slice).unwrap_or_default()))
    });
    let there = Signal::derive(move || items.status().is_there());
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::catalog::title()/>
            </div>
            <p class="page__lead">{m::catalog::lead()}</p>
            {filters(filter)}
            <div class="shelves">
                {shelf_nav(filter, categories)}
                <div aria-busy=move || items.loading().then_some("true")>
                    <p class="filters__result" role="status">{count}</p>
                    {guides(filter, there)}
                    {list}
                    {more.button()}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What did not fit into the first part of the list.
#[derive(Clone, Copy)]
struct More {
    first: Query<Page<ItemSummary>>,
    wanted: Memo<ItemQuery>,
    items: RwSignal<Vec<ItemSummary>>,
    /// Where to go on; `None` until something more was fetched.
    next: RwSignal<Option<Option<String>>>,
    busy: RwSignal<bool>,
}

impl More {
    fn new(first: Query<Page<ItemSummary>>, wanted: Memo<ItemQuery>) -> Self {
        let more = Self {
            first,
            wanted,
            items: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        // Other filters begin anew.
        Effect::new(move || {
            wanted.track();
            if more.next.with_untracked(Option::is_some) {
                more.items.set(Vec::new());
                more.next.set(None);
            }
        });
        more
    }

    fn cursor(self) -> Option<String> {
        match self.next.get() {
            Some(next) => next,
            None => self.first.with(|page| page.and_then(|p| p.next.clone())),
        }
    }

    fn fetch(self) {
        let Some(cursor) = untrack(|| self.cursor()) else { return };
        let wanted = self.wanted.get_untracked();
        self.busy.set(true);
        spawn_local(async move {
            let query = ItemQuery { cursor: Some(cursor), ..wanted.clone() };
            let page = fetch_once::<ListItems>(&NoPath {}, &query).await;
            // The page is gone, or shows something else by now.
            let same = self.wanted.try_with_untracked(|w| *w == wanted);
            self.busy.try_set(false);
            if let (Ok(page), Some(true)) = (page, same) {
                self.items.update(|items| items.extend(page.items));
                self.next.set(Some(page.next));
            }
        });
    }

    fn button(self) -> AnyView {
        let fetch = Callback::new(move |()| self.fetch());
        let there = Memo::new(move |_| self.cursor().is_some());
        let button = move || {
            there.get().then(|| {
                view! { <p class="more"><Button on_press=fetch busy=self.busy>{m::common::more()}</Button></p> }
            })
        };
        button.into_any()
    }
}
