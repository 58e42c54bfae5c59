//! Beside the cart: what all of it costs, one-off and recurring apart, and who is asked.

use super::{chains::chains, ordering::Ordering};
use crate::{
    format,
    i18n::m,
    ui::{Skeleton, SkeletonKind, SummaryList, SummaryRow},
};
use guichet_contract::types::{OrderApprover, OrderPreview};
use guichet_rules::money::{Amounts, Price};
use leptos::prelude::*;

/// The panel; what was said last stays while something newer is on its way.
pub fn side(ordering: Ordering) -> AnyView {
    let preview = Memo::new(move |_| ordering.previewed.with(|previewed| previewed.preview.clone()));
    let waiting = Memo::new(move |_| {
        ordering.previewed.with(|previewed| previewed.preview.is_none() && previewed.failure.is_none())
    });
    // Said once it has changed; the lines alone would not be read.
    let total =
        move || preview.with(|p| p.as_ref().map(|p| format::amounts(p.price.total, p.price.currency, false)));
    view! {
        <aside class="columns__side" aria-label=m::cart::side_title()>
            <div class="side-panel">
                <h2 class="side-panel__title">{m::cart::side_title()}</h2>
                <p class="visually-hidden" role="status">{total}</p>
                {move || waiting.get().then(|| view! { <Skeleton kind=SkeletonKind::Lines count=4/> })}
                {move || preview.with(|p| p.as_ref().map(|p| (totals(p), approvers(p))))}
            </div>
        </aside>
    }
    .into_any()
}

/// The sums, each rhythm of paying by itself.
pub fn totals(preview: &OrderPreview) -> AnyView {
    let items = SummaryRow::new(m::cart::requested_items(), format::number(preview.requested_items.into()));
    let rows: Vec<SummaryRow> = std::iter::once(items).chain(sums(&preview.price)).collect();
    view! { <div class="side-panel__part num"><SummaryList rows=rows compact=true/></div> }.into_any()
}

fn sums(price: &Price) -> Vec<SummaryRow> {
    let Amounts { one_off, monthly, yearly } = price.total;
    let row = |label: String, minor: i64| {
        SummaryRow::new(label, format::money(minor, price.currency, false)).total()
    };
    let mut rows = Vec::new();
    // What costs nothing at all says so.
    if one_off != 0 || price.total.is_free() {
        rows.push(row(m::cart::one_off(), one_off));
    }
    if monthly != 0 {
        rows.push(row(m::cart::monthly(), monthly));
    }
    if yearly != 0 {
        rows.push(row(m::cart::yearly(), yearly));
    }
    rows
}

/// Who is asked.
pub fn approvers(preview: &OrderPreview) -> AnyView {
    let content = if preview.approvers.is_empty() {
        view! { <p class="muted">{m::requests::side_nobody()}</p> }.into_any()
    } else if let Some(chains) = chains(preview) {
        chains
    } else {
        let all = preview.approvers.iter().map(|asked| approver(preview, asked)).collect_view();
        view! { <ul class="chain">{all}</ul> }.into_any()
    };
    view! {
        <div class="side-panel__part">
            <h3 class="side-panel__subtitle">{m::requests::side_approvals()}</h3>
            {content}
        </div>
    }
    .into_any()
}

/// Of a backend that tells no more of an order.
fn approver(preview: &OrderPreview, asked: &OrderApprover) -> AnyView {
    let name = |place: &u32| {
        let line = usize::try_from(*place).ok().and_then(|place| preview.items.get(place))?;
        Some(line.item.name.clone())
    };
    let items: Vec<String> = asked.lines.iter().filter_map(name).collect();
    let because = asked.because.join(", ");
    let because = (!because.is_empty()).then(|| view! { <br/> {because} });
    view! {
        <li class="chain__step" data-state="next">
            <strong>{asked.person.name.clone()}</strong>
            " "
            <span class="muted">{items.join(", ")} {because}</span>
        </li>
    }
    .into_any()
}
