//! An article made a ticket unnecessary.

use super::today;
use crate::{
    config::limits,
    service::{
        Ctx, Failure, Write,
        input::{invalid, is_longer, too_long, trimmed},
        knowledge,
    },
    store::learning::{self, Counts},
    words::Words,
};
use guichet_contract::types::{Solved, SolvedInput};
use guichet_rules::ids::{ArticleId, GuideId, ItemId};

/// The form with which problems are reported.
const REPORT: &str = "report";

/// Counts it, once a day for a person, an article and a form.
pub async fn solved(
    ctx: &Ctx,
    write: &mut Write,
    id: &ArticleId,
    input: &SolvedInput,
) -> Result<Solved, Failure> {
    let me = ctx.me()?;
    knowledge::visible(ctx, &ctx.company, id)?;
    let form = trimmed(Some(input.form.as_str())).unwrap_or_default();
    if is_longer(form, limits::TITLE_CHARS) {
        return Err(Failure::Invalid(vec![too_long(ctx, "/form", limits::TITLE_CHARS)]));
    }
    let known = |form: &str| {
        let item = ItemId::new(form).ok().and_then(|id| ctx.company.item(&id));
        let guide = GuideId::new(form).ok().and_then(|id| ctx.company.guides.get(&id));
        item.is_some_and(|item| item.is_visible_to(me))
            || guide.is_some_and(|guide| guide.is_visible_to(&ctx.company, me))
    };
    if form != REPORT && !known(form) {
        return Err(invalid(ctx, "/form", "unknown", Words::NoSuchChoice));
    }
    let day = today(ctx);
    let conn = write.conn()?;
    let counted = learning::once(conn, day, &me.id, &["solved", id.as_str(), form]).await?;
    if counted {
        let counts = Counts { solved: 1, ..Counts::default() };
        learning::read_in(conn, day, id, counts).await?;
    }
    Ok(Solved { counted })
}
