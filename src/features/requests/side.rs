//! Beside the form: what it costs, who will be asked, and when it is there.

use super::{asking::Asking, price::price};
use crate::{
    format,
    i18n::m,
    ui::{Notice, Skeleton, SkeletonKind, SummaryList, SummaryRow, Tone},
};
use guichet_contract::types::{ApprovalPreview, RequestPreview};
use guichet_rules::money::Price;
use leptos::prelude::*;

/// The panel. The price follows the answers at once; the rest stays while something newer is on its way.
pub(super) fn side(asking: Asking) -> AnyView {
    let preview = Memo::new(move |_| asking.previewed.with(|p| p.preview.clone()));
    let busy = Memo::new(move |_| asking.previewed.with(|p| p.refreshing && p.preview.is_some()));
    let price = price(asking);
    let waiting = Memo::new(move |_| asking.previewed.with(|p| p.preview.is_none() && p.failure.is_none()));
    let failure =
        Memo::new(move |_| asking.previewed.with(|p| p.failure.clone().filter(|_| p.preview.is_none())));
    // Said once it has changed; the lines alone would not be read.
    let total = move || price.get().map(|price| sum(asking, &price));
    view! {
        <aside class="columns__side" aria-label=m::requests::side_title()>
            <div class="side-panel" aria-busy=move || busy.get().then_some("true")>
                <h2 class="side-panel__title">{m::requests::side_title()}</h2>
                <p class="visually-hidden" role="status">{total}</p>
                {move || price.get().map(|price| costs(asking, price))}
                {move || waiting.get().then(|| view! { <Skeleton kind=SkeletonKind::Lines count=4/> })}
                {move || failure.get().map(|words| view! { <p class="side-panel__part muted">{words}</p> })}
                {move || preview.with(|p| p.as_ref().map(|p| (refusals(p), approvals(p), when(asking, p))))}
            </div>
        </aside>
    }
    .into_any()
}

pub(super) fn costs(asking: Asking, price: Price) -> AnyView {
    let total = sum(asking, &price);
    let several = price.lines.len() > 1;
    let mut rows: Vec<SummaryRow> = price
        .lines
        .into_iter()
        .map(|line| SummaryRow::new(line.label, format::amounts(line.amounts, price.currency, false)))
        .collect();
    if rows.is_empty() || several {
        rows.push(SummaryRow::new(m::requests::side_total(), total).total());
    }
    view! { <div class="side-panel__part num"><SummaryList rows=rows compact=true/></div> }.into_any()
}

/// The sum in words. Where nothing that costs is chosen yet, what the item costs at least: it is not for free.
fn sum(asking: Asking, price: &Price) -> String {
    let least = asking.item.with_value(|item| {
        let least = &item.summary.price;
        (!least.amounts.is_free()).then(|| format::starting_price(least))
    });
    match least {
        Some(least) if price.total.is_free() => least,
        _ => format::amounts(price.total, price.currency, false),
    }
}

/// What stands against the request beside the answers.
fn refusals(preview: &RequestPreview) -> AnyView {
    let all = preview.blocked.iter().chain(&preview.refusals).map(|words| {
        let words = words.clone();
        view! { <div class="side-panel__part"><Notice title=words tone=Tone::Bad/></div> }
    });
    all.collect_view().into_any()
}

fn approvals(preview: &RequestPreview) -> AnyView {
    let content = if preview.approvals.is_empty() {
        view! { <p class="muted">{m::requests::side_nobody()}</p> }.into_any()
    } else {
        chain(&preview.approvals)
    };
    view! {
        <div class="side-panel__part">
            <h3 class="side-panel__subtitle">{m::requests::side_approvals()}</h3>
            {content}
        </div>
    }
    .into_any()
}

/// The steps, in their order.
pub(super) fn chain(approvals: &[ApprovalPreview]) -> AnyView {
    let several = approvals.len() > 1;
    let step = |(n, approval)| step(approval, several.then_some(n == 0));
    let steps = approvals.iter().enumerate().map(step).collect_view();
    view! { <ol class="chain">{steps}</ol> }.into_any()
}

/// A step. Where there are several, `first` says whether it is the first of them.
fn step(approval: &ApprovalPreview, first: Option<bool>) -> AnyView {
    let order = first.map(|first| {
        let words = if first { m::requests::side_first() } else { m::requests::side_then() };
        view! { <span class="muted">{words}" "</span> }
    });
    let names = approval.people.iter().map(|p| p.name.as_str()).collect::<Vec<_>>().join(", ");
    let policy = (approval.people.len() > 1).then(|| approval.policy.clone());
    let reasons = policy.into_iter().chain(approval.because.clone()).collect::<Vec<_>>().join(", ");
    let notes =
        approval.notes.iter().map(|note| view! { <p class="muted">{note.clone()}</p> }).collect_view();
    let refused = (!approval.if_refused.is_empty())
        .then(|| view! { <p class="muted">{approval.if_refused.clone()}</p> });
    view! {
        <li class="chain__step" data-state="next">
            {order}
            <strong>{names}</strong>
            " "
            <span class="muted">{reasons}</span>
            {notes}
            {refused}
        </li>
    }
    .into_any()
}

fn when(asking: Asking, preview: &RequestPreview) -> AnyView {
    let time = asking.item.with_value(|i| format::delivery(&i.summary.delivery));
    let how = if preview.approvals.is_empty() {
        m::requests::side_after_none(&preview.calendar, &time)
    } else {
        m::requests::side_after(&preview.calendar, &time)
    };
    let expected = preview.expected.map(|at| {
        view! { <p><time class="num" datetime=at.to_rfc3339() title=format::full(at)>{format::when(at)}</time></p> }
    });
    view! {
        <div class="side-panel__part">
            <h3 class="side-panel__subtitle">{m::requests::side_when()}</h3>
            {expected}
            <p class="muted">{how}</p>
        </div>
    }
    .into_any()
}
