//! Writing forms: their texts, what would come of them as anyone would see it, and new versions.
//!
//! All of it is for those with the right to write forms; for everybody else there is no such thing.

mod check;
mod finding;
mod form;
mod list;
mod people;
mod save;

pub use check::check;
pub use form::form;
pub use list::list;
pub use people::{lookup, personas};
pub use save::{Saving, save};

use super::{Ctx, Failure};
use guichet_rules::person::{Person, Right};

/// Whoever asks, if they write forms.
fn writer(ctx: &Ctx) -> Result<&Person, Failure> {
    let me = ctx.me()?;
    if me.has(Right::Forms) { Ok(me) } else { Err(Failure::NotFound) }
}
