//! Requests: what would come of one, and filing it.

mod create;
mod draft;
mod existence;
mod order;
mod preview;

pub use create::create;
pub(super) use draft::evaluate;
pub(crate) use order::{Order, price, today};
pub use preview::preview;
