//! Articles that are written, as they travel.

use super::{about::seen, actor, published};
use crate::{
    content::Article,
    service::{Ctx, Failure, refs},
    store::{
        Conn, articles,
        proposals::{self, Proposal, Remark},
    },
};
use guichet_contract::types::{self, ArticleContent, ProposalRemark, ProposalSummary, WritingPermission};
use guichet_rules::article::{Actor, ProposalState, WritingAction, next, permit};

/// What an article says.
pub(super) fn content_of(article: &Article) -> ArticleContent {
    let head = &article.head;
    ArticleContent {
        title: head.title.clone(),
        summary: head.summary.clone(),
        keywords: head.keywords.clone(),
        services: Some(head.services.clone()),
        items: Some(head.items.clone()),
        category: Some(head.category.clone()),
        owner: Some(head.owner.clone()),
        visible_to: head.visible_to.clone(),
        review_by: article.review_by,
        body: article.body.clone(),
    }
}

/// A proposal, as in a list.
pub(super) fn summary(ctx: &Ctx, proposal: &Proposal) -> ProposalSummary {
    ProposalSummary {
        id: proposal.id.clone(),
        article: proposal.article.clone(),
        language: proposal.language.clone(),
        title: proposal.content.title.clone(),
        state: proposal.state,
        author: refs::person(&ctx.company, &proposal.author),
        changed_at: proposal.changed_at,
        is_new: published(ctx, &proposal.article, &proposal.language).is_none(),
    }
}

/// A proposal, whole.
pub(super) async fn wire(
    ctx: &Ctx,
    conn: &mut Conn,
    proposal: &Proposal,
) -> Result<types::Proposal, Failure> {
    let remark = |remark: Remark| ProposalRemark {
        at: remark.at,
        by: refs::person(&ctx.company, &remark.person),
        action: remark.action,
        comment: remark.comment,
    };
    let remarks = proposals::remarks(conn, &proposal.id).await?;
    let before = published(ctx, &proposal.article, &proposal.language).map(content_of);
    let before = before.map(|before| seen(ctx, before, &proposal.article)).transpose()?;
    Ok(types::Proposal {
        summary: summary(ctx, proposal),
        version: proposal.version,
        base: proposal.base,
        published: newest(ctx, conn, proposal).await?,
        content: seen(ctx, proposal.content.clone(), &proposal.article)?,
        before,
        remarks: remarks.into_iter().map(remark).collect(),
        actions: permissions(proposal.state, actor(ctx, proposal)?),
    })
}

/// The version of its article that is published now; 0 where there is none. Another call may have published a moment ago, so
/// the store is asked too.
pub(super) async fn newest(ctx: &Ctx, conn: &mut Conn, proposal: &Proposal) -> Result<u32, Failure> {
    let shown = published(ctx, &proposal.article, &proposal.language).map_or(0, Article::version);
    Ok(shown.max(articles::newest(conn, &proposal.article, &proposal.language).await?))
}

/// What can be done in a state, and why not. What makes no sense there is left out.
pub(super) fn permissions(state: ProposalState, actor: Actor) -> Vec<WritingPermission> {
    let permission = |action: WritingAction| {
        let reason = permit(state, action, actor).err();
        WritingPermission { action, allowed: reason.is_none(), reason }
    };
    WritingAction::ALL.into_iter().filter(|action| next(state, *action).is_some()).map(permission).collect()
}
