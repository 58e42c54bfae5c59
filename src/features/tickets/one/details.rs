//! The facts of the ticket.

use super::{act::Actor, chain::chain, items::order_rows, secret::Secrets};
use crate::{
    format,
    i18n::m,
    markdown::markdown,
    routes,
    tickets::kind_words,
    ui::{SummaryList, SummaryRow},
    upload::attachments,
};
use guichet_contract::types::{Answered, PersonRef, Ticket};
use guichet_rules::{ids::QuestionId, money::Price};
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
    let secrets = Secrets::new(subject);
    let what = Memo::new(move |_| subject.see(Ordered::of));
    let answers = move || {
        what.with(|what| {
            let what = what.as_ref().filter(|what| !what.answers.is_empty() || what.price.is_some())?;
            let content = view! { {answers(what, secrets)} {price(what.price.as_ref())} };
            Some(part(m::ticket_page::ordered(), content.into_any()))
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

/// What hardly ever changes of a ticket, so that what somebody reads of it stays while the rest does.
#[derive(PartialEq)]
struct Ordered {
    answers: Vec<Answered>,
    /// Which of them are secret: their places and questions.
    secrets: Vec<(u32, QuestionId)>,
    price: Option<Price>,
}

impl Ordered {
    fn of(ticket: &Ticket) -> Self {
        let secrets = ticket.secrets.iter().map(|secret| (secret.answer, secret.question.clone()));
        Self { answers: ticket.answers.clone(), secrets: secrets.collect(), price: ticket.price.clone() }
    }
}

fn part(title: String, content: AnyView) -> AnyView {
    view! { <div class="side-panel__part"><h2 class="side-panel__subtitle">{title}</h2>{content}</div> }
        .into_any()
}

fn facts(ticket: &Ticket, me: &str) -> Vec<SummaryRow> {
    use m::ticket_page as t;
    let summary = &ticket.summary;
    let person = |who: &PersonRef| if who.id.as_str() == me { t::you() } else { who.name.clone() };
    let at = summary.opened_at;
    let sent = view! { <time datetime=at.to_rfc3339() title=format::full(at)>{format::when(at)}</time> };
    let mut rows = vec![
        SummaryRow::new(t::number(), summary.id.to_string()),
        SummaryRow::new(t::kind(), kind_words(summary.kind)),
        SummaryRow::new(t::opened_at(), sent),
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
    let whom = whom(ticket);
    let by_other = whom.iter().any(|who| who.id != summary.opened_by.id);
    put(t::requested_for(), Some(whom.into_iter().map(person).collect::<Vec<_>>().join(", ")));
    put(t::opened_by(), by_other.then(|| person(&summary.opened_by)));
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

/// Whom it is for. An order for several people is a matter of whoever ordered, and still for each of them.
fn whom(ticket: &Ticket) -> Vec<&PersonRef> {
    let mut people: Vec<&PersonRef> = Vec::new();
    for person in ticket.items.iter().map(|item| &item.summary.requested_for) {
        if people.iter().all(|known| known.id != person.id) {
            people.push(person);
        }
    }
    if people.is_empty() { vec![&ticket.summary.requested_for] } else { people }
}

fn answers(what: &Ordered, secrets: Secrets) -> Option<AnyView> {
    let row = |(place, answered): (u32, &Answered)| {
        let label = &answered.label;
        if let Some((_, question)) = what.secrets.iter().find(|(secret, _)| *secret == place) {
            return SummaryRow::new(label, secrets.answer(question, label, &answered.value));
        }
        if answered.marked {
            return SummaryRow::new(label, view! { <div class="prose">{markdown(&answered.value)}</div> });
        }
        let files = attachments(&answered.files);
        let value = if files.is_some() { None } else { Some(answered.value.clone()) };
        SummaryRow::new(label, view! { {value} {files} })
    };
    let rows: Vec<SummaryRow> = (0..).zip(&what.answers).map(row).collect();
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
