//! Tickets: what can be done with one, by whom, when, and where it leads.
//!
//! ```text
//! requests only: awaiting approval -> rejected
//!                       |
//! new -------> in progress <-> on hold
//!                       \        /
//!                        resolved -> closed        cancelled: from everything before resolved
//! ```
//!
//! [`table::TABLE`] says all of it; [`permitted`] draws the buttons from it and [`apply`] is what the backend calls.

mod action;
mod change;
mod facts;
mod next;
mod permit;
mod refusal;
mod rollup;
mod state;
pub mod table;
mod words;

pub use action::{Action, Role};
pub use change::{Change, Input, apply};
pub use facts::{Facts, REMIND_EVERY_SECONDS, REOPEN_WINDOW_SECONDS};
pub use next::{NextStep, next_step};
pub use permit::{Permission, permitted};
pub use refusal::Refusal;
pub use rollup::{follow, rollup};
pub use state::{HoldReason, Kind, ResolutionCode, State, initial};
pub use words::UnknownWord;
