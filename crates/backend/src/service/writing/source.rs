//! An article, for whoever is about to change it.

use super::{about::seen, wire::content_of};
use crate::{
    content::{Article, Company},
    service::{Ctx, Failure, knowledge, requests},
    store::proposals,
};
use guichet_contract::types::{ArticleLanguage, ArticleSource};
use guichet_rules::{article::may_write, ids::ArticleId};

/// The article as it is published, and what whoever asks is writing about it already.
pub async fn source(ctx: &Ctx, id: &ArticleId, wanted: &ArticleLanguage) -> Result<ArticleSource, Failure> {
    let reading = knowledge::reading(ctx, wanted);
    let article = editable(ctx, reading, id)?;
    let me = &ctx.me()?.id;
    let mut conn = ctx.app.store.read().await?;
    // What somebody reads is what they change. They translate it where they ask for another language.
    let language = if wanted.language.is_some() { &reading.language } else { &article.language };
    let open = proposals::open_by(&mut conn, me, id, language).await?;
    let mut content = seen(ctx, content_of(article), id)?;
    // A day that is over is none to go on with.
    let today = requests::today(&ctx.company, me, ctx.now);
    content.review_by = content.review_by.filter(|day| *day > today);
    Ok(ArticleSource {
        article: id.clone(),
        language: language.clone(),
        // Where it is not there in this language yet, what there is stands in: something to translate.
        version: if article.language == *language { article.version() } else { 0 },
        content,
        proposal: open.map(|proposal| proposal.id),
    })
}

/// The article as `reading` has it, if whoever asks may propose a change.
pub(super) fn editable<'c>(ctx: &Ctx, reading: &'c Company, id: &ArticleId) -> Result<&'c Article, Failure> {
    let article = knowledge::visible(ctx, reading, id)?;
    if may_write(ctx.me()?, Some(&article.head.owner)) { Ok(article) } else { Err(Failure::NotFound) }
}
