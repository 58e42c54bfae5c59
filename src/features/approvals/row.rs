//! One approval of a list: what, for whom, for how much, since when.

use super::words::{more_of_order, price, since, tag};
use crate::{i18n::m, routes};
use guichet_contract::types::ApprovalRequest;
use leptos::prelude::*;

/// The row.
pub(super) fn row(request: &ApprovalRequest) -> AnyView {
    let mut meta = vec![
        request.ticket.to_string(),
        m::approvals::for_person(&request.requested_for.name),
        price(request),
    ];
    meta.extend(request.cost_centre.as_deref().map(m::approvals::cost_centre));
    let more = more_of_order(request);
    meta.extend((more > 0).then(|| m::approvals::order_more(more)));
    view! {
        <li class="list__row">
            <a class="row__title" href=routes::approval(request.approval.id.as_str())>{title(request)}</a>
            {tag(request)}
            <span class="row__meta">{meta.join(" · ")}</span>
            <span class="row__aside">{since(request)}</span>
        </li>
    }
    .into_any()
}

/// What is asked for, and how many of it.
pub(super) fn title(request: &ApprovalRequest) -> String {
    match request.quantity {
        0 | 1 => request.title.clone(),
        n => m::approvals::times(&n.to_string(), &request.title),
    }
}
