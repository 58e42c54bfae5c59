//! Several items that are ordered together: one request, and a ticket for each requested item.

mod charge;
mod create;
mod draft;
mod limits;
mod line;
mod preview;

pub use create::create;
pub use preview::preview;
