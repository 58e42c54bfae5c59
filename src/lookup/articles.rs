//! Articles, looked up as people and things are.

use super::Finding;
use crate::api::fetch_once;
use guichet_contract::{
    NoPath,
    endpoints::ListArticles,
    types::{ArticleQuery, ArticleSummary, Lookup, LookupQuery},
};
use std::collections::BTreeMap;

/// Looks an article up by words; without any, the first by title.
pub fn look_up_article(asked: LookupQuery) -> Finding {
    let words = asked.q.filter(|words| !words.trim().is_empty());
    let query = ArticleQuery { q: words, limit: asked.limit, ..ArticleQuery::default() };
    Box::pin(async move {
        let page = fetch_once::<ListArticles>(&NoPath {}, &query).await?;
        let found = |article: ArticleSummary| Lookup {
            id: article.id.to_string(),
            label: article.title,
            hint: Some(article.category_name),
            facts: BTreeMap::new(),
        };
        Ok(page.items.into_iter().map(found).collect())
    })
}
