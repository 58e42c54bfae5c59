//! An article that was retired, for whoever looks at it before they put it back.

use super::{article::state, keeper, list::wire_of_retired, wire::permissions};
use crate::{
    service::{Ctx, Failure, knowledge, pictures},
    store::articles,
};
use guichet_contract::types::{ArticleLanguage, RetiredText};
use guichet_rules::{
    article::{Actor, may_review},
    ids::ArticleId,
};

/// What the article said, in the language that it is wanted in, if whoever asks may still read it.
pub async fn retired_text(
    ctx: &Ctx,
    id: &ArticleId,
    wanted: &ArticleLanguage,
) -> Result<RetiredText, Failure> {
    let me = ctx.me()?;
    let retired = knowledge::reading(ctx, wanted).retired_for(id, me).ok_or(Failure::NotFound)?;
    let mut conn = ctx.app.store.read().await?;
    // Somebody may have put it back a moment ago: then there is nothing to be done.
    let kept = articles::find_standing(&mut conn, id).await?;
    let actor = Actor { reviewer: may_review(me, keeper(&ctx.company, id)), ..Actor::default() };
    let article = &retired.article;
    Ok(RetiredText {
        of: wire_of_retired(ctx, retired, kept.as_ref().map_or(0, |kept| kept.version)),
        language: article.language.clone(),
        summary: article.head.summary.clone(),
        body: article.body.clone(),
        pictures: pictures::sizes(ctx, &mut conn, id, &article.body).await?,
        actions: permissions(state(kept.as_ref()), actor),
    })
}
