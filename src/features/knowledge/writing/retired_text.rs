//! An answer that was retired, for those who write: what it said, and the way to put it back.

use super::{
    actions::{Doing, act_on_article},
    remarks::tag,
};
use crate::{
    api::{Query, query},
    features::knowledge::answer::missing,
    format,
    i18n::m,
    markdown::sized,
    page::PageTitle,
    routes,
    ui::{AnnouncerHandle, Breadcrumb, Button, ButtonKind, Crumb, Notice, Tone, use_announcer},
    view::page_of,
};
use guichet_contract::{
    endpoints::{GetRetiredArticle, RetiredArticlePath},
    types::{
        ArticleActionInput, ArticleLanguage, RetiredArticle, RetiredNotice, RetiredText, WritingPermission,
    },
};
use guichet_rules::article::{ProposalState, WritingAction};
use leptos::{prelude::*, task::spawn_local};

/// Putting it back.
#[derive(Clone, Copy)]
struct Back {
    text: Query<RetiredText>,
    /// Whether its text is asked for: not while it is put back, since then it is no longer among what was retired.
    asks: RwSignal<bool>,
    doing: Doing,
    announcer: AnnouncerHandle,
}

/// The page, in the place of the answer that `notice` is about. Once it was put back, whoever shows this gets the answer.
pub(in crate::features::knowledge) fn retired_text(
    notice: RetiredNotice,
    wanted: Signal<ArticleLanguage>,
) -> AnyView {
    let asks = RwSignal::new(true);
    let article = notice.id;
    let text = query::<GetRetiredArticle>(move || {
        asks.get().then(|| (RetiredArticlePath { article: article.clone() }, wanted.get()))
    });
    let back = Back { text, asks, doing: Doing::new(), announcer: use_announcer() };
    let title = notice.title;
    page_of(text, move || head(text, title.clone()), move || untrack(|| body(back)), missing)
}

/// `title` is what it was called to who asked for it, until its text is there.
fn head(text: Query<RetiredText>, title: String) -> AnyView {
    let title = Signal::derive(move || {
        text.with(|text| text.map(|text| text.of.title.clone())).unwrap_or_else(|| title.clone())
    });
    let crumbs = vec![
        Crumb::new(m::shell::answers(), routes::answers("", "")),
        Crumb::new(m::writing::work_title(), routes::knowledge_work()),
    ];
    view! {
        <Breadcrumb label=m::shell::breadcrumb() crumbs=crumbs/>
        <div class="page__head">
            <div lang=move || language(text)><PageTitle text=title/></div>
            {tag(ProposalState::Retired)}
        </div>
    }
    .into_any()
}

fn language(text: Query<RetiredText>) -> Option<String> {
    text.with(|text| text.map(|text| text.language.clone()))
}

fn body(back: Back) -> AnyView {
    let text = back.text;
    let of = move |look: fn(&RetiredText) -> String| {
        Memo::new(move |_| text.with(|text| text.map(look).unwrap_or_default()))
    };
    let (said, prose) = (of(|text| since(&text.of)), of(|text| text.body.clone()));
    let pictures =
        Memo::new(move |_| text.with(|text| text.map(|text| text.pictures.clone()).unwrap_or_default()));
    let shown = move || pictures.with(|pictures| prose.with(|body| sized(body, pictures)));
    let about = move || text.with(|text| text.map(|text| about(&text.of)));
    let not_theirs = Signal::derive(move || {
        text.with(|text| {
            let text = text.filter(|it| !WritingPermission::allows(&it.actions, WritingAction::PutBack))?;
            Some(m::writing::put_back_by(&text.of.owner.name))
        })
    });
    let busy = back.doing.is_busy(WritingAction::PutBack.as_str());
    let press = Callback::new(move |()| put_back(back));
    view! {
        <article class="article stack">
            <Notice title=said tone=Tone::Warn>
                <p>{m::writing::retired_unseen()}</p>
                {about}
            </Notice>
            <div class={"no-print"}>
                <Button kind=ButtonKind::Primary busy=busy disabled_reason=not_theirs on_press=press>
                    {m::writing::put_back()}
                </Button>
                {back.doing.failure()}
            </div>
            <div class="prose" lang=move || language(text)>{shown}</div>
        </article>
    }
    .into_any()
}

fn since(article: &RetiredArticle) -> String {
    let when = format::day_of(article.retired_at);
    m::writing::retired_since(&article.retired_by.name, &when)
}

/// Why it was retired, and what replaces it, as far as somebody said so.
fn about(article: &RetiredArticle) -> AnyView {
    let why = article.comment.as_deref().filter(|why| !why.is_empty()).map(m::writing::gone_why);
    let why = why.map(|why| view! { <p>{why}</p> });
    let instead = article.replaced_by.as_ref().map(|other| {
        let href = routes::answer(other.id.as_str());
        view! { <p><a class="link" href=href>{m::writing::replaced_by(&other.title)}</a></p> }
    });
    view! { {why} {instead} }.into_any()
}

fn put_back(back: Back) {
    let Some(article) = back.text.get_untracked().map(|text| text.of) else { return };
    let action = WritingAction::PutBack;
    let said = format!("{} {}", article.id, article.version);
    let Some(key) = back.doing.begin(action.as_str(), &said) else { return };
    // Others, and this page, may hear that it is back before the call is answered.
    back.asks.set(false);
    spawn_local(async move {
        let input = ArticleActionInput::default();
        let outcome = act_on_article((article.id, article.version), action, &input, &key).await;
        if outcome.is_ok() {
            back.announcer.say(m::writing::is_back(&article.title));
        }
        if back.doing.end(outcome.as_ref().err()) && outcome.is_err() {
            // It may not be as it was shown.
            back.asks.set(true);
        }
    });
}
