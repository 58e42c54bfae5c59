//! All of the order once more, before it is sent.

use super::{
    kept::Whom,
    ordering::Ordering,
    page::{failure, send_checked},
    side::side,
};
use crate::{
    format,
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, ButtonKind, SummaryList, SummaryRow},
};
use guichet_contract::types::OrderLinePreview;
use leptos::prelude::*;

/// The page.
pub fn check(ordering: Ordering) -> AnyView {
    let lines = move || {
        let keys = ordering.basket.cart.with(|cart| {
            cart.lines.iter().map(|line| (line.key.clone(), line.item.clone())).collect::<Vec<_>>()
        });
        let told = keys.into_iter().filter_map(|(key, item)| Some((ordering.of_line(&key)?, key, item)));
        told.map(|(told, key, item)| line(&told, &key, &item)).collect_view()
    };
    let order = move || {
        let rows = about(ordering);
        view! { <SummaryList rows=rows/> }
    };
    let send = Callback::new(move |()| send_checked(ordering));
    view! {
        <div class="page__head"><PageTitle text=m::cart::check()/></div>
        <p class="page__lead">{m::requests::check_lead()}</p>
        <div class="columns">
            <div class="columns__main">
                <div class="stack">
                    <div>{lines}</div>
                    <section class="section">
                        <h2 class="section__title">{m::cart::details()}</h2>
                        {order}
                    </section>
                    {failure(ordering)}
                    <div class="form__actions">
                        <Button kind=ButtonKind::Primary busy=ordering.sending on_press=send>{m::cart::send()}</Button>
                        <Button href=routes::cart()>{m::common::back()}</Button>
                    </div>
                </div>
            </div>
            {side(ordering)}
        </div>
    }
    .into_any()
}

fn line(told: &OrderLinePreview, key: &str, item: &str) -> AnyView {
    let mut rows: Vec<SummaryRow> = told
        .answers
        .iter()
        .map(|answered| SummaryRow::new(answered.label.clone(), answered.value.clone()))
        .collect();
    let price = format::amounts(told.price.total, told.price.currency, false);
    rows.push(SummaryRow::new(m::cart::price(), price).total());
    let name = told.item.name.clone();
    let of = format!(" {name}");
    let title =
        if told.people > 1 { format!("{name} · {}", m::cart::for_people(told.people)) } else { name };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{title}</h2>
                <a class="section__link" href=routes::request_for(item, "", key, "")>
                    {m::requests::change()} <span class="visually-hidden">{of}</span>
                </a>
            </div>
            <SummaryList rows=rows/>
        </section>
    }
    .into_any()
}

/// Whom it is for, who pays, and the note.
fn about(ordering: Ordering) -> Vec<SummaryRow> {
    let cart = ordering.basket.cart.get();
    let names =
        |all: usize| cart.people.iter().take(all).map(|p| p.name.clone()).collect::<Vec<_>>().join(", ");
    let whom = match cart.whom {
        Whom::Me => ordering.me.with_value(|me| me.name.clone()),
        Whom::Other => names(1),
        Whom::Several => names(usize::MAX),
    };
    let known = ordering.previewed.with(|previewed| {
        let centres = previewed.preview.as_ref().map(|p| p.cost_centres.as_slice()).unwrap_or_default();
        let found = centres.iter().find(|centre| centre.id.as_str() == cart.cost_centre);
        found.map(|centre| format!("{} {}", centre.id, centre.name))
    });
    let payer = match (cart.cost_centre.is_empty(), known) {
        (true, _) => m::cart::cost_centre_own(),
        (false, Some(known)) => known,
        (false, None) => cart.cost_centre.clone(),
    };
    let mut rows = vec![row(m::requests::whom(), whom), row(m::cart::cost_centre(), payer)];
    if !cart.note.trim().is_empty() {
        rows.push(row(m::cart::note(), cart.note.clone()));
    }
    rows
}

fn row(label: String, value: String) -> SummaryRow {
    let about = format!(" {label}");
    let link = view! {
        <a class="link" href=routes::cart()>
            {m::requests::change()} <span class="visually-hidden">{about}</span>
        </a>
    };
    SummaryRow::new(label, value).with_action(link)
}
