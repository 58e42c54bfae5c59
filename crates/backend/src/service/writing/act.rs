//! What is done with a proposal: proposed, taken back, thrown away, decided on.

use super::{
    actor, check, links, pictures,
    proposal::{open, stale},
    wire::{newest, wire},
};
use crate::{
    config::limits,
    service::{
        Ctx, Failure, Write,
        input::{invalid, is_longer, text, too_long},
        requests,
    },
    store::{
        article_pictures,
        articles::{self, Version},
        proposals::{self, Proposal, Remark},
    },
    words::Words,
};
use guichet_contract::types::{self, ProposalActionInput, Topic};
use guichet_rules::{
    article::{WritingAction, WritingRefusal, permit},
    ids::ProposalId,
};

/// What came of it.
pub struct Acted {
    /// The proposal as it is now; as it was, where it was thrown away.
    pub proposal: types::Proposal,
    /// Whether people read something else from now on: call [`take_effect`](super::take_effect) once it is kept.
    pub published: bool,
}

/// Does something with a proposal. `has_seen` says whether whoever asks has seen a version of it.
pub async fn act(
    ctx: &Ctx,
    write: &mut Write,
    id: &ProposalId,
    action: &str,
    input: &ProposalActionInput,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<Acted, Failure> {
    let known = WritingAction::named(action).filter(|action| *action != WritingAction::Save);
    let action = known.ok_or(Failure::NotFound)?;
    let mut proposal = open(ctx, write.conn()?, id).await?;
    if !has_seen(proposal.version) {
        return Err(stale(ctx, write.conn()?, &proposal).await);
    }
    let to = permit(proposal.state, action, actor(ctx, &proposal)?)?;
    let comment = comment(ctx, action, input)?;
    let Some(state) = to else {
        let was = wire(ctx, write.conn()?, &proposal).await?;
        article_pictures::let_go(write.conn()?, id, ctx.now).await?;
        proposals::remove(write.conn()?, id).await?;
        return Ok(Acted { proposal: was, published: false });
    };
    let published = action == WritingAction::Publish;
    if published || action == WritingAction::Propose {
        ready(ctx, write, &proposal).await?;
    }
    if action == WritingAction::Propose {
        links::complete(ctx, &proposal)?;
    }
    let me = ctx.me()?.id.clone();
    proposal.state = state;
    proposal.version += 1;
    proposal.changed_at = ctx.now;
    proposals::put(write.conn()?, &proposal).await?;
    let remark = Remark { at: ctx.now, person: me.clone(), action, comment: comment.clone() };
    proposals::remark(write.conn()?, id, &remark).await?;
    if published {
        // Readers see what changed beside the version: who wrote it knows that best.
        let note = proposed_with(write, id).await?.or(comment);
        publish(ctx, write, &proposal, note).await?;
    }
    write.tell(Topic::Content, "", proposal.version, [proposal.author.clone(), me].into()).await?;
    let proposal = wire(ctx, write.conn()?, &proposal).await?;
    Ok(Acted { proposal, published })
}

/// What was said, which some actions need.
fn comment(ctx: &Ctx, action: WritingAction, input: &ProposalActionInput) -> Result<Option<String>, Failure> {
    let comment = text(input.comment.as_deref());
    if comment.as_ref().is_some_and(|comment| is_longer(comment, limits::TEXT_CHARS)) {
        return Err(Failure::Invalid(vec![too_long(ctx, "/comment", limits::TEXT_CHARS)]));
    }
    if action.needs_comment() && comment.is_none() {
        return Err(invalid(ctx, "/comment", "required", Words::Needed));
    }
    Ok(comment)
}

/// Refuses a text that readers would miss something in, and one whose author has not seen what is published now.
async fn ready(ctx: &Ctx, write: &mut Write, proposal: &Proposal) -> Result<(), Failure> {
    let standing = articles::find_standing(write.conn()?, &proposal.article).await?;
    if standing.is_some_and(|standing| standing.retired_at.is_some()) {
        return Err(WritingRefusal::Retired.into());
    }
    if proposal.base != newest(ctx, write.conn()?, proposal).await? {
        return Err(stale(ctx, write.conn()?, proposal).await);
    }
    check::complete(ctx, &proposal.content)?;
    pictures::complete(ctx, write.conn()?, proposal).await
}

/// What its author last said when they proposed it; whoever proposes it again after changes need not repeat it.
async fn proposed_with(write: &mut Write, id: &ProposalId) -> Result<Option<String>, Failure> {
    let remarks = proposals::remarks(write.conn()?, id).await?;
    let mut proposed = remarks.into_iter().rev().filter(|remark| remark.action == WritingAction::Propose);
    Ok(proposed.find_map(|remark| remark.comment))
}

async fn publish(
    ctx: &Ctx,
    write: &mut Write,
    proposal: &Proposal,
    note: Option<String>,
) -> Result<(), Failure> {
    let me = &ctx.me()?.id;
    let version = Version {
        article: proposal.article.clone(),
        language: proposal.language.clone(),
        version: proposal.base.saturating_add(1),
        content: proposal.content.clone(),
        author: proposal.author.clone(),
        note,
        published_by: me.clone(),
        published_at: ctx.now,
        published_on: requests::today(&ctx.company, me, ctx.now),
    };
    articles::publish(write.conn()?, &version).await?;
    article_pictures::publish(write.conn()?, &proposal.id).await?;
    Ok(())
}
