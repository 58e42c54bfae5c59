//! All of the order once more, before it is sent.

use super::{
    kept::{Line, Whom},
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
        let all = ordering.basket.cart.with(|cart| cart.lines.clone());
        let told = all.into_iter().filter_map(|own| Some((ordering.of_line(&own.key)?, own)));
        told.map(|(told, own)| line(&told, &own)).collect_view()
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

fn line(told: &OrderLinePreview, own: &Line) -> AnyView {
    let mut rows = beside(told, own);
    rows.extend(
        told.answers.iter().map(|answered| SummaryRow::new(answered.label.clone(), answered.value.clone())),
    );
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
                <a class="section__link" href=routes::request_for(&own.item, "", &own.key, "")>
                    {m::requests::change()} <span class="visually-hidden">{of}</span>
                </a>
            </div>
            <SummaryList rows=rows/>
        </section>
    }
    .into_any()
}

/// Whom it is for, where that is not as of the whole order, and how many, where there may be more than one.
fn beside(told: &OrderLinePreview, own: &Line) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if let Some(other) = own.kept.other.as_ref().filter(|_| own.kept.for_other) {
        rows.push(SummaryRow::new(m::requests::whom(), other.name.clone()));
    }
    let quantity = own.quantity();
    if told.max_quantity > 1 || quantity > 1 {
        let number = format::number(quantity.into());
        let words = if told.people > 1 { m::cart::each(&number) } else { number };
        rows.push(SummaryRow::new(m::requests::quantity(), words));
    }
    rows
}

/// Whom it is for, who pays, and the note.
fn about(ordering: Ordering) -> Vec<SummaryRow> {
    let cart = ordering.basket.cart.get();
    let names = || cart.beneficiaries().iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(", ");
    let whom = match cart.whom {
        Whom::Me => ordering.me.with_value(|me| me.name.clone()),
        Whom::Other | Whom::Several => names(),
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
