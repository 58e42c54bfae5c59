//! The rest of an order: what else of it waits for the same person, to be decided along or apart.

use super::{decide::Deciding, words::amount};
use crate::{api::Query, format, i18n::m, routes};
use guichet_contract::types::{ApprovalRequest, OrderApproval};
use guichet_rules::ids::ApprovalId;
use leptos::prelude::*;

/// The others, each with a box that is checked as long as it is decided along; absent where there are none.
pub(super) fn order(request: Query<ApprovalRequest>, deciding: Deciding) -> AnyView {
    let others = Memo::new(move |_| {
        request
            .with(|r| r.and_then(|r| r.order.as_ref()).map(|order| order.others.clone()))
            .unwrap_or_default()
    });
    (move || {
        let rows: Vec<_> = others.get().into_iter().map(|other| row(deciding, other)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <fieldset class="section">
                    <legend class="section__title">{m::approvals::order_others()}</legend>
                    <p class="muted">{m::approvals::order_hint()}</p>
                    <ul class="list">{rows}</ul>
                </fieldset>
            }
        })
    })
    .into_any()
}

fn row(deciding: Deciding, other: OrderApproval) -> AnyView {
    let id = StoredValue::new(other.id.clone());
    let along = move || !id.with_value(|id| deciding.apart.with(|apart| apart.contains(id)));
    let take = move |checked: bool| {
        let id: ApprovalId = id.get_value();
        deciding.apart.update(|apart| {
            if checked {
                apart.remove(&id);
            } else {
                apart.insert(id);
            }
        });
    };
    let name = match other.quantity {
        0 | 1 => other.title.clone(),
        n => m::approvals::times(&format::number(n.into()), &other.title),
    };
    let answers = other.answers.iter().map(|answered| {
        view! { <li>{format!("{}: {}", answered.label, answered.value)}</li> }
    });
    let answers = answers.collect_view();
    let link =
        view! { <a class="link" href=routes::approval(other.id.as_str())>{other.ticket.to_string()}</a> };
    view! {
        <li class="list__row">
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    prop:checked=along
                    on:change:target=move |ev| take(ev.target().checked())
                />
                <span class="choice__label">{name}</span>
                <span class="choice__hint">{m::approvals::for_person(&other.requested_for.name)}</span>
            </label>
            <span class="row__aside num">{amount(&other.price)}</span>
            <div class="row__text"><ul>{answers}</ul> {link}</div>
        </li>
    }
    .into_any()
}
