//! The page.

use super::{body::body, head::head, subject::Subject};
use crate::{
    i18n::m,
    page::PageTitle,
    router::{use_params_map, use_query_map},
    routes,
    ui::{Button, Failed, Icon, IconName, Skeleton, SkeletonKind},
};
use guichet_contract::Code;
use guichet_rules::ids::TicketId;
use leptos::prelude::*;

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
    // Another ticket is another page, so the URL is read once.
    let id =
        use_params_map().with_untracked(|params| params.get("ticket")).and_then(|id| TicketId::new(id).ok());
    let is_new = use_query_map().with_untracked(|query| query.get_str("new") == Some("1"));
    id.map_or_else(missing, |id| one(id, is_new))
}

fn one(id: TicketId, is_new: bool) -> AnyView {
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
            title=m::common::failed_title()
            text=why
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
                <Button href=routes::tickets("", "", "")>{m::ticket_page::missing_action()}</Button>
            </div>
        </div>
    }
    .into_any()
}
