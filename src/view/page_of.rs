//! A page that is about one thing, which may be on its way, may not come, or may not exist.

use crate::{
    api::{Query, QueryStatus},
    i18n::m,
    page::PageTitle,
    ui::{Failed, Icon, IconName, Skeleton, SkeletonKind},
};
use guichet_contract::Code;
use leptos::prelude::*;
use std::sync::Arc;

/// Where the thing stands that a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is on its way.
    Loading,
    /// There is no such thing, or not for this person.
    Missing,
    /// It did not come.
    Failed,
    /// It is there.
    Full,
}

/// Where the thing stands that `query` asks for.
pub fn standing(query: QueryStatus) -> Memo<Standing> {
    Memo::new(move |_| match (query.is_there(), query.error()) {
        (true, _) => Standing::Full,
        (false, None) => Standing::Loading,
        (false, Some(error)) if error.code() == Some(Code::NotFound) => Standing::Missing,
        (false, Some(_)) => Standing::Failed,
    })
}

/// The page of the thing that `query` asks for: `head`, and below it `body` once the thing is there, each built once;
/// `missing` in the place of both where there is no such thing.
pub fn page_of<T>(
    query: Query<T>,
    head: impl Fn() -> AnyView + Send + Sync + 'static,
    body: impl Fn() -> AnyView + Send + Sync + 'static,
    missing: fn() -> AnyView,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    frame(query.status(), busy(query), Box::new(head), Arc::new(body), missing)
}

fn frame(
    query: QueryStatus,
    busy: Signal<bool>,
    head: Box<dyn Fn() -> AnyView + Send + Sync>,
    body: Arc<dyn Fn() -> AnyView + Send + Sync>,
    missing: fn() -> AnyView,
) -> AnyView {
    let standing = standing(query);
    let is_missing = Memo::new(move |_| standing.get() == Standing::Missing);
    let page = move || {
        if is_missing.get() {
            return missing();
        }
        let body = body.clone();
        let content = move || match standing.get() {
            Standing::Full => body(),
            Standing::Failed => did_not_come(query, busy),
            Standing::Loading | Standing::Missing => {
                view! { <Skeleton kind=SkeletonKind::Lines count=6/> }.into_any()
            }
        };
        view! { <div class="page">{head()} {content}</div> }.into_any()
    };
    page.into_any()
}

/// In the place of what did not come: why, and a button that tries again.
pub fn failed<T>(query: Query<T>) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    did_not_come(query.status(), busy(query))
}

fn busy<T>(query: Query<T>) -> Signal<bool>
where
    T: Clone + Send + Sync + 'static,
{
    Signal::derive(move || query.loading())
}

fn did_not_come(query: QueryStatus, busy: Signal<bool>) -> AnyView {
    let why = Signal::derive(move || query.error().map(|error| error.words()));
    let retry = Callback::new(move |()| query.retry());
    view! { <Failed title=m::common::failed_title() text=why retry_label=m::common::retry() on_retry=retry busy=busy/> }
        .into_any()
}

/// A page that says one thing and shows the ways on.
pub fn message_page(icon: IconName, title: String, lead: String, ways: AnyView) -> AnyView {
    view! {
        <div class="page page--narrow message-page">
            <span class="message-page__icon"><Icon name=icon/></span>
            <PageTitle text=title/>
            <p class="page__lead">{lead}</p>
            <div class="cluster">{ways}</div>
        </div>
    }
    .into_any()
}
