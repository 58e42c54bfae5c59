//! Knowledge to look after: what somebody writes, what waits for their decision, what they keep right.

use super::{
    actions::{Doing, act_on_article},
    kept,
    page::missing,
    remarks::tag,
    text::Kept,
};
use crate::{
    api::{Query, fetch_once, query},
    format,
    i18n::m,
    keepers::{self, Area},
    routes,
    session::{Feature, use_session},
    ui::{AnnouncerHandle, Button, ButtonKind, Tag, Tone, use_announcer},
    view::{More, Part, Row, page_of, rows, where_offered},
};
use guichet_contract::{
    Endpoint, NoPath, NoQuery,
    endpoints::{GetKnowledgeWork, ListDueArticles, ListRetiredArticles},
    types::{
        ArticleActionInput, KeptArticle, KnowledgeWork, Page, PartQuery, ProposalSummary, RetiredArticle,
    },
};
use guichet_rules::{
    article::WritingAction,
    ids::ArticleId,
    review::{self, Standing},
};
use leptos::{html, prelude::*, task::spawn_local};

/// The page.
#[component]
pub fn WorkPage() -> impl IntoView {
    where_offered(Feature::Writing, || {
        let work = query::<GetKnowledgeWork>(|| Some((NoPath {}, NoQuery {})));
        page_of(work, move || head(work), move || untrack(|| body(work)), missing)
    })
}

fn head(work: Query<KnowledgeWork>) -> AnyView {
    let keeps = Signal::derive(move || work.with(|work| work.is_some_and(|work| work.keeps)));
    let write = view! {
        <Button kind=ButtonKind::Primary href=routes::knowledge_write("", "", "")>{m::writing::write()}</Button>
    };
    keepers::head(Area::Work, keeps, write.into_any())
}

fn body(work: Query<KnowledgeWork>) -> AnyView {
    let (doing, done) = (Doing::new(), RwSignal::new(0));
    let unsaved = unsaved();
    let waiting =
        move || work.with(|work| rows(work.into_iter().flat_map(|work| &work.to_review).map(waiting)));
    let mine = move || work.with(|work| rows(work.into_iter().flat_map(|work| &work.mine).map(mine)));
    let [near_head, gone_head] = [NodeRef::new(), NodeRef::new()];
    let acts = |head| Acts { doing, done, head, announcer: use_announcer() };
    let (near_acts, gone_acts) = (acts(near_head), acts(gone_head));
    let near = parts::<ListDueArticles, _>(work, done, |work| &work.due, |article| article.id.to_string());
    let gone =
        parts::<ListRetiredArticles, _>(work, done, |work| &work.retired, |article| article.id.to_string());
    let due = move || near.all.with(|all| rows(all.iter().map(|article| due(near_acts, article))));
    let retired = move || gone.all.with(|all| rows(all.iter().map(|article| retired(gone_acts, article))));
    view! {
        {doing.failure()}
        {section(NodeRef::new(), (m::writing::to_review(), m::writing::to_review_none()), count(work, |work| work.to_review.len()), waiting.into_any())}
        {unsaved}
        {section(NodeRef::new(), (m::writing::mine(), m::writing::mine_none()), count(work, |work| work.mine.len()), mine.into_any())}
        {section(near_head, (m::writing::due(), m::writing::due_none()), near.count(), due.into_any())}
        {near.end()}
        {section(gone_head, (m::writing::retired(), m::writing::retired_none()), gone.count(), retired.into_any())}
        {gone.end()}
    }
    .into_any()
}

/// What is done with the articles of a list.
#[derive(Clone, Copy)]
struct Acts {
    doing: Doing,
    /// How often something was: what was appended to a list is of before.
    done: RwSignal<u32>,
    /// Above the list: what was dealt with leaves it, and the focus has to go somewhere.
    head: NodeRef<html::H2>,
    announcer: AnnouncerHandle,
}

/// A list that comes in parts.
struct Parts<T: Clone + Send + Sync + 'static> {
    all: Memo<Vec<T>>,
    more: More<T>,
}

impl<T: Clone + Send + Sync + 'static> Clone for Parts<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Parts<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Parts<T> {
    fn count(self) -> Memo<usize> {
        Memo::new(move |_| self.all.with(Vec::len))
    }

    /// The way to what does not show yet.
    fn end(self) -> AnyView {
        let shown = move || self.all.with(Vec::len).to_string();
        self.more.end(Signal::derive(move || m::writing::shown(&shown())))
    }
}

/// The list that endpoint `E` gives in parts. Until its first part is there, `first` of what came with everything else.
fn parts<E, T>(
    work: Query<KnowledgeWork>,
    done: RwSignal<u32>,
    first: fn(&KnowledgeWork) -> &Vec<T>,
    id: fn(&T) -> String,
) -> Parts<T>
where
    E: Endpoint<Path = NoPath, Query = PartQuery, Reply = Page<T>>,
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let found = query::<E>(|| Some((NoPath {}, PartQuery::default())));
    let ask = |cursor: String| -> Part<T> {
        let query = PartQuery { cursor: Some(cursor), ..PartQuery::default() };
        Box::pin(async move { fetch_once::<E>(&NoPath {}, &query).await })
    };
    let more = More::new(found, Memo::new(move |_| done.get().to_string()), id, ask);
    let all = Memo::new(move |_| {
        if found.with(|page| page.is_some()) {
            return more.items();
        }
        work.with(|work| work.map(|work| first(work).clone()).unwrap_or_default())
    });
    Parts { all, more }
}

/// What is on this device alone; nothing where there is none.
fn unsaved() -> AnyView {
    let session = use_session();
    let found = Memo::new(move |_| kept::unsaved(&session.person()));
    let count = Memo::new(move |_| found.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    let list = move || found.with(|found| rows(found.iter().map(unsaved_row)));
    let show =
        move || section(NodeRef::new(), (m::writing::unsaved(), String::new()), count, list.into_any());
    (move || any.get().then(|| untrack(show))).into_any()
}

fn unsaved_row((href, kept): &(String, Kept)) -> Row {
    let title = Some(kept.typed.title.clone()).filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(m::writing::untitled);
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=href.clone()>{title}</a>
            <Tag tone=Tone::Warn>{m::writing::only_here()}</Tag>
        </li>
    };
    (href.clone(), view.into_any())
}

fn count(work: Query<KnowledgeWork>, look: fn(&KnowledgeWork) -> usize) -> Memo<usize> {
    Memo::new(move |_| work.with(|work| work.map(look).unwrap_or_default()))
}

/// A list with its heading; where it is empty, what would be there.
fn section(
    head: NodeRef<html::H2>,
    (title, none): (String, String),
    count: Memo<usize>,
    rows: AnyView,
) -> AnyView {
    let none = StoredValue::new(none);
    let hidden = move || count.get() == 0;
    let empty = move || (count.get() == 0).then(|| view! { <p class="muted">{none.get_value()}</p> });
    let badge = move || (count.get() > 0).then(|| view! { <span class="count">{count.get()}</span> });
    view! {
        <section class="section">
            <div class="section__head">
                <h2 node_ref=head class="section__title" tabindex="-1">{title} " " {badge}</h2>
            </div>
            {empty}
            <ul class="list" hidden=hidden>{rows}</ul>
        </section>
    }
    .into_any()
}

fn waiting(proposal: &ProposalSummary) -> Row {
    let id = proposal.id.to_string();
    let kind = if proposal.is_new { m::writing::kind_new() } else { m::writing::kind_change() };
    let by = m::writing::by(&proposal.author.name, &format::when(proposal.changed_at));
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=routes::knowledge_proposal(&id)>{proposal.title.clone()}</a>
            <Tag tone=Tone::Info>{kind}</Tag>
            <span class="row__meta">{by}</span>
        </li>
    };
    (id, view.into_any())
}

fn mine(proposal: &ProposalSummary) -> Row {
    let id = proposal.id.to_string();
    let href = if proposal.state.is_open_to_author() {
        routes::knowledge_draft(&id)
    } else {
        routes::knowledge_proposal(&id)
    };
    let when = m::writing::changed(&format::when(proposal.changed_at));
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=href>{proposal.title.clone()}</a>
            {tag(proposal.state)}
            <span class="row__meta">{when}</span>
        </li>
    };
    (id, view.into_any())
}

fn due(acts: Acts, article: &KeptArticle) -> Row {
    let id = article.id.to_string();
    let day = format::date(article.review_due);
    let (tone, words) = match review::standing(article.review_due, format::today()) {
        Standing::Overdue => (Tone::Warn, m::writing::overdue(&day)),
        Standing::Soon | Standing::Fresh => (Tone::Info, m::writing::due_by(&day)),
    };
    let meta = m::writing::reviewed_by(&format::date(article.reviewed), &article.owner.name);
    let label = m::writing::confirm_of(&article.title);
    let edit = m::writing::edit_of(&article.title);
    let press =
        press(acts, WritingAction::Confirm, (article.id.clone(), article.version), m::writing::confirmed());
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=routes::answer(&id)>{article.title.clone()}</a>
            <Tag tone=tone>{words}</Tag>
            <span class="row__meta">{meta}</span>
            <div class="row__actions cluster">
                <button class="link-button" type="button" aria-label=label on:click=press>{m::writing::confirm()}</button>
                <a class="link-button" href=routes::knowledge_edit(&id, "") aria-label=edit>{m::writing::edit()}</a>
            </div>
        </li>
    };
    (id, view.into_any())
}

fn retired(acts: Acts, article: &RetiredArticle) -> Row {
    let id = article.id.to_string();
    let meta = m::writing::by(&article.retired_by.name, &format::when(article.retired_at));
    let why = article.comment.clone().map(|why| view! { <span class="row__text">{why}</span> });
    let instead = article.replaced_by.as_ref().map(|other| {
        let href = routes::answer(other.id.as_str());
        view! { <a class="link" href=href>{m::writing::gone_instead(&other.title)}</a> }
    });
    let label = m::writing::put_back_of(&article.title);
    let is_back = m::writing::is_back(&article.title);
    let press = press(acts, WritingAction::PutBack, (article.id.clone(), article.version), is_back);
    let view = view! {
        <li class="list__row">
            <a class="row__title" href=routes::answer(&id)>{article.title.clone()}</a>
            {why}
            <span class="row__meta">{meta}</span>
            <div class="row__actions cluster">
                <button class="link-button" type="button" aria-label=label on:click=press>{m::writing::put_back()}</button>
                {instead}
            </div>
        </li>
    };
    (id, view.into_any())
}

/// Does something with an article of a list, and says `done`.
fn press(
    acts: Acts,
    action: WritingAction,
    (article, version): (ArticleId, u64),
    done: String,
) -> impl Fn(leptos::ev::MouseEvent) + Clone + 'static {
    move |_| {
        let (article, done) = (article.clone(), done.clone());
        let said = format!("{article} {version}");
        let Some(key) = acts.doing.begin(action.as_str(), &said) else { return };
        spawn_local(async move {
            let input = ArticleActionInput::default();
            let outcome = act_on_article((article, version), action, &input, &key).await;
            if !acts.doing.end(outcome.as_ref().err()) || outcome.is_err() {
                return;
            }
            acts.done.update(|done| *done = done.wrapping_add(1));
            acts.announcer.say(done);
            if let Some(head) = acts.head.get_untracked() {
                // It is on the page, so it takes the focus.
                let _ = head.focus();
            }
        });
    }
}
