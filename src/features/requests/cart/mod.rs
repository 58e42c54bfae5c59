//! The cart: several things to order together, kept in the browser until they are sent.

mod basket;
mod chains;
mod check;
mod kept;
mod line;
mod lines;
mod many;
mod once_more;
mod ordering;
mod page;
mod pay;
mod preview;
mod put;
mod removed;
mod send;
mod side;
mod whom;
mod wishes;

pub(super) use basket::{Basket, line_kept};
pub(super) use kept::Line;
pub use page::CartPage;
pub(super) use put::{add, add_button, put, settled_note};
pub(super) use removed::not_needed;
