//! The rest of an order: what else of it waits for the same person, to be decided along or apart.

use super::{
    decide::Deciding,
    words::{amount, is_open, together},
};
use crate::{
    answered::answered,
    api::Query,
    asked::titled,
    i18n::m,
    routes,
    ui::{SummaryList, SummaryRow},
};
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

/// What all of it costs that is decided along, beside what this one does; nothing where it is decided alone.
pub(super) fn sum(request: Query<ApprovalRequest>, deciding: Deciding) -> AnyView {
    let sum = Memo::new(move |_| {
        let apart = deciding.apart.get();
        request.with(|request| {
            let request = request.filter(|request| is_open(request))?;
            let others = request.order.iter().flat_map(|order| &order.others);
            let along: Vec<&OrderApproval> = others.filter(|other| !apart.contains(&other.id)).collect();
            let count = u32::try_from(along.len()).unwrap_or(u32::MAX).saturating_add(1);
            (!along.is_empty()).then(|| (count, together(request, along)))
        })
    });
    (move || {
        sum.get().map(|(count, price)| {
            let row = SummaryRow::new(m::approvals::cost_of_all(count), price).total();
            view! { <SummaryList rows=vec![row] compact=true/> }
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
    let name = titled(&other.title, other.quantity);
    let answers = other.answers.iter().map(|each| {
        view! { <li>{answered(&each.label, &each.value)}</li> }
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
                <span class="choice__note">{amount(&other.price)}</span>
                <span class="choice__hint">{m::approvals::for_person(&other.requested_for.name)}</span>
            </label>
            <div class="row__text"><ul>{answers}</ul> {link}</div>
        </li>
    }
    .into_any()
}
