//! What is done about words that people look for.

use super::{Keeper, list::wire, since};
use crate::{
    config::limits,
    service::{
        Ctx, Failure, Write,
        input::{invalid, is_longer, text, too_long},
    },
    store::learning::{self, Decision},
    words::Words,
};
use guichet_contract::types::{LearningChoice, LearningDecisionInput, LearningEntry, Period};

/// Decides, in the place of what was decided before.
pub async fn decide(
    ctx: &Ctx,
    write: &mut Write,
    entry: &str,
    input: LearningDecisionInput,
) -> Result<LearningEntry, Failure> {
    let keeper = Keeper::of(ctx)?;
    let since = since(ctx, Some(Period::HalfYear))?;
    let conn = write.conn()?;
    // What may not be read cannot be decided about either: that would tell that somebody looked for it.
    let looked = learning::looked(conn, entry, since, ctx.app.config.learning_people).await?;
    let looked = looked.ok_or(Failure::NotFound)?;
    let LearningDecisionInput { choice, reason, article } = input;
    if reason.as_deref().is_some_and(|reason| is_longer(reason, limits::TEXT_CHARS)) {
        return Err(Failure::Invalid(vec![too_long(ctx, "/reason", limits::TEXT_CHARS)]));
    }
    let article = article.filter(|_| choice == LearningChoice::Article);
    let may_name = article.as_ref().and_then(|id| ctx.company.article(id));
    match choice {
        LearningChoice::Open => {
            learning::reopen(conn, entry).await?;
            return Ok(wire(ctx, &looked, None));
        }
        LearningChoice::Article if !may_name.is_some_and(|article| article.is_visible_to(keeper.me)) => {
            return Err(invalid(ctx, "/article", "unknown", Words::NoSuchChoice));
        }
        LearningChoice::Other => return Err(invalid(ctx, "/choice", "unknown", Words::NoSuchChoice)),
        LearningChoice::Article | LearningChoice::NotNeeded => {}
    }
    let decision = Decision {
        entry: looked.entry.clone(),
        language: looked.language.clone(),
        words: looked.words.clone(),
        choice,
        reason: text(reason.as_deref()),
        article,
        by: keeper.me.id.clone(),
        at: ctx.now,
    };
    learning::decide(conn, &decision).await?;
    Ok(wire(ctx, &looked, Some(&decision)))
}
