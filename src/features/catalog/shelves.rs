//! The catalog by shelf.

use super::{card::card, filter::Filter};
use crate::{
    api::Query,
    i18n::m,
    routes,
    ui::{Button, Empty, IconName},
    view::rows,
};
use guichet_contract::types::{Category, ItemSummary};
use leptos::prelude::*;

/// For so many shelves there is room until they are there: on a phone they stand above the list, which stays where it is.
const PLACES: u32 = 10;

/// The shelves beside the list.
pub(super) fn shelf_nav(filter: Memo<Filter>, categories: Query<Vec<Category>>) -> AnyView {
    let link = move |id: String, name: String, count: Option<u32>| {
        let own = id.clone();
        let href = move || filter.with(|f| f.with_category(&id).url());
        let current = move || filter.with(|f| (f.category == own).then_some("page"));
        let count = count.map(|n| view! { <span class="count">{n}</span> });
        view! {
            <a class="side-nav__link" href=href aria-current=current>
                {name}
                " "
                {count}
            </a>
        }
    };
    let place = |_: u32| view! { <span class={"side-nav__link"} aria-hidden="true"></span> };
    let all = move || match categories.get() {
        Some(categories) => {
            let total = categories.iter().map(|c| c.items).sum();
            let first = link(String::new(), m::catalog::all_categories(), Some(total));
            let rest =
                categories.into_iter().map(|c| link(c.id.to_string(), c.name, Some(c.items))).collect_view();
            (first, rest).into_any()
        }
        None if categories.error().is_some() => ().into_any(),
        None => (0..PLACES).map(place).collect_view().into_any(),
    };
    view! { <nav class="side-nav" aria-label=m::catalog::categories()>{all}</nav> }.into_any()
}

/// The items, shelf by shelf in the order of the shelves.
pub(super) fn shelves(items: &[ItemSummary], categories: &[Category]) -> AnyView {
    let on = |category: &Category| items.iter().filter(|i| i.category == category.id).collect::<Vec<_>>();
    let mut sections: Vec<AnyView> = categories
        .iter()
        .map(|c| (c.name.clone(), on(c)))
        .filter(|(_, items)| !items.is_empty())
        .map(|(name, items)| shelf(name, &items))
        .collect();
    // Categories come by a call of their own, which may be late or older.
    let stray: Vec<&ItemSummary> =
        items.iter().filter(|i| !categories.iter().any(|c| c.id == i.category)).collect();
    if !stray.is_empty() {
        let name = if sections.is_empty() { m::catalog::all_categories() } else { m::catalog::other_shelf() };
        sections.push(shelf(name, &stray));
    }
    view! { <div>{sections}</div> }.into_any()
}

fn shelf(name: String, items: &[&ItemSummary]) -> AnyView {
    let cards = rows(items.iter().map(|item| (item.id.to_string(), card(item))));
    view! {
        <section class="section">
            <h2 class="section__title">{name}</h2>
            <ul class="card-grid">{cards}</ul>
        </section>
    }
    .into_any()
}

/// Nothing fits, and what to do then.
pub(super) fn nothing(filter: &Filter) -> AnyView {
    let text = if filter.words.is_empty() {
        m::catalog::empty_filter()
    } else {
        m::catalog::empty_words(&filter.words)
    };
    let ask = routes::report(&filter.words);
    view! {
        <Empty title=m::catalog::empty_title() text=text icon=IconName::Search>
            <div class="cluster">
                <Button href=routes::services("", "", "")>{m::catalog::empty_clear()}</Button>
                <a class="link" href=ask>{m::catalog::empty_ask()}</a>
            </div>
        </Empty>
    }
    .into_any()
}
