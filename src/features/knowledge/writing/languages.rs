//! The languages of an article while it is changed: in each it is a text of its own.

use crate::{
    api::Query,
    i18n::m,
    language, routes,
    ui::{Notice, Tone},
};
use guichet_contract::types::{ArticleSource, WritingOptions};
use leptos::prelude::*;

/// That it is to be translated, where it is, and the ways to its other languages.
pub(super) fn languages(options: Query<WritingOptions>, source: &ArticleSource) -> AnyView {
    let own = language::name_here(&source.language);
    // What somebody has begun stands there in the place of the other text.
    let is_there = source.version > 0 || source.proposal.is_some();
    let translate = (!is_there).then(|| {
        let (title, text) = (m::writing::translate(&own), m::writing::translate_text(&own));
        view! { <Notice title=title tone=Tone::Info><p>{text}</p></Notice> }
    });
    let written = source.language.clone();
    let others = Memo::new(move |_| {
        let all = options.with(|options| options.map(|options| options.languages.clone()));
        let others = all.unwrap_or_default().into_iter().filter(|other| *other != written);
        others.collect::<Vec<String>>()
    });
    let article = source.article.to_string();
    let link = move |other: String| {
        let href = routes::knowledge_edit(&article, &other);
        // In its own words, so that whoever writes it finds it.
        let name = language::name(&other, &other);
        view! { <a class="link" href=href lang=other.clone() hreflang=other>{name}</a> }.into_any()
    };
    let links = move || {
        let links: Vec<AnyView> = others.get().into_iter().map(&link).collect();
        (!links.is_empty())
            .then(|| view! { <p class="cluster"><span>{m::writing::other_languages()}</span>{links}</p> })
    };
    view! { {translate} {links} }.into_any()
}
