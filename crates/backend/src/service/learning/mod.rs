//! What those who look after the answers learn from the others: what people look for, and how every article does.
//!
//! What somebody looked for is theirs. It comes without a name, is counted once a day, and is shown only where several
//! people looked for the same on one day; `store::learning` keeps nothing that leads back.

mod decide;
mod figures;
mod list;
mod report;
mod solved;

pub use decide::decide;
pub use figures::figures;
pub use list::list;
pub use report::report;
pub use solved::solved;

use super::{Ctx, Failure};
use crate::{config::limits, content, hex};
use chrono::{NaiveDate, TimeDelta};
use guichet_contract::types::Period;
use guichet_rules::{
    article::may_review,
    person::{Person, Right},
};

/// Today, for counts: everyone's day is the same.
fn today(ctx: &Ctx) -> NaiveDate {
    ctx.now.date_naive()
}

/// The first day of a stretch of time.
fn since(ctx: &Ctx, period: Option<Period>) -> Result<NaiveDate, Failure> {
    let days = match period.unwrap_or(Period::Month) {
        Period::Week => 7,
        Period::Month => 30,
        Period::Quarter => 90,
        Period::HalfYear => limits::LEARNING_DAYS,
        Period::Other => return Err(Failure::BadParameter("period".to_owned())),
    };
    Ok(today(ctx) - TimeDelta::days(days - 1))
}

/// Who looks after answers.
struct Keeper<'c> {
    me: &'c Person,
}

impl<'c> Keeper<'c> {
    /// Whoever asks, if they look after any.
    fn of(ctx: &'c Ctx) -> Result<Self, Failure> {
        let me = ctx.me()?;
        let keeper = Self { me };
        let mut own = ctx.company.kept_articles().filter(|kept| may_review(me, Some(kept.0)));
        let any = me.has(Right::Knowledge)
            || own.any(|(_, mut articles)| articles.any(|article| article.is_visible_to(me)));
        if any { Ok(keeper) } else { Err(Failure::NotFound) }
    }

    /// Whether they look after an article.
    fn keeps(&self, article: &content::Article) -> bool {
        article.is_visible_to(self.me) && may_review(self.me, Some(&article.head.owner))
    }
}

/// Whether whoever asks looks after an answer.
pub(super) fn is_keeper(ctx: &Ctx) -> bool {
    Keeper::of(ctx).is_ok()
}

/// What words of a language are known by.
pub(crate) fn entry_of(language: &str, words: &str) -> String {
    hex::short_hash(format!("{language}\n{words}").as_bytes())
}
