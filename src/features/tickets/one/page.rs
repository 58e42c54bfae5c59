//! The page.

use super::{body::body, head::head, subject::Subject};
use crate::{
    i18n::m,
    page::PageTitle,
    routes,
    ui::{ButtonLink, Failed, Icon, IconName, Skeleton, SkeletonKind},
};
use guichet_contract::Code;
use guichet_rules::ids::TicketId;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Loading,
    Missing,
    Failed,
    Full,
}

/// One ticket.
#[component]
pub fn TicketPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    let id = Memo::new(move |_| params.with(|p| p.get("ticket")).and_then(|id| TicketId::new(id).ok()));
    let is_new = Memo::new(move |_| query.with(|q| q.get_str("new") == Some("1")));
    // Another ticket is another page: nothing of the one before is kept.
    (move || id.get().map_or_else(missing, |id| one(id, is_new))).into_any()
}

fn one(id: TicketId, is_new: Memo<bool>) -> AnyView {
    let subject = Subject::new(id);
    let shape = Memo::new(move |_| {
        let there = subject.ticket.with(|ticket| ticket.is_some());
        match (there, subject.ticket.error()) {
            (true, _) => Shape::Full,
            (false, None) => Shape::Loading,
            (false, Some(error)) if error.code() == Some(Code::NotFound) => Shape::Missing,
            (false, Some(_)) => Shape::Failed,
        }
    });
    let is_missing = Memo::new(move |_| shape.get() == Shape::Missing);
    let content = move || match shape.get() {
        Shape::Full => body(subject),
        Shape::Failed => failed(subject),
        Shape::Loading | Shape::Missing => view! { <Skeleton kind=SkeletonKind::Lines count=6/> }.into_any(),
    };
    (move || {
        if is_missing.get() {
            missing()
        } else {
            view! { <div class="page">{head(subject, is_new)} {content}</div> }.into_any()
        }
    })
    .into_any()
}

fn failed(subject: Subject) -> AnyView {
    let why = Signal::derive(move || subject.ticket.error().map(|error| error.words()));
    let busy = Signal::derive(move || subject.ticket.loading());
    view! {
        <Failed
            message=m::common::failed_title()
            detail=why
            retry_label=m::common::retry()
            on_retry=Callback::new(move |()| subject.ticket.retry())
            busy=busy
        />
    }
    .into_any()
}

fn missing() -> AnyView {
    view! {
        <div class="page page--narrow message-page">
            <span class="message-page__icon"><Icon name=IconName::Ticket/></span>
            <PageTitle text=m::ticket_page::missing_title()/>
            <p class="page__lead">{m::common::failed_not_found()}</p>
            <div class="cluster">
                <ButtonLink href=routes::tickets("", "", "")>{m::ticket_page::missing_action()}</ButtonLink>
            </div>
        </div>
    }
    .into_any()
}
