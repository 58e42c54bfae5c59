//! The page of one approval.

use super::{
    buttons::{decision, is_wrong, trouble},
    comments::comments,
    decide::Deciding,
    facts::{cost, facts, why},
    order::{order, sum},
    outcome::outcome,
    row::title,
    steps::steps,
    words::{is_open, tag},
};
use crate::{
    api::{Query, query},
    i18n::m,
    page::PageTitle,
    router::use_params_map,
    routes,
    ui::{Breadcrumb, Button, Crumb, IconName},
    view::{message_page, page_of},
};
use guichet_contract::{
    NoQuery,
    endpoints::{ApprovalPath, GetApproval},
    types::ApprovalRequest,
};
use guichet_rules::ids::ApprovalId;
use leptos::prelude::*;

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
    page_of(request, move || head(request, deciding), move || body(request, deciding), missing)
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
    let main = move || request.with(|r| r.map(|r| view! { {facts(r)} {why(r)} {steps(r)} }));
    let rest = order(request, deciding);
    // Of one ticket for good: built once, and fetched again by itself.
    let ticket = Memo::new(move |_| request.with(|r| r.map(|r| r.ticket.clone())));
    let comments = move || ticket.get().map(comments);
    let cost = move || request.with(|r| r.map(cost));
    let open = Memo::new(move |_| request.with(|r| r.is_some_and(is_open)));
    let ending = move || {
        if open.get() {
            decision(deciding)
        } else {
            let outcome = move || request.with(|r| r.map(outcome));
            let along = move || {
                let along = deciding.along.get();
                (along > 0).then(|| view! { <p class="muted">{m::approvals::along_decided(along)}</p> })
            };
            view! { <div class="side-panel__part">{outcome} {along}</div> }.into_any()
        }
    };
    view! {
        <div class="columns">
            <div class="columns__main" aria-busy=move || request.loading().then_some("true")>{main} {rest} {comments}</div>
            <aside class="columns__side">
                <div class="side-panel">
                    {cost}
                    {sum(request, deciding)}
                    {trouble(deciding)}
                    <h2 node_ref=deciding.heading class="visually-hidden" tabindex="-1">{m::approvals::decision()}</h2>
                    {ending}
                </div>
            </aside>
        </div>
    }
    .into_any()
}

fn missing() -> AnyView {
    let back = view! { <Button href=routes::approvals()>{m::approvals::missing_action()}</Button> };
    let (title, lead) = (m::approvals::missing_title(), m::common::failed_not_found());
    message_page(IconName::Check, title, lead, back.into_any())
}
