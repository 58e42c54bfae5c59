//! Beside an item: price, time, who has to agree, and the one button.

use super::{card::not_for_you, wish::wish};
use crate::{
    format,
    i18n::m,
    routes,
    ui::{Button, ButtonKind, SummaryList, SummaryRow},
};
use guichet_contract::types::Item;
use guichet_rules::entitlement::OrderFor;
use leptos::prelude::*;

/// The panel.
pub(super) fn item_side(item: Signal<Item>) -> AnyView {
    view! {
        <div class="side-panel">
            {move || item.with(cost)}
            {move || item.with(time)}
            {move || item.with(approvals)}
            {move || item.with(facts)}
            {action(item)}
        </div>
    }
    .into_any()
}

fn cost(item: &Item) -> AnyView {
    let price_of = &item.summary.price;
    let hint = price_of.from.then(|| view! { <p class="muted">{m::catalog::price_from_hint()}</p> });
    view! {
        <h2 class="visually-hidden">{m::catalog::price()}</h2>
        <p class="side-panel__big">{format::starting_price(price_of)}</p>
        {hint}
    }
    .into_any()
}

fn time(item: &Item) -> AnyView {
    let delivery = format::delivery(&item.summary.delivery);
    let asked = !item.approvals.is_empty();
    let words = if asked {
        m::catalog::after_approval(&delivery)
    } else {
        m::catalog::no_approval_delivery(&delivery)
    };
    let expected = item.expected.map(|at| {
        let when = format::when(at);
        let words = if asked { m::catalog::expected(&when) } else { m::catalog::expected_no_approval(&when) };
        view! { <p class="muted"><time datetime=at.to_rfc3339() title=format::full(at)>{words}</time></p> }
    });
    view! {
        <div class="side-panel__part">
            <h2 class="side-panel__subtitle">{m::catalog::delivery()}</h2>
            <p>{words}</p>
            {expected}
        </div>
    }
    .into_any()
}

fn approvals(item: &Item) -> AnyView {
    let content = if item.approvals.is_empty() {
        view! { <p class="muted">{m::catalog::approvals_none()}</p> }.into_any()
    } else {
        let steps = item.approvals.iter().map(|step| {
            view! { <li class="chain__step" data-state="next">{step.clone()}</li> }
        });
        view! { <ol class="chain">{steps.collect_view()}</ol> }.into_any()
    };
    view! {
        <div class="side-panel__part">
            <h2 class="side-panel__subtitle">{m::catalog::approvals()}</h2>
            {content}
        </div>
    }
    .into_any()
}

fn facts(item: &Item) -> AnyView {
    let whom = match item.order_for {
        OrderFor::Anyone => m::catalog::for_anyone(),
        OrderFor::Reports => m::catalog::for_reports(),
        OrderFor::SelfOnly | OrderFor::Unknown => m::catalog::for_self(),
    };
    let mut rows = vec![SummaryRow::new(m::catalog::who(), whom)];
    if item.max_quantity > 1 {
        rows.push(SummaryRow::new(m::catalog::how_many(), m::catalog::quantity(item.max_quantity)));
    }
    rows.push(SummaryRow::new(m::catalog::service(), item.service.name.clone()));
    rows.push(SummaryRow::new(m::catalog::group(), item.group.name.clone()));
    view! { <div class="side-panel__part"><SummaryList rows=rows compact=true/></div> }.into_any()
}

/// The way to the form; where this person may not order it, why not.
fn action(item: Signal<Item>) -> AnyView {
    let closed = Memo::new(move |_| item.with(|i| not_for_you(&i.summary.orderable)));
    let verb = Memo::new(move |_| item.with(|i| i.verb.clone()));
    let href = Memo::new(move |_| item.with(|i| routes::request(i.summary.id.as_str())));
    let allowed = Memo::new(move |_| closed.with(Option::is_none));
    let button = move || {
        if allowed.get() {
            view! { <Button href=href kind=ButtonKind::Primary>{move || verb.get()}</Button> }.into_any()
        } else {
            view! { <Button kind=ButtonKind::Primary disabled_reason=closed>{move || verb.get()}</Button> }
                .into_any()
        }
    };
    view! { <div class="side-panel__actions">{button} {wish(item)}</div> }.into_any()
}
