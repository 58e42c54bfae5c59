//! How articles do.

use super::{Keeper, since};
use crate::{
    service::{Ctx, Failure, paging, refs},
    store::{feedback, learning},
};
use chrono::NaiveTime;
use guichet_contract::types::{ArticleFigures, ArticleRef, FigureSort, FiguresQuery, Page};
use std::cmp::Reverse;

/// As many reasons as are read in one go; the rest was said before.
const REASONS: usize = 5;

/// The articles that whoever asks looks after, in the order that they ask for.
pub async fn figures(ctx: &Ctx, query: &FiguresQuery) -> Result<Page<ArticleFigures>, Failure> {
    let keeper = Keeper::of(ctx)?;
    let since = since(ctx, query.period)?;
    let by: fn(&ArticleFigures) -> u32 = match query.sort.unwrap_or(FigureSort::Views) {
        FigureSort::Views => |figures| figures.views,
        FigureSort::Searches => |figures| figures.searches,
        FigureSort::Solved => |figures| figures.solved,
        FigureSort::Tickets => |figures| figures.tickets,
        FigureSort::Unhelpful => |figures| figures.unhelpful,
        FigureSort::Other => return Err(Failure::BadParameter("sort".to_owned())),
    };
    let mut conn = ctx.app.store.read().await?;
    let counts = learning::counts(&mut conn, since).await?;
    let from = since.and_time(NaiveTime::MIN).and_utc();
    let mut opinions = feedback::opinions(&mut conn, from, REASONS).await?;
    let kept = ctx.company.articles.values().filter(|article| keeper.keeps(article));
    let mut all: Vec<ArticleFigures> = kept
        .map(|article| {
            let counts = counts.get(&article.id).copied().unwrap_or_default();
            let said = opinions.remove(&article.id).unwrap_or_default();
            ArticleFigures {
                article: ArticleRef { id: article.id.clone(), title: article.head.title.clone() },
                owner: refs::group(&ctx.company, &article.head.owner),
                views: counts.views,
                searches: counts.searches,
                solved: counts.solved,
                tickets: counts.tickets,
                helpful: said.helpful,
                unhelpful: said.unhelpful,
                reasons: said.reasons,
            }
        })
        .collect();
    all.sort_by_cached_key(|figures| (Reverse(by(figures)), figures.article.title.to_lowercase()));
    paging::slice(&all, query.limit, query.cursor.as_deref(), Clone::clone)
}
