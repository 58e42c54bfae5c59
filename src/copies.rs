//! Articles that were read on this device, so that they can be read again where there is no connection.

mod shelf;

use crate::{
    api::Query,
    format,
    i18n::{self, m, primary},
    session::use_session,
    ui::{Button, Notice, Tone},
    view::Standing,
};
use chrono::{DateTime, Utc};
use guichet_contract::{Code, types::Article};
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;
use shelf::Saved;
use std::collections::BTreeSet;

/// The ids of the articles that `person` can read again on this device without a connection.
pub fn kept(person: &str) -> BTreeSet<String> {
    shelf::ids(person)
}

/// Keeps what is read, and shows it where it cannot be fetched. What is no longer there for the reader is kept no more.
#[derive(Clone, Copy)]
pub struct Copies {
    article: Query<Article>,
    /// When what is shown was kept, where it is a copy.
    shown: Memo<Option<DateTime<Utc>>>,
    there: Memo<bool>,
}

impl Copies {
    /// Over `article`, which asks for the one that is `wanted`, in a language: empty for the reader's own.
    pub fn over(article: Query<Article>, wanted: Signal<Option<(ArticleId, String)>>) -> Self {
        let session = use_session();
        let person = Memo::new(move |_| session.person());
        let offline = Memo::new(move |_| article.error().is_some_and(|error| error.is_passing()));
        let find = move || {
            let (id, language) = wanted.get()?;
            let wanted = if language.is_empty() { primary(&i18n::language()) } else { primary(&language) };
            person.with(|person| shelf::find(person, id.as_str(), |language| primary(language) == wanted))
        };
        let copy = Memo::new(move |_| if offline.get() { find() } else { None::<Saved> });
        Effect::new(move || {
            let is_of = |copy: &Saved, article: &Article| {
                copy.id == article.summary.id.as_str()
                    && primary(&copy.language) == primary(&article.language)
            };
            if let Some(copy) = copy.get()
                && !article.with(|article| article.is_some_and(|article| is_of(&copy, article)))
                && let Some(kept) = shelf::read(&copy).filter(|kept| is_of(&copy, kept))
            {
                article.set(kept, None);
            }
        });
        Effect::new(move || {
            let fresh = !article.loading() && article.error().is_none();
            article.with(|article| {
                if let Some(article) = article.filter(|_| fresh) {
                    person.with(|person| shelf::keep(person, article));
                }
            });
        });
        let is_gone = Memo::new(move |_| {
            let why = article.error().and_then(|error| error.code());
            matches!(why, Some(Code::NotFound | Code::Retired))
        });
        Effect::new(move || {
            // Without a connection it would be shown again.
            if let Some((id, _)) = wanted.get().filter(|_| is_gone.get()) {
                person.with(|person| shelf::forget(person, id.as_str()));
                article.status().forget();
            }
        });
        let shown = Memo::new(move |_| copy.with(|copy| copy.as_ref().and_then(Saved::saved_at)));
        let there = Memo::new(move |_| copy.with(Option::is_some));
        Self { article, shown, there }
    }

    /// Whether the article did not come and there is a copy of it.
    pub fn is_there(self) -> bool {
        self.there.get()
    }

    /// Where the article stands: on its way, where it failed and a copy is about to be shown.
    pub fn standing(self, standing: Memo<Standing>) -> Memo<Standing> {
        Memo::new(move |_| match standing.get() {
            Standing::Failed if self.is_there() => Standing::Loading,
            standing => standing,
        })
    }

    /// Says that a copy is shown, how old it is, and what to do.
    pub fn note(self) -> AnyView {
        let retry = Callback::new(move |()| self.article.retry());
        let busy = Signal::derive(move || self.article.loading());
        let note = move || {
            let title = m::knowledge::saved_copy(&format::when(self.shown.get()?));
            let note = view! {
                <div role="status" class={"no-print"}>
                    <Notice title=title tone=Tone::Warn>
                        <p>{m::knowledge::saved_copy_text()}</p>
                        <div class="cluster"><Button small=true busy=busy on_press=retry>{m::common::retry()}</Button></div>
                    </Notice>
                </div>
            };
            Some(note)
        };
        note.into_any()
    }
}
