//! What is known to be wrong with the services that an answer is about, and how to do without.

use crate::{api::Query, format, i18n::m, markdown::markdown};
use guichet_contract::types::{Article, KnownError};
use leptos::prelude::*;

/// Each known error, opened by whoever has it; nothing where there are none.
pub(super) fn known_errors(article: Query<Article>) -> AnyView {
    let errors = Memo::new(move |_| {
        article.with(|article| article.map(|article| article.known_errors.clone()).unwrap_or_default())
    });
    let section = move || {
        let errors = errors.get();
        (!errors.is_empty()).then(|| {
            let rows: Vec<AnyView> = errors.into_iter().map(row).collect();
            view! {
                <section class="notice notice--warn" aria-label=m::knowledge::known_errors()>
                    <p class="notice__title">{m::knowledge::known_errors()}</p>
                    {rows}
                </section>
            }
        })
    };
    section.into_any()
}

fn row(error: KnownError) -> AnyView {
    let KnownError { title, workaround, services, since, fix, .. } = error;
    let services = services.into_iter().map(|service| service.name).collect::<Vec<_>>().join(", ");
    let facts = format!("{services} · {}", m::knowledge::known_since(&format::date(since)));
    let fix = fix.map(|fix| view! { <p>{m::knowledge::known_fix(&fix)}</p> });
    view! {
        <details>
            <summary>{title}</summary>
            <p class="muted">{facts}</p>
            <div class="prose">{markdown(&workaround)}</div>
            {fix}
        </details>
    }
    .into_any()
}
