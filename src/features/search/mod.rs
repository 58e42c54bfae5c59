//! The results of a search over everything, with what narrows them.

mod excerpts;
mod filter;
mod filters;
mod page;
mod results;
mod row;

pub use page::SearchPage;
