//! Requests: what would come of one, or of several that are ordered together, and filing them.

mod create;
mod draft;
mod existence;
mod order;
mod preview;
mod record;
mod several;

pub use create::create;
pub(super) use draft::evaluate;
pub(crate) use order::{Order, price, today};
pub use preview::preview;
pub use record::record;
pub use several::{create as create_order, preview as preview_order};
