//! Which article, and in which language, going by the address.

use crate::{
    router::{use_location, use_params_map, use_query_map},
    routes,
};
use guichet_contract::types::ArticleLanguage;
use guichet_rules::ids::ArticleId;
use leptos::prelude::*;

/// The article of the page and the language that somebody asked for it in.
#[derive(Clone, Copy)]
pub(super) struct Address {
    id: StoredValue<ArticleId>,
    path: StoredValue<String>,
    /// The language that was asked for; empty for the reader's own.
    pub language: Memo<String>,
}

impl Address {
    /// Of the page at `path`, which shows the article `id`. What the address says once the person is about to leave for
    /// another page is not about this one.
    pub fn new(id: ArticleId, path: String) -> Self {
        let (query, here, path) = (use_query_map(), use_location().pathname, StoredValue::new(path));
        let language = Memo::new(move |before: Option<&String>| {
            let left = path.with_value(|path| here.with(|here| here != path));
            match before {
                Some(before) if left => before.clone(),
                _ => query.with(|query| query.get("language").unwrap_or_default()),
            }
        });
        Self { id: StoredValue::new(id), path, language }
    }

    /// The article that the path names.
    pub fn article() -> Option<ArticleId> {
        // Another article is another page, so the id of this one stays as it is.
        let id = use_params_map().with_untracked(|params| params.get("article"))?;
        ArticleId::new(id).ok()
    }

    /// Which article.
    pub fn id(self) -> ArticleId {
        self.id.get_value()
    }

    /// Whether the person is still on the page.
    pub fn is_here(self) -> bool {
        let here = web_sys::window().and_then(|window| window.location().pathname().ok());
        self.path.try_with_value(|path| here.as_ref() == Some(path)) == Some(true)
    }

    /// The parameter of calls about it.
    pub fn wanted(self) -> ArticleLanguage {
        ArticleLanguage { language: Some(self.language.get()).filter(|language| !language.is_empty()) }
    }

    /// The address of the article, in the language that it is read in.
    pub fn url(self) -> String {
        let language = self.language.get_untracked();
        self.id.with_value(|id| routes::answer_in(id.as_str(), &language))
    }

    /// The address of a part of it.
    pub fn part(self, part: &str) -> String {
        let language = self.language.get_untracked();
        self.id.with_value(|id| routes::answer_part(id.as_str(), &language, part))
    }

    /// The address of its versions, or of one of them.
    pub fn versions(self, version: &str) -> String {
        let language = self.language.get();
        self.id.with_value(|id| routes::answer_versions(id.as_str(), &language, version))
    }
}
