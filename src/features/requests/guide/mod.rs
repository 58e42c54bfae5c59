//! Order guides: what is the same for several items is asked once, then which of them are wanted, and all of it goes into
//! the cart.

mod items;
mod page;
mod picks;
mod put;
mod suggest;

pub use page::GuidePage;
