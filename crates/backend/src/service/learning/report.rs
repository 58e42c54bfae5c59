//! Taking what a browser tells. Whatever does not fit is dropped without a word: nobody waits for an answer.

use super::{entry_of, today};
use crate::{
    config::limits,
    service::{Ctx, Failure, Write},
    store::learning::{self, Counts},
};
use chrono::NaiveDate;
use guichet_contract::types::{LearningInput, ReadTold, SearchTold};
use guichet_rules::{
    ids::{ArticleId, PersonId},
    learning::{SearchOutcome, counted},
};

/// Counts it, each thing once a day for whoever asks.
pub async fn report(ctx: &Ctx, input: LearningInput) -> Result<(), Failure> {
    let me = &ctx.me()?.id;
    let mut write = Write::begin(ctx, None).await?;
    let day = today(ctx);
    let LearningInput { searches, reads } = input;
    for told in searches.into_iter().take(limits::LEARNING_TOLD) {
        if !is_bearable(&mut write, day, me).await? {
            break;
        }
        search(ctx, &mut write, me, told).await?;
    }
    for told in reads.into_iter().take(limits::LEARNING_TOLD) {
        read(ctx, &mut write, me, told).await?;
    }
    write.commit(None).await
}

/// Whether somebody has not told more today than a person can search: a program that made words up would fill the disk.
async fn is_bearable(write: &mut Write, day: NaiveDate, me: &PersonId) -> Result<bool, Failure> {
    Ok(learning::many(write.conn()?, day, me, &["told"]).await? <= limits::LEARNING_A_DAY)
}

async fn search(ctx: &Ctx, write: &mut Write, me: &PersonId, told: SearchTold) -> Result<(), Failure> {
    // Whatever a browser says: nobody else's rules decide what is kept here.
    let Some(words) = counted(&told.words) else { return Ok(()) };
    if told.outcome == SearchOutcome::Other {
        return Ok(());
    }
    let (day, conn) = (today(ctx), write.conn()?);
    let language = ctx.loaded.content.in_language(&told.language).language.as_str();
    let entry = entry_of(language, &words);
    let people = learning::once(conn, day, me, &["words", entry.as_str()]).await?;
    let first = learning::once(conn, day, me, &["search", entry.as_str(), told.outcome.as_str()]).await?;
    if people || first {
        let outcome = Some((told.outcome, u32::from(first)));
        let of = (entry.as_str(), language, words.as_str());
        learning::add_search(conn, day, of, u32::from(people), outcome).await?;
    }
    if let Some(article) = told.article.filter(|article| may_read(ctx, article))
        && learning::once(conn, day, me, &["led", entry.as_str(), article.as_str()]).await?
    {
        let counts = Counts { searches: 1, ..Counts::default() };
        learning::read_in(conn, day, &article, counts).await?;
    }
    Ok(())
}

async fn read(ctx: &Ctx, write: &mut Write, me: &PersonId, told: ReadTold) -> Result<(), Failure> {
    let (day, article) = (today(ctx), told.article);
    if !may_read(ctx, &article) {
        return Ok(());
    }
    let conn = write.conn()?;
    let view = learning::once(conn, day, me, &["read", article.as_str()]).await?;
    let ticket = told.ticket && learning::once(conn, day, me, &["ticket", article.as_str()]).await?;
    if view || ticket {
        let counts = Counts { views: u32::from(view), tickets: u32::from(ticket), ..Counts::default() };
        learning::read_in(conn, day, &article, counts).await?;
    }
    Ok(())
}

/// Whether there is such an article for whoever asks.
fn may_read(ctx: &Ctx, article: &ArticleId) -> bool {
    let article = ctx.company.article(article);
    ctx.me().is_ok_and(|me| article.is_some_and(|article| article.is_visible_to(me)))
}
