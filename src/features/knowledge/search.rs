//! Everything that fits a few words: services, answers, one's own tickets.

use super::{
    answered::{Answered, Shape, loading},
    mark::marked,
    words_field::words_field,
};
use crate::{
    api::query,
    format,
    i18n::m,
    page::PageTitle,
    router::{NavigateOptions, use_location, use_navigate, use_query_map},
    routes,
    search::{kind_label, route_of},
    session::{Feature, use_session},
    ui::{Button, ButtonKind, Empty, IconName},
    view::{failed, where_offered},
};
use guichet_contract::{
    NoPath,
    endpoints::Search,
    types::{Hit, HitKind, SearchQuery, SearchReply},
};
use leptos::prelude::*;

/// How many of each kind: as many as a person looks through before they choose other words.
const EACH: u32 = 20;
/// In this order they stand on the page. Kinds of later releases have no place in it.
const KINDS: [HitKind; 3] = [HitKind::Item, HitKind::Article, HitKind::Ticket];

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    where_offered(Feature::Search, page)
}

fn page() -> AnyView {
    let (address, path, here) = (use_query_map(), use_location().pathname, routes::search(""));
    let words = Memo::new(move |before: Option<&String>| match before {
        // The person leaves: this page stays as it is until the next one is there.
        Some(before) if path.with(|path| *path != here) => before.clone(),
        _ => address.with(|address| address.get_str("q").unwrap_or_default().trim().to_owned()),
    });
    let navigate = use_navigate();
    let go = Callback::new(move |words: String| {
        navigate(&routes::search(&words), NavigateOptions { replace: true, scroll: false });
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::knowledge::search_title()/>
            </div>
            {words_field(m::search::label(), words, go)}
            {results(words)}
        </div>
    }
    .into_any()
}

fn results(words: Memo<String>) -> AnyView {
    let found = query::<Search>(move || {
        let words = words.get();
        (!words.is_empty()).then_some((NoPath {}, SearchQuery { q: Some(words), limit: Some(EACH) }))
    });
    let answered = Answered::new(found, words, known);
    // Apart from the shape: where nothing is looked for, nothing is asked.
    let shape = Memo::new(move |_| words.with(|words| !words.is_empty()).then(|| answered.shape.get()));
    let count = move || {
        let told = answered.current.get() && matches!(shape.get(), Some(Shape::Empty | Shape::Full));
        let count = found.with(|reply| reply.map(known)).filter(|_| told)?;
        Some(m::search::found(u32::try_from(count).unwrap_or(u32::MAX)))
    };
    let groups =
        move || found.with(|reply| reply.map(|reply| words.with(|words| groups(&reply.hits, words))));
    let content = move || match shape.get() {
        None => hint(),
        Some(Shape::Loading) => loading(),
        Some(Shape::Failed) => failed(found),
        Some(Shape::Empty) => (move || words.with(|words| nothing(words))).into_any(),
        Some(Shape::Full) => groups.into_any(),
    };
    view! {
        <p class="filters__result" role="status">{count}</p>
        <div aria-busy=move || (!answered.current.get() && shape.get() == Some(Shape::Full)).then_some("true")>
            {content}
        </div>
    }
    .into_any()
}

/// How many results have a place on the page.
fn known(reply: &SearchReply) -> usize {
    reply.hits.iter().filter(|hit| KINDS.contains(&hit.kind)).count()
}

fn groups(hits: &[Hit], words: &str) -> AnyView {
    let groups: Vec<AnyView> = KINDS.into_iter().filter_map(|kind| group(kind, hits, words)).collect();
    groups.into_any()
}

/// The results of one kind, best first.
fn group(kind: HitKind, hits: &[Hit], words: &str) -> Option<AnyView> {
    let hits: Vec<&Hit> = hits.iter().filter(|hit| hit.kind == kind).collect();
    if hits.is_empty() {
        return None;
    }
    let count = format::number(hits.len() as f64);
    // There may be more than were asked for; the list of that kind has them all.
    let more = u32::try_from(hits.len()).is_ok_and(|count| count >= EACH);
    let count = if more { m::knowledge::at_least(&count) } else { count };
    let link = more.then(|| {
        let (href, label) = all_of(kind, words);
        view! { <a class="section__link" href=href>{label}</a> }
    });
    let rows = hits.into_iter().map(|hit| row(hit, words)).collect_view();
    let section = view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{kind_label(kind)} " " <span class="count">{count}</span></h2>
                {link}
            </div>
            <ul class="list">{rows}</ul>
        </section>
    };
    Some(section.into_any())
}

/// Where all results of a kind are.
fn all_of(kind: HitKind, words: &str) -> (String, String) {
    match kind {
        HitKind::Item => (routes::services(words, "", ""), m::knowledge::all_services(words)),
        HitKind::Article => (routes::answers(words, ""), m::knowledge::all_answers(words)),
        HitKind::Ticket => (routes::tickets("", "", words), m::knowledge::all_tickets(words)),
        HitKind::Other => (routes::search(words), m::search::all(words)),
    }
}

fn row(hit: &Hit, words: &str) -> AnyView {
    // What sums a ticket up is its number.
    let class = if hit.kind == HitKind::Ticket { "row__meta" } else { "row__text" };
    view! {
        <li class="list__row">
            <a class="row__title" href=route_of(hit)>{marked(&hit.title, words)}</a>
            <span class=class>{marked(&hit.summary, words)}</span>
        </li>
    }
    .into_any()
}

/// Nothing is looked for yet.
fn hint() -> AnyView {
    view! { <Empty title=m::knowledge::hint_title() text=m::knowledge::hint() icon=IconName::Search/> }
        .into_any()
}

/// Nothing was found, and what to do then.
fn nothing(words: &str) -> AnyView {
    let report = routes::report(words);
    let answers = use_session()
        .offers(Feature::Knowledge)
        .then(|| view! { <a class="link" href=routes::answers("", "")>{m::knowledge::browse_answers()}</a> });
    view! {
        <Empty title=m::search::nothing(words) text=m::knowledge::nothing() icon=IconName::Search>
            <div class="cluster">
                <Button kind=ButtonKind::Primary href=report>{m::shell::report()}</Button>
                <a class="link" href=routes::services("", "", "")>{m::knowledge::browse_services()}</a>
                {answers}
            </div>
        </Empty>
    }
    .into_any()
}
