//! An article over the form, which stays as it is. Without a connection it is the copy of when it was read before.

use super::Deflect;
use crate::{
    api::{Query, query},
    copies::Copies,
    i18n::m,
    markdown::sized,
    routes,
    ui::{Button, ButtonKind, Dialog, Skeleton, SkeletonKind},
    view::{failed, retired_notice, retired_words},
};
use guichet_contract::{
    Code,
    endpoints::{ArticlePath, GetArticle},
    types::{Article, ArticleLanguage, RetiredNotice},
};
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;

/// The dialog; nothing while no article is read.
pub(super) fn reader(deflect: Deflect) -> AnyView {
    let open = RwSignal::new(false);
    let reading = Reading::of(deflect);
    Effect::new(move || open.set(deflect.reading.with(Option::is_some)));
    Effect::new(move || {
        if !open.get() && deflect.reading.with_untracked(Option::is_some) {
            deflect.reading.set(None);
        }
    });
    let title = Signal::derive(move || reading.title());
    let readable = Memo::new(move |_| reading.is_readable());
    view! {
        <Dialog open=open title=title close_label=m::shell::close() class="dialog--wide">
            {move || reading.content()}
            {move || if readable.get() { actions(deflect) } else { None }}
        </Dialog>
    }
    .into_any()
}

/// The article that is read, and where it stands.
#[derive(Clone, Copy)]
struct Reading {
    deflect: Deflect,
    article: Query<Article>,
    copies: Copies,
    /// It, or a copy of it, is there: what was read before is not it.
    there: Memo<bool>,
    /// It was retired.
    gone: Memo<Option<RetiredNotice>>,
    /// There is no such article, or not for this person.
    missing: Memo<bool>,
    /// It did not come, and there is no copy that may be about to be shown.
    lost: Memo<bool>,
}

impl Reading {
    fn of(deflect: Deflect) -> Self {
        let article = query::<GetArticle>(move || {
            let article = deflect.reading.get()?;
            Some((ArticlePath { article }, ArticleLanguage::default()))
        });
        let there = Memo::new(move |_| {
            let reading = deflect.reading.get();
            reading.is_some()
                && article.with(|article| article.map(|article| article.summary.id.clone())) == reading
        });
        let gone = Memo::new(move |_| {
            deflect
                .reading
                .get()
                .and_then(|id| retired_notice(article.error()).filter(|notice| notice.id == id))
        });
        // What went wrong with one article says nothing about the next.
        let failed_of = RwSignal::new(None::<ArticleId>);
        Effect::new(move || {
            if !article.loading() {
                failed_of.set(article.error().and_then(|_| deflect.reading.get_untracked()));
            }
        });
        let is_failed = Memo::new(move |_| {
            failed_of.with(|failed| failed.is_some()) && failed_of.get() == deflect.reading.get()
        });
        // Of the one that failed alone: the next one may be on its way.
        let wanted =
            Signal::derive(move || Some((failed_of.get().filter(|_| is_failed.get())?, String::new())));
        let copies = Copies::over(article, wanted);
        let missing = Memo::new(move |_| {
            is_failed.get() && article.error().is_some_and(|error| error.code() == Some(Code::NotFound))
        });
        let lost = Memo::new(move |_| is_failed.get() && !there.get() && !copies.is_there());
        Self { deflect, article, copies, there, gone, missing, lost }
    }

    fn title(self) -> String {
        if self.missing.get() {
            return m::knowledge::missing_title();
        }
        if self.gone.with(Option::is_some) {
            return m::writing::gone();
        }
        if self.lost.get() {
            return m::shell::answers();
        }
        let title = self.article.with(|article| article.map(|article| article.summary.title.clone()));
        title.filter(|_| self.there.get()).unwrap_or_else(m::shell::loading)
    }

    fn content(self) -> AnyView {
        if let Some(notice) = self.gone.get() {
            return retired(notice, self.deflect);
        }
        // Also where a copy of it was shown.
        if self.missing.get() {
            return view! { <p>{m::learning::withdrawn()}</p> }.into_any();
        }
        if self.there.get() {
            return untrack(|| text(self.article, self.copies, self.deflect));
        }
        if self.lost.get() {
            return failed(self.article);
        }
        view! { <Skeleton kind=SkeletonKind::Lines count=6/> }.into_any()
    }

    /// Nobody was helped by what they could not read, or not yet.
    fn is_readable(self) -> bool {
        self.there.get() && self.gone.with(Option::is_none) && !self.missing.get()
    }
}

/// When that was, why, and what to read instead: over the form, as the article would have been.
fn retired(notice: RetiredNotice, deflect: Deflect) -> AnyView {
    let (said, why) = retired_words(&notice);
    let why = why.map(|why| view! { <p>{why}</p> });
    let instead = notice.replaced_by.map(|other| {
        let words = m::writing::gone_instead(&other.title);
        let open = Callback::new(move |()| deflect.reading.set(Some(other.id.clone())));
        view! {
            <div class="form__actions">
                <Button kind=ButtonKind::Primary on_press=open>{words}</Button>
            </div>
        }
    });
    view! {
        <div class="stack">
            <p>{said}</p>
            {why}
            {instead}
        </div>
    }
    .into_any()
}

fn text(article: Query<Article>, copies: Copies, deflect: Deflect) -> AnyView {
    // The article may come after its copy.
    let part = |look: fn(&Article) -> &String| {
        Memo::new(move |_| article.with(|article| article.map(look).cloned().unwrap_or_default()))
    };
    let (language, body) = (part(|article| &article.language), part(|article| &article.body));
    let pictures = Memo::new(move |_| {
        article.with(|article| article.map(|article| article.pictures.clone()).unwrap_or_default())
    });
    view! {
        <div class="stack">
            {copies.note()}
            <div class="prose" lang=move || language.get() on:click=move |ev| deflect.follow(&ev)>
                {move || pictures.with(|pictures| body.with(|body| sized(body, pictures)))}
            </div>
        </div>
    }
    .into_any()
}

fn actions(deflect: Deflect) -> Option<AnyView> {
    let id = deflect.reading.get()?;
    let href = routes::answer(id.as_str());
    let solved = Callback::new(move |()| {
        deflect.reading.set(None);
        deflect.solving.press(&id);
    });
    let view = view! {
        <div class="form__actions">
            <Button kind=ButtonKind::Primary on_press=solved>{m::learning::solved()}</Button>
            <a class="link" href=href target="_blank" rel="noopener">{m::learning::new_tab()}</a>
        </div>
    };
    Some(view.into_any())
}
