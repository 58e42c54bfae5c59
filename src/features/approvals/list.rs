//! The page of all approvals.

use super::{
    away::notices,
    inbox::Inbox,
    panel::panel,
    problems::problems,
    row::{open_row, row},
    words::is_open,
};
use crate::{
    api::{Query, fetch_once, query},
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, Empty, IconName},
    view::{More, Part, Shape, async_view, rows},
};
use guichet_contract::{
    NoPath,
    endpoints::ListApprovals,
    types::{ApprovalPhase, ApprovalQuery, ApprovalRequest, ApprovalState, Decision, Page},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// As many as a person looks through at once.
const PART: u32 = 20;

/// Those that wait for this person, and those that are decided.
#[component]
pub fn ApprovalsPage() -> impl IntoView {
    view! {
        <div class="page">
            <div class="page__head"><PageTitle text=m::shell::approvals()/></div>
            <p class="page__lead">{m::approvals::lead()}</p>
            {notices()}
            {waiting()}
            {decided()}
            {problems()}
        </div>
    }
    .into_any()
}

fn waiting() -> AnyView {
    let inbox = Inbox::new();
    let (first, more) = list(ApprovalPhase::Open);
    // A backend that does not know phases yet gives all.
    let open = move || more.items().into_iter().filter(is_open).collect::<Vec<_>>();
    let list = async_view(first, Shape::Rows(3), move |_: &Page<ApprovalRequest>| {
        let all = open();
        if all.is_empty() {
            return nothing_waits();
        }
        let rows =
            rows(all.iter().map(|request| (request.approval.id.to_string(), open_row(request, inbox))));
        view! { <ul class="list" aria-busy=move || first.loading().then_some("true")>{rows}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <div class="section__head">
                <h2 node_ref=inbox.heading class="section__title" tabindex="-1">{m::approvals::section_waiting()}</h2>
            </div>
            {panel(inbox)}
            {several(inbox, Signal::derive(open))}
            {list}
            {more.end(shown(more, is_open))}
        </section>
    }
    .into_any()
}

/// The approvals of a phase: the first part, and what is appended to it.
fn list(phase: ApprovalPhase) -> (Query<Page<ApprovalRequest>>, More<ApprovalRequest>) {
    let asked = move |cursor| {
        // For backends that do not know phases yet.
        let state = (phase == ApprovalPhase::Open).then_some(ApprovalState::Waiting);
        ApprovalQuery { phase: Some(phase), state, limit: Some(PART), cursor }
    };
    let first = query::<ListApprovals>(move || Some((NoPath {}, asked(None))));
    let part = move |cursor| -> Part<ApprovalRequest> {
        let query = asked(Some(cursor));
        Box::pin(async move { fetch_once::<ListApprovals>(&NoPath {}, &query).await })
    };
    let id = |request: &ApprovalRequest| request.approval.id.to_string();
    (first, More::new(first, Memo::new(|_| String::new()), id, part))
}

/// How many of them are shown.
fn shown(more: More<ApprovalRequest>, is_shown: fn(&ApprovalRequest) -> bool) -> Signal<String> {
    Signal::derive(move || {
        let many = more.items().iter().filter(|request| is_shown(request)).count();
        m::approvals::shown(u32::try_from(many).unwrap_or(u32::MAX))
    })
}

/// What is done with several at once. One alone has its own buttons.
fn several(inbox: Inbox, open: Signal<Vec<ApprovalRequest>>) -> AnyView {
    use m::approvals as t;
    let count = Memo::new(move |_| open.with(Vec::len));
    let marked = Memo::new(move |_| {
        let marked = inbox.selected.get();
        open.get().into_iter().filter(|request| marked.contains(&request.approval.id)).collect::<Vec<_>>()
    });
    let all = move || count.get() > 0 && marked.with(Vec::len) == count.get();
    let mark_all = move |checked: bool| {
        let all = open.with_untracked(|all| all.iter().map(|request| request.approval.id.clone()).collect());
        inbox.selected.set(if checked { all } else { BTreeSet::new() });
    };
    let press =
        move |decision: Decision| Callback::new(move |()| inbox.open(marked.get_untracked(), decision));
    let any = Memo::new(move |_| marked.with(|marked| !marked.is_empty()));
    let buttons = move || {
        any.get().then(|| {
            view! {
                <Button small=true on_press=press(Decision::Approve)>{t::approve_selected()}</Button>
                <Button small=true on_press=press(Decision::Reject)>{t::refuse_selected()}</Button>
            }
        })
    };
    let said = move || {
        let n = u32::try_from(marked.with(Vec::len)).unwrap_or(u32::MAX);
        (n > 0).then(|| t::selected(n))
    };
    let there = Memo::new(move |_| count.get() > 1);
    let bar = move || {
        there.get().then(|| {
            view! {
                <div class="cluster no-print">
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=all
                            on:change:target=move |event| mark_all(event.target().checked())
                        />
                        {t::select_all()}
                    </label>
                    <span class="muted" role="status">{said}</span>
                    {buttons}
                </div>
            }
        })
    };
    bar.into_any()
}

fn decided() -> AnyView {
    let (first, more) = list(ApprovalPhase::Past);
    let list = async_view(first, Shape::Rows(3), move |_: &Page<ApprovalRequest>| {
        let mut all = more.items();
        all.retain(|request| !is_open(request));
        if all.is_empty() {
            return nothing_decided();
        }
        let rows = rows(all.iter().map(|request| (request.approval.id.to_string(), row(request))));
        view! { <ul class="list" aria-busy=move || first.loading().then_some("true")>{rows}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{m::approvals::section_decided()}</h2></div>
            {list}
            {more.end(shown(more, |request| !is_open(request)))}
        </section>
    }
    .into_any()
}

fn nothing_waits() -> AnyView {
    view! {
        <Empty title=m::approvals::nothing_waits_title() text=m::approvals::nothing_waits() icon=IconName::Check>
            <Button href=routes::home()>{m::common::not_found_action()}</Button>
        </Empty>
    }
    .into_any()
}

fn nothing_decided() -> AnyView {
    view! { <Empty title=m::approvals::nothing_decided_title() text=m::approvals::nothing_decided()/> }
        .into_any()
}
