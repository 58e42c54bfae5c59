//! Requests: what would come of one, and filing it.

mod create;
mod draft;
mod existence;
mod preview;

pub use create::create;
pub(super) use draft::{evaluate, price};
pub use preview::preview;
