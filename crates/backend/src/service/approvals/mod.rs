//! Approvals: who is asked, what they decide, and where that leads.

mod advance;
mod decide;
mod deputies;
mod gone;
mod list;
mod problems;
mod remind;
mod standing;
mod wire;

pub(super) use advance::{add, advance, supersede};
pub use decide::decide;
pub(super) use deputies::Deputies;
pub(super) use gone::ask_others;
pub use list::{approval, list};
pub use problems::problems;
pub(super) use problems::{in_words, unaskable};
pub(super) use remind::{last_told, remind, remind_all};
pub(crate) use standing::{next_state, verdict, votes};
pub(super) use wire::{because_of, if_refused, policy, steps, to_come};
