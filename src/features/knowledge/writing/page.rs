//! The editor: a new article, a change to one, or a draft that is gone on with.

use super::{
    begun::Begun,
    between::between,
    body::body,
    desk::Desk,
    fields::{fields, mistakes},
    languages::languages,
    remarks::{remarks, tag},
    saving::{self, What},
    upkeep::upkeep,
};
use crate::{
    address::read_address,
    api::{Key, Query, query},
    editor::on_save,
    features::knowledge::{
        answer::missing as no_article,
        retired::{is_retired, retired},
    },
    i18n::{self, m},
    page::PageTitle,
    router::{use_params_map, use_query_map},
    routes,
    session::{Feature, use_session},
    ui::{Breadcrumb, Button, ButtonKind, Crumb, IconName},
    view::{Shape, message_page, page_of, when_loaded, where_offered},
};
use guichet_contract::{
    NoPath, NoQuery,
    endpoints::{ArticleSourcePath, GetArticleSource, GetProposal, GetWritingOptions, ProposalPath},
    types::{ArticleLanguage, ArticleSource, Proposal, WritingOptions},
};
use guichet_rules::{
    article::ProposalState,
    ids::{ArticleId, ProposalId},
};
use leptos::prelude::*;
use std::sync::Arc;

/// A new article, or a draft.
#[component]
pub fn WritePage() -> impl IntoView {
    where_offered(Feature::Writing, || {
        // Whoever saves gets another address, and goes on with what stands here: it is read once.
        let address = use_query_map().get_untracked();
        match address.get("draft").map(ProposalId::new) {
            Some(Ok(id)) => draft(id),
            Some(Err(_)) => missing(),
            None => {
                let [title, keywords, kept] =
                    ["title", "keywords", "kept"].map(|name| address.get(name).unwrap_or_default());
                let kept = if kept.is_empty() { Key::fresh().to_string() } else { kept };
                // Who looked for it in another language than whoever writes it now reads that one.
                let language = address.get("language").unwrap_or_else(i18n::language);
                anew(title, keywords, kept, language)
            }
        }
    })
}

/// A change to an article.
#[component]
pub fn EditPage() -> impl IntoView {
    where_offered(Feature::Writing, || {
        let id = use_params_map().with_untracked(|params| params.get("article"));
        let Some(Ok(id)) = id.map(ArticleId::new) else { return no_article() };
        // In another language it is another text.
        let language =
            read_address(routes::knowledge_edit(id.as_str(), ""), |address| address.get("language"));
        let page = move || {
            let language = language.get();
            untrack(|| change(id.clone(), language))
        };
        page.into_any()
    })
}

/// There is no such draft, or not for this person.
pub(super) fn missing() -> AnyView {
    let ways = view! { <Button href=routes::home()>{m::common::not_found_action()}</Button> };
    message_page(IconName::Search, m::common::not_found_title(), m::common::not_found_text(), ways.into_any())
}

fn choices() -> Query<WritingOptions> {
    query::<GetWritingOptions>(|| Some((NoPath {}, NoQuery {})))
}

fn anew(title: String, keywords: String, kept: String, language: String) -> AnyView {
    let (options, wrong) = (choices(), RwSignal::new(false));
    let begin: Begin = Arc::new(move |options: &WritingOptions| {
        Some(Begun::anew((&title, &keywords), &kept, &language, options))
    });
    let head = move || head(m::writing::new_title(), wrong);
    page_of(options, head, move || editor(options, begin.clone(), wrong), missing)
}

fn draft(id: ProposalId) -> AnyView {
    let found = query::<GetProposal>(move || Some((ProposalPath { proposal: id.clone() }, NoQuery {})));
    let (options, wrong) = (choices(), RwSignal::new(false));
    let body = move || {
        let Some(proposal) = found.get_untracked() else { return ().into_any() };
        let state = proposal.summary.state;
        if state == ProposalState::Rejected {
            return again(options, proposal, wrong);
        }
        if !state.is_open_to_author() {
            return decided(&proposal);
        }
        let begin = Arc::new(move |_: &WritingOptions| Some(Begun::of_draft(&proposal)));
        editor(options, begin, wrong)
    };
    page_of(found, move || head(m::writing::draft_title(), wrong), body, missing)
}

/// What was rejected, as the beginning of a new draft of whoever wrote it.
fn again(options: Query<WritingOptions>, rejected: Proposal, wrong: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let author = rejected.summary.author.id.to_string();
    let is_own = Memo::new(move |_| session.person() == author);
    let page = move || {
        if is_own.get() {
            untrack(|| begun_again(options, &rejected, wrong))
        } else {
            untrack(|| decided(&rejected))
        }
    };
    page.into_any()
}

fn begun_again(options: Query<WritingOptions>, rejected: &Proposal, wrong: RwSignal<bool>) -> AnyView {
    let (said, rejected) = (remarks(&rejected.remarks), rejected.clone());
    let begin = Arc::new(move |_: &WritingOptions| Some(Begun::again(&rejected)));
    view! {
        <div class="stack">
            <p>{m::writing::again_text()}</p>
            {said}
            {editor(options, begin, wrong)}
        </div>
    }
    .into_any()
}

fn change(id: ArticleId, language: Option<String>) -> AnyView {
    let (article, wanted) = (id.clone(), Signal::stored(ArticleLanguage { language }));
    let source = query::<GetArticleSource>(move || {
        Some((ArticleSourcePath { article: article.clone() }, wanted.get()))
    });
    let (options, wrong) = (choices(), RwSignal::new(false));
    let (is_gone, status) = (is_retired(source.status()), source.status());
    // Whoever is writing at that moment goes on: their text would vanish from before their eyes.
    let is_gone = Memo::new(move |_| is_gone.get() && !status.is_there());
    let page = move || {
        let id = id.clone();
        let body = move || {
            let Some(source) = source.get_untracked() else { return ().into_any() };
            let languages = languages(options, &source);
            view! {
                <div class="stack">{languages} {going_on(options, source, wrong)}</div>
                {upkeep(id.clone())}
            }
            .into_any()
        };
        page_of(source, move || head(m::writing::edit_title(), wrong), body, missing)
    };
    (move || if is_gone.get() { untrack(|| retired(status, wanted)) } else { untrack(&page) }).into_any()
}

/// What the person has begun already is gone on with.
fn going_on(options: Query<WritingOptions>, source: ArticleSource, wrong: RwSignal<bool>) -> AnyView {
    let Some(id) = source.proposal.clone() else {
        return editor(options, Arc::new(move |_: &WritingOptions| Some(Begun::of_article(&source))), wrong);
    };
    let found = query::<GetProposal>(move || Some((ProposalPath { proposal: id.clone() }, NoQuery {})));
    let open = move |proposal: Signal<Proposal>| {
        let proposal = proposal.get_untracked();
        if !proposal.summary.state.is_open_to_author() {
            return decided(&proposal);
        }
        editor(options, Arc::new(move |_: &WritingOptions| Some(Begun::of_draft(&proposal))), wrong)
    };
    when_loaded(found, Shape::Lines(6), move |proposal| untrack(|| open(proposal)))
}

/// Says in the document's title while something is `wrong` in the editor.
fn head(title: String, wrong: RwSignal<bool>) -> AnyView {
    let crumbs = vec![
        Crumb::new(m::shell::answers(), routes::answers("", "")),
        Crumb::new(m::writing::work_title(), routes::knowledge_work()),
    ];
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="page__head">
            <PageTitle text=title error=wrong/>
        </div>
    }
    .into_any()
}

/// In the place of the editor, where it is not its author's turn.
fn decided(proposal: &Proposal) -> AnyView {
    let href = routes::knowledge_proposal(proposal.summary.id.as_str());
    view! {
        <div class="stack">
            <p class="cluster">{tag(proposal.summary.state)} <strong>{proposal.summary.title.clone()}</strong></p>
            <p>{m::writing::not_now()}</p>
            <div class="cluster"><Button kind=ButtonKind::Primary href=href>{m::writing::see_proposal()}</Button></div>
        </div>
    }
    .into_any()
}

type Begin = Arc<dyn Fn(&WritingOptions) -> Option<Begun> + Send + Sync>;

/// The editor, once everything is there that it needs. It tells whether something is `wrong`.
fn editor(options: Query<WritingOptions>, begin: Begin, wrong: RwSignal<bool>) -> AnyView {
    let session = use_session();
    let person = Memo::new(move |_| session.person());
    when_loaded(options, Shape::Lines(8), move |options| {
        let begin = begin.clone();
        let opened = move || {
            let person = person.get();
            if person.is_empty() {
                return None;
            }
            untrack(|| {
                let options = options.get_untracked();
                let begun = begin(&options)?;
                Some(opened(Desk::new(begun, options, &person), wrong))
            })
        };
        opened.into_any()
    })
}

fn opened(desk: Desk, wrong: RwSignal<bool>) -> AnyView {
    on_save(move || saving::save(desk, What::Save));
    let mistaken = Memo::new(move |_| desk.text.with(|text| !desk.saving.errors(&text.typed).is_empty()));
    Effect::new(move || wrong.set(mistaken.get()));
    let said = move || desk.held.with(|held| held.and_then(|held| remarks(&held.remarks)));
    view! {
        <div class="writing stack">
            {mistakes(desk)}
            {between(desk)}
            {said}
            {fields(desk)}
            {body(desk)}
            {saving::panel(desk)}
        </div>
    }
    .into_any()
}
