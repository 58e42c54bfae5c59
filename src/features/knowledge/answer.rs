//! One answer.

use super::{
    address::Address,
    around::{help, related, services},
    contents::{Contents, Parts},
    feedback::feedback,
    known_errors::known_errors,
    language,
    position::position,
    retired::{is_retired, is_withheld, retired},
    review::{figures, review},
};
use crate::{
    api::{Query, query},
    copies::Copies,
    format,
    i18n::m,
    learning,
    markdown::article as elements,
    page::PageTitle,
    routes,
    session::{Feature, use_session},
    ui::{Breadcrumb, Button, Crumb, IconName, Skeleton, SkeletonKind},
    view::{Standing, failed, message_page, standing, where_offered},
};
use guichet_contract::{
    endpoints::{ArticlePath, GetArticle},
    types::Article,
};
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;

/// How many words of instructions a person reads in a minute.
const WORDS_A_MINUTE: usize = 200;

/// The page.
#[component]
pub fn AnswerPage() -> impl IntoView {
    where_offered(Feature::Knowledge, page)
}

fn page() -> AnyView {
    Address::article().map_or_else(missing, one)
}

fn one(id: ArticleId) -> AnyView {
    let path = routes::answer(id.as_str());
    let address = Address::new(id, path);
    let article =
        query::<GetArticle>(move || Some((ArticlePath { article: address.id() }, address.wanted())));
    let wanted = Signal::derive(move || Some((address.id(), address.language.get())));
    let copies = Copies::over(article, wanted);
    let standing = copies.standing(standing(article.status()));
    // What was read before is shown until the answer comes; that it is gone, or not for this person, shows all the same.
    let (gone, withheld) = (is_retired(article.status()), is_withheld(article.status()));
    let content = move || match standing.get() {
        _ if gone.get() => untrack(|| retired(article.status(), Signal::derive(move || address.wanted()))),
        _ if withheld.get() => missing(),
        Standing::Full => untrack(|| full(article, address, copies)),
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

/// Where there is no such article.
pub(super) fn missing() -> AnyView {
    let ways = view! {
        <Button href=routes::answers("", "")>{m::knowledge::missing_action()}</Button>
        <a class="link" href=routes::report("")>{m::shell::report()}</a>
    };
    message_page(IconName::Book, m::knowledge::missing_title(), m::knowledge::missing(), ways.into_any())
}

/// Built once; its parts follow the article, so that nothing typed below it is lost when it changes.
fn full(article: Query<Article>, address: Address, copies: Copies) -> AnyView {
    learning::read(use_session(), &address.id());
    let title = part(article, |article| article.summary.title.clone());
    let body = part(article, |article| article.body.clone());
    let language = part(article, |article| article.language.clone());
    let crumbs = Signal::derive(move || article.with(|article| article.map(crumbs).unwrap_or_default()));
    let parts = Parts::new(address, language);
    let contents = Contents::new(parts, body);
    let pictures = Memo::new(move |_| {
        article.with(|article| article.map(|article| article.pictures.clone()).unwrap_or_default())
    });
    let prose = move || {
        pictures.with(|pictures| body.with(|body| elements(body, pictures, &|part| address.part(part))))
    };
    view! {
        <div class="page">
            <div class="columns">
                <article class="columns__main article">
                    <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
                    <div lang=move || language.get()><PageTitle text=title/></div>
                    {facts(article, address)}
                    <div class="stack">
                        {change(article, address)}
                        {language::switch(article, address)}
                        {copies.note()}
                        {review(article)}
                        {figures(article)}
                        {language::note(article)}
                        {known_errors(article)}
                        {contents.above()}
                        {position(article, address, parts.prose)}
                        <div
                            class="prose"
                            node_ref=parts.prose
                            lang=move || language.get()
                            on:click=move |ev| parts.follow(&ev)
                        >
                            {prose}
                        </div>
                    </div>
                    {printed(address)}
                    {feedback(article, address.id())}
                    {help(article)}
                </article>
                <aside class="columns__side no-print">
                    {contents.beside()}
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

/// When it was reviewed and by whom, how long it takes to read, and which version it is.
fn facts(article: Query<Article>, address: Address) -> AnyView {
    let meta = part(article, meta);
    let version = Memo::new(move |_| article.with(|article| article?.version));
    let link = move || {
        let words = m::knowledge::version(&version.get()?.to_string());
        let href = address.versions("");
        Some(view! { <span class="no-print">" · " <a class="link--quiet" href=href>{words}</a></span> })
    };
    view! { <p class="article__meta muted">{move || meta.get()} {link}</p> }.into_any()
}

/// A way to change it, for those who may.
fn change(article: Query<Article>, address: Address) -> AnyView {
    let session = use_session();
    let ways = Memo::new(move |_| {
        let offered = session.offers(Feature::Writing);
        article.with(|article| article.filter(|article| offered && article.editable).map(|a| a.keeper))
    });
    let link = move || {
        let words = if ways.get()? { m::writing::edit() } else { m::writing::propose_change() };
        let href = routes::knowledge_edit(address.id().as_str(), &address.language.get());
        Some(view! { <p class={"no-print"}><Button small=true href=href>{words}</Button></p> })
    };
    link.into_any()
}

fn meta(article: &Article) -> String {
    let words = article.body.split_whitespace().count();
    let minutes = u32::try_from(words.div_ceil(WORDS_A_MINUTE).max(1)).unwrap_or(u32::MAX);
    let reviewed = format::date(article.summary.reviewed);
    m::knowledge::meta(&reviewed, &article.owner.name, &m::knowledge::reading(minutes))
}

/// On paper alone: where this is from, since its links lead nowhere there.
fn printed(address: Address) -> AnyView {
    let line = move || {
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        address.language.track();
        m::knowledge::printed(&format::date(format::today()), &(origin + &address.url()))
    };
    view! { <p class="print-only muted">{line}</p> }.into_any()
}
