//! The page of one approval.

use super::{
    buttons::{decision, is_wrong, trouble},
    decide::Deciding,
    facts::{cost, facts, why},
    outcome::outcome,
    row::title,
    words::{is_open, tag},
};
use crate::{
    api::{Query, query},
    i18n::m,
    page::PageTitle,
    router::use_params_map,
    routes,
    ui::{Breadcrumb, Button, Crumb, Failed, Icon, IconName, Skeleton, SkeletonKind},
};
use guichet_contract::{
    Code, NoQuery,
    endpoints::{ApprovalPath, GetApproval},
    types::ApprovalRequest,
};
use guichet_rules::ids::ApprovalId;
use leptos::prelude::*;

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Loading,
    Missing,
    Failed,
    Full,
}

/// One approval, with all that it takes to decide.
#[component]
pub fn ApprovalPage() -> impl IntoView {
    // Another approval is another page, so the URL is read once.
    let id = use_params_map()
        .with_untracked(|params| params.get("approval"))
        .and_then(|id| ApprovalId::new(id).ok());
    id.map_or_else(missing, one)
}

fn one(id: ApprovalId) -> AnyView {
    let asked = id.clone();
    let request = query::<GetApproval>(move || Some((ApprovalPath { approval: asked.clone() }, NoQuery {})));
    let deciding = Deciding::new(id, request);
    let shape = Memo::new(move |_| {
        let there = request.with(|request| request.is_some());
        match (there, request.error()) {
            (true, _) => Shape::Full,
            (false, None) => Shape::Loading,
            (false, Some(error)) if error.code() == Some(Code::NotFound) => Shape::Missing,
            (false, Some(_)) => Shape::Failed,
        }
    });
    let is_missing = Memo::new(move |_| shape.get() == Shape::Missing);
    let content = move || match shape.get() {
        Shape::Full => body(request, deciding),
        Shape::Failed => failed(request),
        Shape::Loading | Shape::Missing => view! { <Skeleton kind=SkeletonKind::Lines count=6/> }.into_any(),
    };
    (move || {
        if is_missing.get() {
            missing()
        } else {
            view! { <div class="page">{head(request, deciding)} {content}</div> }.into_any()
        }
    })
    .into_any()
}

fn head(request: Query<ApprovalRequest>, deciding: Deciding) -> AnyView {
    let name = Memo::new(move |_| request.with(|r| r.map_or_else(m::approvals::one, title)));
    let tag = move || request.with(|request| request.map(tag));
    let crumbs =
        vec![Crumb::new(m::shell::approvals(), routes::approvals()), Crumb::here(m::approvals::one())];
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="page__head"><PageTitle text=name error=is_wrong(deciding)/> {tag}</div>
    }
    .into_any()
}

/// Built once: the reason that is being written stays while the approval is fetched again.
fn body(request: Query<ApprovalRequest>, deciding: Deciding) -> AnyView {
    let main = move || request.with(|r| r.map(|r| view! { {facts(r)} {why(r)} }));
    let cost = move || request.with(|r| r.map(cost));
    let open = Memo::new(move |_| request.with(|r| r.is_some_and(is_open)));
    let ending = move || {
        if open.get() {
            decision(deciding)
        } else {
            let outcome = move || request.with(|r| r.map(outcome));
            view! { <div class="side-panel__part">{outcome}</div> }.into_any()
        }
    };
    view! {
        <div class="columns">
            <div class="columns__main" aria-busy=move || request.loading().then_some("true")>{main}</div>
            <aside class="columns__side">
                <div class="side-panel">
                    {cost}
                    {trouble(deciding)}
                    <h2 node_ref=deciding.heading class="visually-hidden" tabindex="-1">{m::approvals::decision()}</h2>
                    {ending}
                </div>
            </aside>
        </div>
    }
    .into_any()
}

fn failed(request: Query<ApprovalRequest>) -> AnyView {
    let why = Signal::derive(move || request.error().map(|error| error.words()));
    let busy = Signal::derive(move || request.loading());
    view! {
        <Failed
            title=m::common::failed_title()
            text=why
            retry_label=m::common::retry()
            on_retry=Callback::new(move |()| request.retry())
            busy=busy
        />
    }
    .into_any()
}

fn missing() -> AnyView {
    view! {
        <div class="page page--narrow message-page">
            <span class="message-page__icon"><Icon name=IconName::Check/></span>
            <PageTitle text=m::approvals::missing_title()/>
            <p class="page__lead">{m::common::failed_not_found()}</p>
            <div class="cluster"><Button href=routes::approvals()>{m::approvals::missing_action()}</Button></div>
        </div>
    }
    .into_any()
}
