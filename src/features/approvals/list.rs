//! The page of all approvals.

use super::{
    more::{More, part},
    row::row,
    words::{is_open, is_past},
};
use crate::{
    api::{Query, query},
    i18n::m,
    page::PageTitle,
    routes,
    ui::{Button, Empty, IconName},
    view::{Shape, async_view},
};
use guichet_contract::{
    NoPath,
    endpoints::ListApprovals,
    types::{ApprovalRequest, ApprovalState, Page},
};
use leptos::prelude::*;

/// Those that wait for this person, and those that are decided.
#[component]
pub fn ApprovalsPage() -> impl IntoView {
    let waiting = Some(ApprovalState::Waiting);
    let open = query::<ListApprovals>(move || Some((NoPath {}, part(waiting, None))));
    // A decision is one of several states, and a query names one: so all are asked for, and the open ones left out.
    let all = query::<ListApprovals>(|| Some((NoPath {}, part(None, None))));
    view! {
        <div class="page">
            <div class="page__head"><PageTitle text=m::shell::approvals()/></div>
            <p class="page__lead">{m::approvals::lead()}</p>
            {section(m::approvals::section_waiting(), open, More::new(open, waiting), is_open, nothing_waits)}
            {section(m::approvals::section_decided(), all, More::new(all, None), is_past, nothing_decided)}
        </div>
    }
    .into_any()
}

fn section(
    title: String,
    first: Query<Page<ApprovalRequest>>,
    more: More,
    shown: fn(&ApprovalRequest) -> bool,
    empty: fn() -> AnyView,
) -> AnyView {
    let list = async_view(first, Shape::Rows(3), move |_: &Page<ApprovalRequest>| {
        let rows: Vec<AnyView> = more.all().iter().filter(|request| shown(request)).map(row).collect();
        if rows.is_empty() {
            return empty();
        }
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
