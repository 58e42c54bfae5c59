//! One catalog item: what it is, what it costs, when it comes, and what may make it unnecessary.

use super::item_side::item_side;
use crate::{
    api::query,
    i18n::m,
    markdown::markdown,
    page::PageTitle,
    router::use_params_map,
    routes,
    ui::{Breadcrumb, Crumb, Failed, Icon, IconName, Notice, Tone},
    view::{Shape, when_loaded},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetItem, ItemPath},
    types::{Item, Orderable},
};
use guichet_rules::ids::ItemId;
use leptos::prelude::*;

/// The page.
#[component]
pub fn ServicePage() -> impl IntoView {
    // Another item is another page: the path is read once.
    let id = use_params_map().with_untracked(|p| p.get("item")).and_then(|id| ItemId::new(id).ok());
    view! { <div class="page">{id.map_or_else(no_such_item, item_page)}</div> }.into_any()
}

/// The address names what cannot be an item.
fn no_such_item() -> AnyView {
    let nothing = Callback::new(|()| ());
    view! {
        <PageTitle text=m::common::not_found_title()/>
        <Failed title=m::common::failed_not_found() retry_label=m::common::retry() on_retry=nothing/>
    }
    .into_any()
}

fn item_page(id: ItemId) -> AnyView {
    let item = query::<GetItem>(move || Some((ItemPath { item: id.clone() }, NoQuery {})));
    // Without an item there is no name to be the heading; every page has one all the same.
    let status = item.status();
    let nameless = move || {
        let failed = status.error().is_some() && !status.is_there();
        failed.then(|| view! { <PageTitle text=m::shell::services()/> })
    };
    (nameless, when_loaded(item, Shape::Lines(8), shown)).into_any()
}

fn shown(item: Signal<Item>) -> AnyView {
    let crumbs = Signal::derive(move || {
        item.with(|i| {
            vec![
                Crumb::new(m::shell::services(), routes::services("", "", "")),
                Crumb::new(i.category_name.clone(), routes::services("", i.summary.category.as_str(), "")),
                Crumb::here(i.summary.name.clone()),
            ]
        })
    });
    let title = Memo::new(move |_| item.with(|i| i.summary.name.clone()));
    let icon = Signal::derive(move || item.with(|i| IconName::from_name(&i.summary.icon)));
    let description = Memo::new(move |_| item.with(|i| i.description.clone()));
    let orderable = Memo::new(move |_| item.with(|i| i.summary.orderable.clone()));
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="columns">
            <div class="columns__main">
                <header class="item-head">
                    <span class="item-card__icon item-head__icon"><Icon name=icon/></span>
                    <PageTitle text=title/>
                    <p class="page__lead">{move || item.with(|i| i.summary.summary.clone())}</p>
                </header>
                <div class="stack">
                    {move || orderable.with(closed)}
                    <div class="prose">{move || description.with(|text| markdown(text))}</div>
                    {move || item.with(articles)}
                </div>
            </div>
            <aside class="columns__side">{item_side(item)}</aside>
        </div>
    }
    .into_any()
}

/// That this person cannot order it, and why.
fn closed(orderable: &Orderable) -> Option<AnyView> {
    if orderable.allowed {
        return None;
    }
    let why = orderable.reason.clone().map(|reason| view! { <p>{reason}</p> });
    let notice = view! { <Notice title=m::catalog::not_for_you_plain() tone=Tone::Info>{why}</Notice> };
    Some(notice.into_any())
}

/// Articles that may help at once.
fn articles(item: &Item) -> Option<AnyView> {
    if item.articles.is_empty() {
        return None;
    }
    let rows = item.articles.iter().map(|article| {
        view! {
            <li class="list__row">
                <a class="row__title" href=routes::answer(article.id.as_str())>{article.title.clone()}</a>
            </li>
        }
    });
    let section = view! {
        <section class="section">
            <h2 class="section__title">{m::catalog::articles()}</h2>
            <ul class="list">{rows.collect_view()}</ul>
        </section>
    };
    Some(section.into_any())
}
