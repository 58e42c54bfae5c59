//! Approvals: who is asked, what they decide, and where that leads.

mod advance;
mod decide;
mod list;
mod standing;
mod wire;

pub(super) use advance::{add, advance, supersede};
pub use decide::decide;
pub use list::{approval, list};
pub(crate) use standing::{next_state, verdict, votes};
pub(super) use wire::{policy, steps};
