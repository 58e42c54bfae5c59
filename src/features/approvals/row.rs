//! One approval of a list: what, for whom, for how much, since when.

use super::{
    inbox::Inbox,
    words::{more_of_order, price, rest_of_order, since, tag},
};
use crate::{
    asked::titled,
    i18n::m,
    routes,
    ui::{Button, ButtonKind},
};
use guichet_contract::types::{ApprovalRequest, Decision};
use leptos::prelude::*;

/// The row of one that is decided, or that nobody waits for any more.
pub(super) fn row(request: &ApprovalRequest) -> AnyView {
    let comment = request.approval.comment.as_deref().map(m::approvals::quoted);
    view! { <li class="list__row">{content(request, comment)}</li> }.into_any()
}

/// The row of one that waits, with the mark and the buttons that decide it here.
pub(super) fn open_row(request: &ApprovalRequest, inbox: Inbox) -> AnyView {
    let (id, given) = (request.approval.id.clone(), request.approval.id.clone());
    let marked = move || inbox.selected.with(|all| all.contains(&id));
    let mark = move |checked: bool| inbox.mark(&given, checked);
    view! {
        <li class="list__row">
            {content(request, request.because.clone())}
            <div class="row__actions cluster no-print">
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=marked
                        on:change:target=move |event| mark(event.target().checked())
                    />
                    {m::approvals::select()}
                    <span class="visually-hidden">{about(request)}</span>
                </label>
                {button(request, inbox, Decision::Approve)}
                {button(request, inbox, Decision::Reject)}
            </div>
        </li>
    }
    .into_any()
}

fn content(request: &ApprovalRequest, text: Option<String>) -> AnyView {
    let mut meta = vec![
        request.ticket.to_string(),
        m::approvals::for_person(&request.requested_for.name),
        price(request),
    ];
    meta.extend(request.cost_centre.as_deref().map(m::approvals::cost_centre));
    meta.extend(rest_of_order(request));
    let lines = [in_place(request), text].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let lines = (!lines.is_empty()).then(|| view! { <span class="row__text">{lines}</span> });
    view! {
        <a class="row__title" href=routes::approval(request.approval.id.as_str())>{title(request)}</a>
        {tag(request)}
        {lines}
        <span class="row__meta">{meta.join(" · ")}</span>
        <span class="row__aside">{since(request)}</span>
    }
    .into_any()
}

/// For whom somebody decides, or who decided for them.
pub(super) fn in_place(request: &ApprovalRequest) -> Option<String> {
    use m::approvals as t;
    match (&request.acting_for, &request.approval.decided_by) {
        (Some(who), Some(_)) => Some(t::acted_for(&who.name)),
        (Some(who), None) => Some(t::acting_for(&who.name)),
        (None, Some(who)) => Some(t::decided_for_you(&who.name)),
        (None, None) => None,
    }
}

fn button(request: &ApprovalRequest, inbox: Inbox, decision: Decision) -> AnyView {
    // All of an order at once; who wants to decide a part of it by itself opens it.
    let all = more_of_order(request).saturating_add(1);
    let words = match (decision == Decision::Approve, all) {
        (true, 1) => m::approvals::approve(),
        (true, all) => m::approvals::approve_all(all),
        (false, 1) => m::approvals::refuse(),
        (false, all) => m::approvals::refuse_all(all),
    };
    let (kept, about) = (StoredValue::new(request.clone()), about(request));
    let press = Callback::new(move |()| inbox.open(vec![kept.get_value()], decision));
    view! {
        <Button kind=ButtonKind::Secondary small=true on_press=press>
            {words}
            <span class="visually-hidden">{about}</span>
        </Button>
    }
    .into_any()
}

/// Tells the controls of one row from those of another, for whoever hears them.
fn about(request: &ApprovalRequest) -> String {
    format!(" {} {}", title(request), request.ticket)
}

/// What is asked for, and how many of it.
pub(super) fn title(request: &ApprovalRequest) -> String {
    titled(&request.title, request.quantity)
}
