//! Links of a text into the portal, and pictures of the files: each has to lead to something that is there for whoever proposes
//! it. What they may not know of is not there, so that nothing is learnt by trying.

use super::{about::sees, published};
use crate::{
    service::{Ctx, Failure, input::invalid, knowledge},
    store::proposals::Proposal,
    words::Words,
};
use guichet_contract::commonmark::{self, Link, Picture};
use pulldown_cmark::{Event, Tag};
use std::collections::BTreeSet;

/// Refuses a text with links that lead to nothing. Those that are published already stay: whoever corrects a word need not know
/// of all that the text leads to.
pub(super) fn complete(ctx: &Ctx, proposal: &Proposal) -> Result<(), Failure> {
    let before = published(ctx, &proposal.article, &proposal.language);
    let before = before.map(|article| targets(&article.body)).unwrap_or_default();
    let mut lost = Vec::new();
    for to in targets(&proposal.content.body) {
        if !before.contains(&to) && !leads(ctx, proposal, &to)? {
            lost.push(to);
        }
    }
    if lost.is_empty() {
        Ok(())
    } else {
        Err(invalid(ctx, "/content/body", "not_found", Words::NoSuchLinks(&lost.join(", "))))
    }
}

/// Where the links and pictures of a text lead, each once.
fn targets(body: &str) -> BTreeSet<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    };
    commonmark::parser(body).filter_map(target).collect()
}

/// Whether there is something at `to`. What is no part of the portal is not looked at.
fn leads(ctx: &Ctx, proposal: &Proposal, to: &str) -> Result<bool, Failure> {
    let me = ctx.me()?;
    Ok(match (commonmark::link(to), commonmark::picture(to)) {
        (Some(Link::Article(id) | Link::ArticlePart(id, _)), _) => {
            let article = ctx.company.article(&id);
            id == proposal.article || article.is_some_and(|article| article.is_visible_to(me))
        }
        (Some(Link::Item(id)), _) => sees(&ctx.company, me, &id),
        (_, Some(Picture::Article(id))) => knowledge::picture(ctx, &id).is_ok(),
        _ => true,
    })
}
