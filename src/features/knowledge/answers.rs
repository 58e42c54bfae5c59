//! Answers to search and to browse.

use super::{
    answered::{Answered, Shape, loading},
    filter::Filter,
    mark::marked,
    more::More,
    words_field::words_field,
};
use crate::{
    api::query,
    format,
    i18n::m,
    page::PageTitle,
    router::{NavigateOptions, use_location, use_navigate, use_query_map},
    routes,
    session::Feature,
    ui::{Button, Empty, IconName},
    view::{failed, where_offered},
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
    let (address, path, here) = (use_query_map(), use_location().pathname, routes::answers("", ""));
    let filter = Memo::new(move |before: Option<&Filter>| match before {
        // The person leaves: this page stays as it is until the next one is there.
        Some(before) if path.with(|path| *path != here) => before.clone(),
        _ => address.with(Filter::read),
    });
    let words = Memo::new(move |_| filter.with(|filter| filter.words.clone()));
    let navigate = use_navigate();
    let go = Callback::new(move |words: String| {
        let url = filter.with_untracked(|filter| filter.with_words(&words).url());
        navigate(&url, NavigateOptions { replace: true, scroll: false });
    });
    view! {
        <div class="page">
            <div class="page__head">
                <PageTitle text=m::shell::answers()/>
            </div>
            <p class="page__lead">{m::knowledge::lead()}</p>
            {words_field(m::knowledge::search(), words, go)}
            <div class="shelves">
                {categories(filter)}
                <div>{results(filter, words)}</div>
            </div>
        </div>
    }
    .into_any()
}

/// The categories beside the list. Without them the list still works, so that they are late or missing is not worth a word.
fn categories(filter: Memo<Filter>) -> AnyView {
    let categories = query::<ListCategories>(|| Some((NoPath {}, NoQuery {})));
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

fn results(filter: Memo<Filter>, words: Memo<String>) -> AnyView {
    let first = query::<ListArticles>(move || Some((NoPath {}, filter.with(|filter| filter.query(None)))));
    let more = More::new(filter, first);
    let asked = Memo::new(move |_| filter.with(Filter::url));
    let answered = Answered::new(first, asked, |page: &Page<ArticleSummary>| page.items.len());
    let count = move || {
        let told = answered.current.get() && matches!(answered.shape.get(), Shape::Empty | Shape::Full);
        told.then(|| {
            let count = u32::try_from(more.articles().len()).unwrap_or(u32::MAX);
            if more.cursor().is_some() { m::knowledge::first(count) } else { m::knowledge::count(count) }
        })
    };
    let content = move || match answered.shape.get() {
        Shape::Loading => loading(),
        Shape::Failed => failed(first),
        Shape::Empty => (move || filter.with(nothing)).into_any(),
        Shape::Full => full(more, answered, words),
    };
    view! {
        <p class="filters__result" role="status">{count}</p>
        {content}
    }
    .into_any()
}

fn full(more: More, answered: Answered, words: Memo<String>) -> AnyView {
    let rows = move || {
        let arrived = more.take_arrived();
        let row = |article: &ArticleSummary| {
            words.with(|words| row(article, words, arrived.as_ref() == Some(&article.id)))
        };
        more.articles().iter().map(row).collect_view()
    };
    let there = Memo::new(move |_| answered.current.get() && more.cursor().is_some());
    let ask = Callback::new(move |()| more.ask());
    let button = move || {
        there.get().then(|| {
            view! { <p class="more"><Button busy=more.busy on_press=ask>{m::common::more()}</Button></p> }
        })
    };
    let error = move || {
        let words = more.error.get()?.words();
        Some(view! { <p class="field__error" role="alert">{words}</p> })
    };
    view! {
        <ul class="list" aria-busy=move || (!answered.current.get()).then_some("true")>{rows}</ul>
        {button}
        {error}
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
    view! {
        <li class="list__row">
            <a node_ref=link class="row__title" href=routes::answer(article.id.as_str())>
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
