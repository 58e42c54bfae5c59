//! What is done with an article as a whole, in all its languages: confirmed, retired, put back.

use super::{keeper, wire::permissions};
use crate::{
    config::limits,
    service::{
        Ctx, Failure, Write,
        input::{invalid, is_longer, text, too_long},
        requests,
    },
    store::articles::{self, Standing},
    words::Words,
};
use guichet_contract::types::{ArticleActionInput, ArticleStanding};
use guichet_rules::{
    article::{Actor, ProposalState, WritingAction, may_review, permit},
    ids::ArticleId,
};

/// Where an article stands, for those who keep it right.
pub async fn standing(ctx: &Ctx, id: &ArticleId) -> Result<ArticleStanding, Failure> {
    let actor = reviewer(ctx, id)?;
    let mut conn = ctx.app.store.read().await?;
    let kept = articles::find_standing(&mut conn, id).await?;
    Ok(wire(id, kept.as_ref(), actor))
}

/// Does something with an article. `has_seen` says whether whoever asks has seen a version of its standing.
pub async fn act_on_article(
    ctx: &Ctx,
    write: &mut Write,
    id: &ArticleId,
    action: &str,
    input: &ArticleActionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<ArticleStanding, Failure> {
    let action = WritingAction::named(action).ok_or(Failure::NotFound)?;
    let actor = reviewer(ctx, id)?;
    let kept = articles::find_standing(write.conn()?, id).await?;
    if !has_seen(kept.as_ref().map_or(0, |kept| kept.version)) {
        let current = wire(id, kept.as_ref(), actor);
        return Err(Failure::Stale(serde_json::to_value(current).map_err(Failure::internal)?));
    }
    permit(state(kept.as_ref()), action, actor)?;
    let comment = text(input.comment.as_deref());
    if comment.as_ref().is_some_and(|comment| is_longer(comment, limits::TEXT_CHARS)) {
        return Err(Failure::Invalid(vec![too_long(ctx, "/comment", limits::TEXT_CHARS)]));
    }
    let replaced_by = input.replaced_by.as_ref();
    if replaced_by.is_some_and(|other| other == id || !ctx.company.articles.contains_key(other)) {
        return Err(invalid(ctx, "/replaced_by", "unknown", Words::NoReplacement));
    }
    let me = ctx.me()?.id.clone();
    let today = requests::today(&ctx.company, &me, ctx.now);
    let retires = action == WritingAction::Retire;
    let standing = Standing {
        article: id.clone(),
        version: kept.as_ref().map_or(0, |kept| kept.version) + 1,
        reviewed_on: match action {
            WritingAction::Confirm => Some(today),
            _ => kept.and_then(|kept| kept.reviewed_on),
        },
        retired_at: retires.then_some(ctx.now),
        person: me,
        comment,
        replaced_by: replaced_by.filter(|_| retires).cloned(),
    };
    articles::put_standing(write.conn()?, &standing).await?;
    Ok(wire(id, Some(&standing), actor))
}

/// Whoever asks, if they keep the article right; nobody else hears of its standing.
fn reviewer(ctx: &Ctx, id: &ArticleId) -> Result<Actor, Failure> {
    let owner = keeper(&ctx.company, id).ok_or(Failure::NotFound)?;
    if !may_review(ctx.me()?, Some(owner)) {
        return Err(Failure::NotFound);
    }
    Ok(Actor { reviewer: true, ..Actor::default() })
}

/// Where an article stands of which `kept` is what people did with it.
pub(super) fn state(kept: Option<&Standing>) -> ProposalState {
    match kept.and_then(|kept| kept.retired_at) {
        Some(_) => ProposalState::Retired,
        None => ProposalState::Published,
    }
}

fn wire(id: &ArticleId, kept: Option<&Standing>, actor: Actor) -> ArticleStanding {
    let state = state(kept);
    ArticleStanding {
        article: id.clone(),
        state,
        version: kept.map_or(0, |kept| kept.version),
        actions: permissions(state, actor),
    }
}
