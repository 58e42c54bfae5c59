//! A request of several items: each with where it stands; and the way back from one of them.

use super::{chain::chain, subject::Subject};
use crate::{
    answered::answered,
    format,
    i18n::m,
    routes,
    session::{Feature, use_session},
    tickets::state_tag,
    ui::{Button, SummaryRow},
};
use guichet_contract::types::{RequestedItem, Ticket};
use guichet_rules::ticket::Kind;
use leptos::prelude::*;

/// The requested items; absent where the ticket is no request of several.
pub(super) fn items(subject: Subject) -> AnyView {
    let items = Memo::new(move |_| subject.see(|ticket| ticket.items.clone()).unwrap_or_default());
    (move || {
        let me = subject.me();
        let rows: Vec<_> = items.get().iter().map(|item| row(item, &me)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <section class="section">
                    <h2 class="section__title">{m::cart::order_items()}</h2>
                    <ul class="list">{rows}</ul>
                </section>
            }
        })
    })
    .into_any()
}

fn row(item: &RequestedItem, me: &str) -> AnyView {
    let summary = &item.summary;
    let name = match item.quantity {
        0 | 1 => item.item.name.clone(),
        n => format!("{n} × {}", item.item.name),
    };
    let price = item.price.as_ref().map(|price| format::amounts(price.total, price.currency, false));
    let due = summary.due.map(|due| m::common::by(&format::when(due)));
    let mut meta = vec![summary.id.to_string(), m::cart::for_person(&summary.requested_for.name)];
    meta.extend(price);
    meta.extend(due);
    let answers = item.answers.iter().map(|each| {
        view! { <li>{answered(&each.label, &each.value)}</li> }
    });
    let answers = answers.collect_view();
    // Each goes its own way, so each says whom it waits for; above the link of the row, since some may decide here.
    let approvals = (!item.approvals.is_empty()).then(|| {
        view! {
            <div class="row__actions">
                <div class="stack stack--small muted">
                    <p>{m::shell::approvals()}</p>
                    {chain(&item.approvals, me)}
                </div>
            </div>
        }
    });
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::ticket(summary.id.as_str())>{name}</a>
            <span class="row__tag">{state_tag(summary)}</span>
            <span class="row__meta">{meta.join(" · ")}</span>
            <div class="row__text"><ul>{answers}</ul></div>
            {approvals}
        </li>
    }
    .into_any()
}

/// To order the same again, and to have it on paper.
pub(super) fn again(subject: Subject) -> AnyView {
    let session = use_session();
    let link = Memo::new(move |_| {
        let offered = session.offers(Feature::Orders);
        subject.see(again_link).flatten().map(|href| offered.then_some(href))
    });
    let print = Callback::new(move |()| {
        if let Some(window) = web_sys::window() {
            // A browser that cannot print does nothing.
            let _ = window.print();
        }
    });
    (move || {
        link.get().map(|href| {
            let again =
                href.map(|href| view! { <Button href=href small=true>{m::cart::order_again()}</Button> });
            view! {
                <div class="side-panel__actions no-print">
                    {again}
                    <Button small=true on_press=print>{m::cart::order_print()}</Button>
                </div>
            }
        })
    })
    .into_any()
}

/// Where the same is ordered again: in the form of the item, or for several in the cart.
fn again_link(ticket: &Ticket) -> Option<String> {
    let id = ticket.summary.id.as_str();
    match &ticket.item {
        _ if ticket.summary.kind != Kind::Request => None,
        _ if !ticket.items.is_empty() => Some(routes::cart_again(id)),
        Some(item) => Some(routes::request_for(item.id.as_str(), "", "", id)),
        None => None,
    }
}

/// The request that it is a part of, and who pays.
pub(super) fn order_rows(ticket: &Ticket) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if let Some(order) = &ticket.part_of {
        let link = view! { <a class="link" href=routes::ticket(order.as_str())>{order.to_string()}</a> };
        rows.push(SummaryRow::new(m::cart::order_part_of(), link));
    }
    if let Some(payer) = &ticket.cost_centre {
        rows.push(SummaryRow::new(m::cart::order_payer(), format!("{} {}", payer.id, payer.name)));
    }
    rows
}
