//! What people look for.

use super::{Keeper, since};
use crate::{
    finder::Found,
    service::{Ctx, Failure, paging, refs},
    store::learning::{self, Decision, Looked},
};
use guichet_contract::types::{ArticleRef, LearningDecision, LearningEntry, LearningQuery, Page};
use guichet_rules::{ids::ArticleId, learning::SearchOutcome};
use std::{cmp::Reverse, collections::BTreeMap};

/// As many articles as are worth a look before another one is written.
const NEAREST: usize = 3;

/// The words that several people have looked for.
pub async fn list(ctx: &Ctx, query: &LearningQuery) -> Result<Page<LearningEntry>, Failure> {
    Keeper::of(ctx)?;
    let since = since(ctx, query.period)?;
    let by: fn(&Looked) -> u32 = match query.outcome {
        None => |looked| looked.no_result + looked.no_click + looked.clicked + looked.tickets,
        Some(SearchOutcome::NoResult) => |looked| looked.no_result,
        Some(SearchOutcome::NoClick) => |looked| looked.no_click,
        Some(SearchOutcome::Clicked) => |looked| looked.clicked,
        Some(SearchOutcome::Ticket) => |looked| looked.tickets,
        Some(SearchOutcome::Other) => return Err(Failure::BadParameter("outcome".to_owned())),
    };
    let mut conn = ctx.app.store.read().await?;
    let decisions: BTreeMap<String, Decision> = learning::decisions(&mut conn)
        .await?
        .into_iter()
        .map(|decision| (decision.entry.clone(), decision))
        .collect();
    let mut all = learning::looked_for(&mut conn, since, ctx.app.config.learning_people).await?;
    let decided = query.decided.unwrap_or(false);
    all.retain(|looked| by(looked) > 0 && decisions.contains_key(&looked.entry) == decided);
    all.sort_by_cached_key(|looked| (Reverse(by(looked)), looked.entry.clone()));
    paging::slice(&all, query.limit, query.cursor.as_deref(), |looked| {
        wire(ctx, looked, decisions.get(&looked.entry))
    })
}

/// An entry as it travels.
pub(super) fn wire(ctx: &Ctx, looked: &Looked, decision: Option<&Decision>) -> LearningEntry {
    LearningEntry {
        id: looked.entry.clone(),
        words: looked.words.clone(),
        language: looked.language.clone(),
        people: looked.people,
        no_result: looked.no_result,
        no_click: looked.no_click,
        clicked: looked.clicked,
        tickets: looked.tickets,
        last: looked.last,
        nearest: nearest(ctx, looked),
        decision: decision.map(|decision| LearningDecision {
            choice: decision.choice,
            reason: decision.reason.clone(),
            article: decision.article.as_ref().map(|article| named(ctx, article)),
            by: refs::person(&ctx.company, &decision.by),
            at: decision.at,
        }),
    }
}

/// What whoever asks would find with the words, in the language of those who looked.
fn nearest(ctx: &Ctx, looked: &Looked) -> Vec<ArticleRef> {
    let Ok(me) = ctx.me() else { return Vec::new() };
    let company = ctx.loaded.content.in_language(&looked.language);
    let found = ctx.loaded.finders.of(company, me).find(&looked.words);
    let articles = found.iter().filter_map(|found| match found {
        Found::Article(id) => Some(named(ctx, id)),
        Found::Item(_) | Found::Guide(_) | Found::Ticket(_) => None,
    });
    articles.take(NEAREST).collect()
}

/// An article by its title in the reader's language, also one that was retired; one that is gone by its id.
fn named(ctx: &Ctx, id: &ArticleId) -> ArticleRef {
    let article = ctx.company.article_or_retired(id);
    let title = article.map_or_else(|| id.to_string(), |article| article.head.title.clone());
    ArticleRef { id: id.clone(), title }
}
