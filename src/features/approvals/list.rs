//! The page of all approvals.

use super::{
    more::{More, part},
    row::row,
    words::is_open,
};
use crate::{
    api::query,
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, Empty, IconName},
    view::{Shape, async_view, rows},
};
use guichet_contract::{
    NoPath,
    endpoints::ListApprovals,
    types::{ApprovalPhase, ApprovalRequest, Page},
};
use leptos::prelude::*;

/// Those that wait for this person, and those that are decided.
#[component]
pub fn ApprovalsPage() -> impl IntoView {
    let (open, past) = (ApprovalPhase::Open, ApprovalPhase::Past);
    view! {
        <div class="page">
            <div class="page__head"><PageTitle text=m::shell::approvals()/></div>
            <p class="page__lead">{m::approvals::lead()}</p>
            {section(m::approvals::section_waiting(), open, nothing_waits)}
            {section(m::approvals::section_decided(), past, nothing_decided)}
        </div>
    }
    .into_any()
}

fn section(title: String, phase: ApprovalPhase, empty: fn() -> AnyView) -> AnyView {
    let first = query::<ListApprovals>(move || Some((NoPath {}, part(phase, None))));
    let more = More::new(first, phase);
    let list = async_view(first, Shape::Rows(3), move |_: &Page<ApprovalRequest>| {
        let mut all = more.all();
        // A backend that does not know phases yet gives all.
        all.retain(|request| is_open(request) == (phase == ApprovalPhase::Open));
        if all.is_empty() {
            return empty();
        }
        let rows = rows(all.iter().map(|request| (request.approval.id.to_string(), row(request))));
        view! { <ul class="list" aria-busy=move || first.loading().then_some("true")>{rows}</ul> }.into_any()
    });
    view! {
        <section class="section">
            <div class="section__head"><h2 class="section__title">{title}</h2></div>
            {list}
            {more.button()}
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
