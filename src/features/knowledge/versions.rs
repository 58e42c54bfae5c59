//! The versions of an answer, and what changed in each.

use super::{
    address::Address,
    answer::missing,
    changes::{Pair, changes},
};
use crate::{
    api::{Query, query},
    format,
    i18n::m,
    page::PageTitle,
    router::use_query_map,
    routes,
    session::Feature,
    ui::{Breadcrumb, Crumb},
    view::{Shape, async_view, page_of, where_offered},
};
use guichet_contract::{
    endpoints::{ArticlePath, GetArticle, ListArticleVersions, VersionsPath},
    types::{Article, ArticleVersion, Page},
};
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;

/// The page.
#[component]
pub fn VersionsPage() -> impl IntoView {
    where_offered(Feature::Knowledge, page)
}

fn page() -> AnyView {
    Address::article().map_or_else(missing, one)
}

fn one(id: ArticleId) -> AnyView {
    let path = routes::answer_versions(id.as_str(), "", "");
    let address = Address::new(id, path);
    let article =
        query::<GetArticle>(move || Some((ArticlePath { article: address.id() }, address.wanted())));
    let versions = query::<ListArticleVersions>(move || {
        Some((VersionsPath { article: address.id() }, address.wanted()))
    });
    page_of(article, move || head(article, address), move || body(versions, address), missing)
}

fn head(article: Query<Article>, address: Address) -> AnyView {
    let title = move || {
        article.with(|article| article.map(|article| article.summary.title.clone()).unwrap_or_default())
    };
    let crumbs = Signal::derive(move || {
        address.language.track();
        vec![
            Crumb::new(m::shell::answers(), routes::answers("", "")),
            Crumb::new(title(), address.url()),
            Crumb::here(m::knowledge::versions()),
        ]
    });
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <PageTitle text=m::knowledge::versions()/>
        <p class="page__lead">{title}</p>
    }
    .into_any()
}

/// The version that was chosen, and below it all of them.
fn body(versions: Query<Page<ArticleVersion>>, address: Address) -> AnyView {
    let query = use_query_map();
    let chosen = Memo::new(move |_| {
        query.with(|query| query.get_str("version").and_then(|version| version.parse::<u32>().ok()))
    });
    let pair = Memo::new(move |_| {
        let chosen = chosen.get()?;
        versions.with(|page| Pair::of(&page?.items, chosen))
    });
    let shown = move || {
        let pair = pair.get()?;
        // What is read while it is built must not build it anew.
        Some(untrack(|| changes(pair, address)))
    };
    let list = async_view(versions, Shape::Rows(3), move |page: &Page<ArticleVersion>| {
        let rows: Vec<AnyView> =
            page.items.iter().map(|version| row(version, &page.items, chosen, address)).collect();
        view! { <ul class="list">{rows}</ul> }.into_any()
    });
    view! { <div class="stack">{shown} {list}</div> }.into_any()
}

/// One version: what its author says of it, and a link to what changed, where that can be seen.
fn row(
    version: &ArticleVersion,
    all: &[ArticleVersion],
    chosen: Memo<Option<u32>>,
    address: Address,
) -> AnyView {
    let number = version.version;
    let name = m::knowledge::version(&number.to_string());
    let title = match Pair::of(all, number) {
        Some(_) => {
            let href = move || address.versions(&number.to_string());
            let current = move || (chosen.get() == Some(number)).then_some("true");
            view! { <a class="row__title" href=href aria-current=current>{name}</a> }.into_any()
        }
        None => view! { <span class="row__name">{name}</span> }.into_any(),
    };
    let gone = (!version.readable).then(m::knowledge::version_gone);
    let note = version.note.clone().or(gone);
    let note = note.map(|note| view! { <span class="row__text">{note}</span> });
    let when = format::date(version.published_at.date_naive());
    let meta = match &version.by {
        Some(person) => m::knowledge::version_by(&person.name, &when),
        None => when,
    };
    view! { <li class="list__row">{title} {note} <span class="row__meta">{meta}</span></li> }.into_any()
}
