//! What was found, ranked together, best first.

use super::{
    excerpts::excerpts,
    filter::{EACH, Filter, KINDS},
    row::row,
};
use crate::{
    api::ApiError,
    i18n::m,
    learning, routes,
    search::{Finding, find},
    session::{Feature, use_session},
    ui::{Button, ButtonKind, Empty, Failed, IconName, Skeleton, SkeletonKind},
    view::rows,
};
use guichet_contract::types::{Hit, HitKind, SearchReply};
use leptos::prelude::*;

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Hint,
    Loading,
    Failed,
    Empty,
    Full,
}

pub(super) fn results(filter: Memo<Filter>) -> AnyView {
    let asked = Memo::new(move |_| filter.with(Filter::query));
    let found = find("page", asked);
    let current = Memo::new(move |_| found.is_current(asked.get().as_ref()));
    let shape = Memo::new(move |_| shape(found, asked.with(Option::is_some), current.get()));
    let session = use_session();
    Effect::new(move || {
        // What is not found for a filter may be there without it.
        let words = filter.with(|filter| (!filter.is_narrow()).then(|| filter.words.clone()));
        if let Some(words) = words.filter(|_| asked.with(Option::is_some) && current.get()) {
            let many = found.reply.with(|reply| reply.as_ref().map_or(0, known));
            learning::searched(session, &words, many);
        }
    });
    let count = move || {
        let told = current.get() && matches!(shape.get(), Shape::Empty | Shape::Full);
        told.then(|| found.reply.with(|reply| reply.as_ref().map(count))).flatten()
    };
    let told = excerpts(found);
    let all = move |told: &[Hit]| {
        found.reply.with(|reply| reply.as_ref().map(|reply| filter.with(|filter| full(reply, told, filter))))
    };
    let list = move || told.with(all);
    let content = move || match shape.get() {
        Shape::Hint => hint(),
        Shape::Loading => loading(),
        Shape::Failed => failed(found),
        Shape::Empty => (move || filter.with(nothing)).into_any(),
        Shape::Full => list.into_any(),
    };
    view! {
        <p class="filters__result" role="status">{count}</p>
        {move || meant(found, filter)}
        <div aria-busy=move || (!current.get() && shape.get() == Shape::Full).then_some("true")>{content}</div>
    }
    .into_any()
}

fn shape(found: Finding, asks: bool, current: bool) -> Shape {
    let known = found.reply.with(|reply| reply.as_ref().map(known));
    match (known, found.error.with(Option::is_some), current) {
        _ if !asks => Shape::Hint,
        (None, true, _) | (Some(_), true, false) => Shape::Failed,
        // That something else was not found says nothing about this.
        (None, false, _) | (Some(0), false, false) => Shape::Loading,
        (Some(0), _, true) => Shape::Empty,
        (Some(_), _, _) => Shape::Full,
    }
}

/// How many results have a place on the page.
fn known(reply: &SearchReply) -> usize {
    reply.hits.iter().filter(|hit| KINDS.contains(&hit.kind)).count()
}

/// How many there are, or that these are the best of them.
fn count(reply: &SearchReply) -> String {
    let shown = u32::try_from(known(reply)).unwrap_or(u32::MAX);
    match reply.total {
        Some(total) if total > shown => m::finding::first(shown),
        _ => m::search::found(shown),
    }
}

/// What was probably meant.
fn meant(found: Finding, filter: Memo<Filter>) -> Option<AnyView> {
    let words = found.reply.with(|reply| reply.as_ref()?.suggestion.clone())?;
    let href = filter.with(|filter| filter.with_words(&words).url());
    let link = view! { <a class="link" href=href>{m::finding::meant(&words)}</a> };
    Some(view! { <p class="filters__result">{link}</p> }.into_any())
}

/// `told` are those of the hits that a passage is known of beside what was found.
fn full(reply: &SearchReply, told: &[Hit], filter: &Filter) -> AnyView {
    let hits = reply.hits.iter().filter(|hit| KINDS.contains(&hit.kind));
    let list = rows(hits.map(|hit| (format!("{:?} {}", hit.kind, hit.id), row(hit, told, &filter.words))));
    // There may be more of a kind than were asked for; its own list has them all.
    let is_cut = |kind: &HitKind| {
        let many = reply.hits.iter().filter(|hit| hit.kind == *kind).count();
        u32::try_from(many).is_ok_and(|many| many >= EACH)
    };
    let links = KINDS.into_iter().filter(is_cut).map(|kind| {
        let (href, label) = all_of(kind, &filter.words);
        view! { <a class="link" href=href>{label}</a> }.into_any()
    });
    let links: Vec<AnyView> = links.collect();
    view! {
        <ul class="list">{list}</ul>
        {(!links.is_empty()).then(|| view! { <p class="more">{links}</p> })}
    }
    .into_any()
}

/// Where all results of a kind are.
fn all_of(kind: HitKind, words: &str) -> (String, String) {
    match kind {
        HitKind::Item | HitKind::Guide => (routes::services(words, "", ""), m::finding::all_services(words)),
        HitKind::Article => (routes::answers(words, ""), m::finding::all_answers(words)),
        HitKind::Ticket => (routes::tickets("", "", words), m::finding::all_tickets(words)),
        HitKind::Other => (routes::search(words), m::search::all(words)),
    }
}

/// Nothing is looked for yet.
fn hint() -> AnyView {
    view! { <Empty title=m::finding::hint_title() text=m::finding::hint() icon=IconName::Search/> }.into_any()
}

fn loading() -> AnyView {
    view! {
        <Skeleton kind=SkeletonKind::Rows count=6/>
        <span class="visually-hidden" role="status">{m::shell::loading()}</span>
    }
    .into_any()
}

fn failed(found: Finding) -> AnyView {
    let why = Signal::derive(move || found.error.with(|error| error.as_ref().map(ApiError::words)));
    let retry = Callback::new(move |()| found.retry());
    view! { <Failed title=m::common::failed_title() text=why retry_label=m::common::retry() on_retry=retry/> }
        .into_any()
}

/// Nothing was found, and what to do then.
fn nothing(filter: &Filter) -> AnyView {
    let words = filter.words.as_str();
    let title = m::search::nothing(words);
    if filter.is_narrow() {
        let href = filter.without_filters().url();
        return view! {
            <Empty title=title text=m::finding::nothing_here() icon=IconName::Search>
                <Button kind=ButtonKind::Primary href=href>{m::finding::without_filters()}</Button>
            </Empty>
        }
        .into_any();
    }
    let report = routes::report(words);
    let answers = use_session()
        .offers(Feature::Knowledge)
        .then(|| view! { <a class="link" href=routes::answers("", "")>{m::finding::browse_answers()}</a> });
    view! {
        <Empty title=title text=m::finding::nothing() icon=IconName::Search>
            <div class="cluster">
                <Button kind=ButtonKind::Primary href=report>{m::shell::report()}</Button>
                <a class="link" href=routes::services("", "", "")>{m::finding::browse_services()}</a>
                {answers}
            </div>
        </Empty>
    }
    .into_any()
}
