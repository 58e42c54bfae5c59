//! Drafts and proposals: begun, read, gone on with.

use super::{
    about, actor, check, knows_of, pictures, published,
    source::editable,
    wire::{newest, wire},
    writer,
};
use crate::{
    hex,
    service::{Ctx, Failure, Write, input::invalid},
    store::{
        Conn,
        proposals::{self, Proposal},
    },
    words::Words,
};
use guichet_contract::types::{self, ArticleContent, ProposalInput, ProposalPatch};
use guichet_rules::{
    article::{ProposalState, WritingAction, id_of, permit},
    ids::{ArticleId, ProposalId},
};

/// A proposal, for those who know of it.
pub async fn proposal(ctx: &Ctx, id: &ProposalId) -> Result<types::Proposal, Failure> {
    let mut conn = ctx.app.store.read().await?;
    let found = open(ctx, &mut conn, id).await?;
    wire(ctx, &mut conn, &found).await
}

/// The same as it is kept.
pub(super) async fn open(ctx: &Ctx, conn: &mut Conn, id: &ProposalId) -> Result<Proposal, Failure> {
    let found = proposals::find(conn, id).await?.ok_or(Failure::NotFound)?;
    if knows_of(actor(ctx, &found)?, &found) { Ok(found) } else { Err(Failure::NotFound) }
}

/// Somebody was faster: how it is now.
pub(super) async fn stale(ctx: &Ctx, conn: &mut Conn, proposal: &Proposal) -> Failure {
    let current = match wire(ctx, conn, proposal).await {
        Ok(current) => serde_json::to_value(current).map_err(Failure::internal),
        Err(failure) => Err(failure),
    };
    current.map_or_else(|failure| failure, Failure::Stale)
}

/// Begins a draft.
pub async fn create(ctx: &Ctx, write: &mut Write, input: &ProposalInput) -> Result<types::Proposal, Failure> {
    let me = writer(ctx)?;
    if !ctx.company.languages.contains(&input.language) {
        return Err(invalid(ctx, "/language", "unknown", Words::NoSuchChoice));
    }
    let mut content = check::tidy(&input.content);
    check::draft(ctx, &content)?;
    let article = match &input.article {
        Some(article) => meant(ctx, write.conn()?, article).await?,
        None => free(ctx, write.conn()?, &content).await?,
    };
    about::keep(ctx, &mut content, &article)?;
    // The error type of the random source is no std error.
    let id = hex::random::<8>().map_err(|error| Failure::internal(error.to_string()))?;
    let proposal = Proposal {
        id: ProposalId::new(format!("p{id}")).map_err(Failure::internal)?,
        base: published(ctx, &article, &input.language).map_or(0, |_| input.base),
        article,
        language: input.language.clone(),
        author: me.id.clone(),
        state: ProposalState::Draft,
        content,
        version: 1,
        changed_at: ctx.now,
    };
    proposals::add(write.conn()?, &proposal).await?;
    pictures::note(ctx, write.conn()?, &proposal).await?;
    wire(ctx, write.conn()?, &proposal).await
}

/// The article that a draft is about: one that is there for its author, or one that was never published and that they wrote
/// about before. What was rejected is begun again under its id.
async fn meant(ctx: &Ctx, conn: &mut Conn, id: &ArticleId) -> Result<ArticleId, Failure> {
    let company = &ctx.company;
    let is_known = company.articles.contains_key(id) || company.retired.contains_key(id);
    if !is_known && proposals::wrote(conn, &ctx.me()?.id, id).await? {
        return Ok(id.clone());
    }
    Ok(editable(ctx, company, id)?.id.clone())
}

/// An id for a new article that no other has, or would get.
async fn free(ctx: &Ctx, conn: &mut Conn, content: &ArticleContent) -> Result<ArticleId, Failure> {
    let begun = proposals::articles(conn).await?;
    let company = &ctx.company;
    let taken = |id: &str| {
        company.articles.contains_key(id)
            || company.retired.contains_key(id)
            || begun.iter().any(|other| other == id)
    };
    id_of(&content.title, taken).ok_or_else(|| invalid(ctx, "/content/title", "taken", Words::TitleNeeded))
}

/// Saves a draft. `has_seen` says whether its author has seen a version of it.
pub async fn update(
    ctx: &Ctx,
    write: &mut Write,
    id: &ProposalId,
    patch: &ProposalPatch,
    has_seen: impl Fn(u64) -> bool + Send,
) -> Result<types::Proposal, Failure> {
    let mut proposal = open(ctx, write.conn()?, id).await?;
    if !has_seen(proposal.version) {
        return Err(stale(ctx, write.conn()?, &proposal).await);
    }
    permit(proposal.state, WritingAction::Save, actor(ctx, &proposal)?)?;
    let mut content = check::tidy(&patch.content);
    check::draft(ctx, &content)?;
    about::keep(ctx, &mut content, &proposal.article)?;
    if let Some(base) = patch.base {
        // Nobody has seen what is not published yet.
        proposal.base = base.min(newest(ctx, write.conn()?, &proposal).await?);
    }
    proposal.content = content;
    proposal.version += 1;
    proposal.changed_at = ctx.now;
    proposals::put(write.conn()?, &proposal).await?;
    pictures::note(ctx, write.conn()?, &proposal).await?;
    wire(ctx, write.conn()?, &proposal).await
}
