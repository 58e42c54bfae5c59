//! All that it takes to decide: who wants what for whom, what it costs, and why this person is asked.

use super::{
    row::in_place,
    words::{is_open, price},
};
use crate::{
    format,
    i18n::m,
    markdown::markdown,
    routes,
    ui::{SummaryList, SummaryRow},
    upload::attachments,
};
use guichet_contract::types::{Answered, ApprovalRequest, PersonRef};
use leptos::prelude::*;

/// What was answered, and who wants it.
pub(super) fn facts(request: &ApprovalRequest) -> AnyView {
    use m::approvals as t;
    let mut rows = vec![SummaryRow::new(t::requested_for(), person(&request.requested_for))];
    if request.opened_by.id != request.requested_for.id {
        rows.push(SummaryRow::new(t::opened_by(), person(&request.opened_by)));
    }
    if request.quantity > 1 {
        rows.push(SummaryRow::new(t::quantity(), format::number(f64::from(request.quantity))));
    }
    rows.extend(request.answers.iter().map(answer));
    let ticket = view! { <a class="link" href=routes::ticket(request.ticket.as_str())>{request.ticket.to_string()}</a> };
    rows.push(SummaryRow::new(t::request(), ticket));
    view! {
        <section class="section">
            <h2 class="section__title">{t::section_facts()}</h2>
            <SummaryList rows=rows/>
        </section>
    }
    .into_any()
}

fn person(who: &PersonRef) -> String {
    match &who.about {
        Some(about) => format!("{}\n{about}", who.name),
        None => who.name.clone(),
    }
}

fn answer(answered: &Answered) -> SummaryRow {
    if answered.marked {
        let text = view! { <div class="prose">{markdown(&answered.value)}</div> };
        return SummaryRow::new(answered.label.clone(), text);
    }
    match attachments(&answered.files) {
        Some(files) => SummaryRow::new(answered.label.clone(), files),
        None => SummaryRow::new(answered.label.clone(), answered.value.clone()),
    }
}

/// What it costs and who pays, for the side panel.
pub(super) fn cost(request: &ApprovalRequest) -> AnyView {
    let amount = |amounts| format::amounts(amounts, request.price.currency, false);
    let lines = &request.price.lines;
    let rows: Vec<SummaryRow> =
        lines.iter().map(|line| SummaryRow::new(line.label.clone(), amount(line.amounts))).collect();
    // One line says no more than the sum.
    let lines = (rows.len() > 1).then(|| view! { <SummaryList rows=rows compact=true/> });
    let centre = request
        .cost_centre
        .as_deref()
        .map(|centre| view! { <p class="muted">{m::approvals::cost_centre(centre)}</p> });
    let expected = request.expected.map(|at| {
        view! { <p class="muted num" title=format::full(at)>{m::approvals::expected(&format::when(at))}</p> }
    });
    view! {
        <h2 class="side-panel__title">{m::approvals::cost()}</h2>
        <p class="price num">{price(request)}</p>
        {centre}
        {lines}
        {expected}
    }
    .into_any()
}

/// Why this person is asked, and how many must agree.
pub(super) fn why(request: &ApprovalRequest) -> AnyView {
    use m::approvals as t;
    let because = request.because.clone().map(|words| view! { <p>{words}</p> });
    let instead = request.approval.instead_of.as_ref().map(|who| view! { <p>{t::instead_of(&who.name)}</p> });
    let for_whom = in_place(request).map(|words| view! { <p><strong>{words}</strong></p> });
    // What a refusal does matters while it can still happen.
    let refused = (is_open(request) && !request.if_refused.is_empty())
        .then(|| view! { <p class="muted">{request.if_refused.clone()}</p> });
    let reminded = request.approval.reminded_at.map(|at| {
        view! { <p class="muted num" title=format::full(at)>{t::reminded_at(&format::when(at))}</p> }
    });
    let policy =
        (!request.policy.is_empty()).then(|| view! { <p class="muted">{t::policy(&request.policy)}</p> });
    let asked = request.approval.asked_at.map(|at| {
        view! { <p class="muted num" title=format::full(at)>{t::asked_at(&format::when(at))}</p> }
    });
    view! {
        <section class="section">
            <h2 class="section__title">{t::section_why()}</h2>
            <div class="stack stack--small">{for_whom} {because} {instead} {policy} {refused} {asked} {reminded}</div>
        </section>
    }
    .into_any()
}
