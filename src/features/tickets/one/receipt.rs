//! The receipt: it was sent, under which number, and what happens next.

use super::subject::Subject;
use crate::{
    format,
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, Icon, IconName},
};
use guichet_contract::types::{StepOutcome, Ticket};
use guichet_rules::ticket::{Kind, State};
use leptos::prelude::*;

/// The section above the ticket that was just filed.
pub(super) fn receipt(subject: Subject) -> AnyView {
    let title = Memo::new(move |_| match subject.see(|ticket| ticket.summary.kind) {
        Some(Kind::Request) => m::ticket_page::receipt_request(),
        Some(Kind::Incident) => m::ticket_page::receipt_incident(),
        Some(Kind::Question | Kind::Unknown) | None => m::ticket_page::receipt_other(),
    });
    let next = move || {
        let steps = subject.see(next_steps)?.into_iter();
        let steps =
            steps.map(|(state, words)| view! { <li class="chain__step" data-state=state>{words}</li> });
        Some(view! { <ol class="chain">{steps.collect_view()}</ol> })
    };
    view! {
        <div class="receipt">
            <span class="receipt__mark"><Icon name=IconName::Check/></span>
            <PageTitle text=title/>
            <p class="receipt__number num">{subject.id.with_value(ToString::to_string)}</p>
            <p class="page__lead">{m::ticket_page::receipt_text()}</p>
        </div>
        <section class="section">
            <h2 class="section__title">{m::ticket_page::receipt_next()}</h2>
            {next}
            <p class="more"><Button href=routes::home()>{m::ticket_page::receipt_home()}</Button></p>
        </section>
    }
    .into_any()
}

/// What comes, in order, the first of it being under way.
fn next_steps(ticket: &Ticket) -> Vec<(&'static str, String)> {
    use m::ticket_page as t;
    let mut steps = Vec::new();
    let summary = &ticket.summary;
    for step in ticket
        .approvals
        .iter()
        .filter(|s| matches!(s.outcome, StepOutcome::Waiting | StepOutcome::NotStarted))
    {
        let names: Vec<&str> = step.approvals.iter().map(|a| a.approver.name.as_str()).collect();
        steps.push(t::next_agree(&names.join(", ")));
    }
    if !ticket.items.is_empty() {
        return next_of_order(ticket);
    }
    steps.push(match &summary.group {
        Some(group) => t::next_group(&group.name),
        None => t::next_someone(),
    });
    steps.push(match (summary.due, summary.kind) {
        (Some(due), Kind::Request) => t::next_delivered(&format::when(due)),
        (Some(due), _) => t::next_resolved(&format::when(due)),
        (None, _) if summary.state == State::AwaitingApproval => t::next_date_later(),
        (None, _) => t::next_told(),
    });
    steps.into_iter().enumerate().map(|(i, words)| (if i == 0 { "now" } else { "next" }, words)).collect()
}

/// What comes of a request of several items: who is asked, each once, who works on it, and when the last of it is there.
fn next_of_order(ticket: &Ticket) -> Vec<(&'static str, String)> {
    use m::ticket_page as t;
    let mut steps = Vec::new();
    let awaited = ticket.summary.state == State::AwaitingApproval;
    steps.extend(ticket.summary.next_who.as_ref().filter(|_| awaited).map(|names| t::next_agree(names)));
    for names in ticket.items.iter().flat_map(|item| &item.asked_later) {
        let words = t::next_agree(names);
        if !steps.contains(&words) {
            steps.push(words);
        }
    }
    let mut groups: Vec<String> = Vec::new();
    for group in ticket.items.iter().filter_map(|item| item.summary.group.as_ref()) {
        if !groups.contains(&group.name) {
            groups.push(group.name.clone());
        }
    }
    steps.push(if groups.is_empty() { t::next_someone() } else { t::next_group(&groups.join(", ")) });
    let last = ticket.items.iter().map(|item| item.summary.due).collect::<Option<Vec<_>>>();
    steps.push(match last.and_then(|dues| dues.into_iter().max()) {
        Some(due) => t::next_delivered(&format::when(due)),
        None => t::next_date_later(),
    });
    steps.into_iter().enumerate().map(|(i, words)| (if i == 0 { "now" } else { "next" }, words)).collect()
}
