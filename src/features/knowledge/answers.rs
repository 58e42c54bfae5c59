//! Answers to search and to browse.

use super::{
    answered::{Answered, Shape, loading},
    filter::Filter,
    mark::marked,
    on_device::OnDevice,
};
use crate::{
    address::{Words, read_address},
    api::{Query, fetch_once, query},
    format,
    i18n::m,
    keepers, learning,
    page::PageTitle,
    routes,
    session::{Feature, use_session},
    ui::{Button, Empty, IconName},
    view::{More, Part, Row, failed, rows, where_offered},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{ListArticles, ListCategories},
    types::{ArticleSummary, Category, Page},
};
use guichet_rules::ids::CategoryId;
use leptos::{html, prelude::*};

/// The page.
#[component]
pub fn AnswersPage() -> impl IntoView {
    where_offered(Feature::Knowledge, page)
}

fn page() -> AnyView {
    let filter = read_address(routes::answers("", ""), Filter::read);
    let words = Memo::new(move |_| filter.with(|filter| filter.words.clone()));
    let all = query::<ListCategories>(|| Some((NoPath {}, NoQuery {})));
    let typed =
        Words::new(words, move |words| filter.with_untracked(|filter| filter.with_words(words).url()));
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::shell::answers()/>
                {writing()}
            </div>
            <p class="page__lead">{m::knowledge::lead()}</p>
            {typed.form(m::knowledge::search())}
            <div class="shelves">
                {categories(filter, all)}
                <div>{results(filter, words, all)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// Ways for those who write and look after the answers.
fn writing() -> AnyView {
    let session = use_session();
    let writes = Memo::new(move |_| keepers::writes(session));
    let area = Memo::new(move |_| keepers::entrance(session));
    let write = move || {
        let href = routes::knowledge_write("", "", "");
        writes.get().then(|| view! { <Button href=href>{m::writing::write()}</Button> })
    };
    let ways = move || {
        area.get().map(|href| {
            view! {
                <div class="cluster">
                    {write}
                    <a class="link" href=href>{m::writing::work_title()}</a>
                </div>
            }
        })
    };
    ways.into_any()
}

/// The categories beside the list. Without them the list still works, so that they are late or missing is not worth a word.
fn categories(filter: Memo<Filter>, categories: Query<Vec<Category>>) -> AnyView {
    let link = move |id: Option<CategoryId>, name: String| {
        let own = id.clone();
        let href = move || filter.with(|filter| filter.with_category(id.clone()).url());
        let current = move || filter.with(|filter| (filter.category == own).then_some("page"));
        view! { <a class="side-nav__link" href=href aria-current=current>{name}</a> }.into_any()
    };
    let each = move |all: &Vec<Category>| {
        all.iter().map(|category| link(Some(category.id.clone()), category.name.clone())).collect_view()
    };
    let rest = move || categories.with(|all| all.map(each));
    view! {
        <nav class="side-nav" aria-label=m::knowledge::categories()>
            {link(None, m::knowledge::all())}
            {rest}
        </nav>
    }
    .into_any()
}

fn results(filter: Memo<Filter>, words: Memo<String>, categories: Query<Vec<Category>>) -> AnyView {
    let first = query::<ListArticles>(move || Some((NoPath {}, filter.with(|filter| filter.query(None)))));
    let asked = Memo::new(move |_| filter.with(Filter::url));
    let more = More::new(first, asked, |article| article.id.to_string(), move |cursor| part(filter, cursor));
    let answered = Answered::new(first, asked, |page: &Page<ArticleSummary>| page.items.len());
    let session = use_session();
    Effect::new(move || {
        // What is not there in one category may be in another.
        let searched = filter.with(|filter| filter.category.is_none() && !filter.words.is_empty());
        if searched && answered.current.get() {
            let many = first.with(|page| page.map_or(0, |page| page.items.len()));
            words.with(|words| learning::searched(session, words, many));
        }
    });
    let device = OnDevice::instead_of(first, answered, filter, categories);
    let count = move || {
        if device.is_there() {
            let (many, more) = device.count()?;
            let many = u32::try_from(many).unwrap_or(u32::MAX);
            return Some(if more { m::knowledge::first(many) } else { m::knowledge::count(many) });
        }
        let told = answered.current.get() && matches!(answered.shape.get(), Shape::Empty | Shape::Full);
        told.then(|| {
            let count = u32::try_from(more.items().len()).unwrap_or(u32::MAX);
            if more.has_next() { m::knowledge::first(count) } else { m::knowledge::count(count) }
        })
    };
    // What the device knows is all of it, also where a part of the list came before.
    let shape = Memo::new(move |_| match answered.shape.get() {
        _ if device.is_there() => None,
        Shape::Failed if device.is_coming() => Some(Shape::Loading),
        shape => Some(shape),
    });
    let content = move || match shape.get() {
        None => untrack(|| device.view(nothing)),
        Some(Shape::Loading) => loading(),
        Some(Shape::Failed) => failed(first),
        Some(Shape::Empty) => (move || filter.with(nothing)).into_any(),
        Some(Shape::Full) => full(more, answered, words),
    };
    view! {
        <p class="filters__result" role="status">{count}</p>
        {content}
    }
    .into_any()
}

/// What comes behind a cursor.
fn part(filter: Memo<Filter>, cursor: String) -> Part<ArticleSummary> {
    let query = filter.with_untracked(|filter| filter.query(Some(cursor)));
    Box::pin(async move { fetch_once::<ListArticles>(&NoPath {}, &query).await })
}

fn full(more: More<ArticleSummary>, answered: Answered, words: Memo<String>) -> AnyView {
    let list = move || {
        let arrived = more.take_arrived();
        let row = |article: &ArticleSummary| -> Row {
            let id = article.id.to_string();
            let focus = arrived.as_ref() == Some(&id);
            (id, words.with(|words| row(article, words, focus)))
        };
        rows(more.items().iter().map(row))
    };
    view! {
        <ul class="list" aria-busy=move || (!answered.current.get()).then_some("true")>{list}</ul>
        {more.rest()}
    }
    .into_any()
}

/// One answer of the list; with `focus` it takes it.
fn row(article: &ArticleSummary, words: &str, focus: bool) -> AnyView {
    let link = NodeRef::<html::A>::new();
    if focus {
        link.on_load(|link| {
            // A link that is gone by now needs no focus.
            let _ = link.focus();
        });
    }
    let reviewed = m::knowledge::reviewed(&format::date(article.reviewed));
    let (href, searched) = (routes::answer(article.id.as_str()), !words.is_empty());
    let to = href.clone();
    let open = move |_| {
        if searched {
            learning::opened(&to);
        }
    };
    view! {
        <li class="list__row">
            <a node_ref=link class="row__title" href=href on:click=open>
                {marked(&article.title, words)}
            </a>
            <span class="row__text">{marked(&article.summary, words)}</span>
            <span class="row__meta">{article.category_name.clone()} " · " {reviewed}</span>
        </li>
    }
    .into_any()
}

/// Nothing fits, and what to do then.
fn nothing(filter: &Filter) -> AnyView {
    let words = filter.words.as_str();
    let (title, text) = if words.is_empty() {
        (m::knowledge::empty_title(), m::knowledge::empty())
    } else {
        (m::search::nothing(words), m::knowledge::empty_words())
    };
    let (report, services) = (routes::report(words), routes::services(words, "", ""));
    let everywhere = filter.category.is_some().then(|| {
        let href = filter.with_category(None).url();
        view! { <a class="link" href=href>{m::knowledge::everywhere()}</a> }
    });
    view! {
        <Empty title=title text=text icon=IconName::Book>
            <div class="cluster">
                <Button href=report>{m::shell::report()}</Button>
                <a class="link" href=services>{m::knowledge::to_services()}</a>
                {everywhere}
            </div>
        </Empty>
    }
    .into_any()
}
