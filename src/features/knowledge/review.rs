//! Says to those who keep an article right that somebody has to look at it.

use crate::{
    api::Query,
    format,
    i18n::m,
    routes,
    session::{Feature, use_session},
    ui::{Notice, Tone},
};
use guichet_contract::types::Article;
use guichet_rules::review::{self, Standing};
use leptos::prelude::*;

/// The way to how their answers do; nothing for everybody else.
pub(super) fn figures(article: Query<Article>) -> AnyView {
    let session = use_session();
    let keeps = Memo::new(move |_| {
        session.offers(Feature::Learning)
            && article.with(|article| article.is_some_and(|article| article.keeper))
    });
    let link = move || {
        keeps.get().then(|| {
            let href = routes::knowledge_figures("", "");
            view! { <p class="no-print"><a class="link" href=href>{m::learning::figures()}</a></p> }
        })
    };
    link.into_any()
}

/// The notice; nothing for everybody else, and while the day is far.
pub(super) fn review(article: Query<Article>) -> AnyView {
    let due = Memo::new(move |_| {
        article
            .with(|article| article.filter(|article| article.keeper).and_then(|article| article.review_due))
    });
    let note = move || {
        let due = due.get()?;
        let day = format::date(due);
        let (title, tone) = match review::standing(due, format::today()) {
            Standing::Fresh => return None,
            Standing::Soon => (m::knowledge::review_soon(&day), Tone::Info),
            Standing::Overdue => (m::knowledge::review_overdue(&day), Tone::Warn),
        };
        let note = view! {
            <div class={"no-print"}>
                <Notice title=title tone=tone>
                    <p>{m::knowledge::review_text()}</p>
                    {way(article)}
                </Notice>
            </div>
        };
        Some(note)
    };
    note.into_any()
}

/// Where it is looked after.
fn way(article: Query<Article>) -> Option<AnyView> {
    let id = article.get_untracked().filter(|article| article.editable)?.summary.id;
    let offered = untrack(|| use_session().offers(Feature::Writing));
    let link = || {
        let href = routes::knowledge_edit(id.as_str(), "");
        view! { <p><a class="link" href=href>{m::writing::look_after()}</a></p> }.into_any()
    };
    offered.then(link)
}
