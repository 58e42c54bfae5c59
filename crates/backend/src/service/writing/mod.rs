//! Writing articles: drafts, proposals and what is decided on them, and what becomes of what is published.
//!
//! What is written is kept in the store and laid over the files of the content, see `content::Overlay`. The table of
//! `guichet_rules::article` says who may do what. For whoever may do nothing of it there is no such thing.

mod about;
mod act;
mod article;
mod check;
mod links;
mod list;
mod live;
mod options;
mod pictures;
mod proposal;
mod retired;
mod source;
mod wire;

pub use act::{Acted, act};
pub use article::{act_on_article, standing};
pub(super) use list::replacement;
pub use list::{due, retired, work};
pub use live::{take_effect, take_published};
pub use options::options;
pub(super) use pictures::shows;
pub use proposal::{create, proposal, update};
pub use retired::retired_text;
pub use source::source;

use super::{Ctx, Failure};
use crate::{
    content::{Article, Company},
    store::proposals::Proposal,
};
use guichet_rules::{
    article::{Actor, ProposalState, may_review, may_write},
    ids::{ArticleId, GroupId},
    person::Person,
};

/// Whoever asks, if they write or keep anything.
fn writer(ctx: &Ctx) -> Result<&Person, Failure> {
    let me = ctx.me()?;
    if may_write(me, None) || ctx.company.owners().any(|owner| may_write(me, Some(owner))) {
        Ok(me)
    } else {
        Err(Failure::NotFound)
    }
}

/// Who keeps an article right that is or was published.
fn keeper<'c>(company: &'c Company, id: &ArticleId) -> Option<&'c GroupId> {
    company.article_or_retired(id).map(|article| &article.head.owner)
}

/// Who decides on a proposal: whoever keeps the article right now, and of a new one who would. Naming another owner is no way
/// around those of now.
fn decider<'c>(ctx: &'c Ctx, proposal: &'c Proposal) -> Option<&'c GroupId> {
    keeper(&ctx.company, &proposal.article).or(proposal.content.owner.as_ref())
}

/// As whom whoever asks sees a proposal.
fn actor(ctx: &Ctx, proposal: &Proposal) -> Result<Actor, Failure> {
    let me = ctx.me()?;
    let owner = decider(ctx, proposal);
    let (author, reviewer) = (proposal.author == me.id, may_review(me, owner));
    let could = |other: &crate::content::Person| {
        other.active && other.id != me.id && may_review(&other.rules_person(), owner)
    };
    let alone = author && reviewer && !ctx.company.people.values().any(could);
    Ok(Actor { author, reviewer, alone })
}

/// Whether somebody knows of a proposal: a draft is its author's alone.
fn knows_of(actor: Actor, proposal: &Proposal) -> bool {
    actor.author || (actor.reviewer && proposal.state != ProposalState::Draft)
}

/// The article as it is published in `language`, and not as a stand-in for it.
fn published<'c>(ctx: &'c Ctx, id: &ArticleId, language: &str) -> Option<&'c Article> {
    let company = ctx.loaded.content.companies.get(language)?;
    company.article(id).filter(|article| article.language == language)
}
