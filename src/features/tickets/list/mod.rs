//! The list of tickets: filtered by the URL, so that a view can be kept and sent.

mod empty;
mod filter;
mod filters;
mod page;
mod results;
mod row;

pub use page::TicketsPage;
