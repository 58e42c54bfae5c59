//! One search over items, articles and one's own tickets.

use super::{Ctx, Failure, paging};
use crate::{
    content::Company,
    finder::Found,
    store::lists::{self, Filter, Whose},
};
use guichet_contract::types::{Hit, HitKind, SearchQuery, SearchReply, TicketSort};

/// Of each kind, where nobody says how many: what fits below a search field.
const USUAL: u32 = 5;

/// What fits, best first: tickets whose number was typed, then items and articles as they fit, then other tickets.
pub async fn search(ctx: &Ctx, query: &SearchQuery) -> Result<SearchReply, Failure> {
    let limit = paging::limit(Some(query.limit.unwrap_or(USUAL)))?;
    let q = query.q.as_deref().unwrap_or_default().trim();
    if q.is_empty() {
        return Ok(SearchReply { hits: Vec::new() });
    }
    let (mut hits, others) = tickets(ctx, q, limit).await?;
    hits.extend(content(ctx, q, limit));
    hits.extend(others);
    Ok(SearchReply { hits })
}

/// One's own tickets: those whose number begins with the words, and the others.
async fn tickets(ctx: &Ctx, q: &str, limit: u32) -> Result<(Vec<Hit>, Vec<Hit>), Failure> {
    let filter = Filter {
        person: ctx.me()?.id.clone(),
        whose: Whose::Mine,
        phase: None,
        kind: None,
        words: paging::words(Some(q)),
        sort: TicketSort::Updated,
    };
    let part = lists::page(&mut *ctx.app.store.read().await?, &filter, None, limit).await?;
    let number = q.to_lowercase();
    let hit = |ticket: &crate::store::Ticket| Hit {
        kind: HitKind::Ticket,
        id: ticket.id.to_string(),
        title: ticket.title.clone(),
        summary: ticket.id.to_string(),
    };
    let typed = |hit: &Hit| {
        let id = hit.id.to_lowercase();
        // `20418` is as good as `REQ-20418`.
        id.starts_with(&number) || id.split('-').any(|part| part == number)
    };
    Ok(part.items.iter().map(hit).partition(typed))
}

fn content(ctx: &Ctx, q: &str, limit: u32) -> Vec<Hit> {
    let company: &Company = &ctx.company;
    let Some(finder) = ctx.loaded.finders.get(&company.language) else { return Vec::new() };
    let (mut items, mut articles) = (limit, limit);
    let mut hits = Vec::new();
    for found in finder.find(q) {
        let left = match found {
            Found::Item(_) => &mut items,
            Found::Article(_) => &mut articles,
        };
        if *left > 0 {
            *left -= 1;
            hits.extend(hit(company, found));
        }
    }
    hits
}

fn hit(company: &Company, found: Found) -> Option<Hit> {
    match found {
        Found::Item(id) => company.item(&id).map(|item| Hit {
            kind: HitKind::Item,
            id: item.id.to_string(),
            title: item.name.clone(),
            summary: item.summary.clone(),
        }),
        Found::Article(id) => company.articles.get(&id).map(|article| Hit {
            kind: HitKind::Article,
            id: article.id.to_string(),
            title: article.head.title.clone(),
            summary: article.head.summary.clone(),
        }),
    }
}
