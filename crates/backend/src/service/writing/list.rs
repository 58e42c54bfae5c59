//! The articles that somebody has to do with.

use super::{actor, wire::summary, writer};
use crate::{
    config::limits,
    content::{Article, Retired},
    service::{Ctx, Failure, learning, paging, refs, requests},
    store::{Conn, articles, proposals},
};
use chrono::TimeDelta;
use guichet_contract::types::{ArticleRef, KeptArticle, KnowledgeWork, Page, PartQuery, RetiredArticle};
use guichet_rules::{
    article::{ProposalState, WritingAction, may_review, permit},
    ids::ArticleId,
    person::Person,
    review,
};
use std::{cmp::Reverse, collections::BTreeMap};

/// More than anybody writes at a time; the oldest are left out.
const MINE: u32 = 100;
/// More than wait in a company that looks at them at all.
const WAITING: u32 = 1_000;
/// So long somebody sees what became of their text.
const TOLD: TimeDelta = TimeDelta::days(30);

/// What whoever asks writes, decides on and keeps right.
pub async fn work(ctx: &Ctx) -> Result<KnowledgeWork, Failure> {
    let me = writer(ctx)?;
    let mut conn = ctx.app.store.read().await?;
    let mine = proposals::by(&mut conn, &me.id, MINE).await?;
    let waiting = proposals::proposed(&mut conn, WAITING).await?;
    let versions = versions(&mut conn).await?;

    let told = ctx.now - TOLD;
    let is_over = |state| matches!(state, ProposalState::Published | ProposalState::Rejected);
    let recent = mine.iter().filter(|text| !is_over(text.state) || text.changed_at > told);
    let mut to_review = Vec::new();
    for text in &waiting {
        if permit(text.state, WritingAction::Publish, actor(ctx, text)?).is_ok() {
            to_review.push(summary(ctx, text));
        }
    }
    let first = PartQuery { limit: Some(limits::PAGE_SIZE), cursor: None };
    Ok(KnowledgeWork {
        mine: recent.map(|text| summary(ctx, text)).collect(),
        to_review,
        due: part_of_due(ctx, me, &versions, &first)?.items,
        retired: part_of_retired(ctx, me, &versions, &first)?.items,
        keeps: learning::is_keeper(ctx),
    })
}

/// Counts what was done with each article as a whole.
type Versions = BTreeMap<ArticleId, u64>;

async fn versions(conn: &mut Conn) -> Result<Versions, Failure> {
    let standings = articles::standings(conn).await?;
    Ok(standings.into_iter().map(|standing| (standing.article, standing.version)).collect())
}

/// What whoever asks keeps right, and has to look at soon.
pub async fn due(ctx: &Ctx, query: &PartQuery) -> Result<Page<KeptArticle>, Failure> {
    let me = writer(ctx)?;
    let versions = versions(&mut *ctx.app.store.read().await?).await?;
    part_of_due(ctx, me, &versions, query)
}

/// What whoever asks kept right, and nobody reads any more.
pub async fn retired(ctx: &Ctx, query: &PartQuery) -> Result<Page<RetiredArticle>, Failure> {
    let me = writer(ctx)?;
    let versions = versions(&mut *ctx.app.store.read().await?).await?;
    part_of_retired(ctx, me, &versions, query)
}

fn part_of_due(
    ctx: &Ctx,
    me: &Person,
    versions: &Versions,
    query: &PartQuery,
) -> Result<Page<KeptArticle>, Failure> {
    let today = requests::today(&ctx.company, &me.id, ctx.now);
    let kept = ctx.company.kept_articles().filter(|kept| may_review(me, Some(kept.0)));
    let kept = kept.flat_map(|(_, articles)| articles);
    let mut near: Vec<&Article> = kept
        .filter(|article| review::standing(article.review_due(), today) != review::Standing::Fresh)
        .collect();
    near.sort_by_cached_key(|article| (article.review_due(), article.head.title.to_lowercase()));
    paging::slice(&near, query.limit, query.cursor.as_deref(), |article| {
        wire_of_due(ctx, article, versions.get(&article.id).copied().unwrap_or(0))
    })
}

fn part_of_retired(
    ctx: &Ctx,
    me: &Person,
    versions: &Versions,
    query: &PartQuery,
) -> Result<Page<RetiredArticle>, Failure> {
    let gone = ctx.company.retired.values();
    let mut gone: Vec<&Retired> =
        gone.filter(|retired| may_review(me, Some(&retired.article.head.owner))).collect();
    gone.sort_by_key(|retired| Reverse(retired.at));
    paging::slice(&gone, query.limit, query.cursor.as_deref(), |retired| {
        wire_of_retired(ctx, retired, versions.get(&retired.article.id).copied().unwrap_or(0))
    })
}

fn wire_of_due(ctx: &Ctx, article: &Article, version: u64) -> KeptArticle {
    KeptArticle {
        id: article.id.clone(),
        title: article.head.title.clone(),
        owner: refs::group(&ctx.company, &article.head.owner),
        reviewed: article.head.reviewed,
        review_due: article.review_due(),
        version,
    }
}

/// A retired article, as in a list; `version` counts what was done with it as a whole.
pub(super) fn wire_of_retired(ctx: &Ctx, retired: &Retired, version: u64) -> RetiredArticle {
    let Retired { article, at, by, comment, replaced_by } = retired;
    RetiredArticle {
        id: article.id.clone(),
        title: article.head.title.clone(),
        owner: refs::group(&ctx.company, &article.head.owner),
        retired_at: *at,
        retired_by: refs::person(&ctx.company, by),
        comment: comment.clone(),
        replaced_by: replaced_by.as_ref().and_then(|id| replacement(ctx, id)),
        version,
    }
}

/// What to read instead of a retired article, if whoever asks may read it.
pub(in crate::service) fn replacement(ctx: &Ctx, id: &ArticleId) -> Option<ArticleRef> {
    let me = ctx.me().ok()?;
    let article = ctx.company.article(id).filter(|article| article.is_visible_to(me))?;
    Some(ArticleRef { id: id.clone(), title: article.head.title.clone() })
}
