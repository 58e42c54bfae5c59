//! One search over items, order guides, articles and one's own tickets, and the index that browsers do the same with.

use super::{Ctx, Failure, paging};
use crate::{
    content::Company,
    finder::{self, Asked, Mine},
};
use guichet_contract::types::{HitKind, SearchQuery, SearchReply};
use std::sync::Arc;

/// Of each kind, where nobody says how many: what fits below a search field.
const USUAL: u32 = 5;

/// What fits, best first.
pub async fn search(ctx: &Ctx, query: &SearchQuery) -> Result<SearchReply, Failure> {
    let limit = paging::limit(Some(query.limit.unwrap_or(USUAL)))?;
    let text = query.q.as_deref().unwrap_or_default().trim();
    let kind = match query.kind {
        None => None,
        Some(HitKind::Item) => Some("item"),
        Some(HitKind::Guide) => Some("guide"),
        Some(HitKind::Article) => Some("article"),
        Some(HitKind::Ticket) => Some("ticket"),
        Some(HitKind::Other) => return Err(Failure::BadParameter("kind".to_owned())),
    };
    if text.is_empty() {
        return Ok(SearchReply { hits: Vec::new(), total: Some(0), suggestion: None });
    }
    let asked = Asked {
        text,
        each: usize::try_from(limit).unwrap_or(usize::MAX),
        kind,
        category: query.category.as_ref().map(|category| category.as_str()),
        language: query.language.as_deref(),
        service: query.service.as_ref().map(|service| service.as_str()),
    };
    // Whoever wants another language searches in what is there in it.
    let company = asked.language.map_or(&ctx.company, |language| ctx.loaded.content.in_language(language));
    let mine = mine(ctx, company).await?;
    finder::search(&mine, company, ctx.me()?, &asked).map_err(Failure::internal)
}

/// What whoever asks may find, for those who have the version `since` of it; and the version of what they get.
pub async fn index(ctx: &Ctx, since: &str) -> Result<(Vec<u8>, String), Failure> {
    let mine = mine(ctx, &ctx.company).await?;
    Ok(finder::bundle(&mine, since))
}

/// What whoever asks may find now in the language of `company`.
async fn mine(ctx: &Ctx, company: &Company) -> Result<Arc<Mine>, Failure> {
    let me = ctx.me()?;
    // What the content says is in the finder.
    let stamp = ctx.app.replies.stamp(0, Some(&me.id), false);
    let finder = ctx.loaded.finders.of(company, me);
    Ok(ctx.app.theirs.of(&ctx.app.store, stamp, company, finder, &me.id).await?)
}
