//! Approvals: who is asked, what they decide, and where that leads.

mod advance;
mod decide;
mod list;
mod wire;

pub(super) use advance::{add, advance, supersede};
pub use decide::decide;
pub use list::{approval, list};
pub(super) use wire::{policy, steps};
