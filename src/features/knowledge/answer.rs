//! One answer.

use super::{
    around::{help, related, services},
    contents::{Parts, contents},
    feedback::feedback,
};
use crate::{
    api::{Query, query},
    format,
    i18n::{self, m},
    markdown::markdown,
    page::PageTitle,
    router::use_params_map,
    routes,
    session::Feature,
    ui::{Breadcrumb, Button, Crumb, IconName, Notice, Skeleton, SkeletonKind, Tone},
    view::{Standing, failed, message_page, standing, where_offered},
};
use guichet_contract::{
    NoQuery,
    endpoints::{ArticlePath, GetArticle},
    types::Article,
};
use guichet_rules::ids::ArticleId;
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;

/// How many words of instructions a person reads in a minute.
const WORDS_A_MINUTE: usize = 200;

/// The page.
#[component]
pub fn AnswerPage() -> impl IntoView {
    where_offered(Feature::Knowledge, page)
}

fn page() -> AnyView {
    // Another article is another page, so the id of this one stays as it is.
    let id = use_params_map().with_untracked(|params| params.get("article"));
    id.and_then(|id| ArticleId::new(id).ok()).map_or_else(missing, one)
}

fn one(id: ArticleId) -> AnyView {
    let asked = id.clone();
    let article = query::<GetArticle>(move || Some((ArticlePath { article: asked.clone() }, NoQuery {})));
    let standing = standing(article.status());
    let content = move || match standing.get() {
        Standing::Full => full(article, id.clone()),
        Standing::Missing => missing(),
        Standing::Loading => view! {
            <div class="page">
                <Skeleton kind=SkeletonKind::Lines count=8/>
                <span class="visually-hidden" role="status">{m::shell::loading()}</span>
            </div>
        }
        .into_any(),
        Standing::Failed => view! {
            <div class="page">
                <PageTitle text=m::shell::answers()/>
                {failed(article)}
            </div>
        }
        .into_any(),
    };
    content.into_any()
}

fn missing() -> AnyView {
    let ways = view! {
        <Button href=routes::answers("", "")>{m::knowledge::missing_action()}</Button>
        <a class="link" href=routes::report("")>{m::shell::report()}</a>
    };
    message_page(IconName::Book, m::knowledge::missing_title(), m::knowledge::missing(), ways.into_any())
}

/// Built once; its parts follow the article, so that nothing typed below it is lost when it changes.
fn full(article: Query<Article>, id: ArticleId) -> AnyView {
    let title = part(article, |article| article.summary.title.clone());
    let body = part(article, |article| article.body.clone());
    let language = part(article, |article| article.language.clone());
    let meta = part(article, meta);
    let crumbs = Signal::derive(move || article.with(|article| article.map(crumbs).unwrap_or_default()));
    let parts = Parts::new(id.clone());
    let note = move || language.with(|language| note(language));
    view! {
        <div class="page">
            <div class="columns">
                <article class="columns__main article">
                    <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
                    <PageTitle text=title/>
                    <p class="article__meta muted">{move || meta.get()}</p>
                    <div class="stack">
                        {note}
                        <div
                            class="prose"
                            node_ref=parts.prose
                            lang=move || language.get()
                            on:click=move |ev| parts.follow(&ev)
                        >
                            {move || body.with(|body| markdown(body))}
                        </div>
                    </div>
                    {feedback(article, id)}
                    {help(article)}
                </article>
                <aside class="columns__side no-print">
                    {contents(parts, body)}
                    {services(article)}
                    {related(article)}
                </aside>
            </div>
        </div>
    }
    .into_any()
}

/// One text of the article; it changes only when that text does.
fn part(article: Query<Article>, look: fn(&Article) -> String) -> Memo<String> {
    Memo::new(move |_| article.with(|article| article.map(look).unwrap_or_default()))
}

fn crumbs(article: &Article) -> Vec<Crumb> {
    let summary = &article.summary;
    vec![
        Crumb::new(m::shell::answers(), routes::answers("", "")),
        Crumb::new(summary.category_name.clone(), routes::answers("", summary.category.as_str())),
    ]
}

fn meta(article: &Article) -> String {
    let words = article.body.split_whitespace().count();
    let minutes = u32::try_from(words.div_ceil(WORDS_A_MINUTE).max(1)).unwrap_or(u32::MAX);
    let reviewed = format::date(article.summary.reviewed);
    m::knowledge::meta(&reviewed, &article.owner.name, &m::knowledge::reading(minutes))
}

/// Says so where the article is in another language than the reader's.
fn note(language: &str) -> Option<AnyView> {
    if primary(language) == primary(&i18n::language()) {
        return None;
    }
    let words = m::knowledge::other_language(&language_name(language));
    Some(view! { <Notice title=words tone=Tone::Info/> }.into_any())
}

/// `de` of `de-CH`: a reader of one reads the other.
fn primary(language: &str) -> String {
    language.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// What the reader calls a language.
fn language_name(language: &str) -> String {
    let code = primary(language);
    // For anything else the browser raises an error.
    if !matches!(code.len(), 2 | 3) || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return language.to_owned();
    }
    let options = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let names = Intl::DisplayNames::new(&Array::of1(&i18n::language().into()), &options);
    names.of(&code).map_or(code, String::from)
}
