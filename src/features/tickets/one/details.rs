//! The facts of the ticket.

use super::{act::Actor, chain::chain, items::order_rows};
use crate::{
    format,
    i18n::m,
    routes,
    tickets::kind_words,
    ui::{SummaryList, SummaryRow},
    upload::attachments,
};
use guichet_contract::types::{Answered, PersonRef, Ticket};
use guichet_rules::money::Price;
use leptos::prelude::*;

/// Number, service, device, priority, who has it.
pub(super) fn details(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let facts = move || {
        let me = subject.me();
        subject.see(|ticket| facts(ticket, &me)).map(|rows| view! { <SummaryList rows=rows compact=true/> })
    };
    view! {
        <div class="side-panel__part">
            <h2 node_ref=actor.heading class="side-panel__subtitle" tabindex="-1">{m::ticket_page::details()}</h2>
            {facts}
        </div>
    }
    .into_any()
}

/// What was ordered, and who was asked.
pub(super) fn ordered(actor: Actor) -> AnyView {
    let subject = actor.subject;
    let answers = move || {
        subject.see(|ticket| {
            let any = !ticket.answers.is_empty() || ticket.price.is_some();
            any.then(|| {
                part(
                    m::ticket_page::ordered(),
                    view! { {answers(&ticket.answers)} {price(ticket.price.as_ref())} }.into_any(),
                )
            })
        })
    };
    let approvals = move || {
        let me = subject.me();
        subject.see(|ticket| {
            let any = !ticket.approvals.is_empty();
            any.then(|| part(m::shell::approvals(), chain(&ticket.approvals, &me)))
        })
    };
    view! { {answers} {approvals} }.into_any()
}

fn part(title: String, content: AnyView) -> AnyView {
    view! { <div class="side-panel__part"><h2 class="side-panel__subtitle">{title}</h2>{content}</div> }
        .into_any()
}

fn facts(ticket: &Ticket, me: &str) -> Vec<SummaryRow> {
    use m::ticket_page as t;
    let summary = &ticket.summary;
    let person = |who: &PersonRef| if who.id.as_str() == me { t::you() } else { who.name.clone() };
    let mut rows = vec![
        SummaryRow::new(t::number(), summary.id.to_string()),
        SummaryRow::new(t::kind(), kind_words(summary.kind)),
    ];
    let mut put = |key: String, value: Option<String>| {
        rows.extend(value.map(|value| SummaryRow::new(key, value)));
    };
    put(t::service(), ticket.service.as_ref().map(|service| service.name.clone()));
    put(t::device(), ticket.asset.as_ref().map(|asset| asset.name.clone()));
    put(t::priority(), summary.priority.as_ref().map(|p| format!("{} {}", p.id, p.label)));
    put(t::affected(), ticket.impact.clone());
    put(t::how_badly(), ticket.urgency.clone());
    put(t::group(), summary.group.as_ref().map(|group| group.name.clone()));
    put(t::assignee(), summary.assignee.as_ref().map(person));
    put(t::requested_for(), Some(person(&summary.requested_for)));
    let by_other = summary.opened_by.id != summary.requested_for.id;
    put(t::opened_by(), by_other.then(|| person(&summary.opened_by)));
    put(t::opened_at(), Some(format::when(summary.opened_at)));
    let watchers: Vec<String> = ticket.watchers.iter().map(person).collect();
    put(t::watchers(), (!watchers.is_empty()).then(|| watchers.join(", ")));
    put(t::reopened(), (ticket.reopen_count > 0).then(|| format::number(f64::from(ticket.reopen_count))));
    if let Some(item) = &ticket.item {
        let link = view! { <a class="link" href=routes::service(item.id.as_str())>{item.name.clone()}</a> };
        rows.push(SummaryRow::new(t::item(), link));
    }
    if let Some(quantity) = ticket.quantity.filter(|quantity| *quantity > 1) {
        rows.push(SummaryRow::new(t::quantity(), format::number(f64::from(quantity))));
    }
    rows.extend(order_rows(ticket));
    if let Some(before) = &ticket.follows {
        let link = view! { <a class="link" href=routes::ticket(before.as_str())>{before.to_string()}</a> };
        rows.push(SummaryRow::new(t::follows(), link));
    }
    rows
}

fn answers(answers: &[Answered]) -> Option<AnyView> {
    let rows: Vec<SummaryRow> = answers
        .iter()
        .map(|answered| {
            let files = attachments(&answered.files);
            let value = if files.is_some() { None } else { Some(answered.value.clone()) };
            SummaryRow::new(answered.label.clone(), view! { {value} {files} })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <SummaryList rows=rows compact=true/> }.into_any())
}

fn price(price: Option<&Price>) -> Option<AnyView> {
    let price = price?;
    let amount = |amounts| format::amounts(amounts, price.currency, false);
    let mut rows: Vec<SummaryRow> =
        price.lines.iter().map(|line| SummaryRow::new(line.label.clone(), amount(line.amounts))).collect();
    rows.push(SummaryRow::new(m::ticket_page::price(), amount(price.total)).total());
    Some(view! { <SummaryList rows=rows compact=true/> }.into_any())
}
