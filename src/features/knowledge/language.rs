//! Languages of an article: which it is in, and which others there are.

use super::address::Address;
use crate::{
    api::Query,
    i18n::{self, m, primary},
    language::{name, name_here},
    routes,
    ui::{Notice, Tone},
};
use guichet_contract::types::Article;
use leptos::prelude::*;

/// Says so where the article is not there in the reader's language.
pub(super) fn note(article: Query<Article>) -> AnyView {
    let language = Memo::new(move |_| {
        article.with(|article| article.filter(|article| is_missing(article)).map(|a| a.language.clone()))
    });
    let note = move || {
        let name = name_here(&language.get()?);
        Some(view! { <Notice title=m::knowledge::other_language(&name) tone=Tone::Info/> })
    };
    note.into_any()
}

fn is_missing(article: &Article) -> bool {
    let own = primary(&i18n::language());
    primary(&article.language) != own && !article.languages.iter().any(|there| primary(there) == own)
}

/// Links to the article in the other languages that it is there in; nothing where there are none.
pub(super) fn switch(article: Query<Article>, address: Address) -> AnyView {
    let others = Memo::new(move |_| {
        article.with(|article| {
            let article = article?;
            let languages = article.languages.iter().filter(|there| **there != article.language);
            Some(languages.cloned().collect::<Vec<String>>()).filter(|others| !others.is_empty())
        })
    });
    let link = move |language: String| {
        // In its own words, so that whoever reads it finds it.
        let name = name(&language, &language);
        let asked = if primary(&language) == primary(&i18n::language()) { "" } else { language.as_str() };
        let href = routes::answer_in(address.id().as_str(), asked);
        view! { <a class="link" href=href lang=language.clone() hreflang=language>{name}</a> }.into_any()
    };
    let links = move || {
        let links: Vec<AnyView> = others.get()?.into_iter().map(link).collect();
        Some(view! { <p class="cluster no-print"><span>{m::knowledge::also_in()}</span>{links}</p> })
    };
    links.into_any()
}
