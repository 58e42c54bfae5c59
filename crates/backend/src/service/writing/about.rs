//! What an article names: services that it is about, and items to request. An item that somebody may not see does not exist for
//! them, and stays where it is.

use crate::{
    content::{Company, Head},
    service::{Ctx, Failure},
};
use guichet_contract::types::ArticleContent;
use guichet_rules::{
    ids::{ArticleId, ItemId},
    person::Person,
};
use std::collections::BTreeSet;

/// What is said of `article`, as far as whoever asks may see it.
pub(super) fn seen(
    ctx: &Ctx,
    mut content: ArticleContent,
    article: &ArticleId,
) -> Result<ArticleContent, Failure> {
    let me = ctx.me()?;
    as_published(ctx, &mut content, article);
    if let Some(items) = &mut content.items {
        items.retain(|id| sees(&ctx.company, me, id));
    }
    Ok(content)
}

/// Makes of what whoever asks says of `article` what is kept: without what does not exist for them, with what they may not see.
pub(super) fn keep(ctx: &Ctx, content: &mut ArticleContent, article: &ArticleId) -> Result<(), Failure> {
    let me = ctx.me()?;
    let company: &Company = &ctx.company;
    if let Some(services) = &mut content.services {
        once(services, |id| company.services.contains_key(id));
    }
    if let Some(items) = &mut content.items {
        once(items, |id| sees(company, me, id));
        let published = head(ctx, article).map(|head| head.items.as_slice()).unwrap_or_default();
        items.extend(published.iter().filter(|id| !sees(company, me, id)).cloned());
    }
    as_published(ctx, content, article);
    Ok(())
}

/// What nothing is said of is as it is published.
fn as_published(ctx: &Ctx, content: &mut ArticleContent, article: &ArticleId) {
    if let Some(head) = head(ctx, article) {
        content.services.get_or_insert_with(|| head.services.clone());
        content.items.get_or_insert_with(|| head.items.clone());
    }
}

fn head<'c>(ctx: &'c Ctx, article: &ArticleId) -> Option<&'c Head> {
    ctx.company.article(article).map(|article| &article.head)
}

/// Whether there is such an item for `me`.
pub(super) fn sees(company: &Company, me: &Person, id: &ItemId) -> bool {
    company.item(id).is_some_and(|item| item.is_visible_to(me))
}

/// Leaves each of those that are wanted, once.
fn once<T: Clone + Ord>(all: &mut Vec<T>, wanted: impl Fn(&T) -> bool) {
    let mut there = BTreeSet::new();
    all.retain(|one| wanted(one) && there.insert(one.clone()));
}
