//! A proposal: what it would change, what was said about it, and for those who decide, the decision.

use super::{
    decide::decide,
    page::missing,
    remarks::{remarks, tag},
};
use crate::{
    api::{Query, query},
    features::knowledge::changes::differences,
    format,
    i18n::m,
    language,
    markdown::markdown,
    page::PageTitle,
    router::use_params_map,
    routes,
    session::Feature,
    ui::{Breadcrumb, Crumb, Notice, Tone},
    view::{page_of, where_offered},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{GetProposal, GetWritingOptions, ProposalPath},
    types::{ArticleContent, GroupRef, Proposal, WritingOptions},
};
use guichet_rules::{article::ProposalState, entitlement::Audience, ids::ProposalId};
use leptos::prelude::*;

/// The page.
#[component]
pub fn ProposalPage() -> impl IntoView {
    where_offered(Feature::Writing, || {
        let id = use_params_map().with_untracked(|params| params.get("proposal"));
        match id.map(ProposalId::new) {
            Some(Ok(id)) => one(id),
            _ => missing(),
        }
    })
}

fn one(id: ProposalId) -> AnyView {
    let found = query::<GetProposal>(move || Some((ProposalPath { proposal: id.clone() }, NoQuery {})));
    page_of(found, move || head(found), move || untrack(|| body(found)), missing)
}

fn head(found: Query<Proposal>) -> AnyView {
    let title = Signal::derive(move || {
        found.with(|found| found.map(|found| found.summary.title.clone())).unwrap_or_default()
    });
    let crumbs = vec![
        Crumb::new(m::shell::answers(), routes::answers("", "")),
        Crumb::new(m::writing::work_title(), routes::knowledge_work()),
    ];
    let state = Memo::new(move |_| found.with(|found| found.map(|found| found.summary.state)));
    let about = move || {
        found.with(|found| {
            let summary = &found?.summary;
            let language = language::name_here(&summary.language);
            let when = format::when(summary.changed_at);
            Some(m::writing::about(&language, &summary.author.name, &when))
        })
    };
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="page__head">
            <PageTitle text=title/>
            {move || state.get().map(tag)}
        </div>
        <p class="page__lead">{about}</p>
    }
    .into_any()
}

fn body(found: Query<Proposal>) -> AnyView {
    let options = query::<GetWritingOptions>(|| Some((NoPath {}, NoQuery {})));
    let texts = Memo::new(move |_| {
        found
            .with(|found| found.map(|found| (found.before.clone(), found.content.clone(), found.is_behind())))
    });
    let language = Memo::new(move |_| found.with(|found| found.map(|found| found.summary.language.clone())));
    let is_published = Memo::new(move |_| {
        found.with(|found| found.is_some_and(|found| found.summary.state == ProposalState::Published))
    });
    let changes = move || {
        // Of what was published nothing is left to change; what is published now may be another text.
        let (before, after, behind) = texts.get().filter(|_| !is_published.get())?;
        Some(options.with(|options| compared(before.as_ref(), &after, behind, options)))
    };
    let text = move || texts.with(|texts| texts.as_ref().map(|(_, after, _)| as_read(after, language)));
    let said = move || found.with(|found| found.and_then(|found| remarks(&found.remarks)));
    view! {
        <div class="columns">
            <div class="columns__main stack">{changes} {text} {said}</div>
            <aside class="columns__side">{decide(found)}</aside>
        </div>
    }
    .into_any()
}

/// What would change.
fn compared(
    before: Option<&ArticleContent>,
    after: &ArticleContent,
    behind: bool,
    options: Option<&WritingOptions>,
) -> AnyView {
    let changes = match before {
        Some(before) => differences(&whole(before, options), &whole(after, options))
            .unwrap_or_else(|| view! { <p>{m::writing::no_changes()}</p> }.into_any()),
        None => {
            let facts = facts(after, options).into_iter().map(|fact| view! { <p>{fact}</p> }).collect_view();
            view! { <p>{m::writing::all_new()}</p> {facts} }.into_any()
        }
    };
    let behind = behind.then(|| {
        view! { <Notice title=m::writing::behind() tone=Tone::Warn><p>{m::writing::behind_text()}</p></Notice> }
    });
    view! {
        {behind}
        <section class="section changes">
            <h2 class="section__title">{m::writing::changes()}</h2>
            {changes}
        </section>
    }
    .into_any()
}

/// The text as its readers would see it.
fn as_read(content: &ArticleContent, language: Memo<Option<String>>) -> AnyView {
    let prose = markdown(&content.body);
    view! {
        <section class="section">
            <h2 class="section__title">{m::writing::as_read()}</h2>
            <div class="stack" lang=move || language.get()>
                <p><strong>{content.title.clone()}</strong></p>
                <p>{content.summary.clone()}</p>
                <div class="prose">{prose}</div>
            </div>
        </section>
    }
    .into_any()
}

/// All of it as lines, to be compared.
pub(super) fn whole(content: &ArticleContent, options: Option<&WritingOptions>) -> String {
    format!(
        "{}\n{}\n{}\n{}",
        content.title,
        content.summary,
        facts(content, options).join("\n"),
        content.body
    )
}

/// What is known of it, a line each.
fn facts(content: &ArticleContent, options: Option<&WritingOptions>) -> Vec<String> {
    let name = |groups: Option<&Vec<GroupRef>>, id: &str| {
        let known = groups.into_iter().flatten().find(|group| group.id.as_str() == id);
        known.map_or_else(|| id.to_owned(), |group| group.name.clone())
    };
    let shelf = content.category.as_ref().map(|id| {
        let known = options.into_iter().flat_map(|options| &options.categories).find(|shelf| shelf.id == *id);
        m::writing::fact(&m::writing::category(), &known.map_or_else(|| id.to_string(), |it| it.name.clone()))
    });
    let owner = content.owner.as_ref().map(|id| {
        let owner = name(options.map(|options| &options.owners), id.as_str());
        m::writing::fact(&m::writing::owner(), &owner)
    });
    let readers = match &content.visible_to {
        None => m::writing::everyone(),
        Some(Audience::Group(id)) => name(options.map(|options| &options.readers), id.as_str()),
        Some(_) => m::writing::readers_rule(),
    };
    let readers = m::writing::fact(&m::writing::readers(), &readers);
    let several = |label: String, names: Vec<String>| {
        (!names.is_empty()).then(|| m::writing::fact(&label, &names.join(", ")))
    };
    let keywords = several(m::writing::keywords(), content.keywords.clone());
    let services = content.services.iter().flatten().map(|id| {
        let known = options.into_iter().flat_map(|options| &options.services).find(|it| it.id == *id);
        known.map_or_else(|| id.to_string(), |it| it.name.clone())
    });
    let services = several(m::writing::services(), services.collect());
    let items = content.items.iter().flatten().map(|id| {
        let known = options.into_iter().flat_map(|options| &options.items).find(|it| it.id == *id);
        known.map_or_else(|| id.to_string(), |it| it.name.clone())
    });
    let items = several(m::writing::items(), items.collect());
    let review = content.review_by.map(|day| m::writing::fact(&m::writing::review_by(), &format::date(day)));
    [shelf, owner, Some(readers), keywords, services, items, review].into_iter().flatten().collect()
}
