//! A catalog item as a card.

use crate::{
    api::prefetch,
    format,
    i18n::m,
    routes,
    ui::{Icon, IconName},
};
use guichet_contract::{
    NoQuery,
    endpoints::{GetItem, ItemPath},
    types::{ItemSummary, Orderable},
};
use leptos::prelude::*;

/// The card. The item is fetched ahead once somebody points at it.
pub(super) fn card(item: &ItemSummary) -> AnyView {
    let id = item.id.clone();
    let ahead = move |_| prefetch::<GetItem>(&ItemPath { item: id.clone() }, &NoQuery {});
    let closed = not_for_you(&item.orderable).map(|words| view! { <p class="item-card__text">{words}</p> });
    view! {
        <li class="item-card" on:pointerenter=ahead>
            <span class="item-card__icon"><Icon name=IconName::from_name(&item.icon)/></span>
            <h3 class="item-card__title"><a href=routes::service(item.id.as_str())>{item.name.clone()}</a></h3>
            <p class="item-card__text">{item.summary.clone()}</p>
            {closed}
            <p class="item-card__foot">
                <span>{format::starting_price(&item.price)}</span>
                <span>{format::delivery(&item.delivery)}</span>
            </p>
        </li>
    }
    .into_any()
}

/// Why this person cannot order it; nothing where they can.
pub(super) fn not_for_you(orderable: &Orderable) -> Option<String> {
    (!orderable.allowed).then(|| match &orderable.reason {
        Some(reason) => m::catalog::not_for_you(reason),
        None => m::catalog::not_for_you_plain(),
    })
}
