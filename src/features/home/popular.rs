//! Services that are often asked for.

use super::page::section;
use crate::{
    api::query,
    format,
    i18n::m,
    routes,
    ui::{Icon, IconName},
    view::{Shape::Cards, async_view},
};
use guichet_contract::{
    NoPath,
    endpoints::ListItems,
    types::{ItemQuery, ItemSummary, Page},
};
use leptos::prelude::*;

/// Two rows of three.
const SHOWN: u32 = 6;

/// The section.
#[component]
pub fn Popular() -> impl IntoView {
    let items = query::<ListItems>(|| {
        Some((NoPath {}, ItemQuery { popular: Some(true), limit: Some(SHOWN), ..Default::default() }))
    });
    let content = async_view(items, Cards(6), |page: &Page<ItemSummary>| {
        let cards = page.items.iter().map(card).collect_view();
        view! { <ul class="card-grid">{cards}</ul> }.into_any()
    });
    let all = Signal::derive(m::home::popular_all);
    section(m::home::popular(), Some((all, routes::services("", "", ""))), content)
}

fn card(item: &ItemSummary) -> AnyView {
    view! {
        <li class="item-card">
            <span class="item-card__icon"><Icon name=IconName::from_name(&item.icon)/></span>
            <h3 class="item-card__title"><a href=routes::service(item.id.as_str())>{item.name.clone()}</a></h3>
            <p class="item-card__text">{item.summary.clone()}</p>
            <p class="item-card__foot"><span>{format::starting_price(&item.price)}</span><span>{format::delivery(&item.delivery)}</span></p>
        </li>
    }
    .into_any()
}
